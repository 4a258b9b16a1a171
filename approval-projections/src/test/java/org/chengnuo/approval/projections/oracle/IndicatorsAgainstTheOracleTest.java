package org.chengnuo.approval.projections.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.calendar.ShippedCalendars;
import org.chengnuo.approval.policy.Policies;
import org.chengnuo.approval.projections.indicators.Behind;
import org.chengnuo.approval.projections.indicators.Behind.Side;
import org.chengnuo.approval.projections.indicators.Indicator;
import org.chengnuo.approval.projections.indicators.IndicatorAnswer.Group;
import org.chengnuo.approval.projections.indicators.Indicators;
import org.chengnuo.approval.projections.indicators.Subject;
import org.chengnuo.approval.projections.indicators.Withholding;
import org.chengnuo.approval.projections.intake.Batch;
import org.chengnuo.approval.projections.intake.ParkedEvents;
import org.chengnuo.approval.projections.intake.Places;
import org.chengnuo.approval.projections.intake.ReadModel;
import org.chengnuo.approval.projections.intake.RecordedEvent;
import org.chengnuo.approval.projections.oracle.IndicatorOracle.Sums;
import org.chengnuo.approval.projections.reviewtimes.AsOf;
import org.chengnuo.approval.projections.reviewtimes.Clock;
import org.chengnuo.approval.projections.reviewtimes.Cohort;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.FactFilter;
import org.chengnuo.approval.projections.reviewtimes.Measure;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.ReviewTimes;
import org.chengnuo.approval.projections.reviewtimes.Rulebook;
import org.chengnuo.approval.projections.reviewtimes.StatisticsSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/** Every indicator is what the events say, for journals as chance has them. */
class IndicatorsAgainstTheOracleTest {

    private static final int JOURNALS = 40;

    @TempDir static Path folder;

    @Test
    void everyIndicatorOfEveryJournal() {
        var rules = new Rulebook(ShippedCalendars::named, () -> Policies.SHIPPED);
        var times =
                new ReviewTimes(
                        StatisticsSettings.usual(folder),
                        new ParkedEvents(new PGSimpleDataSource()),
                        rules);
        var indicators = new Indicators(times, rules, new Withholding(1));
        for (long seed = 1; seed <= JOURNALS; seed++) {
            List<RecordedEvent> events = RandomJournal.of(seed, 4, 12);
            ReadModel.Build build = times.replace(UUID.randomUUID());
            build.apply(
                    new Batch(
                            events,
                            List.of(),
                            Places.start(1),
                            Places.at(events.getLast().position())));
            var oracle = new IndicatorOracle(events);
            var random = new Random(seed);
            for (Indicator indicator : Indicator.all()) {
                if (indicator.subject() == Subject.ITEM) {
                    continue;
                }
                Question question = question(indicator.subject(), events, random);
                List<Group> groups = indicators.answer(indicator, question).groups();
                assertThat(sums(groups))
                        .as("seed %d, %s, %s", seed, indicator.code(), question)
                        .isEqualTo(oracle.answer(indicator.code(), question));
                if (!groups.isEmpty()) {
                    assertThatItLeadsToWhatIsBehindIt(
                            indicators,
                            indicator,
                            question,
                            groups.get(random.nextInt(groups.size())));
                }
            }
        }
        times.close();
    }

    private static Map<String, Sums> sums(List<Group> groups) {
        var found = new TreeMap<String, Sums>();
        for (Group group : groups) {
            found.put(
                    group.keys() + " " + group.unit(),
                    new Sums(
                            Objects.requireNonNull(group.n()),
                            Objects.requireNonNull(group.numerator()),
                            Objects.requireNonNull(group.denominator())));
        }
        return found;
    }

    private static void assertThatItLeadsToWhatIsBehindIt(
            Indicators indicators, Indicator indicator, Question question, Group group) {
        List<String> keys = group.keys().stream().map(key -> key == null ? "" : key).toList();
        Behind all =
                indicators.behind(
                        indicator, question, keys, group.unit(), Side.DENOMINATOR, 0, 200);
        assertThat((long) all.pieces().size())
                .isEqualTo(Math.min(200, Objects.requireNonNull(group.n())));
        if (all.pieces().size() < 200) {
            assertThat(
                            indicators
                                    .behind(
                                            indicator,
                                            question,
                                            keys,
                                            group.unit(),
                                            Side.NUMERATOR,
                                            0,
                                            200)
                                    .pieces()
                                    .stream()
                                    .mapToLong(Behind.Piece::numerator)
                                    .sum())
                    .isEqualTo(group.numerator());
        }
    }

    private static Question question(Subject subject, List<RecordedEvent> events, Random random) {
        boolean filings = subject == Subject.FILING;
        List<List<Dimension>> groupings =
                filings
                        ? List.of(
                                List.of(),
                                List.of(Dimension.ZONE),
                                List.of(Dimension.MONTH),
                                List.of(Dimension.QUARTER, Dimension.ITEM),
                                List.of(Dimension.KIND, Dimension.WEEK),
                                List.of(Dimension.CENTER, Dimension.AGENT))
                        : List.of(
                                List.of(),
                                List.of(Dimension.ZONE),
                                List.of(Dimension.MONTH),
                                List.of(Dimension.ZONE, Dimension.YEAR));
        Question question =
                Question.of(Measure.REVIEW, Clock.CALENDAR)
                        .by(groupings.get(random.nextInt(groupings.size())))
                        .by(filings ? Cohort.values()[random.nextInt(4)] : Cohort.ENDED)
                        .of(
                                random.nextInt(3) == 0
                                        ? FactFilter.ALL.with(Dimension.ZONE, "LF-01")
                                        : FactFilter.ALL)
                        .asOf(asOf(events, random));
        return random.nextBoolean()
                ? question
                : question.in(
                        LocalDate.of(2018, 7, 1).plusDays(random.nextInt(300)),
                        LocalDate.of(2019, 6, 1).plusDays(random.nextInt(400)));
    }

    private static AsOf asOf(List<RecordedEvent> events, Random random) {
        RecordedEvent one = events.get(random.nextInt(events.size()));
        return switch (random.nextInt(3)) {
            case 0 -> AsOf.NOW;
            case 1 -> AsOf.at(one.position());
            // At the end of a transaction, of which nobody knows a part.
            default ->
                    new AsOf.By(
                            events.stream()
                                    .filter(
                                            e ->
                                                    e.position().transaction()
                                                            == one.position().transaction())
                                    .map(RecordedEvent::recordedAt)
                                    .max(Comparator.naturalOrder())
                                    .orElseThrow());
        };
    }
}
