package org.chengnuo.approval.projections.survival;

import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.clock.Amount;
import org.chengnuo.approval.clock.Basis;
import org.chengnuo.approval.clock.LimitUnit;
import org.chengnuo.approval.clock.ReviewClock;
import org.chengnuo.approval.clock.Stop;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.projections.reviewtimes.Clock;
import org.chengnuo.approval.projections.reviewtimes.Cohort;
import org.chengnuo.approval.projections.reviewtimes.Courses;
import org.chengnuo.approval.projections.reviewtimes.Definition;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.Measure;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.ReviewTimes;
import org.chengnuo.approval.projections.reviewtimes.Sql;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Answers how many filings last longer than a time. */
public final class Survivals {

    /** The most curves of an answer. */
    public static final int MOST_GROUPS = 24;

    /** The most points of a curve. */
    public static final int MOST_POINTS = 2000;

    /** The most times at which a curve is read. */
    public static final int MOST_TIMES = 20;

    private static final int FEWEST_POINTS = 3;

    private final ReviewTimes times;
    private final Function<String, WorkingCalendar> calendars;

    /**
     * @param calendars finds a working calendar by its name, and throws if there is none
     */
    public Survivals(ReviewTimes times, Function<String, WorkingCalendar> calendars) {
        this.times = times;
        this.calendars = calendars;
    }

    /** The times of one group. */
    private static final class Times {
        final LongStream.Builder ended = LongStream.builder();
        final LongStream.Builder counts = LongStream.builder();
        final LongStream.Builder censored = LongStream.builder();

        KaplanMeier curve(int points, long... at) {
            return KaplanMeier.of(
                    ended.build().toArray(),
                    counts.build().toArray(),
                    censored.build().toArray(),
                    Math.clamp(points, FEWEST_POINTS, MOST_POINTS),
                    at);
        }
    }

    /**
     * @param points how many points a curve has at most, 3 to {@value #MOST_POINTS}
     * @param at the times at which each curve is read, at most {@value #MOST_TIMES}
     * @throws IllegalArgumentException if the question asks for those that ended in a period, or
     *     there are more than {@value #MOST_GROUPS} groups
     */
    public Survival survival(Question question, int points, Duration... at) {
        if (!isOfTheBegun(question)) {
            throw new IllegalArgumentException(
                    "survival is asked of filings by when they began, for those that are open have"
                            + " no other date: a period, or a grouping by time, needs"
                            + " cohort=received or cohort=accepted");
        }
        if (at.length > MOST_TIMES || Arrays.stream(at).anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException(
                    "a curve is read at up to %d times, none of them negative"
                            .formatted(MOST_TIMES));
        }
        long[] millis = Arrays.stream(at).mapToLong(Duration::toMillis).toArray();
        return times.read(
                (connection, reached) -> {
                    Instant until = Courses.observedUntil(connection, question.asOf());
                    Map<List<@Nullable String>, Times> groups = ended(connection, question);
                    if (until != null && question.measure().canBeOpen()) {
                        addCensored(connection, question, until, groups);
                    }
                    return new Survival(
                            Definition.of(question),
                            Survival.Meaning.OF_ALL,
                            reached,
                            until,
                            groups.entrySet().stream()
                                    .map(
                                            group ->
                                                    group(
                                                            group.getKey(),
                                                            group.getValue().curve(points, millis)))
                                    .toList());
                });
    }

    /**
     * Whether there is a survival: what has not ended has no date on which it ended or was decided.
     */
    public static boolean isOfTheBegun(Question question) {
        boolean restricted =
                question.from() != null
                        || question.to() != null
                        || question.groupBy().stream().anyMatch(Dimension::isTime);
        boolean byItsEnd = question.cohort() == Cohort.ENDED || question.cohort() == Cohort.DECIDED;
        return !restricted || !byItsEnd;
    }

    /**
     * @param points how many points a curve has at most, 3 to {@value #MOST_POINTS}
     * @throws IllegalArgumentException if there are more than {@value #MOST_GROUPS} groups
     */
    public Ecdf ecdf(Question question, int points) {
        return times.read(
                (connection, reached) ->
                        new Ecdf(
                                Definition.of(question),
                                Ecdf.MEANING,
                                reached,
                                ended(connection, question).entrySet().stream()
                                        .map(
                                                group ->
                                                        ecdf(
                                                                group.getKey(),
                                                                group.getValue().curve(points)))
                                        .toList()));
    }

    /** With nobody censored, the share that has ended is what is not left. */
    private static Ecdf.Group ecdf(List<@Nullable String> keys, KaplanMeier curve) {
        var points = new ArrayList<Ecdf.Point>();
        long ended = 0;
        for (KaplanMeier.Step step : curve.steps()) {
            ended += step.ended();
            points.add(
                    new Ecdf.Point(
                            seconds(step.time()),
                            ended,
                            BigDecimal.valueOf(ended)
                                    .divide(
                                            BigDecimal.valueOf(curve.n()),
                                            4,
                                            RoundingMode.HALF_UP)));
        }
        return new Ecdf.Group(keys, curve.n(), points);
    }

    private static Survival.Group group(List<@Nullable String> keys, KaplanMeier curve) {
        return new Survival.Group(
                keys,
                curve.n(),
                curve.ended(),
                curve.n() - curve.ended(),
                secondsOrNull(curve.median()),
                secondsOrNull(curve.medianLow()),
                secondsOrNull(curve.medianHigh()),
                curve.steps().stream()
                        .map(
                                step ->
                                        new Survival.Point(
                                                seconds(step.time()),
                                                step.atRisk(),
                                                step.ended(),
                                                step.censored(),
                                                share(step.survival()),
                                                shareOrNull(step.low()),
                                                shareOrNull(step.high())))
                        .toList(),
                curve.at().stream()
                        .map(
                                at ->
                                        new Survival.At(
                                                seconds(at.time()),
                                                shareOrNull(at.survival()),
                                                shareOrNull(at.low()),
                                                shareOrNull(at.high())))
                        .toList());
    }

    private static Map<List<@Nullable String>, Times> ended(
            Connection connection, Question question) throws SQLException {
        var groups = new LinkedHashMap<List<@Nullable String>, Times>();
        int n = question.groupBy().size();
        String keys = keys(question).stream().map(key -> key + ", ").collect(Collectors.joining());
        Sql.compose(
                        """
                        select %s v, count(*) from (select *, %s as v from {})
                        where v is not null and {} and {} group by all order by all
                        """
                                .formatted(
                                        keys,
                                        question.measure()
                                                .duration(question.clock(), question.basis())),
                        question.asOf().facts(),
                        question.filter().condition(),
                        inPeriod(question))
                .forEach(
                        connection,
                        row -> {
                            Times its = times(groups, keys(row, 1, n));
                            its.ended.add(row.getLong(n + 1));
                            its.counts.add(row.getLong(n + 2));
                        });
        return groups;
    }

    /** The SQL of the keys. */
    private static List<String> keys(Question question) {
        String cohort = question.cohort().on(question.measure());
        return question.groupBy().stream().map(dimension -> dimension.sqlOf(cohort)).toList();
    }

    private static Sql inPeriod(Question question) {
        String cohort = question.cohort().on(question.measure());
        Sql period = Sql.of("true");
        if (question.from() != null) {
            period = period.and(Sql.of(cohort + " >= ?", question.from()));
        }
        if (question.to() != null) {
            period = period.and(Sql.of(cohort + " < ?", question.to()));
        }
        return period;
    }

    /** What has begun and not ended: it is open, or was given up. */
    private void addCensored(
            Connection connection,
            Question question,
            Instant until,
            Map<List<@Nullable String>, Times> groups)
            throws SQLException {
        Measure measure = question.measure();
        int n = question.groupBy().size();
        String keys = keys(question).stream().map(key -> ", " + key).collect(Collectors.joining());
        Sql those =
                Sql.compose(
                        "select * from {} where {} and {} and %s is not null and %s is null%s"
                                .formatted(
                                        measure.beginAt(),
                                        measure.endAt(),
                                        measure == Measure.REVIEW
                                                        && question.basis() == Basis.ATTESTED
                                                ? " and not imported"
                                                : ""),
                        question.asOf().facts(),
                        question.filter().condition(),
                        inPeriod(question));
        Map<String, Instant> ends = Courses.endsOfImports(connection, question.asOf());
        Map<String, List<Stop>> stops =
                measure == Measure.REVIEW ? Courses.stops(connection, those) : Map.of();
        int next = Courses.NEXT_COLUMN;
        Sql.compose(
                        "select %s, %s, %s, calendar, import_id, imported%s from ({})"
                                .formatted(
                                        Courses.columns("promised"),
                                        Courses.micros(measure.beginAt()),
                                        Courses.micros(measure.givenUpAt()),
                                        keys),
                        those)
                .forEach(
                        connection,
                        row -> {
                            Instant begun = Courses.moment(row, next);
                            Instant givenUp = Courses.moment(row, next + 1);
                            WorkingCalendar calendar = calendars.apply(row.getString(next + 2));
                            Instant watched =
                                    row.getBoolean(next + 4)
                                            ? ends.getOrDefault(row.getString(next + 3), until)
                                            : until;
                            Instant to =
                                    givenUp != null && givenUp.isBefore(watched)
                                            ? givenUp
                                            : watched;
                            Times its = times(groups, keys(row, next + 5, n));
                            if (begun == null || !to.isAfter(begun)) {
                                its.censored.add(0);
                                return;
                            }
                            its.censored.add(
                                    measure == Measure.REVIEW
                                            ? reviewed(row, stops, calendar, to, question)
                                            : passed(begun, to, calendar, question.clock()));
                        });
    }

    private static long reviewed(
            ResultSet row,
            Map<String, List<Stop>> stops,
            WorkingCalendar calendar,
            Instant to,
            Question question)
            throws SQLException {
        var hours =
                new TimeLimit(0, question.clock() == Clock.WORKING ? LimitUnit.WH : LimitUnit.NH);
        Amount used =
                ReviewClock.read(
                                Courses.course(row, stops).within(hours, null),
                                calendar.knownAt(to),
                                to)
                        .by(question.basis())
                        .orElseThrow()
                        .promised()
                        .used();
        return ((Amount.Time) used).time().toMillis();
    }

    private static long passed(Instant from, Instant to, WorkingCalendar calendar, Clock clock) {
        return (clock == Clock.CALENDAR
                        ? Duration.between(from, to)
                        : calendar.knownAt(to).workingTime(from, to))
                .toMillis();
    }

    private static Times times(
            Map<List<@Nullable String>, Times> groups, List<@Nullable String> keys) {
        Times its = groups.computeIfAbsent(keys, _ -> new Times());
        if (groups.size() > MOST_GROUPS) {
            throw new IllegalArgumentException(
                    "there are more than %d groups, each with a curve: restrict the question, or"
                                    .formatted(MOST_GROUPS)
                            + " group by something else");
        }
        return its;
    }

    private static List<@Nullable String> keys(ResultSet row, int first, int number)
            throws SQLException {
        var keys = new ArrayList<@Nullable String>();
        for (int i = 0; i < number; i++) {
            keys.add(row.getString(first + i));
        }
        return keys;
    }

    private static BigDecimal seconds(long millis) {
        return BigDecimal.valueOf(millis, 3);
    }

    private static @Nullable BigDecimal secondsOrNull(@Nullable Long millis) {
        return millis == null ? null : seconds(millis);
    }

    private static BigDecimal share(double share) {
        return BigDecimal.valueOf(share).setScale(4, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal shareOrNull(double share) {
        return Double.isNaN(share) ? null : share(share);
    }
}
