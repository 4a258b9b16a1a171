package org.chengnuo.approval.projections.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** How an event stands in the journal. */
final class JournalRows {

    // The alias matters: an output column named transaction_id would be what is ordered by, as
    // text.
    static final String COLUMNS =
            "transaction_id::text as transaction, position, stream, sequence, recorded_at,"
                    + " name, revision, metadata, payload, event_id, aggregate_type";

    private JournalRows() {}

    static Position position(ResultSet row) throws SQLException {
        return new Position(Long.parseLong(row.getString(1)), row.getLong(2));
    }

    static StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(
                position(row),
                row.getString(10),
                row.getString(11),
                row.getString(3),
                row.getLong(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9));
    }
}
