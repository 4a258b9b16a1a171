package org.chengnuo.approval;

import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.supervision.FalseCommitment;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

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

    /** The policy edition under which a project is that is registered then, there, and as this. */
    PolicyEdition policyInForce(Instant moment, ZoneCode zone, ProjectType type);

    /**
     * The edition of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    PolicyEdition policy(String edition);

    /** The findings of a false commitment that stand against an enterprise, of all its projects. */
    List<FalseCommitment> standingAgainst(CreditCode enterprise);

    /** The agent who acts for the enterprise; null where nobody acts for another. */
    @Nullable String agent();
}
