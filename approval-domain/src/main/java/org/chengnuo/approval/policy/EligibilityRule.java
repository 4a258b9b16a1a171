package org.chengnuo.approval.policy;

import org.chengnuo.approval.project.Exclusion;
import org.chengnuo.approval.project.IndustryCode;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.ZoneCode;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A rule that says which projects the reform is open to. A project is eligible if it keeps every
 * rule that is valid at its registration; a rule that it breaks gives the reason.
 *
 * @param name unique within the edition, as in {@code outside-the-approval-catalogue}
 * @param chinese the reason that is given to a project that breaks it
 * @param english the same
 * @param from the first moment at which the rule is valid; null from the first day of the edition
 * @param until the first moment at which it is not; null until the last day of the edition
 * @param types only these; empty for all
 * @param zones only these; empty for all
 * @param industriesExcluded no industry whose code begins with one of these
 * @param exclusions none of these may have been found
 */
public record EligibilityRule(
        String name,
        String chinese,
        String english,
        @Nullable Instant from,
        @Nullable Instant until,
        Set<ProjectType> types,
        Set<ZoneCode> zones,
        List<String> industriesExcluded,
        Set<Exclusion> exclusions) {

    public EligibilityRule {
        types = Set.copyOf(types);
        zones = Set.copyOf(zones);
        industriesExcluded = List.copyOf(industriesExcluded);
        exclusions = Set.copyOf(exclusions);
    }

    /** Whether the rule is asked of a project that is registered then. */
    public boolean isValidAt(Instant moment) {
        return (from == null || !moment.isBefore(from))
                && (until == null || moment.isBefore(until));
    }

    /**
     * @param found what was found to touch the project
     */
    public boolean isKeptBy(
            ProjectType type, ZoneCode zone, IndustryCode industry, Set<Exclusion> found) {
        return (types.isEmpty() || types.contains(type))
                && (zones.isEmpty() || zones.contains(zone))
                && industriesExcluded.stream().noneMatch(industry::isWithin)
                && exclusions.stream().noneMatch(found::contains);
    }
}
