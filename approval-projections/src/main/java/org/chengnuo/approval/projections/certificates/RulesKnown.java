package org.chengnuo.approval.projections.certificates;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The rules that the facts of a figure were counted by, as they were known at its position. Two of
 * the same hash say the same.
 */
record RulesKnown(List<Edition> editions, List<Calendar> calendars) {

    RulesKnown {
        editions = List.copyOf(editions);
        calendars = List.copyOf(calendars);
    }

    /**
     * @param name a policy edition, or the mapping of an imported log
     * @param hash of the edition's content; null for a mapping
     */
    record Edition(String name, @Nullable String hash) {}

    /**
     * @param notices how many were known, without those of a founding
     * @param hash of the calendar as it comes with the program and of what was published of it
     */
    record Calendar(String name, int notices, String hash) {}
}
