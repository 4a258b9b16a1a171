package org.chengnuo.approval.projections.reviewtimes;

import org.chengnuo.approval.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/** A duration by both clocks, in milliseconds; what is finer is cut off. */
record Spell(long calendar, long working) {

    static Spell of(Duration calendar, Duration working) {
        return new Spell(calendar.toMillis(), working.toMillis());
    }

    /**
     * Null until both ends exist.
     *
     * @param calendar by its notices as they were known at the end
     */
    static @Nullable Spell between(
            @Nullable Instant from, @Nullable Instant to, WorkingCalendar calendar) {
        return from == null || to == null
                ? null
                : of(Duration.between(from, to), calendar.knownAt(to).workingTime(from, to));
    }
}
