package org.chengnuo.approval.projections.reviewtimes;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.chengnuo.approval.calendar.ShippedCalendars;
import org.chengnuo.approval.policy.Policies;
import org.chengnuo.approval.projections.intake.ParkedEvents;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;
import org.postgresql.ds.PGSimpleDataSource;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * How fast the questions of the analysts are answered: ten million decided filings, with six
 * versions each, of 93 zones, 30 items and eight years; beside the same questions in PostgreSQL and
 * with all durations in memory, in one run.
 *
 * <p>{@code deploy/benchmark StatisticsBenchmark}, see deploy/benchmarks.md. Its arguments are the
 * folder for the files, which it keeps for the next run, the number of filings, and the memory of
 * the statistics.
 */
final class StatisticsBenchmark {

    private static final UUID JOURNAL = new UUID(0, 1);
    private static final int RUNS = 20;

    /** Transactions of the synthetic journal: eight for each filing. */
    private final long transactions;

    private final Path folder;
    private final int filings;
    private final String memory;

    private StatisticsBenchmark(Path folder, int filings, String memory) {
        this.folder = folder;
        this.filings = filings;
        this.transactions = filings * 8L;
        this.memory = memory;
    }

    public static void main(String[] arguments) throws Exception {
        new StatisticsBenchmark(
                        Path.of(arguments.length > 0 ? arguments[0] : "target/benchmark"),
                        arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000_000,
                        arguments.length > 2 ? arguments[2] : "1GB")
                .run();
    }

    private void run() throws Exception {
        Files.createDirectories(folder);
        Path file = folder.resolve("reviewtimes.duckdb");
        if (!Files.exists(file)) {
            make(file);
        }
        var times =
                new ReviewTimes(
                        new StatisticsSettings(folder, memory, 2),
                        new ParkedEvents(new PGSimpleDataSource()),
                        new Rulebook(ShippedCalendars::named, () -> Policies.SHIPPED));
        var _ = times.open(JOURNAL);
        var turnarounds = new Turnarounds(times);
        System.out.printf(
                "%,d filings decided, memory of the statistics %s, 2 threads%n", filings, memory);
        size(times, file);

        Question question = Question.of(Measure.REVIEW, Clock.WORKING);
        Question oneZone =
                question.of(
                        FactFilter.ALL
                                .with(Dimension.ZONE, "LF-05")
                                .with(Dimension.ITEM, "cn-shanxi:item-07"));
        Question most =
                question.of(
                        FactFilter.ALL
                                .with(Dimension.KIND, "PROMISED")
                                .with(Dimension.PROJECT_TYPE, "RECORD_FILED"));
        Question half =
                question.of(
                        FactFilter.ALL
                                .with(Dimension.ITEM_CLASS, "KEPT_APPROVAL")
                                .with(Dimension.AGENT, "false"));
        Question byZone = question.by(Dimension.ZONE);
        Question byMonth = question.by(Dimension.ZONE, Dimension.MONTH);
        Question ended = byMonth.by(Cohort.DECIDED);
        System.out.printf(
                "%-46s %10s %10s %10s%n", "median of " + RUNS + ", ms", "now", "as of", "as of");
        System.out.printf("%-46s %10s %10s %10s%n", "", "", "7/8", "1/2");
        row(turnarounds, "zone and item", oneZone);
        row(turnarounds, "class and agent (half of all)", half);
        row(turnarounds, "kind and type (most of all)", most);
        row(turnarounds, "all", question);
        row(turnarounds, "by zone", byZone);
        row(turnarounds, "by zone and month, with what was open", byMonth);
        row(turnarounds, "by zone and month of the decision", ended);
        inMemory(times);
        inPostgres(times);
        times.close();
        memory();
    }

    private void row(Turnarounds turnarounds, String name, Question question) throws Exception {
        System.out.printf(
                "%-46s %10.1f %10.1f %10.1f   %,d groups%n",
                name,
                median(() -> turnarounds.answer(question)),
                median(() -> turnarounds.answer(question.asOf(new AsOf.At(transactions * 7 / 8)))),
                median(() -> turnarounds.answer(question.asOf(new AsOf.At(transactions / 2)))),
                turnarounds.answer(question).groups().size());
    }

    private static double median(Callable<?> question) throws Exception {
        var times = new double[RUNS];
        for (int i = -2; i < RUNS; i++) {
            long began = System.nanoTime();
            Object answer = question.call();
            if (answer == null) {
                throw new IllegalStateException("no answer");
            }
            if (i >= 0) {
                times[i] = (System.nanoTime() - began) / 1e6;
            }
        }
        Arrays.sort(times);
        return (times[RUNS / 2 - 1] + times[RUNS / 2]) / 2;
    }

    private void make(Path file) throws SQLException, java.io.IOException {
        long began = System.nanoTime();
        Path beside = folder.resolve("making.duckdb");
        Files.deleteIfExists(beside);
        var properties = new Properties();
        properties.setProperty("threads", "2");
        properties.setProperty("memory_limit", "4GB");
        try (Connection connection =
                        DriverManager.getConnection("jdbc:duckdb:" + beside, properties);
                Statement statement = connection.createStatement()) {
            try (var tables = StatisticsBenchmark.class.getResourceAsStream("table.sql")) {
                statement.execute(
                        new String(
                                java.util.Objects.requireNonNull(tables).readAllBytes(),
                                java.nio.charset.StandardCharsets.UTF_8));
            }
            statement.execute(
                    "insert into about values (uuid(), %d, '%s', %d, 1)"
                            .formatted(ReviewTimes.VERSION, JOURNAL, transactions));
            // In the order in which a settled table stands.
            statement.execute("create temp table seed as " + seeds(filings));
            insert(statement, "fact", Map.of());
            // The five versions before: received, accepted, stopped, running again, decided.
            for (int version = 0; version < 5; version++) {
                var changed = new HashMap<String, String>();
                changed.put("known_from", "tx + " + version);
                changed.put("known_at", "received_at + interval " + version + " day");
                changed.put("known_to", "tx + " + (version + 1));
                changed.put("known_until", "received_at + interval " + (version + 1) + " day");
                if (version < 4) {
                    for (String column : columns(statement, "fact")) {
                        if (column.startsWith("decided")
                                || column.startsWith("delivered")
                                || column.startsWith("review")
                                || column.startsWith("gross")
                                || column.startsWith("path")
                                || column.startsWith("delivery")
                                || column.startsWith("used")
                                || column.matches(
                                        "(promised|original|statutory|statutory_original)_(claimed|attested|gross)")) {
                            changed.put(column, "null");
                        }
                    }
                }
                insert(statement, "past", changed);
            }
            statement.execute("checkpoint");
        }
        Files.move(beside, file);
        System.out.printf("made in %d s%n", (System.nanoTime() - began) / 1_000_000_000);
    }

    private static String seeds(int filings) {
        return """
        select *, cast(decided as timestamp) + interval 6 hour as decided_at,
            cast(decided as timestamp) + interval 6 hour - to_milliseconds(v * 4) as accepted_at,
            cast(decided as timestamp) + interval 5 hour - to_milliseconds(v * 4) as received_at,
            -- Recorded in the order of time, eight transactions for each filing.
            cast((decided - date '2018-01-01') * (%1$d * 8.0 / 2910) as bigint) as tx
        from (select i, i * 93 // %1$d as z, hash(i) %% 30 as it,
                date '2018-01-02' + cast((i * 93 %% %1$d) * 2900.0 / %1$d as integer) as decided,
                cast(exp(sqrt(-2 * ln(random() + 1e-12)) * cos(2 * pi() * random()) * 0.9 + 12)
                    * 1000 as bigint) as v
            from range(%1$d) r(i))
        """
                .formatted(filings);
    }

    private static List<String> columns(Statement statement, String table) throws SQLException {
        var names = new ArrayList<String>();
        try (ResultSet rows =
                statement.executeQuery(
                        "select column_name from information_schema.columns where table_name = '%s' order by ordinal_position"
                                .formatted(table))) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** Each column as the seed has it, or a plausible constant. */
    private static void insert(Statement statement, String table, Map<String, String> changed)
            throws SQLException {
        var values = new ArrayList<String>();
        for (String column : columns(statement, table)) {
            String value = changed.get(column);
            values.add(value == null ? value(column) : value);
        }
        statement.execute(
                "insert into %s select %s from seed order by i"
                        .formatted(table, String.join(", ", values)));
    }

    private static String value(String column) {
        return switch (column) {
            case "known_from" -> "tx + 5";
            case "known_at" -> "decided_at";
            case "project" -> "cast(format('{:032x}', i // 5) as uuid)";
            case "filing" -> "format('{:08x}-0000-7000-8000-000000000000-F{}', i // 5, i % 5)";
            case "case_id", "import_id", "closed_at", "closed_on", "revoked_at", "revoked_on" ->
                    "null";
            case "zone" -> "format('LF-{:02d}', z)";
            case "region" -> "format('1410{:02d}', z % 20)";
            case "industry" -> "format('{:04d}', hash(i // 5) % 400)";
            case "project_type" ->
                    "case when hash(i // 5) % 10 < 8 then 'RECORD_FILED' else 'APPROVED' end";
            case "enterprise" -> "format('91141000MA{:06d}XX', hash(i // 5) % 50000)";
            case "item" -> "format('cn-shanxi:item-{:02d}', it)";
            case "item_class" -> "case when it < 15 then 'KEPT_APPROVAL' else 'FILING_ONLY' end";
            case "department" -> "format('D-{}', it % 9)";
            case "center" -> "format('LF-{:02d}-{}', z, it % 2)";
            case "kind" -> "case when it % 5 = 0 then 'IMMEDIATE' else 'PROMISED' end";
            case "edition" -> "case when decided < date '2021-01-01' then '2018' else '2021' end";
            case "channel" -> "'window'";
            case "agent" -> "hash(i // 5) % 3 = 0";
            case "imported", "deemed" -> "false";
            case "state" -> "'DELIVERED'";
            case "calendar" -> "'cn'";
            case "promised" -> "10";
            case "statutory" -> "20";
            case "promised_unit", "statutory_unit" -> "'WD'";
            case "stops" -> "cast(hash(i) % 10 = 0 as integer)";
            case "late_after" -> "3600000";
            case "extension", "extension_unit", "extended_at", "extension_recorded_at" -> "null";
            case "first_at", "received_at" -> "received_at";
            case "first_on", "received_on" -> "cast(received_at as date)";
            case "requested_at", "answered_at", "requested_on", "answered_on" -> "null";
            case "accepted_at" -> "accepted_at";
            case "accepted_on" -> "cast(accepted_at as date)";
            case "decided_at" -> "decided_at";
            case "decided_on" -> "decided";
            case "delivered_at", "last_at" -> "decided_at + interval 2 day";
            case "delivered_on", "last_on" -> "decided + 2";
            default -> {
                if (column.endsWith("_working") || column.contains("working_")) {
                    yield "v";
                }
                if (column.endsWith("_calendar") || column.contains("calendar_")) {
                    yield "v * 4";
                }
                if (column.startsWith("used")) {
                    yield "v // 25200000";
                }
                yield column.matches(
                                "(promised|original|statutory|statutory_original)_(claimed|attested|gross)")
                        ? "v < 252000000"
                        : "null";
            }
        };
    }

    private void size(ReviewTimes times, Path file) throws java.io.IOException {
        long past =
                times.read(
                        (connection, _) ->
                                Sql.of("select count(*) from past")
                                        .query(connection, row -> row.getLong(1))
                                        .getFirst());
        System.out.printf(
                "%,d earlier versions; %.1f GB on disk, %.0f bytes a version%n",
                past, Files.size(file) / 1e9, (double) Files.size(file) / (filings + past));
    }

    /** As pm4py does it: all durations in memory, filtered, sorted, and counted to the rank. */
    private void inMemory(ReviewTimes times) throws Exception {
        var durations = new long[filings];
        var zones = new byte[filings];
        var chosen = new boolean[filings];
        int n =
                times.read(
                        (connection, _) -> {
                            int i = 0;
                            try (Statement statement = connection.createStatement();
                                    ResultSet rows =
                                            statement.executeQuery(
                                                    "select review_working_claimed, cast(zone[4:]"
                                                            + " as utinyint), kind = 'PROMISED' and"
                                                            + " project_type = 'RECORD_FILED' from"
                                                            + " fact")) {
                                while (rows.next()) {
                                    durations[i] = rows.getLong(1);
                                    zones[i] = (byte) rows.getInt(2);
                                    chosen[i++] = rows.getBoolean(3);
                                }
                            }
                            return i;
                        });
        System.out.printf(
                "%-46s %10.1f%n",
                "in memory: kind and type, sorted",
                median(
                        () -> {
                            var kept = new long[n];
                            int k = 0;
                            for (int i = 0; i < n; i++) {
                                if (chosen[i]) {
                                    kept[k++] = durations[i];
                                }
                            }
                            return ranks(Arrays.copyOf(kept, k));
                        }));
        System.out.printf(
                "%-46s %10.1f%n",
                "in memory: by zone, sorted",
                median(
                        () -> {
                            var sizes = new int[128];
                            for (int i = 0; i < n; i++) {
                                sizes[zones[i]]++;
                            }
                            var groups = new long[128][];
                            for (int z = 0; z < 128; z++) {
                                groups[z] = new long[sizes[z]];
                            }
                            for (int i = 0; i < n; i++) {
                                groups[zones[i]][--sizes[zones[i]]] = durations[i];
                            }
                            var all = new ArrayList<long[]>();
                            for (long[] group : groups) {
                                if (group.length > 0) {
                                    all.add(ranks(group));
                                }
                            }
                            return all;
                        }));
    }

    private static long[] ranks(long[] values) {
        Arrays.sort(values);
        int n = values.length;
        return new long[] {
            values[(n * 50 + 99) / 100 - 1],
            values[(int) (((long) n * 90 + 99) / 100) - 1],
            values[(int) (((long) n * 95 + 99) / 100) - 1],
            values[n - 1]
        };
    }

    private void inPostgres(ReviewTimes times) throws Exception {
        Path rows = folder.resolve("facts.csv");
        String to = rows.toAbsolutePath().toString();
        var _ =
                times.read(
                        (connection, _) -> {
                            try (Statement statement = connection.createStatement()) {
                                return statement.execute(
                                        "copy (select zone, item, kind, project_type, decided_on, review_working_claimed from fact) to '%s' (header false)"
                                                .formatted(to));
                            }
                        });
        try (EmbeddedPostgres server =
                        EmbeddedPostgres.builder()
                                .setServerConfig("shared_buffers", "1GB")
                                .setServerConfig("work_mem", "512MB")
                                .setServerConfig("max_parallel_workers_per_gather", "2")
                                .start();
                Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create unlogged table fact (zone text, item text, kind text, project_type"
                            + " text, decided_on date, v bigint)");
            try (Reader reader = Files.newBufferedReader(rows)) {
                new CopyManager(connection.unwrap(BaseConnection.class))
                        .copyIn("copy fact from stdin (format csv)", reader);
            }
            statement.execute("create index on fact (zone, item)");
            statement.execute("vacuum analyze fact");
            String figures =
                    "count(*), avg(v), percentile_disc(array[0.5, 0.9, 0.95]) within group (order"
                            + " by v), max(v)";
            postgres(
                    statement,
                    "PostgreSQL: zone and item, by an index",
                    "select %s from fact where zone = 'LF-05' and item = 'cn-shanxi:item-07'"
                            .formatted(figures));
            postgres(
                    statement,
                    "PostgreSQL: kind and type",
                    "select %s from fact where kind = 'PROMISED' and project_type = 'RECORD_FILED'"
                            .formatted(figures));
            postgres(
                    statement,
                    "PostgreSQL: by zone",
                    "select zone, %s from fact group by zone".formatted(figures));
            postgres(
                    statement,
                    "PostgreSQL: by zone and month",
                    "select zone, date_trunc('month', decided_on), %s from fact group by 1, 2"
                            .formatted(figures));
        } finally {
            Files.deleteIfExists(rows);
        }
    }

    /** Three times, for each takes seconds. */
    private static void postgres(Statement statement, String name, String sql) throws SQLException {
        var times = new double[3];
        for (int i = 0; i < times.length; i++) {
            long began = System.nanoTime();
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    rows.getString(1);
                }
            }
            times[i] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(times);
        System.out.printf("%-46s %10.1f   (median of 3)%n", name, times[1]);
    }

    private static void memory() throws java.io.IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM")) {
                System.out.println(
                        "most memory of the whole process: " + line.substring(6).strip());
            }
        }
    }
}
