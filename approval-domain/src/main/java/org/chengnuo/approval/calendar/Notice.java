package org.chengnuo.approval.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A notice 通知 that changes days of a calendar, as the State Council's General Office gives one for
 * each year.
 *
 * @param year that the notice is for
 * @param source the document's number, or its address
 * @param knownFrom from this moment on it is known, and counted by
 */
public record Notice(int year, String source, Instant knownFrom, List<Day> days) {

    public Notice {
        days = List.copyOf(days);
    }

    /** What a notice makes of a day. */
    public enum Rule {
        OFF("休", "off"),
        WORK("班", "work");

        private final String chinese;
        private final String english;

        Rule(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        public String chinese() {
            return chinese;
        }

        public String english() {
            return english;
        }
    }

    /**
     * @param rule a day off 放假, or a make-up working day 调休
     * @param holiday for which
     */
    public record Day(LocalDate date, Rule rule, String holiday) {}

    List<NoticedDay> noticedDays() {
        return days.stream()
                .map(
                        day ->
                                switch (day.rule()) {
                                    case OFF ->
                                            NoticedDay.off(
                                                    day.date(),
                                                    day.holiday(),
                                                    year,
                                                    knownFrom,
                                                    source);
                                    case WORK ->
                                            NoticedDay.work(
                                                    day.date(),
                                                    day.holiday(),
                                                    year,
                                                    knownFrom,
                                                    source);
                                })
                .toList();
    }
}
