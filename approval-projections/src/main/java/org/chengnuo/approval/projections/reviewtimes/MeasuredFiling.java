package org.chengnuo.approval.projections.reviewtimes;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One of the filings behind a statistic.
 *
 * @param from when the measure began
 * @param to when it ended
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
        BigDecimal seconds) {}
