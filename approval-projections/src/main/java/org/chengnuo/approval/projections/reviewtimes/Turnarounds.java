package org.chengnuo.approval.projections.reviewtimes;

import org.chengnuo.approval.clock.Basis;
import org.chengnuo.approval.projections.reviewtimes.Distribution.Bin;
import org.chengnuo.approval.projections.reviewtimes.Distribution.Scale;
import org.chengnuo.approval.projections.reviewtimes.Turnaround.Group;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Answers how long filings take. Exactly: percentiles are values of filings, of which DuckDB finds
 * the rank by integer arithmetic, because the shares are decimal literals (as a bound double, a
 * share such as 0.95 could miss a rank by one).
 */
public final class Turnarounds {

    /** The most filings that a page may have. */
    public static final int LARGEST_PAGE = 200;

    /** The most bins that a distribution may have. */
    public static final int MOST_BINS = 100;

    private static final int FARTHEST_PAGE = 100_000;

    private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);

    private final ReviewTimes times;

    public Turnarounds(ReviewTimes times) {
        this.times = times;
    }

    /**
     * @throws StatisticsUnavailable if there are no facts now
     */
    public Turnaround answer(Question question) {
        return times.read(
                (connection, reached) -> {
                    List<Group> groups =
                            runsOverTime(question)
                                    ? overTime(connection, question)
                                    : groups(connection, question);
                    return new Turnaround(Definition.of(question), reached, groups);
                });
    }

    /** Whether a filing that is open belongs to every part of the time at whose end it is. */
    private static boolean runsOverTime(Question question) {
        return question.cohort() == Cohort.ENDED && time(question) != null;
    }

    private static @Nullable Dimension time(Question question) {
        return question.groupBy().stream().filter(Dimension::isTime).findFirst().orElse(null);
    }

    private static List<Group> groups(Connection connection, Question question)
            throws SQLException {
        var groups = new HashMap<List<@Nullable String>, Group>();
        for (Group group : endedGroups(connection, question)) {
            groups.put(group.keys(), group);
        }
        // Asked apart, for few are open, and their blocks are found without a look at the others.
        Sql.compose(
                        "select %s, count(*) from ({}) where {} %s"
                                .formatted(keys(question), grouped(question)),
                        chosen(question),
                        open(question))
                .query(
                        connection,
                        row -> {
                            List<@Nullable String> keys = keys(row, question);
                            long open = row.getLong(columns(question) + 1);
                            return groups.merge(
                                    keys,
                                    Group.onlyOpen(keys, open),
                                    (group, _) -> group.withOpen(open));
                        });
        return groups.values().stream().sorted(IN_ORDER).toList();
    }

    /** By the keys, one after the other; what has none comes last. */
    private static final Comparator<Group> IN_ORDER =
            (one, other) -> {
                for (int i = 0; i < one.keys().size(); i++) {
                    int order =
                            Comparator.nullsLast(Comparator.<String>naturalOrder())
                                    .compare(one.keys().get(i), other.keys().get(i));
                    if (order != 0) {
                        return order;
                    }
                }
                return 0;
            };

    private static List<Group> endedGroups(Connection connection, Question question)
            throws SQLException {
        if (question.groupBy().isEmpty()) {
            return whole(connection, question);
        }
        // The shares must stay literals; in one list, so that the values are held once.
        return Sql.compose(
                        """
                        select * exclude (q), q[1], q[2], q[3] from (
                            select %1$s, count(*) as n, sum(v) as s, max(v) as m,
                                quantile_disc(v, [0.5, 0.9, 0.95]) as q
                            from ({}) where {} %2$s)
                        """
                                .formatted(keys(question), grouped(question)),
                        chosen(question),
                        ended(question))
                .query(connection, row -> group(row, question));
    }

    /** How many durations have the same first bits, those of a bit more than an hour. */
    private record Stratum(long bits, long n, BigInteger sum, long max) {

        static final int WIDTH = 22;

        long from() {
            return bits << WIDTH;
        }

        long to() {
            return (bits + 1) << WIDTH;
        }
    }

    private record Counted(long duration, long n) {}

    /**
     * All filings as one group. Its percentiles are found in two looks: how many durations are in
     * each stratum, and then the values of those strata alone in which a percentile lies. To find
     * them among all values takes nearly twice as long.
     */
    private static List<Group> whole(Connection connection, Question question) throws SQLException {
        List<Stratum> strata =
                Sql.compose(
                                """
                                select v >> %d as bits, count(*), sum(v), max(v)
                                from ({}) where {} group by bits order by bits
                                """
                                        .formatted(Stratum.WIDTH),
                                chosen(question),
                                ended(question))
                        .query(
                                connection,
                                row ->
                                        new Stratum(
                                                row.getLong(1),
                                                row.getLong(2),
                                                row.getObject(3, BigInteger.class),
                                                row.getLong(4)));
        if (strata.isEmpty()) {
            return List.of();
        }
        long n = strata.stream().mapToLong(Stratum::n).sum();
        List<Ranked> ranks =
                Stream.of(50, 90, 95)
                        .map(percent -> Ranked.within(strata, Math.ceilDiv(n * percent, 100)))
                        .toList();
        List<Counted> values = valuesOf(connection, question, ranks);
        return List.of(
                new Group(
                        List.of(),
                        n,
                        0,
                        mean(
                                strata.stream()
                                        .map(Stratum::sum)
                                        .reduce(BigInteger.ZERO, BigInteger::add),
                                n),
                        seconds(ranks.get(0).among(values)),
                        seconds(ranks.get(1).among(values)),
                        seconds(ranks.get(2).among(values)),
                        seconds(strata.getLast().max())));
    }

    /**
     * A rank, and in which stratum it is.
     *
     * @param rank in the stratum, from 1 on
     */
    private record Ranked(Stratum stratum, long rank) {

        static Ranked within(List<Stratum> strata, long rank) {
            long left = rank;
            for (Stratum stratum : strata) {
                if (left <= stratum.n()) {
                    return new Ranked(stratum, left);
                }
                left -= stratum.n();
            }
            throw new IllegalArgumentException("there are fewer than " + rank);
        }

        /**
         * @param values ascending
         */
        long among(List<Counted> values) {
            long left = rank;
            for (Counted value : values) {
                if (value.duration() >= stratum.from() && value.duration() < stratum.to()) {
                    left -= value.n();
                    if (left <= 0) {
                        return value.duration();
                    }
                }
            }
            throw new IllegalStateException("fewer values than were counted");
        }
    }

    private static List<Counted> valuesOf(
            Connection connection, Question question, List<Ranked> ranks) throws SQLException {
        // Literals, which a scan can compare with the least and greatest of its blocks.
        String within =
                ranks.stream()
                        .map(Ranked::stratum)
                        .distinct()
                        .map(one -> "v >= %d and v < %d".formatted(one.from(), one.to()))
                        .collect(Collectors.joining(" or ", "(", ")"));
        return Sql.compose(
                        "select v, count(*) from ({}) where {} and %s group by v order by v"
                                .formatted(within),
                        chosen(question),
                        ended(question))
                .query(connection, row -> new Counted(row.getLong(1), row.getLong(2)));
    }

    private static String keys(Question question) {
        return question.groupBy().isEmpty()
                ? "'all'"
                : IntStream.range(0, question.groupBy().size())
                        .mapToObj(i -> "k" + i)
                        .collect(Collectors.joining(", "));
    }

    /** Without a grouping there is one group, or none where there is no filing. */
    private static String grouped(Question question) {
        return question.groupBy().isEmpty() ? "having count(*) > 0" : "group by " + keys(question);
    }

    private static int columns(Question question) {
        return Math.max(1, question.groupBy().size());
    }

    private static List<@Nullable String> keys(ResultSet row, Question question)
            throws SQLException {
        var keys = new ArrayList<@Nullable String>();
        for (Dimension dimension : question.groupBy()) {
            keys.add(dimension.partOf(row.getString(keys.size() + 1)));
        }
        return keys;
    }

    private static Group group(ResultSet row, Question question) throws SQLException {
        int first = columns(question) + 1;
        long n = row.getLong(first);
        return new Group(
                keys(row, question),
                n,
                0,
                mean(row.getObject(first + 1, BigInteger.class), n),
                seconds(row.getLong(first + 3)),
                seconds(row.getLong(first + 4)),
                seconds(row.getLong(first + 5)),
                seconds(row.getLong(first + 2)));
    }

    /**
     * What had begun by the end of a part of the time without what had ended by then, running over
     * the parts.
     */
    private static List<Group> overTime(Connection connection, Question question)
            throws SQLException {
        List<Group> ended = endedGroups(connection, question).stream().sorted(IN_ORDER).toList();
        if (!question.measure().canBeOpen()) {
            return ended;
        }
        int time = question.groupBy().indexOf(time(question));
        var changes = new HashMap<List<@Nullable String>, TreeMap<String, Long>>();
        change(connection, question, "b", 1, changes);
        change(connection, question, "coalesce(least(e, c), e, c)", -1, changes);
        var groups = new ArrayList<Group>();
        for (Group group : ended) {
            var others = new ArrayList<@Nullable String>(group.keys());
            String part = String.valueOf(others.remove(time));
            long open =
                    changes
                            .getOrDefault(others, new TreeMap<>())
                            .headMap(part, true)
                            .values()
                            .stream()
                            .mapToLong(Long::longValue)
                            .sum();
            groups.add(group.withOpen(open));
        }
        return groups;
    }

    private static void change(
            Connection connection,
            Question question,
            String date,
            int sign,
            Map<List<@Nullable String>, TreeMap<String, Long>> changes)
            throws SQLException {
        Dimension time = Objects.requireNonNull(time(question));
        var others = new ArrayList<>(question.groupBy());
        others.remove(time);
        Question byOthers = question.by(others);
        String counted = "greatest(b, %s)".formatted(date);
        Sql condition =
                Sql.of(
                        "b is not null and %s is not null and %s"
                                .formatted(date, attestable(question)));
        LocalDate to = question.to();
        if (to != null) {
            condition = condition.and(Sql.of(counted + " < ?", to));
        }
        Sql.compose(
                        "select %s, %s, count(*) from ({}) where {} group by all"
                                .formatted(keys(byOthers), time.groupedSqlOf(counted)),
                        chosen(byOthers),
                        condition)
                .query(
                        connection,
                        row -> {
                            int first = columns(byOthers) + 1;
                            return changes.computeIfAbsent(
                                            keys(row, byOthers), _ -> new TreeMap<>())
                                    .merge(
                                            String.valueOf(time.partOf(row.getString(first))),
                                            sign * row.getLong(first + 1),
                                            Long::sum);
                        });
    }

    /**
     * @param bins 1 to {@value #MOST_BINS}
     * @throws StatisticsUnavailable if there are no facts now
     */
    public Distribution distribution(Question question, Scale scale, int bins) {
        int bounded = Math.clamp(bins, 1, MOST_BINS);
        return times.read((connection, _) -> distribution(connection, question, scale, bounded));
    }

    private static Distribution distribution(
            Connection connection, Question question, Scale scale, int bins) throws SQLException {
        Sql chosen = chosen(question);
        Sql ended = ended(question);
        record Extent(long n, long least, long greatest) {}
        Extent extent =
                Sql.compose("select count(*), min(v), max(v) from ({}) where {}", chosen, ended)
                        .query(
                                connection,
                                row -> new Extent(row.getLong(1), row.getLong(2), row.getLong(3)))
                        .getFirst();
        if (extent.n() == 0) {
            return new Distribution(Definition.of(question), 0, scale, List.of());
        }
        List<Long> edges = edges(extent.least(), extent.greatest(), scale, bins);
        String counts =
                IntStream.range(0, edges.size() - 1)
                        .mapToObj(
                                i ->
                                        "count(*) filter (where v >= %d and v < %d)"
                                                .formatted(edges.get(i), edges.get(i + 1)))
                        .collect(Collectors.joining(", "));
        List<Bin> found =
                Sql.compose("select " + counts + " from ({}) where {}", chosen, ended)
                        .query(
                                connection,
                                row -> {
                                    var all = new ArrayList<Bin>();
                                    for (int i = 0; i < edges.size() - 1; i++) {
                                        all.add(
                                                new Bin(
                                                        seconds(edges.get(i)),
                                                        seconds(edges.get(i + 1)),
                                                        row.getLong(i + 1)));
                                    }
                                    return all;
                                })
                        .getFirst();
        return new Distribution(Definition.of(question), extent.n(), scale, found);
    }

    /** Ascending, the first at or below the least value, the last above the greatest. */
    private static List<Long> edges(long least, long greatest, Scale scale, int bins) {
        var edges = new ArrayList<Long>();
        switch (scale) {
            case LINEAR -> {
                long width = Math.max(1, Math.ceilDiv(greatest + 1 - least, bins));
                for (long edge = least; edge <= greatest; edge += width) {
                    edges.add(edge);
                }
                edges.add(edges.getLast() + width);
            }
            case LOG -> {
                double low = Math.max(1000, least);
                double high = Math.max(low + 1, greatest + 1.0);
                edges.add(least < 1000 ? 0 : least);
                int steps = least < 1000 ? bins - 1 : bins;
                if (least < 1000 && greatest >= 1000 && steps > 0) {
                    edges.add(1000L);
                }
                for (int i = 1; i <= steps; i++) {
                    long edge = Math.round(low * Math.pow(high / low, (double) i / steps));
                    if (edge > edges.getLast()) {
                        edges.add(edge);
                    }
                }
                if (edges.getLast() <= greatest) {
                    edges.add(greatest + 1);
                }
            }
        }
        return edges;
    }

    /**
     * The filings behind a statistic, or behind one of its groups.
     *
     * @param keys the keys of the group, in the order of the groupings; empty for all groups
     * @param between only the filings of these durations, as a bin of the distribution has them
     * @param longestFirst or the shortest first
     * @param offset how many to leave out, at most 100 000
     * @param limit 1 to {@value #LARGEST_PAGE}
     * @throws StatisticsUnavailable if there are no facts now
     */
    public List<MeasuredFiling> filings(
            Question question,
            List<String> keys,
            Between between,
            boolean longestFirst,
            int offset,
            int limit) {
        Sql ofGroup = Sql.of("true");
        for (int i = 0; i < Math.min(keys.size(), question.groupBy().size()); i++) {
            Dimension dimension = question.groupBy().get(i);
            ofGroup =
                    ofGroup.and(
                            Sql.of(
                                    (dimension.isTime() ? dimension.sqlOf("p") : "k" + i) + " = ?",
                                    keys.get(i)));
        }
        Sql sql =
                Sql.compose(
                        """
                        select filing, project::varchar, case_id, item, zone, center, state, import_id,
                            begun_at, ended_at, v, promised_claimed, promised_attested
                        from ({}) where {} and {} and {}
                        order by v %s, filing limit %d offset %d
                        """
                                .formatted(
                                        longestFirst ? "desc" : "asc",
                                        Math.clamp(limit, 1, LARGEST_PAGE),
                                        Math.clamp(offset, 0, FARTHEST_PAGE)),
                        chosen(question),
                        ended(question),
                        ofGroup,
                        Sql.of("v >= ? and v < ?", between.fromMillis(), between.toMillis()));
        return times.read((connection, _) -> sql.query(connection, Turnarounds::filing));
    }

    /** The filings behind a statistic, of whatever duration. */
    public List<MeasuredFiling> filings(
            Question question, List<String> keys, boolean longestFirst, int offset, int limit) {
        return filings(question, keys, Between.ANY, longestFirst, offset, limit);
    }

    /**
     * How many filings were decided in time. Of the question, the groups, the period and the filter
     * count: the measure is always the review.
     *
     * @throws StatisticsUnavailable if there are no facts now
     */
    public OnTime onTime(Question asked) {
        Question question = asked.of(Measure.REVIEW).by(Basis.CLAIMED);
        Sql sql =
                Sql.compose(
                        """
                        select %1$s, count(*), count(*) filter (where promised_claimed),
                            count(promised_attested), count(*) filter (where promised_attested)
                        from ({}) where {} %2$s order by all nulls last
                        """
                                .formatted(keys(question), grouped(question)),
                        chosen(question),
                        ended(question));
        return times.read(
                (connection, _) ->
                        new OnTime(
                                OnTime.Meaning.of(question),
                                sql.query(
                                        connection,
                                        row -> {
                                            int first = Math.max(1, question.groupBy().size()) + 1;
                                            return OnTime.Group.of(
                                                    keys(row, question),
                                                    row.getLong(first),
                                                    row.getLong(first + 1),
                                                    row.getLong(first + 2),
                                                    row.getLong(first + 3));
                                        })));
    }

    private static MeasuredFiling filing(ResultSet row) throws SQLException {
        return new MeasuredFiling(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                Sql.instant(row, 9),
                Sql.instant(row, 10),
                seconds(row.getLong(11)),
                row.getObject(12, Boolean.class),
                row.getObject(13, Boolean.class));
    }

    /**
     * The facts of the filter: k0, k1 … the keys, v the duration, b the day on which it began, e
     * that on which it ended, c that from which on it can end no more, p that of the cohort.
     */
    static Sql chosen(Question question) {
        Measure measure = question.measure();
        String cohort = question.cohort().on(measure);
        var keys = new ArrayList<String>();
        for (Dimension dimension : question.groupBy()) {
            keys.add("%s as k%d,".formatted(dimension.groupedSqlOf(cohort), keys.size()));
        }
        return Sql.compose(
                """
                select %s %s as v, %s as b, %s as e, %s as c, %s as p, %s as begun_at,
                    %s as ended_at, filing, project, case_id, item, zone, center, state, import_id,
                    imported, promised_claimed, promised_attested
                from {} where {}
                """
                        .formatted(
                                String.join("", keys),
                                measure.duration(question.clock(), question.basis()),
                                measure.beginOn(),
                                measure.endOn(),
                                measure.givenUpOn(),
                                cohort,
                                measure.beginAt(),
                                measure.endAt()),
                question.asOf().facts(),
                question.filter().condition());
    }

    /** Whether the measure has ended, in a filing of the period. */
    static Sql ended(Question question) {
        return Sql.compose("(v is not null and {})", inPeriod(question));
    }

    private static Sql inPeriod(Question question) {
        Sql condition = Sql.of("true");
        if (question.from() != null) {
            condition = condition.and(Sql.of("p >= ?", question.from()));
        }
        if (question.to() != null) {
            condition = condition.and(Sql.of("p < ?", question.to()));
        }
        return condition;
    }

    /** Whether the measure has begun and can still end. */
    private static Sql open(Question question) {
        if (!question.measure().canBeOpen()) {
            return Sql.of("false");
        }
        String attestable = attestable(question);
        LocalDate to = question.to();
        if (question.cohort() != Cohort.ENDED) {
            return Sql.compose(
                    "(b is not null and e is null and c is null and " + attestable + " and {})",
                    inPeriod(question));
        }
        return to == null
                ? Sql.of("(b is not null and e is null and c is null and %s)".formatted(attestable))
                : Sql.of(
                        "(b < ? and (e is null or e >= ?) and (c is null or c >= ?) and %s)"
                                .formatted(attestable),
                        to,
                        to,
                        to);
    }

    /** What can never be attested is not on its way to it either. */
    private static String attestable(Question question) {
        return question.measure() == Measure.REVIEW && question.basis() == Basis.ATTESTED
                ? "not imported"
                : "true";
    }

    /**
     * The filings of a question with all that counts of them, to be compared with those of another
     * moment: the keys, {@code project}, {@code filing} and {@code piece}, and the measure.
     */
    public static Sql rows(Question question) {
        return Sql.compose(
                """
                select %s, project::varchar as project, filing, null::varchar as piece, v, b, e, c
                from ({}) where {} or {}
                """
                        .formatted(keys(question)),
                chosen(question),
                ended(question),
                open(question));
    }

    private static BigDecimal mean(BigInteger sum, long n) {
        return new BigDecimal(sum)
                .divide(MILLIS.multiply(BigDecimal.valueOf(n)), 3, RoundingMode.HALF_UP);
    }

    private static BigDecimal seconds(long millis) {
        return BigDecimal.valueOf(millis, 3);
    }
}
