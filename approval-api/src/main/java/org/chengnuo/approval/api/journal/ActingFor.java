package org.chengnuo.approval.api.journal;

import org.chengnuo.approval.Circumstances;
import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.supervision.FalseCommitment;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** The office's circumstances, and who acts for whom in this act. */
record ActingFor(Circumstances office, @Nullable String agent) implements Circumstances {

    @Override
    public Instant now() {
        return office.now();
    }

    @Override
    public WorkingCalendar calendar(String name) {
        return office.calendar(name);
    }

    @Override
    public PolicyEdition policyInForce(Instant moment, ZoneCode zone, ProjectType type) {
        return office.policyInForce(moment, zone, type);
    }

    @Override
    public PolicyEdition policy(String edition) {
        return office.policy(edition);
    }

    @Override
    public List<FalseCommitment> standingAgainst(CreditCode enterprise) {
        return office.standingAgainst(enterprise);
    }
}
