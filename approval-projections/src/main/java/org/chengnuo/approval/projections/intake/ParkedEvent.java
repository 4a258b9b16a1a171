package org.chengnuo.approval.projections.intake;

import java.time.Instant;

/**
 * An event that a read model has not taken in.
 *
 * @param behind whether it was held back only because an earlier one of its project is parked
 * @param cause why, without its payload
 */
public record ParkedEvent(
        Position position,
        String projectId,
        long sequence,
        String name,
        Instant recordedAt,
        boolean behind,
        String cause) {

    static ParkedEvent of(FeedEntry entry, String cause) {
        return of(entry, false, cause);
    }

    static ParkedEvent behind(FeedEntry entry, Position first) {
        return of(entry, true, "behind " + first);
    }

    private static ParkedEvent of(FeedEntry entry, boolean behind, String cause) {
        return new ParkedEvent(
                entry.position(),
                entry.projectId(),
                entry.sequence(),
                entry.name(),
                entry.recordedAt(),
                behind,
                cause.length() <= 1000 ? cause : cause.substring(0, 1000) + "…");
    }
}
