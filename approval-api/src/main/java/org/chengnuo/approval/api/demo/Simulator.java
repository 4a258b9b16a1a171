package org.chengnuo.approval.api.demo;

import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.api.journal.Recorded;
import org.chengnuo.approval.api.journal.StaleVersion;
import org.chengnuo.approval.api.office.Agenda;
import org.chengnuo.approval.api.office.Desk;
import org.chengnuo.approval.api.office.OfficeTime;
import org.chengnuo.approval.api.office.Request;
import org.chengnuo.approval.project.ProjectId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * Carries out a plan at the desk, each act at its own time, in the order of entry: so that the
 * journal reads as if it had been written in those years.
 *
 * <p>One transaction takes the acts of a day, or of a part of it: a commit for each act would take
 * most of the time. It waits its turn at several projects, which cannot lock anybody out for good,
 * because nobody else who holds one of them waits for another.
 *
 * <p>Between the acts it lets happen what falls due, at the moment at which it does. What is not
 * over on the last day stays as it is: its time has ended, until somebody acts in the project.
 *
 * <p>It can be interrupted at any point. Every act carries its number within its project, so that
 * the next start goes on after the last one that is in the journal. A project in which somebody
 * else has acted is left to them.
 */
final class Simulator implements DisposableBean {

    static final String CHANNEL = "simulation";

    private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(5);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM");

    /** The longest that a user has to wait for a project of the demonstration is short. */
    private static final int MOST_ACTS_AT_ONCE = 40;

    private final Desk desk;
    private final Agenda agenda;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SimulationProgress progress;
    private volatile boolean stopped;
    private volatile @Nullable Thread running;

    Simulator(
            Desk desk,
            Agenda agenda,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            SimulationProgress progress) {
        this.desk = desk;
        this.agenda = agenda;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.progress = progress;
    }

    static String correlation(int number) {
        return CHANNEL + "-" + number;
    }

    /** What came of it: so many acts are in the journal, so many were refused or left out. */
    record Outcome(int carriedOut, int refused, int leftOut) {}

    /** Begins in the background. */
    void start(Supplier<ThreeYears> plan) {
        running =
                Thread.ofPlatform()
                        .name("simulation")
                        .daemon()
                        .start(
                                () -> {
                                    try {
                                        run(plan.get());
                                    } catch (RuntimeException e) {
                                        if (!stopped) {
                                            LOG.error(
                                                    "the simulation has ended early; it goes on at"
                                                            + " the next start",
                                                    e);
                                        }
                                    }
                                });
    }

    @Override
    public void destroy() throws InterruptedException {
        stopped = true;
        Thread thread = running;
        if (thread != null) {
            thread.join(Duration.ofSeconds(10));
        }
    }

    /** Carries out what is not in the journal yet. */
    Outcome run(ThreeYears plan) {
        if (!journalIsEmpty() && found(plan.projects()).isEmpty()) {
            LOG.info("the journal has projects of its own: nothing is simulated");
            return new Outcome(0, 0, 0);
        }
        return carryOutFirst(plan, plan.acts().size());
    }

    /** Goes on until so many acts of the plan have been dealt with, and leaves the rest. */
    Outcome carryOutFirst(ThreeYears plan, int count) {
        Map<ProjectId, Found> found = found(plan.projects());
        List<Act> missing =
                plan.acts().subList(0, count).stream()
                        .filter(act -> act.number() >= next(found, act))
                        .toList();
        if (missing.isEmpty()) {
            return new Outcome(0, 0, 0);
        }
        progress.begun(count - missing.size(), plan.acts().size());
        try {
            return carryOut(plan, missing, found, count);
        } finally {
            progress.ended();
        }
    }

    private Outcome carryOut(
            ThreeYears plan, List<Act> missing, Map<ProjectId, Found> found, int all) {
        long began = System.nanoTime();
        long reported = began;
        int first = all - missing.size();
        var run =
                new Run(
                        found,
                        first == 0
                                ? ThreeYears.FIRST_MOMENT
                                : plan.acts().get(first - 1).recordedAt());
        int from = 0;
        while (from < missing.size() && !stopped) {
            int to = endOfBatch(missing, from);
            List<Act> batch = missing.subList(from, to);
            transaction.executeWithoutResult(_ -> batch.forEach(run::carryOut));
            from = to;
            int done = all - missing.size() + from;
            progress.done(done);
            long now = System.nanoTime();
            if (now - reported >= BETWEEN_REPORTS.toNanos()) {
                reported = now;
                LOG.info(
                        "simulating {}: {} of {} acts",
                        MONTH.format(day(batch.getLast())),
                        "%,d".formatted(done),
                        "%,d".formatted(all));
            }
        }
        if (all == plan.acts().size() && !stopped) {
            transaction.executeWithoutResult(_ -> run.letHappenUntil(ThreeYears.END));
        }
        Outcome outcome = new Outcome(run.carriedOut, run.refused, run.leftOut);
        LOG.info(
                "simulated {} acts of {} projects in {} s{}",
                "%,d".formatted(outcome.carriedOut()),
                run.versions.size(),
                (System.nanoTime() - began) / 1_000_000_000,
                stopped
                        ? ", and was stopped"
                        : outcome.refused() + outcome.leftOut() == 0
                                ? ""
                                : "; %d were refused, %d left out"
                                        .formatted(outcome.refused(), outcome.leftOut()));
        return outcome;
    }

    private static int endOfBatch(List<Act> acts, int from) {
        LocalDate day = day(acts.get(from));
        int to = from + 1;
        while (to < acts.size() && to - from < MOST_ACTS_AT_ONCE && day(acts.get(to)).equals(day)) {
            to++;
        }
        return to;
    }

    private static LocalDate day(Act act) {
        return OfficeDays.dateOf(act.recordedAt());
    }

    private final class Run {

        private final Map<ProjectId, Long> versions = new HashMap<>();
        private final Set<ProjectId> others = new HashSet<>();
        private final Diary diary;
        private int carriedOut;
        private int refused;
        private int leftOut;

        /**
         * @param from the last moment that has been simulated
         */
        Run(Map<ProjectId, Found> found, Instant from) {
            diary = new Diary(from);
            found.forEach(
                    (project, f) -> {
                        versions.put(project, f.events() - 1L);
                        if (f.ofOthers()) {
                            others.add(project);
                        }
                    });
            agenda.simulated()
                    .forEach(
                            (project, due) -> {
                                if (versions.containsKey(project) && !others.contains(project)) {
                                    diary.note(project, due);
                                }
                            });
        }

        void letHappenUntil(Instant moment) {
            Optional<Diary.Entry> due = diary.takeUntil(moment);
            while (due.isPresent()) {
                ProjectId project = due.get().project();
                remember(project, at(due.get().at(), () -> desk.letHappenWhatIsDue(project)));
                due = diary.takeUntil(moment);
            }
        }

        private void remember(ProjectId project, Recorded recorded) {
            versions.put(project, recorded.version());
            diary.note(project, recorded.nextDue());
        }

        private static <T> T at(Instant moment, Supplier<T> action) {
            try {
                return OfficeTime.at(moment, action::get);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        void carryOut(Act act) {
            ProjectId project = act.command().project();
            if (others.contains(project)) {
                leftOut++;
                return;
            }
            letHappenUntil(act.recordedAt());
            var request = new Request(CHANNEL, null, versions.get(project), act.envelope());
            try {
                Callable<Recorded> recorded = () -> desk.record(request, act.command());
                remember(project, OfficeTime.at(act.recordedAt(), recorded));
                carriedOut++;
            } catch (StaleVersion e) {
                LOG.info("project {} has been taken over by a user: {}", project, e.getMessage());
                others.add(project);
                diary.forget(project);
                leftOut++;
            } catch (Refusal e) {
                LOG.warn("refused ({}): {} {}", e.reason(), act, e.detail());
                refused++;
                if (act.number() == 0) {
                    // Another node simulates too, and has begun with this project.
                    others.add(project);
                }
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /**
     * What there is of a project.
     *
     * @param next the number of its next act
     * @param ofOthers somebody else has acted in it
     */
    private record Found(int events, int next, boolean ofOthers) {}

    private static int next(Map<ProjectId, Found> found, Act act) {
        Found project = found.get(act.command().project());
        return project == null ? 0 : project.next();
    }

    private Map<ProjectId, Found> found(List<ProjectId> projects) {
        var ids = new ArrayList<String>();
        projects.forEach(project -> ids.add(project.toString()));
        var found = new HashMap<ProjectId, Found>();
        jdbc.sql(
                        """
                        select stream, count(*) as events,
                               count(*) filter (where channel not in (:channel, :automation)) as others,
                               coalesce(max(substring(correlation from '[0-9]+$')::int)
                                        filter (where channel = :channel), -1) + 1 as next
                        from (select stream, metadata::jsonb ->> 'channel' as channel,
                                     metadata::jsonb ->> 'correlation' as correlation
                              from journal.event where stream = any(:projects)) act
                        group by stream
                        """)
                .param("channel", CHANNEL)
                .param("automation", Desk.AUTOMATION)
                .param("projects", ids.toArray(String[]::new))
                .query(
                        row -> {
                            found.put(
                                    ProjectId.of(row.getString("stream")),
                                    new Found(
                                            row.getInt("events"),
                                            row.getInt("next"),
                                            row.getInt("others") > 0));
                        });
        return found;
    }

    private boolean journalIsEmpty() {
        return !jdbc.sql("select exists (select from journal.event)").query(Boolean.class).single();
    }
}
