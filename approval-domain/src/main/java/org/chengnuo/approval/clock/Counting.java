package org.chengnuo.approval.clock;

import org.chengnuo.approval.calendar.WorkingCalendar;

import java.time.Instant;
import java.util.List;

/** How one unit is counted. */
sealed interface Counting permits DayCounting, HourCounting {

    static Counting in(LimitUnit unit, WorkingCalendar calendar) {
        return unit.countsDays()
                ? new DayCounting(unit, calendar)
                : new HourCounting(unit, calendar);
    }

    Amount used(Counted course);

    /**
     * When a limit ends, if what is open at the moment of the reading ends then. A stop that has
     * begun by the end of the limit carries it to the stop's own end, because until then no time
     * counts.
     */
    Due due(int limit, Counted course);

    boolean isOverdue(Due due, Counted course);

    /** The first moment at which that much is used. */
    Instant usedFrom(Amount used, Counted course);

    /** The first moment that is past a due day or moment. */
    Instant overdueFrom(Due due);

    List<DayLine> explain(Counted course);
}
