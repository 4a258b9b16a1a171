package org.chengnuo.approval.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.chengnuo.approval.api.Caller;
import org.chengnuo.approval.api.Caller.Answer;
import org.chengnuo.approval.projections.export.Exports;
import org.chengnuo.approval.projections.export.Format;
import org.chengnuo.approval.projections.export.Selection;
import org.chengnuo.approval.projections.intake.StoryChoice;
import org.chengnuo.approval.projections.reviewtimes.Clock;
import org.chengnuo.approval.projections.reviewtimes.FactFilter;
import org.chengnuo.approval.projections.reviewtimes.Measure;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.Turnaround.Group;
import org.chengnuo.approval.projections.reviewtimes.Turnarounds;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Published logs, and what others computed of them. */
final class RealImports {

    private static final Path DATA = Path.of("../../shared/data");

    private RealImports() {}

    /** Posts a log and waits until it is imported. */
    static JsonNode imported(Caller caller, String log, String mapping)
            throws IOException, InterruptedException {
        Path file = DATA.resolve("logs/" + log + ".xes.gz");
        assumeTrue(Files.exists(file), "The real logs are not here: " + file);
        Answer posted = Multipart.post(caller, Files.readAllBytes(file), mapping, log);
        return ended(caller, posted);
    }

    /** Waits until what was posted is imported. */
    static JsonNode ended(Caller caller, Answer posted) throws InterruptedException {
        assertThat(posted.status()).as(posted.http().body()).isEqualTo(202);
        while (true) {
            JsonNode view = caller.get(posted.header("Location")).json();
            if (!ImportState.valueOf(view.get("state").asString()).isUnderWay()) {
                assertThat(view.get("state").asString()).as(view.toString()).isEqualTo("DONE");
                return view;
            }
            Thread.sleep(100);
        }
    }

    static byte[] exported(Exports exports, String importId) throws IOException {
        var out = new ByteArrayOutputStream();
        var stories = new StoryChoice(null, importId, null);
        try (var export = exports.begin(new Selection(stories, null, null, null))) {
            export.write(Format.XES_GZ, out);
        }
        return out.toByteArray();
    }

    static Path expected(String file) {
        return DATA.resolve("expected").resolve(file);
    }

    static JsonNode expectedJson(String file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(expected(file)));
    }

    /**
     * @param percentiles the ending of their names
     */
    static void isAsExpected(
            Turnarounds turnarounds,
            String importId,
            Measure measure,
            Clock clock,
            JsonNode expected,
            String percentiles) {
        Group found =
                turnarounds
                        .answer(Question.of(measure, clock).of(FactFilter.ofImport(importId)))
                        .groups()
                        .getFirst();
        assertThat(found)
                .as("%s %s", measure, clock)
                .usingRecursiveComparison()
                .withComparatorForType(java.math.BigDecimal::compareTo, java.math.BigDecimal.class)
                .ignoringFields("openN")
                .isEqualTo(
                        new Group(
                                List.of(),
                                expected.get("n").asLong(),
                                0,
                                expected.get("mean")
                                        .decimalValue()
                                        .setScale(3, RoundingMode.HALF_UP),
                                expected.get("p50" + percentiles).decimalValue(),
                                expected.get("p90" + percentiles).decimalValue(),
                                expected.get("p95" + percentiles).decimalValue(),
                                expected.get("max").decimalValue()));
    }
}
