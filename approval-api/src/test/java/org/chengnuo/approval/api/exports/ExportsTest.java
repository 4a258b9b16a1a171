package org.chengnuo.approval.api.exports;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.api.Caller;
import org.chengnuo.approval.api.Caller.Answer;
import org.chengnuo.approval.api.Life;
import org.chengnuo.approval.api.OfficeTest;
import org.chengnuo.approval.policy.ItemClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

@OfficeTest
@TestPropertySource(properties = "chengnuo.data-dir=target/exports-over-http")
class ExportsTest {

    @LocalServerPort private int port;

    private Caller analyst() {
        return new Caller(port, "analyst");
    }

    private HttpResponse<byte[]> bytes(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        analyst().request(address).GET().build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    @ParameterizedTest
    @CsvSource({
        "xes, application/xml, <?xml",
        "xes.gz, application/gzip, ''",
        "ocel.json, application/json, '{\"objectTypes\":['",
        "ocel.sqlite, application/vnd.sqlite3, SQLite format 3"
    })
    void areFilesWithAPositionThatGivesThemAgain(String format, String type, String begins)
            throws Exception {
        Life.registered(analyst()).approved();
        String address = "/api/v1/exports/events." + format;

        HttpResponse<byte[]> export = bytes(address);

        assertThat(export.statusCode()).isEqualTo(200);
        assertThat(export.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        String position = export.headers().firstValue("Chengnuo-As-Of").orElse("");
        assertThat(position).matches("\\d+:\\d+");
        assertThat(export.headers().firstValue("Content-Disposition"))
                .contains(
                        "attachment; filename=\"events-%s.%s\""
                                .formatted(position.replace(':', '-'), format));
        String text = new String(export.body(), StandardCharsets.UTF_8);
        assertThat(text).startsWith(begins);
        Life.registered(analyst());
        if (!format.endsWith("sqlite")) {
            assertThat(bytes(address + "?asOf=" + position).body()).isEqualTo(export.body());
        }
        if (format.equals("xes.gz")) {
            assertThat(new GZIPInputStream(new ByteArrayInputStream(export.body())).readAllBytes())
                    .isEqualTo(bytes("/api/v1/exports/events.xes?asOf=" + position).body());
        }
    }

    @Test
    void areForTheAnalyst() {
        for (String user :
                new String[] {"enterprise", "agent", "clerk", "reviewer", "supervisor"}) {
            assertThat(analyst().as(user).get("/api/v1/exports/events.xes").status())
                    .as(user)
                    .isEqualTo(403);
        }
        assertThat(new Caller(port, null).get("/api/v1/exports/events.xes").status())
                .isEqualTo(401);
        assertThat(analyst().get("/api/v1/exports/chengnuo.xesext").http().body())
                .contains("xesextension");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    xml                                          | 404 | events.xml
                    xes?asOf=yesterday                           | 400 | transaction:index
                    xes?asOf=999999999:1                         | 400 | asOf is at most
                    xes?zone=a%20b                               | 400 | zone code
                    xes?project=1                                | 400 | UUID
                    xes?from=yesterday                           | 400 | from
                    xes?from=2024-01-01T00:00:00Z&to=2023-01-01T00:00:00Z | 400 | begins before it ends
                    """)
    void areRefusedNamingWhatIsWrong(String asked, int status, String says) {
        Answer answer = analyst().get("/api/v1/exports/events." + asked);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("detail")).contains(says);
        assertThat(answer.header("Content-Disposition")).doesNotContain("events-");
    }

    @Test
    void haveWhatIsSelected() {
        Life life = Life.registered(analyst()).approved();

        String one = analyst().get("/api/v1/exports/events.xes?project=" + life.id()).http().body();

        assertThat(one.split("<trace>", -1))
                .hasSize(
                        1
                                + Life.items(ItemClass.KEPT_APPROVAL).size()
                                + Life.items(ItemClass.FILING_ONLY).size());
        assertThat(
                        analyst()
                                .get(
                                        "/api/v1/exports/events.xes?project="
                                                + life.id()
                                                + "&to=2020-01-01T00:00:00%2B08:00")
                                .http()
                                .body())
                .doesNotContain("<trace>");
    }
}
