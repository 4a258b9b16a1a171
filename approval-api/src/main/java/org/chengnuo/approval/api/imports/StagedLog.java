package org.chengnuo.approval.api.imports;

import org.chengnuo.approval.api.imports.ImportRefused.Reason;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Properties;
import java.util.SequencedSet;
import java.util.stream.Stream;

/**
 * A log that was read to its end and found good, laid out case by case.
 *
 * <p>An import reads twice. The first reading changes nothing that anybody sees: it checks every
 * row and stages it here, so that an error in the last line is found before the first event is
 * written. The second takes the cases from here, in an order that is the same each time, so that an
 * import that was killed goes on at the case where it stopped.
 *
 * <p>A log may be larger than the memory, and the rows of a case may stand anywhere in a CSV. So
 * the rows go into a DuckDB file, which groups and sorts them within a bound, on disk if need be.
 * The file gets its name only when it is complete: if it is there, it can be used.
 */
final class StagedLog implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<EnumMap<Detail, String>> SAID = new TypeReference<>() {};
    private static final String MEMORY = "128MB";
    private static final long TOLD_EVERY = 4096;
    private static final long ROWS_AT_ONCE = 20_000;
    private static final long CASES_AT_ONCE = 20_000;

    private final Connection database;
    private final Summary summary;

    private StagedLog(Connection database, Summary summary) {
        this.database = database;
        this.summary = summary;
    }

    /**
     * @param cases with at least one event
     * @param events read (those that the mapping's filter passes over do not count)
     * @param mapped events that are legal acts under the mapping
     */
    record Summary(long cases, long events, long mapped, Instant first, Instant last) {}

    /**
     * Reads and checks the whole file. On any failure nothing is left at {@code staged}.
     *
     * @param file as uploaded
     * @param staged where the staged log is to be; what is there is replaced
     * @throws ImportRefused if the file is wrong, is too large, or has nothing of the mapping
     * @throws ImportCancelled if asked to end
     */
    static StagedLog stage(
            Path file, Path staged, ImportMapping mapping, ImportLimits limits, Progress progress)
            throws IOException {
        Path part = staged.resolveSibling(staged.getFileName() + ".part");
        clear(part);
        clear(staged);
        try {
            try (Connection database = connect(part, false)) {
                Staging staging = new Staging(mapping, progress, file);
                staging.read(database, limits);
                layOut(database, mapping, limits, staging.mapped, progress);
            }
            Files.move(part, staged, StandardCopyOption.ATOMIC_MOVE);
        } catch (SQLException failure) {
            throw new StagingFailed("The log could not be staged at " + staged, failure);
        } finally {
            clear(part);
        }
        return open(staged).orElseThrow();
    }

    /** The log that was staged here before, perhaps by a process that has died since. */
    static Optional<StagedLog> open(Path staged) {
        if (!Files.exists(staged)) {
            return Optional.empty();
        }
        try {
            Connection database = connect(staged, true);
            try (Statement statement = database.createStatement();
                    ResultSet found = statement.executeQuery("select * from summary")) {
                if (!found.next()) {
                    throw new SQLException("No summary");
                }
                return Optional.of(
                        new StagedLog(
                                database,
                                new Summary(
                                        found.getLong("cases"),
                                        found.getLong("events"),
                                        found.getLong("mapped"),
                                        instant(found.getLong("first_us")),
                                        instant(found.getLong("last_us")))));
            } catch (SQLException failure) {
                database.close();
                throw failure;
            }
        } catch (SQLException failure) {
            throw new StagingFailed("The staged log at " + staged + " cannot be read", failure);
        }
    }

    /** Takes the staged log away, if there is one. */
    static void clear(Path staged) throws IOException {
        Files.deleteIfExists(staged);
        Files.deleteIfExists(staged.resolveSibling(staged.getFileName() + ".wal"));
        Path spilled = spillOf(staged);
        if (Files.isDirectory(spilled)) {
            try (Stream<Path> within = Files.walk(spilled)) {
                for (Path each : within.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    Summary summary() {
        return summary;
    }

    /**
     * The cases from the given number on, some thousand rows in memory at a time. One iterator at a
     * time, by one thread.
     */
    Iterator<StagedCase> casesFrom(long number) {
        return new Cases(number);
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException failure) {
            throw new StagingFailed("The staged log could not be closed", failure);
        }
    }

    private static Connection connect(Path file, boolean readOnly) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", MEMORY);
        settings.setProperty("threads", "1");
        settings.setProperty("temp_directory", spillOf(file).toString());
        settings.setProperty("preserve_insertion_order", "false");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("duckdb.read_only", String.valueOf(readOnly));
        return DriverManager.getConnection("jdbc:duckdb:" + file.toAbsolutePath(), settings);
    }

    private static Path spillOf(Path file) {
        return file.toAbsolutePath().resolveSibling(file.getFileName() + ".spill");
    }

    /**
     * Groups and sorts what was read, in steps that DuckDB can each do on disk: to number the cases
     * with an order inside {@code over()} would hold all of them in memory. Whoever reads, orders
     * by columns: that the rows lie in that order only makes it quick.
     */
    private static void layOut(
            Connection database,
            ImportMapping mapping,
            ImportLimits limits,
            long mapped,
            Progress progress)
            throws SQLException {
        try (Statement sql = database.createStatement()) {
            sql.execute(
                    """
                    create table found as
                    select case_id, min(sequence) as first_sequence, count(*) as events,
                           min(at_us) as first_us, max(at_us) as last_us
                    from read group by case_id
                    """);
            stopIfCancelled(progress);
            sql.execute(
                    """
                    create table cases as
                    select row_number() over () - 1 as number, *
                    from (select * from found order by first_sequence)
                    """);
            sql.execute("drop table found");
            refuseLargeCase(sql, mapping, limits);
            stopIfCancelled(progress);
            sql.execute(
                    """
                    create table ordered as
                    select cases.number, read.* exclude (case_id)
                    from read join cases using (case_id)
                    order by cases.number, read.at_us, read.sequence
                    """);
            stopIfCancelled(progress);
            sql.execute("drop table read");
            sql.execute(
                    """
                    create table summary as
                    select count(*) as cases, sum(events)::bigint as events, %d::bigint as mapped,
                           min(first_us) as first_us, max(last_us) as last_us
                    from cases
                    """
                            .formatted(mapped));
            sql.execute("checkpoint");
        }
    }

    private static void refuseLargeCase(Statement sql, ImportMapping mapping, ImportLimits limits)
            throws SQLException {
        try (ResultSet largest =
                sql.executeQuery(
                        "select case_id, events from cases order by events desc limit 1")) {
            if (largest.next() && largest.getLong("events") > limits.eventsPerCase()) {
                throw ImportRefused.because(
                        Reason.TOO_MANY_EVENTS_IN_CASE,
                        largest.getString("case_id"),
                        largest.getLong("events"),
                        limits.eventsPerCase(),
                        mapping.keys().caseId());
            }
        }
    }

    private static void stopIfCancelled(Progress progress) {
        if (progress.cancelled()) {
            throw new ImportCancelled();
        }
    }

    private static @Nullable String written(Map<Detail, String> said) {
        return said.isEmpty() ? null : JSON.writeValueAsString(said);
    }

    private static Map<Detail, String> read(@Nullable String said) {
        return said == null ? Map.of() : JSON.readValue(said, SAID);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** The staged log could not be written or read: no fault of the file's. */
    static final class StagingFailed extends RuntimeException {

        StagingFailed(String message, SQLException cause) {
            super(message, cause);
        }
    }

    /** The first reading. */
    private static final class Staging {

        private final ImportMapping mapping;
        private final Progress progress;
        private final Path file;
        private final SequencedSet<String> firstActivities = new LinkedHashSet<>();
        private long events;
        private long mapped;

        Staging(ImportMapping mapping, Progress progress, Path file) {
            this.mapping = mapping;
            this.progress = progress;
            this.file = file;
        }

        void read(Connection database, ImportLimits limits) throws SQLException, IOException {
            long size = Files.size(file);
            try (Statement sql = database.createStatement()) {
                sql.execute(
                        """
                        create table read (
                            sequence bigint not null, case_id varchar not null, at_us bigint not null,
                            activity varchar not null, resource varchar, said varchar,
                            line bigint not null)
                        """);
            }
            try (OpenedLog log = OpenedLog.open(file, limits);
                    DuckDBAppender appender =
                            database.unwrap(DuckDBConnection.class).createAppender("read")) {
                LogReader.of(log.format(), mapping, limits)
                        .read(
                                log,
                                row -> {
                                    append(row, appender);
                                    if (events % TOLD_EVERY == 0) {
                                        stopIfCancelled(progress);
                                        progress.read(log.uploadedBytesRead(), size, events);
                                    }
                                });
            }
            if (events == 0) {
                throw ImportRefused.because(Reason.EMPTY);
            }
            if (mapped == 0) {
                throw ImportRefused.because(
                        Reason.NOTHING_MAPPED,
                        List.copyOf(mapping.acts().sequencedKeySet()),
                        List.copyOf(firstActivities));
            }
            stopIfCancelled(progress);
            progress.read(size, size, events);
        }

        private void append(LogRow row, DuckDBAppender appender) {
            events++;
            if (mapping.actOf(row).isPresent()) {
                mapped++;
            } else if (firstActivities.size() < 5) {
                firstActivities.add(row.activity());
            }
            try {
                appender.beginRow()
                        .append(row.sequence())
                        .append(row.caseId())
                        .append(ChronoUnit.MICROS.between(Instant.EPOCH, row.at()))
                        .append(row.activity());
                orNull(appender, row.resource());
                orNull(appender, written(row.said()));
                appender.append(row.line()).endRow();
            } catch (SQLException failure) {
                throw new StagingFailed("A row could not be staged", failure);
            }
        }

        private static void orNull(DuckDBAppender appender, @Nullable String value)
                throws SQLException {
            if (value == null) {
                appender.appendNull();
            } else {
                appender.append(value);
            }
        }
    }

    /** The second reading: a window of cases, then the rows of as many of them as fit. */
    private final class Cases implements Iterator<StagedCase> {

        private final List<StagedCase> read = new ArrayList<>();
        private int next;
        private long number;

        Cases(long number) {
            this.number = number;
        }

        @Override
        public boolean hasNext() {
            return next < read.size() || number < summary.cases();
        }

        @Override
        public StagedCase next() {
            if (next == read.size()) {
                if (number >= summary.cases()) {
                    throw new NoSuchElementException();
                }
                read.clear();
                next = 0;
                try {
                    long end = endOfNextRead();
                    readRows(end);
                    number = end;
                } catch (SQLException failure) {
                    throw new StagingFailed("Case " + number + " cannot be read", failure);
                }
            }
            return read.get(next++);
        }

        private long endOfNextRead() throws SQLException {
            try (PreparedStatement cases =
                    database.prepareStatement(
                            "select number, events from cases where number >= ? and number < ?"
                                    + " order by number")) {
                cases.setLong(1, number);
                cases.setLong(2, number + CASES_AT_ONCE);
                long end = number;
                long rows = 0;
                try (ResultSet found = cases.executeQuery()) {
                    while (found.next()) {
                        rows += found.getLong("events");
                        if (rows > ROWS_AT_ONCE && end > number) {
                            break;
                        }
                        end = found.getLong("number") + 1;
                    }
                }
                return end;
            }
        }

        private void readRows(long end) throws SQLException {
            try (PreparedStatement ordered =
                    database.prepareStatement(
                            """
                            select number, case_id, sequence, at_us, activity, resource, said, line
                            from ordered join cases using (number)
                            where ordered.number >= ? and ordered.number < ?
                              and cases.number >= ? and cases.number < ?
                            order by number, at_us, sequence
                            """)) {
                ordered.setLong(1, number);
                ordered.setLong(2, end);
                ordered.setLong(3, number);
                ordered.setLong(4, end);
                try (ResultSet found = ordered.executeQuery()) {
                    List<LogRow> rows = new ArrayList<>();
                    long ofCase = -1;
                    while (found.next()) {
                        long of = found.getLong(1);
                        if (of != ofCase) {
                            keep(ofCase, rows);
                            ofCase = of;
                        }
                        rows.add(
                                new LogRow(
                                        found.getString(2),
                                        found.getString(5),
                                        instant(found.getLong(4)),
                                        found.getString(6),
                                        read(found.getString(7)),
                                        found.getLong(8),
                                        found.getLong(3)));
                    }
                    keep(ofCase, rows);
                }
            }
        }

        private void keep(long ofCase, List<LogRow> rows) {
            if (!rows.isEmpty()) {
                read.add(new StagedCase(ofCase, rows.getFirst().caseId(), rows));
                rows.clear();
            }
        }
    }
}
