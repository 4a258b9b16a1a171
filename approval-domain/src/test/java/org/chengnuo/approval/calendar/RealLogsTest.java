package org.chengnuo.approval.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Real permit cases of Dutch municipalities, whose working time another program has computed. */
class RealLogsTest {

    /** Beside the project; the tests run in the directory of their module. */
    private static final Path EXPECTED = Path.of("../../shared/data/expected");

    @ParameterizedTest
    @CsvSource({"receipt, 1434", "BPIC15_1, 1199", "BPIC15_2, 832"})
    void workingTimeOfEachCaseIsWhatAnotherProgramComputed(String log, int cases) throws Exception {
        var file = EXPECTED.resolve(log + "_case_durations.csv");
        assumeTrue(Files.exists(file), () -> "skipped: there is no independent data at " + file);
        var amsterdam = ShippedCalendars.named("mon-fri-7-17-amsterdam");
        var lines = Files.readAllLines(file);
        assertThat(lines).hasSize(cases + 1);
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",");
            var time = amsterdam.workingTime(Instant.parse(fields[2]), Instant.parse(fields[3]));
            // The other program computes in floating-point seconds.
            assertThat(time.toNanos() / 1e9)
                    .as("%s", line)
                    .isCloseTo(Double.parseDouble(fields[6]), within(1e-4));
        }
    }
}
