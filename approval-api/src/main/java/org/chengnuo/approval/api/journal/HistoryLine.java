package org.chengnuo.approval.api.journal;

import org.chengnuo.approval.journal.EventCatalogue;
import org.chengnuo.approval.project.ProjectEvent;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * One event with both its times.
 *
 * @param late by how long it was recorded after it happened
 * @param metadata who acted, for whom, through which channel or import
 * @param payload the event as it is stored
 */
public record HistoryLine(
        long version,
        String event,
        Instant occurredAt,
        Instant recordedAt,
        Duration late,
        Map<String, String> metadata,
        ProjectEvent payload) {

    public static HistoryLine of(Journal.Entry entry) {
        ProjectEvent event = entry.event();
        return new HistoryLine(
                entry.version(),
                EventCatalogue.nameOf(event.getClass()).name(),
                event.occurredAt(),
                entry.recordedAt(),
                Duration.between(event.occurredAt(), entry.recordedAt()),
                entry.metadata(),
                event);
    }
}
