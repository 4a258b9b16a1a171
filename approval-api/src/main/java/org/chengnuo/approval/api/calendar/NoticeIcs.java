package org.chengnuo.approval.api.calendar;

import com.github.mangstadt.vinnie.SyntaxStyle;
import com.github.mangstadt.vinnie.VObjectParameters;
import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataAdapter;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.github.mangstadt.vinnie.io.VObjectWriter;
import com.github.mangstadt.vinnie.io.Warning;

import org.chengnuo.approval.calendar.Notice;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Notices as iCalendar (RFC 5545): all-day events, each a day off or a make-up working day by its
 * category, or by 休 or 班 at one end of its summary, as the common calendars of Chinese holidays
 * have it. What recurs is not read.
 */
final class NoticeIcs {

    private static final String YEAR = "X-CHENGNUO-NOTICE-YEAR";
    private static final String KNOWN_FROM = "X-CHENGNUO-KNOWN-FROM";
    private static final String SOURCE = "X-CHENGNUO-SOURCE";

    /** What would add days that are not read. */
    private static final List<String> RECURRENCES = List.of("RRULE", "RDATE", "EXRULE", "EXDATE");

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** An event of more days is a mistake. */
    private static final int LONGEST = 31;

    private NoticeIcs() {}

    /**
     * @throws IllegalArgumentException if it cannot be read; it tells the event
     */
    static List<NoticedLine> read(String text) {
        var events = new Events();
        try (var reader = new VObjectReader(new StringReader(text), SyntaxRules.iCalendar())) {
            reader.parse(events);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!events.ended) {
            throw new IllegalArgumentException(
                    "no iCalendar: it begins with BEGIN:VCALENDAR and ends with END:VCALENDAR");
        }
        return events.lines;
    }

    /** Takes what the reader finds, one event after the other. */
    private static final class Events extends VObjectDataAdapter {

        private final List<NoticedLine> lines = new ArrayList<>();
        private final Map<String, String> event = new HashMap<>();
        private boolean ended;

        @Override
        public void onComponentBegin(String name, Context context) {
            if (name.equals("VEVENT")) {
                event.clear();
            }
        }

        @Override
        public void onProperty(VObjectProperty property, Context context) {
            List<String> within = context.getParentComponents();
            if (!within.isEmpty() && within.getLast().equals("VEVENT")) {
                event.put(
                        property.getName().toUpperCase(Locale.ROOT),
                        VObjectPropertyValues.unescape(property.getValue()));
            }
        }

        @Override
        public void onComponentEnd(String name, Context context) {
            if (name.equals("VEVENT")) {
                lines.addAll(lines(event));
            }
            ended = name.equals("VCALENDAR");
        }

        @Override
        public void onWarning(
                Warning warning,
                @Nullable VObjectProperty property,
                @Nullable Exception e,
                Context context) {
            throw new IllegalArgumentException(
                    "line %d: %s".formatted(context.getLineNumber(), warning.getMessage()), e);
        }
    }

    private static List<NoticedLine> lines(Map<String, String> event) {
        String summary = event.get("SUMMARY");
        String name = summary == null ? "" : summary.strip();
        String begin = event.get("DTSTART");
        if (begin == null) {
            throw wrong(name, "it has no DTSTART");
        }
        for (String recurrence : RECURRENCES) {
            if (event.containsKey(recurrence)) {
                throw wrong(
                        name,
                        "it recurs (%s): write an event for each day or span"
                                .formatted(recurrence));
            }
        }
        LocalDate from = date(name, begin);
        LocalDate until = end(name, from, event.get("DTEND"), event.get("DURATION"));
        if (!until.isAfter(from) || until.isAfter(from.plusDays(LONGEST))) {
            throw wrong(name, "it lasts from %s until %s, exclusive".formatted(from, until));
        }
        Notice.Rule rule = rule(name, event.get("CATEGORIES"));
        String year = event.get(YEAR);
        String knownFrom = event.get(KNOWN_FROM);
        try {
            Integer noticeYear = year == null ? null : Integer.valueOf(year);
            Instant known = knownFrom == null ? null : Instant.parse(knownFrom);
            return from.datesUntil(until)
                    .map(
                            day ->
                                    new NoticedLine(
                                            day,
                                            rule,
                                            holiday(name),
                                            noticeYear,
                                            known,
                                            event.get(SOURCE)))
                    .toList();
        } catch (NumberFormatException | DateTimeException e) {
            throw wrong(name, String.valueOf(e.getMessage()));
        }
    }

    /** RFC 5545, 3.6.1: by its end, exclusive, or by its duration; a day, if neither is there. */
    private static LocalDate end(
            String name, LocalDate from, @Nullable String end, @Nullable String duration) {
        if (end != null && duration != null) {
            throw wrong(name, "it has a DTEND and a DURATION: one of them is to go");
        }
        if (end != null) {
            return date(name, end);
        }
        if (duration == null) {
            return from.plusDays(1);
        }
        try {
            return from.plus(Period.parse(duration));
        } catch (DateTimeException e) {
            throw wrong(name, "its DURATION is in days or weeks, as in P3D, not " + duration);
        }
    }

    private static Notice.Rule rule(String name, @Nullable String categories) {
        String category = categories == null ? "" : categories.strip().toLowerCase(Locale.ROOT);
        boolean off = category.equals("off") || marked(name, Notice.Rule.OFF);
        boolean work = category.equals("work") || marked(name, Notice.Rule.WORK);
        if (off == work) {
            throw wrong(
                    name, "neither 休 nor 班 at one end of its summary, nor a category off or work");
        }
        return off ? Notice.Rule.OFF : Notice.Rule.WORK;
    }

    /** As in «春节 休», «休 春节» and «春节（班）». */
    private static boolean marked(String name, Notice.Rule rule) {
        String bare = bare(name);
        return bare.startsWith(rule.chinese()) || bare.endsWith(rule.chinese());
    }

    private static String holiday(String name) {
        String bare = bare(name);
        for (Notice.Rule rule : Notice.Rule.values()) {
            if (bare.endsWith(rule.chinese())) {
                return bare(bare.substring(0, bare.length() - rule.chinese().length()));
            }
            if (bare.startsWith(rule.chinese())) {
                return bare(bare.substring(rule.chinese().length()));
            }
        }
        return bare;
    }

    private static String bare(String name) {
        return name.replaceAll("^[\\s()（）\\[\\]【】]+|[\\s()（）\\[\\]【】]+$", "");
    }

    private static LocalDate date(String name, String text) {
        try {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            throw wrong(name, "an all-day event is expected, not one at " + text);
        }
    }

    private static IllegalArgumentException wrong(String name, String why) {
        return new IllegalArgumentException("event «%.64s»: %s".formatted(name, why));
    }

    static String write(String name, List<NoticedLine> lines) {
        var text = new StringWriter();
        try (var writer = new VObjectWriter(text, SyntaxStyle.NEW)) {
            writer.writeBeginComponent("VCALENDAR");
            writer.writeProperty("PRODID", "-//Chengnuo//Working calendar//ZH");
            writer.writeVersion("2.0");
            writer.writeProperty("X-WR-CALNAME", VObjectPropertyValues.escape(name));
            for (NoticedLine line : lines) {
                write(name, line, writer);
            }
            writer.writeEndComponent("VCALENDAR");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(String name, NoticedLine line, VObjectWriter writer)
            throws IOException {
        Instant knownFrom = line.knownFrom() == null ? Instant.EPOCH : line.knownFrom();
        writer.writeBeginComponent("VEVENT");
        writer.writeProperty(
                "UID",
                "%s-%s-%d@chengnuo".formatted(line.date(), name, knownFrom.getEpochSecond()));
        writer.writeProperty("DTSTAMP", MOMENT.format(knownFrom));
        writeDay("DTSTART", line.date(), writer);
        writeDay("DTEND", line.date().plusDays(1), writer);
        writer.writeProperty(
                "SUMMARY",
                VObjectPropertyValues.escape(line.holiday() + " " + line.rule().chinese()));
        writer.writeProperty("CATEGORIES", line.rule().english());
        if (line.year() != null) {
            writer.writeProperty(YEAR, line.year().toString());
        }
        if (line.knownFrom() != null) {
            writer.writeProperty(KNOWN_FROM, line.knownFrom().toString());
        }
        if (line.source() != null) {
            writer.writeProperty(SOURCE, VObjectPropertyValues.escape(line.source()));
        }
        writer.writeEndComponent("VEVENT");
    }

    private static void writeDay(String property, LocalDate day, VObjectWriter writer)
            throws IOException {
        var parameters = new VObjectParameters();
        parameters.put("VALUE", "DATE");
        writer.writeProperty(
                null, property, parameters, DateTimeFormatter.BASIC_ISO_DATE.format(day));
    }
}
