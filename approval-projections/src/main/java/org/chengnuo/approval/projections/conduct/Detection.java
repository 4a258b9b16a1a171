package org.chengnuo.approval.projections.conduct;

import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.policy.FilingKind;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.policy.PolicyItem;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.Rulebook;
import org.chengnuo.approval.projections.reviewtimes.Sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The findings of one question as one relation of the facts: a select for each rule, over what is
 * common to them. Columns that a rule does not have are null.
 *
 * <ul>
 *   <li>{@code members}: the filings in whose acts it shows; {@code filing} is null if it is of the
 *       center's work as a whole
 *   <li>{@code names}, {@code moments}: the acts that are its evidence, by their stored name and
 *       when they happened; {@code entered_from} and {@code entered_to} by when they were entered
 *   <li>{@code a} to {@code d}, {@code unit}, {@code word}: its figures, for {@link Wording}
 * </ul>
 */
final class Detection {

    private static final String OPENED = "filing.special-procedure-opened";
    private static final String CLOSED = "filing.special-procedure-closed";
    private static final String STOP_EVENTS =
            "['%s', '%s', 'filing.decided']".formatted(OPENED, CLOSED);

    /** What only the office does. A receipt that is entered at once may be the applicant's act. */
    private static final String OF_THE_OFFICE =
            Stream.of(
                            "filing.received",
                            "filing.correction-requested",
                            "filing.acceptance-refused",
                            "filing.accepted",
                            OPENED,
                            CLOSED,
                            "filing.review-extended",
                            "filing.decided",
                            "filing.recorded",
                            "filing.delivered",
                            "filing.revoked")
                    .collect(Collectors.joining("', '", "'", "'"));

    /** On time, and only because of stops. */
    private static final String SAVED = "coalesce(promised_claimed and not promised_gross, false)";

    /**
     * On time by stops that were entered afterwards, when it was known how long they had to be:
     * late by the attested clock.
     */
    private static final String UNATTESTED =
            "coalesce(promised_claimed and not promised_attested, false)";

    private final Question question;
    private final ConductThresholds thresholds;
    private final Rulebook rules;
    private final Sql common;

    Detection(
            Connection connection, Question question, ConductThresholds thresholds, Rulebook rules)
            throws SQLException {
        this.question = question;
        this.thresholds = thresholds;
        this.rules = rules;
        this.common = common(connection);
    }

    /** What the selects of the rules are over, to stand before them. */
    Sql common() {
        return common;
    }

    private Sql common(Connection connection) throws SQLException {
        Sql facts =
                Sql.compose(
                        "select * from {} where {}",
                        question.asOf().facts(),
                        question.filter().condition());
        return Sql.compose(
                """
                with facts as (
                    select *, {} as unit_size,
                        (promised + coalesce(extension, 0)) * unit_size as whole_limit, %s as saved,
                        %s as unattested
                    from ({})
                ), acts as (
                    select a.transaction_id, a.index, a.filing, a.name, a.occurred_at,
                        a.occurred_on, a.recorded_at, a.recorded_on, a.automatic, a.late,
                        a.late and {} as long_after, a.open_hours, a.documented, a.activity,
                        f.zone, f.center, f.item, f.imported, f.saved
                    from (select * from act where {}) a
                    join facts f on f.project = a.project and f.filing = a.filing
                ), stops as (
                    select f.*, s.number, s.ground, s.begun_at, s.ended_at,
                        s.recorded_at as entered_at, s.used_permille, s.length,
                        a.occurred_on as begun_on
                    from stop s
                    join facts f on f.project = s.project and f.filing = s.filing
                        and f.known_from = s.known_from
                    join acts a on a.filing = s.filing and a.name = '%s'
                        and a.occurred_at = s.begun_at
                ), working_day as ({}), correction_window as ({})
                """
                        .formatted(SAVED, UNATTESTED, OPENED),
                Sql.of("case when promised_unit in ('WD', 'ND') then 1 else 3600000 end"),
                facts,
                Sql.of(
                        "epoch_ms(a.recorded_at) - epoch_ms(a.occurred_at) > ?",
                        thresholds.burstEnteredAfter().toMillis()),
                question.asOf().acts(),
                workingDays(connection, facts),
                correctionWindows());
    }

    /** For each day of each calendar, how many working days there have been up to its end. */
    private Sql workingDays(Connection connection, Sql facts) throws SQLException {
        record Span(String calendar, LocalDate first, LocalDate last) {}
        List<Span> spans =
                Sql.compose(
                                """
                                select calendar, min(first_on), max(last_on) from ({})
                                group by calendar
                                """,
                                facts)
                        .query(
                                connection,
                                row ->
                                        new Span(
                                                row.getString(1),
                                                row.getObject(2, LocalDate.class),
                                                row.getObject(3, LocalDate.class)));
        var rows = new ArrayList<Sql>();
        for (Span span : spans) {
            WorkingCalendar calendar = rules.calendars().apply(span.calendar());
            String days =
                    span.first()
                            .datesUntil(span.last().plusDays(1))
                            .map(day -> calendar.isWorkingDay(day) ? "1" : "0")
                            .collect(Collectors.joining());
            rows.add(
                    Sql.of(
                            "select cast(? as varchar), cast(? as date), cast(? as varchar)",
                            span.calendar(),
                            span.first(),
                            days));
        }
        return Sql.compose(
                """
                select calendar, first + cast(i as integer) as day,
                    sum(cast(days[i + 1] as integer))
                        over (partition by calendar order by i) as n
                from (select calendar, first, days, unnest(range(length(days))) as i
                    from ({}) t(calendar, first, days))
                """,
                unionOf("select '', date '2000-01-01', ''", rows));
    }

    private Sql correctionWindows() {
        return Sql.compose(
                "select * from ({}) t(edition, days)",
                unionOf(
                        "select '', 0",
                        rules.policies().get().published().stream()
                                .map(
                                        edition ->
                                                Sql.of(
                                                        "select cast(? as varchar), %d"
                                                                .formatted(
                                                                        edition.correctionWindow()),
                                                        edition.name()))
                                .toList()));
    }

    private static Sql unionOf(String first, Collection<Sql> others) {
        Sql union = Sql.of(first);
        for (Sql other : others) {
            union = Sql.compose("{} union all {}", union, other);
        }
        return union;
    }

    /** The findings of the rules within the period. */
    Sql findings(Collection<ConductRule> of, List<Heaping> heaping) {
        Sql all =
                Sql.of(
                        """
                        select null::varchar as rule, null::integer as severity,
                            null::varchar as zone, null::varchar as center, null::varchar as item,
                            null::varchar as filing, null::date as shown_on,
                            null::varchar[] as members, null::varchar[] as names,
                            null::timestamp[] as moments, null::timestamp as entered_from,
                            null::timestamp as entered_to, null::bigint as a, null::bigint as b,
                            null::bigint as c, null::bigint as d, null::varchar as unit,
                            null::varchar as word
                        where false
                        """);
        for (ConductRule rule : of) {
            all =
                    Sql.compose(
                            "{} union all by name select '" + rule + "' as rule, * from ({})",
                            all,
                            findings(rule, heaping));
        }
        return Sql.compose("select * from ({}) where {}", all, inPeriod("shown_on"));
    }

    private Sql inPeriod(String date) {
        Sql condition = Sql.of("true");
        if (question.from() != null) {
            condition = condition.and(Sql.of(date + " >= ?", question.from()));
        }
        if (question.to() != null) {
            condition = condition.and(Sql.of(date + " < ?", question.to()));
        }
        return condition;
    }

    private Sql findings(ConductRule rule, List<Heaping> heaping) {
        return switch (rule) {
            case STOP_NEAR_THE_LIMIT -> stopNearTheLimit();
            case STOP_RECORDED_LATE -> stopRecordedLate();
            case STOP_MATCHES_OVERRUN -> stopMatchesOverrun();
            case REPEATED_STOPS -> repeatedStops();
            case STOP_WITHOUT_RESULT -> stopWithoutResult();
            case SECOND_CORRECTION -> secondCorrection();
            case CORRECTION_ON_THE_LAST_DAY -> correctionOnTheLastDay();
            case ACCEPTANCE_PARKED -> acceptanceParked();
            case OUTSIDE_HOURS -> outsideHours();
            case BURST_OF_BACK_ENTRIES -> burstOfBackEntries();
            case RELABELLED_KIND -> relabelledKind();
            case HEAPING_AT_THE_LIMIT -> heapingAtTheLimit(heaping);
        };
    }

    private Sql stopNearTheLimit() {
        return Sql.of(
                """
                select case when unattested then 2 when promised_gross then 0 else 1 end as severity,
                    zone, center, item, filing, begun_on as shown_on, [filing] as members,
                    %s as names, [begun_at, ended_at, decided_at] as moments,
                    cast(used_permille as bigint) as a, whole_limit as b, promised_unit as unit,
                    ground as word
                from stops where used_permille between ? and 1000
                """
                        .formatted(STOP_EVENTS),
                thresholds.nearTheLimit());
    }

    private Sql stopRecordedLate() {
        return Sql.of(
                """
                select case when saved then 2 else 1 end as severity,
                    zone, center, item, filing, begun_on as shown_on, [filing] as members,
                    %s as names, [begun_at, ended_at, decided_at] as moments,
                    epoch_ms(entered_at) - epoch_ms(begun_at) as a, ground as word
                from stops
                where not imported and epoch_ms(entered_at) - epoch_ms(begun_at) > ?
                """
                        .formatted(STOP_EVENTS),
                thresholds.stopEnteredAfter().toMillis());
    }

    private Sql stopMatchesOverrun() {
        return Sql.of(
                """
                select case when unattested then 2 else 1 end as severity, zone, center, item, filing, decided_on as shown_on,
                    [filing] as members, %s as names,
                    [begun_at, ended_at, decided_at] as moments,
                    used_gross - whole_limit as a, length as b, used_claimed as c,
                    whole_limit as d, promised_unit as unit, ground as word
                from stops
                where saved and length >= used_gross - whole_limit
                    and length <= used_gross - whole_limit + ? * unit_size
                    and used_claimed + length > whole_limit
                """
                        .formatted(STOP_EVENTS),
                thresholds.overrunMargin());
    }

    private Sql repeatedStops() {
        return Sql.of(
                """
                select case when bool_or(saved) and count(*) > 2 then 2
                        when bool_or(saved) or count(*) > 2
                            or count(distinct ground) < count(*) then 1
                        else 0 end as severity,
                    min(zone) as zone, min(center) as center, min(item) as item, filing,
                    max(begun_on) as shown_on, [filing] as members, %s as names,
                    list_concat(list(begun_at), list(ended_at)) as moments,
                    count(*) as a, count(*) - count(distinct ground) as b, sum(length)::bigint as c,
                    min(promised_unit) as unit
                from stops group by filing
                having count(*) >= ? or count(distinct ground) < count(*)
                """
                        .formatted(STOP_EVENTS),
                thresholds.repeatedStops());
    }

    private Sql stopWithoutResult() {
        return Sql.of(
                """
                select case when a.saved then 2 else 1 end as severity, a.zone, a.center, a.item,
                    a.filing, a.occurred_on as shown_on, [a.filing] as members, %s as names,
                    [s.begun_at, a.occurred_at] as moments, s.length as a,
                    s.promised_unit as unit, s.ground as word
                from acts a
                join stops s on s.filing = a.filing and s.ended_at = a.occurred_at
                where a.name = '%s' and not a.documented and not a.imported
                """
                        .formatted(STOP_EVENTS, CLOSED));
    }

    /**
     * In our own record a second request; in an imported log the step that stood for the first one,
     * which was recorded just before it, once more.
     */
    private static Sql secondCorrection() {
        return Sql.of(
                """
                select case when min(r.n) > 1 then 2 else 1 end as severity, min(a.zone) as zone,
                    min(a.center) as center, min(a.item) as item, a.filing,
                    max(a.occurred_on) as shown_on, [a.filing] as members,
                    ['filing.correction-requested', 'filing.work-step-recorded'] as names,
                    list(a.occurred_at) as moments, count(*) as a, min(r.activity) as word
                from (
                    select q.filing, min(q.n) as n, min(q.first_index) as first_index,
                        arg_max(s.activity, s.index) as activity
                    from (
                        select filing, count(*) as n, min(index) as first_index,
                            arg_min(occurred_at, index) as first_at
                        from acts where name = 'filing.correction-requested' group by filing
                    ) q
                    left join acts s on s.filing = q.filing and s.imported
                        and s.name = 'filing.work-step-recorded' and s.index < q.first_index
                        and s.occurred_at = q.first_at
                    group by q.filing
                ) r
                join acts a on a.filing = r.filing
                    and (r.n > 1 and a.name = 'filing.correction-requested'
                        or r.n = 1 and a.name = 'filing.work-step-recorded'
                            and a.activity = r.activity)
                group by a.filing having count(*) > 1
                """);
    }

    private static Sql correctionOnTheLastDay() {
        return Sql.of(
                """
                select 0 as severity, f.zone, f.center, f.item, f.filing,
                    f.requested_on as shown_on, [f.filing] as members,
                    ['filing.received', 'filing.correction-requested'] as names,
                    [f.received_at, f.requested_at] as moments, cast(w.days as bigint) as a
                from facts f
                join correction_window w on w.edition = f.edition
                join working_day r on r.calendar = f.calendar and r.day = f.received_on
                join working_day q on q.calendar = f.calendar and q.day = f.requested_on
                where q.n - r.n = w.days
                """);
    }

    private Sql acceptanceParked() {
        return Sql.of(
                """
                select case when f.deemed then 2 else 1 end as severity, f.zone, f.center, f.item,
                    f.filing, f.accepted_on as shown_on, [f.filing] as members,
                    ['filing.received', 'filing.correction-answered', 'filing.accepted',
                        'filing.deemed-accepted'] as names,
                    [coalesce(f.answered_at, f.received_at), f.accepted_at] as moments,
                    cast(q.n - r.n as bigint) as a, cast(w.days as bigint) as b,
                    case when f.deemed then 'DEEMED' when f.answered_on is null then 'RECEIVED'
                        else 'ANSWERED' end as word
                from facts f
                left join correction_window w on w.edition = f.edition
                join working_day r on r.calendar = f.calendar
                    and r.day = coalesce(f.answered_on, f.received_on)
                join working_day q on q.calendar = f.calendar and q.day = f.accepted_on
                where f.deemed or q.n - r.n > ?
                """,
                thresholds.parkedAfter());
    }

    private static Sql outsideHours() {
        return Sql.of(
                """
                select 0 as severity, zone, center, item, filing, occurred_on as shown_on,
                    [filing] as members, [name] as names, [occurred_at] as moments, name as word
                from acts
                where not open_hours and not automatic and name in (%s)
                    and (name <> 'filing.received' or late or imported)
                """
                        .formatted(OF_THE_OFFICE));
    }

    private Sql burstOfBackEntries() {
        String within = "interval '%d milliseconds'".formatted(thresholds.burstWithin().toMillis());
        return Sql.of(
                """
                select 1 as severity, min(l.zone) as zone, l.center,
                    min(l.recorded_on) as shown_on, list(distinct l.filing) as members,
                    b.began as entered_from, max(l.recorded_at) as entered_to,
                    count(*) as a, count(distinct l.filing) as b,
                    max(epoch_ms(l.recorded_at) - epoch_ms(l.occurred_at)) as c,
                    epoch_ms(max(l.recorded_at)) - epoch_ms(b.began) as d
                from (
                    select center, min(recorded_at) as began, max(recorded_at) + %1$s as ended
                    from (
                        select center, recorded_at, sum(fresh) over (partition by center
                            order by recorded_at rows unbounded preceding) as burst
                        from (
                            select center, recorded_at, case when recorded_at > lag(recorded_at)
                                over (partition by center order by recorded_at) + %1$s
                                then 1 else 0 end as fresh
                            from (
                                select center, recorded_at, count(*) over hour as n,
                                    count(distinct filing) over hour as filings
                                from acts where long_after
                                window hour as (partition by center order by recorded_at
                                    range between current row and %1$s following)
                            )
                            where n >= ? and filings >= ?
                        )
                    )
                    group by center, burst
                ) b
                join acts l on l.long_after and l.center = b.center
                    and l.recorded_at between b.began and b.ended
                group by l.center, b.began
                """
                        .formatted(within),
                thresholds.burstActs(),
                thresholds.burstFilings());
    }

    /** By the editions an item was immediate and is promised; by the facts the work is the same. */
    private Sql relabelledKind() {
        Sql pairs = unionOf("select '', '', ''", relabelled());
        return Sql.compose(
                """
                select 1 as severity, l.zone, l.center, l.item, l.first_on as shown_on, l.members,
                    ['filing.accepted', 'filing.deemed-accepted', 'filing.decided'] as names,
                    cast(e.m as bigint) as a, cast(l.m as bigint) as b, e.n as c, l.n as d,
                    p.earlier || ' ' || p.later as word
                from ({}) p(item, earlier, later)
                join ({}) e on e.item = p.item and e.edition = p.earlier and e.kind = 'IMMEDIATE'
                join ({}) l on l.item = p.item and l.edition = p.later and l.kind = 'PROMISED'
                    and l.center = e.center
                where e.n >= {} and l.n >= {} and abs(l.m - e.m) <= {} * e.m
                """,
                pairs,
                BY_EDITION,
                BY_EDITION,
                Sql.of("?", thresholds.relabelledLeast()),
                Sql.of("?", thresholds.relabelledLeast()),
                Sql.of("cast(? as decimal(9, 6))", thresholds.relabelledTolerance()));
    }

    private static final Sql BY_EDITION =
            Sql.of(
                    """
                    select item, center, edition, kind, min(zone) as zone, count(*) as n,
                        quantile_disc(gross_working, 0.5) as m, min(accepted_on) as first_on,
                        list(filing order by filing) as members
                    from facts where gross_working is not null
                    group by item, center, edition, kind
                    """);

    private List<Sql> relabelled() {
        var pairs = new ArrayList<Sql>();
        List<PolicyEdition> editions = rules.policies().get().published();
        for (int i = 0; i < editions.size(); i++) {
            PolicyEdition earlier = editions.get(i);
            for (PolicyEdition later : editions.subList(i + 1, editions.size())) {
                for (PolicyItem item : later.items()) {
                    boolean wasImmediate =
                            earlier.item(item.code())
                                    .filter(before -> before.kind() == FilingKind.IMMEDIATE)
                                    .isPresent();
                    if (wasImmediate && item.kind() == FilingKind.PROMISED) {
                        pairs.add(
                                Sql.of(
                                        "select cast(? as varchar), cast(? as varchar),"
                                                + " cast(? as varchar)",
                                        item.code().toString(),
                                        earlier.name(),
                                        later.name()));
                    }
                }
            }
        }
        return pairs;
    }

    /** What is counted of each center for the test of the last day. */
    List<Heaping.Days> lastDays(Connection connection) throws SQLException {
        return Sql.compose(
                        """
                        {} select center, count(*) filter (where used_gross = promised - 1),
                            count(*) filter (where used_gross = promised),
                            count(*) filter (where used_gross = promised + 1)
                        from facts where {} and {} group by center order by center
                        """,
                        common,
                        IN_DAYS,
                        inPeriod("decided_on"))
                .query(
                        connection,
                        row ->
                                new Heaping.Days(
                                        row.getString(1),
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4)));
    }

    private static final Sql IN_DAYS =
            Sql.of("decided_on is not null and promised > 0 and promised_unit in ('WD', 'ND')");

    private Sql heapingAtTheLimit(List<Heaping> heaping) {
        List<Sql> found =
                heaping.stream()
                        .filter(Heaping::standsOut)
                        .map(
                                tested ->
                                        Sql.of(
                                                "select cast(? as varchar), %d, %d, %d, %d, '%s'"
                                                        .formatted(
                                                                tested.severity(thresholds)
                                                                        .ordinal(),
                                                                tested.before(),
                                                                tested.onTheLast(),
                                                                tested.after(),
                                                                tested.corrected()),
                                                tested.center()))
                        .toList();
        return Sql.compose(
                """
                select h.severity, min(f.zone) as zone, h.center, max(f.decided_on) as shown_on,
                    list(f.filing order by f.filing) as members, ['filing.decided'] as names,
                    cast(h.a as bigint) as a, cast(h.b as bigint) as b, cast(h.c as bigint) as c,
                    h.word
                from ({}) h(center, severity, a, b, c, word)
                join facts f on f.center = h.center
                where {} and {} and f.used_gross = f.promised
                group by h.severity, h.center, h.a, h.b, h.c, h.word
                """,
                unionOf("select '', 0, 0, 0, 0, ''", found),
                IN_DAYS,
                inPeriod("f.decided_on"));
    }

    /** How many filings of each center something was done for in the period. */
    Sql filingsOfCenters() {
        return question.from() == null && question.to() == null
                ? Sql.of("select center, count(*) as n from facts group by center")
                : Sql.compose(
                        """
                        select center, count(distinct filing) as n from acts
                        where ({}) or ({}) group by center
                        """,
                        inPeriod("occurred_on"),
                        inPeriod("recorded_on"));
    }
}
