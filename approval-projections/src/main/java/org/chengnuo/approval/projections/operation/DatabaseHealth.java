package org.chengnuo.approval.projections.operation;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

/** Whether the database answers; not Spring's, which tells everybody why it does not. */
@Component("databaseHealthIndicator")
class DatabaseHealth implements HealthIndicator {

    private static final int SECONDS = 2;

    private final DataSource database;

    DatabaseHealth(DataSource database) {
        this.database = database;
    }

    @Override
    public Health health() {
        try (Connection connection = database.getConnection()) {
            return (connection.isValid(SECONDS) ? Health.up() : Health.down()).build();
        } catch (SQLException e) {
            return Health.down().build();
        }
    }
}
