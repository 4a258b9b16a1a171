package org.chengnuo.approval.api.office;

import java.time.Instant;

/**
 * Whoever has to know that a notice has been published: what it changes falls due later than it
 * did. Called in the transaction that records the notice, after it was recorded.
 */
public interface CalendarChanged {

    /**
     * @param knownFrom from this moment on, at least a minute ahead, the calendar is another one
     */
    void calendarChanged(String calendar, Instant knownFrom);
}
