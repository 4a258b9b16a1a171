package org.chengnuo.approval.calendar;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a notice says of one day.
 *
 * @param rule a day off or a make-up working day
 * @param noticeYear the year that the notice is for
 * @param knownFrom when the notice was published
 * @param source the notice's number, or its address
 */
record NoticedDay(LocalDate date, DayRule rule, int noticeYear, Instant knownFrom, String source) {

    static NoticedDay off(
            LocalDate date, String holiday, int noticeYear, Instant knownFrom, String source) {
        return new NoticedDay(
                date, new DayRule.DayOff(holiday, noticeYear), noticeYear, knownFrom, source);
    }

    static NoticedDay work(
            LocalDate date, String holiday, int noticeYear, Instant knownFrom, String source) {
        return new NoticedDay(
                date, new DayRule.MakeUpWork(holiday, noticeYear), noticeYear, knownFrom, source);
    }

    Notice.Day day() {
        return switch (rule) {
            case DayRule.DayOff(String holiday, _) ->
                    new Notice.Day(date, Notice.Rule.OFF, holiday);
            case DayRule.MakeUpWork(String holiday, _) ->
                    new Notice.Day(date, Notice.Rule.WORK, holiday);
            case DayRule.Weekday _, DayRule.Weekend _ ->
                    throw new IllegalStateException("a notice does not say " + rule);
        };
    }
}
