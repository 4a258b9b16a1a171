package org.chengnuo.approval.policy;

import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.ZoneCode;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;

/**
 * When and where an edition is in force.
 *
 * @param from the first moment
 * @param until the first moment at which it is no longer; null while no end is known
 * @param zones empty for all
 * @param types empty for all
 */
public record Validity(
        Instant from, @Nullable Instant until, Set<ZoneCode> zones, Set<ProjectType> types) {

    /**
     * @throws IllegalArgumentException if it ends before it begins
     */
    public Validity {
        if (until != null && !until.isAfter(from)) {
            throw new IllegalArgumentException(
                    "an edition in force from %s cannot end at %s".formatted(from, until));
        }
        zones = Set.copyOf(zones);
        types = Set.copyOf(types);
    }

    public static Validity from(Instant from) {
        return new Validity(from, null, Set.of(), Set.of());
    }

    /** Whether a project that is registered then, there, and as this, is under the edition. */
    public boolean covers(Instant moment, ZoneCode zone, ProjectType type) {
        return isInForceAt(moment)
                && (zones.isEmpty() || zones.contains(zone))
                && (types.isEmpty() || types.contains(type));
    }

    boolean isInForceAt(Instant moment) {
        return !moment.isBefore(from) && (until == null || moment.isBefore(until));
    }

    boolean overlaps(Validity other) {
        return (until == null || other.from.isBefore(until))
                && (other.until == null || from.isBefore(other.until));
    }

    boolean hasScopeOf(Validity other) {
        return zones.equals(other.zones) && types.equals(other.types);
    }

    /** Whether every project within the other's scope is within this one's. */
    boolean coversScopeOf(Validity other) {
        return (zones.isEmpty() || (!other.zones.isEmpty() && zones.containsAll(other.zones)))
                && (types.isEmpty() || (!other.types.isEmpty() && types.containsAll(other.types)));
    }

    Validity endingAt(Instant end) {
        return new Validity(from, end, zones, types);
    }
}
