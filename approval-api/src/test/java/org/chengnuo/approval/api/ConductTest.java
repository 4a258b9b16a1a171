package org.chengnuo.approval.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.api.Caller.Answer;
import org.chengnuo.approval.projections.intake.Intake;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** What a supervisor is shown over HTTP, and who else is. */
@OfficeTest
class ConductTest {

    private static final String CONDUCT = "/api/v1/statistics/conduct";

    @LocalServerPort private int port;
    @Autowired private Intake intake;

    /** Accepted on a Friday at seven in the evening. */
    @BeforeEach
    void anEveningInSeptember() throws TimeoutException, InterruptedException {
        OfficeClock.standsAt("2018-09-28T12:00:00Z");
        String project =
                done(
                                "enterprise",
                                "/api/v1/projects",
                                """
                                {"name":"年产10万吨精密铸件项目","enterprise":"11320000MB151840XJ","zone":"LF-01",
                                 "region":"141002","industry":"3391","type":"RECORD_FILED",
                                 "investment":120000000,"occurredAt":"2018-09-03T01:00:00Z"}
                                """)
                        .header("Location");
        String filing =
                done(
                                "clerk",
                                project + "/filings",
                                """
                                {"item":"cn-shanxi:works-planning-permit","receipt":"收1",
                                 "occurredAt":"2018-09-25T01:00:00Z"}
                                """)
                        .header("Location");
        done(
                "clerk",
                filing + "/acceptance",
                """
                {"receipt":"受1","occurredAt":"2018-09-28T11:00:00Z"}
                """);
        intake.awaitCaughtUp(Duration.ofSeconds(60));
    }

    @AfterEach
    void timeGoesOn() {
        OfficeClock.goesOn();
    }

    private Answer done(String user, String address, String body) {
        Answer answer = new Caller(port, user).post(address, body);
        assertThat(answer.status()).as(answer.http().body()).isBetween(200, 201);
        return answer;
    }

    private Answer get(@Nullable String user, String address) {
        return new Caller(port, user).get(address);
    }

    @Test
    void aFindingNamesTheEventAndNotThePerson() {
        Answer answer = get("supervisor", CONDUCT + "/findings?rule=outside-hours&zone=LF-01");

        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        JsonNode found = answer.json().path("findings").path(0);
        assertThat(found.path("center").asString()).isEqualTo("LF-01");
        assertThat(found.path("sentence").path("en").asString())
                .isEqualTo(
                        "The act «filing.accepted» is said to have happened while the office was"
                                + " closed.");
        assertThat(found.path("evidence").path(0).path("occurredAt").asString())
                .isEqualTo("2018-09-28T11:00:00Z");
        assertThat(found.path("evidence").path(0).path("position").asString()).matches("\\d+:\\d+");
        assertThat(answer.json().path("caution").path("en").asString())
                .contains("is not a verdict");
        assertThat(answer.http().body()).doesNotContain("actor", "clerk");
        assertThat(
                        get("supervisor", CONDUCT + "/findings?rule=outside-hours&to=2018-09-28")
                                .json()
                                .path("n")
                                .asLong())
                .isZero();
        assertThat(
                        get("supervisor", CONDUCT + "/findings?rule=outside-hours&severity=high")
                                .json()
                                .path("n")
                                .asLong())
                .isZero();
    }

    @Test
    void theSummaryCountsEachRuleCenterByCenter() {
        JsonNode rules = get("analyst", CONDUCT).json().path("rules");

        assertThat(rules.size()).isEqualTo(12);
        assertThat(rules.path(8).path("rule").asString()).isEqualTo("OUTSIDE_HOURS");
        assertThat(rules.path(8).path("findings").asLong()).isPositive();
        assertThat(rules.path(8).path("centers").path(0).path("center").asString())
                .isEqualTo("LF-01");
    }

    @ParameterizedTest
    @CsvSource({
        "supervisor,200",
        "analyst,200",
        "admin,200",
        "clerk,403",
        "reviewer,403",
        "enterprise,403",
        ",401"
    })
    void whoSeesTheFindings(@Nullable String user, int status) {
        assertThat(get(user, CONDUCT).status()).isEqualTo(status);
        assertThat(get(user, CONDUCT + "/findings").status()).isEqualTo(status);
        assertThat(get(user, CONDUCT + "/rules").status()).isEqualTo(200);
    }

    @Test
    void anUnknownRuleIsToldWhichThereAre() {
        Answer answer = get("supervisor", CONDUCT + "/findings?rule=nonsense");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.http().body()).contains("stop-matches-overrun", "nonsense");
    }
}
