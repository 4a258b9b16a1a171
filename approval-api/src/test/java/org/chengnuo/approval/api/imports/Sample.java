package org.chengnuo.approval.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** Small logs, and how they read. */
final class Sample {

    static final Set<String> CALENDARS = Set.of("cn", "mon-fri-7-17-amsterdam");

    private Sample() {}

    static ImportMapping xes() {
        return mapping("");
    }

    static ImportMapping csv() {
        return mapping(
                """
                log: {caseId: case, activity: activity, timestamp: time}
                """);
    }

    /** A mapping of the activities «in», «ok» and «out», with further top-level fields. */
    static ImportMapping mapping(String more) {
        return MappingDocument.read(yaml(more), CALENDARS);
    }

    static String yaml(String more) {
        return """
        name: sample
        title: {zh: 样本, en: Sample}
        timeZone: Europe/Amsterdam
        calendar: cn
        promised: 20 WD
        item: {scheme: local, code: permit, name: A permit}
        acts: {in: received, ok: accepted, out: decided}
        """
                + more;
    }

    static String trace(String caseId, String... events) {
        return "<trace>\n<string key=\"concept:name\" value=\""
                + caseId
                + "\"/>\n"
                + String.join("\n", events)
                + "\n</trace>";
    }

    static String event(String activity, String time) {
        return "<event><string key=\"concept:name\" value=\""
                + activity
                + "\"/><date key=\"time:timestamp\" value=\""
                + time
                + "\"/></event>";
    }

    static String log(String... within) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log xes.version=\"1.0\">\n"
                + String.join("\n", within)
                + "\n</log>\n";
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    static List<LogRow> rows(String text, ImportMapping mapping) {
        return rows(utf8(text), mapping);
    }

    static List<LogRow> rows(byte[] bytes, ImportMapping mapping) {
        return rows(bytes, mapping, ImportLimits.standard());
    }

    static List<LogRow> rows(byte[] bytes, ImportMapping mapping, ImportLimits limits) {
        List<LogRow> rows = new ArrayList<>();
        try {
            Path file = Files.createTempFile("sample-", ".log");
            try {
                Files.write(file, bytes);
                try (OpenedLog log = OpenedLog.open(file, limits)) {
                    LogReader.of(log.format(), mapping, limits).read(log, rows::add);
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return rows;
    }

    static ImportRefused refusal(Runnable reading) {
        Throwable thrown = catchThrowable(reading::run);
        assertThat(thrown).isInstanceOf(ImportRefused.class);
        return (ImportRefused) thrown;
    }

    static ImportRefused refusal(String text, ImportMapping mapping) {
        return refusal(() -> rows(text, mapping));
    }
}
