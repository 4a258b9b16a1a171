package org.chengnuo.approval.api.imports;

import org.chengnuo.approval.api.imports.ImportRefused.Reason;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;

/**
 * Reads the times of a log: ISO 8601, or by a pattern.
 *
 * <p>A time with an offset is taken at its word, unless the mapping says that the offsets of the
 * log are wrong: then it is a local time, as if it had none. A time without one is local time of
 * the mapping's time zone, and a date without a time is its midnight. Twice a year that is not
 * enough. A local time that occurs <b>twice</b> (the clocks are put back) is taken as the first of
 * the two: that is the same whenever the file is read, and lengthens a wait by an hour rather than
 * hiding it. A local time that <b>never was</b> (the clocks are put forward) is refused: no clock
 * of that zone showed it, so the zone is wrong, and with it every other time of the file.
 */
final class Timestamps {

    // No permit is older or younger: a time beyond is a mistake of the log.
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final DateTimeFormatter ISO =
            new DateTimeFormatterBuilder()
                    .appendValue(ChronoField.YEAR, 4)
                    .appendPattern("-MM-dd['T'HH:mm[:ss")
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .appendPattern("][XXX][XX][X]]")
                    .toFormatter(Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    /** Left over, they mean that the pattern says too little (an hour without a.m. or p.m.). */
    private static final List<ChronoField> PARTS_OF_TIME =
            List.of(
                    ChronoField.HOUR_OF_AMPM,
                    ChronoField.CLOCK_HOUR_OF_AMPM,
                    ChronoField.MINUTE_OF_HOUR,
                    ChronoField.SECOND_OF_MINUTE);

    private final DateTimeFormatter formatter;
    private final boolean iso;
    private final String expected;
    private final ZoneId zone;
    private final boolean offsetsIgnored;

    private Timestamps(
            DateTimeFormatter formatter,
            boolean iso,
            String expected,
            ZoneId zone,
            boolean offsetsIgnored) {
        this.formatter = formatter;
        this.iso = iso;
        this.expected = expected;
        this.zone = zone;
        this.offsetsIgnored = offsetsIgnored;
    }

    /**
     * @param pattern of {@link DateTimeFormatter}, or null for ISO 8601
     * @throws IllegalArgumentException if the pattern is none
     */
    static Timestamps of(@Nullable String pattern, ZoneId zone, boolean offsetsIgnored) {
        if (pattern == null) {
            return new Timestamps(
                    ISO, true, "ISO 8601, such as 2011-10-11T13:45:40+02:00", zone, offsetsIgnored);
        }
        DateTimeFormatter formatter =
                new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern(pattern)
                        .parseDefaulting(ChronoField.ERA, 1)
                        .toFormatter(Locale.ROOT)
                        .withResolverStyle(ResolverStyle.STRICT);
        return new Timestamps(formatter, false, pattern, zone, offsetsIgnored);
    }

    /** The instant, to the microsecond. */
    Instant read(String text, long line) {
        Instant read = instant(text, line).truncatedTo(ChronoUnit.MICROS);
        if (read.isBefore(EARLIEST) || read.isAfter(LATEST)) {
            throw ImportRefused.at(line, Reason.BAD_TIMESTAMP, text, expected);
        }
        return read;
    }

    private Instant instant(String text, long line) {
        TemporalAccessor parsed = parse(text, line);
        LocalDate date = parsed.query(TemporalQueries.localDate());
        LocalTime time = parsed.query(TemporalQueries.localTime());
        if (date == null
                || (time == null && PARTS_OF_TIME.stream().anyMatch(parsed::isSupported))) {
            throw ImportRefused.at(line, Reason.BAD_TIMESTAMP, text, expected);
        }
        LocalDateTime local = time == null ? date.atStartOfDay() : date.atTime(time);
        ZoneOffset offset = offsetsIgnored ? null : parsed.query(TemporalQueries.offset());
        if (offset != null) {
            return local.toInstant(offset);
        }
        ZoneId named = offsetsIgnored ? null : parsed.query(TemporalQueries.zoneId());
        ZoneId of = named == null ? zone : named;
        List<ZoneOffset> valid = of.getRules().getValidOffsets(local);
        if (valid.isEmpty()) {
            throw ImportRefused.at(line, Reason.NO_SUCH_LOCAL_TIME, text, of.getId());
        }
        return local.toInstant(valid.getFirst());
    }

    private TemporalAccessor parse(String text, long line) {
        String given = text.strip();
        if (iso && given.length() > 10 && given.charAt(10) == ' ') {
            given = given.substring(0, 10) + 'T' + given.substring(11);
        }
        try {
            return formatter.parse(given);
        } catch (DateTimeException unreadable) {
            throw ImportRefused.at(line, Reason.BAD_TIMESTAMP, text, expected);
        }
    }
}
