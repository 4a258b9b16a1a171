package org.chengnuo.approval.projections.intake;

import java.time.Instant;

/**
 * An event that this program cannot read.
 *
 * @param cause why, without its payload
 */
public record UnreadableEvent(
        Position position,
        String projectId,
        long sequence,
        Instant recordedAt,
        String name,
        String cause)
        implements FeedEntry {}
