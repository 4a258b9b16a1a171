package org.chengnuo.approval.projections.intake;

import org.chengnuo.approval.JournalEvent;
import org.chengnuo.approval.journal.EventCatalogue;
import org.chengnuo.approval.journal.EventCatalogue.StoredName;
import org.chengnuo.approval.project.ProjectEvent;
import org.chengnuo.approval.project.ProjectId;

import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;

/** How an event stands in the journal. */
final class JournalRows {

    // The alias matters: an output column named transaction_id would be what is ordered by, as
    // text.
    static final String COLUMNS =
            "transaction_id::text as transaction, position, stream, sequence, recorded_at,"
                    + " name, revision, metadata, payload";

    private static final TypeReference<Map<String, String>> METADATA = new TypeReference<>() {};
    private static final JsonMapper JSON = DomainJson.journal();

    private JournalRows() {}

    static Position position(ResultSet row) throws SQLException {
        return new Position(Long.parseLong(row.getString(1)), row.getLong(2));
    }

    static FeedEntry entry(ResultSet row) throws SQLException {
        Position position = position(row);
        String project = row.getString(3);
        long sequence = row.getLong(4);
        Instant recordedAt = row.getObject(5, OffsetDateTime.class).toInstant();
        String name = row.getString(6);
        String revision = row.getString(7);
        try {
            var stored = new StoredName(name, Integer.parseInt(revision));
            Class<? extends JournalEvent> type =
                    EventCatalogue.classOf(stored)
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    "no event %s of revision %s is known"
                                                            .formatted(name, revision)));
            if (!(DomainJson.read(JSON, row.getString(9), type) instanceof ProjectEvent event)) {
                throw new IllegalArgumentException("it is no event of a project");
            }
            if (!event.project().toString().equals(project)) {
                throw new IllegalArgumentException(
                        "it stands in the story of %s and tells of %s"
                                .formatted(project, event.project()));
            }
            return new RecordedEvent(
                    position,
                    ProjectId.of(project),
                    sequence,
                    recordedAt,
                    name,
                    stored.revision(),
                    metadata(row.getString(8)),
                    event);
        } catch (IllegalArgumentException e) {
            return new UnreadableEvent(
                    position, project, sequence, recordedAt, name, String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, String> metadata(String text) {
        try {
            return JSON.readValue(text, METADATA);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("its metadata are no texts by name", e);
        }
    }
}
