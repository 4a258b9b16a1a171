package org.chengnuo.approval.projections.trend;

import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.chengnuo.approval.projections.reviewtimes.Definition;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * The median and the 90th percentile of each part of the time, each on an XmR chart.
 *
 * @param position up to which the journal is in it
 */
public record ControlChart(
        Definition definition, Meaning meaning, Position position, Series p50, Series p90) {

    /** What the chart means, and what it does not. */
    public record Meaning(
            Bilingual chart,
            Bilingual limits,
            Bilingual baseline,
            List<RuleMeaning> rules,
            Bilingual caution) {

        static final Meaning OF_ALL =
                new Meaning(
                        new Bilingual(
                                "individual values and moving ranges (XmR): one value for each part"
                                    + " of the time in which filings ended, and its distance from"
                                    + " the one before; a part without filings has no point",
                                "单值–移动极差图（XmR）：每一时段一个值及其与前一值之差；无办结的时段无点"),
                        new Bilingual(
                                "the mean of the baseline, and 2.66 times its mean moving range"
                                        + " above and below, not below zero; the moving range up to"
                                        + " 3.267 times its mean",
                                "中心线为基准期均值，上下控制限为均值±2.66倍平均移动极差（不低于零）；移动极差上限为其均值的3.267倍"),
                        new Bilingual(
                                "the points of the baseline period, or the first 12; two at least,"
                                        + " or there are no limits",
                                "基准期内的点，未指定时为前12个点；至少两个点，否则无控制限"),
                        Arrays.stream(Rule.values())
                                .map(rule -> new RuleMeaning(rule, rule.meaning()))
                                .toList(),
                        new Bilingual(
                                "a signal asks what has changed, and is no verdict. The chart is no"
                                    + " test of significance and no target: its limits say how much"
                                    + " the values scatter by themselves, not how much they may. It"
                                    + " knows nothing of seasons, of how many filings a point has,"
                                    + " and of those that are still open; the last part of the time"
                                    + " may not be over",
                                "信号只提示可能发生了变化，不是结论。本图不是显著性检验，也不是考核目标：控制限表示数值自身的波动，"
                                        + "而非允许的波动；不考虑季节、各点件数和未办结的办件；最后一个时段可能尚未结束"));
    }

    /** A rule by which a point is a signal. */
    public enum Rule {
        OUTSIDE(new Bilingual("outside the limits", "超出控制限")),
        JUMP(new Bilingual("a moving range above its limit", "移动极差超限")),
        RUN_OF_EIGHT(
                new Bilingual(
                        "eight or more in a row on the same side of the mean", "连续八点及以上在中心线同一侧"));

        private final Bilingual meaning;

        Rule(Bilingual meaning) {
            this.meaning = meaning;
        }

        public Bilingual meaning() {
            return meaning;
        }
    }

    public record RuleMeaning(Rule rule, Bilingual meaning) {}

    /**
     * The values of one percentile; times are seconds.
     *
     * @param baseline how many points the limits are of
     * @param mean null, as are the limits, if the baseline has fewer than two points
     * @param rangeHigh the limit of the moving range
     */
    public record Series(
            int baseline,
            @Nullable BigDecimal mean,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable BigDecimal rangeMean,
            @Nullable BigDecimal rangeHigh,
            List<Point> points) {

        public Series {
            points = List.copyOf(points);
        }
    }

    /**
     * @param part of the time, as in {@code 2018-09} or {@code 2018-Q3}
     * @param n how many filings ended in it
     * @param range the distance from the value before; null for the first
     * @param signals the rules by which it is a signal
     */
    public record Point(
            String part,
            long n,
            BigDecimal seconds,
            @Nullable BigDecimal range,
            boolean inBaseline,
            List<Rule> signals) {

        public Point {
            signals = List.copyOf(signals);
        }
    }
}
