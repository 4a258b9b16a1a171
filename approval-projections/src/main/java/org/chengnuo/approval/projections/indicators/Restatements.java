package org.chengnuo.approval.projections.indicators;

import org.chengnuo.approval.projections.indicators.Restatement.Figure;
import org.chengnuo.approval.projections.indicators.Restatement.RestatingAct;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.reviewtimes.AsOf;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.ReviewTimes;
import org.chengnuo.approval.projections.reviewtimes.Rulebook;
import org.chengnuo.approval.projections.reviewtimes.Sql;
import org.chengnuo.approval.projections.reviewtimes.StatisticsUnavailable;
import org.chengnuo.approval.projections.reviewtimes.Turnaround;
import org.chengnuo.approval.projections.reviewtimes.Turnarounds;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Compares the figures of a question as of two moments. */
public final class Restatements {

    /** The most acts that a page may have. */
    public static final int LARGEST_PAGE = 200;

    private static final int FARTHEST_PAGE = 100_000;

    private final ReviewTimes times;
    private final Rulebook rules;
    private final Indicators indicators;
    private final Turnarounds turnarounds;

    public Restatements(
            ReviewTimes times, Rulebook rules, Indicators indicators, Turnarounds turnarounds) {
        this.times = times;
        this.rules = rules;
        this.indicators = indicators;
        this.turnarounds = turnarounds;
    }

    /** What of two moments is compared. */
    private record Compared<G>(
            Subject subject,
            List<Figure<G>> figures,
            Indicator.Rows rows,
            Question before,
            Question after) {}

    /** What tells figures apart. */
    private record Key(List<@Nullable String> keys, @Nullable String unit) {}

    /**
     * @param offset how many acts to leave out
     * @param limit of how many acts, 1 to {@value #LARGEST_PAGE}
     * @throws IllegalArgumentException if the second moment lies before the first, or the indicator
     *     has no such grouping, filter or cohort
     * @throws StatisticsUnavailable if there are no facts now
     */
    public Restatement<IndicatorAnswer.Group> of(
            Indicator indicator, Question asked, AsOf before, AsOf after, int offset, int limit) {
        Position reached = times.read((_, position) -> position);
        Question first = asked.asOf(fixed(before, reached));
        Question second = asked.asOf(fixed(after, reached));
        return compare(
                new Compared<>(
                        indicator.subject(),
                        figures(
                                indicators.answer(indicator, first).groups(),
                                indicators.answer(indicator, second).groups(),
                                group -> new Key(group.keys(), group.unit())),
                        indicator.rows(),
                        first,
                        second),
                reached,
                offset,
                limit);
    }

    /** The same of how long filings take. */
    public Restatement<Turnaround.Group> of(
            Question asked, AsOf before, AsOf after, int offset, int limit) {
        Position reached = times.read((_, position) -> position);
        Question first = asked.asOf(fixed(before, reached));
        Question second = asked.asOf(fixed(after, reached));
        return compare(
                new Compared<>(
                        Subject.FILING,
                        figures(
                                turnarounds.answer(first).groups(),
                                turnarounds.answer(second).groups(),
                                group -> new Key(group.keys(), null)),
                        scope -> Turnarounds.rows(scope.question()),
                        first,
                        second),
                reached,
                offset,
                limit);
    }

    private static AsOf fixed(AsOf asOf, Position reached) {
        return asOf instanceof AsOf.Now ? AsOf.at(reached) : asOf;
    }

    private static <G> List<Figure<G>> figures(
            List<G> before, List<G> after, Function<G, Key> keyOf) {
        var old = new LinkedHashMap<Key, G>();
        before.forEach(group -> old.put(keyOf.apply(group), group));
        var figures = new ArrayList<Figure<G>>();
        for (G group : after) {
            Key key = keyOf.apply(group);
            G was = old.remove(key);
            if (!Objects.equals(was, group)) {
                figures.add(new Figure<>(key.keys(), key.unit(), was, group));
            }
        }
        for (Map.Entry<Key, G> gone : old.entrySet()) {
            figures.add(
                    new Figure<>(
                            gone.getKey().keys(), gone.getKey().unit(), gone.getValue(), null));
        }
        return figures;
    }

    private <G> Restatement<G> compare(
            Compared<G> compared, Position reached, int offset, int limit) {
        AsOf before = compared.before().asOf();
        AsOf after = compared.after().asOf();
        return times.read(
                (connection, _) -> {
                    if (anything(connection, between(after, before))) {
                        throw new IllegalArgumentException(
                                "before (%s) has to lie before after (%s), and knows more than it"
                                        .formatted(before, after));
                    }
                    Sql changed =
                            changed(
                                    compared.rows()
                                            .in(Scope.of(connection, compared.before(), rules)),
                                    compared.rows()
                                            .in(Scope.of(connection, compared.after(), rules)));
                    Sql acts = acts(compared.subject(), changed, between(before, after));
                    long all = count(connection, "select count(*) from ({})", changed);
                    return new Restatement<>(
                            Restatement.DEFINITION,
                            before.toString(),
                            after.toString(),
                            reached,
                            compared.figures(),
                            all,
                            all
                                    - count(
                                            connection,
                                            "select count(distinct (owner, part, piece)) from ({})",
                                            acts),
                            count(
                                    connection,
                                    "select count(distinct (transaction_id, index)) from ({})",
                                    acts),
                            Sql.compose(
                                            """
                                            select distinct transaction_id, index, name,
                                                project::varchar, filing, occurred_at, recorded_at,
                                                late, automatic
                                            from ({}) order by transaction_id, index
                                            limit %d offset %d
                                            """
                                                    .formatted(
                                                            Math.clamp(limit, 1, LARGEST_PAGE),
                                                            Math.clamp(offset, 0, FARTHEST_PAGE)),
                                            acts)
                                    .query(connection, Restatements::act));
                });
    }

    private static boolean anything(Connection connection, Sql acts) throws SQLException {
        return count(connection, "select count(*) from (select 1 from ({}) limit 1)", acts) > 0;
    }

    private static long count(Connection connection, String text, Sql part) throws SQLException {
        return Sql.compose(text, part).query(connection, row -> row.getLong(1)).getFirst();
    }

    private static Sql between(AsOf before, AsOf after) {
        return Sql.compose("select * from act where {} and not ({})", after.acts(), before.acts());
    }

    /** What counts otherwise. */
    private static Sql changed(Sql before, Sql after) {
        return Sql.compose(
                """
                select distinct project, filing, piece from (
                    (select * from ({}) except select * from ({}))
                    union all (select * from ({}) except select * from ({})))
                """,
                before,
                after,
                after,
                before);
    }

    /** The acts by which it came to that, with what they changed: owner, part and piece. */
    private static Sql acts(Subject subject, Sql changed, Sql between) {
        String touches =
                switch (subject) {
                    case FILING ->
                            """
                            a.project = c.project::uuid and a.filing = c.filing
                                and (a.project, a.filing, a.transaction_id) in (
                                    select (project, filing, known_from) from fact
                                    union all select (project, filing, known_from) from past)
                            """;
                    case PROJECT, PARCEL, OBLIGATION ->
                            """
                            a.project = c.project::uuid and a.filing is null
                                and (a.project, a.transaction_id) in (
                                    select (project, known_from) from project_fact
                                    union all select (project, known_from) from project_past)
                            """;
                    case ACT -> "c.piece = a.transaction_id || ':' || a.index";
                    case ITEM -> "false";
                };
        return Sql.compose(
                """
                select a.*, c.project as owner, c.filing as part, c.piece as piece
                from ({}) a join ({}) c on a.project = c.project::uuid where %s
                """
                        .formatted(touches),
                between,
                changed);
    }

    private static RestatingAct act(ResultSet row) throws SQLException {
        return new RestatingAct(
                new Position(row.getLong(1), row.getLong(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Sql.instant(row, 6),
                Sql.instant(row, 7),
                row.getBoolean(8),
                row.getBoolean(9));
    }
}
