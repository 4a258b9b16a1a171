package org.chengnuo.approval.api.pages;

import org.chengnuo.approval.clock.LimitUnit;
import org.chengnuo.approval.projections.indicators.Indicator;
import org.chengnuo.approval.projections.indicators.Indicator.Counted;
import org.chengnuo.approval.projections.indicators.IndicatorAnswer.Group;
import org.chengnuo.approval.projections.reviewtimes.Clock;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How the numbers of an indicator are written: shares in percent, means in days or hours. */
final class IndicatorWriting {

    private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);
    private static final BigDecimal MILLIS_OF_AN_HOUR = BigDecimal.valueOf(3_600_000);

    private final Wording words;
    private final Indicator indicator;
    private final ReadableUnit unit;
    private final ReadableUnit ofSums;

    /**
     * @param typical a typical duration, in seconds; of a mean
     * @param foreign of imported logs, whose office may have other hours
     */
    IndicatorWriting(
            Wording words, Indicator indicator, @Nullable BigDecimal typical, boolean foreign) {
        Clock clock = indicator.clock() == null ? Clock.CALENDAR : indicator.clock();
        this.words = words;
        this.indicator = indicator;
        this.unit = ReadableUnit.of(clock, typical, foreign);
        this.ofSums =
                clock == Clock.CALENDAR ? ReadableUnit.CALENDAR_HOURS : ReadableUnit.OFFICE_HOURS;
    }

    boolean isMean() {
        return indicator.counted() == Counted.MEAN;
    }

    String value(Group group) {
        return group.withheld() ? words.say("indicator.withheld") : value(group.value());
    }

    String value(@Nullable BigDecimal value) {
        return isMean() ? time(value) : words.percent(value);
    }

    String time(@Nullable BigDecimal seconds) {
        return seconds == null ? words.rounded(null) : inUnit(unit, seconds);
    }

    private String inUnit(ReadableUnit of, BigDecimal seconds) {
        return words.rounded(of.of(seconds)) + " " + of.sign(words);
    }

    /** As a chart takes it; null if there is none. */
    @Nullable String plain(Group group) {
        BigDecimal value = group.value();
        if (value == null) {
            return null;
        }
        BigDecimal readable = isMean() ? unit.of(value) : value.movePointRight(2);
        return readable == null ? null : readable.toPlainString();
    }

    /** In what {@link #plain} is. */
    String axis() {
        return isMean() ? unit.name(words) : "%";
    }

    /** The exact value. */
    @Nullable String exact(Group group) {
        BigDecimal value = group.value();
        if (value == null) {
            return null;
        }
        return isMean() ? words.say("exact.seconds", value.toPlainString()) : value.toPlainString();
    }

    String numerator(Group group) {
        return sum(group, group.numerator(), indicator.unit());
    }

    /** Of a mean, how many there are. */
    String denominator(Group group) {
        return sum(group, group.denominator(), isMean() ? "1" : indicator.unit());
    }

    String n(Group group) {
        return sum(group, group.n(), "1");
    }

    private String sum(Group group, @Nullable Long sum, String of) {
        if (sum == null) {
            return words.say("indicator.withheld");
        }
        return sum(sum, of, group.unit());
    }

    /** What one thing adds to the numerator. */
    String numerator(long sum, @Nullable String limit) {
        return sum(sum, indicator.unit(), limit);
    }

    /** What one thing adds to the denominator. */
    String denominator(long sum, @Nullable String limit) {
        return sum(sum, isMean() ? "1" : indicator.unit(), limit);
    }

    private String sum(long sum, String of, @Nullable String limit) {
        BigDecimal number = BigDecimal.valueOf(sum);
        return switch (of) {
            case "ms" -> inUnit(ofSums, number.divide(MILLIS, 3, RoundingMode.HALF_UP));
            case "limit" -> {
                LimitUnit days = limit == null ? LimitUnit.WD : LimitUnit.valueOf(limit);
                yield (days.countsDays()
                                ? words.number(sum)
                                : words.rounded(
                                        number.divide(MILLIS_OF_AN_HOUR, 6, RoundingMode.HALF_UP)))
                        + " "
                        + named(days);
            }
            default -> words.number(sum);
        };
    }

    /** The unit of a figure in words; empty if it has none. */
    String unit(@Nullable String limit) {
        return limit == null ? "" : named(LimitUnit.valueOf(limit));
    }

    private String named(LimitUnit limit) {
        return words.either(limit.chinese(), limit.english());
    }
}
