package org.chengnuo.approval.api.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.api.Caller;
import org.chengnuo.approval.api.Caller.Answer;
import org.chengnuo.approval.api.OfficeTest;
import org.chengnuo.approval.projections.intake.Intake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Properties;

/** Six filings are decided in one zone, and two in another: a figure of those is withheld. */
@OfficeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedFiguresTest {

    private static final String CERTIFICATES = "/api/v1/statistics/certificates";

    @Autowired private Intake intake;
    @Autowired private JdbcClient database;
    @LocalServerPort private int port;

    private Caller as(String user) {
        return new Caller(port, user);
    }

    private static Answer good(Answer answer) {
        assertThat(answer.status()).as(answer.http().body()).isBetween(200, 201);
        return answer;
    }

    @BeforeAll
    void given() throws Exception {
        for (int i = 0; i < 6; i++) {
            decided("P-MANY");
        }
        decided("P-FEW");
        decided("P-FEW");
        intake.awaitCaughtUp(Duration.ofSeconds(60));
    }

    private void decided(String zone) {
        String project =
                good(as("enterprise")
                                .post(
                                        "/api/v1/projects",
                                        """
                                        {"name":"铸件项目","enterprise":"11320000MB151840XJ","zone":"%s",
                                         "region":"141002","industry":"3391","type":"RECORD_FILED",
                                         "investment":120000000}
                                        """
                                                .formatted(zone)))
                        .header("Location");
        String filing =
                good(as("clerk")
                                .post(
                                        project + "/filings",
                                        """
                                        {"item":"cn-shanxi:works-planning-permit","receipt":"收1"}
                                        """))
                        .header("Location");
        good(as("clerk").post(filing + "/acceptance", "{\"receipt\":\"受1\"}"));
        good(
                as("reviewer")
                        .post(
                                filing + "/decision",
                                "{\"outcome\":\"GRANTED\",\"document\":\"许1\"}"));
    }

    private Answer publish(String figure, String query) {
        return as("analyst")
                .post(
                        CERTIFICATES,
                        "{\"figure\":\"%s\",\"query\":\"%s\"}".formatted(figure, query));
    }

    private JsonNode published(String figure, String query) {
        return good(publish(figure, query)).json().path("certificate");
    }

    private JsonNode verified(JsonNode certificate) {
        String number = certificate.path("number").asString();
        // Whoever is shown a certificate may have it computed again.
        return good(new Caller(port, null).get(CERTIFICATES + "/" + number + "/verification"))
                .json();
    }

    @Test
    void aFigureIsPublishedAndComputedAgain() throws Exception {
        JsonNode certificate =
                published("turnaround", "measure=review&clock=working&groupBy=zone&zone=P-MANY");

        assertThat(certificate.path("number").asString()).matches("20\\d\\d-\\d{4}");
        assertThat(certificate.at("/result/0/n").asInt()).isEqualTo(6);
        assertThat(certificate.at("/filter/zone").asString()).isEqualTo("P-MANY");
        assertThat(certificate.path("publishedBy").asString()).isEqualTo("analyst");
        assertThat(certificate.path("program").asString()).contains("0.1.0");
        decided("P-MANY");
        intake.awaitCaughtUp(Duration.ofSeconds(60));

        assertThat(verified(certificate).path("verdict").asString()).isEqualTo("EQUAL");
    }

    @Test
    void itsHashIsThatOfItsContent() throws Exception {
        Answer answer = good(publish("on-time", "zone=P-MANY"));

        String content = as("clerk").get(answer.header("Location") + "/content").http().body();

        assertThat(
                        HexFormat.of()
                                .formatHex(
                                        MessageDigest.getInstance("SHA-256")
                                                .digest(content.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(answer.text("hash"));
    }

    @Test
    void smallGroupsAreWithheldAndWhatWouldTellThem() {
        JsonNode result =
                published("on-time", "groupBy=zone,item&item=cn-shanxi:works-planning-permit")
                        .path("result");
        var few = new ArrayList<JsonNode>();
        result.forEach(
                row -> {
                    if (row.at("/keys/0").asString().equals("P-FEW")) {
                        few.add(row);
                    }
                });

        assertThat(few)
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.path("withheld").asBoolean()).isTrue();
                            assertThat(row.has("n")).isFalse();
                        });
    }

    @Test
    void anIndicatorAndAScoreboardAreFiguresToo() {
        Answer answer = good(publish("indicator", "indicator=one-visit&zone=P-MANY"));
        assertThat(answer.http().body()).contains("\"value\":1.0000");
        JsonNode indicator = answer.json().path("certificate");
        assertThat(verified(indicator).path("verdict").asString()).isEqualTo("EQUAL");

        JsonNode board = published("scoreboard", "scheme=linfen-zones:1&period=2025");
        assertThat(board.path("result").size()).isEqualTo(4);
        assertThat(verified(board).path("verdict").asString()).isEqualTo("EQUAL");
    }

    @Test
    void aCertificateIsSupersededOnceWithAReason() {
        String number = published("on-time", "zone=P-MANY").path("number").asString();
        String body =
                """
                {"figure":"on-time","query":"zone=P-MANY&from=2020-01-01","supersedes":"%s","reason":"更正"}
                """
                        .formatted(number);
        String by =
                good(as("admin").post(CERTIFICATES, body))
                        .json()
                        .at("/certificate/number")
                        .asString();

        assertThat(as("clerk").get(CERTIFICATES + "/" + number).text("supersededBy")).isEqualTo(by);
        Answer again = as("admin").post(CERTIFICATES, body);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("detail")).contains(by);
    }

    @Test
    void isToldWhatIsNotRight() {
        assertThat(publish("moon", "").text("detail"))
                .contains("turnaround", "on-time", "indicator", "scoreboard");
        assertThat(publish("turnaround", "colour=red").text("detail"))
                .contains("colour", "item-class");
        assertThat(publish("turnaround", "from=yesterday").text("detail")).contains("yesterday");
        assertThat(publish("turnaround", "measure=luck").text("detail")).contains("luck");
        assertThat(publish("turnaround", "asOf=2020-01-01T00:00:00Z").text("detail"))
                .contains("position");
        assertThat(publish("scoreboard", "scheme=linfen-zones:1").text("detail"))
                .contains("period");
        assertThat(as("clerk").post(CERTIFICATES, "{\"figure\":\"on-time\"}").status())
                .isEqualTo(403);
        assertThat(as("clerk").get(CERTIFICATES + "/2020-0001").status()).isEqualTo(404);
    }

    @Test
    void hasAPageInBothLanguagesThatComputesItAgain() {
        String number =
                published("turnaround", "groupBy=zone&zone=P-MANY").path("number").asString();
        Caller anybody = new Caller(port, null);

        String english =
                anybody.get("/certificates/" + number + "?lang=en&again=now").http().body();
        assertThat(english)
                .contains(
                        "Certificate " + number,
                        "the figure is the same, computed again",
                        "P-MANY",
                        "percentile_disc",
                        "/content")
                .doesNotContain("??");
        String chinese = anybody.get("/certificates/" + number + "?lang=zh").http().body();
        assertThat(chinese).contains("统计证书 " + number, "立即重新计算", "审查").doesNotContain("??");
        assertThat(anybody.get("/certificates/2020-0001").status()).isEqualTo(404);
    }

    @Test
    void itsPageTellsThatItWasChanged() {
        String number = published("on-time", "zone=P-MANY").path("number").asString();
        String page = "/certificates/" + number + "?lang=en";
        String told = "not what was published";
        assertThat(as("clerk").get(page).http().body()).doesNotContain(told);

        // What only who owns the database can do.
        change(number, contentOf(number).replace("\"n\":", "\"n\":9"));

        assertThat(as("clerk").get(page).http().body()).contains(told);
        assertThat(as("clerk").get(CERTIFICATES + "/" + number + "/verification").text("verdict"))
                .isEqualTo("TAMPERED");
    }

    @Test
    void whatCanNoLongerBeReadIsListedAsChanged() {
        String number = published("on-time", "zone=P-MANY").path("number").asString();
        String before = contentOf(number);

        // What only who owns the database can do.
        change(number, "{}");

        JsonNode line = good(as("clerk").get(CERTIFICATES)).json().path(0);
        assertThat(line.path("number").asString()).isEqualTo(number);
        assertThat(line.path("intact").asBoolean()).isFalse();
        assertThat(line.path("title").isMissingNode() || line.path("title").isNull()).isTrue();
        JsonNode view = good(as("clerk").get(CERTIFICATES + "/" + number)).json();
        assertThat(view.path("intact").asBoolean()).isFalse();
        assertThat(as("clerk").get("/certificates/" + number + "?lang=en").http().body())
                .contains("not what was published");

        change(number, before);
        assertThat(good(as("clerk").get(CERTIFICATES)).json().path(0).path("intact").asBoolean())
                .isTrue();
    }

    private String contentOf(String number) {
        return database.sql("select content from journal.certificate where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private void change(String number, String content) {
        database.sql("alter table journal.certificate disable trigger append_only").update();
        database.sql("update journal.certificate set content = ? where number = ?")
                .param(content)
                .param(number)
                .update();
        database.sql("alter table journal.certificate enable trigger append_only").update();
    }

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(messages("/messages-certificate.properties").keySet())
                .isEqualTo(messages("/messages-certificate_zh.properties").keySet());
    }

    private static Properties messages(String file) throws IOException {
        var properties = new Properties();
        try (var reader =
                new InputStreamReader(
                        Objects.requireNonNull(
                                PublishedFiguresTest.class.getResourceAsStream(file)),
                        StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
