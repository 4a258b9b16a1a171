package org.chengnuo.approval.projections.indicators;

import org.chengnuo.approval.projections.indicators.Behind.Piece;
import org.chengnuo.approval.projections.indicators.Behind.Side;
import org.chengnuo.approval.projections.indicators.Indicator.Counted;
import org.chengnuo.approval.projections.indicators.IndicatorAnswer.Asked;
import org.chengnuo.approval.projections.indicators.IndicatorAnswer.Group;
import org.chengnuo.approval.projections.indicators.IndicatorAnswer.Meaning;
import org.chengnuo.approval.projections.indicators.IndicatorAnswer.Spread;
import org.chengnuo.approval.projections.indicators.Withholding.Cell;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.ReviewTimes;
import org.chengnuo.approval.projections.reviewtimes.Rulebook;
import org.chengnuo.approval.projections.reviewtimes.Sql;
import org.chengnuo.approval.projections.reviewtimes.StatisticsUnavailable;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Answers the indicators. Of a question, its measure, its clock and its basis do not matter. */
public final class Indicators {

    /** The most that a page may have. */
    public static final int LARGEST_PAGE = 200;

    private static final int FARTHEST_PAGE = 100_000;

    private final ReviewTimes times;
    private final Rulebook rules;
    private final Withholding withholding;

    public Indicators(ReviewTimes times, Rulebook rules, Withholding withholding) {
        this.times = times;
        this.rules = rules;
        this.withholding = withholding;
    }

    /**
     * @throws IllegalArgumentException if the indicator has no such grouping, filter or cohort
     * @throws StatisticsUnavailable if there are no facts now
     */
    public IndicatorAnswer answer(Indicator indicator, Question question) {
        indicator.subject().check(question);
        return times.read(
                (connection, reached) -> {
                    Scope scope = Scope.of(connection, question, rules);
                    return new IndicatorAnswer(
                            Meaning.of(indicator),
                            Asked.of(question, withholding),
                            reached,
                            scope.known(),
                            groups(indicator, scope));
                });
    }

    /** The groups, with what is withheld. */
    List<Group> groups(Indicator indicator, Scope scope) throws SQLException {
        Question question = scope.question();
        String names = Scope.names(question);
        boolean mean = indicator.counted() == Counted.MEAN;
        List<Group> groups =
                Sql.compose(
                                """
                                select %1$s, unit, n, num, den%2$s from (
                                    select %1$s, unit, count(*) as n,
                                        cast(sum(num) as bigint) as num,
                                        cast(sum(den) as bigint) as den%3$s
                                    from ({}) group by all)
                                order by %4$s, unit
                                """
                                        .formatted(
                                                names,
                                                mean ? ", q[1], q[2], q[3], m" : "",
                                                mean
                                                        ? ", quantile_disc(num, [0.5, 0.9, 0.95])"
                                                                + " as q, max(num) as m"
                                                        : "",
                                                names.replace(",", " nulls last,") + " nulls last"),
                                indicator.rows().in(scope))
                        .query(scope.connection(), row -> group(row, indicator, question));
        return indicator.subject().isWithheld() ? withheld(groups) : groups;
    }

    private static Group group(ResultSet row, Indicator indicator, Question question)
            throws SQLException {
        var keys = new ArrayList<@Nullable String>();
        for (int i = 0; i < question.groupBy().size(); i++) {
            keys.add(row.getString(i + 1));
        }
        int first = Math.max(1, question.groupBy().size()) + 1;
        long numerator = row.getLong(first + 2);
        long denominator = row.getLong(first + 3);
        return new Group(
                keys,
                row.getString(first),
                false,
                row.getLong(first + 1),
                numerator,
                denominator,
                IndicatorAnswer.value(indicator.counted(), numerator, denominator),
                indicator.counted() == Counted.MEAN
                        ? Spread.ofMillis(
                                row.getLong(first + 4),
                                row.getLong(first + 5),
                                row.getLong(first + 6),
                                row.getLong(first + 7))
                        : null);
    }

    /** Units have no total, so that each is a table of its own. */
    private List<Group> withheld(List<Group> groups) {
        var shown = new ArrayList<Group>(groups);
        for (String unit : groups.stream().map(Indicators::unit).distinct().toList()) {
            List<Integer> places =
                    IntStream.range(0, groups.size())
                            .filter(i -> unit(groups.get(i)).equals(unit))
                            .boxed()
                            .toList();
            List<Boolean> withheld =
                    withholding.withheld(
                            places.stream()
                                    .map(groups::get)
                                    .map(group -> new Cell(group.keys(), count(group)))
                                    .toList());
            for (int i = 0; i < places.size(); i++) {
                if (withheld.get(i)) {
                    shown.set(places.get(i), groups.get(places.get(i)).asWithheld());
                }
            }
        }
        return shown;
    }

    private static String unit(Group group) {
        return group.unit() == null ? "" : group.unit();
    }

    private static long count(Group group) {
        return group.n() == null ? 0 : group.n();
    }

    /**
     * What is behind a figure.
     *
     * @param keys the keys of its group, one for each grouping, empty for null; none for all of
     *     them
     * @param unit of the figure; null if it has none, or for those of all units
     * @param offset how many to leave out, at most 100 000
     * @param limit 1 to {@value #LARGEST_PAGE}
     * @throws IllegalArgumentException if the keys are not as many as the groupings
     * @throws StatisticsUnavailable if there are no facts now
     */
    public Behind behind(
            Indicator indicator,
            Question asked,
            List<String> keys,
            @Nullable String unit,
            Side side,
            int offset,
            int limit) {
        if (!keys.isEmpty() && keys.size() != asked.groupBy().size()) {
            throw new IllegalArgumentException(
                    "key: a figure has one key for each grouping, %d of them, not %d"
                            .formatted(asked.groupBy().size(), keys.size()));
        }
        Question question = keys.isEmpty() ? asked.by(List.of()) : asked;
        indicator.subject().check(question);
        return times.read(
                (connection, _) -> {
                    Scope scope = Scope.of(connection, question, rules);
                    if (groups(indicator, scope).stream()
                            .filter(group -> unit == null || unit.equals(group.unit()))
                            .anyMatch(group -> group.withheld() && isOf(group, keys))) {
                        return new Behind(true, List.of());
                    }
                    Sql condition = Sql.of(side == Side.NUMERATOR ? "num <> 0" : "true");
                    for (int i = 0; i < keys.size(); i++) {
                        condition =
                                condition.and(
                                        Sql.of(
                                                "k%d is not distinct from nullif(?, '')"
                                                        .formatted(i),
                                                keys.get(i)));
                    }
                    if (unit != null) {
                        condition = condition.and(Sql.of("unit = ?", unit));
                    }
                    return new Behind(
                            false,
                            Sql.compose(
                                            """
                                            select project, filing, piece, unit, num, den
                                            from ({}) where {}
                                            order by project, filing, piece, unit
                                            limit %d offset %d
                                            """
                                                    .formatted(
                                                            Math.clamp(limit, 1, LARGEST_PAGE),
                                                            Math.clamp(offset, 0, FARTHEST_PAGE)),
                                            indicator.rows().in(scope),
                                            condition)
                                    .query(
                                            connection,
                                            row ->
                                                    new Piece(
                                                            row.getString(1),
                                                            row.getString(2),
                                                            row.getString(3),
                                                            row.getString(4),
                                                            row.getLong(5),
                                                            row.getLong(6))));
                });
    }

    private static boolean isOf(Group group, List<String> keys) {
        for (int i = 0; i < keys.size(); i++) {
            String key = group.keys().get(i);
            if (!keys.get(i).equals(key == null ? "" : key)) {
                return false;
            }
        }
        return true;
    }
}
