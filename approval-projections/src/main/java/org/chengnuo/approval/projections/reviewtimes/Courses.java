package org.chengnuo.approval.projections.reviewtimes;

import org.chengnuo.approval.clock.Extension;
import org.chengnuo.approval.clock.LimitUnit;
import org.chengnuo.approval.clock.ReviewCourse;
import org.chengnuo.approval.clock.Stop;
import org.chengnuo.approval.clock.StopGround;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.clock.WarningThresholds;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The courses of filings, made of their facts again, for who reads the clock otherwise than the
 * facts do: at another moment, or under another rule. Moments and limits are read as numbers, which
 * is several times as fast.
 */
public final class Courses {

    private static final LimitUnit[] UNITS = LimitUnit.values();

    private static final WarningThresholds NO_CARDS = new WarningThresholds(null, null, null, null);

    private static final long NEVER = -Long.MAX_VALUE;

    private Courses() {}

    /**
     * The SQL of what {@link #course} reads, as columns from the first on.
     *
     * @param limit the column of the limit that becomes the promised one of the course: the clock
     *     reads both alike
     */
    public static String columns(String limit) {
        return String.join(
                ", ",
                "filing",
                micros("accepted_at"),
                micros("coalesce(decided_at, closed_at)"),
                code(limit),
                code("extension"),
                micros("extended_at"),
                micros("extension_recorded_at"),
                "coalesce(late_after, 0)",
                "not imported");
    }

    /** The first column after those of a course. */
    public static final int NEXT_COLUMN = 10;

    /**
     * The course of an accepted filing.
     *
     * @param stops by filing
     */
    public static ReviewCourse course(ResultSet row, Map<String, List<Stop>> stops)
            throws SQLException {
        int extension = row.getInt(5);
        return new ReviewCourse(
                instant(row.getLong(2)),
                moment(row, 3),
                limit(row.getInt(4)),
                null,
                extension < 0
                        ? null
                        : new Extension(
                                limit(extension), instant(row.getLong(6)), instant(row.getLong(7))),
                stops.getOrDefault(row.getString(1), List.of()),
                row.getBoolean(9),
                Duration.ofMillis(row.getLong(8)),
                NO_CARDS);
    }

    /**
     * The stops of filings, in their order.
     *
     * @param facts a query that has at least the columns of the facts
     */
    public static Map<String, List<Stop>> stops(Connection connection, Sql facts)
            throws SQLException {
        var stops = new HashMap<String, List<Stop>>();
        Sql.compose(
                        """
                        select s.filing, s.ground, %s, %s, %s, s.notice
                        from stop s join (
                            select project, filing, known_from from ({}) where stops > 0) c
                        on s.project = c.project and s.filing = c.filing
                            and s.known_from = c.known_from
                        order by s.filing, s.number
                        """
                                .formatted(
                                        micros("s.begun_at"),
                                        micros("s.ended_at"),
                                        micros("s.recorded_at")),
                        facts)
                .forEach(
                        connection,
                        row ->
                                stops.computeIfAbsent(row.getString(1), _ -> new ArrayList<>(1))
                                        .add(
                                                new Stop(
                                                        StopGround.valueOf(row.getString(2)),
                                                        instant(row.getLong(3)),
                                                        moment(row, 4),
                                                        instant(row.getLong(5)),
                                                        row.getString(6))));
        return stops;
    }

    /** The SQL of a moment, as microseconds since 1970. */
    public static String micros(String moment) {
        return "coalesce(epoch_us(%s), %d)".formatted(moment, NEVER);
    }

    /** What {@link #micros} gives; null if there is no such moment. */
    public static @Nullable Instant moment(ResultSet row, int column) throws SQLException {
        long micros = row.getLong(column);
        return micros == NEVER ? null : instant(micros);
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1000L);
    }

    /** The SQL of a limit as one number; negative if there is none. */
    private static String code(String limit) {
        return "coalesce(%1$s * %2$d + case %1$s_unit %3$s end, -1)"
                .formatted(
                        limit,
                        UNITS.length,
                        Arrays.stream(UNITS)
                                .map(unit -> "when '%s' then %d".formatted(unit, unit.ordinal()))
                                .collect(Collectors.joining(" ")));
    }

    private static TimeLimit limit(int code) {
        return new TimeLimit(code / UNITS.length, UNITS[code % UNITS.length]);
    }

    /**
     * Up to when what is open has been observed: the moment as of which it is asked, or when the
     * last event that is known was recorded; null if none is.
     */
    public static @Nullable Instant observedUntil(Connection connection, AsOf asOf)
            throws SQLException {
        if (asOf instanceof AsOf.By(Instant moment)) {
            return moment;
        }
        return Sql.compose(
                        "select %s from act where {}".formatted(micros("max(recorded_at)")),
                        asOf.acts())
                .query(connection, row -> new Moment(moment(row, 1)))
                .getFirst()
                .at();
    }

    private record Moment(@Nullable Instant at) {}

    /** Up to when the cases of imports have been observed: the last act of their log. */
    public static Map<String, Instant> endsOfImports(Connection connection, AsOf asOf)
            throws SQLException {
        var ends = new HashMap<String, Instant>();
        Sql.compose(
                        """
                        select import_id, %s from {} where imported and import_id is not null
                        group by import_id
                        """
                                .formatted(micros("max(last_at)")),
                        asOf.facts())
                .forEach(connection, row -> ends.put(row.getString(1), instant(row.getLong(2))));
        return ends;
    }
}
