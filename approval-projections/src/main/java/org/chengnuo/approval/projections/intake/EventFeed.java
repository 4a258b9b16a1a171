package org.chengnuo.approval.projections.intake;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Where events come from: each once, in an order in which the events of a project follow one
 * another, and never a later one while an earlier one may still appear.
 */
public interface EventFeed {

    /** Which journal the events are of. */
    UUID journal();

    /**
     * Reads all events, in the order of the journal, for tables that nobody else fills.
     *
     * @param build for which tables, so that their reader is known again
     * @param after where they are
     */
    EventReader reader(UUID build, Places after);

    /**
     * Reads for tables that other processes fill too: where it can, the events of those parts only
     * that fall to this process now.
     *
     * @param after asks the tables where they are
     */
    default EventReader shared(UUID build, Supplier<Places> after) {
        return reader(build, after.get());
    }

    /** The last event of a project that is recorded, even if it is not safe to read it yet. */
    Position end();

    /** Whether the journal has come to a position; after a restore it may not have. */
    boolean hasComeTo(Position position);

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
