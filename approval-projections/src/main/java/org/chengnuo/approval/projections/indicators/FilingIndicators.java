package org.chengnuo.approval.projections.indicators;

import org.chengnuo.approval.projections.indicators.Indicator.Counted;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.chengnuo.approval.projections.reviewtimes.Clock;
import org.chengnuo.approval.projections.reviewtimes.Sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is counted of filings. */
final class FilingIndicators {

    private static final Bilingual DECIDED_IN_IT =
            new Bilingual(
                    "by the date of the decision at the office; by that of the receipt or of the"
                            + " acceptance, if asked by such a cohort",
                    "按办结日期（办理地）；也可按接件或受理日期分批统计");

    private FilingIndicators() {}

    static List<Indicator> all() {
        var all = new ArrayList<Indicator>();
        for (Limit limit : Limit.values()) {
            for (Stops stops : Stops.values()) {
                all.add(onTime(limit, stops));
            }
        }
        all.add(onTimeOnlyByStops());
        for (Stops stops : Stops.values()) {
            all.add(speedUp(stops, false));
            all.add(speedUp(stops, true));
        }
        all.add(sameDay());
        all.add(oneVisit());
        for (Clock clock : Clock.values()) {
            all.add(stopShare(Stops.CLAIMED, clock));
            all.add(stopShare(Stops.ATTESTED, clock));
        }
        return all;
    }

    private static String code(String... words) {
        return Stream.of(words).filter(word -> !word.isEmpty()).collect(Collectors.joining("-"));
    }

    private static String unlessClaimed(Stops stops) {
        return stops == Stops.CLAIMED ? "" : stops.word();
    }

    private static Indicator onTime(Limit limit, Stops stops) {
        String kept = limit.kept(stops);
        return new Indicator(
                code("on-time", limit.word(), unlessClaimed(stops)),
                Subject.FILING,
                Counted.SHARE,
                "1",
                new Bilingual("on-time rate", "按时办结率"),
                new Bilingual(
                        "how many filings were decided within %s; %s"
                                .formatted(limit.meaning().en(), stops.meaning().en()),
                        "在%s内办结的办件占比；%s".formatted(limit.meaning().zh(), stops.meaning().zh())),
                new Bilingual(
                        "decided within the limit ÷ (decided in the period + open and overdue at"
                                + " its end)",
                        "时限内办结件数 ÷（期内办结件数 + 期末超期未办结件数）"),
                new Bilingual(
                        "a filing that is open and overdue counts in every period at whose end it"
                                + " is so; the end is no later than the last record that is known."
                                + " Stopped filings that were not overdue before are not",
                        "超期未办结的办件在其期末仍超期的每一期都计入；期末不晚于已知的最后记录。" + "中止前未超期的办件不算超期"),
                DECIDED_IN_IT,
                scope ->
                        Sql.compose(
                                "{} union all {}",
                                decided(
                                        scope,
                                        "cast(%s as integer)".formatted(kept),
                                        "1",
                                        kept + " is not null"),
                                scope.overdueAtTheEnd(limit.overdueFrom(stops))));
    }

    private static Indicator onTimeOnlyByStops() {
        return new Indicator(
                "on-time-by-stops",
                Subject.FILING,
                Counted.SHARE,
                "1",
                new Bilingual("on time only thanks to stops", "仅因中止而按时"),
                new Bilingual(
                        "how many of the filings that were decided within the promised limit would"
                                + " have been late if no stop were left out",
                        "承诺时限内办结的办件中，若不扣除特别程序即超期的占比"),
                new Bilingual("on time net, late gross ÷ on time net", "净用时按时而总用时超期件数 ÷ 净用时按时件数"),
                new Bilingual(
                        "stops may be lawful: this says how much the rate leans on them, not that"
                                + " they were made up",
                        "特别程序可能合法：本指标只说明按时办结率对其依赖程度"),
                DECIDED_IN_IT,
                scope ->
                        decided(
                                scope,
                                "cast(not promised_gross as integer)",
                                "1",
                                "promised_claimed"));
    }

    private static Indicator speedUp(Stops stops, boolean statutory) {
        String limit = statutory ? "statutory" : "promised";
        String used = "used_" + stops.word();
        return new Indicator(
                code("speed-up", statutory ? "statutory" : "", unlessClaimed(stops)),
                Subject.FILING,
                Counted.COMPLEMENT,
                "limit",
                new Bilingual("speed-up", "实际提速率"),
                new Bilingual(
                        "how much less than the %s limit, without its extension, was used; %s"
                                .formatted(limit, stops.meaning().en()),
                        "实际用时比%s（不含延期）少用的比例；%s"
                                .formatted(statutory ? "法定时限" : "承诺时限", stops.meaning().zh())),
                new Bilingual(
                        "1 − Σ used ÷ Σ %s, over decided filings".formatted(limit),
                        "1 − Σ 实际用时 ÷ Σ %s（已办结办件）".formatted(statutory ? "法定时限" : "承诺时限")),
                new Bilingual(
                        "each unit by itself, never mixed%s; open filings do not count, so that it"
                                        .formatted(
                                                statutory
                                                        ? ", and only where both limits have the"
                                                                + " same unit"
                                                        : "")
                                + " says nothing of those that are late. Below 0 more was used than"
                                + " the limit",
                        "各计时单位分别计算，不混合%s；未办结的办件不计入。小于 0 表示超出时限"
                                .formatted(statutory ? "，仅计承诺与法定时限单位相同的办件" : "")),
                DECIDED_IN_IT,
                scope ->
                        decided(
                                scope,
                                used,
                                "cast(%1$s as bigint) * if(%1$s_unit in ('NH', 'WH'), 3600000, 1)"
                                        .formatted(limit),
                                "%s is not null and %s is not null and promised_unit = %s_unit"
                                        .formatted(used, limit, limit),
                                "promised_unit"));
    }

    private static Indicator sameDay() {
        return new Indicator(
                "same-day",
                Subject.FILING,
                Counted.SHARE,
                "1",
                new Bilingual("same-day rate", "即办率"),
                new Bilingual(
                        "how many were decided on the day of their acceptance", "受理当日办结的办件占比"),
                new Bilingual("decided on the day of acceptance ÷ decided", "受理当日办结件数 ÷ 办结件数"),
                new Bilingual(
                        "the days before the acceptance do not show in it: see the hidden time",
                        "受理前的用时不在其内：另见受理前隐性用时"),
                DECIDED_IN_IT,
                scope ->
                        decided(
                                scope,
                                "cast(accepted_on = decided_on as integer)",
                                "1",
                                "accepted_on is not null"));
    }

    private static Indicator oneVisit() {
        return new Indicator(
                "one-visit",
                Subject.FILING,
                Counted.SHARE,
                "1",
                new Bilingual("one-visit rate", "一次办结率"),
                new Bilingual("how many were decided without a correction", "未经补正即办结的办件占比"),
                new Bilingual("decided without a correction ÷ decided", "未补正办结件数 ÷ 办结件数"),
                new Bilingual(
                        "refused acceptances and withdrawn filings were not decided, and do not"
                                + " count",
                        "不予受理和撤回的办件未办结，不计入"),
                DECIDED_IN_IT,
                scope -> decided(scope, "cast(requested_at is null as integer)", "1", "true"));
    }

    private static Indicator stopShare(Stops stops, Clock clock) {
        String time = clock.name().toLowerCase(Locale.ROOT);
        String gross = "gross_" + time;
        String net = "review_%s_%s".formatted(time, stops.word());
        return new Indicator(
                code("stop-share", unlessClaimed(stops), time),
                Subject.FILING,
                Counted.SHARE,
                "ms",
                new Bilingual("stop share", "挂起占比"),
                new Bilingual(
                        "which share of the review time was left out; %s; %s"
                                .formatted(stops.meaning().en(), clock.meaning().en()),
                        "审查用时中被扣除的占比；%s；%s".formatted(stops.meaning().zh(), clock.meaning().zh())),
                new Bilingual("Σ stopped ÷ Σ gross, over decided filings", "Σ 中止时间 ÷ Σ 总用时（已办结办件）"),
                new Bilingual(
                        "the exact time of the stops, overlapping ones once; open filings, the"
                                + " longest stopped among them, do not count",
                        "特别程序按精确时间计算，重叠部分只计一次；未办结的办件不计入"),
                DECIDED_IN_IT,
                scope ->
                        decided(
                                scope,
                                "%s - %s".formatted(gross, net),
                                gross,
                                "%s is not null and %s is not null".formatted(gross, net)));
    }

    private static Sql decided(Scope scope, String num, String den, String condition)
            throws SQLException {
        return decided(scope, num, den, condition, "null::varchar");
    }

    /**
     * @param condition SQL that is true of those that count, and neither of others
     */
    private static Sql decided(Scope scope, String num, String den, String condition, String unit) {
        return Sql.compose(
                """
                select %s, %s as unit, project::varchar as project, filing,
                    null::varchar as piece, %s as num, %s as den
                from {} where decided_on is not null and (%s) and {}
                """
                        .formatted(scope.keys(scope.filingDate()), unit, num, den, condition),
                scope.filings(),
                scope.inPeriod(scope.filingDate()));
    }
}
