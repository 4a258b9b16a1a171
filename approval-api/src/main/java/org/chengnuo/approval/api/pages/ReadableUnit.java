package org.chengnuo.approval.api.pages;

import org.chengnuo.approval.projections.reviewtimes.Clock;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** In what the seconds of a statistic are shown: one unit for a whole page, so that it compares. */
enum ReadableUnit {
    CALENDAR_DAYS(86_400, "day"),
    CALENDAR_HOURS(3600, "hour"),
    /** Of seven office hours, which is a day of the office, not a day as the law counts it. */
    OFFICE_DAYS(7 * 3600, "office-day"),
    OFFICE_HOURS(3600, "office-hour");

    private final BigDecimal seconds;
    private final String key;

    ReadableUnit(long seconds, String key) {
        this.seconds = BigDecimal.valueOf(seconds);
        this.key = key;
    }

    /**
     * @param typical a typical duration: what is short is shown in hours
     * @param foreign an imported log, whose office may have other hours
     */
    static ReadableUnit of(Clock clock, @Nullable BigDecimal typical, boolean foreign) {
        return switch (clock) {
            case CALENDAR -> isShort(typical, CALENDAR_DAYS) ? CALENDAR_HOURS : CALENDAR_DAYS;
            case WORKING -> foreign || isShort(typical, OFFICE_DAYS) ? OFFICE_HOURS : OFFICE_DAYS;
        };
    }

    private static boolean isShort(@Nullable BigDecimal typical, ReadableUnit unit) {
        return typical != null
                && typical.compareTo(unit.seconds.multiply(BigDecimal.valueOf(2))) < 0;
    }

    @Nullable BigDecimal of(@Nullable BigDecimal exactSeconds) {
        return exactSeconds == null
                ? null
                : exactSeconds.divide(seconds, 6, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    /** So many of it, in seconds. */
    BigDecimal inSeconds(int number) {
        return seconds.multiply(BigDecimal.valueOf(number));
    }

    /** As it stands behind a number. */
    String sign(Wording words) {
        return words.say("unit." + key);
    }

    /** As it stands at an axis. */
    String name(Wording words) {
        return words.say("unit." + key + ".name");
    }
}
