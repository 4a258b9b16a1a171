package org.chengnuo.approval.policy;

import org.chengnuo.approval.clock.StopGround;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.ZoneCode;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * An item as one edition has it.
 *
 * @param itemClass where no exception says otherwise
 * @param exceptions the class where it depends on the type of the project or on its zone; the first
 *     that applies holds
 * @param department who decides
 * @param promised the promised limit 承诺时限
 * @param statutory the statutory limit 法定时限; null where no law sets one
 * @param extension by how much the review may be extended once (ALL Art. 42); null where it may not
 * @param beforeStart whether construction may not start without it
 * @param grounds on which its review may be stopped (ALL Art. 45)
 */
public record PolicyItem(
        ItemCode code,
        String chinese,
        String english,
        ItemClass itemClass,
        List<ClassException> exceptions,
        String department,
        FilingKind kind,
        TimeLimit promised,
        @Nullable TimeLimit statutory,
        @Nullable TimeLimit extension,
        boolean beforeStart,
        Set<StopGround> grounds) {

    public PolicyItem {
        exceptions = List.copyOf(exceptions);
        grounds = Set.copyOf(grounds);
    }

    /**
     * Another class for some projects.
     *
     * @param type null for every type
     * @param zone null for every zone
     */
    public record ClassException(
            @Nullable ProjectType type, @Nullable ZoneCode zone, ItemClass itemClass) {

        boolean applies(ProjectType toType, @Nullable ZoneCode inZone) {
            return (type == null || type == toType) && (zone == null || zone.equals(inZone));
        }
    }

    /** The class belongs to the item, the edition, the type of the project and the zone. */
    public ItemClass classFor(ProjectType type, ZoneCode zone) {
        return classIn(type, zone);
    }

    /**
     * @param zone null for a zone that no exception names
     */
    ItemClass classIn(ProjectType type, @Nullable ZoneCode zone) {
        return exceptions.stream()
                .filter(exception -> exception.applies(type, zone))
                .map(ClassException::itemClass)
                .findFirst()
                .orElse(itemClass);
    }
}
