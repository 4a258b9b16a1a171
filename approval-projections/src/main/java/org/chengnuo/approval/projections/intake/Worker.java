package org.chengnuo.approval.projections.intake;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps one read model up to date, in a thread of its own that no error ends, and rebuilds it in
 * another one when asked to.
 */
final class Worker {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);

    private static final int REBUILD_TRIES = 8;

    /** For events that the running tables have, and the reader of those beside has not yet. */
    private static final int MOST_WAITS = 100;

    private static final Duration STAND_BY = Duration.ofSeconds(1);

    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(100);

    private final EventFeed feed;
    private final ReadModel model;
    private final ParkedEvents parked;
    private final IntakeSettings settings;
    private final TakenIn takenIn;

    /** Held by whoever works on the running tables. */
    private final ReentrantLock turn = new ReentrantLock();

    private final ReentrantLock sleep = new ReentrantLock();
    private final Condition awake = sleep.newCondition();

    private volatile boolean stopping;
    private volatile @Nullable Filling running;
    private volatile Position lastReached = Position.START;
    private volatile @Nullable UUID lastBuild;
    private volatile @Nullable Filling rebuilt;
    private volatile @Nullable Instant rebuildBegan;
    private volatile @Nullable Trouble trouble;
    private volatile @Nullable Trouble rebuildTrouble;
    private @Nullable Thread intake;
    private @Nullable Thread rebuild;

    private record Trouble(String message, Instant since) {}

    Worker(
            EventFeed feed,
            ReadModel model,
            ParkedEvents parked,
            IntakeSettings settings,
            TakenIn takenIn) {
        this.takenIn = takenIn;
        this.feed = feed;
        this.model = model;
        this.parked = parked;
        this.settings = settings;
    }

    String name() {
        return model.name();
    }

    synchronized void start() {
        stopping = false;
        intake = Thread.ofPlatform().name("intake-" + name()).daemon().start(this::run);
    }

    void stop() throws InterruptedException {
        stopping = true;
        sleep.lock();
        try {
            awake.signalAll();
        } finally {
            sleep.unlock();
        }
        Thread first;
        Thread second;
        synchronized (this) {
            first = rebuild;
            second = intake;
            rebuild = null;
            intake = null;
        }
        if (first != null) {
            first.join();
        }
        if (second != null) {
            second.join();
        }
        closeRunning();
        model.close();
    }

    private void run() {
        int failures = 0;
        while (!stopping) {
            try {
                turn.lock();
                boolean more;
                try {
                    more = running().step();
                } finally {
                    turn.unlock();
                }
                if (failures > 0) {
                    log.info("{} goes on", name());
                    failures = 0;
                    trouble = null;
                }
                if (!more) {
                    pause(settings.idle());
                }
            } catch (ReadModel.MovedOn e) {
                // So that one of them goes on alone, and this one is there when it ends.
                closeRunning();
                pause(STAND_BY);
            } catch (Throwable t) {
                failures++;
                noteTrouble(t, failures);
                Filling filling = running;
                if (filling != null && filling.isUncertain()) {
                    closeRunning();
                }
                pause(backOff(failures));
            }
        }
    }

    private void noteTrouble(Throwable t, int failures) {
        Trouble before = trouble;
        trouble =
                new Trouble(
                        String.valueOf(t.getMessage()),
                        before == null ? Instant.now() : before.since());
        if (failures == 1) {
            log.warn("{} waits and tries again", name(), t);
        }
    }

    private Filling running() {
        if (model.isDamaged()) {
            closeRunning();
        }
        Filling filling = running;
        if (filling == null) {
            UUID journal = feed.journal();
            ReadModel.Build build = open(journal);
            forgetOtherBuilds(build.id());
            filling = filling(build, model.isShared());
            running = filling;
        }
        return filling;
    }

    /** Of tables that are not shared, there are others in other processes. */
    private synchronized void forgetOtherBuilds(UUID id) {
        if (rebuildBegan != null) {
            return;
        }
        UUID before = lastBuild;
        if (model.isShared()) {
            parked.keepOnly(name(), id);
        } else if (before != null && !before.equals(id)) {
            parked.forget(before);
        }
    }

    private ReadModel.Build open(UUID journal) {
        String reason;
        try {
            ReadModel.Build build = model.open(journal);
            Position latest = build.places().latest();
            if (feed.hasComeTo(latest)) {
                return build;
            }
            reason = "it has come to %s, and the journal ends at %s".formatted(latest, feed.end());
            build.close();
        } catch (ReadModel.UnusableBuild e) {
            reason = String.valueOf(e.getMessage());
        }
        log.info("{} is built from the beginning: {}", name(), reason);
        return model.replace(journal);
    }

    private Filling filling(ReadModel.Build build, boolean shared) {
        return new Filling(
                feed, build, parked, shared, settings.batch(), events -> tell(build, events));
    }

    /** What is built again has been told before. */
    private void tell(ReadModel.Build build, List<RecordedEvent> events) {
        Filling filling = running;
        if (filling == null || filling.build() != build) {
            return;
        }
        try {
            takenIn.told(name(), events);
        } catch (RuntimeException e) {
            // They are in the tables all the same.
            log.debug("{} could not tell what it has taken in", name(), e);
        }
    }

    private void closeRunning() {
        turn.lock();
        try {
            Filling filling = running;
            running = null;
            if (filling != null) {
                lastReached = filling.reached().earliest();
                lastBuild = filling.build().id();
                filling.close();
            }
        } catch (RuntimeException e) {
            log.debug("{} could not be closed", name(), e);
        } finally {
            turn.unlock();
        }
    }

    /**
     * @throws RebuildRunning if it is being rebuilt already
     */
    synchronized void rebuild() {
        if (intake == null) {
            throw new IllegalStateException(name() + " is not running");
        }
        if (rebuildBegan != null) {
            throw new RebuildRunning(name());
        }
        rebuildBegan = Instant.now();
        rebuildTrouble = null;
        rebuild = Thread.ofPlatform().name("rebuild-" + name()).daemon().start(this::runRebuild);
    }

    private void runRebuild() {
        try {
            log.info("{} is rebuilt beside the running one", name());
            for (int failures = 0; !stopping; ) {
                try {
                    if (rebuiltAndSwitched()) {
                        log.info("{} is rebuilt and switched", name());
                        return;
                    }
                } catch (Throwable t) {
                    failures++;
                    log.warn("the rebuild of {} failed, time {}", name(), failures, t);
                    dropRebuilt();
                    if (failures == REBUILD_TRIES) {
                        rebuildTrouble =
                                new Trouble(
                                        "the rebuild was given up: " + t.getMessage(),
                                        Instant.now());
                        return;
                    }
                    pause(backOff(failures));
                }
            }
        } finally {
            dropRebuilt();
            rebuildBegan = null;
        }
    }

    /** False if it was told to stop before. */
    private boolean rebuiltAndSwitched() {
        Filling beside = filling(model.beside(feed.journal()), false);
        rebuilt = beside;
        while (beside.step()) {
            if (stopping) {
                return false;
            }
        }
        turn.lock();
        try {
            if (stopping) {
                return false;
            }
            // The running one waits, so that what is switched to is not behind it. What is recorded
            // meanwhile comes after the switch, or this would never end while events keep coming.
            Position end = feed.end();
            Filling before = running;
            Places goal = before == null ? beside.reached() : before.build().places();
            for (int waits = 0; isBehind(beside, goal, end); ) {
                if (beside.step()) {
                    waits = 0;
                } else if (isBehind(beside, goal, end)) {
                    if (++waits > MOST_WAITS) {
                        throw new IllegalStateException(
                                "the events end at %s, and the running one is at %s"
                                        .formatted(beside.reached(), goal));
                    }
                    pause(settings.idle());
                }
            }
            model.switchTo(beside.build());
            rebuilt = null;
            running = beside;
            if (before != null) {
                before.stopReading();
                parked.forget(before.build().id());
            }
            if (model.isShared()) {
                beside.share();
            }
            return true;
        } finally {
            turn.unlock();
        }
    }

    /** Whether it has not come as far as another one; no further than to the last event. */
    private static boolean isBehind(Filling beside, Places goal, Position end) {
        Places reached = beside.reached();
        return reached.areBehind(goal) && end.isAfter(reached.earliest());
    }

    private void dropRebuilt() {
        Filling beside = rebuilt;
        rebuilt = null;
        if (beside != null) {
            try {
                beside.close();
            } catch (RuntimeException e) {
                log.debug("the rebuild of {} could not be closed", name(), e);
            }
        }
    }

    Position reached() {
        Filling filling = running;
        if (filling == null) {
            return lastReached;
        }
        try {
            return filling.build().places().earliest();
        } catch (ReadModel.MovedOn | StoreFailure e) {
            return filling.reached().earliest();
        }
    }

    /** The build that is running; null while there is none. */
    @Nullable UUID build() {
        Filling filling = running;
        return filling == null ? null : filling.build().id();
    }

    ProjectionStatus status(Position end) {
        Filling filling = running;
        Filling beside = rebuilt;
        Instant began = rebuildBegan;
        Trouble now = trouble != null ? trouble : rebuildTrouble;
        Position position = reached();
        EventFeed.Lag lag = feed.lag(position);
        return new ProjectionStatus(
                name(),
                model.version(),
                position,
                lag.events(),
                lag.age().toSeconds(),
                filling == null ? 0 : parked.count(filling.build().id()),
                began == null ? null : rebuildStatus(beside, end, began),
                trouble != null,
                now == null ? null : now.message(),
                now == null ? null : now.since());
    }

    private static ProjectionStatus.Rebuild rebuildStatus(
            @Nullable Filling beside, Position end, Instant began) {
        Position position = beside == null ? Position.START : beside.reached().earliest();
        double done = end.index() == 0 ? 1 : Math.min(1, (double) position.index() / end.index());
        return new ProjectionStatus.Rebuild(position, done, began);
    }

    private Duration backOff(int failures) {
        Duration wait = FIRST_BACK_OFF.multipliedBy(1L << Math.min(failures - 1, 10));
        return wait.compareTo(settings.longestBackOff()) < 0 ? wait : settings.longestBackOff();
    }

    private void pause(Duration time) {
        sleep.lock();
        try {
            if (!stopping) {
                awake.awaitNanos(time.toNanos());
            }
        } catch (InterruptedException e) {
            // Only stop() ends this thread.
            log.debug("{} was interrupted", name());
        } finally {
            sleep.unlock();
        }
    }
}
