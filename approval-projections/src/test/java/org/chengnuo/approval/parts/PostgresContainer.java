package org.chengnuo.approval.parts;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all tests of this JVM; Testcontainers ends it with the JVM. */
public final class PostgresContainer {

    public static final String OWNER = "chengnuo";
    public static final String PASSWORD = "test";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private PostgresContainer() {}

    private static final class Shared {

        static final GenericContainer<?> STARTED = started();

        private static GenericContainer<?> started() {
            var container =
                    new GenericContainer<>(Parts.postgres())
                            .withEnv("POSTGRES_USER", "postgres")
                            .withEnv("POSTGRES_PASSWORD", PASSWORD)
                            .withEnv(
                                    "POSTGRES_INITDB_ARGS",
                                    "--data-checksums --encoding=UTF8 --locale=C.UTF-8")
                            .withCommand("-c", "max_connections=400")
                            .withExposedPorts(5432)
                            .waitingFor(
                                    Wait.forSuccessfulCommand(
                                            "pg_isready --quiet --host=127.0.0.1"));
            container.start();
            execute(container, "create role %s login password '%s'".formatted(OWNER, PASSWORD));
            return container;
        }
    }

    /** The address of an empty database, whose owner may do nothing else. */
    public static String freshDatabase() {
        String name = "test_" + NUMBER.incrementAndGet();
        execute(Shared.STARTED, "create database %s owner %s".formatted(name, OWNER));
        return address(Shared.STARTED, name);
    }

    private static void execute(GenericContainer<?> container, String statement) {
        try (Connection connection =
                        DriverManager.getConnection(
                                address(container, "postgres"), "postgres", PASSWORD);
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String address(GenericContainer<?> container, String database) {
        return "jdbc:postgresql://%s:%d/%s?sslmode=disable"
                .formatted(container.getHost(), container.getMappedPort(5432), database);
    }
}
