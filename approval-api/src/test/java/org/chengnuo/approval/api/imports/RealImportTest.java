package org.chengnuo.approval.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.chengnuo.approval.api.Caller;
import org.chengnuo.approval.api.OfficeTest;
import org.chengnuo.approval.projections.export.Exports;
import org.chengnuo.approval.projections.intake.Intake;
import org.chengnuo.approval.projections.reviewtimes.Clock;
import org.chengnuo.approval.projections.reviewtimes.Measure;
import org.chengnuo.approval.projections.reviewtimes.Turnarounds;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.databind.JsonNode;

import java.math.RoundingMode;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Real logs, imported under the shipped mapping: the acts and their times are those expected. */
@OfficeTest
@TestPropertySource(properties = "chengnuo.imports.dir=target/imports-real")
class RealImportTest {

    private static final List<String> COLUMNS =
            List.of(
                    "filing.received",
                    "filing.correction-requested",
                    "filing.correction-answered",
                    "filing.accepted",
                    "filing.decided",
                    "filing.delivered");

    private static final List<Measure> MEASURES =
            List.of(Measure.HIDDEN, Measure.GROSS, Measure.DELIVERY, Measure.PATH, Measure.WAITING);

    private static final List<String> COMPARED =
            MEASURES.stream()
                    .flatMap(
                            measure ->
                                    Stream.of(Clock.values()).map(clock -> column(measure, clock)))
                    .toList();

    private static final List<String> FIGURES = List.of("mean", "p50", "p90", "p95", "max");

    @TempDir private Path folder;
    @LocalServerPort private int port;
    @Autowired private JdbcClient jdbc;
    @Autowired private Intake intake;
    @Autowired private Turnarounds turnarounds;
    @Autowired private Exports exports;

    @ParameterizedTest
    @ValueSource(strings = {"BPIC15_1", "BPIC15_2"})
    void has_the_acts_and_the_durations_that_another_program_found(String log) throws Exception {
        JsonNode done = RealImports.imported(new Caller(port, "analyst"), log, "bpic15");

        JsonNode expected = RealImports.expectedJson(log + "_legal.json");
        assertThat(done.at("/cases/done").asInt()).isEqualTo(expected.get("cases").asInt());
        assertThat(done.get("mapped").asInt()).isEqualTo(expected.get("mappedActs").asInt());
        assertThat(done.get("rejected").asInt()).isEqualTo(expected.get("rejectedActs").asInt());
        String id = done.get("id").asString();
        assertThat(recorded(id)).isEqualTo(expectedActs(log));

        intake.awaitCaughtUp(Duration.ofMinutes(2));
        figuresAreAsExpected(id, expected);
        answersAreAsExpected(id, expected);
        certificatesAreAsExpected(id, expected);
        for (String format : List.of("csv", "parquet")) {
            fileIsAsExpected(id, format, expected);
        }
    }

    private void figuresAreAsExpected(String id, JsonNode expected) {
        forEach(
                (measure, clock) ->
                        RealImports.isAsExpected(
                                turnarounds,
                                id,
                                measure,
                                clock,
                                expected.get(column(measure, clock)),
                                ""));
    }

    private void answersAreAsExpected(String id, JsonNode expected) {
        Caller analyst = new Caller(port, "analyst");
        forEach(
                (measure, clock) -> {
                    JsonNode answer =
                            analyst.get(
                                            "/api/v1/statistics/turnaround?"
                                                    + query(measure, clock, id))
                                    .json();
                    isAsExpected(answer.at("/groups/0"), expected.get(column(measure, clock)));
                });
    }

    /** Published, and computed again. */
    private void certificatesAreAsExpected(String id, JsonNode expected) {
        Caller analyst = new Caller(port, "analyst");
        String certificates = "/api/v1/statistics/certificates";
        forEach(
                (measure, clock) -> {
                    JsonNode certificate =
                            analyst.post(
                                            certificates,
                                            "{\"figure\":\"turnaround\",\"query\":\"%s\"}"
                                                    .formatted(query(measure, clock, id)))
                                    .json()
                                    .path("certificate");
                    isAsExpected(certificate.at("/result/0"), expected.get(column(measure, clock)));
                    String again =
                            "%s/%s/verification"
                                    .formatted(certificates, certificate.path("number").asString());
                    assertThat(analyst.get(again).text("verdict")).isEqualTo("EQUAL");
                });
    }

    /** In plain SQL over the file, as anybody else would ask it. */
    private void fileIsAsExpected(String id, String format, JsonNode expected) throws Exception {
        Caller analyst = new Caller(port, "analyst");
        String address = "/api/v1/exports/filings.%s?import=%s".formatted(format, id);
        try (var client = HttpClient.newHttpClient();
                var duck = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duck.createStatement()) {
            Path file =
                    client.send(
                                    analyst.request(address).build(),
                                    BodyHandlers.ofFile(folder.resolve(id + "." + format)))
                            .body();
            for (String column : COMPARED) {
                try (var row =
                        statement.executeQuery(
                                """
                                select count(v), round(avg(v) / 1000, 3),
                                    quantile_disc(v, 0.5) / 1000, quantile_disc(v, 0.9) / 1000,
                                    quantile_disc(v, 0.95) / 1000, max(v) / 1000
                                from (select %s as v from '%s')
                                """
                                        .formatted(column, file))) {
                    row.next();
                    JsonNode figures = expected.get(column);
                    assertThat(row.getLong(1)).isEqualTo(figures.get("n").asLong());
                    for (int i = 0; i < FIGURES.size(); i++) {
                        assertThat(row.getDouble(i + 2))
                                .as("%s of %s in %s", FIGURES.get(i), column, format)
                                .isCloseTo(figures.get(FIGURES.get(i)).asDouble(), within(0.001));
                    }
                }
            }
        }
    }

    private static void isAsExpected(JsonNode found, JsonNode expected) {
        assertThat(found.path("n").asLong()).isEqualTo(expected.get("n").asLong());
        for (String figure : FIGURES) {
            assertThat(found.path(figure + "Seconds").decimalValue())
                    .as("%s in %s", figure, found)
                    .isEqualByComparingTo(
                            expected.get(figure).decimalValue().setScale(3, RoundingMode.HALF_UP));
        }
    }

    private static String query(Measure measure, Clock clock, String id) {
        return "measure=%s&clock=%s&import=%s"
                .formatted(measure, clock, id)
                .toLowerCase(Locale.ROOT);
    }

    private static String column(Measure measure, Clock clock) {
        return (measure + "_" + clock).toLowerCase(Locale.ROOT);
    }

    private static void forEach(BiConsumer<Measure, Clock> check) {
        for (Measure measure : MEASURES) {
            for (Clock clock : Clock.values()) {
                check.accept(measure, clock);
            }
        }
    }

    /** Exported and imported again, it has the same. */
    @ParameterizedTest
    @ValueSource(strings = {"BPIC15_1", "BPIC15_2"})
    void has_them_again_after_an_export(String log) throws Exception {
        Caller analyst = new Caller(port, "analyst");
        JsonNode first = RealImports.imported(analyst, log, "bpic15");
        byte[] exported = RealImports.exported(exports, first.get("id").asString());

        JsonNode done =
                RealImports.ended(analyst, Multipart.post(analyst, exported, "chengnuo", log));

        JsonNode expected = RealImports.expectedJson(log + "_legal.json");
        assertThat(done.at("/cases/done").asInt()).isEqualTo(expected.get("cases").asInt());
        assertThat(done.get("rejected").asInt()).isZero();
        assertThat(done.get("mapped").asInt())
                .isEqualTo(
                        expected.get("mappedActs").asInt() - expected.get("rejectedActs").asInt());
        intake.awaitCaughtUp(Duration.ofMinutes(2));
        figuresAreAsExpected(done.get("id").asString(), expected);
    }

    /** Of each case, what was recorded when. */
    private Map<String, Map<String, Instant>> recorded(String id) {
        Map<String, String> caseOf = new HashMap<>();
        Map<String, Map<String, Instant>> found = new TreeMap<>();
        jdbc.sql(
                        """
                        select stream, name, payload::json ->> 'caseId' as case_id,
                               payload::json ->> 'occurredAt' as at
                        from journal.event
                        where metadata::json ->> 'import' = :id
                          and name not in ('project.imported', 'filing.work-step-recorded')
                        order by position
                        """)
                .param("id", id)
                .query(
                        row -> {
                            String project = row.getString("stream");
                            if (row.getString("name").equals("filing.imported")) {
                                caseOf.put(project, row.getString("case_id"));
                                found.put(row.getString("case_id"), new TreeMap<>());
                            } else {
                                Map<String, Instant> acts =
                                        Objects.requireNonNull(found.get(caseOf.get(project)));
                                Instant before =
                                        acts.put(
                                                row.getString("name"),
                                                Instant.parse(row.getString("at")));
                                assertThat(before).isNull();
                            }
                        });
        return found;
    }

    private static Map<String, Map<String, Instant>> expectedActs(String log) throws Exception {
        Map<String, Map<String, Instant>> expected = new TreeMap<>();
        for (String line : Files.readAllLines(RealImports.expected(log + "_legal.csv"))) {
            String[] cells = line.split(",", -1);
            if (!cells[0].equals("case")) {
                Map<String, Instant> acts = new TreeMap<>();
                for (int i = 0; i < COLUMNS.size(); i++) {
                    if (!cells[i + 1].isEmpty()) {
                        acts.put(COLUMNS.get(i), Instant.parse(cells[i + 1]));
                    }
                }
                expected.put(cells[0], acts);
            }
        }
        return expected;
    }
}
