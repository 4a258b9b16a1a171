package org.chengnuo.approval.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The walk of the README leads where it says. */
@OfficeTest
class ReadmeTest {

    private static final Pattern WALK =
            Pattern.compile("<!-- walk -->\\s*```sh\\n(.*?)\\n```", Pattern.DOTALL);

    @LocalServerPort private int port;

    @Test
    void theWalkLeadsFromRegistrationToProduction(@TempDir Path folder) throws Exception {
        for (String program : new String[] {"bash", "curl", "sed"}) {
            assumeThat(isThere(program)).as("%s, which the walk needs", program).isTrue();
        }
        Matcher walk = WALK.matcher(Files.readString(Path.of("..", "README.md")));
        assertThat(walk.find()).isTrue();
        Path script =
                Files.writeString(
                        folder.resolve("walk.sh"),
                        walk.group(1).replace("localhost:8080", "localhost:" + port)
                                + "\necho; echo project=$project commitment=$commitment\n");
        Path told = folder.resolve("told.txt");

        Process process =
                new ProcessBuilder("bash", "-eu", script.toString())
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(told.toFile())
                        .start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();
        String output = Files.readString(told);

        assertThat(ended).as(output).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        // Two refusals, which the walk announces.
        assertThat(Pattern.compile("\"reason\":\"([A-Z_]+)\"").matcher(output).results())
                .extracting(found -> found.group(1))
                .containsExactly("COMMITMENT_UNMET", "NOTICE_MISSING");
        assertThat(output).doesNotContain("urn:chengnuo:problem:");
        Caller caller = new Caller(port, "clerk");
        assertThat(caller.get("/api/v1/commitments/" + after("commitment=", output)).text("state"))
                .isEqualTo("FULFILLED");
        assertThat(Files.readAllBytes(folder.resolve("letter.pdf"))).startsWith('%', 'P', 'D', 'F');
    }

    private static String after(String word, String text) {
        String rest = text.substring(text.lastIndexOf(word) + word.length());
        return rest.split("\\s")[0];
    }

    private static boolean isThere(String program) throws IOException {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
