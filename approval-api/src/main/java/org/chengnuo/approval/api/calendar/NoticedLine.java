package org.chengnuo.approval.api.calendar;

import org.chengnuo.approval.calendar.Notice;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * A day of a notice, as a file has it.
 *
 * @param year that the notice is for; null if the file does not say
 * @param knownFrom null if the file does not say
 */
record NoticedLine(
        LocalDate date,
        Notice.Rule rule,
        String holiday,
        @Nullable Integer year,
        @Nullable Instant knownFrom) {

    /** What files are made from: of each notice its days, in their order. */
    static List<NoticedLine> of(List<Notice> notices, @Nullable Integer inYear) {
        return notices.stream()
                .flatMap(
                        notice ->
                                notice.days().stream()
                                        .map(
                                                day ->
                                                        new NoticedLine(
                                                                day.date(),
                                                                day.rule(),
                                                                day.holiday(),
                                                                notice.year(),
                                                                notice.knownFrom())))
                .filter(line -> inYear == null || line.date().getYear() == inYear)
                .sorted(
                        Comparator.comparing(
                                        NoticedLine::knownFrom,
                                        Comparator.nullsFirst(Comparator.naturalOrder()))
                                .thenComparing(NoticedLine::date))
                .toList();
    }

    Notice.Day day() {
        return new Notice.Day(date, rule, holiday);
    }
}
