package org.chengnuo.approval.projections.conduct;

import org.springframework.boot.context.properties.bind.DefaultValue;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * From where on something is a finding. What an edition sets (the correction window, the limits) is
 * taken from the edition.
 *
 * @param nearTheLimit how much of the promised limit is used, in permille, where its end begins
 * @param stopEnteredAfter how long after its beginning a stop is entered late
 * @param overrunMargin how many units longer than the overrun a stop may be that matches it
 * @param repeatedStops how many stops of one filing are repeated ones
 * @param parkedAfter how many working days an acceptance may take after the receipt or the answer
 * @param burstWithin within which time acts belong to one burst
 * @param burstEnteredAfter how long after it happened an act of a burst is entered
 * @param burstActs how many such acts a burst has at least
 * @param burstFilings of how many filings they are at least
 * @param relabelledLeast of how many filings of each edition a center is judged for an item
 * @param relabelledTolerance by which share the median may differ and the work still be the same
 * @param heapingLeast how many decisions on the last day and its neighbours a test needs
 * @param significance below which corrected p-value a test has found something
 */
public record ConductThresholds(
        @DefaultValue("900") int nearTheLimit,
        @DefaultValue("1d") Duration stopEnteredAfter,
        @DefaultValue("3") int overrunMargin,
        @DefaultValue("2") int repeatedStops,
        @DefaultValue("5") int parkedAfter,
        @DefaultValue("1h") Duration burstWithin,
        @DefaultValue("1d") Duration burstEnteredAfter,
        @DefaultValue("8") int burstActs,
        @DefaultValue("5") int burstFilings,
        @DefaultValue("5") int relabelledLeast,
        @DefaultValue("0.20") BigDecimal relabelledTolerance,
        @DefaultValue("20") int heapingLeast,
        @DefaultValue("0.01") BigDecimal significance) {

    public static final ConductThresholds USUAL =
            new ConductThresholds(
                    900,
                    Duration.ofDays(1),
                    3,
                    2,
                    5,
                    Duration.ofHours(1),
                    Duration.ofDays(1),
                    8,
                    5,
                    5,
                    new BigDecimal("0.20"),
                    20,
                    new BigDecimal("0.01"));

    /**
     * @throws IllegalArgumentException if one of them would find everything or make no sense
     */
    public ConductThresholds {
        within("near-the-limit", nearTheLimit, 1, 1000);
        within("overrun-margin", overrunMargin, 0, 100);
        within("repeated-stops", repeatedStops, 2, 100);
        within("parked-after", parkedAfter, 0, 1000);
        within("burst-acts", burstActs, 2, 100_000);
        within("burst-filings", burstFilings, 1, burstActs);
        within("relabelled-least", relabelledLeast, 1, 100_000);
        within("heaping-least", heapingLeast, 1, 100_000);
        positive("stop-entered-after", stopEnteredAfter);
        positive("burst-within", burstWithin);
        positive("burst-entered-after", burstEnteredAfter);
        share("relabelled-tolerance", relabelledTolerance);
        share("significance", significance);
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "the threshold %s is %d to %d, not %d".formatted(name, least, most, value));
        }
    }

    private static void positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(
                    "the threshold %s is a time as in PT1H, not %s".formatted(name, value));
        }
    }

    private static void share(String name, BigDecimal value) {
        if (value.signum() <= 0 || value.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException(
                    "the threshold %s is between 0 and 1, not %s".formatted(name, value));
        }
    }
}
