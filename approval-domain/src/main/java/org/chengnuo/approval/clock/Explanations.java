package org.chengnuo.approval.clock;

import org.chengnuo.approval.calendar.DayRule;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** What the explanations of days and of hours share. */
final class Explanations {

    private Explanations() {}

    static CountingRule ruleOf(DayRule rule) {
        return switch (rule) {
            case DayRule.Weekday _ -> CountingRule.WORKING_DAY;
            case DayRule.Weekend _ -> CountingRule.WEEKEND;
            case DayRule.DayOff _ -> CountingRule.STATE_COUNCIL_DAY_OFF;
            case DayRule.MakeUpWork _ -> CountingRule.MAKE_UP_WORKING_DAY;
        };
    }

    static @Nullable String holidayOf(DayRule rule) {
        return switch (rule) {
            case DayRule.DayOff(String holiday, int _) -> holiday;
            case DayRule.MakeUpWork(String holiday, int _) -> holiday;
            case DayRule.Weekday _, DayRule.Weekend _ -> null;
        };
    }

    /** Adds a line with the running total, or lengthens the last one if the same rule goes on. */
    static void addDay(List<DayLine> lines, LocalDate day, DayLine line) {
        if (lines.isEmpty()) {
            lines.add(line);
            return;
        }
        DayLine last = lines.getLast();
        boolean goesOn = continues(last, day, line);
        if (goesOn) {
            lines.removeLast();
        }
        lines.add(
                new DayLine(
                        goesOn ? last.from() : day,
                        day,
                        line.rule(),
                        line.holiday(),
                        line.stop(),
                        line.provisional(),
                        goesOn ? last.counted().plus(line.counted()) : line.counted(),
                        last.total().plus(line.counted())));
    }

    private static boolean continues(DayLine last, LocalDate day, DayLine line) {
        return last.to().plusDays(1).equals(day)
                && last.rule() == line.rule()
                && Objects.equals(last.holiday(), line.holiday())
                && Objects.equals(last.stop(), line.stop())
                && last.provisional() == line.provisional()
                && !isCountedTime(last.counted())
                && !isCountedTime(line.counted());
    }

    /** Counted hours differ from day to day, so that each day keeps a line of its own. */
    private static boolean isCountedTime(Amount counted) {
        return counted instanceof Amount.Time(Duration time, LimitUnit _) && !time.isZero();
    }
}
