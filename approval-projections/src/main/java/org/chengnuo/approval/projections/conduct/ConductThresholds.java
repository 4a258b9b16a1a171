package org.chengnuo.approval.projections.conduct;

import org.springframework.core.env.PropertyResolver;

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
        int nearTheLimit,
        Duration stopEnteredAfter,
        int overrunMargin,
        int repeatedStops,
        int parkedAfter,
        Duration burstWithin,
        Duration burstEnteredAfter,
        int burstActs,
        int burstFilings,
        int relabelledLeast,
        BigDecimal relabelledTolerance,
        int heapingLeast,
        BigDecimal significance) {

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

    /**
     * As they are set under {@code chengnuo.conduct}; the usual ones where they are not.
     *
     * @throws IllegalArgumentException if one of them would find everything or make no sense
     */
    public static ConductThresholds of(PropertyResolver settings) {
        return new ConductThresholds(
                value(settings, "near-the-limit", Integer.class, USUAL.nearTheLimit),
                value(settings, "stop-entered-after", Duration.class, USUAL.stopEnteredAfter),
                value(settings, "overrun-margin", Integer.class, USUAL.overrunMargin),
                value(settings, "repeated-stops", Integer.class, USUAL.repeatedStops),
                value(settings, "parked-after", Integer.class, USUAL.parkedAfter),
                value(settings, "burst-within", Duration.class, USUAL.burstWithin),
                value(settings, "burst-entered-after", Duration.class, USUAL.burstEnteredAfter),
                value(settings, "burst-acts", Integer.class, USUAL.burstActs),
                value(settings, "burst-filings", Integer.class, USUAL.burstFilings),
                value(settings, "relabelled-least", Integer.class, USUAL.relabelledLeast),
                value(
                        settings,
                        "relabelled-tolerance",
                        BigDecimal.class,
                        USUAL.relabelledTolerance),
                value(settings, "heaping-least", Integer.class, USUAL.heapingLeast),
                value(settings, "significance", BigDecimal.class, USUAL.significance));
    }

    private static <T> T value(PropertyResolver settings, String name, Class<T> type, T usual) {
        return settings.getProperty("chengnuo.conduct." + name, type, usual);
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
