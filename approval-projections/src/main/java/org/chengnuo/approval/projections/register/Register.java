package org.chengnuo.approval.projections.register;

import org.chengnuo.approval.filing.AcceptanceTerms;
import org.chengnuo.approval.filing.FilingHistory;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.projections.intake.Batch;
import org.chengnuo.approval.projections.intake.FilingCard;
import org.chengnuo.approval.projections.intake.ParkedEvents;
import org.chengnuo.approval.projections.intake.Places;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.intake.ProjectCard;
import org.chengnuo.approval.projections.intake.ReadModel;
import org.chengnuo.approval.projections.intake.RecentStories;
import org.chengnuo.approval.projections.intake.StoreFailure;
import org.chengnuo.approval.projections.intake.Stories;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/**
 * The register: one row per project and per filing, in PostgreSQL. The running tables stand in the
 * schema {@code views}, those that are built beside them in {@code views_rebuild}.
 */
public final class Register implements ReadModel {

    public static final String NAME = "register";

    private static final int VERSION = 5;

    private static final String RUNNING = "views";
    private static final String BESIDE = "views_rebuild";

    private static final List<String> TABLES = List.of("project", "filing");

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final int LOCK_TRIES = 300;

    private final DataSource views;
    private final int parts;
    private final JsonMapper json = Stories.json();
    private final String tables = resource("table.sql");

    /**
     * @param parts in how many parts it is filled: as many processes can do so at once, at most
     */
    public Register(DataSource views, int parts) {
        this.views = views;
        this.parts = parts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public Build open(UUID journal) throws UnusableBuild {
        Running found = found();
        if (found == null) {
            throw new UnusableBuild("there is none yet");
        }
        if (found.version() != VERSION) {
            throw new UnusableBuild(
                    "it is of version %d, and this is version %d"
                            .formatted(found.version(), VERSION));
        }
        if (!found.journal().equals(journal)) {
            throw new UnusableBuild("it is of another journal");
        }
        Places places = places(found.id());
        if (places.count() != parts) {
            throw new UnusableBuild(
                    "it is filled in %d parts, and this process would fill it in %d"
                            .formatted(places.count(), parts));
        }
        return new Tables(found.id(), places, RUNNING);
    }

    /**
     * @throws MovedOn if there is no such build any more
     */
    private Places places(UUID build) {
        return inTransaction(
                "asking where the register is", connection -> places(connection, build));
    }

    private static Places places(Connection connection, UUID build) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "select transaction_id, index from views.place where build = ? order by"
                                + " part")) {
            query.setObject(1, build);
            var places = new ArrayList<Position>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    places.add(new Position(rows.getLong(1), rows.getLong(2)));
                }
            }
            if (places.isEmpty()) {
                throw new MovedOn();
            }
            return new Places(places);
        }
    }

    private record Running(UUID id, int version, UUID journal) {}

    private @Nullable Running found() {
        return inTransaction(
                "looking for the register",
                connection -> {
                    try (PreparedStatement query =
                            connection.prepareStatement(
                                    """
                                    select id, version, journal from views.build
                                    where projection = ? and running
                                    """)) {
                        query.setString(1, NAME);
                        try (ResultSet rows = query.executeQuery()) {
                            return rows.next()
                                    ? new Running(
                                            rows.getObject(1, UUID.class),
                                            rows.getInt(2),
                                            rows.getObject(3, UUID.class))
                                    : null;
                        }
                    }
                });
    }

    @Override
    public Build replace(UUID journal) {
        return created(RUNNING, journal);
    }

    @Override
    public Build beside(UUID journal) {
        return created(BESIDE, journal);
    }

    private Build created(String schema, UUID journal) {
        var id = UUID.randomUUID();
        inTransaction(
                "creating the tables of the register",
                connection -> {
                    dropTables(connection, schema);
                    forgetBuild(connection, schema.equals(RUNNING));
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("set local search_path to " + schema);
                        statement.execute(tables);
                    }
                    try (PreparedStatement insert =
                            connection.prepareStatement(
                                    """
                                    insert into views.build (id, projection, running, version, journal)
                                    values (?, ?, ?, ?, ?)
                                    """)) {
                        insert.setObject(1, id);
                        insert.setString(2, NAME);
                        insert.setBoolean(3, schema.equals(RUNNING));
                        insert.setInt(4, VERSION);
                        insert.setObject(5, journal);
                        insert.executeUpdate();
                    }
                    try (PreparedStatement insert =
                            connection.prepareStatement(
                                    """
                                    insert into views.place (build, part, transaction_id, index)
                                    select ?, part, 0, 0 from generate_series(0, ? - 1) as part
                                    """)) {
                        insert.setObject(1, id);
                        insert.setInt(2, parts);
                        insert.executeUpdate();
                    }
                    return id;
                });
        return new Tables(id, Places.start(parts), schema);
    }

    /**
     * Locks the running tables, all of them or none: whoever waits for one while it holds another
     * can meet a query that does so the other way round, and PostgreSQL might end the query.
     */
    private static void takeFromQueries(Connection connection) throws SQLException {
        String tables =
                TABLES.stream()
                        .map(table -> RUNNING + "." + table)
                        .collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            for (int tries = 1; ; tries++) {
                Savepoint before = connection.setSavepoint();
                try {
                    // Shorter than the time after which PostgreSQL looks for a deadlock.
                    statement.execute("set local lock_timeout = '200ms'");
                    statement.execute("lock table %s in access exclusive mode".formatted(tables));
                    return;
                } catch (SQLException e) {
                    connection.rollback(before);
                    if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState()) || tries == LOCK_TRIES) {
                        throw e;
                    }
                }
            }
        }
    }

    private static void dropTables(Connection connection, String schema) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // A query holds its tables only as long as it runs; whoever comes meanwhile waits
            // behind
            // this, so it does not wait for long but fails and is tried again.
            statement.execute("set local lock_timeout to '3s'");
            for (String table : TABLES) {
                statement.execute("drop table if exists %s.%s".formatted(schema, table));
            }
        }
    }

    private static void forgetBuild(Connection connection, boolean running) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement(
                        "delete from views.build where projection = ? and running = ?")) {
            delete.setString(1, NAME);
            delete.setBoolean(2, running);
            delete.executeUpdate();
        }
    }

    @Override
    public void switchTo(Build beside) {
        var built = (Tables) beside;
        inTransaction(
                "switching to the rebuilt register",
                connection -> {
                    takeFromQueries(connection);
                    dropTables(connection, RUNNING);
                    forgetBuild(connection, true);
                    try (Statement statement = connection.createStatement()) {
                        for (String table : TABLES) {
                            statement.execute(
                                    "alter table %s.%s set schema %s"
                                            .formatted(BESIDE, table, RUNNING));
                        }
                    }
                    try (PreparedStatement update =
                            connection.prepareStatement(
                                    "update views.build set running = true where id = ?")) {
                        update.setObject(1, built.id);
                        update.executeUpdate();
                    }
                    return built;
                });
        built.schema = RUNNING;
    }

    @Override
    public void close() {}

    /** The tables in one of the two schemas. */
    private final class Tables implements Build {

        private final UUID id;
        private final RecentStories recent;
        private String schema;

        Tables(UUID id, Places places, String schema) {
            this.id = id;
            this.recent = new RecentStories(places.latest());
            this.schema = schema;
        }

        @Override
        public UUID id() {
            return id;
        }

        @Override
        public Places places() {
            return Register.this.places(id);
        }

        @Override
        public void forget() {
            recent.forget();
        }

        @Override
        public Map<ProjectId, Long> sequences(Collection<ProjectId> projects) {
            Map<ProjectId, Long> found = recent.sequences(projects);
            Collection<ProjectId> missing = recent.missing(projects);
            if (missing.isEmpty()) {
                return found;
            }
            return inTransaction(
                    "asking for the last events of projects",
                    connection -> {
                        try (PreparedStatement query =
                                connection.prepareStatement(
                                        "select id, sequence from %s.project where id = any(?)"
                                                .formatted(schema))) {
                            query.setArray(1, uuids(connection, missing));
                            try (ResultSet rows = query.executeQuery()) {
                                while (rows.next()) {
                                    found.put(
                                            new ProjectId(rows.getObject(1, UUID.class)),
                                            rows.getLong(2));
                                }
                            }
                        }
                        return found;
                    });
        }

        @Override
        public void apply(Batch batch) {
            try {
                Stories told =
                        inTransaction(
                                "writing the register", connection -> written(connection, batch));
                recent.committed(told);
            } catch (RuntimeException e) {
                recent.forget();
                throw e;
            }
        }

        private Stories written(Connection connection, Batch batch) throws SQLException {
            claim(connection, batch);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local search_path to " + schema);
                // A commit that a crash takes away takes its position along: the events come again.
                statement.execute("set local synchronous_commit to off");
            }
            Collection<ProjectId> missing = recent.missing(Stories.projectsOf(batch.events()));
            if (!missing.isEmpty()) {
                recent.read(
                        cards(
                                connection,
                                "select card from project where id = any(?)",
                                missing,
                                ProjectCard.class),
                        cards(
                                connection,
                                "select card from filing where project_id = any(?)",
                                missing,
                                FilingCard.class));
            }
            Stories told = recent.told(batch.events());
            write(connection, told);
            ParkedEvents.park(connection, NAME, id, batch.parked());
            return told;
        }

        private <T> List<T> cards(
                Connection connection, String sql, Collection<ProjectId> ids, Class<T> type)
                throws SQLException {
            var cards = new ArrayList<T>();
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setArray(1, uuids(connection, ids));
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        cards.add(json.readValue(rows.getString(1), type));
                    }
                }
            }
            return cards;
        }

        private void write(Connection connection, Stories stories) throws SQLException {
            replace(
                    connection,
                    "project",
                    stories.projects().stream().map(Register.this::row).toList());
            replace(
                    connection,
                    "filing",
                    stories.changedFilings().stream()
                            .map(
                                    filing ->
                                            row(
                                                    filing,
                                                    stories.project(
                                                            filing.history().filing().project())))
                            .toList());
        }

        /** The rows take the place of those with their ids. */
        private void replace(
                Connection connection, String table, List<Map<String, @Nullable Object>> rows)
                throws SQLException {
            if (rows.isEmpty()) {
                return;
            }
            try (PreparedStatement delete =
                    connection.prepareStatement(
                            "delete from %1$s where id = any(cast(? as %2$s[]))"
                                    .formatted(table, table.equals("project") ? "uuid" : "text"))) {
                delete.setArray(
                        1,
                        connection.createArrayOf(
                                "text", rows.stream().map(row -> row.get("id")).toArray()));
                delete.executeUpdate();
            }
            var csv = new StringBuilder();
            for (Map<String, @Nullable Object> row : rows) {
                String comma = "";
                for (Object value : row.values()) {
                    csv.append(comma);
                    comma = ",";
                    if (value != null) {
                        csv.append('"').append(value.toString().replace("\"", "\"\"")).append('"');
                    }
                }
                csv.append('\n');
            }
            String copy =
                    "copy %s (%s) from stdin (format csv, encoding 'UTF8')"
                            .formatted(table, String.join(", ", rows.getFirst().keySet()));
            try {
                new CopyManager(connection.unwrap(BaseConnection.class))
                        .copyIn(copy, new StringReader(csv.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /**
         * Moves the parts to where they are with the batch. Who comes to the same part meanwhile
         * waits until this transaction ends, and has moved on then.
         */
        private void claim(Connection connection, Batch batch) throws SQLException {
            try (PreparedStatement update =
                    connection.prepareStatement(
                            """
                            update views.place set transaction_id = ?, index = ?
                            where build = ? and part = ? and transaction_id = ? and index = ?
                            """)) {
                for (int part = 0; part < parts; part++) {
                    Position from = batch.from().of(part);
                    Position to = batch.upTo().of(part);
                    if (to.equals(from)) {
                        continue;
                    }
                    update.setLong(1, to.transaction());
                    update.setLong(2, to.index());
                    update.setObject(3, id);
                    update.setInt(4, part);
                    update.setLong(5, from.transaction());
                    update.setLong(6, from.index());
                    if (update.executeUpdate() != 1) {
                        throw new MovedOn();
                    }
                }
            }
        }

        @Override
        public void close() {}
    }

    private Map<String, @Nullable Object> row(ProjectCard card) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", card.id());
        row.put("name", card.name());
        row.put("code", card.code());
        row.put("code_history", json.writeValueAsString(card.codes()));
        row.put("enterprise", card.enterprise());
        row.put("zone", card.zone());
        row.put("region", card.region());
        row.put("industry", card.industry());
        row.put("type", card.type());
        row.put("investment", card.investment());
        row.put("edition", card.edition());
        row.put("import_id", card.importId());
        row.put("case_id", card.caseId());
        row.put("registered_at", card.registered());
        row.put("sequence", card.sequence());
        row.put("card", json.writeValueAsString(card));
        return row;
    }

    private Map<String, @Nullable Object> row(FilingCard card, ProjectCard project) {
        FilingHistory history = card.history();
        AcceptanceTerms terms = history.terms();
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", history.filing().toString());
        row.put("project_id", project.id());
        row.put("number", history.filing().number());
        row.put("zone", project.zone());
        row.put("item", history.item().toString());
        row.put("item_class", history.itemClass().name());
        row.put("center", history.center().value());
        row.put("state", history.state().name());
        row.put("kind", terms == null ? null : terms.kind().name());
        row.put("imported", history.isImported());
        row.put("import_id", project.importId());
        row.put("case_id", history.caseId());
        row.put("calendar", history.calendar());
        row.put("edition", terms == null ? null : terms.edition());
        row.put("promised", terms == null ? null : terms.promised().toString());
        row.put("statutory", terms == null ? null : text(terms.statutory()));
        row.put("extension", history.extension() == null ? null : text(history.extension().by()));
        row.put("outcome", text(history.outcome()));
        row.put("deemed", history.deemed());
        row.put("stops", history.stops().size());
        row.put("opened_at", history.firstAct());
        row.put("received_at", history.received());
        row.put("correction_requested_at", history.correctionRequested());
        row.put("correction_answered_at", history.correctionAnswered());
        row.put("accepted_at", history.accepted());
        row.put("decided_at", history.decided());
        row.put("delivered_at", history.delivered());
        row.put("closed_at", history.closed());
        row.put("revoked_at", history.revoked());
        row.put("last_act_at", history.lastAct());
        row.put("last_recorded_at", card.recorded());
        row.put("last_position", card.last().toString());
        row.put("card", json.writeValueAsString(card));
        return row;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static java.sql.Array uuids(Connection connection, Collection<ProjectId> ids)
            throws SQLException {
        return connection.createArrayOf("uuid", ids.stream().map(ProjectId::value).toArray());
    }

    private interface Work<T extends @Nullable Object> {
        T in(Connection connection) throws SQLException;
    }

    private <T extends @Nullable Object> T inTransaction(String doing, Work<T> work) {
        try (Connection connection = views.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                try {
                    connection.rollback();
                } catch (SQLException second) {
                    e.addSuppressed(second);
                }
                throw e;
            } finally {
                if (!connection.isClosed()) {
                    connection.setAutoCommit(true);
                }
            }
        } catch (SQLException e) {
            throw new StoreFailure(doing, e);
        }
    }

    private static String resource(String name) {
        try (var stream = Register.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the resource is missing: " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
