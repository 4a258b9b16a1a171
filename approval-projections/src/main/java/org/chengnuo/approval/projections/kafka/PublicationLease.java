package org.chengnuo.approval.projections.kafka;

import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.intake.StoreFailure;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

import javax.sql.DataSource;

/**
 * Who of several nodes publishes to a topic, and how far it is. By the clock of the database, so
 * that no two nodes have to agree on the time.
 */
final class PublicationLease {

    private static final String BEGIN =
            "insert into office.publication (topic) values (?) on conflict do nothing";

    private static final String TAKE =
            """
            update office.publication set holder = ?, held_until = now() + cast(? as interval)
            where topic = ? and (holder = ? or held_until < now())
            """;

    private static final String PUBLISHED =
            """
            select topic_id, transaction_id, index from office.publication
            where topic = ? and holder = ?
            """;

    private static final String MOVE =
            """
            update office.publication set topic_id = ?, transaction_id = ?, index = ?
            where topic = ? and holder = ?
            """;

    private static final String GIVE_BACK =
            "update office.publication set held_until = now() where topic = ? and holder = ?";

    private final DataSource journal;
    private final String topic;
    private final Duration time;
    private final UUID holder = UUID.randomUUID();

    PublicationLease(DataSource journal, String topic, Duration time) {
        this.journal = journal;
        this.topic = topic;
        this.time = time;
    }

    private interface Work<T extends @Nullable Object> {
        T in(Connection connection) throws SQLException;
    }

    private <T extends @Nullable Object> T with(String doing, Work<T> work) {
        try (Connection connection = journal.getConnection()) {
            return work.in(connection);
        } catch (SQLException e) {
            throw new StoreFailure(doing, e);
        }
    }

    private int update(String doing, String sql, Object... values) {
        return with(
                doing,
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        for (int i = 0; i < values.length; i++) {
                            statement.setObject(i + 1, values[i]);
                        }
                        return statement.executeUpdate();
                    }
                });
    }

    /** Takes the lease, or holds it longer; false if another one holds it. */
    boolean take() {
        String forSoLong = time.toMillis() + " milliseconds";
        if (update("taking the lease of the publication", TAKE, holder, forSoLong, topic, holder)
                == 1) {
            return true;
        }
        update("beginning the publication", BEGIN, topic);
        return false;
    }

    /**
     * Up to where the holder has to go on.
     *
     * @param topicId of the topic that is there
     * @throws LeaseLost if another one holds it
     */
    Position published(String topicId) throws LeaseLost {
        Position published =
                with(
                        "asking how far the publication is",
                        connection -> {
                            try (PreparedStatement query = connection.prepareStatement(PUBLISHED)) {
                                query.setString(1, topic);
                                query.setObject(2, holder);
                                try (ResultSet rows = query.executeQuery()) {
                                    if (!rows.next()) {
                                        return null;
                                    }
                                    return topicId.equals(rows.getString(1))
                                            ? new Position(rows.getLong(2), rows.getLong(3))
                                            : Position.START;
                                }
                            }
                        });
        if (published == null) {
            throw new LeaseLost();
        }
        return published;
    }

    /**
     * @throws LeaseLost if another one holds it
     */
    void moveTo(Position published, String topicId) throws LeaseLost {
        if (update(
                        "writing how far the publication is",
                        MOVE,
                        topicId,
                        published.transaction(),
                        published.index(),
                        topic,
                        holder)
                != 1) {
            throw new LeaseLost();
        }
    }

    /** So that nobody has to wait until it has run out. */
    void giveBack() {
        int _ = update("giving back the lease of the publication", GIVE_BACK, topic, holder);
    }

    /** Another node publishes. */
    static final class LeaseLost extends Exception {

        private static final long serialVersionUID = 1;

        LeaseLost() {
            super("another node has taken over the publication");
        }
    }
}
