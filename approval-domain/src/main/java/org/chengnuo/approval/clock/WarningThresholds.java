package org.chengnuo.approval.clock;

import org.jspecify.annotations.Nullable;

/**
 * When a filing gets a yellow card 黄牌: policy data, because places differ. It is due as soon as one
 * of the thresholds is reached; one that is null is not used.
 *
 * @param yellowAtPercent the share of the promised limit that is used, 1 to 100
 * @param yellowAtUnitsLeft how many units of the promised limit are left, in its own unit
 * @param statutoryYellowAtPercent the same share of the statutory limit
 * @param statutoryYellowAtUnitsLeft the same of the statutory limit
 */
public record WarningThresholds(
        @Nullable Integer yellowAtPercent,
        @Nullable Integer yellowAtUnitsLeft,
        @Nullable Integer statutoryYellowAtPercent,
        @Nullable Integer statutoryYellowAtUnitsLeft) {

    /**
     * @throws IllegalArgumentException if a share is not 1 to 100 or a number of units not 0 to 100
     */
    public WarningThresholds {
        requireShare(yellowAtPercent);
        requireUnits(yellowAtUnitsLeft);
        requireShare(statutoryYellowAtPercent);
        requireUnits(statutoryYellowAtUnitsLeft);
    }

    /** By the share of the promised limit alone. */
    public WarningThresholds(int yellowAtPercent) {
        this(yellowAtPercent, null, null, null);
    }

    boolean isYellow(LimitReading promised, @Nullable LimitReading statutory) {
        return isReached(promised, yellowAtPercent, yellowAtUnitsLeft)
                || (statutory != null
                        && isReached(
                                statutory, statutoryYellowAtPercent, statutoryYellowAtUnitsLeft));
    }

    private static boolean isReached(
            LimitReading reading, @Nullable Integer percent, @Nullable Integer unitsLeft) {
        // An immediate filing has no share of its day that could be used up before the day is over.
        return reading.limit().amount() > 0
                && ((percent != null && reading.used().reaches(percent, reading.limit()))
                        || (unitsLeft != null && reading.remaining().isAtMost(unitsLeft)));
    }

    private static void requireShare(@Nullable Integer percent) {
        if (percent != null && (percent < 1 || percent > 100)) {
            throw new IllegalArgumentException(
                    "a yellow card falls due at 1 to 100 percent, not " + percent);
        }
    }

    private static void requireUnits(@Nullable Integer units) {
        if (units != null && (units < 0 || units > 100)) {
            throw new IllegalArgumentException(
                    "a yellow card falls due at 0 to 100 units left, not " + units);
        }
    }
}
