package org.chengnuo.approval.projections.reviewtimes;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One of the filings behind a statistic.
 *
 * @param from when the measure began
 * @param to when it ended
 * @param onTimeClaimed whether it was decided within the promised limit; null if it was not decided
 * @param onTimeAttested the same by the stops that can be attested; null also where none can be
 */
public record MeasuredFiling(
        String filing,
        String project,
        @Nullable String caseId,
        String item,
        String zone,
        String center,
        String state,
        @Nullable String importId,
        Instant from,
        Instant to,
        BigDecimal seconds,
        @Nullable Boolean onTimeClaimed,
        @Nullable Boolean onTimeAttested) {}
