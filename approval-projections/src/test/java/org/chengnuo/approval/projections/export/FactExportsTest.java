package org.chengnuo.approval.projections.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.chengnuo.approval.calendar.ShippedCalendars;
import org.chengnuo.approval.policy.Policies;
import org.chengnuo.approval.projections.export.FactExports.FactsCopied;
import org.chengnuo.approval.projections.export.FactExports.FileFormat;
import org.chengnuo.approval.projections.intake.Batch;
import org.chengnuo.approval.projections.intake.ParkedEvents;
import org.chengnuo.approval.projections.intake.Places;
import org.chengnuo.approval.projections.intake.RecordedEvent;
import org.chengnuo.approval.projections.oracle.Oracle;
import org.chengnuo.approval.projections.oracle.RandomJournal;
import org.chengnuo.approval.projections.reviewtimes.AsOf;
import org.chengnuo.approval.projections.reviewtimes.Clock;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.FactFilter;
import org.chengnuo.approval.projections.reviewtimes.Measure;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.ReviewTimes;
import org.chengnuo.approval.projections.reviewtimes.Rulebook;
import org.chengnuo.approval.projections.reviewtimes.StatisticsSettings;
import org.chengnuo.approval.projections.reviewtimes.Turnaround.Group;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/** Who has the files needs nothing else to find the figures again. */
class FactExportsTest {

    @TempDir static Path folder;

    private static List<RecordedEvent> events;
    private static ReviewTimes times;
    private static FactExports exports;

    @BeforeAll
    static void given() {
        events = RandomJournal.of(11, 30, 30);
        times =
                new ReviewTimes(
                        StatisticsSettings.usual(folder),
                        new ParkedEvents(new PGSimpleDataSource()),
                        new Rulebook(ShippedCalendars::named, () -> Policies.SHIPPED));
        times.replace(UUID.randomUUID())
                .apply(
                        new Batch(
                                events,
                                List.of(),
                                Places.start(1),
                                Places.at(events.getLast().position())));
        exports = new FactExports(times, folder.resolve("exports"));
    }

    @AfterAll
    static void close() {
        times.close();
    }

    @ParameterizedTest
    @EnumSource
    void theFiguresOfAFileAreThoseOfTheEvents(FileFormat format) throws SQLException {
        var filter = FactFilter.ALL.with(Dimension.ZONE, "LF-02");
        AsOf asOf = AsOf.at(events.get(events.size() * 2 / 3).position());

        try (FactsCopied copied = exports.copy(FactTable.FILINGS, format, filter, asOf)) {
            for (Measure measure : List.of(Measure.REVIEW, Measure.HIDDEN, Measure.PATH)) {
                Question question =
                        Question.of(measure, Clock.WORKING)
                                .by(Dimension.KIND)
                                .of(filter)
                                .asOf(asOf);
                List<Group> expected =
                        new Oracle(events)
                                .turnaround(question).stream().filter(g -> g.n() > 0).toList();

                assertThat(figures(copied.file(), measure)).isEqualTo(figures(expected));
            }
        }
    }

    private static List<String> figures(List<Group> groups) {
        return groups.stream()
                .map(
                        group ->
                                "%s %d %s %s %s"
                                        .formatted(
                                                group.key(),
                                                group.n(),
                                                group.p50Seconds(),
                                                group.p90Seconds(),
                                                group.maxSeconds()))
                .toList();
    }

    private static List<String> figures(Path file, Measure measure) throws SQLException {
        String column =
                measure == Measure.REVIEW
                        ? "review_working_claimed"
                        : measure.name().toLowerCase(java.util.Locale.ROOT) + "_working";
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                """
                                select coalesce(kind, 'null') || ' ' || count(*)
                                    || ' ' || cast(quantile_disc(v, 0.5) / 1000 as decimal(18, 3))
                                    || ' ' || cast(quantile_disc(v, 0.9) / 1000 as decimal(18, 3))
                                    || ' ' || cast(max(v) / 1000 as decimal(18, 3))
                                from (select kind, %s as v from '%s') where v is not null
                                group by kind order by kind nulls last
                                """
                                        .formatted(column, file))) {
            var found = new java.util.ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    @Test
    void everyTableIsWrittenAndLeavesNothingBehind() throws Exception {
        for (FactTable table : FactTable.values()) {
            for (FileFormat format : FileFormat.values()) {
                try (FactsCopied copied = exports.copy(table, format, FactFilter.ALL, AsOf.NOW)) {
                    assertThat(copied.file()).isNotEmptyFile();
                    assertThat(copied.position()).isEqualTo(events.getLast().position());
                }
            }
        }
        try (var left = Files.list(folder.resolve("exports"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whatATableDoesNotHaveDoesNotRestrictIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                exports.copy(
                                        FactTable.PROJECTS,
                                        FileFormat.CSV,
                                        FactFilter.ALL.with(Dimension.KIND, "PROMISED"),
                                        AsOf.NOW))
                .withMessageContaining("projects are told apart by zone, region")
                .withMessageContaining("not by kind");
    }
}
