package org.chengnuo.approval.projections.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

/**
 * The events that the read models could not take in. They belong to a build of a read model, so
 * that the next build tries them again.
 */
public final class ParkedEvents {

    private static final String PARK =
            """
            insert into views.parked_event (projection, build, transaction_id, index, project_id,
                sequence, name, recorded_at, behind, cause)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;

    private static final String COLUMNS =
            """
            select transaction_id, index, project_id, sequence, name, recorded_at, behind, cause
            from views.parked_event
            """;

    private final DataSource views;

    public ParkedEvents(DataSource views) {
        this.views = views;
    }

    /** Parks within the transaction of the tables, where they stand in the same database. */
    public static void park(
            Connection connection, String projection, UUID build, List<ParkedEvent> events)
            throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(PARK)) {
            for (ParkedEvent event : events) {
                insert.setString(1, projection);
                insert.setObject(2, build);
                insert.setLong(3, event.position().transaction());
                insert.setLong(4, event.position().index());
                insert.setString(5, event.projectId());
                insert.setLong(6, event.sequence());
                insert.setString(7, event.name());
                insert.setTimestamp(8, Timestamp.from(event.recordedAt()));
                insert.setBoolean(9, event.behind());
                insert.setString(10, event.cause());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /**
     * Parks ahead of the transaction of tables that stand elsewhere. If that one fails, the events
     * are parked already, and stay so when they come again: never the other way round.
     */
    public void parkAhead(String projection, UUID build, List<ParkedEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        try (Connection connection = views.getConnection()) {
            connection.setAutoCommit(false);
            try {
                park(connection, projection, build, events);
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new StoreFailure("parking events", e);
        }
    }

    /** Those of the projects that are held back in a build, each with its first parked event. */
    Map<String, Position> heldBack(UUID build, Collection<String> projects) {
        var held = new HashMap<String, Position>();
        if (projects.isEmpty()) {
            return held;
        }
        try (Connection connection = views.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                """
                                select distinct on (project_id) project_id, transaction_id, index
                                from views.parked_event where build = ? and project_id = any(?)
                                order by project_id, transaction_id, index
                                """)) {
            query.setObject(1, build);
            query.setArray(2, connection.createArrayOf("text", Set.copyOf(projects).toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    held.put(rows.getString(1), new Position(rows.getLong(2), rows.getLong(3)));
                }
            }
            return held;
        } catch (SQLException e) {
            throw new StoreFailure("asking which projects are held back", e);
        }
    }

    long count(UUID build) {
        try (Connection connection = views.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                "select count(*) from views.parked_event where build = ?")) {
            query.setObject(1, build);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new StoreFailure("counting parked events", e);
        }
    }

    List<ParkedEvent> first(UUID build, int limit) {
        try (Connection connection = views.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                COLUMNS
                                        + " where build = ? order by behind, transaction_id, index"
                                        + " limit ?")) {
            query.setObject(1, build);
            query.setInt(2, limit);
            var events = new ArrayList<ParkedEvent>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    events.add(
                            new ParkedEvent(
                                    new Position(rows.getLong(1), rows.getLong(2)),
                                    rows.getString(3),
                                    rows.getLong(4),
                                    rows.getString(5),
                                    rows.getObject(6, OffsetDateTime.class).toInstant(),
                                    rows.getBoolean(7),
                                    rows.getString(8)));
                }
            }
            return events;
        } catch (SQLException e) {
            throw new StoreFailure("listing parked events", e);
        }
    }

    /** Forgets what other builds of a read model had parked, of which there is only one. */
    void keepOnly(String projection, UUID build) {
        delete(
                "delete from views.parked_event where projection = ? and build <> ?",
                projection,
                build);
    }

    /** Forgets what a build had parked that is there no more. */
    void forget(UUID build) {
        delete("delete from views.parked_event where build = ?", build);
    }

    private void delete(String sql, Object... values) {
        try (Connection connection = views.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                delete.setObject(i + 1, values[i]);
            }
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new StoreFailure("forgetting parked events", e);
        }
    }
}
