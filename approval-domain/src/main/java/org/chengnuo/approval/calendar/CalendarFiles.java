package org.chengnuo.approval.calendar;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads the calendars' data files: comma-separated, without quotes, one header line; a line that
 * begins with «#» is a comment. What cannot be read is named by file and line.
 */
final class CalendarFiles {

    private static final List<String> CALENDAR_COLUMNS =
            List.of("name", "zone", "office_hours", "notices", "next_notice_from");
    private static final List<String> NOTICE_COLUMNS =
            List.of("date", "rule", "holiday", "notice_year", "known_from");

    /** The files do not say which document each notice is. */
    private static final String SOURCE = "随程序提供 shipped with the program";

    private CalendarFiles() {}

    /**
     * @param open gives the file of a name
     */
    static Map<String, WorkingCalendar> readCalendars(String file, Function<String, Reader> open) {
        var calendars = new LinkedHashMap<String, WorkingCalendar>();
        readLines(
                file,
                open.apply(file),
                CALENDAR_COLUMNS,
                fields -> {
                    String name = required(fields[0], "name");
                    List<NoticedDay> notices =
                            fields[3].isEmpty()
                                    ? List.of()
                                    : readNotices(fields[3], open.apply(fields[3]));
                    var calendar =
                            new WorkingCalendar(
                                    name,
                                    ZoneId.of(fields[1]),
                                    Arrays.stream(fields[2].split(" "))
                                            .map(OfficeHours::parse)
                                            .toList(),
                                    notices,
                                    fields[4].isEmpty() ? null : MonthDay.parse(fields[4]));
                    if (calendars.putIfAbsent(name, calendar) != null) {
                        throw new IllegalArgumentException("a second calendar " + name);
                    }
                });
        return calendars;
    }

    static List<NoticedDay> readNotices(String file, Reader source) {
        var days = new ArrayList<NoticedDay>();
        var seen = new HashSet<String>();
        readLines(
                file,
                source,
                NOTICE_COLUMNS,
                fields -> {
                    var date = LocalDate.parse(fields[0]);
                    String holiday = required(fields[2], "holiday");
                    int noticeYear = Integer.parseInt(fields[3]);
                    var knownFrom = OffsetDateTime.parse(fields[4]).toInstant();
                    if (!seen.add(date + " " + knownFrom)) {
                        throw new IllegalArgumentException(
                                "a second rule for the day in one edition");
                    }
                    days.add(
                            switch (fields[1]) {
                                case "off" ->
                                        NoticedDay.off(
                                                date, holiday, noticeYear, knownFrom, SOURCE);
                                case "work" ->
                                        NoticedDay.work(
                                                date, holiday, noticeYear, knownFrom, SOURCE);
                                default ->
                                        throw new IllegalArgumentException(
                                                "the rule is off or work, not " + fields[1]);
                            });
                });
        return days;
    }

    private static String required(String field, String name) {
        if (field.isBlank()) {
            throw new IllegalArgumentException("no " + name);
        }
        return field;
    }

    private interface LineReader {
        void read(String[] fields);
    }

    private static void readLines(
            String file, Reader source, List<String> columns, LineReader lineReader) {
        boolean headerSeen = false;
        int number = 0;
        try (var lines = new BufferedReader(source)) {
            for (@Nullable String line; (line = lines.readLine()) != null; ) {
                number++;
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String[] fields = line.split(",", -1);
                if (!headerSeen) {
                    if (!columns.equals(List.of(fields))) {
                        throw malformed(file, number, line, "the columns are " + columns, null);
                    }
                    headerSeen = true;
                    continue;
                }
                if (fields.length != columns.size()) {
                    throw malformed(
                            file, number, line, columns.size() + " fields are expected", null);
                }
                try {
                    lineReader.read(fields);
                } catch (RuntimeException e) {
                    throw malformed(file, number, line, String.valueOf(e.getMessage()), e);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static IllegalStateException malformed(
            String file, int number, String line, String why, @Nullable Exception cause) {
        return new IllegalStateException(
                "%s, line %d: %s: «%s»".formatted(file, number, why, line), cause);
    }
}
