package org.chengnuo.approval.clock;

/**
 * When a filing gets a yellow card 黄牌: policy data, because places differ.
 *
 * @param yellowAtPercent the share of the promised limit that is used, 1 to 100
 */
public record WarningThresholds(int yellowAtPercent) {

    public WarningThresholds {
        if (yellowAtPercent < 1 || yellowAtPercent > 100) {
            throw new IllegalArgumentException(
                    "a yellow card falls due at 1 to 100 percent, not " + yellowAtPercent);
        }
    }

    /** How much of the promised limit is used when the card falls due. */
    Amount yellowFrom(TimeLimit promised) {
        return Amount.share(yellowAtPercent, promised);
    }
}
