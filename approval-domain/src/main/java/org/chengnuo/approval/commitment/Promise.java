package org.chengnuo.approval.commitment;

import org.chengnuo.approval.policy.Standard.Direction;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
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
        milestones =
                milestones.stream()
                        .sorted(Comparator.comparing(PromisedMilestone::milestone))
                        .toList();
    }

    /**
     * An indicator of the standard, with the value that is promised.
     *
     * @param value in its shortest form
     */
    public record PromisedIndicator(
            String code, String unit, Direction direction, BigDecimal value) {

        /**
         * @throws IllegalArgumentException if the value is absurd
         */
        public PromisedIndicator {
            value = shortest(value);
        }
    }

    /**
     * @param by the last day that is in time
     */
    public record PromisedMilestone(Milestone milestone, LocalDate by) {

        /**
         * @throws IllegalArgumentException if the day is in no year from 1 to 9999
         */
        public PromisedMilestone {
            if (by.getYear() < 1 || by.getYear() > 9999) {
                throw new IllegalArgumentException(
                        "a day is in a year from 1 to 9999, not " + by.getYear());
            }
        }
    }

    /**
     * A value without trailing zeros and without an exponent.
     *
     * @throws IllegalArgumentException if it is 10^15 or more, or has more than 9 decimals
     */
    static BigDecimal shortest(BigDecimal value) {
        // Stripped before it is rescaled: to write out 10^999999999 would take all memory.
        BigDecimal shortest = value.stripTrailingZeros();
        if (shortest.scale() > 9 || (long) shortest.precision() - shortest.scale() > 15) {
            throw new IllegalArgumentException(
                    "a value is less than 10^15 and has at most 9 decimals, not " + value);
        }
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

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
