package org.chengnuo.approval.projections.oracle;

import static org.chengnuo.approval.projections.intake.Story.project;

import org.chengnuo.approval.calendar.ShippedCalendars;
import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.clock.StopGround;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.clock.WarningThresholds;
import org.chengnuo.approval.commitment.CommitmentEvent.CommitmentTookEffect;
import org.chengnuo.approval.commitment.CommitmentEvent.CommitmentWithdrawn;
import org.chengnuo.approval.commitment.CommitmentEvent.ObligationMet;
import org.chengnuo.approval.commitment.CommitmentEvent.ObligationMissed;
import org.chengnuo.approval.commitment.CommitmentId;
import org.chengnuo.approval.commitment.Milestone;
import org.chengnuo.approval.commitment.Obligation;
import org.chengnuo.approval.commitment.ObligationId;
import org.chengnuo.approval.construction.ConstructionEvent.ConstructionCompleted;
import org.chengnuo.approval.construction.ConstructionEvent.ConstructionStarted;
import org.chengnuo.approval.construction.ConstructionEvent.StartCleared;
import org.chengnuo.approval.construction.ConstructionEvent.StartedWithoutClearance;
import org.chengnuo.approval.filing.AcceptanceTerms;
import org.chengnuo.approval.filing.FilingEvent.AcceptanceRefused;
import org.chengnuo.approval.filing.FilingEvent.CorrectionAnswered;
import org.chengnuo.approval.filing.FilingEvent.CorrectionRequested;
import org.chengnuo.approval.filing.FilingEvent.DecisionDelivered;
import org.chengnuo.approval.filing.FilingEvent.DecisionRevoked;
import org.chengnuo.approval.filing.FilingEvent.FilingAccepted;
import org.chengnuo.approval.filing.FilingEvent.FilingDecided;
import org.chengnuo.approval.filing.FilingEvent.FilingDeemedAccepted;
import org.chengnuo.approval.filing.FilingEvent.FilingReceived;
import org.chengnuo.approval.filing.FilingEvent.FilingWithdrawn;
import org.chengnuo.approval.filing.FilingEvent.ReviewExtended;
import org.chengnuo.approval.filing.FilingEvent.SpecialProcedureClosed;
import org.chengnuo.approval.filing.FilingEvent.SpecialProcedureOpened;
import org.chengnuo.approval.filing.FilingEvent.WorkStepRecorded;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.filing.Outcome;
import org.chengnuo.approval.journal.EventCatalogue;
import org.chengnuo.approval.parcel.ParcelCode;
import org.chengnuo.approval.parcel.ParcelEvent.LandSupplied;
import org.chengnuo.approval.policy.FilingKind;
import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.project.CenterCode;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.IndustryCode;
import org.chengnuo.approval.project.Money;
import org.chengnuo.approval.project.ProjectEvent;
import org.chengnuo.approval.project.ProjectEvent.EligibilityAssessed;
import org.chengnuo.approval.project.ProjectEvent.ProjectRegistered;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.RegionCode;
import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.intake.RecordedEvent;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A journal as chance has it, the same for the same seed: projects with filings in every state,
 * with stops and extensions, corrections, late entries, automatic acts and agents; recorded in
 * transactions of one or several events.
 */
public final class RandomJournal {

    private static final List<String> ZONES = List.of("LF-01", "LF-02", "LF-03");
    private static final List<String> ITEMS =
            List.of("works-planning-permit", "land-use-planning-permit", "fire-design-review");
    private static final WorkingCalendar CALENDAR = ShippedCalendars.named("cn");

    private final Random random;
    private final List<Told> told = new ArrayList<>();

    private record Told(Instant recorded, Map<String, String> metadata, ProjectEvent event) {}

    private RandomJournal(long seed) {
        this.random = new Random(seed);
    }

    /** In the order of their positions. */
    public static List<RecordedEvent> of(long seed) {
        return of(seed, 2, 8);
    }

    public static List<RecordedEvent> of(long seed, int fewestProjects, int mostProjects) {
        var journal = new RandomJournal(seed);
        int projects = journal.from(fewestProjects, mostProjects);
        for (int i = 1; i <= projects; i++) {
            journal.tellProject(project(i));
        }
        return journal.recorded();
    }

    private List<RecordedEvent> recorded() {
        // Stable, so that what is recorded at one moment stays in the order of its story.
        told.sort(Comparator.comparing(Told::recorded));
        var sequences = new HashMap<ProjectId, Long>();
        var events = new ArrayList<RecordedEvent>();
        long transaction = 100;
        Instant inTransactionFrom = Instant.MIN;
        for (Told next : told) {
            // Some entries of a day share a transaction.
            if (next.recorded().isAfter(inTransactionFrom.plus(Duration.ofHours(20)))
                    || chance(0.7)) {
                transaction += from(1, 3);
                inTransactionFrom = next.recorded();
            }
            var stored = EventCatalogue.nameOf(next.event().getClass());
            events.add(
                    new RecordedEvent(
                            new Position(transaction, 1000 + events.size()),
                            next.event().project(),
                            sequences.merge(next.event().project(), 1L, Long::sum) - 1,
                            next.recorded(),
                            stored.name(),
                            stored.revision(),
                            next.metadata(),
                            next.event()));
        }
        return events;
    }

    private void tellProject(ProjectId project) {
        String zone = one(ZONES);
        Instant at = Instant.parse("2018-07-02T01:00:00Z").plus(hours(0, 24 * 500));
        Map<String, String> by = window();
        Clocked story = new Clocked(at, by);
        story.tell(
                new ProjectRegistered(
                        project,
                        story.now,
                        "project",
                        null,
                        new CreditCode(one(List.of("11320000MB151840XJ", "11370724004296806Q"))),
                        new ZoneCode(zone),
                        new RegionCode("141002"),
                        new IndustryCode(one(List.of("0610", "3391"))),
                        ProjectType.RECORD_FILED,
                        new Money(new BigDecimal("12000000")),
                        at.isBefore(Instant.parse("2021-01-01T00:00:00Z")) ? "2018" : "2021"));
        int filings = from(0, 4);
        for (int number = 1; number <= filings; number++) {
            story.pass(0, 24 * 10);
            tellFiling(new FilingId(project, number), zone, new Clocked(story.recorded, window()));
        }
        if (chance(0.6)) {
            tellBuilding(project, new Clocked(story.recorded, by));
        }
        keepInOrder(project);
    }

    /** A project's events are recorded in the order of its story, whatever its parts did. */
    private void keepInOrder(ProjectId project) {
        var own = new ArrayList<Told>();
        told.removeIf(t -> t.event().project().equals(project) && own.add(t));
        own.sort(Comparator.comparing(Told::recorded));
        told.addAll(own);
    }

    private void tellBuilding(ProjectId project, Clocked story) {
        if (chance(0.8)) {
            story.pass(1, 24 * 5);
            story.tell(
                    new EligibilityAssessed(
                            project, story.now, chance(0.8), "2018", Set.of(), List.of()));
        }
        int parcels = from(0, 2);
        for (int i = 1; i <= parcels; i++) {
            story.pass(1, 24 * 20);
            story.tell(
                    new LandSupplied(
                            project,
                            story.now,
                            new ParcelCode("P" + i),
                            new BigDecimal("1000"),
                            "D",
                            chance(0.7)
                                    ? List.of()
                                    : List.of(new ItemCode("cn-shanxi", "area-eia"))));
        }
        var commitment = new CommitmentId(project, 1);
        boolean committed = chance(0.7);
        if (committed) {
            story.pass(1, 24 * 20);
            story.tell(
                    new CommitmentTookEffect(
                            commitment,
                            story.now,
                            List.of(
                                    new Obligation(
                                            ObligationId.of(Milestone.START),
                                            CALENDAR.dateAt(story.now).plusDays(from(10, 80)),
                                            true),
                                    new Obligation(
                                            ObligationId.ofIndicator("plot-ratio"), null, true))));
        }
        if (chance(0.7)) {
            story.pass(1, 24 * 60);
            boolean cleared = chance(0.7);
            if (cleared) {
                story.tell(new StartCleared(project, story.now, "D"));
                story.pass(1, 24 * 10);
            }
            story.tell(
                    cleared
                            ? new ConstructionStarted(project, story.now)
                            : new StartedWithoutClearance(project, story.now, List.of()));
            if (committed) {
                story.tell(
                        new ObligationMet(
                                commitment,
                                story.now,
                                ObligationId.of(Milestone.START),
                                chance(0.3),
                                null,
                                null));
            }
            if (chance(0.6)) {
                story.pass(24 * 30, 24 * 300);
                story.tell(new ConstructionCompleted(project, story.now));
            }
        } else if (committed && chance(0.5)) {
            story.pass(24 * 90, 24 * 100);
            story.tell(
                    new ObligationMissed(
                            commitment,
                            story.now,
                            ObligationId.of(Milestone.START),
                            CALENDAR.dateAt(story.now)));
        } else if (committed) {
            story.pass(1, 24 * 100);
            story.tell(new CommitmentWithdrawn(commitment, story.now, "reason"));
        }
    }

    private void tellFiling(FilingId filing, String zone, Clocked story) {
        boolean immediate = chance(0.15);
        var item = new ItemCode("cn-shanxi", one(ITEMS));
        story.pass(1, 24 * 30);
        story.tell(
                new FilingReceived(
                        filing,
                        story.now,
                        item,
                        ItemClass.KEPT_APPROVAL,
                        new CenterCode(zone + "-" + (chance(0.5) ? "A" : "B")),
                        "R",
                        "2018",
                        "cn"));
        Instant received = story.now;
        if (chance(0.1)) {
            return;
        }
        boolean corrected = chance(0.35);
        if (corrected) {
            story.pass(1, 24 * 6);
            story.tell(new CorrectionRequested(filing, story.now, "N", List.of("plan")));
            if (chance(0.1)) {
                return;
            }
            story.pass(1, 24 * 20);
            story.tell(new CorrectionAnswered(filing, story.now));
        }
        if (chance(0.05)) {
            story.pass(1, 24 * 5);
            story.tell(new AcceptanceRefused(filing, story.now, "R", "no", "court"));
            return;
        }
        story.pass(0, 24 * 7);
        AcceptanceTerms terms = terms(immediate);
        if (!corrected && chance(0.15)) {
            story.automatic(new FilingDeemedAccepted(filing, received, terms));
        } else {
            story.tell(new FilingAccepted(filing, story.now, "S", terms));
        }
        if (chance(0.15)) {
            story.pass(1, 24 * 4);
            story.tell(new WorkStepRecorded(filing, story.now, "step", null));
        }
        int stops = chance(0.4) ? from(1, 2) : 0;
        for (int number = 1; number <= stops; number++) {
            story.pass(1, 24 * 8);
            story.tell(
                    new SpecialProcedureOpened(
                            filing,
                            story.now,
                            number,
                            one(List.of(StopGround.values())),
                            chance(0.8) ? "N" + number : " ",
                            TimeLimit.workingDays(10)));
            if (chance(0.1)) {
                return;
            }
            story.pass(1, 24 * 12);
            story.tell(
                    new SpecialProcedureClosed(
                            filing, story.now, number, chance(0.5) ? "result" : null));
        }
        if (!immediate && chance(0.2)) {
            story.pass(1, 24 * 5);
            story.tell(
                    new ReviewExtended(
                            filing, story.now, TimeLimit.workingDays(from(2, 10)), "why", "head"));
        }
        if (chance(0.1)) {
            return;
        }
        if (chance(0.06)) {
            story.pass(1, 24 * 9);
            story.tell(new FilingWithdrawn(filing, story.now, null));
            return;
        }
        story.pass(0, 24 * 14);
        story.tell(
                new FilingDecided(
                        filing,
                        story.now,
                        chance(0.85) ? Outcome.GRANTED : Outcome.REFUSED,
                        "D",
                        "reasons",
                        "court",
                        List.of()));
        if (chance(0.8)) {
            story.pass(0, 24 * 12);
            story.tell(new DecisionDelivered(filing, story.now, null));
        }
        if (chance(0.04)) {
            story.pass(24, 24 * 60);
            story.tell(new DecisionRevoked(filing, story.now, "fraud"));
        }
    }

    private AcceptanceTerms terms(boolean immediate) {
        return new AcceptanceTerms(
                immediate ? FilingKind.IMMEDIATE : FilingKind.PROMISED,
                immediate
                        ? TimeLimit.workingDays(0)
                        : one(
                                List.of(
                                        TimeLimit.workingDays(5),
                                        TimeLimit.workingDays(10),
                                        new TimeLimit(15, org.chengnuo.approval.clock.LimitUnit.ND),
                                        new TimeLimit(
                                                40, org.chengnuo.approval.clock.LimitUnit.WH))),
                chance(0.9) ? TimeLimit.workingDays(20) : null,
                TimeLimit.workingDays(10),
                "cn",
                "2018",
                "text",
                new WarningThresholds(90),
                Duration.ofHours(24));
    }

    /** A story with its own time: what happens next happens later, and is entered in that order. */
    private final class Clocked {

        private final Map<String, String> metadata;
        private Instant now;
        private Instant recorded;

        Clocked(Instant now, Map<String, String> metadata) {
            this.now = now;
            this.recorded = now;
            this.metadata = metadata;
        }

        void pass(int fewestHours, int mostHours) {
            Duration time = hours(fewestHours, mostHours);
            now = now.plus(time);
        }

        void tell(ProjectEvent event) {
            Instant entered =
                    now.plusSeconds(chance(0.8) ? from(0, 600) : from(3600, 3600 * 24 * 6));
            recorded = entered.isAfter(recorded) ? entered : recorded;
            told.add(new Told(recorded, metadata, event));
        }

        void automatic(ProjectEvent event) {
            recorded = now.isAfter(recorded) ? now : recorded;
            told.add(
                    new Told(
                            recorded,
                            Map.of("actor", "automation", "channel", "automation"),
                            event));
        }
    }

    private Map<String, String> window() {
        return chance(0.2)
                ? Map.of("actor", "li", "agent", "li", "channel", "api")
                : Map.of("actor", "clerk", "channel", chance(0.5) ? "window" : "api");
    }

    private Duration hours(int fewest, int most) {
        return Duration.of(from(fewest * 3600, most * 3600), ChronoUnit.SECONDS)
                .plusMillis(from(0, 999));
    }

    private int from(int fewest, int most) {
        return fewest + random.nextInt(most - fewest + 1);
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
