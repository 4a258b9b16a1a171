package org.chengnuo.approval.projections.reviewtimes;

import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.projections.intake.Batch;
import org.chengnuo.approval.projections.intake.ParkedEvents;
import org.chengnuo.approval.projections.intake.Places;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.intake.ReadModel;
import org.chengnuo.approval.projections.intake.RecentStories;
import org.chengnuo.approval.projections.intake.RecordedEvent;
import org.chengnuo.approval.projections.intake.StoreFailure;
import org.chengnuo.approval.projections.intake.Stories;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The review times: one fact per filing, in a DuckDB file of their own. A file that is missing,
 * damaged, of another journal or ahead of its journal is built again from the journal; it holds
 * nothing that is not there.
 *
 * <p>One connection fills the file; each reader has another, so that neither waits for the other.
 * Only the switch to a rebuilt file waits for the queries that are running, and lets new ones wait
 * for the moment that it takes.
 */
public final class ReviewTimes implements ReadModel {

    public static final String NAME = "reviewtimes";

    static final int VERSION = 6;

    private final StatisticsSettings settings;
    private final ParkedEvents parked;
    private final Rulebook rules;
    private final JsonMapper json = Stories.json();
    private final String tables = resource("table.sql");
    private final Path running;
    private final Path beside;

    private final ReadWriteLock switching = new ReentrantReadWriteLock();
    private @Nullable FactFile file;
    private volatile boolean damaged;

    public ReviewTimes(StatisticsSettings settings, ParkedEvents parked, Rulebook rules) {
        this.settings = settings;
        this.parked = parked;
        this.rules = rules;
        this.running = settings.folder().resolve("reviewtimes.duckdb");
        this.beside = settings.folder().resolve("reviewtimes-rebuild.duckdb");
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
    public Build open(UUID journal) throws UnusableBuild {
        closeRunning();
        if (damaged) {
            throw new UnusableBuild("its file is damaged");
        }
        if (!Files.exists(running)) {
            throw new UnusableBuild("there is no file " + running);
        }
        FactFile opened;
        try {
            opened = FactFile.open(running, settings);
        } catch (SQLException e) {
            if (liesWithThePlace(e)) {
                throw new StoreFailure("opening " + running, e);
            }
            throw new UnusableBuild("its file cannot be opened: " + e.getMessage());
        }
        try {
            Facts facts = about(opened, journal);
            publish(opened);
            return facts;
        } catch (SQLException e) {
            closeFile(opened);
            throw new UnusableBuild("its file is damaged: " + e.getMessage());
        } catch (UnusableBuild e) {
            closeFile(opened);
            throw e;
        }
    }

    /** Another program has the file, or we may not touch it: building another one does not help. */
    private static boolean liesWithThePlace(SQLException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("lock on file")
                || message.contains("permission denied")
                || message.contains("too many open files")
                || message.contains("no space left");
    }

    private Facts about(FactFile opened, UUID journal) throws SQLException, UnusableBuild {
        try (DuckDBConnection reader = opened.reader();
                Statement statement = reader.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select build, version, journal, transaction_id, index from"
                                        + " about")) {
            if (!rows.next()) {
                throw new UnusableBuild("its file is empty");
            }
            if (rows.getInt(2) != VERSION) {
                throw new UnusableBuild(
                        "it is of version %d, and this is version %d"
                                .formatted(rows.getInt(2), VERSION));
            }
            if (!journal.equals(rows.getObject(3, UUID.class))) {
                throw new UnusableBuild("its file is of another journal");
            }
            return new Facts(
                    opened,
                    rows.getObject(1, UUID.class),
                    new Position(rows.getLong(4), rows.getLong(5)));
        }
    }

    /** Each process has a file of its own. */
    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public boolean isDamaged() {
        return damaged;
    }

    @Override
    public Build replace(UUID journal) {
        closeRunning();
        FactFile.delete(running);
        Facts facts = created(running, journal);
        damaged = false;
        publish(facts.file);
        return facts;
    }

    @Override
    public Build beside(UUID journal) {
        FactFile.delete(beside);
        return created(beside, journal);
    }

    private Facts created(Path path, UUID journal) {
        var id = UUID.randomUUID();
        try {
            Files.createDirectories(settings.folder());
            FactFile created = FactFile.open(path, settings);
            DuckDBConnection connection = created.connection();
            try (Statement statement = connection.createStatement()) {
                statement.execute(tables);
            }
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into about values (?, ?, ?, 0, 0)")) {
                insert.setObject(1, id);
                insert.setInt(2, VERSION);
                insert.setObject(3, journal);
                insert.execute();
            }
            connection.commit();
            return new Facts(created, id, Position.START);
        } catch (SQLException e) {
            throw new StoreFailure("creating " + path, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void switchTo(Build built) {
        var facts = (Facts) built;
        switching.writeLock().lock();
        try {
            FactFile old = file;
            file = null;
            if (old != null) {
                old.close();
            }
            facts.file.close();
            FactFile.move(beside, running);
            FactFile opened = FactFile.open(running, settings);
            facts.file = opened;
            file = opened;
        } catch (SQLException e) {
            throw new StoreFailure("switching to the rebuilt review times", e);
        } finally {
            switching.writeLock().unlock();
        }
    }

    private void publish(FactFile opened) {
        switching.writeLock().lock();
        try {
            file = opened;
        } finally {
            switching.writeLock().unlock();
        }
    }

    private void closeRunning() {
        switching.writeLock().lock();
        try {
            FactFile old = file;
            file = null;
            if (old != null) {
                closeFile(old);
            }
        } finally {
            switching.writeLock().unlock();
        }
    }

    private static void closeFile(FactFile opened) {
        try {
            opened.close();
        } catch (SQLException e) {
            throw new StoreFailure("closing " + opened.path(), e);
        }
    }

    @Override
    public void close() {
        closeRunning();
    }

    /** What a reader does with a connection of its own. */
    public interface Reading<T> {

        /**
         * @param reached up to which position the journal is in what the reader sees
         */
        T from(Connection connection, Position reached) throws SQLException;
    }

    /**
     * Lets somebody read, who sees the facts as they are now whatever is written meanwhile.
     *
     * @throws StatisticsUnavailable if there are no facts now
     */
    public <T> T read(Reading<T> reading) {
        switching.readLock().lock();
        try {
            FactFile opened = file;
            if (opened == null) {
                throw new StatisticsUnavailable();
            }
            try (DuckDBConnection reader = opened.reader()) {
                reader.setAutoCommit(false);
                Position reached =
                        Sql.of("select transaction_id, index from about")
                                .query(reader, row -> new Position(row.getLong(1), row.getLong(2)))
                                .getFirst();
                T answer = reading.from(reader, reached);
                reader.rollback();
                return answer;
            }
        } catch (SQLException e) {
            throw failed("reading the review times", e);
        } finally {
            switching.readLock().unlock();
        }
    }

    /** DuckDB finds a damaged block when it reads it, by the block's checksum. */
    private StoreFailure failed(String doing, SQLException e) {
        if (String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("corrupt")) {
            damaged = true;
        }
        return new StoreFailure(doing, e);
    }

    /** The facts in one of the two files. */
    private final class Facts implements Build {

        private final UUID id;
        private final RecentStories recent;
        private FactFile file;
        private volatile Position position;

        Facts(FactFile file, UUID id, Position position) {
            this.file = file;
            this.id = id;
            this.position = position;
            this.recent = new RecentStories(position);
        }

        @Override
        public UUID id() {
            return id;
        }

        @Override
        public Places places() {
            return Places.at(position);
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
            try {
                found.putAll(writer().sequences(missing));
                file.connection().commit();
                return found;
            } catch (SQLException e) {
                throw failed("asking for the last events of projects", e);
            }
        }

        private FactWriter writer() {
            return new FactWriter(file.connection(), json, rules);
        }

        @Override
        public void apply(Batch batch) {
            parked.parkAhead(NAME, id, batch.parked());
            Position upTo = batch.upTo().earliest();
            DuckDBConnection connection = file.connection();
            try {
                Stories stories = batch.events().isEmpty() ? null : written(batch.events());
                try (PreparedStatement move =
                        connection.prepareStatement(
                                "update about set transaction_id = ?, index = ?")) {
                    move.setLong(1, upTo.transaction());
                    move.setLong(2, upTo.index());
                    move.execute();
                }
                connection.commit();
                position = upTo;
                if (stories != null) {
                    recent.committed(stories);
                }
            } catch (SQLException e) {
                rollback(connection, e);
                throw failed("writing the review times", e);
            } catch (RuntimeException e) {
                rollback(connection, e);
                throw e;
            }
        }

        private Stories written(List<RecordedEvent> events) throws SQLException {
            FactWriter writer = writer();
            Collection<ProjectId> missing = recent.missing(Stories.projectsOf(events));
            if (!missing.isEmpty()) {
                recent.read(writer.projectCards(missing), writer.filingCards(missing));
            }
            Stories stories = recent.told(events);
            writer.write(events, stories, position);
            return stories;
        }

        private void rollback(DuckDBConnection connection, Exception cause) {
            recent.forget();
            try {
                connection.rollback();
            } catch (SQLException e) {
                cause.addSuppressed(e);
            }
        }

        @Override
        public void close() {
            if (file == ReviewTimes.this.file) {
                closeRunning();
            } else {
                closeFile(file);
            }
        }
    }

    private static String resource(String name) {
        try (var stream = ReviewTimes.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the resource is missing: " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
