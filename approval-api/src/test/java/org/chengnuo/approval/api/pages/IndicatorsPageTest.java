package org.chengnuo.approval.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.api.Caller;
import org.chengnuo.approval.api.Caller.Answer;
import org.chengnuo.approval.api.OfficeTest;
import org.chengnuo.approval.projections.intake.Intake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Six filings are decided in one zone, and two in another: a figure of those is withheld. */
@OfficeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndicatorsPageTest {

    private static final String API = "/api/v1/statistics/indicators";

    @Autowired private Intake intake;
    @LocalServerPort private int port;

    private Caller as(String user) {
        return new Caller(port, user);
    }

    @BeforeAll
    void given() throws Exception {
        for (int i = 0; i < 6; i++) {
            decided("Q-MANY");
        }
        decided("Q-FEW");
        decided("Q-FEW");
    }

    private String decided(String zone) throws Exception {
        String project =
                done(
                        "enterprise",
                        "/api/v1/projects",
                        """
                        {"name":"<b>铸件</b>","enterprise":"11320000MB151840XJ","zone":"%s",
                         "region":"141002","industry":"3391","type":"RECORD_FILED",
                         "investment":120000000}
                        """
                                .formatted(zone));
        String filing =
                done(
                        "clerk",
                        project + "/filings",
                        """
                        {"item":"cn-shanxi:works-planning-permit","receipt":"收1"}
                        """);
        done("clerk", filing + "/acceptance", "{\"receipt\":\"受1\"}");
        done("reviewer", filing + "/decision", "{\"outcome\":\"GRANTED\",\"document\":\"许1\"}");
        intake.awaitCaughtUp(Duration.ofSeconds(60));
        return filing.substring(filing.lastIndexOf('/') + 1);
    }

    private String done(String user, String address, String body) {
        Answer answer = as(user).post(address, body);
        assertThat(answer.status()).as(answer.http().body()).isBetween(200, 201);
        return answer.header("Location");
    }

    private String page(String path) {
        Answer answer = new Caller(port, null).get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.http().body()).as(path).doesNotContain("??", "<b>铸件");
        return answer.http().body();
    }

    /** The addresses to which a page links, as a browser reads them. */
    private static String link(String page, String address) {
        Matcher links =
                Pattern.compile("href=\"(" + Pattern.quote(address) + "[^\"]*)\"")
                        .matcher(page.replace("&amp;", "&"));
        assertThat(links.find()).as("a link to " + address).isTrue();
        return links.group(1);
    }

    @Test
    void allIndicatorsAreShownWithWhatTheyAreCountedFrom() {
        String english = page("/indicators?lang=en&zone=Q-MANY&import=all");

        assertThat(english).contains("on-time rate", "one-visit rate", "100.0%", "Q-MANY");
        String behind = page(link(english, "/indicators/one-visit?zone=Q-MANY&import=all"));
        assertThat(behind).contains("decided without a correction ÷ decided", "/filings/");
        assertThat(page("/indicators?lang=zh&zone=Q-MANY")).contains("按时办结率", "分子", "分母");
    }

    @Test
    void whatIsTooFewIsWithheldAndNotZero() {
        assertThat(page("/indicators?lang=en&zone=Q-FEW&import=all"))
                .contains("withheld: it counts");
        String page = page("/indicators/one-visit?lang=en&zone=Q-FEW&import=all");
        assertThat(page)
                .contains("withheld: it counts too few", "so is what is behind it")
                .doesNotContain("0.0%", "href=\"/filings/");
        assertThat(page("/indicators/one-visit?lang=zh&zone=Q-FEW")).contains("不公布：数量过少");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyIndicatorHasAPage(String language) {
        as("analyst")
                .get(API)
                .json()
                .forEach(
                        indicator ->
                                assertThat(
                                                page(
                                                        "/indicators/"
                                                                + indicator.path("code").asString()
                                                                + "?import=all&lang="
                                                                + language))
                                        .contains(API + "/", "/certificates?figure=indicator"));
    }

    @Test
    void aFigureCanBePublishedAsItIsAsked() {
        String publish =
                link(
                        page("/indicators/on-time?lang=en&zone=Q-MANY&import=all"),
                        "/certificates?figure=indicator&query=");

        assertThat(publish).endsWith("query=zone%3DQ-MANY%26import%3Dall%26indicator%3Don-time");
    }

    @Test
    void aRestatementNamesTheFiguresAndTheActs() throws Exception {
        String position = as("analyst").get(API + "/one-visit").json().path("position").asString();
        String filing = decided("Q-MANY");
        String asked =
                "/restatements?indicator=one-visit&zone=Q-MANY&import=all&groupBy=zone&before="
                        + position;

        assertThat(page(asked + "&lang=en"))
                .contains("Q-MANY", "+1", "Decided", "href=\"/filings/" + filing)
                .contains("acts recorded between the two moments by which they do: 3");
        assertThat(page(asked + "&lang=zh")).contains("办结", "+1");
        assertThat(page(asked.replace("one-visit", "turnaround") + "&lang=en"))
                .contains("+1", "/filings/" + filing);
        assertThat(page("/restatements?import=all&before=now&lang=en"))
                .contains("Every figure is the same");
        assertThat(page("/restatements?indicator=kept-promises&groupBy=item&before=1&lang=en"))
                .contains("what it counts has no Item");
        // The first visit asks of itself for the last quarter.
        assertThat(page("/restatements?lang=en")).contains("T00:00+08:00", "name=\"before\"");
    }

    @Test
    void whatCannotBeAskedIsToldByAPage() {
        Answer unknown = as("analyst").get("/indicators/nonsense?lang=en");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.http().body()).contains("an indicator is one of");
        Answer word = as("analyst").get("/indicators/on-time?side=left&lang=zh");
        assertThat(word.status()).isEqualTo(400);
        assertThat(word.http().body()).contains("参数不正确");
        Answer moment = as("analyst").get("/restatements?before=yesterday&lang=en");
        assertThat(moment.status()).isEqualTo(400);
        assertThat(moment.http().body()).contains("before is now, a position");
        // Of all, those that cannot say so; the others answer.
        assertThat(page("/indicators?lang=en&center=LF-C1&import=all"))
                .contains("what it counts has no Center");
    }

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(messages("/messages-indicators.properties").keySet())
                .isEqualTo(messages("/messages-indicators_zh.properties").keySet());
    }

    private static Properties messages(String file) throws IOException {
        var properties = new Properties();
        try (var reader =
                new InputStreamReader(
                        Objects.requireNonNull(IndicatorsPageTest.class.getResourceAsStream(file)),
                        StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
