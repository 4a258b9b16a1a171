package org.chengnuo.approval.api.demo;

import org.chengnuo.approval.api.demo.Step.Written;
import org.chengnuo.approval.api.journal.Envelope;
import org.chengnuo.approval.filing.FilingCommand.AnswerCorrection;
import org.chengnuo.approval.filing.FilingCommand.RecordWorkStep;
import org.chengnuo.approval.filing.FilingCommand.WithdrawFiling;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.filing.ReceiveFiling;
import org.chengnuo.approval.project.ProjectCommand;
import org.chengnuo.approval.project.ProjectId;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * All that happens in the demonstration, in the order in which it is entered; the same for the same
 * seed, down to the ids of the projects.
 *
 * <p>From July 2018 to June 2021, because only these three years have both policy editions (2018
 * and 2021) with projects registered under each, and both notices that changed the calendar in
 * mid-year (22 March 2019, 27 January 2020). What has not ended by then stays open.
 */
final class ThreeYears {

    static final LocalDate FIRST_DAY = LocalDate.of(2018, 7, 2);
    static final LocalDate LAST_DAY = LocalDate.of(2021, 6, 30);

    /** Nothing happens before. */
    static final Instant FIRST_MOMENT = Instant.parse("2018-07-01T16:00:00Z");

    /** The office closes on the last day. */
    static final Instant END = Instant.parse("2021-06-30T09:30:00Z");

    private static final Duration LATE_ENTRY = Duration.ofHours(1);
    private static final Duration LONG_AFTER = Duration.ofDays(1);

    private final List<Act> acts;
    private final List<Planted> planted;
    private final List<ProjectId> projects;

    private ThreeYears(List<Act> acts, List<Planted> planted, List<ProjectId> projects) {
        this.acts = List.copyOf(acts);
        this.planted = List.copyOf(planted);
        this.projects = List.copyOf(projects);
    }

    /** In the order of their entry. */
    List<Act> acts() {
        return acts;
    }

    /** What a good look at the record should find. */
    List<Planted> planted() {
        return planted;
    }

    List<ProjectId> projects() {
        return projects;
    }

    private record Placed(int project, Zone zone, Step step) {}

    private record Numbered(int project, int story) {}

    static ThreeYears of(long seed, int projects) {
        var placed = new ArrayList<Placed>();
        var ids = new ArrayList<ProjectId>();
        int days = OfficeDays.CALENDAR.workingDaysBetween(FIRST_DAY, LAST_DAY.minusDays(7));
        for (int i = 0; i < projects; i++) {
            Draw draw = Draw.of(seed, i);
            LocalDate day =
                    OfficeDays.CALENDAR.workingDaysAfter(
                            FIRST_DAY, (int) ((long) days * i / projects));
            var story = new ProjectStory(draw, day, END);
            ids.add(
                    new ProjectId(
                            UUID.nameUUIDFromBytes(
                                    "demo %d %d"
                                            .formatted(seed, i)
                                            .getBytes(StandardCharsets.UTF_8))));
            for (Step step : story.write()) {
                if (!step.recordedAt().isAfter(END)) {
                    placed.add(new Placed(i, story.zone, step));
                }
            }
        }
        // Stable: what is entered in one second stays in the order of its story.
        placed.sort(Comparator.comparing(p -> p.step().recordedAt()));
        return numbered(placed, ids);
    }

    private static ThreeYears numbered(List<Placed> placed, List<ProjectId> ids) {
        var acts = new ArrayList<Act>(placed.size());
        var planted = new ArrayList<Planted>();
        var papers = new Papers();
        var filings = new HashMap<Numbered, FilingId>();
        var filingsOf = new int[ids.size()];
        var actsOf = new int[ids.size()];
        var keyedIn = new HashMap<Zone, Bursts>();
        for (Placed next : placed) {
            Step step = next.step();
            ProjectId project = ids.get(next.project());
            var key = new Numbered(next.project(), step.story());
            FilingId filing = filings.get(key);
            Written act = step.act();
            if (act == null) {
                FilingId forgotten = Objects.requireNonNull(filing);
                step.planted()
                        .forEach(kind -> planted.add(planted(kind, next.zone(), forgotten, step)));
                continue;
            }
            ProjectCommand command = act.command(new Step.Entry(project, filing, papers));
            if (command instanceof ReceiveFiling) {
                filing = new FilingId(project, ++filingsOf[next.project()]);
                filings.put(key, filing);
            }
            int number = actsOf[next.project()]++;
            acts.add(
                    new Act(
                            number,
                            step.recordedAt(),
                            new Envelope(
                                    step.who().name(),
                                    step.who().actingFor(),
                                    step.who().actingFor() != null,
                                    Simulator.CHANNEL,
                                    null,
                                    Simulator.correlation(number)),
                            command));
            if (filing != null) {
                for (Planted.Kind kind : kinds(step, command)) {
                    planted.add(planted(kind, next.zone(), filing, step));
                }
                if (step.recordedAt().isAfter(step.occurredAt().plus(LONG_AFTER))) {
                    keyedIn.computeIfAbsent(next.zone(), Bursts::new).add(filing, step, planted);
                }
            }
        }
        return new ThreeYears(acts, planted, ids);
    }

    private static Planted planted(Planted.Kind kind, Zone zone, FilingId filing, Step step) {
        return new Planted(kind, zone.center(), filing, step.occurredAt(), step.recordedAt());
    }

    private static List<Planted.Kind> kinds(Step step, ProjectCommand command) {
        var kinds = new ArrayList<>(step.planted());
        Instant at = step.occurredAt();
        if (step.recordedAt().isAfter(at.plus(LATE_ENTRY))) {
            kinds.add(Planted.Kind.LATE_ENTRY);
        }
        if (isOfTheOffice(command) && !OfficeDays.isOpen(at)) {
            kinds.add(Planted.Kind.OUTSIDE_HOURS);
        }
        if (OfficeDays.isMakeUpDay(OfficeDays.dateOf(at))) {
            kinds.add(Planted.Kind.MAKE_UP_DAY);
        }
        return kinds;
    }

    /** The applicant may answer or withdraw in the evening. */
    private static boolean isOfTheOffice(ProjectCommand command) {
        return !(command instanceof RecordWorkStep
                || command instanceof AnswerCorrection
                || command instanceof WithdrawFiling);
    }

    /** What a center enters long after it happened; it comes in the order of its entry. */
    private static final class Bursts {

        private static final Duration WITHIN = Duration.ofHours(1);
        private static final int ACTS = 8;
        private static final int FILINGS = 5;

        private record Entered(FilingId filing, Step step) {}

        private final Zone zone;
        private final Deque<Entered> hour = new ArrayDeque<>();
        private int burst = -1;

        Bursts(Zone zone) {
            this.zone = zone;
        }

        /** A burst that goes on is the same one. */
        void add(FilingId filing, Step step, List<Planted> planted) {
            Instant from = step.recordedAt().minus(WITHIN);
            while (!hour.isEmpty() && hour.getFirst().step().recordedAt().isBefore(from)) {
                hour.removeFirst();
            }
            if (hour.isEmpty()) {
                burst = -1;
            }
            hour.addLast(new Entered(filing, step));
            long filings = hour.stream().map(Entered::filing).distinct().count();
            if (burst >= 0) {
                Planted begun = planted.get(burst);
                planted.set(burst, burst(begun.occurredAt(), step));
            } else if (hour.size() >= ACTS && filings >= FILINGS) {
                burst = planted.size();
                planted.add(burst(hour.getFirst().step().recordedAt(), step));
            }
        }

        private Planted burst(Instant from, Step last) {
            return new Planted(
                    Planted.Kind.BURST_OF_ENTRIES, zone.center(), null, from, last.recordedAt());
        }
    }
}
