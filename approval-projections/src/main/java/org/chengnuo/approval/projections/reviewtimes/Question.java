package org.chengnuo.approval.projections.reviewtimes;

import org.chengnuo.approval.clock.Basis;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

/**
 * What is asked of the review times.
 *
 * @param basis which stops are believed; only {@link Measure#REVIEW} differs by it
 * @param groupBy by all of these at once; by none for one figure
 * @param cohort by which date a filing belongs to the period
 * @param from the first day of the period; null for no beginning
 * @param to the first day after the period; null for no end
 */
public record Question(
        Measure measure,
        Clock clock,
        Basis basis,
        List<Dimension> groupBy,
        Cohort cohort,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        FactFilter filter,
        AsOf asOf) {

    /** More would be cells of single filings. */
    public static final int MOST_GROUPINGS = 4;

    /**
     * @throws IllegalArgumentException if the period ends before it begins, or the groupings are
     *     too many, one twice or two of the time
     */
    public Question {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "the period ends on %s, before it begins on %s".formatted(to, from));
        }
        groupBy = List.copyOf(groupBy);
        if (groupBy.size() > MOST_GROUPINGS) {
            throw new IllegalArgumentException(
                    "a statistic is grouped by at most %d dimensions, not %d"
                            .formatted(MOST_GROUPINGS, groupBy.size()));
        }
        if (new HashSet<>(groupBy).size() < groupBy.size()) {
            throw new IllegalArgumentException("a statistic is grouped by a dimension once");
        }
        if (groupBy.stream().filter(Dimension::isTime).count() > 1) {
            throw new IllegalArgumentException(
                    "a statistic is grouped by one of day, week, month, quarter and year");
        }
    }

    public static Question of(Measure measure, Clock clock) {
        return new Question(
                measure,
                clock,
                Basis.CLAIMED,
                List.of(),
                Cohort.ENDED,
                null,
                null,
                FactFilter.ALL,
                AsOf.NOW);
    }

    public Question by(Dimension... groupings) {
        return by(List.of(groupings));
    }

    public Question by(List<Dimension> groupings) {
        return new Question(measure, clock, basis, groupings, cohort, from, to, filter, asOf);
    }

    public Question by(Basis otherBasis) {
        return new Question(measure, clock, otherBasis, groupBy, cohort, from, to, filter, asOf);
    }

    public Question by(Cohort otherCohort) {
        return new Question(measure, clock, basis, groupBy, otherCohort, from, to, filter, asOf);
    }

    public Question in(@Nullable LocalDate first, @Nullable LocalDate afterLast) {
        return new Question(measure, clock, basis, groupBy, cohort, first, afterLast, filter, asOf);
    }

    public Question of(FactFilter other) {
        return new Question(measure, clock, basis, groupBy, cohort, from, to, other, asOf);
    }

    public Question asOf(AsOf other) {
        return new Question(measure, clock, basis, groupBy, cohort, from, to, filter, other);
    }

    public Question of(Measure other) {
        return new Question(other, clock, basis, groupBy, cohort, from, to, filter, asOf);
    }
}
