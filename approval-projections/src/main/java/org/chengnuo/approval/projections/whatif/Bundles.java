package org.chengnuo.approval.projections.whatif;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Hands filings on to other threads, many at a time. When they are all busy, and enough is waiting
 * for them, the one who hands them on reads the next bundle itself: so all processors are used and
 * little is held.
 */
final class Bundles implements AutoCloseable {

    private static final int SIZE = 2048;
    private static final int WAITING = 4;

    private final Consumer<DecidedFiling> reader;
    private final ThreadPoolExecutor readers;
    private volatile @Nullable RuntimeException failure;
    private List<DecidedFiling> bundle = new ArrayList<>(SIZE);

    Bundles(Consumer<DecidedFiling> reader) {
        this.reader = reader;
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        readers =
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(WAITING),
                        Thread.ofPlatform().name("what-if-", 0).daemon().factory(),
                        new ThreadPoolExecutor.CallerRunsPolicy());
    }

    void add(DecidedFiling filing) {
        bundle.add(filing);
        if (bundle.size() == SIZE) {
            handOn();
        }
    }

    private void handOn() {
        List<DecidedFiling> full = bundle;
        bundle = new ArrayList<>(SIZE);
        readers.execute(
                () -> {
                    try {
                        full.forEach(reader);
                    } catch (RuntimeException e) {
                        failure = e;
                    }
                });
    }

    /** Waits until all have been read; throws what one of the readers threw. */
    @Override
    public void close() {
        if (!bundle.isEmpty()) {
            handOn();
        }
        readers.close();
        RuntimeException failed = failure;
        if (failed != null) {
            throw failed;
        }
    }
}
