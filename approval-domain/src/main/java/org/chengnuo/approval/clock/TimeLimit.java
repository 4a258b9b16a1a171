package org.chengnuo.approval.clock;

/**
 * A time limit 时限: a number and its unit, never a bare number of days.
 *
 * @param amount how many units, 0 or more; 0 days means on the day itself (即办)
 */
public record TimeLimit(int amount, LimitUnit unit) {

    public TimeLimit {
        if (amount < 0 || amount > 10_000) {
            throw new IllegalArgumentException(
                    "a time limit is 0 to 10000 units, not %d %s".formatted(amount, unit));
        }
    }

    public static TimeLimit workingDays(int amount) {
        return new TimeLimit(amount, LimitUnit.WD);
    }

    /** This limit, longer by the given one of the same unit. */
    public TimeLimit plus(TimeLimit extension) {
        if (extension.unit != unit) {
            throw new IllegalArgumentException(
                    "%s cannot be added to %s".formatted(extension, this));
        }
        return new TimeLimit(amount + extension.amount, unit);
    }

    /** As in «20 WD». */
    @Override
    public String toString() {
        return amount + " " + unit;
    }
}
