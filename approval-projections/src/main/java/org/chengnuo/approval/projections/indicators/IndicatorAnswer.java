package org.chengnuo.approval.projections.indicators;

import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.chengnuo.approval.projections.reviewtimes.Cohort;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * An indicator, with its definition.
 *
 * @param position up to which the journal is in it; asked again as of this position, the figures
 *     are the same
 * @param known the last moment of which it knows anything
 */
public record IndicatorAnswer(
        Meaning definition, Asked asked, Position position, Instant known, List<Group> groups) {

    public IndicatorAnswer {
        groups = List.copyOf(groups);
    }

    /**
     * What an indicator means, so that nobody has to guess.
     *
     * @param of what is counted
     * @param unit of its numerator and denominator: {@code 1}, {@code ms}, or {@code limit} where
     *     each figure names the unit of its limits: days, or for hours milliseconds
     */
    public record Meaning(
            String code,
            Bilingual title,
            Bilingual definition,
            Bilingual formula,
            Bilingual caution,
            Bilingual of,
            String unit,
            Indicator.Counted counted,
            Bilingual period,
            Bilingual rounding) {

        private static final Bilingual SHARES =
                new Bilingual("rounded half up to four decimals", "四舍五入到四位小数");

        private static final Bilingual TIMES =
                new Bilingual(
                        "the exact sum by n, rounded half up to the millisecond; percentiles are"
                                + " the smallest value whose cumulative share reaches p",
                        "总和除以个数，四舍五入到毫秒；百分位为累计占比达到 p 的最小值");

        public static Meaning of(Indicator indicator) {
            return new Meaning(
                    indicator.code(),
                    indicator.title(),
                    indicator.definition(),
                    indicator.formula(),
                    indicator.caution(),
                    indicator.subject().meaning(),
                    indicator.unit(),
                    indicator.counted(),
                    indicator.period(),
                    indicator.counted() == Indicator.Counted.MEAN ? TIMES : SHARES);
        }
    }

    /**
     * @param from the first day of the period
     * @param to the first day after it
     * @param fewest what is of fewer is withheld, and what would tell it
     */
    public record Asked(
            List<Dimension> groupBy,
            Cohort cohort,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Map<Dimension, String> filter,
            String asOf,
            int fewest,
            Bilingual withholding) {

        private static final Bilingual WITHHOLDING =
                new Bilingual(
                        "a figure of fewer than this many is withheld, and so are others by which"
                                + " it could be told from a total; it then shows no numbers",
                        "少于该数量的数据不公布，可据合计推算出该数据的其他数据也不公布；此时不显示任何数字");

        static Asked of(Question question, Withholding withholding) {
            return new Asked(
                    question.groupBy(),
                    question.cohort(),
                    question.from(),
                    question.to(),
                    question.filter().values(),
                    question.asOf().toString(),
                    withholding.fewest(),
                    WITHHOLDING);
        }
    }

    /**
     * One figure. If it is withheld it has no numbers, and where there is nothing to divide by no
     * value.
     *
     * @param keys by what is grouped, in the order of the groupings; null for those that have none
     * @param unit of the limits that are compared; null where none are
     * @param n how many are behind the denominator
     * @param value with four decimals; of a mean, seconds with three
     * @param spread of a mean
     */
    public record Group(
            List<@Nullable String> keys,
            @Nullable String unit,
            boolean withheld,
            @Nullable Long n,
            @Nullable Long numerator,
            @Nullable Long denominator,
            @Nullable BigDecimal value,
            @Nullable Spread spread) {

        public Group {
            keys = Collections.unmodifiableList(new ArrayList<>(keys));
        }

        Group asWithheld() {
            return new Group(keys, unit, true, null, null, null, null, null);
        }
    }

    /** Seconds with three decimals. */
    public record Spread(BigDecimal median, BigDecimal p90, BigDecimal p95, BigDecimal max) {

        static Spread ofMillis(long median, long p90, long p95, long max) {
            return new Spread(
                    BigDecimal.valueOf(median, 3),
                    BigDecimal.valueOf(p90, 3),
                    BigDecimal.valueOf(p95, 3),
                    BigDecimal.valueOf(max, 3));
        }
    }

    static @Nullable BigDecimal value(Indicator.Counted counted, long numerator, long denominator) {
        if (denominator == 0) {
            return null;
        }
        BigDecimal whole = BigDecimal.valueOf(denominator);
        return switch (counted) {
            case SHARE -> BigDecimal.valueOf(numerator).divide(whole, 4, RoundingMode.HALF_UP);
            case COMPLEMENT ->
                    BigDecimal.valueOf(denominator)
                            .subtract(BigDecimal.valueOf(numerator))
                            .divide(whole, 4, RoundingMode.HALF_UP);
            case MEAN -> BigDecimal.valueOf(numerator, 3).divide(whole, 3, RoundingMode.HALF_UP);
        };
    }
}
