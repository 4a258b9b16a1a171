package org.chengnuo.approval.clock;

import org.jspecify.annotations.Nullable;

/**
 * The clock by one basis.
 *
 * @param statutory null where no law sets a limit
 */
public record BasisReading(
        Basis basis,
        ClockState state,
        LimitReading promised,
        @Nullable LimitReading statutory,
        Card card) {}
