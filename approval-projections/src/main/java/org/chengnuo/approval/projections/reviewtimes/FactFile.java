package org.chengnuo.approval.projections.reviewtimes;

import org.duckdb.DuckDBConnection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** An open DuckDB file. */
final class FactFile {

    private final Path path;
    private final DuckDBConnection connection;

    private FactFile(Path path, DuckDBConnection connection) {
        this.path = path;
        this.connection = connection;
    }

    /** Opens a file, or creates it. */
    static FactFile open(Path path, StatisticsSettings settings) throws SQLException {
        var properties = new Properties();
        properties.setProperty("memory_limit", settings.memory());
        properties.setProperty("threads", Integer.toString(settings.threads()));
        properties.setProperty("preserve_insertion_order", "false");
        // Nothing is fetched from outside.
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        var connection =
                DriverManager.getConnection("jdbc:duckdb:" + path, properties)
                        .unwrap(DuckDBConnection.class);
        connection.setAutoCommit(false);
        return new FactFile(path, connection);
    }

    Path path() {
        return path;
    }

    /** That of the one who fills the file. */
    DuckDBConnection connection() {
        return connection;
    }

    /** One of its own for a reader, who then neither waits nor is waited for. */
    DuckDBConnection reader() throws SQLException {
        return connection.duplicate();
    }

    void close() throws SQLException {
        connection.close();
    }

    static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
            Files.deleteIfExists(log(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Both are closed, so that neither has a log beside it. */
    static void move(Path from, Path to) {
        try {
            Files.deleteIfExists(log(to));
            Files.move(
                    from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path log(Path path) {
        return path.resolveSibling(path.getFileName() + ".wal");
    }
}
