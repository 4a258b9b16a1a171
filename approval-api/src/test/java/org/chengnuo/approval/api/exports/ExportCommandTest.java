package org.chengnuo.approval.api.exports;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.api.Chengnuo;
import org.chengnuo.approval.api.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

@ExtendWith(OutputCaptureExtension.class)
class ExportCommandTest {

    @TempDir Path folder;

    private int run(String... arguments) {
        TestDatabase from = TestDatabase.fresh();
        List<String> all = new ArrayList<>(List.of("export"));
        all.addAll(List.of(arguments));
        all.add("--spring.datasource.url=" + from.url());
        all.add("--spring.datasource.username=" + from.username());
        all.add("--spring.datasource.password=" + from.password());
        all.add("--chengnuo.data-dir=" + folder.resolve("data"));
        return ExportCommand.run(new SpringApplication(Chengnuo.class), all.toArray(String[]::new));
    }

    @Test
    void writesTheFileAndTellsThePosition(CapturedOutput output) throws IOException {
        Path file = folder.resolve("events.xes");

        assertThat(run("--format", "xes", "--out", file.toString(), "--zone=LF-01")).isZero();

        assertThat(Files.readString(file)).startsWith("<?xml").contains("</log>");
        assertThat(output.getOut()).contains("events.xes", "as of ");
        assertThat(folder.resolve("events.xes.part")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --format=csv --out=x        | there is no format
                    --format=xes                | --out is missing
                    --out=x                     | --format is missing
                    --format=xes --out=/no/x    | there can be no file
                    --format=xes --out=x --from=now | 'now'
                    --format=xes --out=x --as-of=7  | transaction:index
                    --format=xes --out=x all    | there is no all
                    """)
    void saysWhatIsWrongBeforeAnythingStarts(String arguments, String says, CapturedOutput output) {
        String[] all = ("export " + arguments).split(" ");

        assertThat(ExportCommand.run(new SpringApplication(Chengnuo.class), all)).isOne();
        assertThat(output.getErr()).contains(says, "usage:");
    }
}
