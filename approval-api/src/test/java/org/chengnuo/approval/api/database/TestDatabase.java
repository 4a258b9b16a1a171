package org.chengnuo.approval.api.database;

import org.chengnuo.approval.parts.Parts;
import org.chengnuo.approval.parts.PostgresContainer;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

/**
 * An empty database, owned by the role that the program has too, on one real PostgreSQL for all
 * tests of this JVM.
 */
public record TestDatabase(String url, String username, String password) {

    /** What the tests keep from run to run lies in the build's folder, never in {@code ./data}. */
    static final Path BINARIES = Path.of("target", "postgresql-binaries").toAbsolutePath();

    private static final Path DATA = Path.of("target", "postgresql-tests");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Started when the first database is asked for. */
    private static final class Shared {

        static final EmbeddedPostgres POSTGRES =
                new EmbeddedPostgres(DataFolder.take(DATA), BINARIES, System.err::println);

        static {
            // After the contexts that Spring keeps open to the end.
            SpringApplication.getShutdownHandlers().add(POSTGRES::close);
            POSTGRES.start();
            dropThoseOfAnEarlierRun();
        }

        private static void dropThoseOfAnEarlierRun() {
            try (Connection connection = POSTGRES.superuser();
                    Statement sql = connection.createStatement()) {
                List<String> left = new ArrayList<>();
                try (ResultSet names =
                        sql.executeQuery(
                                "select datname from pg_database where datname like 'test\\_%'")) {
                    while (names.next()) {
                        left.add(names.getString(1));
                    }
                }
                for (String name : left) {
                    sql.execute("drop database " + name + " with (force)");
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public static TestDatabase fresh(Parts parts) {
        return switch (parts) {
            case EMBEDDED -> fresh();
            case CONTAINERS ->
                    new TestDatabase(
                            PostgresContainer.freshDatabase(),
                            PostgresContainer.OWNER,
                            PostgresContainer.PASSWORD);
        };
    }

    /** On the embedded one. */
    public static TestDatabase fresh() {
        EmbeddedPostgres postgres = Shared.POSTGRES;
        String name = "test_" + NUMBER.incrementAndGet();
        try (Connection connection = postgres.superuser();
                Statement sql = connection.createStatement()) {
            sql.execute("create database " + name + " owner " + EmbeddedPostgres.NAME);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new TestDatabase(postgres.url(name), EmbeddedPostgres.NAME, postgres.password());
    }

    /** Without a pool: one connection each time it is asked. */
    public DataSource dataSource() {
        return new DriverManagerDataSource(url, username, password);
    }
}
