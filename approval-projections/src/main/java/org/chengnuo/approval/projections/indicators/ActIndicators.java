package org.chengnuo.approval.projections.indicators;

import org.chengnuo.approval.projections.indicators.Indicator.Counted;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.chengnuo.approval.projections.reviewtimes.Sql;

import java.util.List;

/** What is counted of the acts themselves. */
final class ActIndicators {

    private ActIndicators() {}

    static List<Indicator> all() {
        return List.of(
                new Indicator(
                        "back-entry",
                        Subject.ACT,
                        Counted.SHARE,
                        "1",
                        new Bilingual("back-entry rate", "补录率"),
                        new Bilingual(
                                "which share of the acts that people recorded was entered later"
                                        + " than the policy edition lets it",
                                "人工录入的操作中，录入晚于政策版本允许时间的占比"),
                        new Bilingual(
                                "late entries ÷ acts that people recorded", "补录的操作数 ÷ 人工录入的操作数"),
                        new Bilingual(
                                "what happened by itself and what was imported does not count",
                                "自动发生的和导入的不计入"),
                        new Bilingual("by the date of the entry at the office", "按录入日期（办理地）"),
                        scope ->
                                Sql.compose(
                                        """
                                        select %s, null::varchar as unit,
                                            project::varchar as project, filing,
                                            transaction_id || ':' || index as piece,
                                            cast(late as integer) as num, 1 as den
                                        from (select *, null::varchar as import_id from act
                                            where not automatic and not imported and {})
                                        where {} and {}
                                        """
                                                .formatted(scope.keys("recorded_on")),
                                        scope.question().asOf().acts(),
                                        scope.question().filter().condition(),
                                        scope.inPeriod("recorded_on"))));
    }
}
