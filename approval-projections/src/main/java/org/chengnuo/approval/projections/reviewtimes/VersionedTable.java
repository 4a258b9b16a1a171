package org.chengnuo.approval.projections.reviewtimes;

import org.chengnuo.approval.project.ProjectId;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of facts in versions: what holds now, what held before, and what belongs to each version.
 *
 * @param same which column of the facts is the key of an {@link Ending}
 * @param parts the tables of what belongs to a version
 */
record VersionedTable(String present, String past, String same, List<String> parts) {

    static final VersionedTable FILINGS =
            new VersionedTable("fact", "past", "filing", List.of("stop"));

    static final VersionedTable PROJECTS =
            new VersionedTable(
                    "project_fact",
                    "project_past",
                    "project::varchar",
                    List.of("parcel", "obligation"));

    /** What held until then holds no longer. */
    record Ending(ProjectId project, String key, long from, Instant at) {}

    /**
     * The versions that held go to the past.
     *
     * @param goesOn the tables have a part of the first transaction already: what that had brought
     *     is dropped, for it is now known in full
     */
    void end(DuckDBConnection connection, List<Ending> endings, boolean goesOn)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create or replace temp table ending (project uuid, key varchar, known_from"
                            + " bigint, known_at timestamp)");
        }
        try (DuckDBAppender appender = connection.createAppender("temp", "main", "ending")) {
            for (Ending ending : endings) {
                new Row(appender)
                        .id(ending.project().value())
                        .text(ending.key())
                        .number(ending.from())
                        .time(ending.at())
                        .end();
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into %s select f.*, e.known_from, e.known_at from %s f join ending e
                    on f.project = e.project and f.%s = e.key and f.known_from < e.known_from
                    """
                            .formatted(past, present, same));
            statement.execute(delete(present, "<"));
            if (goesOn) {
                for (String part : parts) {
                    statement.execute(delete(part, "="));
                }
                statement.execute(delete(present, "="));
            }
        }
    }

    private String delete(String table, String known) {
        return """
        delete from %1$s f using ending e
        where f.project = e.project and f.%2$s = e.key and f.known_from %3$s e.known_from
        """
                .formatted(table, same, known);
    }

    Appenders appenders(DuckDBConnection connection) throws SQLException {
        return new Appenders(connection, this);
    }

    /** Where the rows of a batch are appended. */
    static final class Appenders implements AutoCloseable {

        private final Map<String, DuckDBAppender> open = new LinkedHashMap<>();
        private final DuckDBConnection connection;
        private final VersionedTable table;

        private Appenders(DuckDBConnection connection, VersionedTable table) {
            this.connection = connection;
            this.table = table;
        }

        Row present() throws SQLException {
            return row(table.present());
        }

        Row past() throws SQLException {
            return row(table.past());
        }

        Row part(String name) throws SQLException {
            return row(name);
        }

        private Row row(String name) throws SQLException {
            DuckDBAppender appender = open.get(name);
            if (appender == null) {
                appender = connection.createAppender("main", name);
                open.put(name, appender);
            }
            return new Row(appender);
        }

        @Override
        public void close() throws SQLException {
            @Nullable SQLException failure = null;
            for (DuckDBAppender appender : open.values()) {
                try {
                    appender.close();
                } catch (SQLException e) {
                    failure = e;
                }
            }
            if (failure != null) {
                throw failure;
            }
        }
    }
}
