package org.chengnuo.approval.projections.certificates;

import org.chengnuo.approval.calendar.editions.CalendarEditions;
import org.chengnuo.approval.calendar.editions.CalendarEvent;
import org.chengnuo.approval.projections.editions.Editions;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.reviewtimes.AsOf;
import org.chengnuo.approval.projections.reviewtimes.FactFilter;
import org.chengnuo.approval.projections.reviewtimes.ReviewTimes;
import org.chengnuo.approval.projections.reviewtimes.Sql;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Finds by which rules the facts of a figure were counted. */
final class RulesReader {

    // What was published of a calendar by the position.
    private static final String PUBLISHED =
            """
            select count(*) filter (where name = 'calendar.notice-published'),
                   coalesce(string_agg(name || ' ' || revision || ' ' || payload, chr(10)
                            order by sequence), '')
            from journal.event
            where stream = ? and aggregate_type = 'calendar' and transaction_id <= cast(? as xid8)
            """;

    private final ReviewTimes times;
    private final Editions editions;

    RulesReader(ReviewTimes times, Editions editions) {
        this.times = times;
        this.editions = editions;
    }

    RulesKnown known(Connection journal, FactFilter filter, Position position) throws SQLException {
        List<String> editionNames = named("edition", filter, position);
        List<String> calendarNames = named("calendar", filter, position);
        var calendars = new ArrayList<RulesKnown.Calendar>();
        for (String name : calendarNames) {
            calendars.add(calendar(journal, name, position));
        }
        return new RulesKnown(
                editionNames.stream()
                        .map(name -> new RulesKnown.Edition(name, contentHash(name)))
                        .toList(),
                calendars);
    }

    private List<String> named(String column, FactFilter filter, Position position) {
        Sql sql =
                Sql.compose(
                        "select distinct %1$s from {} where %1$s is not null and {} order by %1$s"
                                .formatted(column),
                        AsOf.at(position).facts(),
                        filter.condition());
        return times.read((connection, _) -> sql.query(connection, row -> row.getString(1)));
    }

    /** What was published never changes, so that the content now is that of then. */
    private @Nullable String contentHash(String edition) {
        return editions.policies()
                .edition(edition)
                .map(found -> CanonicalJson.hash(CanonicalJson.of(found.content())))
                .orElse(null);
    }

    private static RulesKnown.Calendar calendar(Connection journal, String name, Position position)
            throws SQLException {
        var shipped = CalendarEditions.before(name);
        try (PreparedStatement query = journal.prepareStatement(PUBLISHED)) {
            query.setString(1, CalendarEvent.stream(name));
            query.setString(2, Long.toString(position.transaction()));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new RulesKnown.Calendar(
                        name,
                        shipped.notices().size() + row.getInt(1),
                        CanonicalJson.hash(
                                CanonicalJson.of(shipped.notices())
                                        + "\n"
                                        + Objects.requireNonNull(row.getString(2))));
            }
        }
    }
}
