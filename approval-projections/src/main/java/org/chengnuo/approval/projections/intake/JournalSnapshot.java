package org.chengnuo.approval.projections.intake;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/**
 * The journal as it stood when the snapshot was opened, project by project: what is recorded
 * afterwards does not appear, not even in part. It ends where the intake would end, so that what
 * was read up to a position can be read again. One project's story is in memory at a time.
 *
 * <p>It holds a connection and a transaction that only reads; neither recording nor the intake
 * waits for it.
 */
public final class JournalSnapshot implements AutoCloseable {

    private static final int FETCHED_AT_ONCE = 500;

    private static final String END =
            """
            select transaction_id::text as transaction, position from journal.event
            where coalesce(aggregate_type, '') not in ('policy', 'calendar')
              and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
            order by transaction_id desc, position desc limit 1
            """;

    private final Connection connection;
    private final Position end;

    private JournalSnapshot(Connection connection, Position end) {
        this.connection = connection;
        this.end = end;
    }

    /** What is told a story. */
    public interface Listener {

        /**
         * @param story the events of one project, in order, from its first
         */
        void hear(List<RecordedEvent> story) throws IOException;
    }

    public static JournalSnapshot open(DataSource journal) {
        try {
            Connection connection = journal.getConnection();
            try {
                connection.setReadOnly(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                connection.setAutoCommit(false);
                return new JournalSnapshot(connection, endIn(connection));
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new StoreFailure("opening a snapshot of the journal", e);
        }
    }

    private static Position endIn(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(END);
                ResultSet rows = query.executeQuery()) {
            return rows.next() ? JournalRows.position(rows) : Position.START;
        }
    }

    /** The last event that can be read. */
    public Position end() {
        return end;
    }

    /**
     * Tells the stories of the choice, one after the other.
     *
     * @param upTo the last event that is told
     * @throws IllegalStateException if an event cannot be read: to leave it out would be to tell
     *     another story
     */
    public void tell(StoryChoice choice, Position upTo, Listener listener) throws IOException {
        var story = new ArrayList<RecordedEvent>();
        try (PreparedStatement query = connection.prepareStatement(stories(choice))) {
            query.setFetchSize(FETCHED_AT_ONCE);
            bind(query, choice, upTo);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    RecordedEvent event = readable(JournalRows.event(rows).entry());
                    if (!story.isEmpty() && !story.getFirst().project().equals(event.project())) {
                        listener.hear(List.copyOf(story));
                        story.clear();
                    }
                    story.add(event);
                }
            }
        } catch (SQLException e) {
            throw new StoreFailure("reading the journal", e);
        }
        if (!story.isEmpty()) {
            listener.hear(List.copyOf(story));
        }
    }

    private static String stories(StoryChoice choice) {
        var sql = new StringBuilder("select ").append(JournalRows.COLUMNS);
        sql.append(
                """
                 from journal.event
                where (transaction_id, position) <= (cast(? as xid8), ?)
                  and coalesce(aggregate_type, '') not in ('policy', 'calendar')
                """);
        if (choice.project() != null) {
            sql.append(" and stream = ?");
        }
        if (choice.zone() != null) {
            sql.append(" and ").append(begunWith("zone"));
        }
        if (choice.importId() != null) {
            sql.append(" and ").append(begunWith("importId"));
        }
        return sql.append(" order by stream, sequence").toString();
    }

    private static String begunWith(String field) {
        return """
        stream in (select stream from journal.event
                   where sequence = 0 and name in ('project.registered', 'project.imported')
                     and payload::json ->> '%s' = ?)
        """
                .formatted(field);
    }

    private static void bind(PreparedStatement query, StoryChoice choice, Position upTo)
            throws SQLException {
        int next = 1;
        query.setString(next++, Long.toString(upTo.transaction()));
        query.setLong(next++, upTo.index());
        if (choice.project() != null) {
            query.setString(next++, choice.project());
        }
        if (choice.zone() != null) {
            query.setString(next++, choice.zone());
        }
        if (choice.importId() != null) {
            query.setString(next, choice.importId());
        }
    }

    private static RecordedEvent readable(FeedEntry entry) {
        return switch (entry) {
            case RecordedEvent event -> event;
            case UnreadableEvent e ->
                    throw new IllegalStateException(
                            "event %d of project %s, %s at %s, cannot be read: %s"
                                    .formatted(
                                            e.sequence(),
                                            e.projectId(),
                                            e.name(),
                                            e.position(),
                                            e.cause()));
        };
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw new StoreFailure("closing a snapshot of the journal", e);
        }
    }
}
