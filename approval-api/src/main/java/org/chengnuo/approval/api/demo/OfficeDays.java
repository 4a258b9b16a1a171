package org.chengnuo.approval.api.demo;

import org.chengnuo.approval.calendar.ShippedCalendars;
import org.chengnuo.approval.calendar.WorkingCalendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;

/** When people are at work, by the real calendar with all its notices. */
final class OfficeDays {

    static final WorkingCalendar CALENDAR = ShippedCalendars.named("cn");

    private static final int OFFICE_SECONDS = 7 * 60 * 60;

    private OfficeDays() {}

    static LocalDate dateOf(Instant moment) {
        return CALENDAR.dateAt(moment);
    }

    /** When that many days' work has been done; at least a minute later. */
    static Instant after(Instant from, double days) {
        return CALENDAR.workingTimeAfter(
                from, Duration.ofSeconds(Math.max(60, Math.round(days * OFFICE_SECONDS))));
    }

    /** The moment itself if the office is open, or else when it has just opened again. */
    static Instant open(Instant moment, Draw draw) {
        return isOpen(moment) ? moment : after(moment, draw.within(0.005, 0.15));
    }

    static boolean isOpen(Instant moment) {
        return !CALENDAR.workingTime(moment, moment.plusSeconds(1)).isZero();
    }

    static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(CALENDAR.zone()).toInstant();
    }

    /** Some moment of the morning or the afternoon. */
    static Instant during(LocalDate day, Draw draw) {
        return at(day, LocalTime.of(9, 0))
                .plusSeconds(
                        draw.chance(0.45)
                                ? draw.between(300, 3 * 3600 - 300)
                                : draw.between(4 * 3600 + 60, 8 * 3600 - 900));
    }

    /** A Friday afternoon, the next one that is worked. */
    static Instant fridayAfternoon(Instant moment, Draw draw) {
        LocalDate day = dateOf(moment).with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        Instant afternoon = at(day, LocalTime.of(15, 0)).plusSeconds(draw.between(0, 5400));
        while (afternoon.isBefore(moment) || !CALENDAR.isWorkingDay(day)) {
            day = day.plusDays(7);
            afternoon = afternoon.plus(Duration.ofDays(7));
        }
        return afternoon;
    }

    /** An afternoon's hour. */
    static Instant lastFridayOfTheQuarter(Instant moment, Draw draw) {
        LocalDate day = dateOf(moment);
        LocalDate month = day.plusMonths((12 - day.getMonthValue()) % 3);
        LocalDate friday = month.with(TemporalAdjusters.lastInMonth(DayOfWeek.FRIDAY));
        return at(friday, LocalTime.of(15, 30)).plusSeconds(draw.between(0, 2_700));
    }

    static boolean isMakeUpDay(LocalDate day) {
        return CALENDAR.isWorkingDay(day) && day.getDayOfWeek().getValue() > 5;
    }
}
