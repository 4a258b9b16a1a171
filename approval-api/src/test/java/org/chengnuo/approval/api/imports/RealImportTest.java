package org.chengnuo.approval.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.api.Caller;
import org.chengnuo.approval.api.OfficeTest;
import org.chengnuo.approval.projections.export.Exports;
import org.chengnuo.approval.projections.intake.Intake;
import org.chengnuo.approval.projections.reviewtimes.Clock;
import org.chengnuo.approval.projections.reviewtimes.Measure;
import org.chengnuo.approval.projections.reviewtimes.Turnarounds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.databind.JsonNode;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

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
    }

    private void figuresAreAsExpected(String id, JsonNode expected) {
        for (Measure measure :
                List.of(
                        Measure.HIDDEN,
                        Measure.GROSS,
                        Measure.DELIVERY,
                        Measure.PATH,
                        Measure.WAITING)) {
            for (Clock clock : Clock.values()) {
                String name = (measure + "_" + clock).toLowerCase(Locale.ROOT);
                RealImports.isAsExpected(turnarounds, id, measure, clock, expected.get(name), "");
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
