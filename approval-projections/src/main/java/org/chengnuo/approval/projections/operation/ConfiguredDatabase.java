package org.chengnuo.approval.projections.operation;

import org.springframework.core.env.Environment;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** The database that was named with {@code SPRING_DATASOURCE_URL}. */
final class ConfiguredDatabase {

    /** The journal lets the database check that its payloads are JSON ({@code is json}). */
    private static final int OLDEST = 16;

    private ConfiguredDatabase() {}

    /**
     * Connects once.
     *
     * @throws StartRefused if the database cannot be connected to, or is too old
     */
    static void check(Environment environment) {
        String url = environment.getProperty("spring.datasource.url", "");
        String user = environment.getProperty("spring.datasource.username", "");
        Properties properties = new Properties();
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
        }
        properties.setProperty(
                "password", environment.getProperty("spring.datasource.password", ""));
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "10");
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
                throw new SQLException("it is not a PostgreSQL");
            }
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new StartRefused(
                        "The PostgreSQL at %s is of version %d; the journal needs %d or newer."
                                .formatted(url.split("\\?", 2)[0], version, OLDEST));
            }
        } catch (SQLException e) {
            // What follows may be a password.
            String shown = url.split("\\?", 2)[0];
            throw new StartRefused(
                    "PostgreSQL cannot be reached at %s%s: %s Check SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD."
                            .formatted(
                                    shown,
                                    user.isEmpty() ? "" : " as " + user,
                                    sentence(String.valueOf(e.getMessage()).replace(url, shown))),
                    e);
        }
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }
}
