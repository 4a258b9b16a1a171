package org.chengnuo.approval.projections.intake;

import java.util.List;

/**
 * What a read model takes in at once.
 *
 * @param events in order, each the next of its project
 * @param parked what is not taken in, and is to be kept with its cause
 * @param from where the tables have to be
 * @param upTo where they are with it
 */
public record Batch(
        List<RecordedEvent> events, List<ParkedEvent> parked, Places from, Places upTo) {

    public Batch {
        events = List.copyOf(events);
        parked = List.copyOf(parked);
    }
}
