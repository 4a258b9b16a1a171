package org.chengnuo.approval.api.calendar;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

import org.chengnuo.approval.calendar.Notice;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Notices as iCalendar (RFC 5545): all-day events, each a day off or a make-up working day by its
 * category, or by 休 or 班 at one end of its summary, as the common calendars of Chinese holidays
 * have it. What recurs is not read.
 */
final class NoticeIcs {

    private static final String YEAR = "X-CHENGNUO-NOTICE-YEAR";
    private static final String KNOWN_FROM = "X-CHENGNUO-KNOWN-FROM";

    /** An event of more days is a mistake. */
    private static final int LONGEST = 31;

    private NoticeIcs() {}

    /**
     * @throws IllegalArgumentException if it cannot be read; it tells the event
     */
    static List<NoticedLine> read(String text) {
        Calendar calendar;
        try {
            calendar = new CalendarBuilder().build(new StringReader(text));
        } catch (ParserException e) {
            throw new IllegalArgumentException("line %d: no iCalendar".formatted(e.getLineNo()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var lines = new ArrayList<NoticedLine>();
        for (Component event : calendar.getComponents(Component.VEVENT)) {
            lines.addAll(lines(event));
        }
        return lines;
    }

    private static List<NoticedLine> lines(Component event) {
        String summary = text(event, Property.SUMMARY);
        String name = summary == null ? "" : summary.strip();
        String begin = text(event, Property.DTSTART);
        if (begin == null) {
            throw wrong(name, "it has no DTSTART");
        }
        if (event.getProperty(Property.RRULE).isPresent()) {
            throw wrong(name, "it recurs");
        }
        LocalDate from = date(name, begin);
        String end = text(event, Property.DTEND);
        LocalDate until = end == null ? from.plusDays(1) : date(name, end);
        if (!until.isAfter(from) || until.isAfter(from.plusDays(LONGEST))) {
            throw wrong(name, "it lasts from %s until %s, exclusive".formatted(from, until));
        }
        Notice.Rule rule = rule(name, text(event, Property.CATEGORIES));
        String year = text(event, YEAR);
        String knownFrom = text(event, KNOWN_FROM);
        try {
            Integer noticeYear = year == null ? null : Integer.valueOf(year);
            Instant known = knownFrom == null ? null : Instant.parse(knownFrom);
            return from.datesUntil(until)
                    .map(day -> new NoticedLine(day, rule, holiday(name), noticeYear, known))
                    .toList();
        } catch (NumberFormatException | DateTimeException e) {
            throw wrong(name, String.valueOf(e.getMessage()));
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

    private static @Nullable String text(Component event, String property) {
        return event.getProperty(property).map(Property::getValue).orElse(null);
    }

    private static IllegalArgumentException wrong(String name, String why) {
        return new IllegalArgumentException("event «%.64s»: %s".formatted(name, why));
    }

    static String write(String name, List<NoticedLine> lines) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Chengnuo//Working calendar//ZH"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(new XProperty("X-WR-CALNAME", name));
        for (NoticedLine line : lines) {
            calendar.add(event(name, line));
        }
        var text = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static VEvent event(String name, NoticedLine line) {
        Instant knownFrom = line.knownFrom() == null ? Instant.EPOCH : line.knownFrom();
        var event = new VEvent(false);
        event.add(
                new Uid(
                        "%s-%s-%d@chengnuo"
                                .formatted(line.date(), name, knownFrom.getEpochSecond())));
        event.add(new DtStamp(knownFrom));
        event.add(new DtStart<>(line.date()));
        event.add(new DtEnd<>(line.date().plusDays(1)));
        event.add(new Summary(line.holiday() + " " + line.rule().chinese()));
        event.add(new Categories(line.rule().english()));
        if (line.year() != null) {
            event.add(new XProperty(YEAR, line.year().toString()));
        }
        if (line.knownFrom() != null) {
            event.add(new XProperty(KNOWN_FROM, line.knownFrom().toString()));
        }
        return event;
    }
}
