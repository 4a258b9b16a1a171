package org.chengnuo.approval.api.automation;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.api.Caller;
import org.chengnuo.approval.api.Caller.Answer;
import org.chengnuo.approval.api.OfficeClock;
import org.chengnuo.approval.api.OfficeTest;
import org.chengnuo.approval.api.office.Agenda;
import org.chengnuo.approval.api.office.Desk;
import org.chengnuo.approval.parts.RealParts;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.projections.settings.ChengnuoSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Nobody acts, and time passes. */
@OfficeTest
@RealParts
class AutomationTest {

    private static final String PROJECT =
            """
            {"name":"年产10万吨精密铸件项目","enterprise":"11320000MB151840XJ","zone":"LF-01","region":"141002",
             "industry":"3391","type":"RECORD_FILED","investment":120000000}
            """;

    @LocalServerPort private int port;
    @Autowired private Automation automation;
    @Autowired private Agenda agenda;
    @Autowired private Desk desk;
    @Autowired private Clock clock;
    @Autowired private ChengnuoSettings settings;
    @Autowired private JdbcClient jdbc;

    @BeforeEach
    void itIsAutumn() {
        OfficeClock.standsAt("2018-09-25T02:00:00Z");
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

    private String project() {
        return done("enterprise", "/api/v1/projects", PROJECT).header("Location");
    }

    private String received(String project) {
        return done(
                        "clerk",
                        project + "/filings",
                        "{\"item\":\"cn-shanxi:works-planning-permit\",\"receipt\":\"收1\"}")
                .header("Location");
    }

    private List<String> events(String address) {
        JsonNode history = new Caller(port, "clerk").get(address + "/history").json();
        return StreamSupport.stream(history.spliterator(), false)
                .map(event -> event.path("event").asString())
                .toList();
    }

    /** Sat 29 and Sun 30 September 2018 were worked: the fifth working day was the 30th. */
    @Test
    void theLawAcceptsOnTheSixthWorkingDayAndDatesBackToTheReceipt() {
        String filing = received(project());

        OfficeClock.standsAt("2018-09-30T15:59:59Z");
        automation.letHappenWhatIsDue();
        assertThat(events(filing)).containsExactly("filing.received");

        OfficeClock.standsAt("2018-09-30T16:00:00Z");
        automation.letHappenWhatIsDue();
        automation.letHappenWhatIsDue();

        assertThat(events(filing)).containsExactly("filing.received", "filing.deemed-accepted");
        JsonNode deemed = new Caller(port, "clerk").get(filing + "/history").json().path(1);
        assertThat(deemed.path("occurredAt").asString()).isEqualTo("2018-09-25T02:00:00Z");
        assertThat(deemed.path("recordedAt").asString()).isEqualTo("2018-09-30T16:00:00Z");
        assertThat(deemed.path("metadata").path("channel").asString()).isEqualTo("automation");
    }

    @Test
    void whatFellDueBeforeAnActHasHappenedBeforeItAndMakesNobodyStale() {
        String project = project();
        String filing = received(project);
        String version = new Caller(port, "clerk").get(project).header("ETag");

        OfficeClock.standsAt("2018-10-08T02:00:00Z");
        Answer late =
                new Caller(port, "clerk")
                        .post(filing + "/acceptance", "{\"receipt\":\"受1\"}", "If-Match", version);

        assertThat(late.text("reason")).isEqualTo("ALREADY_ACCEPTED");
        assertThat(events(filing)).containsExactly("filing.received", "filing.deemed-accepted");
    }

    @Test
    void twoNodesThatLookAtTheSameTimeLetItHappenOnce() throws Exception {
        List<String> filings = Stream.generate(() -> received(project())).limit(8).toList();
        OfficeClock.standsAt("2018-10-08T02:00:00Z");

        try (var nodes = Executors.newFixedThreadPool(4)) {
            Callable<Integer> node =
                    () -> new Automation(agenda, desk, clock, settings).letHappenWhatIsDue();
            for (var done : nodes.invokeAll(List.of(node, node, node, node))) {
                done.get();
            }
        }

        assertThat(filings)
                .allSatisfy(
                        filing ->
                                assertThat(events(filing))
                                        .containsExactly(
                                                "filing.received", "filing.deemed-accepted"));
    }

    @Test
    void aStoppedProgramMakesUpForWhatItMissedInItsOrder() {
        String filing = received(project());
        done("clerk", filing + "/acceptance", "{\"receipt\":\"受1\"}");

        OfficeClock.standsAt("2018-12-03T02:00:00Z");
        automation.letHappenWhatIsDue();

        // Promised in 12 working days, by law in 20.
        assertThat(events(filing))
                .containsExactly(
                        "filing.received",
                        "filing.accepted",
                        "filing.card-raised",
                        "filing.card-raised",
                        "filing.card-raised");
        JsonNode cards = new Caller(port, "clerk").get(filing + "/history").json();
        assertThat(
                        StreamSupport.stream(cards.spliterator(), false)
                                .skip(2)
                                .map(card -> card.path("payload").path("card").asString()))
                .containsExactly("YELLOW", "RED", "STATUTORY_OVERDUE");
    }

    /** The notice for 2031 comes while one filing runs and another has been decided. */
    @Test
    void aNoticeThatIsPublishedMovesWhatRuns() {
        OfficeClock.standsAt("2030-12-20T02:00:00Z");
        String running = received(project());
        done("clerk", running + "/acceptance", "{\"receipt\":\"受1\"}");
        String closed = received(project());
        done("clerk", closed + "/acceptance", "{\"receipt\":\"受2\"}");
        done("reviewer", closed + "/decision", "{\"outcome\":\"GRANTED\",\"document\":\"许1\"}");

        done(
                "admin",
                "/api/v1/calendars/cn/notices",
                """
                {"year":2031,"source":"国办发明电〔2030〕1号","knownFrom":"2030-12-22T16:00:00Z",
                 "days":[{"date":"2031-01-01","rule":"OFF","holiday":"元旦"},
                         {"date":"2031-01-02","rule":"OFF","holiday":"元旦"}]}
                """);
        automation.letHappenWhatIsDue();
        assertThat(events(running)).containsExactly("filing.received", "filing.accepted");

        OfficeClock.standsAt("2030-12-22T16:00:00Z");
        automation.letHappenWhatIsDue();

        assertThat(events(running))
                .containsExactly(
                        "filing.received",
                        "filing.accepted",
                        "filing.due-date-reprojected",
                        "filing.due-date-reprojected");
        assertThat(
                        new Caller(port, "clerk")
                                .get(running + "/history")
                                .json()
                                .path(2)
                                .path("payload")
                                .path("notice")
                                .asString())
                .isEqualTo("cn: 国办发明电〔2030〕1号, known from 2030-12-23");
        assertThat(events(closed))
                .containsExactly("filing.received", "filing.accepted", "filing.decided");
    }

    /**
     * The notice for 2032; between its publication and its moment there is an act in one project.
     */
    @Test
    void aNoticeIsNotForgottenInTheMeantime() {
        OfficeClock.standsAt("2031-12-20T02:00:00Z");
        String acted = project();
        String filing = received(acted);
        done("clerk", filing + "/acceptance", "{\"receipt\":\"受1\"}");
        done(
                "admin",
                "/api/v1/calendars/cn/notices",
                """
                {"year":2032,"source":"国办发明电〔2031〕1号","knownFrom":"2031-12-22T16:00:00Z",
                 "days":[{"date":"2032-01-01","rule":"OFF","holiday":"元旦"},
                         {"date":"2032-01-02","rule":"OFF","holiday":"元旦"}]}
                """);

        OfficeClock.standsAt("2031-12-21T02:00:00Z");
        received(acted);
        String later = received(project());
        done("clerk", later + "/acceptance", "{\"receipt\":\"受2\"}");
        automation.letHappenWhatIsDue();
        assertThat(
                        new Caller(port, "analyst")
                                .get("/api/v1/automation")
                                .json()
                                .path("nextDue")
                                .asString())
                .isLessThanOrEqualTo("2031-12-22T16:00:00Z");
        OfficeClock.standsAt("2031-12-22T16:00:00Z");
        automation.letHappenWhatIsDue();

        assertThat(events(filing)).contains("filing.due-date-reprojected");
        assertThat(events(later)).contains("filing.due-date-reprojected");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aFaultInWhatIsDueStopsNoActInItsProject(CapturedOutput log) {
        String project = project();
        String filing = received(project);
        // A filing under an edition that nobody knows: when it falls due cannot be told.
        jdbc.sql(
                        """
                        insert into journal.event (stream, sequence, event_id, aggregate_type, name,
                                                   revision, recorded_at, payload, metadata)
                        select stream, sequence + 1, event_id || '-2', aggregate_type, name, revision,
                               recorded_at,
                               replace(replace(payload, :first, :second), '"2018"', '"gone"'), metadata
                        from journal.event
                        where stream = :project and name = 'filing.received'
                        """)
                .param("project", project.replaceAll(".*/", ""))
                .param("first", filing.replaceAll(".*/", "") + "\"")
                .param("second", filing.replaceAll(".*/", "").replaceAll("1$", "2") + "\"")
                .update();
        OfficeClock.standsAt("2018-10-08T02:00:00Z");

        String another = received(project);
        OfficeClock.standsAt("2018-10-08T03:00:00Z");
        done("clerk", another + "/acceptance", "{\"receipt\":\"受1\"}");
        automation.letHappenWhatIsDue();

        assertThat(events(another)).containsExactly("filing.received", "filing.accepted");
        JsonNode told = new Caller(port, "analyst").get("/api/v1/automation").json();
        assertThat(told.path("failures").toString())
                .contains(project.replaceAll(".*/", ""))
                .contains("gone");
        // The rest of the transaction is as it was before the fault.
        assertThat(log).contains("AcceptFiling is carried out all the same");
        assertThat(log).doesNotContain("Could not roll back to JDBC savepoint");
    }

    @Test
    void whatDoesNotHappenIsToldAndHoldsNobodyUp() {
        // The agenda names a project that the journal does not have.
        var id = new ProjectId(UUID.fromString("0195d7a0-0000-7000-8000-00000000dead"));
        jdbc.sql("insert into office.agenda (project_id, due_at) values (:project, :due)")
                .param("project", id.toString())
                .param("due", OffsetDateTime.parse("2018-09-25T00:00:00Z"))
                .update();
        String filing = received(project());
        OfficeClock.standsAt("2018-10-08T02:00:00Z");

        automation.letHappenWhatIsDue();

        assertThat(events(filing)).containsExactly("filing.received", "filing.deemed-accepted");
        JsonNode told = new Caller(port, "analyst").get("/api/v1/automation").json();
        assertThat(told.path("failures").path(0).path("project").asString())
                .isEqualTo(id.toString());
        assertThat(told.path("due").asLong()).isPositive();
        jdbc.sql("delete from office.agenda where project_id = :project")
                .param("project", id.toString())
                .update();
    }
}
