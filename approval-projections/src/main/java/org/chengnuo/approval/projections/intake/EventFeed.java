package org.chengnuo.approval.projections.intake;

import java.time.Duration;
import java.util.UUID;

/**
 * Where events come from: each once, in an order in which the events of a project follow one
 * another, and never a later one while an earlier one may still appear.
 */
public interface EventFeed {

    /** Which journal the events are of. */
    UUID journal();

    /**
     * Reads on after a position.
     *
     * @param build for which tables, so that their reader is known again
     */
    EventReader reader(UUID build, Position after);

    /** The last event that is recorded, even if it is not safe to read it yet. */
    Position end();

    Lag lag(Position position);

    /**
     * How far a reader is behind all that is recorded.
     *
     * @param events exact up to {@value #MOST_COUNTED}, which means that many or more
     * @param age how long ago the first event not yet read was recorded; zero if there is none
     */
    record Lag(long events, Duration age) {

        static final int MOST_COUNTED = 1_000_000;
    }
}
