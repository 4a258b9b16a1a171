package org.chengnuo.approval.api.demo;

import org.chengnuo.approval.project.CenterCode;
import org.chengnuo.approval.project.RegionCode;
import org.chengnuo.approval.project.ZoneCode;

import java.util.List;
import java.util.stream.Stream;

/**
 * A zone of the demonstration with its service center, which has the same code. The regions are
 * real, the zones and their habits are invented: nothing here is said of a real office.
 *
 * @param weight how many of a hundred projects settle here
 */
record Zone(String code, int weight, List<RegionCode> regions, Habits habits) {

    /**
     * How the center works.
     *
     * @param hiddenDays the working days, by the median, between receipt and acceptance
     * @param corrections the share of filings that have to be corrected
     * @param parksCorrections it asks for them on the last day of the window
     * @param pace the share of the promised limit that a review takes, by the median
     * @param spread how far reviews differ in it
     * @param stops the share of reviews with a special procedure, recorded at once
     * @param inventsStops a review that would be late gets a special procedure afterwards
     * @param forgets the share of filings that are forgotten until they count as accepted
     * @param lateEntries the share of acts that are done on paper and entered days later
     * @param onFridays what is entered late is entered on Friday afternoons, all at once
     */
    record Habits(
            double hiddenDays,
            double corrections,
            boolean parksCorrections,
            double pace,
            double spread,
            double stops,
            boolean inventsStops,
            double forgets,
            double lateEntries,
            boolean onFridays) {}

    /** By the book, and quick. */
    static final Zone DILIGENT =
            zone(
                    "LF-01",
                    34,
                    new Habits(0.4, 0.20, false, 0.62, 0.40, 0.09, false, 0.008, 0.015, false),
                    "141002",
                    "141027");

    /** Sits on every correction up to the last day of the window. */
    static final Zone PARKING =
            zone(
                    "LF-02",
                    25,
                    new Habits(1.2, 0.30, true, 0.70, 0.42, 0.08, false, 0.020, 0.030, false),
                    "141081",
                    "141021");

    /** Slow, and never late by its own records: its stops are made up when the limit passes. */
    static final Zone INVENTING =
            zone(
                    "LF-03",
                    23,
                    new Habits(0.8, 0.24, false, 0.80, 0.42, 0.03, true, 0.015, 0.040, false),
                    "141024",
                    "141082");

    /** Works on paper, keys in on Fridays, and looks through everything before it accepts. */
    static final Zone ON_PAPER =
            zone(
                    "LF-04",
                    18,
                    new Habits(1.8, 0.26, false, 0.68, 0.46, 0.08, false, 0.025, 0.170, true),
                    "141023",
                    "141022");

    static final List<Zone> ALL = List.of(DILIGENT, PARKING, INVENTING, ON_PAPER);

    private static Zone zone(String code, int weight, Habits habits, String... regions) {
        return new Zone(code, weight, Stream.of(regions).map(RegionCode::new).toList(), habits);
    }

    ZoneCode zoneCode() {
        return new ZoneCode(code);
    }

    CenterCode center() {
        return new CenterCode(code);
    }

    /** Where a project settles. */
    static Zone settled(Draw draw) {
        int lot = draw.between(1, ALL.stream().mapToInt(Zone::weight).sum());
        for (Zone zone : ALL) {
            lot -= zone.weight();
            if (lot <= 0) {
                return zone;
            }
        }
        throw new AssertionError("the weights do not add up");
    }
}
