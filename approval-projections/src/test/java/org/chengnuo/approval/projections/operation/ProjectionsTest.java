package org.chengnuo.approval.projections.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.projections.intake.Story.accepted;
import static org.chengnuo.approval.projections.intake.Story.at;
import static org.chengnuo.approval.projections.intake.Story.decided;
import static org.chengnuo.approval.projections.intake.Story.filing;
import static org.chengnuo.approval.projections.intake.Story.project;
import static org.chengnuo.approval.projections.intake.Story.received;
import static org.chengnuo.approval.projections.intake.Story.registered;

import org.chengnuo.approval.parts.Parts;
import org.chengnuo.approval.projections.Projections;
import org.chengnuo.approval.projections.intake.TestJournal;
import org.chengnuo.approval.projections.kafka.Broker;
import org.chengnuo.approval.projections.kafka.KafkaSettings;
import org.chengnuo.approval.projections.kafka.Publication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program of the read models, started as a process and asked over HTTP. */
@Timeout(300)
class ProjectionsTest {

    private static final String FIGURE =
            "/api/v1/statistics/turnaround?measure=review&clock=working&groupBy=zone";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir Path folder;
    private @Nullable Process program;
    private int port;

    @AfterEach
    void end() {
        if (program != null) {
            program.destroyForcibly().onExit().join();
        }
        http.close();
    }

    @Test
    void answersWhatIsInTheJournalAndNothingElse() throws Exception {
        TestJournal journal = BeforeTheFirstStart.journal(Parts.EMBEDDED);
        start(database(journal), List.of("--spring.profiles.active=demo"));
        awaitReady();
        approve(journal);
        awaitFigure();

        for (String model : List.of("register", "reviewtimes")) {
            assertThat(
                            json(get("/actuator/health/readiness", null))
                                    .at("/components/projections/components/" + model + "/status")
                                    .asString())
                    .isEqualTo("UP");
        }
        assertThat(json(get("/api/v1/filings?zone=LF-01", null)).path("rows").size()).isOne();
        isProblem(get("/api/v1/nowhere", null), 404, "not-found");
        isProblem(get("/api/v1/statistics/turnaround?measure=none", null), 400, "bad-value");
        isProblem(get("/api/v1/exports/events.xes", null), 401, "login-needed");
        isProblem(get("/api/v1/exports/events.xes", "clerk"), 403, "not-yours-to-do");
        assertThat(get("/api/v1/exports/events.xes", "analyst").body()).contains("<trace>");
        assertThat(get("/actuator/prometheus", "admin").body())
                .contains("chengnuo_projection_lag_seconds{projection=\"register\"}");

        var published =
                post(
                        "/api/v1/statistics/certificates",
                        "analyst",
                        """
                        {"figure": "turnaround", "query": "measure=review&clock=working&groupBy=zone"}
                        """);
        assertThat(published.statusCode()).as(published.body()).isEqualTo(201);
        assertThat(
                        json(get(
                                        published.headers().firstValue("Location").orElseThrow()
                                                + "/verification",
                                        null))
                                .path("verdict")
                                .asString())
                .isEqualTo("EQUAL");

        isProblem(post("/api/v1/projects", null, "{}"), 401, "login-needed");
        isProblem(post("/api/v1/projects", "clerk", "{}"), 405, "method-not-allowed");
        isProblem(
                post("/api/v1/filings/" + filing(1) + "/acceptance", "clerk", "{}"),
                404,
                "not-found");
    }

    @Test
    void takesTheEventsFromKafkaAndEndsWhatItHasBegun() throws Exception {
        TestJournal journal = BeforeTheFirstStart.journal(Parts.EMBEDDED);
        try (Broker broker = Broker.started(Parts.EMBEDDED)) {
            KafkaSettings kafka = broker.settings("journal");
            start(
                    database(journal),
                    List.of(
                            "--spring.profiles.active=demo",
                            "--chengnuo.feed=kafka",
                            "--chengnuo.kafka.bootstrap-servers=" + broker.address(),
                            "--chengnuo.kafka.topic=journal",
                            "--chengnuo.kafka.partitions=" + kafka.partitions(),
                            "--chengnuo.readiness.drain=2s",
                            "--logging.structured.format.console=ecs"));
            awaitAnswer();
            approve(journal);
            var publication = new Publication(kafka, journal.database(), Duration.ofMillis(10));
            publication.start();
            try {
                awaitFigure();
                awaitReady();

                running().destroy();
                awaitStatus("/actuator/health/readiness", 503);
                assertThat(get(FIGURE, null).statusCode()).isEqualTo(200);
                assertThat(running().onExit().get(60, TimeUnit.SECONDS).exitValue())
                        .isEqualTo(128 + 15);
            } finally {
                publication.stop();
            }
        }
        assertThat(Files.readAllLines(output())).allMatch(line -> line.startsWith("{"));
    }

    @Test
    void isRefusedWithoutADatabaseInOneLine() throws Exception {
        assertThat(refusal("--spring.profiles.active=demo")).contains("SPRING_DATASOURCE_URL");
        assertThat(
                        refusal(
                                "--spring.profiles.active=demo",
                                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none"))
                .contains("PostgreSQL cannot be reached at jdbc:postgresql://127.0.0.1:1/none");
        assertThat(refusal()).contains("there are no users");
        assertThat(refusal("--chengnuo.intake.batch=0")).contains("chengnuo.intake.batch");
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    private String refusal(String... settings) throws Exception {
        start(List.of(), List.of(settings));
        assertThat(running().onExit().get(60, TimeUnit.SECONDS).exitValue()).isOne();
        List<String> errors =
                Files.readAllLines(folder.resolve("errors")).stream()
                        .filter(line -> !line.startsWith("WARNING: "))
                        .toList();
        assertThat(errors).hasSize(1);
        return errors.getFirst();
    }

    private static void approve(TestJournal journal) {
        journal.append(
                at("2018-09-30T09:00"),
                List.of(
                        registered(project(1), "LF-01"),
                        received(filing(1), at("2018-09-03T09:00")),
                        accepted(filing(1), at("2018-09-03T09:00")),
                        decided(filing(1), at("2018-09-06T09:00"))));
    }

    private static List<String> database(TestJournal journal) throws Exception {
        try (Connection connection = journal.database().getConnection()) {
            return List.of(
                    "--spring.datasource.url=" + connection.getMetaData().getURL(),
                    "--spring.datasource.username=" + connection.getMetaData().getUserName());
        }
    }

    private void start(List<String> database, List<String> settings) throws IOException {
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        Projections.class.getName(),
                        "--server.port=" + port));
        command.addAll(database);
        command.addAll(settings);
        program =
                new ProcessBuilder(command)
                        .directory(Files.createDirectories(folder.resolve("work")).toFile())
                        .redirectOutput(output().toFile())
                        .redirectError(folder.resolve("errors").toFile())
                        .start();
    }

    /** Without the tests, and how they log. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Path output() {
        return folder.resolve("output");
    }

    private Process running() {
        if (program == null) {
            throw new IllegalStateException("not started");
        }
        return program;
    }

    private void awaitReady() throws Exception {
        awaitStatus("/actuator/health/readiness", 200);
    }

    private void awaitAnswer() throws Exception {
        awaitStatus("/actuator/health/liveness", 200);
    }

    private void awaitStatus(String address, int status) throws Exception {
        while (true) {
            try {
                if (get(address, null).statusCode() == status) {
                    return;
                }
            } catch (IOException e) {
                assertThat(running().isAlive())
                        .as(Files.readString(output()) + Files.readString(folder.resolve("errors")))
                        .isTrue();
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Of the one filing. */
    private void awaitFigure() throws Exception {
        while (true) {
            HttpResponse<String> answer = get(FIGURE, null);
            if (answer.statusCode() == 200 && answer.body().contains("\"n\":1")) {
                assertThat(answer.body()).contains("LF-01");
                return;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private HttpResponse<String> get(String address, @Nullable String user) throws Exception {
        return send(request(address, user).GET());
    }

    private HttpResponse<String> post(String address, @Nullable String user, String body)
            throws Exception {
        return send(
                request(address, user)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String address, @Nullable String user) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address));
        if (user != null) {
            byte[] login = (user + ":" + user).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return new JsonMapper().readTree(answer.body());
    }

    private static void isProblem(HttpResponse<String> answer, int status, String kind) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(json(answer).path("type").asString()).isEqualTo("urn:chengnuo:problem:" + kind);
    }
}
