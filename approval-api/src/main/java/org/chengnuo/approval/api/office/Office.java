package org.chengnuo.approval.api.office;

import org.chengnuo.approval.Circumstances;
import org.chengnuo.approval.calendar.ShippedCalendars;
import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.policy.ShippedPolicies;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;

/**
 * The circumstances of every decision: the office's time, its calendars and its policy editions.
 */
@Component
class Office implements Circumstances {

    private final Clock clock;

    Office(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public WorkingCalendar calendar(String name) {
        return ShippedCalendars.named(name).knownAt(now());
    }

    @Override
    public PolicyEdition policyInForce(Instant moment) {
        return ShippedPolicies.inForce(moment);
    }

    @Override
    public PolicyEdition policy(String edition) {
        return ShippedPolicies.named(edition);
    }
}
