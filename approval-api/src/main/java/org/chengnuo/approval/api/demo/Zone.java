package org.chengnuo.approval.api.demo;

import static org.chengnuo.approval.api.demo.Planted.Kind.DEEMED_ACCEPTANCE;
import static org.chengnuo.approval.api.demo.Planted.Kind.HIDDEN_TIME;
import static org.chengnuo.approval.api.demo.Planted.Kind.INVENTED_STOP;
import static org.chengnuo.approval.api.demo.Planted.Kind.LAST_DAY_DECISION;
import static org.chengnuo.approval.api.demo.Planted.Kind.PARKED_CORRECTION;
import static org.chengnuo.approval.api.demo.Planted.Kind.REPEATED_STOPS;
import static org.chengnuo.approval.api.demo.Planted.Kind.STOP_IN_THE_LAST_TENTH;
import static org.chengnuo.approval.api.demo.Planted.Kind.STOP_WITHOUT_RESULT;

import org.chengnuo.approval.project.CenterCode;
import org.chengnuo.approval.project.RegionCode;
import org.chengnuo.approval.project.ZoneCode;

import java.util.List;
import java.util.Map;
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
     * @param pace the share of the promised limit that a review takes, by the median
     * @param spread how far reviews differ in it
     * @param stops the share of reviews with a special procedure, recorded at once
     * @param lateEntries the share of acts that are done on paper and entered days later
     * @param onFridays what is entered late is entered on Friday afternoons; and before the
     *     assessment of a quarter hardly anything at all until its last Friday
     * @param vices how often it does what it should not, of the occasions for it
     */
    record Habits(
            double hiddenDays,
            double corrections,
            double pace,
            double spread,
            double stops,
            double lateEntries,
            boolean onFridays,
            Map<Planted.Kind, Double> vices) {

        Habits {
            vices = Map.copyOf(vices);
        }

        double share(Planted.Kind vice) {
            return vices.getOrDefault(vice, 0.0);
        }
    }

    /** By the book, and quick. */
    static final Zone DILIGENT =
            zone(
                    "LF-01",
                    29,
                    new Habits(
                            0.4,
                            0.20,
                            0.62,
                            0.40,
                            0.10,
                            0.015,
                            false,
                            Map.of(DEEMED_ACCEPTANCE, 0.008, STOP_WITHOUT_RESULT, 0.02)),
                    "141002",
                    "141027");

    /** Sits on corrections and on their answers: what is not accepted does not run. */
    static final Zone PARKING =
            zone(
                    "LF-02",
                    21,
                    new Habits(
                            1.2,
                            0.30,
                            0.68,
                            0.40,
                            0.08,
                            0.030,
                            false,
                            Map.of(
                                    DEEMED_ACCEPTANCE,
                                    0.03,
                                    PARKED_CORRECTION,
                                    0.8,
                                    HIDDEN_TIME,
                                    0.25,
                                    STOP_WITHOUT_RESULT,
                                    0.04)),
                    "141081",
                    "141021");

    /** Slow, and never late by its own records: its stops are made up when the limit passes. */
    static final Zone INVENTING =
            zone(
                    "LF-03",
                    19,
                    new Habits(
                            0.8,
                            0.24,
                            0.80,
                            0.42,
                            0.05,
                            0.040,
                            false,
                            Map.of(
                                    DEEMED_ACCEPTANCE,
                                    0.012,
                                    INVENTED_STOP,
                                    0.85,
                                    STOP_IN_THE_LAST_TENTH,
                                    0.3,
                                    REPEATED_STOPS,
                                    0.12,
                                    STOP_WITHOUT_RESULT,
                                    0.6)),
                    "141024",
                    "141082");

    /**
     * Works on paper, keys in on Fridays, most of it when a quarter ends, and looks through
     * everything before it accepts.
     */
    static final Zone ON_PAPER =
            zone(
                    "LF-04",
                    18,
                    new Habits(
                            1.8,
                            0.26,
                            0.66,
                            0.44,
                            0.08,
                            0.200,
                            true,
                            Map.of(DEEMED_ACCEPTANCE, 0.02, STOP_WITHOUT_RESULT, 0.15)),
                    "141023",
                    "141022");

    /** Uses up every limit: what is ready lies until it is due. */
    static final Zone LAST_DAY =
            zone(
                    "LF-05",
                    13,
                    new Habits(
                            0.7,
                            0.22,
                            0.64,
                            0.42,
                            0.09,
                            0.025,
                            false,
                            Map.of(
                                    DEEMED_ACCEPTANCE,
                                    0.01,
                                    LAST_DAY_DECISION,
                                    0.6,
                                    REPEATED_STOPS,
                                    0.35,
                                    STOP_WITHOUT_RESULT,
                                    0.03)),
                    "141029",
                    "141033");

    static final List<Zone> ALL = List.of(DILIGENT, PARKING, INVENTING, ON_PAPER, LAST_DAY);

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
