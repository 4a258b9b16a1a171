package org.chengnuo.approval.api.pages;

import org.chengnuo.approval.clock.Amount;
import org.chengnuo.approval.clock.Card;
import org.chengnuo.approval.clock.DayLine;
import org.chengnuo.approval.clock.LimitUnit;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.filing.FilingState;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.policy.Policies;
import org.chengnuo.approval.policy.PolicyItem;
import org.chengnuo.approval.projections.reviewtimes.AsOf;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** The words of one language. */
final class Wording {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static final String NONE = "–";

    private final MessageSource messages;
    private final Locale locale;
    private final Policies policies;

    /**
     * @param policies which name the items
     */
    Wording(MessageSource messages, Locale locale, Policies policies) {
        this.messages = messages;
        this.policies = policies;
        this.locale = locale;
    }

    boolean chinese() {
        return locale.getLanguage().equals("zh");
    }

    String say(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    String say(Bilingual text) {
        return chinese() ? text.zh() : text.en();
    }

    String item(String code) {
        PolicyItem item = policies.item(ItemCode.of(code)).orElse(null);
        if (item == null) {
            return code;
        }
        return chinese() ? item.chinese() : item.english();
    }

    /** What a group is called. */
    String key(Dimension by, @Nullable String key) {
        if (key == null) {
            return say(by == Dimension.IMPORT ? "filter.recorded" : "key.none");
        }
        return switch (by) {
            case ITEM -> item(key);
            case ITEM_CLASS -> orItself("class.", key);
            case KIND -> orItself("kind.", key);
            case PROJECT_TYPE -> orItself("project-type.", key);
            case AGENT -> orItself("agent.", key);
            case STATE ->
                    Arrays.stream(FilingState.values())
                            .filter(state -> state.name().equals(key))
                            .findFirst()
                            .map(this::state)
                            .orElse(key);
            default -> key;
        };
    }

    /** The key can be anything that somebody wrote into an address. */
    private String orItself(String prefix, String key) {
        return Objects.requireNonNull(messages.getMessage(prefix + key, null, key, locale));
    }

    /** What is known, if it is not all that is known now. */
    @Nullable String known(AsOf asOf, ZoneId zone) {
        return switch (asOf) {
            case AsOf.Now _ -> null;
            case AsOf.By(Instant moment) -> say("as-of.moment", minute(moment, zone));
            case AsOf.At(long transaction) -> say("as-of.position", Long.toString(transaction));
        };
    }

    /** A credit measure, as the latest edition that has it names it. */
    String measure(String code) {
        return policies.published().reversed().stream()
                .flatMap(edition -> edition.content().creditMeasure(code).stream())
                .findFirst()
                .map(measure -> either(measure.chinese(), measure.english()))
                .orElse(code);
    }

    String either(String inChinese, String inEnglish) {
        return chinese() ? inChinese : inEnglish;
    }

    String state(FilingState state) {
        return chinese() ? state.chinese() : state.english();
    }

    String card(Card card) {
        return say("card." + card.name());
    }

    /** The rule with the holiday's name, or the stop's ground and notice. */
    String rule(DayLine line) {
        if (chinese()) {
            return line.chinese();
        }
        var text = new StringBuilder(line.rule().english());
        if (line.holiday() != null) {
            text.append(" (").append(holiday(line.holiday())).append(")");
        }
        if (line.stop() != null) {
            text.append(" (")
                    .append(say("ground." + line.stop().ground().name()))
                    .append(", notice ")
                    .append(line.stop().notice())
                    .append(")");
        }
        return text.toString();
    }

    /** The notices name holidays in Chinese, two of them with a mark between. */
    private String holiday(String chinese) {
        return chinese.lines()
                .flatMap(name -> Arrays.stream(name.split("、")))
                .map(name -> messages.getMessage("holiday." + name, null, name, locale))
                .collect(Collectors.joining(", "));
    }

    /** As in «20 working days». */
    String limit(TimeLimit limit) {
        return count(limit.amount(), limit.unit());
    }

    private String count(int number, LimitUnit unit) {
        if (chinese()) {
            return number + " 个" + unit.chinese();
        }
        String units = unit.english();
        return number
                + " "
                + (Math.abs(number) == 1 ? units.substring(0, units.length() - 1) : units);
    }

    /** As in {@code 20 WD} or {@code 12:30 WH}. */
    String amount(String text) {
        String[] parts = text.split(" ");
        LimitUnit unit = LimitUnit.valueOf(parts[1]);
        return unit.countsDays()
                ? count(Integer.parseInt(parts[0]), unit)
                : parts[0] + " " + either(unit.chinese(), unit.english());
    }

    String amount(Amount amount) {
        return switch (amount) {
            case Amount.Days(int number, LimitUnit unit) -> count(number, unit);
            case Amount.Time time ->
                    bare(time) + " " + (chinese() ? time.unit().chinese() : time.unit().english());
        };
    }

    /** Without the unit. */
    static String bare(Amount amount) {
        String text = amount.toString();
        return text.substring(0, text.indexOf(' '));
    }

    /** As in «4 d 2 h»: the two greatest parts. */
    String duration(Duration duration) {
        Duration size = duration.abs();
        if (size.toDays() > 0) {
            return say("duration.days", size.toDays(), size.toHoursPart());
        }
        return size.toHours() > 0
                ? say("duration.hours", size.toHours(), size.toMinutesPart())
                : say("duration.minutes", size.toMinutes(), size.toSecondsPart());
    }

    /** As in «44 h 12 min», of time that is not to be counted in days. */
    String hours(Duration duration) {
        return say("duration.hours", number(duration.toHours()), duration.toMinutesPart());
    }

    static String minute(Instant moment, ZoneId zone) {
        return MINUTE.format(moment.atZone(zone));
    }

    String date(LocalDate day) {
        return "%s %s".formatted(day, day.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale));
    }

    String month(YearMonth month) {
        return chinese()
                ? "%d年%d月".formatted(month.getYear(), month.getMonthValue())
                : month.getMonth().getDisplayName(TextStyle.FULL, locale) + " " + month.getYear();
    }

    String weekday(DayOfWeek day) {
        return day.getDisplayName(
                chinese() ? TextStyle.NARROW_STANDALONE : TextStyle.SHORT_STANDALONE, locale);
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** Three significant digits are enough to read; whoever wants all has them beside it. */
    String rounded(@Nullable BigDecimal number) {
        if (number == null) {
            return NONE;
        }
        BigDecimal size = number.abs();
        int digits =
                size.compareTo(BigDecimal.TEN) < 0
                        ? 2
                        : size.compareTo(BigDecimal.valueOf(100)) < 0 ? 1 : 0;
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }

    String percent(@Nullable BigDecimal share) {
        if (share == null) {
            return NONE;
        }
        var format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(share);
    }
}
