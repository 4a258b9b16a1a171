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
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.databind.JsonNode;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/**
 * Real logs, imported as their expected spans were computed: from the time on the wall, without its
 * offset, as if it were UTC. That is how a log is read whose offsets are wrong.
 */
@OfficeTest
@TestPropertySource(properties = "chengnuo.imports.dir=target/imports-spans")
class RealSpanTest {

    @LocalServerPort private int port;
    @Autowired private Intake intake;
    @Autowired private Turnarounds turnarounds;
    @Autowired private Exports exports;

    @ParameterizedTest
    @CsvSource({
        "receipt, wabo-receipt-on-the-wall",
        "BPIC15_1, bpic15-on-the-wall",
        "BPIC15_2, bpic15-on-the-wall"
    })
    void has_the_spans_that_another_program_found(String log, String mapping) throws Exception {
        JsonNode done = RealImports.imported(new Caller(port, "admin"), log, document(mapping));

        JsonNode expected = RealImports.expectedJson("summary.json").get(log);
        assertThat(done.at("/cases/done").asInt()).isEqualTo(expected.get("cases").asInt());
        assertThat(done.at("/events/done").asInt()).isEqualTo(expected.get("events").asInt());
        intake.awaitCaughtUp(Duration.ofMinutes(2));
        spansAreAsExpected(done.get("id").asString(), expected);

        // Exported and imported again, it has the same.
        Caller admin = new Caller(port, "admin");
        byte[] exported = RealImports.exported(exports, done.get("id").asString());
        JsonNode again = RealImports.ended(admin, Multipart.post(admin, exported, "chengnuo", log));
        assertThat(again.at("/cases/done").asInt()).isEqualTo(expected.get("cases").asInt());
        intake.awaitCaughtUp(Duration.ofMinutes(2));
        spansAreAsExpected(again.get("id").asString(), expected);
    }

    private void spansAreAsExpected(String id, JsonNode expected) {
        RealImports.isAsExpected(
                turnarounds, id, Measure.SPAN, Clock.CALENDAR, expected.get("calendar_s"), "_disc");
        RealImports.isAsExpected(
                turnarounds,
                id,
                Measure.SPAN,
                Clock.WORKING,
                expected.get("bh_7_17_amsterdam_s"),
                "_disc");
    }

    private static String document(String mapping) throws Exception {
        try (InputStream yaml = RealSpanTest.class.getResourceAsStream(mapping + ".yaml")) {
            return new String(Objects.requireNonNull(yaml).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
