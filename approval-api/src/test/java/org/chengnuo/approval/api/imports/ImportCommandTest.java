package org.chengnuo.approval.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.api.Chengnuo;
import org.chengnuo.approval.api.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
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
class ImportCommandTest {

    @TempDir Path folder;

    private Path file;
    private Path mapping;

    @BeforeEach
    void aLogAndAMapping() throws IOException {
        file = folder.resolve("log.xes");
        mapping = folder.resolve("ours.yaml");
        Files.writeString(
                file,
                Sample.log(
                        Sample.trace(
                                "1",
                                Sample.event("in", "2014-01-06T09:00:00+01:00"),
                                Sample.event("out", "2014-01-09T09:00:00+01:00"))));
        Files.writeString(mapping, Sample.yaml(""));
    }

    private int run(TestDatabase into, String... arguments) {
        List<String> all = new ArrayList<>(List.of("import"));
        all.addAll(List.of(arguments));
        all.add("--spring.datasource.url=" + into.url());
        all.add("--spring.datasource.username=" + into.username());
        all.add("--spring.datasource.password=" + into.password());
        all.add("--chengnuo.data-dir=" + folder.resolve("data"));
        return ImportCommand.run(new SpringApplication(Chengnuo.class), all.toArray(String[]::new));
    }

    @Test
    void imports_once_and_tells_what_became_of_it(CapturedOutput output) throws IOException {
        TestDatabase database = TestDatabase.fresh();
        String[] asked = {
            file.toString(), "--mapping", mapping.toString(), "--zone", "LF-01",
        };

        assertThat(run(database, asked)).isZero();
        assertThat(output.getOut())
                .contains("log.xes under the mapping sample, zone LF-01")
                .contains("DONE: 1 of 1 cases, 2 of 2 events, 2 legal acts of which 1 rejected")
                .contains("1  NOT_ACCEPTED: The filing has not been accepted");

        assertThat(run(database, asked)).isZero();
        assertThat(output.getOut()).contains("nothing changes");

        asked[4] = "LF-02";
        assertThat(run(database, asked)).isOne();
        assertThat(output.getErr()).contains("under the mapping «sample»", "zone «LF-01»");

        Files.writeString(file, "<log>");
        assertThat(run(database, asked)).isOne();
        assertThat(output.getErr()).contains("The XML is not well formed");
    }

    @ParameterizedTest
    @CsvSource({
        "none.xes, ours.yaml, LF-01, There is no file",
        "log.xes, none.yaml, LF-01, There is no mapping",
        "log.xes, ours.yaml, a b, is no zone",
        "log.xes, log.xes, LF-01, The mapping is wrong"
    })
    void says_what_is_wrong_before_anything_starts(
            String log, String under, String zone, String says, CapturedOutput output) {
        int exitCode =
                ImportCommand.run(
                        new SpringApplication(),
                        "import",
                        folder.resolve(log).toString(),
                        "--mapping=" + folder.resolve(under),
                        "--zone=" + zone);

        assertThat(exitCode).isOne();
        assertThat(output.getErr()).contains(says);
    }

    @Test
    void says_how_it_is_used(CapturedOutput output) {
        assertThat(ImportCommand.run(new SpringApplication(), "import")).isOne();
        assertThat(
                        ImportCommand.run(
                                new SpringApplication(), "import", file.toString(), "--mapping"))
                .isOne();
        assertThat(ImportCommand.run(new SpringApplication(), "import", "-v")).isOne();
        assertThat(output.getErr())
                .contains("FILE is missing", "--mapping lacks its value", "there is no -v")
                .contains("bpic15 or wabo-receipt");
    }
}
