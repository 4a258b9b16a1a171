package org.chengnuo.approval.projections.intake;

import org.chengnuo.approval.project.ProjectEvent;
import org.chengnuo.approval.project.ProjectId;

import java.time.Instant;
import java.util.Map;

/**
 * An event with its envelope.
 *
 * @param metadata who acted, for whom, through which channel or import: the keys {@code actor},
 *     {@code actingFor}, {@code channel}, {@code import}, {@code correlation}
 */
public record RecordedEvent(
        Position position,
        ProjectId project,
        long sequence,
        Instant recordedAt,
        String name,
        int revision,
        Map<String, String> metadata,
        ProjectEvent event)
        implements FeedEntry {

    public RecordedEvent {
        metadata = Map.copyOf(metadata);
    }

    @Override
    public String projectId() {
        return project.toString();
    }
}
