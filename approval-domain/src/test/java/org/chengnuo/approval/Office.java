package org.chengnuo.approval;

import org.chengnuo.approval.calendar.ShippedCalendars;
import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.policy.ShippedPolicies;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.supervision.FalseCommitment;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The office at a moment, with what is shipped and what a test adds.
 *
 * @param editions beside the shipped ones; where one covers a project, it goes before them
 * @param standing against every enterprise
 * @param changed a calendar instead of the shipped one of its name
 */
public record Office(
        Instant now,
        List<PolicyEdition> editions,
        List<FalseCommitment> standing,
        @Nullable WorkingCalendar changed,
        @Nullable String agent)
        implements Circumstances {

    /** As it is shipped, on an ordinary day. */
    public static Office at(Instant now) {
        return new Office(now, List.of(), List.of(), null, null);
    }

    public Office then(Instant moment) {
        return new Office(moment, editions, standing, changed, agent);
    }

    public Office with(PolicyEdition edition) {
        var more = new ArrayList<>(editions);
        more.add(edition);
        return new Office(now, List.copyOf(more), standing, changed, agent);
    }

    public Office with(FalseCommitment found) {
        var more = new ArrayList<>(standing);
        more.add(found);
        return new Office(now, editions, List.copyOf(more), changed, agent);
    }

    public Office with(WorkingCalendar calendar) {
        return new Office(now, editions, standing, calendar, agent);
    }

    public Office asked(@Nullable String by) {
        return new Office(now, editions, standing, changed, by);
    }

    @Override
    public WorkingCalendar calendar(String name) {
        return (changed != null && changed.name().equals(name)
                        ? changed
                        : ShippedCalendars.named(name))
                .knownAt(now);
    }

    @Override
    public PolicyEdition policyInForce(Instant moment, ZoneCode zone, ProjectType type) {
        return editions.reversed().stream()
                .filter(edition -> edition.validity().covers(moment, zone, type))
                .findFirst()
                .orElseGet(() -> ShippedPolicies.inForce(moment));
    }

    @Override
    public PolicyEdition policy(String edition) {
        return editions.stream()
                .filter(one -> one.name().equals(edition))
                .findFirst()
                .orElseGet(() -> ShippedPolicies.named(edition));
    }

    @Override
    public List<FalseCommitment> standingAgainst(CreditCode enterprise) {
        return standing;
    }
}
