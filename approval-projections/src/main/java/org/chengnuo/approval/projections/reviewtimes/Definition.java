package org.chengnuo.approval.projections.reviewtimes;

import org.chengnuo.approval.clock.Basis;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a statistic means, so that nobody has to guess.
 *
 * @param basis null for a measure that has no stops to believe or not
 */
public record Definition(
        Measure measure,
        Bilingual title,
        Bilingual from,
        Bilingual to,
        Clock clock,
        Bilingual counted,
        @Nullable Basis basis,
        @Nullable Bilingual believed,
        String unit,
        List<Dimension> groupBy,
        Cohort cohort,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo,
        Bilingual period,
        Map<Dimension, String> filter,
        String asOf,
        Bilingual percentile,
        Bilingual mean,
        Bilingual open) {

    private static Bilingual period(Cohort cohort) {
        return new Bilingual(
                "a filing counts on or after the first day and before the last, "
                        + cohort.meaning().en()
                        + " at the office; so do days, weeks, months, quarters and years",
                cohort.meaning().zh() + "（办理地）统计：含起始日，不含截止日；日、周、月、季、年同此");
    }

    private static final Bilingual PERCENTILE =
            new Bilingual(
                    "exact: the smallest value whose cumulative share reaches p (percentile_disc)",
                    "精确值：累计占比达到 p 的最小值（percentile_disc）");

    private static final Bilingual MEAN =
            new Bilingual(
                    "the exact sum by n, rounded half up to the millisecond", "总和除以件数，四舍五入到毫秒");

    private static final Bilingual OPEN =
            new Bilingual(
                    "filings in which the measure had begun before the end of the period (of the"
                        + " month or other part of the time, if grouped by it), had not ended by"
                        + " then and could still end: not withdrawn, refused, recorded or revoked"
                        + " by then. They are not in n. A case of an imported log that just stops"
                        + " counts as open",
                    "期末（按月分组时为月末）前已开始计时、尚未结束且仍可结束的办件，不含已撤回、不予受理、已备案、已撤销的；不计入件数。"
                            + "导入日志中没有后续记录的案件视为未结束");

    private static final Bilingual NEVER_OPEN =
            new Bilingual("none: a span ends with what was recorded last", "无：跨度以最后一条记录为终点");

    public static Definition of(Question question) {
        Measure measure = question.measure();
        boolean stops = measure == Measure.REVIEW;
        return new Definition(
                measure,
                measure.title(),
                measure.from(),
                measure.to(),
                question.clock(),
                question.clock().meaning(),
                stops ? question.basis() : null,
                stops ? believed(question.basis()) : null,
                "s",
                question.groupBy(),
                question.cohort(),
                question.from(),
                question.to(),
                period(question.cohort()),
                question.filter().values(),
                question.asOf().toString(),
                PERCENTILE,
                MEAN,
                measure.canBeOpen() ? OPEN : NEVER_OPEN);
    }

    private static Bilingual believed(Basis basis) {
        return switch (basis) {
            case CLAIMED -> new Bilingual("all stops, as the records say", "按记录扣除全部特别程序");
            case ATTESTED ->
                    new Bilingual(
                            "only stops with a notice, from the moment they were recorded in time;"
                                    + " imported cases cannot be attested and are left out",
                            "仅扣除有书面告知且及时登记的特别程序；导入的案件无法证实，不计入");
        };
    }
}
