package org.chengnuo.approval.projections.intake;

import org.chengnuo.approval.JournalEvent;
import org.chengnuo.approval.journal.EventCatalogue;
import org.chengnuo.approval.journal.EventCatalogue.StoredName;
import org.chengnuo.approval.project.ProjectEvent;
import org.chengnuo.approval.project.ProjectId;
import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An event as it is stored and sent, not yet read.
 *
 * @param id of the event itself, given when it was recorded
 * @param aggregateType what the story is of: {@code project}, {@code policy}, {@code calendar},
 *     {@code assessment}; the oldest events of projects have none
 * @param stream which story it is of
 * @param sequence its number within the story, from 0
 * @param metadata texts by name, as JSON
 * @param payload as JSON
 */
public record StoredEvent(
        Position position,
        String id,
        @Nullable String aggregateType,
        String stream,
        long sequence,
        Instant recordedAt,
        String name,
        String revision,
        String metadata,
        String payload) {

    /** The aggregate types that no read model is told of. */
    static final List<String> OTHER_STORIES = List.of("policy", "calendar", "assessment");

    private static final TypeReference<Map<String, String>> METADATA = new TypeReference<>() {};
    private static final JsonMapper JSON = DomainJson.journal();

    /** What is of no other story: an unknown one is parked, and not passed over. */
    public boolean isOfProject() {
        return aggregateType == null || !OTHER_STORIES.contains(aggregateType);
    }

    /** Of an event of a project, what the read models are told. */
    public FeedEntry entry() {
        try {
            var stored = new StoredName(name, Integer.parseInt(revision));
            Class<? extends JournalEvent> type =
                    EventCatalogue.classOf(stored)
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    "no event %s of revision %s is known"
                                                            .formatted(name, revision)));
            if (!(DomainJson.read(JSON, payload, type) instanceof ProjectEvent event)) {
                throw new IllegalArgumentException("it is no event of a project");
            }
            if (!event.project().toString().equals(stream)) {
                throw new IllegalArgumentException(
                        "it stands in the story of %s and tells of %s"
                                .formatted(stream, event.project()));
            }
            return new RecordedEvent(
                    position,
                    ProjectId.of(stream),
                    sequence,
                    recordedAt,
                    name,
                    stored.revision(),
                    metadata(metadata),
                    event);
        } catch (IllegalArgumentException e) {
            return new UnreadableEvent(
                    position, stream, sequence, recordedAt, name, String.valueOf(e.getMessage()));
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
