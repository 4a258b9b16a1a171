package org.chengnuo.approval.api.calendar;

import org.chengnuo.approval.calendar.Notice;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A day of a notice, as a file has it.
 *
 * @param year that the notice is for; null if the file does not say
 * @param knownFrom null if the file does not say
 * @param source the document's number, or its address; null if the file does not say
 */
record NoticedLine(
        LocalDate date,
        Notice.Rule rule,
        String holiday,
        @Nullable Integer year,
        @Nullable Instant knownFrom,
        @Nullable String source) {

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
                                                                notice.knownFrom(),
                                                                notice.source())))
                .filter(line -> inYear == null || line.date().getYear() == inYear)
                .sorted(
                        Comparator.comparing(
                                        NoticedLine::knownFrom,
                                        Comparator.nullsFirst(Comparator.naturalOrder()))
                                .thenComparing(NoticedLine::date))
                .toList();
    }

    /**
     * The notices that a file has: one for each year and moment, in the order of the file.
     *
     * @param knownFrom of those of which the file does not say it
     * @param source of those of which the file does not say it
     * @throws IllegalArgumentException if nobody says it
     */
    static List<Notice> notices(
            List<NoticedLine> lines, @Nullable Instant knownFrom, @Nullable String source) {
        record Published(int year, Instant knownFrom, String source) {}
        return lines.stream()
                .collect(
                        Collectors.groupingBy(
                                line ->
                                        new Published(
                                                line.noticeYear(),
                                                line.or("knownFrom", line.knownFrom(), knownFrom),
                                                line.or("source", line.source(), source)),
                                LinkedHashMap::new,
                                Collectors.mapping(NoticedLine::day, Collectors.toList())))
                .entrySet()
                .stream()
                .map(
                        notice ->
                                new Notice(
                                        notice.getKey().year(),
                                        notice.getKey().source(),
                                        notice.getKey().knownFrom(),
                                        notice.getValue()))
                .toList();
    }

    private <T> T or(String what, @Nullable T own, @Nullable T otherwise) {
        if (own != null) {
            return own;
        }
        if (otherwise != null) {
            return otherwise;
        }
        throw new IllegalArgumentException(
                "%s: the file does not say it of %s: say it in the request".formatted(what, date));
    }

    /** As the calendar has it: of the same day the line that is known last holds. */
    static List<NoticedLine> lastKnown(List<NoticedLine> lines) {
        return List.copyOf(
                lines.stream()
                        .sorted(
                                Comparator.comparing(
                                        NoticedLine::knownFrom,
                                        Comparator.nullsFirst(Comparator.naturalOrder())))
                        .collect(
                                Collectors.toMap(
                                        NoticedLine::date,
                                        line -> line,
                                        (_, later) -> later,
                                        LinkedHashMap::new))
                        .values());
    }

    int noticeYear() {
        return year == null ? date.getYear() : year;
    }

    Notice.Day day() {
        return new Notice.Day(date, rule, holiday);
    }
}
