package org.chengnuo.approval.projections.intake;

import java.time.Instant;

/** One event as the feed delivers it: read, or not readable. */
public sealed interface FeedEntry permits RecordedEvent, UnreadableEvent {

    Position position();

    /** The id of the project, as it is stored. */
    String projectId();

    /** The number of the event within its project, from 0. */
    long sequence();

    /** The stored name, as in {@code filing.accepted}. */
    String name();

    /** When it was recorded, by the server's time. */
    Instant recordedAt();
}
