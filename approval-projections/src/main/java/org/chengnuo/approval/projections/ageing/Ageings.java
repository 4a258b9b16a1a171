package org.chengnuo.approval.projections.ageing;

import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.clock.Basis;
import org.chengnuo.approval.clock.BasisReading;
import org.chengnuo.approval.clock.ClockState;
import org.chengnuo.approval.clock.LimitReading;
import org.chengnuo.approval.clock.ReviewClock;
import org.chengnuo.approval.clock.Stop;
import org.chengnuo.approval.projections.ageing.Ageing.AgeBucket;
import org.chengnuo.approval.projections.ageing.Ageing.Group;
import org.chengnuo.approval.projections.ageing.Ageing.ShareBucket;
import org.chengnuo.approval.projections.reviewtimes.Courses;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.ReviewTimes;
import org.chengnuo.approval.projections.reviewtimes.Sql;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Answers how old what is open is. */
public final class Ageings {

    /** The most filings that a page may have. */
    public static final int LARGEST_PAGE = 200;

    private static final int FARTHEST_PAGE = 100_000;

    private static final Comparator<OpenFiling> OLDEST_FIRST =
            Comparator.comparingInt(OpenFiling::workingDays)
                    .reversed()
                    .thenComparing(OpenFiling::since)
                    .thenComparing(OpenFiling::filing);

    private final ReviewTimes times;
    private final Function<String, WorkingCalendar> calendars;

    /**
     * @param calendars finds a working calendar by its name, and throws if there is none
     */
    public Ageings(ReviewTimes times, Function<String, WorkingCalendar> calendars) {
        this.times = times;
        this.calendars = calendars;
    }

    /**
     * Which of the open filings are listed.
     *
     * @param keys the keys of a group, in the order of the groupings; empty for all
     * @param age null for any; so are the others
     */
    public record Listed(
            List<String> keys,
            @Nullable Age age,
            @Nullable Share share,
            @Nullable Boolean stopped,
            @Nullable Boolean overdue)
            implements Predicate<OpenFiling> {

        public static final Listed ALL = new Listed(List.of(), null, null, null, null);

        public Listed {
            keys = List.copyOf(keys);
        }

        @Override
        public boolean test(OpenFiling filing) {
            return (keys.isEmpty() || keys.equals(filing.keys()))
                    && (age == null || age == filing.age())
                    && (share == null || share == filing.share())
                    && (stopped == null || stopped == filing.stopped())
                    && (overdue == null || overdue == filing.overdue());
        }
    }

    /**
     * Of the question, the basis, the groups, the filter and as of when count.
     *
     * @param listed which filings are listed
     * @param offset how many to leave out, at most 100 000
     * @param limit how many are listed at most, 0 to {@value #LARGEST_PAGE}
     * @throws IllegalArgumentException if it is grouped by time or restricted to a period
     */
    public Ageing answer(Question question, Listed listed, int offset, int limit) {
        if (question.from() != null
                || question.to() != null
                || question.groupBy().stream().anyMatch(Dimension::isTime)) {
            throw new IllegalArgumentException(
                    "what is open is asked at one moment, by asOf: it has no period and no grouping"
                            + " by time");
        }
        return times.read(
                (connection, reached) -> {
                    Instant at = Courses.observedUntil(connection, question.asOf());
                    List<OpenFiling> open = at == null ? List.of() : open(connection, question, at);
                    var groups = new LinkedHashMap<List<@Nullable String>, List<OpenFiling>>();
                    for (OpenFiling filing : open) {
                        groups.computeIfAbsent(filing.keys(), _ -> new ArrayList<>()).add(filing);
                    }
                    return new Ageing(
                            Ageing.Meaning.of(question),
                            reached,
                            at,
                            groups.entrySet().stream()
                                    .map(group -> group(group.getKey(), group.getValue()))
                                    .toList(),
                            open.stream()
                                    .filter(listed)
                                    .sorted(OLDEST_FIRST)
                                    .skip(Math.clamp(offset, 0, FARTHEST_PAGE))
                                    .limit(Math.clamp(limit, 0, LARGEST_PAGE))
                                    .toList());
                });
    }

    private static Group group(List<@Nullable String> keys, List<OpenFiling> filings) {
        return new Group(
                keys,
                filings.size(),
                count(filings, filing -> filing.share() == Share.NO_LIMIT_YET),
                count(filings, OpenFiling::stopped),
                count(filings, OpenFiling::overdue),
                Arrays.stream(Age.values())
                        .map(
                                age -> {
                                    var in = among(filings, filing -> filing.age() == age);
                                    return new AgeBucket(
                                            age,
                                            age.meaning(),
                                            in.size(),
                                            count(in, OpenFiling::stopped),
                                            count(in, OpenFiling::overdue));
                                })
                        .toList(),
                Arrays.stream(Share.values())
                        .map(
                                share -> {
                                    var in = among(filings, filing -> filing.share() == share);
                                    return new ShareBucket(
                                            share,
                                            share.meaning(),
                                            in.size(),
                                            count(in, OpenFiling::stopped),
                                            count(in, OpenFiling::overdue));
                                })
                        .toList());
    }

    private static List<OpenFiling> among(List<OpenFiling> filings, Predicate<OpenFiling> those) {
        return filings.stream().filter(those).toList();
    }

    private static long count(List<OpenFiling> filings, Predicate<OpenFiling> those) {
        return filings.stream().filter(those).count();
    }

    private List<OpenFiling> open(Connection connection, Question question, Instant at)
            throws SQLException {
        Sql those =
                Sql.compose(
                        """
                        select * from {} where {}
                            and (received_at is not null or accepted_at is not null)
                            and decided_at is null and closed_at is null and revoked_at is null%s
                        """
                                .formatted(
                                        question.basis() == Basis.ATTESTED
                                                ? " and not imported"
                                                : ""),
                        question.asOf().facts(),
                        question.filter().condition());
        Map<String, List<Stop>> stops = Courses.stops(connection, those);
        Map<String, Instant> ends = Courses.endsOfImports(connection, question.asOf());
        var keys = new StringBuilder();
        var order = new ArrayList<String>();
        for (Dimension dimension : question.groupBy()) {
            keys.append(", ").append(dimension.sql()).append(" as k").append(order.size());
            order.add("k" + order.size() + " nulls last");
        }
        order.add("filing");
        return Sql.compose(
                        """
                        select %s, %s, accepted_at is not null, calendar, project::varchar, case_id,
                            item, zone, center, state, import_id%s
                        from ({}) order by %s
                        """
                                .formatted(
                                        Courses.columns("promised"),
                                        Courses.micros("received_at"),
                                        keys,
                                        String.join(", ", order)),
                        those)
                .query(connection, row -> filing(row, question, stops, ends, at));
    }

    private OpenFiling filing(
            ResultSet row,
            Question question,
            Map<String, List<Stop>> stops,
            Map<String, Instant> ends,
            Instant at)
            throws SQLException {
        int next = Courses.NEXT_COLUMN;
        String importId = row.getString(next + 9);
        boolean accepted = row.getBoolean(next + 1);
        Instant since = Courses.moment(row, accepted ? 2 : next);
        if (since == null) {
            throw new IllegalStateException("an open filing was neither received nor accepted");
        }
        Instant end = importId == null ? at : ends.getOrDefault(importId, at);
        Instant until = end.isBefore(since) ? since : end;
        WorkingCalendar calendar = calendars.apply(row.getString(next + 2)).knownAt(until);
        BasisReading reading =
                accepted
                        ? ReviewClock.read(Courses.course(row, stops), calendar, until)
                                .by(question.basis())
                                .orElseThrow()
                        : null;
        LimitReading limit = reading == null ? null : reading.promised();
        int days = calendar.workingDaysBetween(calendar.dateAt(since), calendar.dateAt(until));
        var keys = new ArrayList<@Nullable String>();
        for (int i = 0; i < question.groupBy().size(); i++) {
            keys.add(row.getString(next + 10 + i));
        }
        return new OpenFiling(
                keys,
                row.getString(1),
                row.getString(next + 3),
                row.getString(next + 4),
                row.getString(next + 5),
                row.getString(next + 6),
                row.getString(next + 7),
                row.getString(next + 8),
                importId,
                since,
                days,
                Age.of(days),
                limit == null ? Share.NO_LIMIT_YET : Share.of(limit),
                limit == null ? null : limit.limit().toString(),
                limit == null ? null : limit.used().toString(),
                limit == null ? null : limit.due().date(),
                reading != null && reading.state() instanceof ClockState.Stopped,
                limit != null && limit.overdue());
    }
}
