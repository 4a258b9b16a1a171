package org.chengnuo.approval.api.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;

import org.chengnuo.approval.api.imports.ImportRefused.Reason;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads CSV (RFC 4180) in UTF-8, with a header.
 *
 * <p>Malformed bytes are decoded to a character that no text may hold, and found in the fields: so
 * the error names the line, which a failing decoder, reading ahead, could not.
 */
final class CsvLog implements LogReader {

    /** A noncharacter: Unicode keeps it for such internal use. */
    private static final String MALFORMED = "\uFFFF";

    private final ImportMapping mapping;
    private final ImportLimits limits;

    CsvLog(ImportMapping mapping, ImportLimits limits) {
        this.mapping = mapping;
        this.limits = limits;
    }

    @Override
    public void read(OpenedLog log, Consumer<LogRow> rows) throws IOException {
        Reader text =
                new InputStreamReader(
                        log.bytes(),
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                                .replaceWith(MALFORMED));
        long line = 0;
        try (CsvReader<CsvRecord> records = parser(text)) {
            Iterator<CsvRecord> each = records.iterator();
            if (!each.hasNext()) {
                throw ImportRefused.because(Reason.EMPTY);
            }
            CsvRecord first = each.next();
            line = first.getStartingLineNumber();
            Columns columns = new Columns(checked(first));
            LogRows found = new LogRows(mapping, rows);
            while (each.hasNext()) {
                CsvRecord csv = each.next();
                line = csv.getStartingLineNumber();
                columns.read(checked(csv), line, found);
            }
        } catch (CsvParseException | UncheckedIOException broken) {
            throw refused(broken, line);
        }
    }

    private CsvReader<CsvRecord> parser(Reader text) {
        return CsvReader.builder()
                .fieldSeparator(mapping.keys().separator())
                .maxBufferSize(2 * limits.fieldLength())
                .build(
                        CsvRecordHandler.of(
                                handler ->
                                        handler.maxFields(1_000)
                                                .maxFieldSize(limits.fieldLength())
                                                .maxRecordSize(16 * limits.fieldLength())),
                        text);
    }

    private static CsvRecord checked(CsvRecord csv) {
        long line = csv.getStartingLineNumber();
        for (int i = 0; i < csv.getFieldCount(); i++) {
            String field = csv.getField(i);
            if (field.contains(MALFORMED)) {
                throw ImportRefused.at(line, Reason.BAD_ENCODING);
            }
            if (field.indexOf('\0') >= 0) {
                throw ImportRefused.at(line, Reason.BROKEN_CSV, "a NUL character");
            }
        }
        return csv;
    }

    private static ImportRefused refused(RuntimeException broken, long lastGoodLine) {
        ImportRefused ours = ImportRefused.within(broken);
        if (ours != null) {
            return ours;
        }
        Throwable said = broken.getCause() == null ? broken : broken.getCause();
        return ImportRefused.because(
                Reason.BROKEN_CSV, "after line " + lastGoodLine + ": " + said.getMessage());
    }

    /** Where in a record the mapping's columns are. */
    private final class Columns {

        private final Map<String, Integer> places = new HashMap<>();
        private final List<String> header = new ArrayList<>();
        private final int caseId;
        private final int activity;
        private final int timestamp;
        private final int resource;
        private final Map<Detail, Integer> taken = new EnumMap<>(Detail.class);
        private final Map<Integer, String> only = new HashMap<>();

        Columns(CsvRecord first) {
            for (int i = 0; i < first.getFieldCount(); i++) {
                String name = first.getField(i).strip();
                header.add(name);
                if (places.putIfAbsent(name, i) != null) {
                    throw ImportRefused.at(
                            first.getStartingLineNumber(),
                            Reason.BROKEN_CSV,
                            "two columns «" + name + "»");
                }
            }
            ImportMapping.Keys keys = mapping.keys();
            if (keys.caseId().equals(keys.activity())) {
                throw ImportRefused.because(
                        Reason.WRONG_MAPPING,
                        "log.caseId",
                        "the same column as log.activity",
                        "in a CSV, a column of its own");
            }
            caseId = place(keys.caseId());
            activity = place(keys.activity());
            timestamp = place(keys.timestamp());
            resource =
                    keys.resource() == null
                            ? places.getOrDefault(keys.resourceKey(), -1)
                            : place(keys.resource());
            mapping.taken(true).forEach((detail, column) -> taken.put(detail, place(column)));
            mapping.taken(false).forEach((detail, column) -> taken.put(detail, place(column)));
            keys.only().forEach((column, value) -> only.put(place(column), value));
        }

        void read(CsvRecord csv, long line, LogRows found) {
            for (Map.Entry<Integer, String> wanted : only.entrySet()) {
                if (!wanted.getValue().equals(csv.getField(wanted.getKey()))) {
                    return;
                }
            }
            found.event(
                    found.caseId(csv.getField(caseId), line),
                    new LogRows.Values(
                            csv.getField(activity),
                            csv.getField(timestamp),
                            field(csv, resource),
                            said(csv)),
                    line);
        }

        private Map<Detail, String> said(CsvRecord csv) {
            Map<Detail, String> said = new EnumMap<>(Detail.class);
            taken.forEach((detail, place) -> said.put(detail, csv.getField(place)));
            return said;
        }

        private int place(String column) {
            Integer place = places.get(column);
            if (place == null) {
                throw ImportRefused.because(Reason.MISSING_COLUMN, column, header);
            }
            return place;
        }

        private static @Nullable String field(CsvRecord csv, int place) {
            return place < 0 ? null : csv.getField(place);
        }
    }
}
