package org.chengnuo.approval.api.office;

import org.chengnuo.approval.Circumstances;
import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.projections.editions.Editions;
import org.chengnuo.approval.supervision.FalseCommitment;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * The circumstances of every decision: the office's time, its calendars and its policy editions.
 */
@Component
class Office implements Circumstances {

    private final Clock clock;
    private final Editions editions;
    private final Credit credit;

    Office(Clock clock, Editions editions, Credit credit) {
        this.clock = clock;
        this.editions = editions;
        this.credit = credit;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public WorkingCalendar calendar(String name) {
        return editions.calendar(name).knownAt(now());
    }

    @Override
    public PolicyEdition policyInForce(Instant moment, ZoneCode zone, ProjectType type) {
        return editions.policies().inForce(moment, zone, type);
    }

    @Override
    public PolicyEdition policy(String edition) {
        return editions.policies()
                .edition(edition)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "there is no policy edition «%s»".formatted(edition)));
    }

    @Override
    public List<FalseCommitment> standingAgainst(CreditCode enterprise) {
        return credit.standingAgainst(enterprise);
    }

    @Override
    public @Nullable String agent() {
        return null;
    }
}
