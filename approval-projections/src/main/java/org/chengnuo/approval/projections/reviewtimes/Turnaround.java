package org.chengnuo.approval.projections.reviewtimes;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;

/** A statistic of review times, with its definition. */
public record Turnaround(Definition definition, List<Group> groups) {

    public Turnaround {
        groups = List.copyOf(groups);
    }

    /**
     * The times are seconds with three decimals, null if {@code n} is 0.
     *
     * @param key by what is grouped; {@code all} if by nothing, null for filings that have none
     * @param n how many filings the times are of
     * @param openN how many are on their way
     */
    public record Group(
            @Nullable String key,
            long n,
            long openN,
            @Nullable BigDecimal meanSeconds,
            @Nullable BigDecimal p50Seconds,
            @Nullable BigDecimal p90Seconds,
            @Nullable BigDecimal p95Seconds,
            @Nullable BigDecimal maxSeconds) {}
}
