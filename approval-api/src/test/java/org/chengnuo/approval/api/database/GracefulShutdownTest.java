package org.chengnuo.approval.api.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.api.Caller;
import org.chengnuo.approval.api.Caller.Answer;
import org.chengnuo.approval.api.Chengnuo;
import org.chengnuo.approval.parts.Parts;
import org.chengnuo.approval.parts.RealParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** What is under way when the program is told to end: the whole program, as a person stops it. */
@RealParts
class GracefulShutdownTest {

    private static final String PROJECT =
            """
            {"name":"年产10万吨精密铸件项目","enterprise":"11320000MB151840XJ","zone":"LF-01","region":"141002",
             "industry":"3391","type":"RECORD_FILED","investment":120000000}
            """;

    private static final String FILING =
            """
            {"item":"cn-shanxi:works-planning-permit","receipt":"收1"}
            """;

    private static final String CORRELATION = "0195d7a0-0000-7000-8000-0000000000ff";

    @TempDir private Path temp;

    private final TestDatabase database;
    private final JdbcClient sql;

    GracefulShutdownTest(Parts parts) {
        database = TestDatabase.fresh(parts);
        sql = JdbcClient.create(database.dataSource());
    }

    @Test
    void isNotReadyFirstAndThenAnswersWhatItHasTakenAndLosesNothing() throws Exception {
        int port = freePort();
        Path folder = Files.createDirectory(temp.resolve("empty"));
        try (Program program =
                        Program.start(
                                folder,
                                Chengnuo.class.getName(),
                                "--server.port=" + port,
                                "--spring.profiles.active=demo",
                                "--chengnuo.demo.simulate=false",
                                "--chengnuo.readiness.drain=3s",
                                "--logging.structured.format.console=ecs",
                                "--spring.datasource.url=" + database.url(),
                                "--spring.datasource.username=" + database.username(),
                                "--spring.datasource.password=" + database.password());
                var callers = Executors.newVirtualThreadPerTaskExecutor();
                Connection turn = database.dataSource().getConnection()) {
            Caller clerk = new Caller(port, "clerk");
            program.awaitAnswer(port);
            awaitReadiness(port, 200);
            assertThat(
                            clerk.send(
                                            clerk.request("/api/v1/filings?zone=%00")
                                                    .header("X-Correlation-Id", CORRELATION))
                                    .status())
                    .isEqualTo(400);
            String project =
                    new Caller(port, "enterprise")
                            .post("/api/v1/projects", PROJECT)
                            .text("project");
            take(turn, project);
            List<Future<Answer>> underWay = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                underWay.add(
                        callers.submit(
                                () ->
                                        clerk.post(
                                                "/api/v1/projects/" + project + "/filings",
                                                FILING)));
            }
            awaitWaiting(8);

            program.terminate();
            awaitReadiness(port, 503);
            // Not ready, and yet it still takes what comes.
            assertThat(new Caller(port, "enterprise").post("/api/v1/projects", PROJECT).status())
                    .isEqualTo(201);
            CompletableFuture.delayedExecutor(4, TimeUnit.SECONDS).execute(() -> give(turn));

            for (Future<Answer> act : underWay) {
                assertThat(act.get().status()).as(act.get().http().body()).isEqualTo(201);
            }
            assertThat(program.exitCode()).isEqualTo(128 + 15);
            isJsonWithTheIdOfItsRequest(program.output());
        }

        assertThat(count("filing.received")).isEqualTo(8);
        assertThat(count("project.registered")).isEqualTo(2);
    }

    private static void isJsonWithTheIdOfItsRequest(List<String> output) {
        List<JsonNode> lines = output.stream().map(new JsonMapper()::readTree).toList();
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.path("@timestamp").asString()).isNotEmpty())
                .anySatisfy(
                        line -> {
                            assertThat(line.path("correlation").asString()).isEqualTo(CORRELATION);
                            assertThat(line.path("log").path("level").asString()).isEqualTo("WARN");
                        });
    }

    private long count(String event) {
        return sql.sql("select count(*) from journal.event where name = :name")
                .param("name", event)
                .query(Long.class)
                .single();
    }

    /** The turn of a project, as the desk takes it: acts wait for it. */
    private static void take(Connection turn, String project) throws Exception {
        turn.setAutoCommit(false);
        try (PreparedStatement lock =
                turn.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, project);
            lock.execute();
        }
    }

    private static void give(Connection turn) {
        try {
            turn.commit();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitWaiting(int acts) throws InterruptedException {
        long waiting;
        do {
            Thread.sleep(50);
            waiting =
                    sql.sql(
                                    "select count(*) from pg_locks where locktype = 'advisory' and"
                                            + " not granted")
                            .query(Long.class)
                            .single();
        } while (waiting < acts);
    }

    private static void awaitReadiness(int port, int status) throws InterruptedException {
        Caller anybody = new Caller(port, null);
        while (anybody.get("/actuator/health/readiness").status() != status) {
            Thread.sleep(50);
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
