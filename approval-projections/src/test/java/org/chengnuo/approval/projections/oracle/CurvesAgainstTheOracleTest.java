package org.chengnuo.approval.projections.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.calendar.ShippedCalendars;
import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.clock.Basis;
import org.chengnuo.approval.clock.ClockState;
import org.chengnuo.approval.clock.ReviewClock;
import org.chengnuo.approval.filing.FilingHistory;
import org.chengnuo.approval.policy.Policies;
import org.chengnuo.approval.projections.ageing.Ageing;
import org.chengnuo.approval.projections.ageing.Ageings;
import org.chengnuo.approval.projections.ageing.OpenFiling;
import org.chengnuo.approval.projections.intake.ParkedEvents;
import org.chengnuo.approval.projections.intake.RecordedEvent;
import org.chengnuo.approval.projections.reviewtimes.AsOf;
import org.chengnuo.approval.projections.reviewtimes.Clock;
import org.chengnuo.approval.projections.reviewtimes.Measure;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.ReviewTimes;
import org.chengnuo.approval.projections.reviewtimes.Rulebook;
import org.chengnuo.approval.projections.reviewtimes.StatisticsSettings;
import org.chengnuo.approval.projections.survival.Ecdf;
import org.chengnuo.approval.projections.survival.Survival;
import org.chengnuo.approval.projections.survival.Survivals;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Survival and ageing of journals as chance has them, computed again from the events. */
class CurvesAgainstTheOracleTest {

    private static final int JOURNALS = 200;

    @TempDir static Path folder;

    @Test
    void everyCurveOfEveryJournal() {
        // Nothing is parked, so that no table of parked events is asked.
        var times =
                new ReviewTimes(
                        StatisticsSettings.usual(folder),
                        new ParkedEvents(new PGSimpleDataSource()),
                        new Rulebook(ShippedCalendars::named, () -> Policies.SHIPPED));
        var survivals = new Survivals(times, ShippedCalendars::named);
        var ageings = new Ageings(times, ShippedCalendars::named);
        int neverOpen = 0;
        for (long seed = 1; seed <= JOURNALS; seed++) {
            List<RecordedEvent> events = RandomJournal.of(seed);
            var random = new Random(seed);
            AgainstTheOracleTest.fill(times, events, random);
            var oracle = new Oracle(events);
            Question question =
                    Question.of(
                                    Measure.values()[random.nextInt(Measure.values().length)],
                                    Clock.values()[random.nextInt(2)])
                            .by(Basis.values()[random.nextInt(2)])
                            .asOf(AgainstTheOracleTest.asOf(events, random));
            String which = "seed %d, %s".formatted(seed, question);
            Instant until = until(oracle, question.asOf());

            Survival survival = survivals.survival(question, Survivals.MOST_POINTS);
            Ecdf ecdf = survivals.ecdf(question, Survivals.MOST_POINTS);
            isTheProductOfWhatIsLeft(which, oracle, question, until, survival);
            if (!ecdf.groups().isEmpty() && survival.groups().getFirst().censoredN() == 0) {
                isWhatTheOthersHaveLeft(which, survival, ecdf);
                neverOpen++;
            }
            isTheAgeOfEach(
                    which,
                    oracle,
                    question,
                    until,
                    ageings.answer(question, Ageings.Listed.ALL, 0, 200));
        }
        times.close();
        assertThat(neverOpen).as("curves on which nothing is open").isGreaterThan(20);
    }

    private static @Nullable Instant until(Oracle oracle, AsOf asOf) {
        return asOf instanceof AsOf.By(Instant moment)
                ? moment
                : oracle.knownEvents(asOf).stream()
                        .map(RecordedEvent::recordedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    private record Watched(long millis, boolean ended) {}

    /** By the definition, with a product over all filings. */
    private static void isTheProductOfWhatIsLeft(
            String which,
            Oracle oracle,
            Question question,
            @Nullable Instant until,
            Survival survival) {
        var all = new ArrayList<Watched>();
        for (Oracle.Known known : oracle.filings(question.asOf())) {
            FilingHistory history = known.history();
            Instant begin = Oracle.begin(history, question.measure());
            Instant end = Oracle.end(history, question.measure());
            if (begin == null || until == null) {
                continue;
            }
            Instant to =
                    end != null
                            ? end
                            : Stream.of(
                                            Stream.of(until),
                                            givenUp(history, question.measure()).stream())
                                    .flatMap(moments -> moments)
                                    .min(Comparator.naturalOrder())
                                    .orElseThrow();
            all.add(
                    new Watched(
                            to.isAfter(begin) ? Oracle.duration(history, question, begin, to) : 0,
                            end != null));
        }
        if (all.isEmpty()) {
            assertThat(survival.groups()).as(which).isEmpty();
            return;
        }
        Survival.Group group = survival.groups().getFirst();
        assertThat(group.n()).as(which).isEqualTo(all.size());
        assertThat(group.endedN()).as(which).isEqualTo(all.stream().filter(Watched::ended).count());
        double left = 1;
        int point = 0;
        for (long time :
                all.stream()
                        .filter(Watched::ended)
                        .mapToLong(Watched::millis)
                        .sorted()
                        .distinct()
                        .toArray()) {
            long atRisk = all.stream().filter(w -> w.millis() >= time).count();
            long ended = all.stream().filter(w -> w.ended() && w.millis() == time).count();
            left *= 1 - (double) ended / atRisk;
            Survival.Point at = group.points().get(point++);
            assertThat(at.seconds()).as(which).isEqualTo(BigDecimal.valueOf(time, 3));
            assertThat(at.atRisk()).as(which).isEqualTo(atRisk);
            assertThat(at.ended()).as(which).isEqualTo(ended);
            assertThat(at.survival().doubleValue())
                    .as(which)
                    .isCloseTo(left, org.assertj.core.api.Assertions.within(0.00006));
        }
        assertThat(group.points()).as(which).hasSize(point);
    }

    private static List<Instant> givenUp(FilingHistory h, Measure measure) {
        var moments = new ArrayList<Instant>();
        Instant closed = h.closed();
        if (closed != null) {
            moments.add(closed);
        }
        Instant other =
                switch (measure) {
                    case PATH, DELIVERY -> h.revoked();
                    case WAITING, FIRST_LOOK -> h.accepted();
                    default -> null;
                };
        if (other != null) {
            moments.add(other);
        }
        return moments;
    }

    private static void isWhatTheOthersHaveLeft(String which, Survival survival, Ecdf ecdf) {
        List<Survival.Point> left = survival.groups().getFirst().points();
        Ecdf.Group taken = ecdf.groups().getFirst();
        assertThat(taken.points()).as(which).hasSameSizeAs(left);
        for (int i = 0; i < left.size(); i++) {
            Ecdf.Point point = taken.points().get(i);
            assertThat(point.seconds()).as(which).isEqualTo(left.get(i).seconds());
            assertThat(left.get(i).survival())
                    .as(which)
                    .isEqualTo(
                            BigDecimal.valueOf((double) (taken.n() - point.n()) / taken.n())
                                    .setScale(4, RoundingMode.HALF_UP));
        }
    }

    private static void isTheAgeOfEach(
            String which,
            Oracle oracle,
            Question question,
            @Nullable Instant until,
            Ageing ageing) {
        var expected = new ArrayList<String>();
        for (Oracle.Known known : oracle.filings(question.asOf())) {
            FilingHistory history = known.history();
            Instant since = history.accepted() == null ? history.received() : history.accepted();
            if (since == null
                    || until == null
                    || history.decided() != null
                    || history.closed() != null
                    || history.revoked() != null) {
                continue;
            }
            Instant at = until.isBefore(since) ? since : until;
            WorkingCalendar calendar = ShippedCalendars.named(history.calendar()).knownAt(at);
            var reading =
                    history.course()
                            .flatMap(c -> ReviewClock.read(c, calendar, at).by(question.basis()));
            int days = 0;
            for (var day = calendar.dateAt(since).plusDays(1);
                    !day.isAfter(calendar.dateAt(at));
                    day = day.plusDays(1)) {
                days += calendar.isWorkingDay(day) ? 1 : 0;
            }
            expected.add(
                    "%s %d %s %s %s"
                            .formatted(
                                    history.filing(),
                                    days,
                                    reading.map(r -> r.promised().used().toString()).orElse("null"),
                                    reading.filter(r -> r.state() instanceof ClockState.Stopped)
                                            .isPresent(),
                                    reading.filter(r -> r.promised().overdue()).isPresent()));
        }
        assertThat(ageing.oldest().stream().map(CurvesAgainstTheOracleTest::told).toList())
                .as(which)
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(ageing.oldest())
                .as(which)
                .isSortedAccordingTo(Comparator.comparingInt(OpenFiling::workingDays).reversed());
        for (Ageing.Group group : ageing.groups()) {
            assertThat(group.n()).as(which).isEqualTo(expected.size());
            assertThat(group.byAge().stream().mapToLong(Ageing.AgeBucket::n).sum())
                    .isEqualTo(group.n());
            assertThat(group.byShare().stream().mapToLong(Ageing.ShareBucket::n).sum())
                    .isEqualTo(group.n());
            assertThat(group.overdue())
                    .isEqualTo(ageing.oldest().stream().filter(OpenFiling::overdue).count());
            assertThat(group.byShare().getLast().n()).isEqualTo(group.overdue());
        }
    }

    private static String told(OpenFiling filing) {
        return "%s %d %s %s %s"
                .formatted(
                        filing.filing(),
                        filing.workingDays(),
                        filing.used(),
                        filing.stopped(),
                        filing.overdue());
    }
}
