package org.chengnuo.approval.api.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;

/** Starts PostgreSQL, commits a row, and is gone as if killed: nothing of it is closed. */
final class StartAndDie {

    private StartAndDie() {}

    public static void main(String[] args) throws Exception {
        EmbeddedPostgres postgres =
                new EmbeddedPostgres(
                        DataFolder.take(Path.of(args[0])),
                        TestDatabase.BINARIES,
                        System.err::println);
        postgres.start();
        try (Connection connection = postgres.superuser();
                Statement sql = connection.createStatement()) {
            sql.execute("create table kept as select 7 as n");
        }
        Runtime.getRuntime().halt(9);
    }
}
