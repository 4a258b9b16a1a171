package org.chengnuo.approval.api.imports;

import org.chengnuo.approval.api.imports.ImportRefused.Reason;
import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Makes rows of what a reader found: the one place that says what an event must have. */
final class LogRows {

    private final ImportMapping mapping;
    private final Timestamps timestamps;
    private final Consumer<LogRow> rows;
    private @Nullable Map<Detail, String> lastSaid;
    private long sequence;

    LogRows(ImportMapping mapping, Consumer<LogRow> rows) {
        this.mapping = mapping;
        this.timestamps =
                Timestamps.of(
                        mapping.keys().timestampFormat(),
                        mapping.timeZone(),
                        mapping.offsetsIgnored());
        this.rows = rows;
    }

    /** The identity of a case, checked; asked once for each trace, or for each row. */
    String caseId(@Nullable String value, long line) {
        return required(mapping.keys().caseId(), value, line, Reason.MISSING_CASE_ID);
    }

    void event(String caseId, Values values, long line) {
        ImportMapping.Keys keys = mapping.keys();
        String activity =
                required(keys.activity(), values.activity(), line, Reason.MISSING_ACTIVITY);
        String timestamp = kept(keys.timestamp(), values.timestamp(), line);
        if (timestamp == null) {
            throw ImportRefused.at(line, Reason.MISSING_TIMESTAMP, keys.timestamp());
        }
        Map<Detail, String> said = new EnumMap<>(Detail.class);
        values.said()
                .forEach(
                        (detail, value) -> {
                            String kept = kept(detail.field(), value, line);
                            if (kept != null) {
                                said.put(detail, kept);
                            }
                        });
        if (!said.equals(lastSaid)) {
            mapping.check(said, line);
            lastSaid = said;
        }
        rows.accept(
                new LogRow(
                        caseId,
                        activity,
                        timestamps.read(timestamp, line),
                        kept(keys.resourceKey(), values.resource(), line),
                        said,
                        line,
                        sequence++));
    }

    private static String required(
            String key, @Nullable String value, long line, Reason ifMissing) {
        String kept = kept(key, value, line);
        if (kept == null) {
            throw ImportRefused.at(line, ifMissing, key);
        }
        return kept;
    }

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private static @Nullable String kept(String key, @Nullable String value, long line) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > ImportLimits.KEPT_LENGTH) {
            throw ImportRefused.at(
                    line, Reason.FIELD_TOO_LONG, key, value.length(), ImportLimits.KEPT_LENGTH);
        }
        // As no text of the journal has any: a database may refuse them.
        return CONTROL.matcher(value.strip()).replaceAll("\uFFFD");
    }

    /**
     * What the log says of one event, unchecked.
     *
     * @param said of the case and of the event, where the mapping takes it from the log
     */
    record Values(
            @Nullable String activity,
            @Nullable String timestamp,
            @Nullable String resource,
            Map<Detail, String> said) {}
}
