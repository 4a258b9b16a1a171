package org.chengnuo.approval.api.pages;

import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.clock.Amount;
import org.chengnuo.approval.clock.Basis;
import org.chengnuo.approval.clock.BasisReading;
import org.chengnuo.approval.clock.ClockState;
import org.chengnuo.approval.clock.CountingRule;
import org.chengnuo.approval.clock.DayLine;
import org.chengnuo.approval.clock.LimitReading;
import org.chengnuo.approval.clock.LimitUnit;
import org.chengnuo.approval.clock.Reading;
import org.chengnuo.approval.clock.ReviewClock;
import org.chengnuo.approval.clock.ReviewCourse;
import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The clock of a filing by each basis, with its days on a calendar and line by line. */
final class ClockSheets {

    /** More months than these are told by the lines alone. */
    private static final int MOST_MONTHS = 18;

    private final Wording words;
    private final ReviewCourse course;
    private final WorkingCalendar calendar;
    private final Instant asOf;
    private final @Nullable LocalDate received;
    private final Set<CountingRule> used = EnumSet.noneOf(CountingRule.class);
    private boolean hiddenDays;

    ClockSheets(
            Wording words,
            ReviewCourse course,
            WorkingCalendar calendar,
            Instant asOf,
            @Nullable LocalDate received) {
        this.words = words;
        this.course = course;
        this.calendar = calendar;
        this.asOf = asOf;
        this.received = received;
    }

    /**
     * @param css of the basis
     * @param state running, stopped with its ground, or ended, in words
     * @param statutory null where no law sets a limit
     */
    record Sheet(
            String css,
            String title,
            String says,
            CardView card,
            String state,
            Limit promised,
            @Nullable Limit statutory,
            List<String> weekdays,
            List<Month> months,
            List<Line> lines) {}

    record CardView(String css, String text) {}

    /**
     * @param value how much is used, of {@code max}, for a bar
     * @param note what is to be known of the due date
     */
    record Limit(
            String name,
            String used,
            String limit,
            String remaining,
            boolean overdue,
            long value,
            long max,
            String due,
            @Nullable String note) {}

    record Month(String name, List<List<Day>> weeks) {}

    /**
     * @param css the rule, and what else is to be seen of the day
     * @param mark the running number of a counted day, or a sign for the rule of one that is not
     */
    record Day(String number, String css, String mark, String says) {

        static final Day NONE = new Day("", "none", "", "");
    }

    /**
     * @param to null for a single day
     */
    record Line(
            String from,
            @Nullable String to,
            String css,
            boolean counted,
            String rule,
            String article,
            String counts,
            String total) {}

    /** What a colour of the calendar means. */
    record Key(String css, String mark, String text) {}

    Sheet sheet(BasisReading reading) {
        LimitUnit unit = course.promised().unit();
        List<DayLine> lines =
                ReviewClock.explain(course, calendar, asOf, unit, reading.basis())
                        .orElse(List.of());
        return new Sheet(
                reading.basis() == Basis.CLAIMED ? "claimed" : "attested",
                words.say("basis." + reading.basis().name()),
                words.say("basis." + reading.basis().name() + ".says"),
                new CardView(
                        "card-" + reading.card().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        words.card(reading.card())),
                state(reading.state()),
                limit(words.say("filing.promised"), reading.promised()),
                reading.statutory() == null
                        ? null
                        : limit(words.say("filing.statutory"), reading.statutory()),
                Arrays.stream(DayOfWeek.values()).map(words::weekday).toList(),
                months(lines, reading.promised()),
                lines.stream().map(this::line).toList());
    }

    /** The difference between what is claimed and what can be attested, in a sentence. */
    @Nullable String verdict(Reading reading) {
        BasisReading attested = reading.attested();
        if (attested == null) {
            return null;
        }
        BasisReading claimed = reading.claimed();
        Amount more = attested.promised().used().minus(claimed.promised().used());
        boolean same = isZero(more) && claimed.card() == attested.card();
        if (same) {
            return words.say(course.stops().isEmpty() ? "verdict.no-stops" : "verdict.same");
        }
        return words.say(
                claimed.promised().overdue() == attested.promised().overdue()
                        ? "verdict.more"
                        : "verdict.late",
                words.amount(more));
    }

    private static boolean isZero(Amount amount) {
        return switch (amount) {
            case Amount.Days days -> days.number() == 0;
            case Amount.Time time -> time.time().isZero();
        };
    }

    private String state(ClockState state) {
        return switch (state) {
            case ClockState.Running _ -> words.say("clock-state.running");
            case ClockState.Stopped stopped ->
                    words.say(
                            "clock-state.stopped",
                            words.say("ground." + stopped.ground().name()),
                            Wording.minute(stopped.since(), calendar.zone()));
            case ClockState.Ended ended ->
                    words.say("clock-state.ended", Wording.minute(ended.at(), calendar.zone()));
        };
    }

    private Limit limit(String name, LimitReading reading) {
        LimitUnit unit = reading.limit().unit();
        String note =
                reading.due().movesWithStop()
                        ? words.say("due.moves")
                        : reading.due().provisional() ? words.say("due.provisional") : null;
        Amount left = reading.remaining();
        return new Limit(
                name,
                Wording.bare(reading.used()),
                words.limit(reading.limit()),
                left.isNegative()
                        ? words.say("limit.over", words.amount(reading.overdueBy()))
                        : words.say("limit.left", words.amount(left)),
                reading.overdue(),
                size(reading.used()),
                Math.max(1, size(Amount.of(reading.limit()))),
                unit.countsDays()
                        ? words.date(reading.due().date())
                        : Wording.minute(reading.due().moment(), calendar.zone()),
                note);
    }

    private static long size(Amount amount) {
        return switch (amount) {
            case Amount.Days days -> days.number();
            case Amount.Time time -> time.time().toMinutes();
        };
    }

    private Line line(DayLine line) {
        used.add(line.rule());
        return new Line(
                words.date(line.from()),
                line.from().equals(line.to()) ? null : words.date(line.to()),
                css(line.rule()),
                line.rule().counts(),
                words.rule(line)
                        + (line.provisional() ? " · " + words.say("line.provisional") : ""),
                article(line.rule()),
                Wording.bare(line.counted()),
                Wording.bare(line.total()));
    }

    /** Laws are cited as each language does: «Art. 82» is «第八十二条» only in statutes. */
    private String article(CountingRule rule) {
        String article = rule.article();
        int at = article.indexOf(" Art. ");
        return words.chinese() && at > 0
                ? "《%s》第%s条".formatted(article.substring(0, at), article.substring(at + 6))
                : words.say("law." + rule.name());
    }

    private static String css(CountingRule rule) {
        return "r-" + rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private List<Month> months(List<DayLine> lines, LimitReading promised) {
        if (lines.isEmpty()) {
            return List.of();
        }
        Map<LocalDate, Day> days = new TreeMap<>();
        LocalDate accepted = lines.getFirst().from();
        if (received != null && received.isBefore(accepted)) {
            received.datesUntil(accepted).forEach(day -> days.put(day, hidden(day)));
        }
        for (DayLine line : lines) {
            line.from()
                    .datesUntil(line.to().plusDays(1))
                    .forEach(day -> days.merge(day, day(line, day), ClockSheets::both));
        }
        LocalDate due = promised.due().date();
        LocalDate last = lines.getLast().to();
        LocalDate end = due.isAfter(last) ? due : last;
        for (LocalDate day = last.plusDays(1); !day.isAfter(due); day = day.plusDays(1)) {
            days.put(day, ahead(day));
        }
        days.computeIfPresent(due, (_, day) -> due(day));
        YearMonth from = YearMonth.from(days.keySet().iterator().next());
        var months = new ArrayList<Month>();
        for (YearMonth month = from;
                !month.isAfter(YearMonth.from(end));
                month = month.plusMonths(1)) {
            if (months.size() == MOST_MONTHS) {
                return List.of();
            }
            months.add(month(month, days));
        }
        return months;
    }

    private Month month(YearMonth month, Map<LocalDate, Day> days) {
        var weeks = new ArrayList<List<Day>>();
        LocalDate day = month.atDay(1);
        day = day.minusDays(day.getDayOfWeek().getValue() - 1L);
        while (!day.isAfter(month.atEndOfMonth())) {
            var week = new ArrayList<Day>();
            for (int i = 0; i < 7; i++, day = day.plusDays(1)) {
                week.add(
                        YearMonth.from(day).equals(month)
                                ? days.getOrDefault(day, plain(day))
                                : Day.NONE);
            }
            weeks.add(week);
        }
        return new Month(words.month(month), weeks);
    }

    private static Day plain(LocalDate day) {
        return new Day(number(day), "outside", "", "");
    }

    private static String number(LocalDate day) {
        return Integer.toString(day.getDayOfMonth());
    }

    private Day hidden(LocalDate day) {
        hiddenDays = true;
        return new Day(
                number(day),
                "r-hidden",
                words.say("mark.hidden"),
                words.date(day) + ": " + words.say("legend.hidden"));
    }

    private Day ahead(LocalDate day) {
        return new Day(number(day), "ahead", "", words.date(day));
    }

    private Day due(Day day) {
        return new Day(
                day.number(),
                day.css() + " due",
                day.mark(),
                day.says() + " · " + words.say("legend.due"));
    }

    private Day day(DayLine line, LocalDate day) {
        return new Day(
                number(day),
                css(line.rule()),
                mark(line, day),
                words.date(day) + ": " + words.rule(line));
    }

    private String mark(DayLine line, LocalDate day) {
        if (!line.rule().counts()) {
            return words.say("mark." + line.rule().name());
        }
        return switch (line.total()) {
            case Amount.Days total -> {
                // A line of several days counts one of each.
                long after = day.until(line.to(), java.time.temporal.ChronoUnit.DAYS);
                yield Long.toString(total.number() - after);
            }
            case Amount.Time _ -> Wording.bare(line.counted());
        };
    }

    /** A day of hours has a line for each rule; the stop is what is to be seen of it. */
    private static Day both(Day first, Day second) {
        boolean stops = second.css().contains("stop");
        Day shown = stops ? second : first;
        Day other = stops ? first : second;
        return new Day(
                shown.number(),
                shown.css(),
                first.mark().isBlank() ? second.mark() : first.mark(),
                shown.says() + " · " + other.says());
    }

    /** Only what is on the sheets made so far. */
    List<Key> legend() {
        var keys = new ArrayList<Key>();
        if (hiddenDays) {
            keys.add(new Key("r-hidden", words.say("mark.hidden"), words.say("legend.hidden")));
        }
        for (CountingRule rule : used) {
            keys.add(
                    new Key(
                            css(rule),
                            rule.counts() ? "1" : words.say("mark." + rule.name()),
                            words.chinese() ? rule.chinese() : rule.english()));
        }
        keys.add(new Key("ahead due", "", words.say("legend.due")));
        return keys;
    }
}
