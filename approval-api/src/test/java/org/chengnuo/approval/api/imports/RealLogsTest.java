package org.chengnuo.approval.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;

/**
 * Published logs, against answers that others computed. The durations expected were computed from
 * the times on the wall, without their offsets; so that is what they are compared with, and the
 * true duration may differ from it by nothing but the change of offset.
 */
class RealLogsTest {

    private static final Path DATA = Path.of("../../shared/data");
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    @TempDir Path directory;

    @ParameterizedTest
    @CsvSource({"receipt, wabo-receipt", "BPIC15_1, bpic15", "BPIC15_2, bpic15"})
    void a_real_log_has_the_cases_events_and_times_that_others_found(String log, String mapping)
            throws IOException {
        Path file = DATA.resolve("logs/" + log + ".xes.gz");
        assumeTrue(Files.exists(file), "The real logs are not here: " + file);
        JsonNode expected =
                JsonMapper.shared()
                        .readTree(Files.readString(DATA.resolve("expected/summary.json")))
                        .get(log);
        Map<String, Expected> ofCase = expectedOf(log);

        try (StagedLog staged =
                StagedLog.stage(
                        file,
                        directory.resolve("staged.duckdb"),
                        new ShippedMappings(() -> Sample.CALENDARS).find(mapping),
                        ImportLimits.standard(),
                        Progress.UNWATCHED)) {
            assertThat(staged.summary().cases()).isEqualTo(expected.get("cases").asLong());
            assertThat(staged.summary().events()).isEqualTo(expected.get("events").asLong());
            for (Iterator<StagedCase> each = staged.casesFrom(0); each.hasNext(); ) {
                StagedCase found = each.next();
                assertThat(ofCase).containsKey(found.caseId());
                compare(found, Objects.requireNonNull(ofCase.remove(found.caseId())));
            }
        }
        assertThat(ofCase).isEmpty();
    }

    private static void compare(StagedCase found, Expected wanted) {
        Instant first = found.rows().getFirst().at();
        Instant last = found.rows().getLast().at();
        LocalDateTime firstOnTheWall = LocalDateTime.ofInstant(first, AMSTERDAM);
        LocalDateTime lastOnTheWall = LocalDateTime.ofInstant(last, AMSTERDAM);
        Duration onTheWall = Duration.between(firstOnTheWall, lastOnTheWall);
        int putForward =
                AMSTERDAM.getRules().getOffset(last).getTotalSeconds()
                        - AMSTERDAM.getRules().getOffset(first).getTotalSeconds();

        assertThat(found.rows()).as(found.caseId()).hasSize(wanted.events());
        assertThat(firstOnTheWall).isEqualTo(wanted.first());
        assertThat(lastOnTheWall).isEqualTo(wanted.last());
        assertThat(onTheWall.toNanos() / 1e9)
                .as(found.caseId())
                .isCloseTo(wanted.seconds(), within(1e-5));
        assertThat(Duration.between(first, last)).isEqualTo(onTheWall.minusSeconds(putForward));
    }

    private static Map<String, Expected> expectedOf(String log) throws IOException {
        Map<String, Expected> expected = new HashMap<>();
        for (String line :
                Files.readAllLines(DATA.resolve("expected/" + log + "_case_durations.csv"))) {
            String[] field = line.split(",", -1);
            if (!field[0].equals("case")) {
                expected.put(
                        field[0],
                        new Expected(
                                Integer.parseInt(field[1]),
                                LocalDateTime.parse(field[2].replace("Z", "")),
                                LocalDateTime.parse(field[3].replace("Z", "")),
                                Double.parseDouble(field[4])));
            }
        }
        return expected;
    }

    private record Expected(int events, LocalDateTime first, LocalDateTime last, double seconds) {}
}
