package org.chengnuo.approval.projections.intake;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * How a read model is doing.
 *
 * @param position up to which the events are in it
 * @param lagEvents how many recorded events are not in it yet; 1 000 000 means that many or more
 * @param lagSeconds how long ago the first of them was recorded
 * @param parked how many events it could not take in, with those held back behind them
 * @param rebuild the tables that are built beside; null if none are
 * @param waiting whether it waits, after an error, before it tries again
 * @param lastError null while all is well
 */
public record ProjectionStatus(
        String name,
        int version,
        Position position,
        long lagEvents,
        long lagSeconds,
        long parked,
        @Nullable Rebuild rebuild,
        boolean waiting,
        @Nullable String lastError,
        @Nullable Instant lastErrorAt) {

    /**
     * @param done the share of the journal that is in it, 0 to 1, by the index of the event reached
     */
    public record Rebuild(Position position, double done, Instant began) {}
}
