package org.chengnuo.approval.api.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chengnuo.approval.projections.operation.StartRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Real processes, killed for real. */
class EmbeddedPostgresTest {

    @TempDir Path temp;

    private Path data;
    private final BlockingQueue<String> died = new LinkedBlockingQueue<>();

    @BeforeEach
    void dataFolder() {
        data = temp.resolve("data");
    }

    @Test
    void keepsWhatItConfirmsAndLetsInOnlyWhoKnowsThePassword() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            assertThat(ask(postgres, "show fsync")).isEqualTo("on");
            assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(postgres, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(postgres, "show server_version"))
                    .startsWith(PostgresBinaries.MAJOR + ".");
            assertThatThrownBy(
                            () ->
                                    DriverManager.getConnection(
                                            postgres.url("postgres"), "postgres", "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(
                                            data.resolve("postgresql.password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void findsTheDataAgainAtTheSecondStart() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            run(postgres, "create table kept as select 7 as n");
        }
        assertThat(data.resolve("postgresql/postmaster.pid")).doesNotExist();

        try (EmbeddedPostgres postgres = start()) {
            assertThat(ask(postgres, "select n from kept")).isEqualTo("7");
        }
        assertThat(died).isEmpty();
    }

    @Test
    void saysSoWhenPostgresIsKilledAndHasTheCommittedRowsAfterwards() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            run(postgres, "create table kept (n int)");
            run(postgres, "insert into kept select generate_series(1, 1000)");
            ProcessHandle.of(postgres.pid()).orElseThrow().destroyForcibly();
            assertThat(died.poll(60, TimeUnit.SECONDS))
                    .contains("has ended by itself")
                    .doesNotContain("\n");
        }

        try (EmbeddedPostgres postgres = start()) {
            assertThat(ask(postgres, "select count(*) from kept")).isEqualTo("1000");
        }
    }

    @Test
    void takesOverFromAProgramThatWasKilled() throws Exception {
        try (Program killed =
                Program.start(
                        Files.createDirectory(temp.resolve("empty")),
                        StartAndDie.class.getName(),
                        data.toString())) {
            assertThat(killed.exitCode()).isEqualTo(9);
        }
        ProcessHandle orphan = ProcessHandle.of(pidInFolder()).orElseThrow();
        assertThat(Postmaster.belongsTo(data.resolve("postgresql"), orphan)).isTrue();

        try (EmbeddedPostgres postgres = start()) {
            assertThat(Postmaster.belongsTo(data.resolve("postgresql"), orphan)).isFalse();
            assertThat(ask(postgres, "select n from kept")).isEqualTo("7");
        }
    }

    @Test
    void letsAnotherProgramLiveThatHasThePidOfAKilledPostgres() throws Exception {
        start().close();
        Process unrelated = new ProcessBuilder("sleep", "300").start();
        try {
            Files.writeString(
                    data.resolve("postgresql/postmaster.pid"),
                    unrelated.pid()
                            + "\n"
                            + data.resolve("postgresql")
                            + "\n1\n5432\n\n\n  1  1\n");

            try (EmbeddedPostgres postgres = start()) {
                assertThat(ask(postgres, "select 1")).isEqualTo("1");
            }
            assertThat(unrelated.isAlive()).isTrue();
        } finally {
            unrelated.destroyForcibly();
        }
    }

    @Test
    void refusesToRunWhereConfirmedRowsMayBeLost() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            run(postgres, "alter role chengnuo set synchronous_commit = off");
        }

        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("synchronous_commit=off");
        assertThat(data.resolve("postgresql/postmaster.pid")).doesNotExist();
    }

    @Test
    void saysWhatPostgresSaidWhenItDoesNotStart() throws Exception {
        start().close();
        Files.writeString(data.resolve("postgresql/postgresql.conf"), "no_such_setting = 1\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("did not start")
                .hasMessageContaining("postgresql.conf");
    }

    private EmbeddedPostgres start() {
        EmbeddedPostgres postgres =
                new EmbeddedPostgres(DataFolder.take(data), TestDatabase.BINARIES, died::add);
        postgres.start();
        return postgres;
    }

    private long pidInFolder() throws Exception {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postgresql/postmaster.pid")).getFirst().strip());
    }

    private static void run(EmbeddedPostgres postgres, String statement) throws SQLException {
        try (Connection connection = postgres.superuser();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static String ask(EmbeddedPostgres postgres, String query) throws SQLException {
        try (Connection connection = postgres.superuser();
                Statement sql = connection.createStatement();
                ResultSet answer = sql.executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
