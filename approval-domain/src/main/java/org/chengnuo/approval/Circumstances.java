package org.chengnuo.approval;

import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.policy.PolicyEdition;

import java.time.Instant;

/**
 * What a decision may look at besides the project itself. The domain asks no clock and no catalogue
 * of its own, so that a decision can be repeated.
 */
public interface Circumstances {

    /** The moment at which the office decides, by the server's time. */
    Instant now();

    /**
     * The calendar of that name, as known now.
     *
     * @throws IllegalArgumentException if there is none
     */
    WorkingCalendar calendar(String name);

    /** The policy edition that is in force at the moment. */
    PolicyEdition policyInForce(Instant moment);

    /**
     * The edition of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    PolicyEdition policy(String edition);
}
