package org.chengnuo.approval.projections.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.chengnuo.approval.JournalEvent;
import org.chengnuo.approval.assessment.AssessmentEvent;
import org.chengnuo.approval.calendar.editions.CalendarEvent;
import org.chengnuo.approval.journal.EventCatalogue;
import org.chengnuo.approval.parts.Parts;
import org.chengnuo.approval.parts.PostgresContainer;
import org.chengnuo.approval.policy.PolicyEvent;
import org.chengnuo.approval.project.ProjectEvent;
import org.chengnuo.approval.project.ProjectId;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

/**
 * A journal in a real PostgreSQL, to which events are appended as the Axon shell does it. One
 * server per JVM, a database of its own for each journal.
 */
public final class TestJournal {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final DataSource database;
    private final JsonMapper json = DomainJson.journal();
    private final Map<String, Long> next = new HashMap<>();

    private static final class Server {
        static final EmbeddedPostgres STARTED = started();

        private static EmbeddedPostgres started() {
            try {
                EmbeddedPostgres server =
                        EmbeddedPostgres.builder()
                                .setServerConfig("max_connections", "400")
                                .start();
                Runtime.getRuntime()
                        .addShutdownHook(
                                new Thread(
                                        () -> {
                                            try {
                                                server.close();
                                            } catch (IOException e) {
                                                e.printStackTrace();
                                            }
                                        }));
                return server;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        static DataSource freshDatabase() throws SQLException {
            String name = "journal_" + DATABASES.incrementAndGet();
            try (Connection connection = STARTED.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return STARTED.getDatabase("postgres", name);
        }
    }

    public TestJournal() {
        this(Parts.EMBEDDED);
    }

    public TestJournal(Parts parts) {
        try {
            var pool = new HikariConfig();
            switch (parts) {
                case EMBEDDED -> pool.setDataSource(Server.freshDatabase());
                case CONTAINERS -> {
                    pool.setJdbcUrl(PostgresContainer.freshDatabase());
                    pool.setUsername(PostgresContainer.OWNER);
                    pool.setPassword(PostgresContainer.PASSWORD);
                }
            }
            pool.setMaximumPoolSize(10);
            pool.setMinimumIdle(0);
            database = new HikariDataSource(pool);
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                // As Flyway does, for its own history.
                statement.execute("create schema journal");
            }
            for (Path migration : migrations()) {
                try (Connection connection = database.getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute(Files.readString(migration, UTF_8));
                }
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> migrations() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
            // As Flyway orders them: V10 comes after V9.
            return files.sorted(Comparator.comparingInt(TestJournal::version)).toList();
        }
    }

    private static int version(Path migration) {
        return Integer.parseInt(
                migration.getFileName().toString().replaceAll("^V(\\d+)__.*", "$1"));
    }

    public DataSource database() {
        return database;
    }

    /** Appends one project's events in one transaction. */
    public void append(Instant recordedAt, List<? extends ProjectEvent> events) {
        append(recordedAt, Map.of("actor", "clerk", "channel", "window"), events);
    }

    public void append(
            Instant recordedAt, Map<String, String> metadata, List<? extends ProjectEvent> events) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            append(connection, recordedAt, metadata, events);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What became of the policy editions, of a calendar or of the assessments. */
    public void appendRules(JournalEvent... events) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (JournalEvent event : events) {
                var stored = EventCatalogue.nameOf(event.getClass());
                bind(
                        insert,
                        event.stream(),
                        next.merge(event.stream(), 1L, Long::sum) - 1,
                        stored.name(),
                        Integer.toString(stored.revision()),
                        event.occurredAt(),
                        json.writeValueAsString(event),
                        "{}");
                insert.setString(
                        9,
                        switch (event) {
                            case PolicyEvent _ -> "policy";
                            case CalendarEvent _ -> "calendar";
                            case AssessmentEvent _ -> "assessment";
                            case ProjectEvent _ -> "project";
                        });
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Within the caller's transaction. */
    public void append(
            Connection connection,
            Instant recordedAt,
            Map<String, String> metadata,
            List<? extends ProjectEvent> events)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (ProjectEvent event : events) {
                var stored = EventCatalogue.nameOf(event.getClass());
                bind(
                        insert,
                        event.project().toString(),
                        takeNumber(event.project()),
                        stored.name(),
                        Integer.toString(stored.revision()),
                        recordedAt,
                        json.writeValueAsString(event),
                        json.writeValueAsString(metadata));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private synchronized long takeNumber(ProjectId project) {
        return next.merge(project.toString(), 1L, Long::sum) - 1;
    }

    /** An event as it stands in no catalogue. */
    public void appendRaw(ProjectId project, String name, String revision, String payload) {
        appendRaw(project, takeNumber(project), name, revision, payload);
    }

    public void appendRaw(
            ProjectId project, long sequence, String name, String revision, String payload) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            bind(
                    insert,
                    project.toString(),
                    sequence,
                    name,
                    revision,
                    Instant.parse("2018-09-03T01:00:00Z"),
                    payload,
                    "{}");
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final String INSERT =
            """
            insert into journal.event (stream, sequence, event_id, name, revision,
                recorded_at, payload, metadata, aggregate_type)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static void bind(
            PreparedStatement insert,
            String project,
            long sequence,
            String name,
            String revision,
            Instant recordedAt,
            String payload,
            String metadata)
            throws SQLException {
        insert.setString(1, project);
        insert.setLong(2, sequence);
        insert.setString(3, UUID.randomUUID().toString());
        insert.setString(4, name);
        insert.setString(5, revision);
        insert.setTimestamp(6, Timestamp.from(recordedAt));
        insert.setString(7, payload);
        insert.setString(8, metadata);
        insert.setString(9, "project");
    }

    /** What no program of ours does: repairs the journal, so that a rebuild can read it. */
    public void execute(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows of a query, each as its values joined by a bar. */
    public List<String> rows(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            var found = new java.util.ArrayList<String>();
            while (rows.next()) {
                var row = new StringBuilder();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    @Nullable Object value = rows.getObject(i);
                    row.append(i == 1 ? "" : "|").append(value);
                }
                found.add(row.toString());
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
