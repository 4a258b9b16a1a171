package org.chengnuo.approval.projections.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.calendar.ShippedCalendars;
import org.chengnuo.approval.clock.Basis;
import org.chengnuo.approval.policy.Policies;
import org.chengnuo.approval.projections.intake.Batch;
import org.chengnuo.approval.projections.intake.ParkedEvents;
import org.chengnuo.approval.projections.intake.Places;
import org.chengnuo.approval.projections.intake.ReadModel;
import org.chengnuo.approval.projections.intake.RecordedEvent;
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
import org.chengnuo.approval.projections.reviewtimes.Turnaround.Group;
import org.chengnuo.approval.projections.reviewtimes.Turnarounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** What the facts answer is what the events say, for journals as chance has them. */
class AgainstTheOracleTest {

    private static final int JOURNALS = 200;

    @TempDir static Path folder;

    @Test
    void everyMeasureOfEveryJournal() {
        // Nothing is parked, so that no table of parked events is asked.
        var times =
                new ReviewTimes(
                        StatisticsSettings.usual(folder),
                        new ParkedEvents(new PGSimpleDataSource()),
                        new Rulebook(ShippedCalendars::named, () -> Policies.SHIPPED));
        var turnarounds = new Turnarounds(times);
        for (long seed = 1; seed <= JOURNALS; seed++) {
            List<RecordedEvent> events = RandomJournal.of(seed);
            var random = new Random(seed);
            fill(times, events, random);
            var oracle = new Oracle(events);
            for (Question question : questions(events, random)) {
                assertThat(inOrder(turnarounds.answer(question).groups()))
                        .as("seed %d, %s", seed, question)
                        .isEqualTo(oracle.turnaround(question));
            }
        }
        times.close();
    }

    /** In batches as chance has them, which may cut a transaction. */
    static void fill(ReviewTimes times, List<RecordedEvent> events, Random random) {
        ReadModel.Build build = times.replace(UUID.randomUUID());
        int from = 0;
        while (from < events.size()) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(200));
            List<RecordedEvent> batch = events.subList(from, to);
            build.apply(
                    new Batch(
                            batch,
                            List.of(),
                            Places.start(1),
                            Places.at(batch.getLast().position())));
            from = to;
        }
    }

    /** Every measure by a clock, with some of the groupings, cohorts, filters and positions. */
    private static List<Question> questions(List<RecordedEvent> events, Random random) {
        var questions = new ArrayList<Question>();
        List<List<Dimension>> groupings =
                List.of(
                        List.of(),
                        List.of(Dimension.ZONE),
                        List.of(Dimension.MONTH),
                        List.of(Dimension.QUARTER, Dimension.ITEM),
                        List.of(Dimension.KIND, Dimension.WEEK),
                        List.of(Dimension.CENTER, Dimension.AGENT, Dimension.EDITION),
                        List.of(Dimension.ENTERPRISE, Dimension.YEAR));
        List<FactFilter> filters =
                List.of(
                        FactFilter.ALL,
                        FactFilter.ALL,
                        FactFilter.ALL.with(Dimension.ZONE, "LF-01"),
                        FactFilter.ALL
                                .with(Dimension.AGENT, "false")
                                .with(Dimension.KIND, "PROMISED"));
        for (Measure measure : Measure.values()) {
            Clock clock = Clock.values()[random.nextInt(2)];
            Question question =
                    Question.of(measure, clock)
                            .by(groupings.get(random.nextInt(groupings.size())))
                            .by(Cohort.values()[random.nextInt(4)])
                            .by(Basis.values()[random.nextInt(2)])
                            .of(filters.get(random.nextInt(filters.size())))
                            .asOf(asOf(events, random));
            questions.add(
                    random.nextBoolean()
                            ? question
                            : question.in(
                                    LocalDate.of(2018, 7, 1).plusDays(random.nextInt(300)),
                                    LocalDate.of(2019, 6, 1).plusDays(random.nextInt(400))));
        }
        return questions;
    }

    static AsOf asOf(List<RecordedEvent> events, Random random) {
        RecordedEvent one = events.get(random.nextInt(events.size()));
        return switch (random.nextInt(3)) {
            case 0 -> AsOf.NOW;
            case 1 -> AsOf.at(one.position());
            default -> new AsOf.By(one.recordedAt());
        };
    }

    private static List<Group> inOrder(List<Group> groups) {
        return groups.stream()
                .sorted(Comparator.comparing(group -> group.keys().toString()))
                .toList();
    }
}
