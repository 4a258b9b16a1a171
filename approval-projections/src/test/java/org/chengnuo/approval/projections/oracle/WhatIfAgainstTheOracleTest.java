package org.chengnuo.approval.projections.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.calendar.ShippedCalendars;
import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.clock.Basis;
import org.chengnuo.approval.clock.BasisReading;
import org.chengnuo.approval.clock.LimitReading;
import org.chengnuo.approval.clock.LimitUnit;
import org.chengnuo.approval.clock.Reading;
import org.chengnuo.approval.clock.ReviewClock;
import org.chengnuo.approval.clock.ReviewCourse;
import org.chengnuo.approval.clock.StopGround;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.filing.FilingHistory;
import org.chengnuo.approval.policy.Policies;
import org.chengnuo.approval.projections.intake.ParkedEvents;
import org.chengnuo.approval.projections.intake.RecordedEvent;
import org.chengnuo.approval.projections.reviewtimes.Clock;
import org.chengnuo.approval.projections.reviewtimes.Cohort;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.Measure;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.ReviewTimes;
import org.chengnuo.approval.projections.reviewtimes.Rulebook;
import org.chengnuo.approval.projections.reviewtimes.StatisticsSettings;
import org.chengnuo.approval.projections.whatif.FlippedFiling;
import org.chengnuo.approval.projections.whatif.FlippedFiling.Flip;
import org.chengnuo.approval.projections.whatif.Limit;
import org.chengnuo.approval.projections.whatif.Supposition;
import org.chengnuo.approval.projections.whatif.Suppositions;
import org.chengnuo.approval.projections.whatif.WhatIf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * What would have become of filings is what the review clock says of their events, for journals and
 * suppositions as chance has them. All is computed again here, of every filing, from the events.
 */
class WhatIfAgainstTheOracleTest {

    private static final int JOURNALS = 200;
    private static final int SUPPOSITIONS = 2;

    @TempDir static Path folder;

    @Test
    void everySuppositionOfEveryJournal() {
        // Nothing is parked, so that no table of parked events is asked.
        var times =
                new ReviewTimes(
                        StatisticsSettings.usual(folder),
                        new ParkedEvents(new PGSimpleDataSource()),
                        new Rulebook(ShippedCalendars::named, () -> Policies.SHIPPED));
        var suppositions = new Suppositions(times, ShippedCalendars::named);
        long flips = 0;
        for (long seed = 1; seed <= JOURNALS; seed++) {
            List<RecordedEvent> events = RandomJournal.of(seed, 4, 9);
            var random = new Random(seed);
            AgainstTheOracleTest.fill(times, events, random);
            var oracle = new Oracle(events);
            for (int i = 0; i < SUPPOSITIONS; i++) {
                Question question = question(events, random);
                Supposition supposition = supposition(random);
                Limit limit = Limit.values()[random.nextInt(2)];
                String which = "seed %d, %s, %s, %s".formatted(seed, question, supposition, limit);

                List<Flipped> expected = judged(oracle, question, supposition, limit);

                WhatIf answer = suppositions.answer(question, supposition, limit);
                assertThat(answer.groups()).as(which).isEqualTo(groups(expected));
                // In one direction, or in both.
                Flip flip = random.nextInt(3) == 0 ? null : Flip.values()[random.nextInt(2)];
                List<FlippedFiling> listed =
                        suppositions.filings(question, List.of(), supposition, limit, flip, 0, 200);
                assertThat(listed.stream().map(FlippedFiling::filing).toList())
                        .as("%s %s", which, flip)
                        .isEqualTo(
                                expected.stream()
                                        .filter(
                                                f -> {
                                                    Flip its = f.flip(question.basis());
                                                    return its != null
                                                            && (flip == null || flip == its);
                                                })
                                        .map(Flipped::filing)
                                        .sorted()
                                        .toList());
                for (FlippedFiling filing : listed) {
                    boolean late = filing.flip() == Flip.TO_LATE;
                    assertThat(filing.before().onTime()).as(which).isEqualTo(late);
                    assertThat(filing.after().onTime()).as(which).isEqualTo(!late);
                }
                flips += listed.size();
            }
        }
        times.close();
        assertThat(flips).as("what flips in all journals").isGreaterThan(60);
    }

    private record Flipped(
            String filing,
            List<@Nullable String> keys,
            boolean claimedBefore,
            boolean claimedAfter,
            @Nullable Boolean attestedBefore,
            @Nullable Boolean attestedAfter) {

        @Nullable Flip flip(Basis basis) {
            Boolean before =
                    basis == Basis.CLAIMED ? Boolean.valueOf(claimedBefore) : attestedBefore;
            Boolean after = basis == Basis.CLAIMED ? Boolean.valueOf(claimedAfter) : attestedAfter;
            if (before == null || before.equals(after)) {
                return null;
            }
            return before ? Flip.TO_LATE : Flip.TO_ON_TIME;
        }
    }

    private static List<Flipped> judged(
            Oracle oracle, Question question, Supposition supposition, Limit limit) {
        var judged = new ArrayList<Flipped>();
        for (Oracle.Known known : oracle.filings(question.asOf())) {
            FilingHistory history = known.history();
            ReviewCourse course = history.course().orElse(null);
            Instant decided = history.decided();
            LocalDate day = Oracle.cohortDay(history, question);
            if (course == null
                    || decided == null
                    || (limit == Limit.STATUTORY && course.statutory() == null)
                    || !Oracle.matches(known, question.filter())
                    || !Oracle.inPeriod(day, question)) {
                continue;
            }
            WorkingCalendar own = ShippedCalendars.named(history.calendar());
            Reading before = ReviewClock.read(course, own.knownAt(decided), decided);
            Reading after = supposed(history, course, decided, own, supposition);
            judged.add(
                    new Flipped(
                            history.filing().toString(),
                            Oracle.keys(known, question, day),
                            kept(before.claimed(), limit),
                            kept(after.claimed(), limit),
                            before.attested() == null ? null : kept(before.attested(), limit),
                            after.attested() == null ? null : kept(after.attested(), limit)));
        }
        return judged;
    }

    private static Reading supposed(
            FilingHistory history,
            ReviewCourse course,
            Instant decided,
            WorkingCalendar own,
            Supposition supposition) {
        Instant knownAt =
                supposition.calendarKnownAt() == null ? decided : supposition.calendarKnownAt();
        WorkingCalendar calendar =
                (supposition.calendar() == null
                                ? own
                                : ShippedCalendars.named(supposition.calendar()))
                        .knownAt(knownAt);
        ReviewCourse other =
                course.within(
                        supposition.promised() == null ? course.promised() : supposition.promised(),
                        supposition.statutory() == null || course.statutory() == null
                                ? course.statutory()
                                : supposition.statutory());
        Set<StopGround> grounds = supposition.grounds();
        if (grounds != null) {
            other =
                    other.withStops(
                            course.stops().stream()
                                    .filter(stop -> grounds.contains(stop.ground()))
                                    .toList());
        }
        if (supposition.withoutExtension()) {
            other = other.withoutExtension();
        }
        Instant received = history.received();
        if (supposition.deemedAcceptance() && received != null) {
            LocalDate last = calendar.dateAt(received);
            for (int working = 0; working < 5; ) {
                last = last.plusDays(1);
                working += calendar.isWorkingDay(last) ? 1 : 0;
            }
            Instant asked = history.correctionRequested();
            if (calendar.dateAt(course.accepted()).isAfter(last)
                    && (asked == null || calendar.dateAt(asked).isAfter(last))) {
                other = other.acceptedAt(received);
            }
        }
        return ReviewClock.read(other, calendar, decided);
    }

    private static boolean kept(BasisReading reading, Limit limit) {
        LimitReading its = limit == Limit.PROMISED ? reading.promised() : reading.statutory();
        return its != null && !its.overdue();
    }

    private static List<WhatIf.Group> groups(List<Flipped> judged) {
        Map<List<@Nullable String>, List<Flipped>> byKeys = new LinkedHashMap<>();
        judged.stream()
                .sorted(Comparator.comparing(f -> inOrder(f.keys())))
                .forEach(f -> byKeys.computeIfAbsent(f.keys(), _ -> new ArrayList<>()).add(f));
        return byKeys.entrySet().stream()
                .map(
                        group ->
                                new WhatIf.Group(
                                        group.getKey(),
                                        change(group.getValue(), Basis.CLAIMED),
                                        change(group.getValue(), Basis.ATTESTED)))
                .toList();
    }

    /** What has no key comes last. */
    private static String inOrder(List<@Nullable String> keys) {
        var text = new StringBuilder();
        for (String key : keys) {
            text.append(key == null ? "\uffff" : key).append('\u0001');
        }
        return text.toString();
    }

    private static WhatIf.Change change(List<Flipped> all, Basis basis) {
        long n = 0;
        long before = 0;
        long after = 0;
        long toLate = 0;
        long toOnTime = 0;
        for (Flipped one : all) {
            Boolean kept =
                    basis == Basis.CLAIMED ? (Boolean) one.claimedBefore() : one.attestedBefore();
            Boolean would =
                    basis == Basis.CLAIMED ? (Boolean) one.claimedAfter() : one.attestedAfter();
            if (kept == null || would == null) {
                continue;
            }
            n++;
            before += kept ? 1 : 0;
            after += would ? 1 : 0;
            toLate += kept && !would ? 1 : 0;
            toOnTime += !kept && would ? 1 : 0;
        }
        return new WhatIf.Change(
                n, before, after, toLate, toOnTime, rate(before, n), rate(after, n));
    }

    private static java.math.@Nullable BigDecimal rate(long part, long whole) {
        return whole == 0
                ? null
                : java.math.BigDecimal.valueOf(part)
                        .divide(
                                java.math.BigDecimal.valueOf(whole),
                                4,
                                java.math.RoundingMode.HALF_UP);
    }

    private static Question question(List<RecordedEvent> events, Random random) {
        List<List<Dimension>> groupings =
                List.of(
                        List.of(),
                        List.of(Dimension.ZONE),
                        List.of(Dimension.ITEM, Dimension.MONTH),
                        List.of(Dimension.QUARTER));
        Question question =
                Question.of(Measure.REVIEW, Clock.WORKING)
                        .by(groupings.get(random.nextInt(groupings.size())))
                        .by(Cohort.values()[random.nextInt(4)])
                        .by(Basis.values()[random.nextInt(2)])
                        .asOf(AgainstTheOracleTest.asOf(events, random));
        return random.nextInt(3) > 0
                ? question
                : question.in(LocalDate.of(2018, 9, 1), LocalDate.of(2019, 10, 1));
    }

    private static Supposition supposition(Random random) {
        Supposition supposition = Supposition.NONE;
        if (random.nextInt(4) == 0) {
            supposition =
                    supposition.byCalendar(
                            ShippedCalendars.names()
                                    .get(random.nextInt(ShippedCalendars.names().size())));
        }
        if (random.nextInt(4) == 0) {
            supposition =
                    supposition.byCalendarAsKnownAt(
                            Instant.parse("2017-06-01T00:00:00Z")
                                    .plusSeconds(86_400L * random.nextInt(1200)));
        }
        if (random.nextInt(3) == 0) {
            supposition = supposition.within(limit(random), limit(random));
        }
        if (random.nextInt(3) == 0) {
            var grounds = EnumSet.noneOf(StopGround.class);
            for (StopGround ground : StopGround.values()) {
                if (random.nextBoolean()) {
                    grounds.add(ground);
                }
            }
            supposition = supposition.stoppedOnlyBy(random.nextBoolean() ? grounds : Set.of());
        }
        return supposition
                .withoutExtension(random.nextInt(3) == 0)
                .withDeemedAcceptance(random.nextInt(3) == 0);
    }

    private static TimeLimit limit(Random random) {
        LimitUnit unit = LimitUnit.values()[random.nextInt(4)];
        return new TimeLimit(random.nextInt(unit.countsDays() ? 25 : 150), unit);
    }
}
