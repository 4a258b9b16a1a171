package org.chengnuo.approval.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.api.Caller.Answer;
import org.chengnuo.approval.api.journal.Envelope;
import org.chengnuo.approval.api.journal.Recorded;
import org.chengnuo.approval.api.office.Desk;
import org.chengnuo.approval.api.office.Request;
import org.chengnuo.approval.filing.FilingCommand.AnswerCorrection;
import org.chengnuo.approval.filing.FilingCommand.RecordWorkStep;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.parts.RealParts;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.projections.intake.Intake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The acts over HTTP: what is recorded, what is refused, and how it is told. */
@OfficeTest
@RealParts
class ActsTest {

    private static final String PROJECT =
            """
            {"name":"年产10万吨精密铸件项目","enterprise":"11320000MB151840XJ","zone":"LF-01","region":"141002",
             "industry":"3391","type":"RECORD_FILED","investment":120000000,"occurredAt":"2018-09-03T01:00:00Z"}
            """;

    @LocalServerPort private int port;
    @Autowired private JdbcClient jdbc;
    @Autowired private Intake intake;
    @Autowired private Desk desk;
    @Autowired private TransactionTemplate transaction;

    /** Before the law would accept by itself what was received on 25 September. */
    @BeforeEach
    void itIsAutumn() {
        OfficeClock.standsAt("2018-09-30T02:00:00Z");
    }

    @AfterEach
    void timeGoesOn() {
        OfficeClock.goesOn();
    }

    private Caller caller() {
        return new Caller(port, null);
    }

    private String project() {
        Answer answer = caller().as("enterprise").post("/api/v1/projects", PROJECT);
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(201);
        return answer.header("Location");
    }

    /** The address of a filing that was received on 25 September 2018. */
    private String filing(String item) {
        Answer answer =
                caller().as("clerk")
                        .post(
                                project() + "/filings",
                                """
                                {"item":"cn-shanxi:%s","receipt":"收1","occurredAt":"2018-09-25T01:00:00Z"}
                                """
                                        .formatted(item));
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(201);
        return answer.header("Location");
    }

    private String accepted() {
        String filing = filing("works-planning-permit");
        done(
                "clerk",
                filing + "/acceptance",
                """
                {"receipt":"受1","occurredAt":"2018-09-28T01:00:00Z"}
                """);
        return filing;
    }

    private Answer done(String user, String address, String body) {
        Answer answer = caller().as(user).post(address, body);
        assertThat(answer.status()).as(answer.http().body()).isBetween(200, 201);
        return answer;
    }

    private long events(String filing) {
        return jdbc.sql("select count(*) from journal.event where stream = :project")
                .param("project", filing.replaceAll(".*/", "").substring(0, 36))
                .query(Long.class)
                .single();
    }

    @Nested
    class TheLifeOfAFiling {

        @Test
        void goesFromItsReceiptToItsDelivery() {
            String filing = filing("works-planning-permit");
            done(
                    "clerk",
                    filing + "/correction-request",
                    """
                    {"notice":"补1","deficiencies":["总平面图缺少图签"],"occurredAt":"2018-09-26T01:00:00Z"}
                    """);
            done(
                    "clerk",
                    filing + "/correction-answer",
                    """
                    {"occurredAt":"2018-09-27T01:00:00Z"}
                    """);
            done(
                    "clerk",
                    filing + "/acceptance",
                    """
                    {"receipt":"受1","occurredAt":"2018-09-28T01:00:00Z"}
                    """);
            Answer stop =
                    done(
                            "reviewer",
                            filing + "/special-procedures",
                            """
                            {"ground":"EXPERT_REVIEW","notice":"特告1","announced":{"amount":5,"unit":"WD"},
                             "occurredAt":"2018-09-29T01:00:00Z"}
                            """);
            OfficeClock.standsAt("2018-10-10T02:00:00Z");
            done(
                    "reviewer",
                    stop.header("Location") + "/closure",
                    """
                    {"resultDocument":"评审意见1","occurredAt":"2018-10-09T01:00:00Z"}
                    """);
            done(
                    "reviewer",
                    filing + "/extension",
                    """
                    {"by":{"amount":10,"unit":"WD"},"reason":"方案复杂","approver":"局长","occurredAt":"2018-10-10T01:00:00Z"}
                    """);
            OfficeClock.standsAt("2018-10-16T02:00:00Z");
            done(
                    "reviewer",
                    filing + "/decision",
                    """
                    {"outcome":"GRANTED","document":"许1","occurredAt":"2018-10-12T01:00:00Z"}
                    """);
            done(
                    "clerk",
                    filing + "/delivery",
                    """
                    {"proof":"送1","occurredAt":"2018-10-15T01:00:00Z"}
                    """);

            JsonNode view = caller().get(filing).json();
            assertThat(view.path("filing").path("state").asString()).isEqualTo("DELIVERED");
            assertThat(view.path("stateZh").asString()).isEqualTo("送达");
            assertThat(view.path("version").asLong()).isEqualTo(9);

            // Accepted on 28 September; 29 and 30 are make-up days; the stop leaves out 30
            // September
            // to 9 October: of the working days, 29 September and 10, 11 and 12 October are
            // counted.
            JsonNode clock = caller().get(filing + "/clock").json();
            assertThat(clock.path("claimed").path("promised").path("used").asString())
                    .isEqualTo("4 WD");
            assertThat(clock.path("claimed").path("state").path("state").asString())
                    .isEqualTo("ENDED");
            // The stop was entered a day late, and stops the attested clock from its entry on: 29
            // and 30 September and 10, 11 and 12 October are counted.
            assertThat(clock.path("attested").path("promised").path("used").asString())
                    .isEqualTo("5 WD");

            JsonNode history = caller().get(filing + "/history").json();
            assertThat(history.size()).isEqualTo(9);
            assertThat(history.path(0).path("event").asString()).isEqualTo("filing.received");
            assertThat(history.path(0).path("metadata").path("actor").asString())
                    .isEqualTo("clerk");
            assertThat(history.path(0).path("occurredAt").asString())
                    .isEqualTo("2018-09-25T01:00:00Z");
            assertThat(history.path(0).path("recordedAt").asString()).startsWith("20");
        }

        @Test
        void forTheRecordIsRecordedAndNeverDecided() {
            String filing = filing("project-filing");

            Answer acceptance =
                    caller().as("clerk").post(filing + "/acceptance", "{\"receipt\":\"受1\"}");
            done("clerk", filing + "/record", "{\"receipt\":\"备1\"}");

            assertThat(acceptance.text("reason")).isEqualTo("RECORDED_NOT_DECIDED");
            assertThat(caller().get(filing).json().path("filing").path("state").asString())
                    .isEqualTo("RECORDED");
        }

        @Test
        void isInTheRegisterAndInTheFigures() throws Exception {
            String filing = accepted();
            String id = filing.replaceAll(".*/", "");

            intake.awaitCaughtUp(Duration.ofMinutes(1));

            JsonNode row =
                    caller().get("/api/v1/filings?project=" + id.substring(0, 36))
                            .json()
                            .path("rows")
                            .path(0);
            JsonNode figures =
                    caller().get("/api/v1/statistics/turnaround?measure=hidden&clock=working")
                            .json();
            assertThat(row.path("state").asString()).isEqualTo("IN_REVIEW");
            assertThat(figures.path("groups").path(0).path("n").asLong()).isPositive();
        }
    }

    @Nested
    class ARefusal {

        @Test
        void saysTheReasonTheFieldAndTheArticle() {
            String filing = accepted();
            long before = events(filing);

            Answer answer =
                    caller().as("reviewer")
                            .post(
                                    filing + "/special-procedures",
                                    """
                                    {"ground":"EXPERT_REVIEW","announced":{"amount":5,"unit":"WD"}}
                                    """);

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.text("type")).isEqualTo("urn:chengnuo:refusal:notice-missing");
            assertThat(answer.text("reason")).isEqualTo("NOTICE_MISSING");
            assertThat(answer.text("field")).isEqualTo("notice");
            assertThat(answer.text("article")).isEqualTo("ALL Art. 45");
            assertThat(answer.text("titleZh")).isNotEmpty();
            assertThat(events(filing)).isEqualTo(before);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                textBlock =
                        """
                        {"nam":"x"}                                | 400 | unknown-field | nam
                        {"name":"x","enterprise":"91350100M000100Y4Z"} | 400 | bad-value | enterprise
                        {"name":5,"investment":"much"}             | 400 | bad-value     | name
                        {"name":"x"                                | 400 | broken-json   |
                        {"name":"x"}                               | 422 | missing-value | zone
                        {"type":"NONE"}                            | 400 | bad-value     | type
                        {"type":0}                                 | 400 | bad-value     | type
                        {"name":true}                              | 400 | bad-value     | name
                        {"name":"x\\u0000y"}                       | 400 | bad-value     | name
                        {"investment":"12"}                        | 400 | bad-value     | investment
                        {"name":"x","name":"y"}                    | 400 | broken-json   |
                        """)
        void ofABadRequestSaysWhatAndWhere(String body, int status, String kind, String field) {
            Answer answer = caller().as("enterprise").post("/api/v1/projects", body);

            assertThat(answer.status()).as(answer.http().body()).isEqualTo(status);
            assertThat(answer.text("type")).isEqualTo("urn:chengnuo:problem:" + kind);
            if (field != null) {
                assertThat(answer.http().body()).contains(field);
            }
        }

        @Test
        void meetsABodyThatIsTooLarge() {
            Answer answer =
                    caller().as("enterprise")
                            .post(
                                    "/api/v1/projects",
                                    "{\"name\":\"%s\"}".formatted("x".repeat(1_000_000)));

            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.text("type")).isEqualTo("urn:chengnuo:problem:too-large");
        }

        @Test
        void isATextAndAStatusForWhatDoesNotExist() {
            String unknown = "/api/v1/filings/" + new UUID(1, 2) + "-1";

            assertThat(caller().get(unknown).status()).isEqualTo(404);
            assertThat(caller().get("/api/v1/filings/nonsense").status()).isEqualTo(400);
            assertThat(caller().get("/api/v1/nothing").text("type"))
                    .isEqualTo("urn:chengnuo:problem:not-found");
            assertThat(caller().as("clerk").post(unknown + "/acceptance", "{}").text("reason"))
                    .isEqualTo("PROJECT_UNKNOWN");
        }
    }

    @Nested
    class WhoMayAct {

        @Test
        void nobodyWithoutALogin() {
            Answer answer = caller().post("/api/v1/projects", PROJECT);

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
        }

        @Test
        void nobodyWithAWrongPassword() {
            Answer answer =
                    caller().send(
                                    caller().request("/api/v1/projects")
                                            .header("Authorization", "Basic Y2xlcms6d3Jvbmc=")
                                            .POST(
                                                    java.net.http.HttpRequest.BodyPublishers
                                                            .ofString(PROJECT)));

            assertThat(answer.status()).isEqualTo(401);
        }

        @ParameterizedTest
        @CsvSource({
            "analyst, acceptance",
            "supervisor, decision",
            "clerk, decision",
            "enterprise, acceptance",
            "reviewer, delivery",
            "admin, revocation"
        })
        void onlyWhoseActItIs(String user, String act) {
            Answer answer = caller().as(user).post(accepted() + "/" + act, "{}");

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text("type")).isEqualTo("urn:chengnuo:problem:not-yours-to-do");
        }

        @Test
        void notAPageOfAnotherSite() {
            Answer answer =
                    caller().as("enterprise")
                            .post("/api/v1/projects", PROJECT, "Sec-Fetch-Site", "cross-site");

            assertThat(answer.status()).isEqualTo(403);
        }

        @Test
        void anybodyMayReadTheFiguresOfTheDemonstration() {
            assertThat(caller().get("/api/v1/statistics/turnaround").status()).isEqualTo(200);
            assertThat(caller().get("/api/v1/imports").status()).isIn(401, 403);
        }
    }

    @Nested
    class AnEnterprise {

        @Test
        void actsForItself() {
            String filing = accepted();

            done("enterprise", filing + "/withdrawal", "{\"reason\":\"方案调整\"}");

            JsonNode history = caller().get(filing + "/history").json();
            JsonNode withdrawal = history.path(history.size() - 1).path("metadata");
            assertThat(withdrawal.path("actor").asString()).isEqualTo("enterprise");
            assertThat(withdrawal.path("actingFor").asString()).isEqualTo("11320000MB151840XJ");
        }

        @Test
        void doesNotActForAnother() {
            Answer answer =
                    caller().as("enterprise")
                            .post(
                                    "/api/v1/projects",
                                    PROJECT.replace("11320000MB151840XJ", "12451422MB0173307F"));

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text("type")).isEqualTo("urn:chengnuo:problem:not-your-enterprise");
        }

        @Test
        void doesNotDateItsFilingBackUntilTheLawAcceptsIt() {
            Answer answer =
                    caller().as("enterprise")
                            .post(
                                    project() + "/filings",
                                    """
                                    {"item":"cn-shanxi:works-planning-permit","center":"LF-01","receipt":"收1",
                                     "occurredAt":"2018-09-25T01:00:00Z"}
                                    """);

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text("type"))
                    .isEqualTo("urn:chengnuo:problem:not-yours-to-date-back");
        }
    }

    @Nested
    class AnIdempotencyKey {

        @Test
        void givesTheFirstAnswerAgain() {
            String key = UUID.randomUUID().toString();
            Caller enterprise = caller().as("enterprise");

            Answer first = enterprise.post("/api/v1/projects", PROJECT, "Idempotency-Key", key);
            Answer again = enterprise.post("/api/v1/projects", PROJECT, "Idempotency-Key", key);

            assertThat(again.status()).isEqualTo(201);
            assertThat(again.http().body()).isEqualTo(first.http().body());
            assertThat(again.header("Location")).isEqualTo(first.header("Location"));
            assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        }

        @Test
        void givesTheFirstRefusalAgainThoughItWouldBeGrantedNow() {
            String key = UUID.randomUUID().toString();
            String filing = filing("works-planning-permit");
            Caller reviewer = caller().as("reviewer");
            String decision = "{\"outcome\":\"GRANTED\",\"document\":\"许1\"}";

            Answer refused = reviewer.post(filing + "/decision", decision, "Idempotency-Key", key);
            done(
                    "clerk",
                    filing + "/acceptance",
                    "{\"receipt\":\"受1\",\"occurredAt\":\"2018-09-26T01:00:00Z\"}");
            Answer again = reviewer.post(filing + "/decision", decision, "Idempotency-Key", key);

            assertThat(refused.text("reason")).isEqualTo("NOT_ACCEPTED");
            assertThat(again.http().body()).isEqualTo(refused.http().body());
        }

        @Test
        void givesTheFirstAnswerAgainThoughTheRequestWouldBeDeniedNow() throws Exception {
            var request =
                    new Request(
                            "POST /test",
                            UUID.randomUUID().toString(),
                            null,
                            new Envelope("tester", null, "test", null, "test"));
            var step =
                    new RecordWorkStep(
                            FilingId.of(accepted().replaceAll(".*/", "")),
                            Instant.parse("2018-09-29T01:00:00Z"),
                            "会签",
                            null);

            var first = desk.carryOut(request, "body", step, new Answers(false));
            var again = desk.carryOut(request, "body", step, new Answers(true));

            assertThat(first.status()).isEqualTo(200);
            assertThat(again).isEqualTo(first);
        }

        private record Answers(boolean denies) implements Desk.Answers {

            @Override
            public Optional<org.chengnuo.approval.api.office.Answer> denial() {
                return denies ? Optional.of(answer(403)) : Optional.empty();
            }

            @Override
            public org.chengnuo.approval.api.office.Answer recorded(Recorded recorded) {
                return answer(200);
            }

            @Override
            public org.chengnuo.approval.api.office.Answer refused(Refusal refusal) {
                return answer(409);
            }

            private static org.chengnuo.approval.api.office.Answer answer(int status) {
                return new org.chengnuo.approval.api.office.Answer(status, null, null, "{}");
            }
        }

        @Test
        void conflictsWithAnotherBody() {
            String key = UUID.randomUUID().toString();
            Caller enterprise = caller().as("enterprise");
            enterprise.post("/api/v1/projects", PROJECT, "Idempotency-Key", key);

            Answer other =
                    enterprise.post(
                            "/api/v1/projects",
                            PROJECT.replace("3391", "3392"),
                            "Idempotency-Key",
                            key);

            assertThat(other.status()).isEqualTo(409);
            assertThat(other.text("type")).isEqualTo("urn:chengnuo:problem:idempotency-key-reused");
        }

        @Test
        void isCarriedOutOnceUnderFiftyRetriesAtATime() throws Exception {
            String key = UUID.randomUUID().toString();
            String filing = accepted();
            long before = events(filing);
            String step = "{\"activity\":\"现场勘查\"}";

            List<Answer> answers;
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<Answer>> retries =
                        java.util.Collections.nCopies(
                                50,
                                () ->
                                        caller().as("clerk")
                                                .post(
                                                        filing + "/work-steps",
                                                        step,
                                                        "Idempotency-Key",
                                                        key));
                answers = threads.invokeAll(retries).stream().map(Future::resultNow).toList();
            }

            assertThat(answers).extracting(Answer::status).containsOnly(200);
            assertThat(answers)
                    .extracting(a -> a.http().body())
                    .containsOnly(answers.getFirst().http().body());
            assertThat(events(filing)).isEqualTo(before + 1);
        }
    }

    @Nested
    class SeveralAtAProject {

        @Test
        void allComeInAndNoneIsLost() throws Exception {
            String filing = accepted();
            long before = events(filing);

            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<Answer>> steps =
                        java.util.Collections.nCopies(
                                40,
                                () ->
                                        caller().as("clerk")
                                                .post(
                                                        filing + "/work-steps",
                                                        "{\"activity\":\"会签\"}"));
                assertThat(threads.invokeAll(steps))
                        .extracting(answer -> answer.resultNow().status())
                        .containsOnly(200);
            }

            assertThat(events(filing)).isEqualTo(before + 40);
        }

        @Test
        void whoHasSeenAnOlderVersionIsTold() {
            String filing = accepted();
            Caller clerk = caller().as("clerk");
            String step = "{\"activity\":\"会签\"}";

            Answer stale = clerk.post(filing + "/work-steps", step, "If-Match", "\"1\"");
            Answer fresh = clerk.post(filing + "/work-steps", step, "If-Match", "\"2\"");

            assertThat(stale.status()).isEqualTo(412);
            assertThat(fresh.status()).isEqualTo(200);
            assertThat(fresh.header("ETag")).isEqualTo("\"3\"");
        }
    }

    @Nested
    class TheJournal {

        @Test
        void canBeReadByAPerson() {
            String filing = accepted();

            String payload =
                    jdbc.sql(
                                    """
                                    select payload from journal.event
                                    where stream = :project and name = 'filing.accepted' and revision = '1'
                                    """)
                            .param("project", filing.replaceAll(".*/", "").substring(0, 36))
                            .query(String.class)
                            .single();

            assertThat(payload)
                    .contains("\"receipt\":\"受1\"")
                    .contains("\"promised\":{\"amount\":12,\"unit\":\"WD\"}");
        }

        @Test
        void cannotBeChanged() {
            accepted();

            assertThatThrownBy(() -> jdbc.sql("update journal.event set payload = '{}'").update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
            assertThatThrownBy(() -> jdbc.sql("delete from journal.event").update())
                    .hasMessageContaining("append-only");
            assertThatThrownBy(() -> jdbc.sql("truncate journal.event").update())
                    .hasMessageContaining("append-only");
        }

        @Test
        void isWrittenBeforeAnythingElse() {
            // The order of the intake rests on it: a transaction that had written before would have
            // an
            // older number than one that overtook it at the project. A refused act comes as far as
            // the
            // append, and has written nothing by then.
            FilingId unknown = new FilingId(new ProjectId(UUID.randomUUID()), 1);
            var envelope = new Envelope("tester", null, "test", null, "test");

            Boolean written =
                    transaction.execute(
                            _ -> {
                                assertThatThrownBy(
                                                () ->
                                                        desk.record(
                                                                new Request(
                                                                        "test", null, null,
                                                                        envelope),
                                                                new AnswerCorrection(
                                                                        unknown, Instant.EPOCH)))
                                        .isInstanceOf(Refusal.class);
                                return jdbc.sql(
                                                "select pg_current_xact_id_if_assigned() is not"
                                                        + " null")
                                        .query(Boolean.class)
                                        .single();
                            });

            assertThat(written).isFalse();
        }
    }

    @Nested
    class TheClock {

        @Test
        void asOfAMomentKnowsOnlyWhatWasRecordedByThen() {
            String filing = accepted();

            Answer before = caller().get(filing + "/clock?asOf=2018-09-29T01:00:00Z");
            Answer now = caller().get(filing + "/clock");

            assertThat(before.status()).isEqualTo(404);
            assertThat(now.status()).isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"9999-12-31T00:00:00Z", "%2B1000000000-01-01T00:00:00Z"})
        void isNotAskedAboutAgesToCome(String asOf) {
            assertThat(caller().get(accepted() + "/clock?asOf=" + asOf).status()).isEqualTo(400);
        }
    }

    @Nested
    class TheCalendar {

        @ParameterizedTest
        @CsvSource({
            "2018-09-28, 5, 2018-09-28T00:00:00Z, 2018-10-10",
            "2019-04-26, 3, 2019-03-21T00:00:00Z, 2019-05-02",
            "2019-04-26, 3, 2019-04-26T00:00:00Z, 2019-04-30",
            "2025-09-30, 1, 2025-09-30T00:00:00Z, 2025-10-09"
        })
        void saysWhatIsDue(String from, int amount, String knownAt, String due) {
            JsonNode answer =
                    caller().get(
                                    "/api/v1/calendars/cn/due?from=%s&amount=%d&unit=WD&knownAt=%s"
                                            .formatted(from, amount, knownAt))
                            .json();

            assertThat(answer.path("due").asString()).isEqualTo(due);
            assertThat(answer.path("provisional").asBoolean()).isFalse();
            long counted = 0;
            for (JsonNode day : answer.path("days")) {
                counted += day.path("counted").asBoolean() ? 1 : 0;
            }
            assertThat(counted).isEqualTo(amount);
        }

        @Test
        void saysThatItDoesNotKnowTheNextNoticeYet() {
            JsonNode answer =
                    caller().get("/api/v1/calendars/cn/due?from=2026-12-20&amount=30&unit=WD")
                            .json();

            assertThat(answer.path("provisional").asBoolean()).isTrue();
        }

        @Test
        void saysWhichCalendarsThereAre() {
            Answer answer =
                    caller().get("/api/v1/calendars/us/due?from=2026-12-20&amount=3&unit=WD");

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text("detail")).contains("cn", "mon-fri-7-17-amsterdam");
        }
    }

    @Test
    void theDocumentationOfTheApiIsThere() {
        JsonNode api = caller().get("/v3/api-docs").json();

        assertThat(api.path("openapi").asString()).startsWith("3.1");
        assertThat(api.path("paths").has("/api/v1/filings/{id}/acceptance")).isTrue();
        assertThat(caller().get("/swagger-ui/index.html").status()).isEqualTo(200);
    }
}
