package org.chengnuo.approval.projections.conduct;

import org.chengnuo.approval.clock.LimitUnit;
import org.chengnuo.approval.clock.StopGround;
import org.chengnuo.approval.projections.conduct.Finding.Figure;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * How a finding is said, from the figures that {@link Detection} gives it: there it is told, rule
 * by rule, what each of them is.
 *
 * @param unit of the promised limit; null for a finding that has none to do with it
 */
record Wording(
        String center,
        @Nullable String item,
        long a,
        long b,
        long c,
        long d,
        @Nullable String unit,
        @Nullable String word,
        ConductThresholds thresholds) {

    private static final BigDecimal HOUR = BigDecimal.valueOf(3_600_000);

    Bilingual sentence(ConductRule rule) {
        return switch (rule) {
            case STOP_NEAR_THE_LIMIT ->
                    said(
                            "A stop for %s began when %s %% of the limit of %s was used.",
                            "%1$s中止始于承诺时限（%3$s）已用 %2$s%% 之时。",
                            ground(),
                            both(permille(a)),
                            amount(b));
            case STOP_RECORDED_LATE ->
                    said(
                            "A stop for %s was entered %s hours after it is said to have begun.",
                            "%s中止在其所称开始 %s 小时之后才录入。", ground(), both(hours(a)));
            case STOP_MATCHES_OVERRUN ->
                    said(
                            "Without stops the filing was %s late; a stop for %s took %s, and so it"
                                    + " was decided within the limit of %s.",
                            "不计中止则超期%s；%s中止历时%s，办件因此在时限（%s）内办结。",
                            amount(a),
                            ground(),
                            amount(b),
                            amount(d));
            case REPEATED_STOPS ->
                    said(
                            "The filing was stopped %s times, %s of them for a ground used before,"
                                    + " for %s in all.",
                            "该办件中止 %s 次，其中 %s 次为重复事由，共计%s。", both(a), both(b), amount(c));
            case STOP_WITHOUT_RESULT ->
                    said(
                            "A stop for %s of %s ended without a document that came of it.",
                            "%s中止历时%s，结束时未登记结果文书。", ground(), amount(a));
            case SECOND_CORRECTION ->
                    word == null
                            ? said("A correction was asked for %s times.", "共 %s 次要求补正。", both(a))
                            : said(
                                    "The step «%2$s», which stands for the correction, was recorded"
                                            + " %1$s times.",
                                    "代表补正的步骤“%2$s”记录了 %1$s 次。", both(a), both(word));
            case CORRECTION_ON_THE_LAST_DAY ->
                    said(
                            "The correction was asked for on working day %s of %s.",
                            "在第 %s 个工作日（期限共 %s 个工作日）要求补正。", both(a), both(a));
            case ACCEPTANCE_PARKED ->
                    switch (Objects.requireNonNull(word)) {
                        case "DEEMED" ->
                                said(
                                        "The law accepted the filing, because nobody did, or asked"
                                                + " for a correction, within %s working days.",
                                        "%s 个工作日内未受理也未要求补正，依法视为受理。", both(b));
                        case "ANSWERED" ->
                                said(
                                        "The filing was accepted %s working days after the"
                                                + " correction was answered; %s are usual at most.",
                                        "补正完成后 %s 个工作日才受理，通常不超过 %s 个。",
                                        both(a),
                                        both(thresholds.parkedAfter()));
                        default ->
                                said(
                                        "The filing was accepted %s working days after the receipt;"
                                                + " %s are usual at most.",
                                        "接件后 %s 个工作日才受理，通常不超过 %s 个。",
                                        both(a),
                                        both(thresholds.parkedAfter()));
                    };
            case OUTSIDE_HOURS ->
                    said(
                            "The act «%s» is said to have happened while the office was closed.",
                            "行为“%s”据记录发生于非工作时间。", both(Objects.requireNonNull(word)));
            case BURST_OF_BACK_ENTRIES ->
                    said(
                            "Within %s minutes %s acts of %s filings were entered that were more"
                                    + " than %s hours old, the oldest %s hours.",
                            "%s 分钟内录入了 %s 项行为（涉及 %s 件办件），均为 %s 小时之前发生，最早为 %s" + " 小时之前。",
                            both(minutes(d)),
                            both(a),
                            both(b),
                            both(hours(thresholds.burstEnteredAfter().toMillis())),
                            both(hours(c)));
            case RELABELLED_KIND -> {
                String[] editions = Objects.requireNonNull(word).split(" ", 2);
                yield said(
                        "The item %s is immediate under edition %s and promised under %s; the"
                            + " median was %s working hours (%s filings) and is %s (%s filings).",
                        "事项 %s 在政策版本 %s 中为即办件，在 %s 中为承诺件；用时中位数原为 %s 工作小时（%s" + " 件），现为 %s（%s 件）。",
                        both(Objects.requireNonNull(item)),
                        both(editions[0]),
                        both(editions[1]),
                        both(hours(a)),
                        both(c),
                        both(hours(b)),
                        both(d));
            }
            case HEAPING_AT_THE_LIMIT ->
                    said(
                            "The center %s decided %s filings on the last day of the limit, %s on"
                                + " the day before and %s on the day after (p = %s, corrected).",
                            "中心 %s 在时限最后一日办结 %s 件，前一日 %s 件，后一日 %s 件（校正后 p = %s）。",
                            both(center),
                            both(b),
                            both(a),
                            both(c),
                            both(Objects.requireNonNull(word)));
        };
    }

    List<Figure> figures(ConductRule rule) {
        return switch (rule) {
            case STOP_NEAR_THE_LIMIT ->
                    List.of(figure("used", permille(a), "%"), limitFigure("limit", b));
            case STOP_RECORDED_LATE -> List.of(figure("enteredAfter", hours(a), "h"));
            case STOP_MATCHES_OVERRUN ->
                    List.of(
                            limitFigure("overrun", a),
                            limitFigure("stop", b),
                            limitFigure("used", c),
                            limitFigure("limit", d));
            case REPEATED_STOPS ->
                    List.of(
                            figure("stops", a, "1"),
                            figure("repeatedGrounds", b, "1"),
                            limitFigure("stopped", c));
            case STOP_WITHOUT_RESULT -> List.of(limitFigure("stop", a));
            case SECOND_CORRECTION -> List.of(figure("requests", a, "1"));
            case CORRECTION_ON_THE_LAST_DAY -> List.of(figure("window", a, "WD"));
            case ACCEPTANCE_PARKED ->
                    "DEEMED".equals(word)
                            ? List.of(figure("window", b, "WD"))
                            : List.of(
                                    figure("waited", a, "WD"),
                                    figure("atMost", thresholds.parkedAfter(), "WD"));
            case OUTSIDE_HOURS -> List.of();
            case BURST_OF_BACK_ENTRIES ->
                    List.of(
                            figure("acts", a, "1"),
                            figure("filings", b, "1"),
                            figure("oldest", hours(c), "h"),
                            figure("within", minutes(d), "min"));
            case RELABELLED_KIND ->
                    List.of(
                            figure("medianBefore", hours(a), "WH"),
                            figure("medianAfter", hours(b), "WH"),
                            figure("filingsBefore", c, "1"),
                            figure("filingsAfter", d, "1"));
            case HEAPING_AT_THE_LIMIT ->
                    List.of(
                            figure("dayBefore", a, "1"),
                            figure("lastDay", b, "1"),
                            figure("dayAfter", c, "1"),
                            new Figure("p", new BigDecimal(Objects.requireNonNull(word)), "1"));
        };
    }

    private static Bilingual said(String en, String zh, Bilingual... parts) {
        var english = new Object[parts.length];
        var chinese = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            english[i] = parts[i].en();
            chinese[i] = parts[i].zh();
        }
        return new Bilingual(en.formatted(english), zh.formatted(chinese));
    }

    private static Bilingual both(Object value) {
        String text =
                value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        return new Bilingual(text, text);
    }

    private Bilingual ground() {
        StopGround ground = StopGround.valueOf(Objects.requireNonNull(word));
        return new Bilingual(
                ground.name().toLowerCase(Locale.ROOT).replace('_', ' '), ground.chinese());
    }

    /** An amount as the facts have it: days, or milliseconds for hours. */
    private Bilingual amount(long amount) {
        LimitUnit of = LimitUnit.valueOf(Objects.requireNonNull(unit));
        String number = inUnits(amount, of).toPlainString();
        return new Bilingual(number + " " + of.english(), number + "个" + of.chinese());
    }

    private Figure limitFigure(String name, long amount) {
        LimitUnit of = LimitUnit.valueOf(Objects.requireNonNull(unit));
        return new Figure(name, inUnits(amount, of), of.name());
    }

    private static BigDecimal inUnits(long amount, LimitUnit unit) {
        return unit.countsDays() ? BigDecimal.valueOf(amount) : hours(amount);
    }

    private static Figure figure(String name, long value, String unit) {
        return figure(name, BigDecimal.valueOf(value), unit);
    }

    private static Figure figure(String name, BigDecimal value, String unit) {
        return new Figure(name, value, unit);
    }

    private static BigDecimal permille(long permille) {
        return BigDecimal.valueOf(permille, 1).stripTrailingZeros();
    }

    private static BigDecimal hours(long millis) {
        return BigDecimal.valueOf(millis).divide(HOUR, 1, RoundingMode.HALF_UP);
    }

    private static BigDecimal minutes(long millis) {
        return BigDecimal.valueOf(Math.ceilDiv(millis, 60_000L));
    }
}
