package org.chengnuo.approval.projections.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import javax.sql.DataSource;

/**
 * Up to where the journal is in a read model. That may be beyond the last event that it was told:
 * what stands after it, as a score that was settled, is no business of the read models.
 */
public final class Reach {

    // The last event that is safe to read, of whatever story.
    private static final String LAST =
            """
            select transaction_id::text as transaction, position from journal.event
            where transaction_id < pg_snapshot_xmin(pg_current_snapshot())
            order by journal.event.transaction_id desc, position desc limit 1
            """;

    private final DataSource journal;
    private final JournalFeed feed;

    public Reach(DataSource journal) {
        this.journal = journal;
        this.feed = new JournalFeed(journal);
    }

    /**
     * @param told the last position that the read model was told
     */
    public Position of(Position told) {
        Position last = last();
        if (!last.isAfter(told)) {
            return told;
        }
        // Asked after the last one was: nothing can appear before that any more.
        return feed.after(told, 1).stream().allMatch(next -> next.position().isAfter(last))
                ? last
                : told;
    }

    private Position last() {
        try (Connection connection = journal.getConnection();
                PreparedStatement query = connection.prepareStatement(LAST);
                ResultSet row = query.executeQuery()) {
            return row.next()
                    ? new Position(Long.parseLong(row.getString(1)), row.getLong(2))
                    : Position.START;
        } catch (SQLException e) {
            throw new StoreFailure("asking for the last event of the journal", e);
        }
    }
}
