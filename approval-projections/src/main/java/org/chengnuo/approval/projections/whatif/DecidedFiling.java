package org.chengnuo.approval.projections.whatif;

import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.clock.Basis;
import org.chengnuo.approval.clock.LimitReading;
import org.chengnuo.approval.clock.ReviewClock;
import org.chengnuo.approval.clock.ReviewCourse;
import org.chengnuo.approval.projections.whatif.FlippedFiling.Flip;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A decided filing, as far as the clock and the suppositions look at it.
 *
 * @param group the number of its group
 * @param course with the limit that is judged as its promised one: the clock reads both alike
 * @param calendar with all its notices
 * @param keptClaimed whether it kept the limit, as stored
 * @param keptAttested the same as attested; of no meaning if the course is not attestable
 */
record DecidedFiling(
        int group,
        String filing,
        ReviewCourse course,
        Instant decided,
        @Nullable Instant received,
        @Nullable Instant correctionRequested,
        WorkingCalendar calendar,
        boolean keptClaimed,
        boolean keptAttested) {

    /** ALL Art. 32: within so many working days a correction is asked, or there is none. */
    static final int DAYS_FOR_A_CORRECTION = 5;

    /**
     * A course and the calendar by which it is read. Statistics read millions of them.
     *
     * @param at the decision
     */
    record Judged(ReviewCourse course, WorkingCalendar calendar, Instant at) {

        /** By both bases, whether the limit is kept. */
        Kept kept() {
            // With nothing to believe or not, both bases read the same.
            boolean alike =
                    course.attestable() && course.stops().isEmpty() && course.extension() == null;
            var reading = ReviewClock.read(alike ? claimedOnly() : course, calendar, at);
            boolean claimed = !reading.claimed().promised().overdue();
            var attested = reading.attested();
            return new Kept(claimed, attested == null ? claimed : !attested.promised().overdue());
        }

        private ReviewCourse claimedOnly() {
            return new ReviewCourse(
                    course.accepted(),
                    course.ended(),
                    course.promised(),
                    null,
                    null,
                    List.of(),
                    false,
                    course.lateEntryAfter(),
                    course.warnings());
        }

        LimitReading reading(Basis basis) {
            return ReviewClock.read(course, calendar, at).by(basis).orElseThrow().promised();
        }
    }

    /**
     * @param attested of no meaning if the course is not attestable
     */
    record Kept(boolean claimed, boolean attested) {
        boolean by(Basis basis) {
            return basis == Basis.CLAIMED ? claimed : attested;
        }
    }

    Kept keptBefore() {
        return new Kept(keptClaimed, keptAttested);
    }

    /** As it was judged: on its calendar as it was known at the decision. */
    Judged before() {
        return new Judged(course, calendar.knownAt(decided), decided);
    }

    /**
     * As it would be judged.
     *
     * @param otherCalendar the one that is supposed; null for its own
     */
    Judged after(Supposition supposition, Limit limit, @Nullable WorkingCalendar otherCalendar) {
        Instant knownAt = supposition.calendarKnownAt();
        WorkingCalendar days =
                (otherCalendar == null ? calendar : otherCalendar)
                        .knownAt(knownAt == null ? decided : knownAt);
        ReviewCourse supposed = course;
        var otherLimit = supposition.of(limit);
        if (otherLimit != null) {
            supposed = supposed.within(otherLimit, null);
        }
        var grounds = supposition.grounds();
        if (grounds != null && !course.stops().isEmpty()) {
            supposed =
                    supposed.withStops(
                            course.stops().stream()
                                    .filter(stop -> grounds.contains(stop.ground()))
                                    .toList());
        }
        if (supposition.withoutExtension() && course.extension() != null) {
            supposed = supposed.withoutExtension();
        }
        if (supposition.deemedAcceptance() && received != null && countsAsAcceptedBy(days)) {
            supposed = supposed.acceptedAt(received);
        }
        return new Judged(supposed, days, decided);
    }

    /** ALL Art. 32: accepted from the receipt, if no correction was asked in time. */
    private boolean countsAsAcceptedBy(WorkingCalendar days) {
        if (received == null) {
            return false;
        }
        LocalDate last = days.workingDaysAfter(days.dateAt(received), DAYS_FOR_A_CORRECTION);
        return days.dateAt(course.accepted()).isAfter(last)
                && (correctionRequested == null || days.dateAt(correctionRequested).isAfter(last));
    }

    /** Null if it is judged alike; by a basis on which it can be judged. */
    static @Nullable Flip flip(boolean before, boolean after) {
        if (before == after) {
            return null;
        }
        return before ? Flip.TO_LATE : Flip.TO_ON_TIME;
    }

    boolean isJudgedBy(Basis basis) {
        return basis == Basis.CLAIMED || course.attestable();
    }
}
