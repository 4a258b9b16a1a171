package org.chengnuo.approval.api.imports;

import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

/**
 * One import is worked at at a time, on whatever node. The turn is an advisory lock of a session:
 * it ends with the process that has it, however that ends.
 */
@Component
class ImportTurn {

    private static final String LOCK = "hashtextextended('the turn of imports', 0)";

    private final DataSource database;

    ImportTurn(DataSource database) {
        this.database = database;
    }

    /** Does it, unless somebody else has the turn: then false. */
    boolean tryTake(Runnable work) {
        try (Connection session = database.getConnection();
                Statement sql = session.createStatement()) {
            if (!isTrue(sql, "select pg_try_advisory_lock(" + LOCK + ")")) {
                return false;
            }
            try {
                work.run();
            } finally {
                var _ = isTrue(sql, "select pg_advisory_unlock(" + LOCK + ")");
            }
            return true;
        } catch (SQLException failure) {
            throw new IllegalStateException("the turn of imports cannot be asked for", failure);
        }
    }

    private static boolean isTrue(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
