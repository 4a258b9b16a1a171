package org.chengnuo.approval.projections.reviewtimes;

import org.chengnuo.approval.clock.Basis;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * What is asked of the review times.
 *
 * @param basis which stops are believed; only {@link Measure#REVIEW} differs by it
 * @param from the first day of the period; null for no beginning
 * @param to the first day after the period; null for no end
 */
public record Question(
        Measure measure,
        Clock clock,
        Basis basis,
        GroupBy groupBy,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        FactFilter filter) {

    /**
     * @throws IllegalArgumentException if the period ends before it begins
     */
    public Question {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "the period ends on %s, before it begins on %s".formatted(to, from));
        }
    }

    public static Question of(Measure measure, Clock clock) {
        return new Question(
                measure, clock, Basis.CLAIMED, GroupBy.NONE, null, null, FactFilter.ALL);
    }

    public Question by(GroupBy grouping) {
        return new Question(measure, clock, basis, grouping, from, to, filter);
    }

    public Question by(Basis otherBasis) {
        return new Question(measure, clock, otherBasis, groupBy, from, to, filter);
    }

    public Question in(@Nullable LocalDate first, @Nullable LocalDate afterLast) {
        return new Question(measure, clock, basis, groupBy, first, afterLast, filter);
    }

    public Question of(FactFilter other) {
        return new Question(measure, clock, basis, groupBy, from, to, other);
    }
}
