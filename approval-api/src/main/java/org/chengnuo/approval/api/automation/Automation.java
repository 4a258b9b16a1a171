package org.chengnuo.approval.api.automation;

import org.chengnuo.approval.api.office.Agenda;
import org.chengnuo.approval.api.office.Desk;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.projections.settings.ChengnuoSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets happen what is due, of all projects. Several nodes may do so at once: each project has its
 * turn at the desk, and what has happened is not due any more. What a stopped program has missed
 * happens at its next start, with the moment at which it fell due.
 */
@Component
class Automation implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Automation.class);
    private static final int AT_ONCE = 200;
    private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Agenda agenda;
    private final Desk desk;
    private final Clock clock;
    private final ChengnuoSettings.Automation settings;
    private final Map<ProjectId, Failure> failures = new ConcurrentHashMap<>();
    private volatile boolean stopped;
    private volatile @Nullable Thread running;
    private volatile @Nullable Instant lastLook;

    Automation(Agenda agenda, Desk desk, Clock clock, ChengnuoSettings settings) {
        this.agenda = agenda;
        this.desk = desk;
        this.clock = clock;
        this.settings = settings.automation();
    }

    /**
     * A project in which something is due and does not happen.
     *
     * @param times how often it was tried
     * @param next when it is tried again
     */
    record Failure(int times, Instant next, String message) {}

    /** When it last looked for what is due, and found all of it; null before the first time. */
    @Nullable Instant lastLook() {
        return lastLook;
    }

    Map<ProjectId, Failure> failures() {
        return Map.copyOf(failures);
    }

    /** Once, all that is due now; how many projects it was in. */
    int letHappenWhatIsDue() {
        int happened = 0;
        List<ProjectId> due = due();
        while (!due.isEmpty() && !stopped) {
            for (ProjectId project : due) {
                if (!stopped && letHappen(project)) {
                    happened++;
                }
            }
            due = due();
        }
        return happened;
    }

    private List<ProjectId> due() {
        Instant now = clock.instant();
        return agenda.due(
                AT_ONCE,
                failures.entrySet().stream()
                        .filter(failure -> failure.getValue().next().isAfter(now))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private boolean letHappen(ProjectId project) {
        try {
            desk.letHappenWhatIsDue(project);
            failures.remove(project);
            return true;
        } catch (RuntimeException e) {
            Failure before = failures.get(project);
            int times = before == null ? 1 : before.times() + 1;
            Duration pause = SHORTEST_PAUSE.multipliedBy(1L << Math.min(times - 1, 10));
            if (pause.compareTo(LONGEST_PAUSE) > 0) {
                pause = LONGEST_PAUSE;
            }
            LOG.error(
                    "what is due in project {} does not happen; it is tried again in {}",
                    project,
                    pause,
                    e);
            failures.put(
                    project,
                    new Failure(
                            times, clock.instant().plus(pause), String.valueOf(e.getMessage())));
            return false;
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (settings.enabled()) {
            running = Thread.ofPlatform().name("automation").daemon().start(this::run);
        }
    }

    private void run() {
        while (!stopped) {
            try {
                letHappenWhatIsDue();
                lastLook = clock.instant();
            } catch (RuntimeException e) {
                LOG.error("what is due cannot be read; it is tried again", e);
            }
            try {
                Thread.sleep(settings.every());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void start() {
        stopped = false;
    }

    /** Before the server and the database: what is under way ends. */
    @Override
    public void stop() {
        stopped = true;
        Thread thread = running;
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return !stopped;
    }
}
