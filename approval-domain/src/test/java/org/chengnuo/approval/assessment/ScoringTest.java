package org.chengnuo.approval.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.policy.Standard.Direction.AT_LEAST;
import static org.chengnuo.approval.policy.Standard.Direction.AT_MOST;

import org.chengnuo.approval.assessment.Scoring.Bands;
import org.chengnuo.approval.assessment.Scoring.Bands.Band;
import org.chengnuo.approval.assessment.Scoring.Deduction;
import org.chengnuo.approval.assessment.Scoring.Method;
import org.chengnuo.approval.assessment.Scoring.Rank;
import org.chengnuo.approval.assessment.Scoring.Ratio;
import org.chengnuo.approval.assessment.Scoring.Veto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/** Each method by cases that were computed by hand; of a weight of 20. */
class ScoringTest {

    private static BigDecimal dec(String number) {
        return new BigDecimal(number);
    }

    private static String points(Method method, String value, String... others) {
        List<BigDecimal> all = Arrays.stream(others).map(BigDecimal::new).toList();
        return method.share(dec(value), all, dec("20"))
                .multiply(dec("20"))
                .setScale(2, RoundingMode.HALF_UP)
                .toString();
    }

    @ParameterizedTest
    @CsvSource({
        // 0.49 of 0.98 is one half.
        "0.49, 10.00",
        "0.98, 20.00",
        "1.00, 20.41",
        "1.50, 24.00",
        "0, 0.00",
        "-1, 0.00"
    })
    void aRatioIsTheValueByTheTargetUpToItsCap(String value, String points) {
        assertThat(points(new Ratio(AT_LEAST, dec("0.98"), dec("1.2")), value)).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({"40, 20.00", "80, 10.00", "60, 13.33", "10, 20.00", "0, 20.00"})
    void aRatioIsTheTargetByTheValueWhereLessIsBetter(String value, String points) {
        assertThat(points(new Ratio(AT_MOST, dec("40"), dec("1")), value)).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({
        // Of four zones the first gets 4/4, the two equal ones 3/4 each, the last 1/4.
        "10, 20.00, 5.00",
        "12, 15.00, 15.00",
        "12.0, 15.00, 15.00",
        "30, 5.00, 20.00"
    })
    void aRankGivesTheFirstAllAndEachFollowingOneAPartLess(
            String value, String leastIsBest, String mostIsBest) {
        String[] all = {"10", "12", "12.0", "30"};

        assertThat(points(new Rank(AT_MOST), value, all)).isEqualTo(leastIsBest);
        assertThat(points(new Rank(AT_LEAST), value, all)).isEqualTo(mostIsBest);
    }

    @ParameterizedTest
    @CsvSource({"0.99, 20.00", "0.95, 20.00", "0.9499, 16.00", "0.8, 10.00", "0.7999, 0.00"})
    void aBandIsTheStrictestWhoseLimitIsKept(String value, String points) {
        var bands =
                new Bands(
                        AT_LEAST,
                        List.of(
                                new Band(dec("0.95"), dec("1")),
                                new Band(dec("0.90"), dec("0.8")),
                                new Band(dec("0.80"), dec("0.5"))));

        assertThat(points(bands, value)).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({"0.02, 20.00", "0.03, 6.00", "0.1, 6.00", "0.11, 0.00"})
    void aBandCanBeOfWhatIsToBeLow(String value, String points) {
        var bands =
                new Bands(
                        AT_MOST,
                        List.of(new Band(dec("0.02"), dec("1")), new Band(dec("0.1"), dec("0.3"))));

        assertThat(points(bands, value)).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({"0, 18.00", "3, 16.50", "36, 0.00", "100, 0.00"})
    void aDeductionTakesPointsForEachCaseFromItsBase(String cases, String points) {
        assertThat(points(new Deduction(dec("18"), dec("0.5")), cases)).isEqualTo(points);
    }

    @Test
    void aVetoGivesNoPointsAndIsAgainstWhoeverDoesNotKeepItsLimit() {
        assertThat(points(new Veto(AT_MOST, dec("0")), "0")).isEqualTo("0.00");
        assertThat(new Veto(AT_MOST, dec("0")).isAgainst(dec("0"))).isFalse();
        assertThat(new Veto(AT_MOST, dec("0")).isAgainst(dec("1"))).isTrue();
        assertThat(new Veto(AT_LEAST, dec("0.5")).isAgainst(dec("0.49"))).isTrue();
        assertThat(new Veto(AT_LEAST, dec("0.5")).isAgainst(dec("0.50"))).isFalse();
    }
}
