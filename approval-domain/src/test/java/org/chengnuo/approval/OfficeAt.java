package org.chengnuo.approval;

import org.chengnuo.approval.calendar.ShippedCalendars;
import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.policy.Policies;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.policy.ShippedPolicies;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.supervision.FalseCommitment;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** The office at a moment, with what comes with the program. */
public record OfficeAt(Instant now) implements Circumstances {

    /**
     * @param local in China
     */
    public static OfficeAt local(String local) {
        return new OfficeAt(Story.at(local));
    }

    @Override
    public WorkingCalendar calendar(String name) {
        return ShippedCalendars.named(name).knownAt(now);
    }

    @Override
    public PolicyEdition policyInForce(Instant moment, ZoneCode zone, ProjectType type) {
        return Policies.SHIPPED.inForce(moment, zone, type);
    }

    @Override
    public PolicyEdition policy(String edition) {
        return ShippedPolicies.named(edition);
    }

    @Override
    public List<FalseCommitment> standingAgainst(CreditCode enterprise) {
        return List.of();
    }

    @Override
    public @Nullable String agent() {
        return null;
    }
}
