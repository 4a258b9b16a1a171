package org.chengnuo.approval.commitment;

import org.chengnuo.approval.policy.Standard.Direction;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What the enterprise promises in its letter.
 *
 * @param indicators at least as good as those of the standard, each of which is promised
 * @param milestones in their order
 */
public record Promise(List<PromisedIndicator> indicators, List<PromisedMilestone> milestones) {

    public Promise {
        indicators = List.copyOf(indicators);
        milestones = List.copyOf(milestones);
    }

    /** An indicator of the standard, with the value that is promised. */
    public record PromisedIndicator(
            String code, String unit, Direction direction, BigDecimal value) {}

    /**
     * @param by the last day that is in time
     */
    public record PromisedMilestone(Milestone milestone, LocalDate by) {}

    /** The day by which a milestone is promised; null if it is not. */
    public @Nullable LocalDate by(Milestone milestone) {
        for (PromisedMilestone promised : milestones) {
            if (promised.milestone() == milestone) {
                return promised.by();
            }
        }
        return null;
    }
}
