package org.chengnuo.approval.projections.survival;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The estimator of Kaplan and Meier: the share S(t) that lasts longer than t, where some were
 * watched only up to a time (censored), with Greenwood's variance and a band of 95 % by its
 * logarithm of logarithm, which stays within 0 and 1.
 *
 * <p>Between two times at which one is censored, S falls as the number of those left does. It is
 * multiplied only where one is censored, so that with none it is exactly their share.
 */
record KaplanMeier(
        long n,
        long ended,
        @Nullable Long median,
        @Nullable Long medianLow,
        @Nullable Long medianHigh,
        List<Step> steps,
        List<At> at) {

    /** The normal quantile of 0.975. */
    private static final double Z = 1.959963984540054;

    /**
     * @param atRisk how many had neither ended nor been censored just before the time
     * @param ended how many ended after the step before, up to and at this time
     * @param censored how many were censored at the step before or after it, before this time
     * @param low the lower bound of the band; NaN where none is left
     */
    record Step(
            long time,
            long atRisk,
            long ended,
            long censored,
            double survival,
            double low,
            double high) {}

    /**
     * What is read off the curve at a time.
     *
     * @param survival NaN after the last time up to which anybody was watched, if some were left
     * @param low the lower bound of the band; NaN where none is left
     */
    record At(long time, double survival, double low, double high) {}

    /**
     * @param times at which some ended, ascending
     * @param counts how many ended at each
     * @param censored the times up to which the others were watched, in any order
     * @param most how many steps are kept, at least 3: the first, the last, and those by which S
     *     has fallen enough since the one before
     * @param at the times at which the whole curve is read, in any order
     */
    static KaplanMeier of(long[] times, long[] counts, long[] censored, int most, long... at) {
        long[] watched = censored.clone();
        Arrays.sort(watched);
        long ended = Arrays.stream(counts).sum();
        long n = ended + watched.length;
        long[] asked = at.clone();
        Arrays.sort(asked);

        double fall = 1.0 / (most - 2);
        var steps = new ArrayList<Step>();
        double keptSurvival = 1;
        long endedSince = 0;
        long censoredSince = 0;

        Long median = null;
        Long medianLow = null;
        Long medianHigh = null;

        long atRisk = n;
        double base = 1;
        long baseRisk = n;
        double variance = 0;
        double survival = 1;
        double low = 1;
        double high = 1;
        var read = new ArrayList<At>();
        int left = 0;
        for (int i = 0; i < times.length; i++) {
            while (read.size() < asked.length && asked[read.size()] < times[i]) {
                read.add(new At(asked[read.size()], survival, low, high));
            }
            int before = left;
            while (left < watched.length && watched[left] < times[i]) {
                left++;
            }
            if (left > before) {
                base = baseRisk == 0 ? base : base * atRisk / baseRisk;
                atRisk -= left - before;
                baseRisk = atRisk;
                censoredSince += left - before;
            }
            long risk = atRisk;
            atRisk -= counts[i];
            endedSince += counts[i];
            survival = base * atRisk / baseRisk;
            variance += (double) counts[i] / ((double) risk * atRisk);
            double width = Z * Math.sqrt(variance) / Math.log(survival);
            low = atRisk == 0 ? Double.NaN : Math.pow(survival, Math.exp(-width));
            high = atRisk == 0 ? Double.NaN : Math.pow(survival, Math.exp(width));
            if (median == null && survival <= 0.5) {
                median = times[i];
            }
            if (medianLow == null && low <= 0.5) {
                medianLow = times[i];
            }
            if (medianHigh == null && high <= 0.5) {
                medianHigh = times[i];
            }
            if (i == 0 || i == times.length - 1 || keptSurvival - survival >= fall) {
                steps.add(new Step(times[i], risk, endedSince, censoredSince, survival, low, high));
                keptSurvival = survival;
                endedSince = 0;
                censoredSince = 0;
            }
        }
        long last = left < watched.length ? watched[watched.length - 1] : Long.MIN_VALUE;
        while (read.size() < asked.length) {
            long time = asked[read.size()];
            boolean known = n > 0 && (atRisk == 0 || time <= last);
            read.add(
                    known
                            ? new At(time, survival, low, high)
                            : new At(time, Double.NaN, Double.NaN, Double.NaN));
        }
        return new KaplanMeier(
                n, ended, median, medianLow, medianHigh, List.copyOf(steps), List.copyOf(read));
    }
}
