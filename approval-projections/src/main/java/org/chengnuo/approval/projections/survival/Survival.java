package org.chengnuo.approval.projections.survival;

import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.chengnuo.approval.projections.reviewtimes.Definition;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How many filings last longer than a time, those that have not ended included.
 *
 * @param observedUntil up to when those that are open have been observed; null if nothing is known
 */
public record Survival(
        Definition definition,
        Meaning meaning,
        Position position,
        @Nullable Instant observedUntil,
        List<Group> groups) {

    public Survival {
        groups = List.copyOf(groups);
    }

    /** What the curve means, so that nobody has to guess. */
    public record Meaning(
            Bilingual survival,
            Bilingual censored,
            Bilingual median,
            Bilingual band,
            Bilingual points,
            Bilingual at,
            Bilingual caution) {

        static final Meaning OF_ALL =
                new Meaning(
                        new Bilingual(
                                "S(t), the share of filings that last longer than t, by Kaplan and"
                                        + " Meier; rounded half up to four decimals",
                                "S(t)：用时超过t的办件占比，按 Kaplan–Meier 法估计；四舍五入到四位小数"),
                        new Bilingual(
                                "what is open counts up to the moment as of which it is asked, or"
                                    + " the last recorded event; an open case of an imported log up"
                                    + " to the last act of its log; what was given up, up to then."
                                    + " The stops are taken out of these times too",
                                "未结束的办件观察至查询时点（或最后一次登记），导入日志中未结束的案件观察至该日志最后一条记录，"
                                        + "已终止的观察至终止时；同样扣除特别程序"),
                        new Bilingual(
                                "the smallest t with S(t) at most one half; none if the curve does"
                                        + " not come down to it",
                                "S(t)不大于0.5的最小t；曲线未降至0.5的，无中位数"),
                        new Bilingual(
                                "95 %, by Greenwood's variance on the scale of log(-log S); for the"
                                        + " median, where its bounds come down to one half",
                                "95%置信带：Greenwood 方差，log(-log S) 变换；中位数的置信界为上下界曲线降至0.5处"),
                        new Bilingual(
                                "a long curve is thinned to its first and last step and those by"
                                    + " which it has fallen enough; ended and censored are counted"
                                    + " since the point before",
                                "点数过多时抽稀：保留首末点和降幅足够的点；办结数和删失数为自上一点以来的合计"),
                        new Bilingual(
                                "S(t) at the times that are asked, of the whole curve; none after"
                                        + " the last time up to which anybody was watched",
                                "所问各时点的S(t)，按完整曲线读取；超过最长观察时间的，无值"),
                        new Bilingual(
                                "it holds if being open or given up says nothing about how long the"
                                        + " filing would have taken; withdrawals before a refusal"
                                        + " break that",
                                "前提是未结束或终止与用时长短无关；为避免不予许可而撤回的，不符合该前提"));
    }

    /**
     * Times are seconds.
     *
     * @param keys by what is grouped, in the order of the groupings; null for filings that have
     *     none
     * @param n how many filings, which have ended or are censored
     * @param medianLowSeconds the lower bound of the median; null if the band does not reach it
     */
    public record Group(
            List<@Nullable String> keys,
            long n,
            long endedN,
            long censoredN,
            @Nullable BigDecimal medianSeconds,
            @Nullable BigDecimal medianLowSeconds,
            @Nullable BigDecimal medianHighSeconds,
            List<Point> points,
            List<At> at) {

        // Not the compact form: its class file forgets that a key may be null.
        public Group(
                List<@Nullable String> keys,
                long n,
                long endedN,
                long censoredN,
                @Nullable BigDecimal medianSeconds,
                @Nullable BigDecimal medianLowSeconds,
                @Nullable BigDecimal medianHighSeconds,
                List<Point> points,
                List<At> at) {
            this.keys = Collections.unmodifiableList(new ArrayList<>(keys));
            this.n = n;
            this.endedN = endedN;
            this.censoredN = censoredN;
            this.medianSeconds = medianSeconds;
            this.medianLowSeconds = medianLowSeconds;
            this.medianHighSeconds = medianHighSeconds;
            this.points = List.copyOf(points);
            this.at = List.copyOf(at);
        }
    }

    /**
     * @param atRisk how many had neither ended nor been censored just before the time
     * @param ended how many ended since the point before, up to and at this one
     * @param censored how many were censored since the point before, before this one
     * @param low null where none is left
     */
    public record Point(
            BigDecimal seconds,
            long atRisk,
            long ended,
            long censored,
            BigDecimal survival,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high) {}

    /**
     * What is read off the curve at a time that was asked.
     *
     * @param survival null after the last time up to which anybody was watched
     * @param low null where none is left
     */
    public record At(
            BigDecimal seconds,
            @Nullable BigDecimal survival,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high) {}
}
