package org.chengnuo.approval.project;

import java.time.Instant;
import java.util.List;

/**
 * What falls due next, by itself.
 *
 * @param at when it falls due
 * @param events that happen then, in order; their {@code occurredAt} is as the law has it, and so
 *     can be before
 */
public record Due(Instant at, List<ProjectEvent> events) {

    public Due {
        events = List.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("nothing falls due at " + at);
        }
    }
}
