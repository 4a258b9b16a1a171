package org.chengnuo.approval.api.calendar;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;

import org.chengnuo.approval.calendar.Notice;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Notices as CSV, with the columns of the calendars that come with the program, and the document:
 * {@code date,rule,holiday,notice_year,known_from,source}. The last three may be left out.
 */
final class NoticeCsv {

    private static final List<String> COLUMNS =
            List.of("date", "rule", "holiday", "notice_year", "known_from", "source");

    private NoticeCsv() {}

    /**
     * @throws IllegalArgumentException if it cannot be read; it tells the line
     */
    static List<NoticedLine> read(String text) {
        var lines = new ArrayList<NoticedLine>();
        int columns = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
            for (CsvRecord record : reader) {
                if (record.getField(0).startsWith("#")) {
                    continue;
                }
                if (columns == 0) {
                    columns = columns(record);
                } else if (record.getFieldCount() != columns) {
                    throw wrong(record, columns + " fields are expected");
                } else {
                    lines.add(line(record));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private static int columns(CsvRecord header) {
        int columns = header.getFieldCount();
        if (columns < 3
                || columns > COLUMNS.size()
                || !header.getFields().equals(COLUMNS.subList(0, columns))) {
            throw wrong(
                    header,
                    "the columns are %s, and the last three may be left out".formatted(COLUMNS));
        }
        return columns;
    }

    private static NoticedLine line(CsvRecord record) {
        try {
            @Nullable String year = optional(record, 3);
            @Nullable String knownFrom = optional(record, 4);
            return new NoticedLine(
                    LocalDate.parse(record.getField(0).strip()),
                    rule(record.getField(1)),
                    record.getField(2).strip(),
                    year == null ? null : Integer.valueOf(year),
                    knownFrom == null ? null : OffsetDateTime.parse(knownFrom).toInstant(),
                    optional(record, 5));
        } catch (RuntimeException e) {
            throw wrong(record, String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String optional(CsvRecord record, int column) {
        if (column >= record.getFieldCount() || record.getField(column).isBlank()) {
            return null;
        }
        return record.getField(column).strip();
    }

    private static Notice.Rule rule(String text) {
        return switch (text.strip()) {
            case "off" -> Notice.Rule.OFF;
            case "work" -> Notice.Rule.WORK;
            default ->
                    throw new IllegalArgumentException(
                            "the rule is off or work, not «%s»".formatted(text));
        };
    }

    private static IllegalArgumentException wrong(CsvRecord record, String why) {
        return new IllegalArgumentException(
                "line %d: %s".formatted(record.getStartingLineNumber(), why));
    }

    /**
     * @param zone in which the moments are written
     */
    static String write(List<NoticedLine> lines, ZoneId zone) {
        var text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord(COLUMNS);
            for (NoticedLine line : lines) {
                Instant knownFrom = line.knownFrom();
                writer.writeRecord(
                        line.date().toString(),
                        line.rule().name().toLowerCase(Locale.ROOT),
                        line.holiday(),
                        line.year() == null ? "" : line.year().toString(),
                        knownFrom == null
                                ? ""
                                : knownFrom.atZone(zone).toOffsetDateTime().toString(),
                        line.source() == null ? "" : line.source());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
