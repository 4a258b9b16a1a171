package org.chengnuo.approval.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.api.database.EmbeddedDatabaseTest;
import org.chengnuo.approval.api.journal.Envelope;
import org.chengnuo.approval.api.office.Desk;
import org.chengnuo.approval.api.office.OfficeTime;
import org.chengnuo.approval.api.office.Request;
import org.chengnuo.approval.clock.StopGround;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.clock.WarningThresholds;
import org.chengnuo.approval.filing.AcceptanceTerms;
import org.chengnuo.approval.filing.FilingCommand;
import org.chengnuo.approval.filing.FilingCommand.AcceptFiling;
import org.chengnuo.approval.filing.FilingCommand.CloseSpecialProcedure;
import org.chengnuo.approval.filing.FilingCommand.DecideFiling;
import org.chengnuo.approval.filing.FilingCommand.DeliverDecision;
import org.chengnuo.approval.filing.FilingCommand.OpenSpecialProcedure;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.filing.HistoricRow;
import org.chengnuo.approval.filing.LegalAct;
import org.chengnuo.approval.filing.Outcome;
import org.chengnuo.approval.filing.ReceiveFiling;
import org.chengnuo.approval.policy.FilingKind;
import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.project.CenterCode;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.ImportHistory;
import org.chengnuo.approval.project.IndustryCode;
import org.chengnuo.approval.project.Money;
import org.chengnuo.approval.project.ProjectCode;
import org.chengnuo.approval.project.ProjectCommand;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.RegionCode;
import org.chengnuo.approval.project.RegisterProject;
import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.projections.intake.Intake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Four filings: one in time only by a stop that was entered twelve days late, one in time, one on
 * its way, and one from an imported log.
 */
@EmbeddedDatabaseTest
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"chengnuo.demo.simulate=false", "chengnuo.data-dir=target/pages-test"})
@ActiveProfiles("demo")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {

    private static final String NASTY = "<script>alert('x')</script> & 铸件";
    private static final ItemCode ITEM = ItemCode.of("cn-shanxi:works-planning-permit");
    private static final CenterCode CENTER = new CenterCode("LF-C1");

    private static final FilingId LATE = new FilingId(project(1), 1);
    private static final FilingId PROMPT = new FilingId(project(2), 1);
    private static final FilingId OPEN = new FilingId(project(2), 2);
    private static final FilingId IMPORTED = new FilingId(project(3), 1);

    private static final Set<String> LOG_IN_FIRST = Set.of("/imports", "/exports", "/conduct");

    @Autowired Desk desk;
    @Autowired Intake intake;
    @LocalServerPort int port;

    private final HttpClient browser = HttpClient.newHttpClient();

    private static ProjectId project(long number) {
        return new ProjectId(new UUID(0x0195d7a000007000L, 0x8000000000000000L + number));
    }

    /** Beijing time, without the offset, as in {@code 03-02T09:00} of 2026. */
    private static Instant at(String local) {
        return Instant.parse("2026-" + local + ":00Z").minus(Duration.ofHours(8));
    }

    @BeforeAll
    void given() throws Exception {
        register(project(1), NASTY, "LF-01");
        receive(LATE, "03-02T09:00");
        tell("03-03T09:00", new AcceptFiling(LATE, at("03-03T09:00"), "受1"));
        tell(
                "03-17T09:00",
                new OpenSpecialProcedure(
                        LATE,
                        at("03-05T09:00"),
                        StopGround.EXPERT_REVIEW,
                        "特告1",
                        TimeLimit.workingDays(8)));
        tell("03-17T14:00", new CloseSpecialProcedure(LATE, at("03-17T14:00"), 1, "评1"));
        tell("03-18T10:00", decision(LATE, "03-18T10:00"));

        register(project(2), "寻常项目", "LF-02");
        receive(PROMPT, "03-02T09:00");
        tell("03-03T09:00", new AcceptFiling(PROMPT, at("03-03T09:00"), "受2"));
        tell("03-10T10:00", decision(PROMPT, "03-10T10:00"));
        tell("03-11T10:00", new DeliverDecision(PROMPT, at("03-11T10:00"), "证2"));
        receive(OPEN, "03-04T09:00");
        tell(
                "03-20T09:00",
                new ImportHistory(
                        project(3),
                        "I-1",
                        "case-77",
                        new ZoneCode("WABO"),
                        new CenterCode("W1"),
                        ItemCode.of("wabo:receipt"),
                        ItemClass.KEPT_APPROVAL,
                        "cn",
                        "wabo",
                        new AcceptanceTerms(
                                FilingKind.PROMISED,
                                TimeLimit.workingDays(20),
                                null,
                                null,
                                "cn",
                                "wabo",
                                "wabo",
                                new WarningThresholds(90),
                                Duration.ofHours(1)),
                        List.of(
                                new HistoricRow(
                                        1, at("02-02T09:00"), "in", null, LegalAct.RECEIVED),
                                new HistoricRow(
                                        2, at("02-03T09:00"), "ok", null, LegalAct.ACCEPTED),
                                new HistoricRow(
                                        3, at("02-06T09:00"), "out", null, LegalAct.DECIDED))));
        intake.awaitCaughtUp(Duration.ofSeconds(30));
    }

    private void register(ProjectId id, String name, String zone) throws Exception {
        tell(
                "02-02T09:00",
                new RegisterProject(
                        id,
                        at("02-02T09:00"),
                        name,
                        new ProjectCode("2602-141002-33-03-01234" + id.toString().charAt(35)),
                        new CreditCode("11320000MB151840XJ"),
                        new ZoneCode(zone),
                        new RegionCode("141002"),
                        new IndustryCode("3391"),
                        ProjectType.RECORD_FILED,
                        new Money(new BigDecimal("120000000.00"))));
    }

    private void receive(FilingId filing, String when) throws Exception {
        tell(when, new ReceiveFiling(filing.project(), at(when), ITEM, CENTER, "收"));
    }

    private static FilingCommand decision(FilingId filing, String when) {
        return new DecideFiling(filing, at(when), Outcome.GRANTED, "准", null, null, List.of());
    }

    private void tell(String recorded, ProjectCommand command) throws Exception {
        var envelope = new Envelope("clerk-7", null, "test", null, "c");
        Object told =
                OfficeTime.at(
                        at(recorded),
                        () -> desk.record(new Request("test", null, null, envelope), command));
        assertThat(told).isNotNull();
    }

    private HttpResponse<String> get(String path, String... headers) {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .header("Accept", "text/html,*/*;q=0.8");
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            return browser.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String page(String path) {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        assertThat(response.body()).as(path).doesNotContain("??");
        return response.body();
    }

    /** The first link to an address that begins so. */
    private static String link(String page, String address) {
        Matcher links =
                Pattern.compile("href=\"(" + Pattern.quote(address) + "[^\"]*)\"")
                        .matcher(page.replace("&amp;", "&"));
        assertThat(links.find()).as("a link to " + address).isTrue();
        return links.group(1);
    }

    @Test
    void theFirstPageShowsTheFiguresInBothLanguages() {
        String english = page("/?lang=en&zone=LF-01");
        String chinese = page("/?lang=zh&zone=LF-01");

        // Claimed: 3 and 4 March, then the stop, then 17 March from two o'clock and an hour on the
        // 18th: 18 hours.
        assertThat(english).contains("Turnaround", "<html lang=\"en\"", "exactly 64800.000 s");
        assertThat(chinese).contains("办理用时", "<html lang=\"zh-CN\"", "精确值 64800.000 秒");
        assertThat(english).contains("100.0%", "0.0%", "Works planning permit");
        assertThat(chinese).contains("建设工程规划许可", "件仅靠无法证实的特别程序才算按时");
    }

    @Test
    void theBrowsersLanguageDecidesUntilOneIsChosen() {
        assertThat(get("/", "Accept-Language", "fr, zh-TW;q=0.8, en;q=0.5").body())
                .contains("办理用时");
        assertThat(get("/").body()).contains("Turnaround");
        HttpResponse<String> chosen = get("/?lang=zh");
        assertThat(chosen.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("lang=zh")
                .contains("HttpOnly");
        assertThat(get("/", "Cookie", "lang=zh-CN", "Accept-Language", "en").body())
                .contains("办理用时");
    }

    @Test
    void aBarLeadsToTheFilingsAndAFilingToItsClock() {
        String first = page("/?lang=en");
        String filings =
                page(
                        link(
                                first,
                                "/filings?measure=review&clock=working&basis=claimed&import=none&groupBy=zone&key=LF-01"));
        assertThat(filings).contains("in time", "late", LATE.toString());
        String filing = page(link(filings, "/filings/" + LATE));
        assertThat(filing)
                .contains(
                        "In time only on paper",
                        "hide 8 working days",
                        "entered 12 d 0 h late",
                        "3 used of 8 working days",
                        "11 used of 8 working days",
                        "3 working days over",
                        "Red card: past the promised limit",
                        "stop not recorded in time, or no notice: counted (expert review, notice"
                                + " 特告1)",
                        "Administrative Licensing Law, Art. 45",
                        "1 working days and 7 h 0 min",
                        "2026-03-05 09:00",
                        "2026-03-17 09:00",
                        "clerk-7");
        assertThat(
                        page(
                                link(
                                        first,
                                        "/filings?measure=review&clock=working&basis=claimed&import=none&fromSeconds=")))
                .contains("/filings/");
    }

    @Test
    void theClockIsExplainedInChineseToo() {
        assertThat(page("/filings/" + LATE + "?lang=zh"))
                .contains("仅在记录上按时", "红牌：超过承诺时限", "补录，晚 12 天 0 小时", "《行政许可法》第45条", "2026年3月");
        assertThat(page("/filings/" + PROMPT + "?lang=zh")).contains("时钟从未暂停");
    }

    @Test
    void whatWasImportedCannotBeAttested() {
        assertThat(page("/filings/" + IMPORTED + "?lang=en"))
                .contains("Imported history cannot be attested", "case-77")
                .doesNotContain("entered 4");
        assertThat(page("/?lang=en&import=I-1")).contains("1 decided, of which 0 can be attested");
    }

    @Test
    void aFilingWithoutAcceptanceHasNoClockYet() {
        assertThat(page("/filings/" + OPEN + "?lang=en")).contains("has not been accepted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void namesAreTextAndNothingElse(String language) {
        for (String path :
                List.of(
                        "/filings?lang=",
                        "/projects/" + project(1) + "?lang=",
                        "/filings/" + LATE + "?lang=",
                        "/filings?measure=review&zone=LF-01&lang=")) {
            assertThat(page(path + language))
                    .as(path)
                    .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; 铸件")
                    .doesNotContain("<script>");
        }
        assertThat(page("/?zone=%22%3E%3Cscript%3E&lang=" + language)).doesNotContain("<script>");
    }

    @Test
    void aProjectShowsItsRegistrationAndItsFilings() {
        assertThat(page("/projects/" + project(2) + "?lang=en"))
                .contains(
                        "2602-141002-33-03-012342",
                        "120,000,000",
                        "11320000MB151840XJ",
                        "/filings/" + PROMPT,
                        "/filings/" + OPEN);
    }

    @Test
    void theRegisterCanBeFiltered() {
        assertThat(page("/filings?state=DELIVERED&zone=&lang=en"))
                .contains("/filings/" + PROMPT)
                .doesNotContain("/filings/" + LATE);
    }

    @Test
    void everyMeasureHasAPage() {
        for (String measure :
                List.of("span", "review", "gross", "path", "waiting", "hidden", "delivery")) {
            assertThat(page("/?lang=zh&clock=calendar&from=&to=2026-12-31&measure=" + measure))
                    .contains("selected");
        }
        for (String by : List.of("zone", "center", "item", "month")) {
            assertThat(page("/?lang=en&onTimeBy=" + by)).contains("id=\"on-time\"");
        }
        assertThat(page("/?lang=en&from=2030-01-01")).contains("No filing fits what is asked");
    }

    @Test
    void everyLinkOfThePagesLeadsSomewhere() {
        for (String path :
                List.of(
                        "/?lang=en",
                        "/?lang=en&groupBy=zone&groupBy=item",
                        "/curves?lang=en&groupBy=zone",
                        "/what-if?lang=en&grounds=none",
                        "/filings?lang=en",
                        "/filings/" + LATE)) {
            Matcher links = Pattern.compile("(?:href|src)=\"(/[^\"]*)\"").matcher(page(path));
            while (links.find()) {
                String target = links.group(1).replace("&amp;", "&");
                // Who may see them logs in first.
                if (!LOG_IN_FIRST.contains(target)) {
                    assertThat(get(target).statusCode()).as(target).isEqualTo(200);
                }
            }
        }
    }

    @Test
    void whatGoesWrongWithAPageIsToldByAPage() {
        HttpResponse<String> unknown = get("/filings/" + new FilingId(project(9), 1));
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("no such page, project or filing").doesNotContain("??");
        assertThat(get("/no-such-page").body()).contains("no such page");
        assertThat(get("/filings/nonsense").statusCode()).isEqualTo(400);
        HttpResponse<String> word = get("/?measure=nonsense&lang=zh");
        assertThat(word.statusCode()).isEqualTo(400);
        assertThat(word.body()).contains("参数不正确");
        assertThat(get("/?from=yesterday").statusCode()).isEqualTo(400);
        // That of the API stays a problem detail.
        assertThat(get("/api/v1/statistics/turnaround?measure=nonsense", "Accept", "*/*").body())
                .contains("urn:chengnuo:problem:bad-value");
    }

    @Test
    void nothingComesFromElsewhere() {
        HttpResponse<String> first = get("/?lang=en");
        assertThat(first.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-eval", "script-src");
        assertThat(first.body()).doesNotContain("http://", "https://", "onclick");
    }

    @Test
    void theApiSaysHowManyWereInTime() {
        assertThat(
                        get("/api/v1/statistics/on-time?groupBy=zone&zone=LF-01", "Accept", "*/*")
                                .body())
                .contains(
                        "\"keys\":[\"LF-01\"],\"n\":1,\"onTimeClaimed\":1,\"shareClaimed\":1.0000,"
                            + "\"attestableN\":1,\"onTimeAttested\":0,\"shareAttested\":0.0000");
    }

    @Test
    void severalGroupsAtOnceAreATableWhoseRowsLeadToTheirFilings() {
        String table = page("/?lang=en&groupBy=zone&groupBy=item&groupBy=&groupBy=");

        assertThat(table).contains("id=\"groups\"", "2 groups").doesNotContain("chart-body");
        String filings =
                page(
                        link(
                                table,
                                "/filings?measure=review&clock=working&basis=claimed&import=none"
                                        + "&groupBy=zone%2Citem&key=LF-01&key="));
        assertThat(filings)
                .contains("/filings/" + LATE, "Works planning permit")
                .doesNotContain("/filings/" + PROMPT);
        assertThat(link(table, "/certificates?figure=turnaround&query="))
                .contains("groupBy%3Dzone%252Citem");
        assertThat(get("/filings?measure=review&groupBy=zone&key=LF-01&key=x").statusCode())
                .isEqualTo(400);
        assertThat(get("/?groupBy=nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    void whatWasKnownEarlierIsSaid() {
        String then = "asOf=2026-03-12T00:00:00Z&lang=";

        assertThat(page("/?" + then + "en")).contains("As known at 2026-03-12 08:00");
        assertThat(page("/?" + then + "zh")).contains("以 2026-03-12 08:00（北京时间）时已登记的为准");
        assertThat(page("/filings?measure=review&" + then + "en"))
                .contains("As known at 2026-03-12 08:00", "/filings/" + PROMPT)
                .doesNotContain("/filings/" + LATE);
        assertThat(page("/?lang=en")).doesNotContain("As known at 2");
    }

    @Test
    void theCurvesShowWhatTheApiGives() {
        String english = page("/curves?lang=en");
        String chinese = page("/curves?lang=zh&groupBy=zone");

        // The median of the two that ended is the shorter one; nothing else has been accepted.
        assertThat(english)
                .contains(
                        "data-kind=\"survival\"",
                        "data-kind=\"ecdf\"",
                        "data-kind=\"control\"",
                        "data-kind=\"counts\"",
                        "exactly 64800.000 s",
                        "The two curves say the same: each of the 2 filings has ended",
                        "2026-03");
        assertThat(chinese).contains("生存曲线", "两条曲线一致", "在办件账龄", "控制图");
        // One is on its way since its receipt.
        assertThat(page("/curves?lang=en&measure=hidden"))
                .contains("Why the two curves differ", "With the 1 of 3 filings");
        assertThat(page(link(english, "/curves/open?"))).contains("/filings/" + OPEN);
        assertThat(page("/curves/open?lang=zh&age=up-to-5&groupBy=zone&key=LF-01"))
                .contains("没有符合条件的办件");
    }

    @Test
    void theControlChartHasTheBaselineThatIsAskedFor() {
        String quarters =
                page("/curves?lang=en&time=quarter&baselineFrom=2026-01-01&baselineTo=&groupBy=");

        assertThat(quarters).contains(">2026-Q1<", "value=\"2026-01-01\"");
        assertThat(link(quarters, "/api/v1/statistics/control-chart?"))
                .contains("groupBy=quarter&baselineFrom=2026-01-01");
        // Asked as it was: with so many points, and read at these times.
        assertThat(link(quarters, "/api/v1/statistics/survival?")).contains("&points=150&at=");
        assertThat(get("/curves?time=zone").statusCode()).isEqualTo(400);
        HttpResponse<String> backwards =
                get("/curves?baselineFrom=2026-02-01&baselineTo=2026-01-01");
        assertThat(backwards.statusCode()).isEqualTo(400);
        assertThat(backwards.body()).contains("the baseline ends on 2026-01-01");
    }

    @Test
    void aPeriodHasCurvesOfThoseThatBeganInIt() {
        String ended = page("/curves?lang=en&from=2026-03-01");

        assertThat(ended)
                .contains("There is no survival of those that ended in a period")
                .doesNotContain("data-kind=\"survival\"");
        assertThat(page(link(ended, "/curves?measure=review&clock=working&basis=claimed&from=")))
                .contains("data-kind=\"survival\"");
        assertThat(page("/curves?lang=en&zone=NOWHERE")).contains("No filing fits what is asked");
        assertThat(get("/curves?groupBy=zone&groupBy=item").statusCode()).isEqualTo(400);
        assertThat(get("/curves/open?age=old").statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsSupposedJudgesTheSameFilingsOnceMore() {
        assertThat(page("/what-if?lang=en&promised=&calendar="))
                .contains("Nothing of this is stored", "Nothing is supposed yet");
        String supposed = page("/what-if?lang=en&grounds=none");

        assertThat(supposed)
                .contains("no stop counts", "100.0%", "50.0%", "/filings/" + LATE)
                .contains("3 used of 8 working days", "11 used of 8 working days")
                .doesNotContain("/filings/" + PROMPT);
        assertThat(page("/what-if?lang=zh&grounds=none"))
                .contains("本页不存储任何内容", "特别程序一律不扣除", "变为超期");
        assertThat(page("/what-if?lang=en&grounds=none&groupBy=zone&key=LF-02"))
                .contains("No filing flips");
        assertThat(page("/what-if?lang=en&grounds=none&zone=NOWHERE"))
                .contains("No decided filing with such a limit");
        HttpResponse<String> bad = get("/what-if?promised=15");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.body()).contains("promised is a number and ND, WD, NH or WH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "messages-curves", "messages-what-if"})
    void bothLanguagesSayTheSameThings(String bundle) throws IOException {
        Properties english = messages("/" + bundle + ".properties");
        Properties chinese = messages("/" + bundle + "_zh.properties");
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        for (String key : english.stringPropertyNames()) {
            assertThat(slots(chinese.getProperty(key)))
                    .as(key)
                    .isEqualTo(slots(english.getProperty(key)));
        }
    }

    private static List<String> slots(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(found -> found.group())
                .sorted()
                .toList();
    }

    private static Properties messages(String file) throws IOException {
        var properties = new Properties();
        try (var reader =
                new InputStreamReader(
                        Objects.requireNonNull(PagesTest.class.getResourceAsStream(file)),
                        StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
