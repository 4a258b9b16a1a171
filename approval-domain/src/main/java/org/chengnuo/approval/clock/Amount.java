package org.chengnuo.approval.clock;

import java.time.Duration;

/** Counted time in one unit: whole days, or exact time for hours. Units never mix. */
public sealed interface Amount {

    LimitUnit unit();

    boolean isNegative();

    /** A whole number of natural or working days. */
    record Days(int number, LimitUnit unit) implements Amount {
        public Days {
            if (!unit.countsDays()) {
                throw new IllegalArgumentException(unit + " does not count days");
            }
        }

        @Override
        public boolean isNegative() {
            return number < 0;
        }

        /** As in «3 WD». */
        @Override
        public String toString() {
            return number + " " + unit;
        }
    }

    /** Natural or working hours, to the nanosecond. */
    record Time(Duration time, LimitUnit unit) implements Amount {
        public Time {
            if (unit.countsDays()) {
                throw new IllegalArgumentException(unit + " does not count hours");
            }
        }

        @Override
        public boolean isNegative() {
            return time.isNegative();
        }

        /** Hours and minutes, as in «7:30 WH». */
        @Override
        public String toString() {
            var size = time.abs();
            return "%s%d:%02d %s"
                    .formatted(
                            time.isNegative() ? "-" : "",
                            size.toHours(),
                            size.toMinutesPart(),
                            unit);
        }
    }

    static Amount of(TimeLimit limit) {
        return limit.unit().countsDays()
                ? new Days(limit.amount(), limit.unit())
                : new Time(Duration.ofHours(limit.amount()), limit.unit());
    }

    static Amount zero(LimitUnit unit) {
        return of(new TimeLimit(0, unit));
    }

    /**
     * @throws IllegalArgumentException if the other is in another unit
     */
    default Amount plus(Amount other) {
        requireUnitOf(other);
        return switch (this) {
            case Days(int number, LimitUnit unit) -> new Days(number + ((Days) other).number, unit);
            case Time(Duration time, LimitUnit unit) ->
                    new Time(time.plus(((Time) other).time), unit);
        };
    }

    /**
     * @throws IllegalArgumentException if the other is in another unit
     */
    default Amount minus(Amount other) {
        requireUnitOf(other);
        return switch (this) {
            case Days(int number, LimitUnit unit) -> new Days(number - ((Days) other).number, unit);
            case Time(Duration time, LimitUnit unit) ->
                    new Time(time.minus(((Time) other).time), unit);
        };
    }

    /** Whether this is at least that share of a limit in the same unit. */
    default boolean reaches(int percent, TimeLimit limit) {
        Amount whole = of(limit);
        requireUnitOf(whole);
        return switch (this) {
            case Days days -> days.number * 100L >= (long) limit.amount() * percent;
            case Time time ->
                    time.time.multipliedBy(100).compareTo(((Time) whole).time.multipliedBy(percent))
                            >= 0;
        };
    }

    /** Whether this is no more than that number of its units. */
    default boolean isAtMost(int units) {
        return switch (this) {
            case Days days -> days.number <= units;
            case Time time -> time.time.compareTo(Duration.ofHours(units)) <= 0;
        };
    }

    private void requireUnitOf(Amount other) {
        if (other.unit() != unit()) {
            throw new IllegalArgumentException("%s and %s do not mix".formatted(this, other));
        }
    }
}
