package org.chengnuo.approval.api.imports;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Works at the imports of a server, one after the other, in the order in which they came; after a
 * start, at those that an earlier process did not finish.
 */
@Component
@ConditionalOnWebApplication
class ImportRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);

    /** For what other nodes leave unfinished. */
    private static final long LOOKS_EVERY_SECONDS = 10;

    private final Imports imports;
    private final ImportFolder folder;
    private final ImportRecorder recorder;
    private final ImportTurn turn;
    private final Semaphore waiting = new Semaphore(0);

    private volatile boolean stopping;
    private @Nullable Thread thread;

    ImportRunner(Imports imports, ImportFolder folder, ImportRecorder recorder, ImportTurn turn) {
        this.imports = imports;
        this.folder = folder;
        this.recorder = recorder;
        this.turn = turn;
    }

    /** There is something to do. */
    void wake() {
        waiting.release();
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            stopping = false;
            thread = Thread.ofPlatform().name("imports").start(this::run);
        }
    }

    /** Leaves the import at which it works as it stands, and returns when it has. */
    @Override
    public synchronized void stop() {
        Thread working = thread;
        if (working == null) {
            return;
        }
        stopping = true;
        wake();
        try {
            working.join();
            thread = null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try {
            folder.clearAllBut(Set.copyOf(imports.unfinishedHashes()));
        } catch (IOException | RuntimeException e) {
            LOG.warn("files of earlier imports are left behind", e);
        }
        while (!stopping) {
            try {
                if (!workAtNext()) {
                    boolean _ = waiting.tryAcquire(LOOKS_EVERY_SECONDS, TimeUnit.SECONDS);
                    var _ = waiting.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("imports cannot be worked at, this is tried again", e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            boolean _ = waiting.tryAcquire(LOOKS_EVERY_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean workAtNext() {
        return next().isPresent()
                && turn.tryTake(
                        // Asked again: who had the turn before may have finished it.
                        () -> next().ifPresent(log -> recorder.workAt(log, () -> stopping)));
    }

    /** Where the file is missing, another node took it in. */
    private Optional<LogImport> next() {
        return imports.underWay().stream()
                .filter(log -> Files.exists(folder.upload(log.hash())))
                .findFirst();
    }
}
