package org.chengnuo.approval.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.api.Caller;
import org.chengnuo.approval.api.Caller.Answer;
import org.chengnuo.approval.api.OfficeClock;
import org.chengnuo.approval.api.OfficeTest;
import org.chengnuo.approval.projections.intake.Intake;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * The pages on which figures are scored, published and exported, and conduct is looked at: of a
 * filing of LF-01 that was accepted on a Friday at seven in the evening, and decided.
 */
@OfficeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedPagesTest {

    @LocalServerPort private int port;
    @Autowired private Intake intake;

    @BeforeAll
    void given() throws Exception {
        OfficeClock.standsAt("2018-09-28T12:00:00Z");
        String project =
                done(
                        "enterprise",
                        "/api/v1/projects",
                        """
                        {"name":"年产10万吨精密铸件项目","enterprise":"11320000MB151840XJ","zone":"LF-01",
                         "region":"141002","industry":"3391","type":"RECORD_FILED",
                         "investment":120000000,"occurredAt":"2018-09-03T01:00:00Z"}
                        """);
        String filing =
                done(
                        "clerk",
                        project + "/filings",
                        """
                        {"item":"cn-shanxi:works-planning-permit","receipt":"收1",
                         "occurredAt":"2018-09-25T01:00:00Z"}
                        """);
        done(
                "clerk",
                filing + "/acceptance",
                "{\"receipt\":\"受1\",\"occurredAt\":\"2018-09-28T11:00:00Z\"}");
        OfficeClock.standsAt("2018-10-09T02:00:00Z");
        done(
                "reviewer",
                filing + "/decision",
                "{\"outcome\":\"GRANTED\",\"document\":\"许1\",\"occurredAt\":\"2018-10-09T01:00:00Z\"}");
        intake.awaitCaughtUp(Duration.ofSeconds(60));
    }

    @AfterAll
    void timeGoesOn() {
        OfficeClock.goesOn();
    }

    private String done(String user, String address, String body) {
        Answer answer = new Caller(port, user).post(address, body);
        assertThat(answer.status()).as(answer.http().body()).isBetween(200, 201);
        return answer.header("Location");
    }

    private Answer get(@Nullable String user, String address) {
        return new Caller(port, user).get(address);
    }

    private String page(@Nullable String user, String address) {
        Answer answer = get(user, address);
        assertThat(answer.status()).as(address).isEqualTo(200);
        assertThat(answer.http().body()).as(address).doesNotContain("??");
        return answer.http().body();
    }

    /** As the form of the page sends it. */
    private Answer publish(@Nullable String user, String site, String... form) {
        var body = new StringBuilder();
        for (int i = 0; i < form.length; i += 2) {
            body.append(body.isEmpty() ? "" : "&")
                    .append(form[i])
                    .append('=')
                    .append(URLEncoder.encode(form[i + 1], StandardCharsets.UTF_8));
        }
        var caller = new Caller(port, user);
        return caller.send(
                caller.request("/certificates/publication")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", site)
                        .POST(BodyPublishers.ofString(body.toString())));
    }

    @Test
    void aFigureIsPublishedByTheFormAndThenStandsInTheList() {
        Answer published =
                publish(
                        "analyst",
                        "same-origin",
                        "figure",
                        "scoreboard",
                        "query",
                        "scheme=linfen-zones:1&period=2018",
                        "english",
                        "Zones <2018>",
                        "chinese",
                        "2018年考核",
                        "supersedes",
                        "",
                        "reason",
                        "");

        assertThat(published.status()).as(published.http().body()).isBetween(302, 303);
        String address = published.header("Location").replaceAll("^https?://[^/]*", "");
        assertThat(address).matches("/certificates/\\d{4}-\\d{4}");
        assertThat(page(null, address)).contains("Zones &lt;2018&gt;");
        assertThat(page(null, "/certificates?lang=en"))
                .contains(address, "Zones &lt;2018&gt;", "Scoreboard", "analyst")
                .doesNotContain("name=\"query\"");
        assertThat(page(null, "/certificates?lang=zh")).contains("2018年考核", "目标责任考核");
    }

    @Test
    void theFormHasWhatAnotherPageAsksToBePublished() {
        String query = "?figure=on-time&query=groupBy%3Dzone%26zone%3DLF-01&lang=en";

        assertThat(page("analyst", "/certificates" + query))
                .contains("value=\"groupBy=zone&amp;zone=LF-01\"")
                .containsPattern("value=\"on-time\"[^>]*selected");
        assertThat(page(null, "/certificates" + query))
                .contains("/certificates/publication?figure");
        assertThat(get(null, "/certificates/publication" + query).status()).isEqualTo(401);
        assertThat(get("clerk", "/certificates/publication" + query).status()).isEqualTo(403);
    }

    @Test
    void whatCannotBePublishedIsToldByTheForm() {
        Answer unknown =
                publish("analyst", "same-origin", "figure", "turnaround", "query", "moon=1");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.http().body())
                .contains("there is no «moon», only", "value=\"moon=1\"", "role=\"alert\"");

        assertThat(
                        publish("analyst", "same-origin", "figure", "on-time", "english", "A")
                                .http()
                                .body())
                .contains("in English and in Chinese");
        assertThat(
                        publish(
                                        "admin",
                                        "same-origin",
                                        "figure",
                                        "on-time",
                                        "supersedes",
                                        "2018-0001")
                                .http()
                                .body())
                .contains("say why");
    }

    @Test
    void nobodyElsePublishesAndNoOtherSite() {
        assertThat(publish("analyst", "cross-site", "figure", "on-time").status()).isEqualTo(403);
        assertThat(publish("clerk", "same-origin", "figure", "on-time").status()).isEqualTo(403);
        assertThat(publish(null, "same-origin", "figure", "on-time").status()).isEqualTo(401);
    }

    @Test
    void conductBeginsWithTheCautionAndLeadsToTheEvidence() {
        String page = page("supervisor", "/conduct?rule=outside-hours&zone=LF-01&lang=en");

        assertThat(page.indexOf("is not a verdict")).isPositive().isLessThan(page.indexOf("<form"));
        assertThat(page)
                .contains(
                        "Act outside office hours",
                        "is said to have happened while the office was closed",
                        "What only looks like it",
                        "2018-09-28 19:00",
                        "from 900 ‰ of the promised limit on",
                        "/api/v1/statistics/conduct/findings?")
                .containsPattern("href=\"/filings/[0-9a-f-]{36}-1\"")
                .doesNotContain("clerk");
        assertThat(page("admin", "/conduct?rule=outside-hours&zone=LF-01&lang=zh"))
                .contains("不是结论", "可能的正当理由", "2018-09-28 19:00");
        assertThat(page("analyst", "/conduct?from=2035-01-01&lang=en"))
                .contains("No rule found anything");
    }

    @ParameterizedTest
    @CsvSource({
        "supervisor,200",
        "analyst,200",
        "admin,200",
        "clerk,403",
        "enterprise,403",
        ",401"
    })
    void whoSeesConduct(@Nullable String user, int status) {
        assertThat(get(user, "/conduct").status()).isEqualTo(status);
    }

    @Test
    void theScoreboardShowsWhatTheApiGives() {
        Answer board = get("analyst", "/api/v1/scoreboard/linfen-zones:1?period=2018");
        String total = board.json().at("/zones/0/total").toString();

        assertThat(page(null, "/scoreboard?scheme=linfen-zones:1&period=2018&lang=en"))
                .contains(
                        ">Points " + total,
                        "comes with the program as an example",
                        "linfen-zones:2",
                        "How much the ranking hangs on the weights",
                        "veto below 0.60",
                        "deduction: 10 less 0.5 for each case",
                        "/certificates?figure=scoreboard&amp;query=scheme%3Dlinfen-zones");
        assertThat(page(null, "/scoreboard?period=2018&lang=zh")).contains("一票否决", "核定分");
        assertThat(page(null, "/scoreboard?period=2030&lang=en"))
                .contains("No zone of the scheme has a figure");
    }

    @Test
    void exportsAreChosenAndThenTaken() {
        String page =
                page("analyst", "/exports?zone=LF-01&from=2018-09-01&to=&project=&asOf=&lang=en");

        assertThat(page)
                .contains(
                        "/api/v1/exports/events.xes.gz?zone=LF-01&amp;from=2018-08-31T16%3A00%3A00Z",
                        "/api/v1/exports/acts.parquet?zone=LF-01", "no names, no reasons");
        assertThat(
                        get(
                                        "analyst",
                                        "/api/v1/exports/events.xes?zone=LF-01&from=2018-08-31T16:00:00Z")
                                .http()
                                .body())
                .contains("<trace>");
        assertThat(page("analyst", "/exports?import=I-1&lang=zh")).contains("不能按导入批次选取");
        assertThat(get(null, "/exports").status()).isEqualTo(401);
        assertThat(get("supervisor", "/exports").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/conduct?rule=moon",
                "/conduct?severity=moon",
                "/conduct?from=yesterday",
                "/scoreboard?period=next",
                "/scoreboard?scheme=moon",
                "/scoreboard?asOf=moon",
                "/exports?from=2020-01-01&to=2019-01-01",
                "/exports?project=moon",
                "/exports?asOf=moon"
            })
    void whatIsNotRightIsToldByAPage(String address) {
        Answer answer = get("analyst", address);

        assertThat(answer.status()).as(address).isEqualTo(400);
        assertThat(answer.http().body()).contains("Something in the address is not right");
    }

    @ParameterizedTest
    @ValueSource(strings = {"certificate", "conduct", "scoreboard", "exports"})
    void bothLanguagesSayTheSameThings(String bundle) throws IOException {
        Properties english = messages(bundle);
        Properties chinese = messages(bundle + "_zh");

        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        for (String key : english.stringPropertyNames()) {
            assertThat(slots(chinese.getProperty(key)))
                    .as(key)
                    .isEqualTo(slots(english.getProperty(key)));
        }
    }

    private static Object slots(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(r -> r.group())
                .sorted()
                .toList();
    }

    private static Properties messages(String bundle) throws IOException {
        var properties = new Properties();
        try (var reader =
                new InputStreamReader(
                        Objects.requireNonNull(
                                PublishedPagesTest.class.getResourceAsStream(
                                        "/messages-" + bundle + ".properties")),
                        StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
