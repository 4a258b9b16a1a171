package org.chengnuo.approval.projections.reviewtimes;

import org.chengnuo.approval.projections.intake.Position;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A statistic of review times, with its definition.
 *
 * @param position up to which the journal is in it; asked again as of this position, the figures
 *     are the same
 */
public record Turnaround(Definition definition, Position position, List<Group> groups) {

    public Turnaround {
        groups = List.copyOf(groups);
    }

    /**
     * The times are seconds with three decimals, null if {@code n} is 0.
     *
     * @param keys by what is grouped, in the order of the groupings; null for filings that have
     *     none
     * @param n how many filings the times are of
     * @param openN how many are on their way
     */
    public record Group(
            List<@Nullable String> keys,
            long n,
            long openN,
            @Nullable BigDecimal meanSeconds,
            @Nullable BigDecimal p50Seconds,
            @Nullable BigDecimal p90Seconds,
            @Nullable BigDecimal p95Seconds,
            @Nullable BigDecimal maxSeconds) {

        // Not the compact form: its class file forgets that a key may be null.
        public Group(
                List<@Nullable String> keys,
                long n,
                long openN,
                @Nullable BigDecimal meanSeconds,
                @Nullable BigDecimal p50Seconds,
                @Nullable BigDecimal p90Seconds,
                @Nullable BigDecimal p95Seconds,
                @Nullable BigDecimal maxSeconds) {
            this.keys = Collections.unmodifiableList(new ArrayList<>(keys));
            this.n = n;
            this.openN = openN;
            this.meanSeconds = meanSeconds;
            this.p50Seconds = p50Seconds;
            this.p90Seconds = p90Seconds;
            this.p95Seconds = p95Seconds;
            this.maxSeconds = maxSeconds;
        }

        /** Of a statistic with one grouping; {@code all} if it has none. */
        public @Nullable String key() {
            return keys.isEmpty() ? "all" : keys.getFirst();
        }

        Group withOpen(long open) {
            return new Group(
                    keys, n, open, meanSeconds, p50Seconds, p90Seconds, p95Seconds, maxSeconds);
        }
    }
}
