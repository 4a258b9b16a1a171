package org.chengnuo.approval.api.demo;

import java.util.List;
import java.util.Random;

/**
 * Draws lots, the same ones for the same seed on every machine: {@link Random} and {@link
 * StrictMath} are specified to the last bit.
 */
final class Draw {

    private final Random random;

    Draw(long seed) {
        this.random = new Random(seed);
    }

    /** Lots of its own for a part of the whole, so that a change in one part leaves the others. */
    static Draw of(long seed, int part) {
        return new Draw(seed * 1_000_003 + part * 7_919L);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Both ends included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    double within(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Log-normal: as work takes its time, mostly about the median, and now and then very long. */
    double around(double median, double spread) {
        return median * StrictMath.exp(spread * random.nextGaussian());
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
