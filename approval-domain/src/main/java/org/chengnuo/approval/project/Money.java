package org.chengnuo.approval.project;

import java.math.BigDecimal;

/**
 * An amount of money.
 *
 * @param value in yuan, with two decimals, not negative
 */
public record Money(BigDecimal value) {

    private static final BigDecimal LIMIT = new BigDecimal("1e15");

    /**
     * @throws IllegalArgumentException if it is negative, absurd, or finer than a fen
     */
    public Money {
        if (value.signum() < 0 || value.compareTo(LIMIT) >= 0) {
            throw new IllegalArgumentException("an investment is 0 to 10^15 yuan, not " + value);
        }
        // Stripped before it is rescaled: to divide by 10^999999999 would take all memory.
        BigDecimal shortest = value.stripTrailingZeros();
        if (shortest.scale() > 2) {
            throw new IllegalArgumentException("money is counted in fen, not finer: " + value);
        }
        value = shortest.setScale(2);
    }
}
