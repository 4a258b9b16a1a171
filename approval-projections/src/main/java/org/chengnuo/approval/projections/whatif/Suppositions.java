package org.chengnuo.approval.projections.whatif;

import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.clock.Basis;
import org.chengnuo.approval.clock.ReviewCourse;
import org.chengnuo.approval.clock.Stop;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.projections.reviewtimes.Courses;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.Measure;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.ReviewTimes;
import org.chengnuo.approval.projections.reviewtimes.Sql;
import org.chengnuo.approval.projections.whatif.FlippedFiling.Flip;
import org.chengnuo.approval.projections.whatif.FlippedFiling.Judgement;
import org.chengnuo.approval.projections.whatif.WhatIf.Change;
import org.chengnuo.approval.projections.whatif.WhatIf.Group;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Answers what would have become of the same filings under another rule. Nothing of it is stored.
 *
 * <p>Only those filings are read whose course or calendar the supposition changes; of all others
 * the stored judgement holds. They come from the facts in one pass, their stops in another, and the
 * review clock reads them on all processors: who reads them from the table hands them on in
 * bundles, and reads the clock too when nobody else is free.
 */
public final class Suppositions {

    /** The most filings that a page may have. */
    public static final int LARGEST_PAGE = 200;

    private static final int FARTHEST_PAGE = 100_000;

    private final ReviewTimes times;
    private final Function<String, WorkingCalendar> calendars;

    /**
     * @param calendars finds a working calendar by its name, and throws if there is none
     */
    public Suppositions(ReviewTimes times, Function<String, WorkingCalendar> calendars) {
        this.times = times;
        this.calendars = calendars;
    }

    /**
     * Of the question, the groups, the cohort, the period, the filter and as of when count: the
     * measure is always the review, by both bases.
     *
     * @throws IllegalArgumentException if there is no calendar of the name that is supposed
     */
    public WhatIf answer(Question asked, Supposition supposition, Limit limit) {
        Question question = asked.of(Measure.REVIEW);
        WorkingCalendar other = otherCalendar(supposition);
        return times.read(
                (connection, reached) -> {
                    List<Tally> tallies = tallies(connection, question, limit);
                    read(
                            connection,
                            question,
                            supposition,
                            limit,
                            Sql.of("true"),
                            filing ->
                                    tallies.get(filing.group())
                                            .add(
                                                    filing,
                                                    filing.after(supposition, limit, other)
                                                            .kept()));
                    return new WhatIf(
                            WhatIf.Meaning.of(question, supposition, limit),
                            reached,
                            tallies.stream().map(Tally::group).toList());
                });
    }

    /**
     * The filings that flip, in the order of their names.
     *
     * @param keys the keys of the group, in the order of the groupings; empty for all groups
     * @param flip in which direction; null for both
     * @param offset how many to leave out, at most 100 000
     * @param pageSize 1 to {@value #LARGEST_PAGE}
     * @throws IllegalArgumentException if there is no calendar of the name that is supposed
     */
    public List<FlippedFiling> filings(
            Question asked,
            List<String> keys,
            Supposition supposition,
            Limit limit,
            @Nullable Flip flip,
            int offset,
            int pageSize) {
        Question question = asked.of(Measure.REVIEW);
        Basis basis = question.basis();
        WorkingCalendar other = otherCalendar(supposition);
        int skipped = Math.clamp(offset, 0, FARTHEST_PAGE);
        int most = skipped + Math.clamp(pageSize, 1, LARGEST_PAGE);
        return times.read(
                (connection, _) -> {
                    var found = new TreeMap<String, FlippedFiling>();
                    var first = new TreeSet<String>();
                    read(
                            connection,
                            question,
                            supposition,
                            limit,
                            ofGroup(question, keys),
                            filing -> {
                                Flip itsFlip =
                                        flip(
                                                filing,
                                                filing.after(supposition, limit, other).kept(),
                                                basis);
                                if (itsFlip != null && (flip == null || flip == itsFlip)) {
                                    synchronized (first) {
                                        first.add(filing.filing());
                                        if (first.size() > most) {
                                            first.pollLast();
                                        }
                                    }
                                }
                            });
                    List<String> page = first.stream().skip(skipped).toList();
                    if (page.isEmpty()) {
                        return List.of();
                    }
                    Sql ofPage =
                            new Sql(
                                    "filing in (%s)".formatted(marks(page.size())),
                                    List.copyOf(page));
                    Map<String, Described> described = described(connection, question, ofPage);
                    read(
                            connection,
                            question,
                            supposition,
                            limit,
                            ofPage,
                            filing -> {
                                FlippedFiling flipped =
                                        Objects.requireNonNull(described.get(filing.filing()))
                                                .flipped(
                                                        filing,
                                                        basis,
                                                        filing.after(supposition, limit, other));
                                synchronized (found) {
                                    found.put(filing.filing(), flipped);
                                }
                            });
                    return List.copyOf(found.values());
                });
    }

    private @Nullable WorkingCalendar otherCalendar(Supposition supposition) {
        String name = supposition.calendar();
        return name == null ? null : calendars.apply(name);
    }

    private static @Nullable Flip flip(
            DecidedFiling filing, DecidedFiling.Kept after, Basis basis) {
        return filing.isJudgedBy(basis)
                ? DecidedFiling.flip(filing.keptBefore().by(basis), after.by(basis))
                : null;
    }

    /** What is counted of one group. */
    private static final class Tally {

        private final List<@Nullable String> keys;
        private final long n;
        private final long kept;
        private final long attestable;
        private final long keptAttested;
        private final long[] toLate = new long[Basis.values().length];
        private final long[] toOnTime = new long[Basis.values().length];

        Tally(List<@Nullable String> keys, ResultSet row, int column) throws SQLException {
            this.keys = keys;
            this.n = row.getLong(column);
            this.kept = row.getLong(column + 1);
            this.attestable = row.getLong(column + 2);
            this.keptAttested = row.getLong(column + 3);
        }

        void add(DecidedFiling filing, DecidedFiling.Kept after) {
            for (Basis basis : BASES) {
                Flip flip = flip(filing, after, basis);
                if (flip != null) {
                    synchronized (this) {
                        (flip == Flip.TO_LATE ? toLate : toOnTime)[basis.ordinal()]++;
                    }
                }
            }
        }

        Group group() {
            int claimed = Basis.CLAIMED.ordinal();
            int attested = Basis.ATTESTED.ordinal();
            return new Group(
                    keys,
                    Change.of(n, kept, toLate[claimed], toOnTime[claimed]),
                    Change.of(attestable, keptAttested, toLate[attested], toOnTime[attested]));
        }
    }

    private static final Basis[] BASES = Basis.values();

    private static List<Tally> tallies(Connection connection, Question question, Limit limit)
            throws SQLException {
        return Sql.compose(
                        """
                        select %1$s, count(*), count(*) filter (where %2$s_claimed),
                            count(%2$s_attested), count(*) filter (where %2$s_attested)
                        from ({}) group by %1$s order by %3$s
                        """
                                .formatted(keys(question), limit.column(), order(question)),
                        chosen(question, limit))
                .query(
                        connection,
                        row -> {
                            var keys = new ArrayList<@Nullable String>();
                            for (int i = 0; i < question.groupBy().size(); i++) {
                                keys.add(row.getString(i + 1));
                            }
                            return new Tally(keys, row, Math.max(1, keys.size()) + 1);
                        });
    }

    private static String keys(Question question) {
        return IntStream.range(0, Math.max(1, question.groupBy().size()))
                .mapToObj(i -> "k" + i)
                .collect(Collectors.joining(", "));
    }

    private static String order(Question question) {
        return IntStream.range(0, Math.max(1, question.groupBy().size()))
                .mapToObj(i -> "k" + i + " nulls last")
                .collect(Collectors.joining(", "));
    }

    private static Sql ofGroup(Question question, List<String> keys) {
        Sql ofGroup = Sql.of("true");
        for (int i = 0; i < Math.min(keys.size(), question.groupBy().size()); i++) {
            ofGroup = ofGroup.and(Sql.of("k%d = ?".formatted(i), keys.get(i)));
        }
        return ofGroup;
    }

    /** The decided filings of the question that have the limit; k0, k1 … the keys. */
    private static Sql chosen(Question question, Limit limit) {
        String cohort = question.cohort().on(Measure.REVIEW);
        var keys = new ArrayList<String>();
        for (Dimension dimension : question.groupBy()) {
            keys.add("%s as k%d".formatted(dimension.sqlOf(cohort), keys.size()));
        }
        if (keys.isEmpty()) {
            keys.add("'all' as k0");
        }
        Sql period = Sql.of("true");
        if (question.from() != null) {
            period = period.and(Sql.of(cohort + " >= ?", question.from()));
        }
        if (question.to() != null) {
            period = period.and(Sql.of(cohort + " < ?", question.to()));
        }
        return Sql.compose(
                "select *, %s from {} where %s_claimed is not null and {} and {}"
                        .formatted(String.join(", ", keys), limit.column()),
                question.asOf().facts(),
                question.filter().condition(),
                period);
    }

    /** Which filings the supposition may judge otherwise. */
    private static Sql mayChange(Supposition supposition, Limit limit) {
        if (supposition.calendar() != null || supposition.calendarKnownAt() != null) {
            return Sql.of("true");
        }
        Sql any = Sql.of("false");
        TimeLimit other = supposition.of(limit);
        if (other != null) {
            any =
                    Sql.compose(
                            "{} or {}",
                            any,
                            Sql.of(
                                    "%1$s <> ? or %1$s_unit <> ?".formatted(limit.column()),
                                    other.amount(),
                                    other.unit().name()));
        }
        if (supposition.grounds() != null) {
            any = Sql.compose("{} or stops > 0", any);
        }
        if (supposition.withoutExtension()) {
            any = Sql.compose("{} or extension is not null", any);
        }
        if (supposition.deemedAcceptance()) {
            // The days off cannot make it fewer natural days.
            any =
                    Sql.compose(
                            "{} or accepted_on > received_on + %d"
                                    .formatted(DecidedFiling.DAYS_FOR_A_CORRECTION),
                            any);
        }
        return Sql.compose("({})", any);
    }

    /**
     * Hands on every filing that the supposition may judge otherwise.
     *
     * @param reader is called on several threads at once
     */
    private void read(
            Connection connection,
            Question question,
            Supposition supposition,
            Limit limit,
            Sql further,
            Consumer<DecidedFiling> reader)
            throws SQLException {
        Sql chosen = chosen(question, limit);
        Sql those = mayChange(supposition, limit).and(further);
        List<WorkingCalendar> known =
                Sql.compose("select distinct calendar from ({}) where {} order by 1", chosen, those)
                        .query(connection, row -> calendars.apply(row.getString(1)));
        Map<String, List<Stop>> stops =
                Courses.stops(
                        connection, Sql.compose("select * from ({}) where {}", chosen, those));
        // As they are found; otherwise DuckDB first holds them all.
        try (Statement session = connection.createStatement()) {
            session.execute("set session jdbc_stream_results = true");
        }
        try (var bundles = new Bundles(reader)) {
            filings(question, limit, chosen, those, known)
                    .forEach(connection, row -> bundles.add(filing(row, known, stops)));
        }
    }

    /** One row for each filing: its course, and what else the suppositions look at. */
    private static Sql filings(
            Question question, Limit limit, Sql chosen, Sql those, List<WorkingCalendar> known) {
        String columns =
                String.join(
                        ", ",
                        Courses.columns(limit.column()),
                        Courses.micros("received_at"),
                        Courses.micros("requested_at"),
                        "%s_claimed".formatted(limit.column()),
                        "coalesce(%s_attested, false)".formatted(limit.column()));
        Sql calendar =
                known.isEmpty()
                        ? Sql.of("0")
                        : new Sql(
                                "case calendar %s end"
                                        .formatted(
                                                IntStream.range(0, known.size())
                                                        .mapToObj(i -> "when ? then " + i)
                                                        .collect(Collectors.joining(" "))),
                                known.stream().<Object>map(WorkingCalendar::name).toList());
        if (question.groupBy().isEmpty()) {
            return Sql.compose(
                    "select %s, {}, 0 from ({}) where {}".formatted(columns),
                    calendar,
                    chosen,
                    those);
        }
        String sameGroup =
                IntStream.range(0, question.groupBy().size())
                        .mapToObj("a.k%1$d is not distinct from b.k%1$d"::formatted)
                        .collect(Collectors.joining(" and "));
        return Sql.compose(
                """
                with chosen as ({})
                select %s, {}, b.g
                from (select * from chosen where {}) a join (
                    select *, row_number() over (order by %s) - 1 as g
                    from (select distinct %s from chosen)) b on %s
                """
                        .formatted(columns, order(question), keys(question), sameGroup),
                chosen,
                calendar,
                those);
    }

    private static DecidedFiling filing(
            ResultSet row, List<WorkingCalendar> known, Map<String, List<Stop>> stops)
            throws SQLException {
        ReviewCourse course = Courses.course(row, stops);
        int next = Courses.NEXT_COLUMN;
        return new DecidedFiling(
                row.getInt(next + 5),
                row.getString(1),
                course,
                Objects.requireNonNull(course.ended()),
                Courses.moment(row, next),
                Courses.moment(row, next + 1),
                known.get(row.getInt(next + 4)),
                row.getBoolean(next + 2),
                row.getBoolean(next + 3));
    }

    /** What is shown of a filing beside its judgements. */
    private record Described(
            String project,
            @Nullable String caseId,
            String item,
            String zone,
            String center,
            String state,
            @Nullable String importId) {

        FlippedFiling flipped(DecidedFiling filing, Basis basis, DecidedFiling.Judged supposed) {
            DecidedFiling.Judged was = filing.before();
            var before = was.reading(basis);
            var after = supposed.reading(basis);
            return new FlippedFiling(
                    filing.filing(),
                    project,
                    caseId,
                    item,
                    zone,
                    center,
                    state,
                    importId,
                    basis,
                    after.overdue() ? Flip.TO_LATE : Flip.TO_ON_TIME,
                    filing.decided(),
                    Judgement.of(was.course().accepted(), was.calendar().toString(), before),
                    Judgement.of(
                            supposed.course().accepted(), supposed.calendar().toString(), after));
        }
    }

    private static Map<String, Described> described(
            Connection connection, Question question, Sql ofPage) throws SQLException {
        var described = new HashMap<String, Described>();
        Sql.compose(
                        """
                        select filing, project::varchar, case_id, item, zone, center, state, import_id
                        from {} where {}
                        """,
                        question.asOf().facts(),
                        ofPage)
                .forEach(
                        connection,
                        row ->
                                described.put(
                                        row.getString(1),
                                        new Described(
                                                row.getString(2),
                                                row.getString(3),
                                                row.getString(4),
                                                row.getString(5),
                                                row.getString(6),
                                                row.getString(7),
                                                row.getString(8))));
        return described;
    }

    private static String marks(int number) {
        return "?, ".repeat(number - 1) + "?";
    }
}
