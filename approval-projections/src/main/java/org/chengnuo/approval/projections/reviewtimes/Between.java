package org.chengnuo.approval.projections.reviewtimes;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/**
 * Durations of one bin, from inclusive, to exclusive.
 *
 * @param fromSeconds null for no least one
 * @param toSeconds null for no greatest one
 */
public record Between(@Nullable BigDecimal fromSeconds, @Nullable BigDecimal toSeconds) {

    public static final Between ANY = new Between(null, null);

    long fromMillis() {
        return fromSeconds == null ? Long.MIN_VALUE : millis(fromSeconds);
    }

    long toMillis() {
        return toSeconds == null ? Long.MAX_VALUE : millis(toSeconds);
    }

    private static long millis(BigDecimal seconds) {
        return seconds.movePointRight(3).longValue();
    }
}
