package org.chengnuo.approval.projections.indicators;

import org.chengnuo.approval.projections.indicators.Indicator.Counted;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.chengnuo.approval.projections.reviewtimes.Clock;
import org.chengnuo.approval.projections.reviewtimes.Sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is counted of projects, their parcels and their obligations. */
final class ProjectIndicators {

    private static final Bilingual STARTED_IN_IT =
            new Bilingual("by the date of the start of construction", "按开工日期");

    /** Which obligations count. */
    private enum Owed {
        PROMISES("kept-promises", "milestones and indicators", "节点和指标", "true"),
        MILESTONES("kept-milestones", "milestones", "节点", "due_on is not null"),
        INDICATORS("kept-indicators", "indicators", "指标", "due_on is null");

        private final String code;
        private final Bilingual what;
        private final String condition;

        Owed(String code, String en, String zh, String condition) {
            this.code = code;
            this.what = new Bilingual(en, zh);
            this.condition = condition;
        }
    }

    /** From one node of a project to a later one. */
    private enum Way {
        REGISTRATION_TO_START(
                "to_start", "started_on", "registration → construction start", "立项至开工"),
        LAND_TO_START("land_to_start", "started_on", "land supply → construction start", "供地至开工"),
        START_TO_COMPLETION("building", "completed_on", "construction start → completion", "开工至竣工");

        private final String column;
        private final String date;
        private final Bilingual what;

        Way(String column, String date, String en, String zh) {
            this.column = column;
            this.date = date;
            this.what = new Bilingual(en, zh);
        }
    }

    private ProjectIndicators() {}

    static List<Indicator> all() {
        var all = new ArrayList<Indicator>();
        all.add(commitmentShare());
        all.add(serviceCompletion());
        all.addAll(Indicator.each(Owed.values(), ProjectIndicators::kept));
        for (Clock clock : Clock.values()) {
            all.addAll(Indicator.each(Way.values(), way -> duration(way, clock)));
        }
        return all;
    }

    private static Indicator commitmentShare() {
        return new Indicator(
                "commitment-share",
                Subject.PROJECT,
                Counted.SHARE,
                "1",
                new Bilingual("commitment share", "承诺制占比"),
                new Bilingual(
                        "how many of the eligible projects that started construction had a letter"
                                + " in force when they did",
                        "符合承诺制条件的新开工项目中，开工时承诺书已生效的占比"),
                new Bilingual(
                        "started with a letter in force ÷ eligible projects newly started",
                        "开工时承诺书生效的项目数 ÷ 符合条件的新开工项目数"),
                new Bilingual(
                        "a project that was never assessed does not count; a letter that took"
                                + " effect after the start does not either",
                        "未评估的项目不计入；开工后才生效的承诺书不算"),
                STARTED_IN_IT,
                scope ->
                        Sql.compose(
                                """
                                select %s, null::varchar as unit, project::varchar as project,
                                    null::varchar as filing, null::varchar as piece,
                                    cast(started_committed as integer) as num, 1 as den
                                from {} where eligible and {}
                                """
                                        .formatted(scope.keys("started_on")),
                                scope.projects(),
                                scope.inPeriod("started_on")));
    }

    private static Indicator serviceCompletion() {
        return new Indicator(
                "service-completion",
                Subject.PARCEL,
                Counted.SHARE,
                "1",
                new Bilingual("service completion", "政府统一服务完成率"),
                new Bilingual(
                        "how many parcels were supplied after all the services of the government"
                                + " that they needed had been delivered",
                        "供地前已完成全部政府统一服务事项的宗地占比"),
                new Bilingual(
                        "supplied with no service outstanding ÷ supplied parcels",
                        "供地时无未完成服务的宗地数 ÷ 已供地宗地数"),
                new Bilingual(
                        "the yearly plan of land supply is not in the journal: a parcel counts when"
                                + " it is supplied",
                        "年度供地计划不在记录之内：宗地于供地时计入"),
                new Bilingual("by the date of the land supply", "按供地日期"),
                scope ->
                        Sql.compose(
                                """
                                select %s, null::varchar as unit, project::varchar as project,
                                    null::varchar as filing, parcel as piece,
                                    cast(outstanding = 0 as integer) as num, 1 as den
                                from {} join parcel using (project, known_from) where {}
                                """
                                        .formatted(scope.keys("supplied_on")),
                                scope.projects(),
                                scope.inPeriod("supplied_on")));
    }

    private static Indicator kept(Owed owed) {
        return new Indicator(
                owed.code,
                Subject.OBLIGATION,
                Counted.SHARE,
                "1",
                new Bilingual("kept promises: " + owed.what.en(), "履约率：" + owed.what.zh()),
                new Bilingual(
                        "how many %s of letters in force were met in time"
                                .formatted(owed.what.en()),
                        "生效承诺书的%s按期兑现的占比".formatted(owed.what.zh())),
                new Bilingual("met in time ÷ due", "按期兑现数 ÷ 到期数"),
                new Bilingual(
                        "a milestone is due when its day has passed, met before or not; an"
                            + " indicator when it was first measured, and one that was not kept at"
                            + " first was not met in time. What a withdrawn letter no longer owes"
                            + " does not count",
                        "节点于其期限日过后到期，无论是否已提前兑现；指标于首次核验时到期，首次未达标即不算按期。" + "撤回的承诺书不再承担的不计入"),
                new Bilingual(
                        "by the due day of a milestone, and by the day on which an indicator was"
                                + " first measured",
                        "节点按期限日，指标按首次核验日"),
                scope ->
                        Sql.compose(
                                """
                                select %s, null::varchar as unit, project::varchar as project,
                                    null::varchar as filing, commitment || '/' || obligation as piece,
                                    cast(met_on is not null and not late
                                        and (due_on is not null or missed_on is null) as integer)
                                        as num,
                                    1 as den
                                from (select *,
                                        coalesce(due_on, least(coalesce(met_on, missed_on),
                                            coalesce(missed_on, met_on))) as judged_on
                                    from {} join obligation using (project, known_from))
                                where %s and (due_on is null or due_on < {}) and {}
                                """
                                        .formatted(scope.keys("judged_on"), owed.condition),
                                scope.projects(),
                                Sql.of("?", scope.knownOn()),
                                scope.inPeriod("judged_on")));
    }

    private static Indicator duration(Way way, Clock clock) {
        String time = clock.name().toLowerCase(Locale.ROOT);
        String column = way.column + "_" + time;
        return new Indicator(
                way.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + time,
                Subject.PROJECT,
                Counted.MEAN,
                "ms",
                way.what,
                new Bilingual(
                        "how long projects took: " + clock.meaning().en(),
                        "项目用时：" + clock.meaning().zh()),
                new Bilingual("Σ time ÷ projects, in seconds", "Σ 用时 ÷ 项目数，单位秒"),
                new Bilingual(
                        "projects that have not come so far do not count; nor does a way whose end"
                                + " came before its beginning",
                        "尚未到达终点的项目不计入；终点早于起点的也不计入"),
                way.date.equals("started_on")
                        ? STARTED_IN_IT
                        : new Bilingual("by the date of the completion", "按竣工日期"),
                scope ->
                        Sql.compose(
                                """
                                select %s, null::varchar as unit, project::varchar as project,
                                    null::varchar as filing, null::varchar as piece, %s as num,
                                    1 as den
                                from {} where %s is not null and {}
                                """
                                        .formatted(scope.keys(way.date), column, column),
                                scope.projects(),
                                scope.inPeriod(way.date)));
    }
}
