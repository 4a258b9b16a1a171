package org.chengnuo.approval.projections.intake;

import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

/** Keeps all read models up to date, each by itself, and answers how they are doing. */
public final class Intake implements SmartLifecycle {

    private final EventFeed feed;
    private final ParkedEvents parked;
    private final Map<String, Worker> workers = new LinkedHashMap<>();
    private volatile boolean started;

    public Intake(
            EventFeed feed,
            List<? extends ReadModel> models,
            ParkedEvents parked,
            IntakeSettings settings) {
        this(feed, models, parked, settings, (_, _) -> {});
    }

    public Intake(
            EventFeed feed,
            List<? extends ReadModel> models,
            ParkedEvents parked,
            IntakeSettings settings,
            TakenIn takenIn) {
        this.feed = feed;
        this.parked = parked;
        for (ReadModel model : models) {
            if (workers.put(model.name(), new Worker(feed, model, parked, settings, takenIn))
                    != null) {
                throw new IllegalArgumentException("two projections are named " + model.name());
            }
        }
    }

    @Override
    public void start() {
        workers.values().forEach(Worker::start);
        started = true;
    }

    @Override
    public void stop() {
        started = false;
        try {
            for (Worker worker : workers.values()) {
                worker.stop();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    /** Begins before the web server and ends after it, so that what is asked last is answered. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** In the order in which the read models were given. */
    public List<String> names() {
        return List.copyOf(workers.keySet());
    }

    /** In the order in which they were given. */
    public List<ProjectionStatus> status() {
        Position end = feed.end();
        return workers.values().stream().map(worker -> worker.status(end)).toList();
    }

    /**
     * @throws UnknownProjection if there is none of this name
     */
    public ProjectionStatus status(String name) {
        return worker(name).status(feed.end());
    }

    /**
     * What a read model could not take in, the causes first and then what is held back behind them.
     *
     * @param limit at most so many, 1 to 1000
     * @throws UnknownProjection if there is none of this name
     */
    public List<ParkedEvent> parked(String name, int limit) {
        UUID build = worker(name).build();
        return build == null ? List.of() : parked.first(build, Math.clamp(limit, 1, 1000));
    }

    /**
     * Begins to build a read model from the journal beside the running one; when it has caught up,
     * they are switched. Parked events are tried again.
     *
     * @throws UnknownProjection if there is none of this name
     * @throws RebuildRunning if it is being rebuilt already
     */
    public void rebuild(String name) {
        worker(name).rebuild();
    }

    /**
     * Waits until all that is recorded now is in all read models, or parked.
     *
     * @throws TimeoutException if that takes longer
     */
    public void awaitCaughtUp(Duration longest) throws TimeoutException, InterruptedException {
        Position end = feed.end();
        long deadline = System.nanoTime() + longest.toNanos();
        for (Worker worker : workers.values()) {
            while (end.isAfter(worker.reached())) {
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException(
                            "%s is at %s, and the journal at %s"
                                    .formatted(worker.name(), worker.reached(), end));
                }
                Thread.sleep(5);
            }
        }
    }

    private Worker worker(String name) {
        Worker worker = workers.get(name);
        if (worker == null) {
            throw new UnknownProjection(name, workers.keySet());
        }
        return worker;
    }
}
