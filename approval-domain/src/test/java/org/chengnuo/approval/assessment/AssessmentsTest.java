package org.chengnuo.approval.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.chengnuo.approval.policy.Standard.Direction.AT_LEAST;
import static org.chengnuo.approval.policy.Standard.Direction.AT_MOST;

import org.chengnuo.approval.Finding;
import org.chengnuo.approval.OfficeAt;
import org.chengnuo.approval.Reason;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.assessment.AssessmentCommand.PublishScheme;
import org.chengnuo.approval.assessment.AssessmentCommand.SelfScore;
import org.chengnuo.approval.assessment.AssessmentCommand.VerifyScore;
import org.chengnuo.approval.assessment.Scoring.Bands;
import org.chengnuo.approval.assessment.Scoring.Bands.Band;
import org.chengnuo.approval.assessment.Scoring.Deduction;
import org.chengnuo.approval.assessment.Scoring.Method;
import org.chengnuo.approval.assessment.Scoring.Rank;
import org.chengnuo.approval.assessment.Scoring.Ratio;
import org.chengnuo.approval.assessment.Scoring.Veto;
import org.chengnuo.approval.project.ZoneCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

class AssessmentsTest {

    private static final OfficeAt OFFICE = OfficeAt.local("2027-01-20T10:00");
    private static final SchemeCode EXAMPLE = SchemeCode.of("linfen-zones:1");
    private static final SchemeCode NEXT = SchemeCode.of("linfen-zones:2");
    private static final ZoneCode ZONE = new ZoneCode("LF-01");
    private static final AssessmentPeriod YEAR = AssessmentPeriod.of("2026");
    private static final Set<String> INDICATORS = Set.of("rate", "cases");

    private Assessments assessments = Assessments.SHIPPED;

    private void then(AssessmentCommand command) {
        try {
            for (AssessmentEvent event : assessments.decide(command, OFFICE)) {
                assessments = assessments.evolve(event);
            }
        } catch (Refusal refusal) {
            throw new AssertionError(refusal.detail(), refusal);
        }
    }

    private Refusal refusal(AssessmentCommand command) {
        return Objects.requireNonNull(
                catchThrowableOfType(Refusal.class, () -> assessments.decide(command, OFFICE)));
    }

    private static BigDecimal dec(String number) {
        return new BigDecimal(number);
    }

    private static AssessedContent content(String code, String weight, Method method) {
        return new AssessedContent(code, "Content", "内容", "rate", dec(weight), Scoring.by(method));
    }

    private static PublishScheme publish(SchemeCode code, AssessedContent... contents) {
        return new PublishScheme(
                code,
                new SchemeContent(
                        "Scheme",
                        "方案",
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2027, 1, 1),
                        List.of(ZONE),
                        List.of(contents)),
                INDICATORS);
    }

    private List<String> wrong(AssessedContent... contents) {
        Refusal refusal = refusal(publish(NEXT, contents));
        assertThat(refusal.reason()).isEqualTo(Reason.SCHEME_INCOMPLETE);
        return refusal.findings().stream().map(Finding::toString).toList();
    }

    private static VerifyScore verified(String points, @Nullable String reason) {
        return new VerifyScore(EXAMPLE, ZONE, YEAR, "on-time", dec(points), reason);
    }

    @Test
    void theExampleIsAsGoodAsOneThatIsPublished() {
        AssessmentScheme example = assessments.scheme(EXAMPLE).orElseThrow();
        Set<String> indicators =
                Set.copyOf(
                        example.content().contents().stream()
                                .map(AssessedContent::indicator)
                                .toList());

        assertThat(SchemeRules.findings(example.content(), indicators)).isEmpty();
        assertThat(example.content().zones()).hasSize(4);
    }

    @Test
    void aSchemeIsPublishedAsItsNextVersionAndNeverChanges() {
        then(publish(NEXT, content("a", "100", new Rank(AT_LEAST))));

        assertThat(assessments.scheme(NEXT)).isPresent();
        assertThat(assessments.scheme(EXAMPLE)).isPresent();
        assertThat(refusal(publish(NEXT)).reason()).isEqualTo(Reason.SCHEME_VERSION_NOT_NEXT);
        assertThat(refusal(publish(SchemeCode.of("other:2"))).detail()).contains("other:1");
    }

    @Test
    void theWeightsSumToAHundred() {
        assertThat(
                        wrong(
                                content("a", "60", new Rank(AT_LEAST)),
                                content("b", "30.5", new Rank(AT_LEAST))))
                .containsExactly("contents.weight: the weights sum to 90.5, not to 100");
    }

    @Test
    void everyErrorNamesTheContentAndTheField() {
        assertThat(
                        wrong(
                                content("a", "90", new Ratio(AT_LEAST, dec("0"), dec("-1"))),
                                content("a", "5", new Deduction(dec("6"), dec("0"))),
                                content("c", "3", new Veto(AT_MOST, dec("0"))),
                                content(
                                        "d",
                                        "2",
                                        new Bands(
                                                AT_MOST,
                                                List.of(
                                                        new Band(dec("1"), dec("0.5")),
                                                        new Band(dec("2"), dec("0.6")),
                                                        new Band(dec("3"), dec("1.1"))))),
                                new AssessedContent(
                                        "e",
                                        " ",
                                        "",
                                        "moon",
                                        dec("0"),
                                        new Scoring(null, new Rank(AT_LEAST), null, null, null)),
                                new AssessedContent(
                                        "f",
                                        "F",
                                        "F",
                                        "rate",
                                        dec("0"),
                                        new Scoring(null, null, null, null, null))))
                .containsExactly(
                        "a scoring.ratio.target: it is more than 0, not 0",
                        "a scoring.ratio.cap: it is more than 0, not -1",
                        "a code: the code is there twice",
                        "a scoring.deduction.perCase: it is more than 0, not 0",
                        "a scoring.deduction.base: the base is more than the weight 5",
                        "c weight: a veto has the weight 0",
                        "d scoring.bands.bands: the share 1.1 is not from 0 to 1",
                        "d scoring.bands.bands: the limit 2 gives no more than 3",
                        "d scoring.bands.bands: the limit 1 gives no more than 2",
                        "e english: the English title is missing",
                        "e chinese: the Chinese title is missing",
                        "e indicator: there is no indicator «moon», only cases, rate",
                        "e weight: a weight is more than 0",
                        "f scoring: there is exactly one of ratio, rank, bands, deduction and"
                                + " veto");
    }

    @Test
    void theLastScoreOfAPlaceHolds() {
        then(new SelfScore(EXAMPLE, ZONE, YEAR, "on-time", dec("30"), null));
        then(verified("28", "核减补录办件"));
        then(verified("27.5", "复核"));

        assertThat(assessments.selfScore(EXAMPLE, ZONE, YEAR, "on-time")).isEqualTo("30");
        assertThat(assessments.verifiedScore(EXAMPLE, ZONE, YEAR, "on-time")).isEqualTo("27.5");
        assertThat(assessments.verifiedScore(EXAMPLE, ZONE, AssessmentPeriod.of("2025"), "on-time"))
                .isNull();
    }

    @Test
    void aVerifiedScoreHasItsReason() {
        assertThat(refusal(verified("28", " ")).reason())
                .isEqualTo(Reason.VERIFICATION_REASON_MISSING);
    }

    @ParameterizedTest
    @CsvSource({
        "LF-01, 2026, on-time, 30.01, points",
        "LF-01, 2026, on-time, -1, points",
        // Its cap is 1.2.
        "LF-01, 2026, one-visit, 18.01, points",
        "LF-09, 2026, on-time, 1, zone",
        "LF-01, 2015, on-time, 1, period",
        "LF-01, 2026, moon, 1, content",
        "LF-01, 2026, statutory-veto, 0, content",
    })
    void aScoreIsOneThatTheSchemeHas(
            String zone, String period, String content, String points, String field) {
        Refusal refusal =
                refusal(
                        new SelfScore(
                                EXAMPLE,
                                new ZoneCode(zone),
                                AssessmentPeriod.of(period),
                                content,
                                dec(points),
                                null));

        assertThat(refusal.reason()).isEqualTo(Reason.SCORE_NOT_OF_THE_SCHEME);
        assertThat(refusal.findings())
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.item()).isEqualTo(content);
                            assertThat(finding.field()).isEqualTo(field);
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "2020, 2020-01-01, 2021-01-01",
        "2020-Q4, 2020-10-01, 2021-01-01",
        "2020-02, 2020-02-01, 2020-03-01"
    })
    void aPeriodIsAYearAQuarterOrAMonth(String text, LocalDate from, LocalDate to) {
        AssessmentPeriod period = AssessmentPeriod.of(text);

        assertThat(period.from()).isEqualTo(from);
        assertThat(period.to()).isEqualTo(to);
        assertThat(period).hasToString(text);
    }
}
