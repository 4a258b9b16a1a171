package org.chengnuo.approval.project;

import java.math.BigDecimal;
import java.math.RoundingMode;

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
        try {
            value = value.setScale(2, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("money is counted in fen, not finer: " + value, e);
        }
    }
}
