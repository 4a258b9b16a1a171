package org.chengnuo.approval.projections.indicators;

import org.chengnuo.approval.projections.reviewtimes.AsOf;
import org.chengnuo.approval.projections.reviewtimes.Cohort;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.Rulebook;
import org.chengnuo.approval.projections.reviewtimes.Sql;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One question, on one snapshot of the facts: the parts of which the statements of the indicators
 * are made.
 *
 * @param known the last moment of which the question knows anything: what would be overdue later is
 *     not overdue yet
 */
record Scope(Connection connection, Question question, Rulebook rules, Instant known) {

    /** No period ends later. */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    static Scope of(Connection connection, Question question, Rulebook rules) throws SQLException {
        return new Scope(connection, question, rules, known(connection, question.asOf()));
    }

    /**
     * When the last act was recorded that the question knows; a moment, if more was recorded after
     * it.
     */
    private static Instant known(Connection connection, AsOf asOf) throws SQLException {
        Sql last =
                asOf instanceof AsOf.By
                        ? Sql.of("select max(recorded_at) from act")
                        : Sql.compose("select max(recorded_at) from act where {}", asOf.acts());
        LocalDateTime found =
                last.query(
                                connection,
                                row ->
                                        row.getObject(1) == null
                                                ? LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC)
                                                : row.getObject(1, LocalDateTime.class))
                        .getFirst();
        Instant recorded = found.toInstant(ZoneOffset.UTC);
        return asOf instanceof AsOf.By(Instant moment) && moment.isBefore(recorded)
                ? moment
                : recorded;
    }

    /** The names of the keys, at least one. */
    static String names(Question question) {
        return IntStream.range(0, Math.max(1, question.groupBy().size()))
                .mapToObj(i -> "k" + i)
                .collect(Collectors.joining(", "));
    }

    /**
     * The keys, with the parts of the time in which a date lies.
     *
     * @param date SQL of a date
     */
    String keys(String date) {
        var keys = new ArrayList<String>();
        for (Dimension dimension : question.groupBy()) {
            keys.add("%s as k%d".formatted(dimension.sqlOf(date), keys.size()));
        }
        return keys.isEmpty() ? "'all' as k0" : String.join(", ", keys);
    }

    /** The keys, with the parts of the time by a column of their own. */
    private String keysOfPart() {
        var keys = new ArrayList<String>();
        for (Dimension dimension : question.groupBy()) {
            keys.add(
                    "%s as k%d"
                            .formatted(dimension.isTime() ? "part" : dimension.sql(), keys.size()));
        }
        return keys.isEmpty() ? "'all' as k0" : String.join(", ", keys);
    }

    /**
     * Whether something belongs to the period.
     *
     * @param date SQL of its date
     */
    Sql inPeriod(String date) {
        Sql condition = Sql.of(date + " is not null");
        if (question.from() != null) {
            condition = condition.and(Sql.of(date + " >= ?", question.from()));
        }
        if (question.to() != null) {
            condition = condition.and(Sql.of(date + " < ?", question.to()));
        }
        return condition;
    }

    /** The filings of the filter, as they were known. */
    Sql filings() {
        return Sql.compose(
                "(select * from {} where {})",
                question.asOf().facts(),
                question.filter().condition());
    }

    /** The projects of the filter, as they were known. */
    Sql projects() {
        return Sql.compose(
                "(select * from {} where {})",
                question.asOf().projects(),
                question.filter().condition());
    }

    /** By which date a filing belongs to the period. */
    String filingDate() {
        return switch (question.cohort()) {
            case ENDED, DECIDED -> "decided_on";
            case RECEIVED -> "received_on";
            case ACCEPTED -> "accepted_on";
        };
    }

    /** The day at an office in China at the last moment that is known. */
    LocalDate knownOn() {
        return rules.calendars().apply("cn").dateAt(known);
    }

    /** The last moment of the period, as far as it is known. */
    Instant end() {
        return end(question.to(), rules.calendars().apply("cn").zone());
    }

    private Instant end(@Nullable LocalDate day, ZoneId zone) {
        if (day == null || day.equals(NEVER)) {
            return known;
        }
        Instant midnight = day.atStartOfDay(zone).toInstant();
        return midnight.isBefore(known) ? midnight : known;
    }

    /** The end of a part of the time: whose key, and the first day after it. */
    private record Part(String key, LocalDate end) {}

    /**
     * The filings that were open and overdue at the end of the period, or of each part of the time
     * by which they are grouped; of a cohort of the receipt or the acceptance, those that still
     * are.
     *
     * @param overdueFrom the column of the moment from which on a filing is overdue
     */
    Sql overdueAtTheEnd(String overdueFrom) throws SQLException {
        boolean byCohort =
                question.cohort() == Cohort.RECEIVED || question.cohort() == Cohort.ACCEPTED;
        List<Part> parts = byCohort ? List.of(new Part("all", NEVER)) : parts(overdueFrom);
        var ends = new ArrayList<Sql>();
        for (String office : offices(overdueFrom)) {
            ZoneId zone = rules.calendars().apply(office).zone();
            for (Part part : parts) {
                ends.add(
                        Sql.of(
                                "(?, cast(? as date), ?, cast(? as timestamp))",
                                part.key(),
                                part.end(),
                                office,
                                end(part.end(), zone)));
            }
        }
        if (ends.isEmpty()) {
            ends.add(Sql.of("(null, null::date, null, null::timestamp)"));
        }
        Sql all =
                Sql.compose(
                        ends.stream().map(_ -> "{}").collect(Collectors.joining(", ")),
                        ends.toArray(Sql[]::new));
        return Sql.compose(
                """
                select %s, null::varchar as unit, project::varchar as project, filing,
                    null::varchar as piece, 0 as num, 1 as den
                from {} f join (values {}) e(part, end_on, office, end_at)
                    on f.calendar = e.office and f.%s <= e.end_at
                where (decided_on is null or decided_on >= end_on)
                    and (closed_on is null or closed_on >= end_on) and {}
                """
                        .formatted(byCohort ? keys(filingDate()) : keysOfPart(), overdueFrom),
                filings(),
                all,
                byCohort ? inPeriod(filingDate()) : Sql.of("true"));
    }

    private List<String> offices(String overdueFrom) throws SQLException {
        return Sql.compose(
                        "select distinct calendar from {} where %s is not null order by 1"
                                .formatted(overdueFrom),
                        filings())
                .query(connection, row -> row.getString(1));
    }

    /** Those of the period in which anything could have happened by now. */
    private List<Part> parts(String overdueFrom) throws SQLException {
        LocalDate to = question.to();
        Dimension time =
                question.groupBy().stream().filter(Dimension::isTime).findFirst().orElse(null);
        if (time == null) {
            return List.of(new Part("all", to == null ? NEVER : to));
        }
        LocalDate first = question.from();
        if (first == null) {
            first =
                    Sql.compose(
                                    "select min(cast(%s as date)) from {}".formatted(overdueFrom),
                                    filings())
                            .query(connection, row -> row.getObject(1, LocalDate.class))
                            .getFirst();
        }
        LocalDate last = knownOn();
        if (to != null && !to.isAfter(last)) {
            last = to.minusDays(1);
        }
        if (first == null || first.isAfter(last)) {
            return List.of();
        }
        LocalDate until = last;
        return Sql.compose(
                        """
                        select %s, max(day) from (
                            select cast(unnest(generate_series({}, {}, interval 1 day)) as date)
                                as day)
                        group by 1 order by 2
                        """
                                .formatted(time.sqlOf("day")),
                        Sql.of("cast(? as date)", first),
                        Sql.of("cast(? as date)", until))
                .query(
                        connection,
                        row ->
                                new Part(
                                        row.getString(1),
                                        row.getObject(2, LocalDate.class).plusDays(1)));
    }
}
