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
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    /** Part of a statement with the values that it binds. */
    private record Sql(String text, List<Object> values) {}

    /**
     * @throws StatisticsUnavailable if there are no facts now
     */
    public Turnaround answer(Question question) {
        List<Group> groups =
                times.read(
                        connection ->
                                question.groupBy() == GroupBy.MONTH
                                        ? months(connection, question)
                                        : groups(connection, question));
        return new Turnaround(Definition.of(question), groups);
    }

    private static List<Group> groups(Connection connection, Question question)
            throws SQLException {
        Sql chosen = chosen(question);
        Sql ended = ended(question);
        Sql open = open(question);
        // The shares must stay literals; in one list, so that the values are held once.
        String sql =
                """
                select key, n, s, q[1], q[2], q[3], m, open_n from (
                    select key, count(*) filter (where ended) as n, sum(v) filter (where ended) as s,
                        quantile_disc(v, [0.5, 0.9, 0.95]) filter (where ended) as q,
                        max(v) filter (where ended) as m, count(*) filter (where open) as open_n
                    from (select key, v, %s as ended, %s as open from (%s))
                    group by key)
                where n > 0 or open_n > 0 order by key nulls last
                """
                        .formatted(ended.text(), open.text(), chosen.text());
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            bind(query, ended, open, chosen);
            var groups = new ArrayList<Group>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    groups.add(group(rows, rows.getLong(8)));
                }
            }
            return groups;
        }
    }

    private static Group group(ResultSet row, long open) throws SQLException {
        long n = row.getLong(2);
        return new Group(
                row.getString(1),
                n,
                open,
                n == 0 ? null : mean(row.getObject(3, BigInteger.class), n),
                n == 0 ? null : seconds(row.getLong(4)),
                n == 0 ? null : seconds(row.getLong(5)),
                n == 0 ? null : seconds(row.getLong(6)),
                n == 0 ? null : seconds(row.getLong(7)));
    }

    /**
     * By months, a filing that is open belongs to every month at whose end it is: what had begun by
     * then without what had ended by then, running over the months.
     */
    private static List<Group> months(Connection connection, Question question)
            throws SQLException {
        List<Group> ended = groups(connection, question, ended(question));
        if (!question.measure().canBeOpen()) {
            return ended;
        }
        var changes = new TreeMap<String, Long>();
        change(connection, question, "b", 1, changes);
        change(connection, question, "coalesce(least(e, c), e, c)", -1, changes);
        var months = new ArrayList<Group>();
        for (Group group : ended) {
            long open =
                    changes.headMap(String.valueOf(group.key()), true).values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
            months.add(
                    new Group(
                            group.key(),
                            group.n(),
                            open,
                            group.meanSeconds(),
                            group.p50Seconds(),
                            group.p90Seconds(),
                            group.p95Seconds(),
                            group.maxSeconds()));
        }
        return months;
    }

    private static List<Group> groups(Connection connection, Question question, Sql ended)
            throws SQLException {
        Sql chosen = chosen(question);
        String sql =
                """
                select key, n, s, q[1], q[2], q[3], m from (
                    select key, count(*) as n, sum(v) as s,
                        quantile_disc(v, [0.5, 0.9, 0.95]) as q, max(v) as m
                    from (%s) where %s group by key)
                order by key
                """
                        .formatted(chosen.text(), ended.text());
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            bind(query, chosen, ended);
            var groups = new ArrayList<Group>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    groups.add(group(rows, 0));
                }
            }
            return groups;
        }
    }

    private static void change(
            Connection connection,
            Question question,
            String date,
            int sign,
            TreeMap<String, Long> changes)
            throws SQLException {
        Sql chosen = chosen(question);
        LocalDate to = question.to();
        String sql =
                """
                select strftime(greatest(b, %1$s), '%%Y-%%m') as month, count(*) from (%2$s)
                where b is not null and %1$s is not null and %3$s %4$s group by month
                """
                        .formatted(
                                date,
                                chosen.text(),
                                attestable(question),
                                to == null ? "" : "and greatest(b, %s) < ?".formatted(date));
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            int next = bind(query, chosen);
            if (to != null) {
                query.setDate(next, Date.valueOf(to));
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    changes.merge(rows.getString(1), sign * rows.getLong(2), Long::sum);
                }
            }
        }
    }

    /**
     * @param bins 1 to {@value #MOST_BINS}
     * @throws StatisticsUnavailable if there are no facts now
     */
    public Distribution distribution(Question question, Scale scale, int bins) {
        int bounded = Math.clamp(bins, 1, MOST_BINS);
        return times.read(connection -> distribution(connection, question, scale, bounded));
    }

    private static Distribution distribution(
            Connection connection, Question question, Scale scale, int bins) throws SQLException {
        Sql chosen = chosen(question);
        Sql ended = ended(question);
        long n;
        List<Long> edges;
        try (PreparedStatement query =
                connection.prepareStatement(
                        "select count(*), min(v), max(v) from (%s) where %s"
                                .formatted(chosen.text(), ended.text()))) {
            bind(query, chosen, ended);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                n = rows.getLong(1);
                if (n == 0) {
                    return new Distribution(Definition.of(question), 0, scale, List.of());
                }
                edges = edges(rows.getLong(2), rows.getLong(3), scale, bins);
            }
        }
        String counts =
                IntStream.range(0, edges.size() - 1)
                        .mapToObj(
                                i ->
                                        "count(*) filter (where v >= %d and v < %d)"
                                                .formatted(edges.get(i), edges.get(i + 1)))
                        .collect(Collectors.joining(", "));
        var found = new ArrayList<Bin>();
        try (PreparedStatement query =
                connection.prepareStatement(
                        "select %s from (%s) where %s"
                                .formatted(counts, chosen.text(), ended.text()))) {
            bind(query, chosen, ended);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                for (int i = 0; i < edges.size() - 1; i++) {
                    found.add(
                            new Bin(
                                    seconds(edges.get(i)),
                                    seconds(edges.get(i + 1)),
                                    rows.getLong(i + 1)));
                }
            }
        }
        return new Distribution(Definition.of(question), n, scale, found);
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
     * @param key the key of the group; null for all groups
     * @param between only the filings of these durations, as a bin of the distribution has them
     * @param longestFirst or the shortest first
     * @param offset how many to leave out, at most 100 000
     * @param limit 1 to {@value #LARGEST_PAGE}
     * @throws StatisticsUnavailable if there are no facts now
     */
    public List<MeasuredFiling> filings(
            Question question,
            @Nullable String key,
            Between between,
            boolean longestFirst,
            int offset,
            int limit) {
        Sql chosen = chosen(question);
        Sql ended = ended(question);
        String sql =
                """
                select filing, project::varchar, case_id, item, zone, center, state, import_id,
                    begun_at, ended_at, v, on_time_claimed, on_time_attested
                from (%s) where %s and (cast(? as varchar) is null or key = ?) and v >= ? and v < ?
                order by v %s, filing limit ? offset ?
                """
                        .formatted(chosen.text(), ended.text(), longestFirst ? "desc" : "asc");
        return times.read(
                connection -> {
                    try (PreparedStatement query = connection.prepareStatement(sql)) {
                        int next = bind(query, chosen, ended);
                        query.setString(next++, key);
                        query.setString(next++, key);
                        query.setLong(next++, between.fromMillis());
                        query.setLong(next++, between.toMillis());
                        query.setInt(next++, Math.clamp(limit, 1, LARGEST_PAGE));
                        query.setInt(next, Math.clamp(offset, 0, FARTHEST_PAGE));
                        var filings = new ArrayList<MeasuredFiling>();
                        try (ResultSet rows = query.executeQuery()) {
                            while (rows.next()) {
                                filings.add(filing(rows));
                            }
                        }
                        return filings;
                    }
                });
    }

    /** The filings behind a statistic, of whatever duration. */
    public List<MeasuredFiling> filings(
            Question question, @Nullable String key, boolean longestFirst, int offset, int limit) {
        return filings(question, key, Between.ANY, longestFirst, offset, limit);
    }

    /**
     * How many filings were decided in time. Of the question, the groups, the period and the filter
     * count: the measure is always the review.
     *
     * @throws StatisticsUnavailable if there are no facts now
     */
    public OnTime onTime(Question asked) {
        var question =
                new Question(
                        Measure.REVIEW,
                        Clock.CALENDAR,
                        Basis.CLAIMED,
                        asked.groupBy(),
                        asked.from(),
                        asked.to(),
                        asked.filter());
        Sql chosen = chosen(question);
        Sql ended = ended(question);
        String sql =
                """
                select key, count(*), count(*) filter (where on_time_claimed),
                    count(on_time_attested), count(*) filter (where on_time_attested)
                from (%s) where %s group by key order by key nulls last
                """
                        .formatted(chosen.text(), ended.text());
        return times.read(
                connection -> {
                    try (PreparedStatement query = connection.prepareStatement(sql)) {
                        bind(query, chosen, ended);
                        var groups = new ArrayList<OnTime.Group>();
                        try (ResultSet rows = query.executeQuery()) {
                            while (rows.next()) {
                                groups.add(
                                        OnTime.Group.of(
                                                rows.getString(1),
                                                rows.getLong(2),
                                                rows.getLong(3),
                                                rows.getLong(4),
                                                rows.getLong(5)));
                            }
                        }
                        return new OnTime(OnTime.Meaning.of(question), groups);
                    }
                });
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
                instant(row, 9),
                instant(row, 10),
                seconds(row.getLong(11)),
                row.getObject(12, Boolean.class),
                row.getObject(13, Boolean.class));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    /**
     * The facts of the filter: key, v the duration, b the day on which it began, e that on which it
     * ended, c that from which on it can end no more.
     */
    private static Sql chosen(Question question) {
        Measure measure = question.measure();
        FactFilter filter = question.filter();
        var conditions = new StringBuilder("true");
        var values = new ArrayList<Object>();
        restrict(conditions, values, "zone", filter.zone());
        restrict(conditions, values, "region", filter.region());
        restrict(conditions, values, "item", filter.item());
        restrict(conditions, values, "center", filter.center());
        restrict(conditions, values, "kind", filter.kind());
        if (FactFilter.RECORDED_HERE.equals(filter.importId())) {
            conditions.append(" and import_id is null");
        } else {
            restrict(conditions, values, "import_id", filter.importId());
        }
        restrict(conditions, values, "case_id", filter.caseId());
        return new Sql(
                """
                select %s as key, %s as v, %s as b, %s as e, %s as c, %s as begun_at, %s as ended_at,
                    filing, project, case_id, item, zone, center, state, import_id, imported,
                    on_time_claimed, on_time_attested
                from fact where %s
                """
                        .formatted(
                                question.groupBy().key(measure),
                                measure.duration(question.clock(), question.basis()),
                                measure.beginOn(),
                                measure.endOn(),
                                measure.givenUpOn(),
                                measure.beginAt(),
                                measure.endAt(),
                                conditions),
                values);
    }

    private static void restrict(
            StringBuilder conditions, List<Object> values, String column, @Nullable String value) {
        if (value != null) {
            conditions.append(" and ").append(column).append(" = ?");
            values.add(value);
        }
    }

    private static Sql ended(Question question) {
        var text = new StringBuilder("v is not null");
        var values = new ArrayList<Object>();
        if (question.from() != null) {
            text.append(" and e >= ?");
            values.add(Date.valueOf(question.from()));
        }
        if (question.to() != null) {
            text.append(" and e < ?");
            values.add(Date.valueOf(question.to()));
        }
        return new Sql("(" + text + ")", values);
    }

    private static Sql open(Question question) {
        if (!question.measure().canBeOpen()) {
            return new Sql("false", List.of());
        }
        LocalDate to = question.to();
        String attestable = attestable(question);
        if (to == null) {
            return new Sql(
                    "(b is not null and e is null and c is null and %s)".formatted(attestable),
                    List.of());
        }
        Date end = Date.valueOf(to);
        return new Sql(
                "(b < ? and (e is null or e >= ?) and (c is null or c >= ?) and %s)"
                        .formatted(attestable),
                List.of(end, end, end));
    }

    /** What can never be attested is not on its way to it either. */
    private static String attestable(Question question) {
        return question.measure() == Measure.REVIEW && question.basis() == Basis.ATTESTED
                ? "not imported"
                : "true";
    }

    private static int bind(PreparedStatement query, Sql... parts) throws SQLException {
        int next = 1;
        for (Sql part : parts) {
            for (Object value : part.values()) {
                query.setObject(next++, value);
            }
        }
        return next;
    }

    private static BigDecimal mean(BigInteger sum, long n) {
        return new BigDecimal(sum)
                .divide(MILLIS.multiply(BigDecimal.valueOf(n)), 3, RoundingMode.HALF_UP);
    }

    private static BigDecimal seconds(long millis) {
        return BigDecimal.valueOf(millis, 3);
    }
}
