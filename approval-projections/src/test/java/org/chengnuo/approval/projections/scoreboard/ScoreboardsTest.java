package org.chengnuo.approval.projections.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.chengnuo.approval.policy.Standard.Direction.AT_LEAST;
import static org.chengnuo.approval.policy.Standard.Direction.AT_MOST;
import static org.chengnuo.approval.projections.intake.Story.accepted;
import static org.chengnuo.approval.projections.intake.Story.at;
import static org.chengnuo.approval.projections.intake.Story.decided;
import static org.chengnuo.approval.projections.intake.Story.filing;
import static org.chengnuo.approval.projections.intake.Story.project;
import static org.chengnuo.approval.projections.intake.Story.received;
import static org.chengnuo.approval.projections.intake.Story.registered;

import org.assertj.core.data.Offset;
import org.chengnuo.approval.assessment.AssessedContent;
import org.chengnuo.approval.assessment.AssessmentEvent.SchemePublished;
import org.chengnuo.approval.assessment.AssessmentEvent.ScoreVerified;
import org.chengnuo.approval.assessment.AssessmentEvent.SelfScored;
import org.chengnuo.approval.assessment.AssessmentPeriod;
import org.chengnuo.approval.assessment.SchemeCode;
import org.chengnuo.approval.assessment.SchemeContent;
import org.chengnuo.approval.assessment.Scoring;
import org.chengnuo.approval.assessment.Scoring.Deduction;
import org.chengnuo.approval.assessment.Scoring.Rank;
import org.chengnuo.approval.assessment.Scoring.Ratio;
import org.chengnuo.approval.assessment.Scoring.Veto;
import org.chengnuo.approval.calendar.ShippedCalendars;
import org.chengnuo.approval.policy.Policies;
import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.projections.indicators.Withholding;
import org.chengnuo.approval.projections.intake.Reach;
import org.chengnuo.approval.projections.intake.Running;
import org.chengnuo.approval.projections.intake.TestJournal;
import org.chengnuo.approval.projections.reviewtimes.AsOf;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.chengnuo.approval.projections.reviewtimes.Rulebook;
import org.chengnuo.approval.projections.scoreboard.Scoreboard.ContentScore;
import org.chengnuo.approval.projections.scoreboard.Scoreboard.ZoneScore;
import org.chengnuo.approval.projections.scoreboard.Sensitivity.Swap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Three zones by three contents, of figures that were made up, so that all can be computed by hand.
 *
 * <pre>
 *            on time (60, ratio to 0.8)   stops (25, rank, least)   late (15, base 15, 2 a case)   total
 * A          0.8  -> 60                   0.30 -> 25 * 1/3 = 8.33    1 -> 13                        81.33
 * B          0.6  -> 45                   0.10 -> 25                 0 -> 15                        85.00
 * C          0.4  -> 30                   0.20 -> 25 * 2/3 = 16.67   8 -> 0                         46.67
 * </pre>
 */
class ScoreboardsTest {

    private static final ZoneCode A = new ZoneCode("A");
    private static final ZoneCode B = new ZoneCode("B");
    private static final ZoneCode C = new ZoneCode("C");
    private static final SchemeCode SCHEME = SchemeCode.of("test:1");
    private static final AssessmentPeriod YEAR = AssessmentPeriod.of("2018");
    private static final Instant NOW = Instant.parse("2019-01-10T01:00:00Z");

    private static final Map<String, Map<ZoneCode, BigDecimal>> VALUES =
            Map.of(
                    "on-time", Map.of(A, dec("0.8"), B, dec("0.6"), C, dec("0.4")),
                    "stops", Map.of(A, dec("0.30"), B, dec("0.10"), C, dec("0.20")),
                    "late", Map.of(A, dec("1"), B, dec("0"), C, dec("8")));

    @TempDir private Path folder;

    private final TestJournal journal = new TestJournal();
    private Running running;

    private static BigDecimal dec(String number) {
        return new BigDecimal(number);
    }

    /** As if they had been measured. */
    private record MadeUp(Map<String, Map<ZoneCode, BigDecimal>> values) implements Figures {

        @Override
        public Map<String, Bilingual> indicators() {
            return Map.of();
        }

        @Override
        public Map<ZoneCode, BigDecimal> values(
                String indicator, List<ZoneCode> zones, LocalDate from, LocalDate to, AsOf asOf) {
            return values.getOrDefault(indicator, Map.of());
        }
    }

    @BeforeEach
    void given() {
        // The facts are there when they have come to an event.
        journal.append(at("2018-08-01T09:00"), List.of(registered(project(100), "LF-09")));
        publish(
                SCHEME,
                List.of(A, B, C),
                content("on-time", "60", new Ratio(AT_LEAST, dec("0.8"), dec("1"))),
                content("stops", "25", new Rank(AT_MOST)),
                content("late", "15", new Deduction(dec("15"), dec("2"))),
                content("late-veto", "late", "0", new Veto(AT_MOST, dec("10"))));
        running = new Running(journal, folder, 100).caughtUp();
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private static AssessedContent content(String code, String weight, Scoring.Method method) {
        return content(code, code, weight, method);
    }

    private static AssessedContent content(
            String code, String indicator, String weight, Scoring.Method method) {
        return new AssessedContent(
                code, "Content", "内容", indicator, dec(weight), Scoring.by(method));
    }

    private void publish(SchemeCode code, List<ZoneCode> zones, AssessedContent... contents) {
        journal.appendRules(
                new SchemePublished(
                        code,
                        NOW,
                        new SchemeContent(
                                "Scheme",
                                "方案",
                                LocalDate.of(2018, 1, 1),
                                LocalDate.of(2020, 1, 1),
                                zones,
                                List.of(contents))));
    }

    private Scoreboard board(Map<String, Map<ZoneCode, BigDecimal>> values) {
        return boards(new MadeUp(values)).answer(SCHEME, YEAR, AsOf.NOW, 7);
    }

    private Scoreboards boards(Figures figures) {
        return new Scoreboards(
                new AssessmentRecords(journal.database()),
                running.times(),
                new Reach(journal.database()),
                figures);
    }

    private static List<String> totals(Scoreboard board) {
        return board.zones().stream()
                .map(zone -> "%s %s %s".formatted(zone.rank(), zone.zone(), zone.total()))
                .toList();
    }

    private static ContentScore score(Scoreboard board, ZoneCode zone, String content) {
        ZoneScore of =
                board.zones().stream()
                        .filter(one -> one.zone().equals(zone))
                        .findFirst()
                        .orElseThrow();
        return of.contents().stream()
                .filter(one -> one.content().equals(content))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyContentIsScoredByItsMethod() {
        Scoreboard board = board(VALUES);

        assertThat(totals(board)).containsExactly("1 B 85.00", "2 A 81.33", "3 C 46.67");
        assertThat(score(board, A, "on-time").points()).isEqualTo("60.00");
        assertThat(score(board, A, "stops").points()).isEqualTo("8.33");
        assertThat(score(board, C, "late").points()).isEqualTo("0.00");
        assertThat(score(board, C, "late-veto").value()).isEqualTo("8");
    }

    @Test
    void aVetoTakesTheRankAway() {
        var values = new HashMap<>(VALUES);
        values.put("late", Map.of(A, dec("1"), B, dec("11"), C, dec("8")));

        Scoreboard board = board(values);

        assertThat(totals(board)).containsExactly("1 A 81.33", "2 C 46.67", "null B 70.00");
        assertThat(board.zones().getLast().vetoes()).containsExactly("late-veto");
        assertThat(board.sensitivity().ranks()).hasSize(2);
    }

    @Test
    void equalTotalsHaveTheSameRank() {
        var values = new HashMap<>(VALUES);
        values.replaceAll((_, of) -> Map.of(A, of.get(A), B, of.get(A), C, of.get(C)));

        Scoreboard board = board(values);

        assertThat(board.zones().stream().map(ZoneScore::rank)).containsExactly(1, 1, 3);
        assertThat(board.sensitivity().swap()).isNull();
    }

    @Test
    void aZoneWithoutAValueGetsNoPoints() {
        var values = new HashMap<>(VALUES);
        values.put("on-time", Map.of(A, dec("0.8"), C, dec("0.4")));

        assertThat(score(board(values), B, "on-time").value()).isNull();
        assertThat(totals(board(values))).containsExactly("1 A 81.33", "2 C 46.67", "3 B 40.00");
    }

    @Test
    void verifiedPointsCountAndSelfScoresNever() {
        journal.appendRules(
                new SelfScored(SCHEME, NOW, A, YEAR, "stops", dec("25"), null),
                new ScoreVerified(SCHEME, NOW, A, YEAR, "stops", dec("12.5"), "按实核定"));

        Scoreboard board = board(VALUES);

        assertThat(totals(board)).startsWith("1 A 85.50", "2 B 85.00");
        assertThat(board.zones().getFirst().computed()).isEqualTo("81.33");
        ContentScore stops = score(board, A, "stops");
        assertThat(stops.selfScore()).isEqualTo("25");
        assertThat(stops.verifiedScore()).isEqualTo("12.5");
        assertThat(stops.points()).isEqualTo("8.33");
        assertThat(stops.counted()).isEqualTo("12.5");
    }

    @Test
    void theScoresAreTheSameAsOfTheirPosition() {
        Scoreboard before = board(VALUES);
        journal.appendRules(new ScoreVerified(SCHEME, NOW, A, YEAR, "stops", dec("12.5"), "按实核定"));

        assertThat(board(VALUES).position().isAfter(before.position())).isTrue();
        assertThat(
                        boards(new MadeUp(VALUES))
                                .answer(SCHEME, YEAR, AsOf.at(before.position()), 7)
                                .zones())
                .isEqualTo(before.zones());
    }

    /**
     * B leads A by 85.00 - 81.33 = 3.67. On time A gets 1 and B 0.75 of the weight: 0.25 for each
     * point of weight, so that they are level at 60 + 3.67 / 0.25 = 74.68. By stops B gets 1 and A
     * 8.33 / 25 = 0.3332: level at 25 - 3.67 / 0.6668 = 19.4961. Late filings give 1 and 13 / 15:
     * they would be level below 0.
     */
    @Test
    void saysWhichWeightChangesTheFirstTwo() {
        assertThat(board(VALUES).sensitivity().swap())
                .isEqualTo(new Swap("stops", dec("25"), dec("19.4961"), B, A));
    }

    @Test
    void saysHowOftenAZoneKeepsItsRankIfTheWeightsAreShaken() {
        Sensitivity sensitivity = board(VALUES).sensitivity();

        assertThat(sensitivity.draws()).isEqualTo(10_000);
        assertThat(sensitivity.ranks().stream().map(Sensitivity.Ranks::zone))
                .containsExactly(B, A, C);
        // C is last whatever the weights; the first two change places now and then, and a pair of
        // three that is turned lowers tau by 2/3.
        BigDecimal kept = sensitivity.ranks().getFirst().shares().getFirst();
        assertThat(kept).isBetween(dec("0.8"), dec("0.99"));
        assertThat(sensitivity.ranks().get(1).shares().getFirst())
                .isEqualTo(BigDecimal.ONE.subtract(kept).setScale(4));
        assertThat(sensitivity.ranks().getLast().shares())
                .containsExactly(dec("0.0000"), dec("0.0000"), dec("1.0000"));
        assertThat(sensitivity.leastTau()).isEqualTo("0.3333");
        assertThat(sensitivity.meanTau())
                .isCloseTo(
                        dec("1").add(dec("2").multiply(kept))
                                .divide(dec("3"), 6, RoundingMode.HALF_UP),
                        Offset.offset(dec("0.0001")));
    }

    @Test
    void theSameSeedGivesTheSameAnswer() {
        assertThat(board(VALUES).sensitivity()).isEqualTo(board(VALUES).sensitivity());
        assertThat(
                        boards(new MadeUp(VALUES))
                                .answer(SCHEME, YEAR, AsOf.NOW, 8)
                                .sensitivity()
                                .ranks())
                .isNotEqualTo(board(VALUES).sensitivity().ranks());
    }

    @Test
    void refusesWhatTheSchemeDoesNotAssess() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                boards(new MadeUp(VALUES))
                                        .answer(SCHEME, AssessmentPeriod.of("2021"), AsOf.NOW, 7))
                .withMessageContaining("period");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                boards(new MadeUp(VALUES))
                                        .answer(SchemeCode.of("moon:1"), YEAR, AsOf.NOW, 7))
                .withMessageContaining("linfen-zones:1");
    }

    @Test
    void isScoredFromTheFacts() {
        var zone = new ZoneCode("LF-01");
        publish(
                SchemeCode.of("facts:1"),
                List.of(zone),
                content("visits", "one-visit", "70", new Ratio(AT_LEAST, dec("1"), dec("1"))),
                content("late", "on-time.missed", "30", new Deduction(dec("30"), dec("5"))));
        for (int number = 1; number <= 6; number++) {
            // Ten working days were promised: only the last one is late.
            String end = number == 6 ? "2018-09-28T09:00" : "2018-09-07T09:00";
            journal.append(
                    at(end),
                    List.of(
                            registered(project(number), zone.value()),
                            received(filing(number), at("2018-09-03T09:00")),
                            accepted(filing(number), at("2018-09-03T09:00")),
                            decided(filing(number), at(end))));
        }
        running.caughtUp();
        var rules = new Rulebook(ShippedCalendars::named, () -> Policies.SHIPPED);

        Scoreboard enough =
                boards(new IndicatorFigures(running.times(), rules, new Withholding(5)))
                        .answer(SchemeCode.of("facts:1"), YEAR, AsOf.NOW, 7);
        Scoreboard tooFew =
                boards(new IndicatorFigures(running.times(), rules, new Withholding(7)))
                        .answer(SchemeCode.of("facts:1"), YEAR, AsOf.NOW, 7);

        assertThat(totals(enough)).containsExactly("1 LF-01 95.00");
        assertThat(totals(tooFew)).containsExactly("1 LF-01 25.00");
    }
}
