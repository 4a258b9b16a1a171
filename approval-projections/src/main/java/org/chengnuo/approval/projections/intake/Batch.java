package org.chengnuo.approval.projections.intake;

import java.util.List;

/**
 * What a read model takes in at once.
 *
 * @param events in order, each the next of its project
 * @param parked what is not taken in, and is to be kept with its cause
 * @param upTo the position that is reached with it
 */
public record Batch(List<RecordedEvent> events, List<ParkedEvent> parked, Position upTo) {

    public Batch {
        events = List.copyOf(events);
        parked = List.copyOf(parked);
    }
}
