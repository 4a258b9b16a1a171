package org.chengnuo.approval.projections.intake;

import org.chengnuo.approval.filing.FilingHistory;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What is known of a filing.
 *
 * @param channel through which it came
 * @param byAgent whether an agent 代办员 brought it
 * @param last the position of its last event
 * @param recorded when that was recorded
 */
public record FilingCard(
        FilingHistory history,
        @Nullable String channel,
        boolean byAgent,
        Position last,
        Instant recorded) {}
