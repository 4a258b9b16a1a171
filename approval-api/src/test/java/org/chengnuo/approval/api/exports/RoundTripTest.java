package org.chengnuo.approval.api.exports;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.api.Caller;
import org.chengnuo.approval.api.Caller.Answer;
import org.chengnuo.approval.api.Life;
import org.chengnuo.approval.api.OfficeTest;
import org.chengnuo.approval.api.demo.SimulationProgress;
import org.chengnuo.approval.api.imports.Multipart;
import org.chengnuo.approval.clock.Basis;
import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.projections.export.Exports;
import org.chengnuo.approval.projections.export.Format;
import org.chengnuo.approval.projections.export.Selection;
import org.chengnuo.approval.projections.intake.Intake;
import org.chengnuo.approval.projections.intake.StoryChoice;
import org.chengnuo.approval.projections.reviewtimes.Clock;
import org.chengnuo.approval.projections.reviewtimes.FactFilter;
import org.chengnuo.approval.projections.reviewtimes.Measure;
import org.chengnuo.approval.projections.reviewtimes.MeasuredFiling;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.Turnarounds;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a simulated office and an imported log come to, is what their export comes to when it is
 * imported again.
 */
@OfficeTest
@TestPropertySource(
        properties = {
            "chengnuo.demo.simulate=true",
            "chengnuo.demo.projects=25",
            "chengnuo.data-dir=target/round-trip",
            "chengnuo.imports.dir=target/imports-round-trip"
        })
@TestInstance(Lifecycle.PER_CLASS)
class RoundTripTest {

    private static final String MAPPING =
            """
            name: theirs
            title: {zh: 他们的, en: Theirs}
            timeZone: Europe/Amsterdam
            calendar: mon-fri-7-17-amsterdam
            promised: 56 ND
            item: {scheme: wabo, code: permit, name: Permit}
            acts: {in: received, ask: correction-requested, get: correction-answered, ok: accepted,
                   out: decided, sent: delivered}
            """;

    @LocalServerPort private int port;
    @Autowired private SimulationProgress simulation;
    @Autowired private JdbcClient jdbc;
    @Autowired private Intake intake;
    @Autowired private Turnarounds turnarounds;
    @Autowired private Exports exports;

    private JsonNode done;
    private Map<String, Long> before;
    private Map<String, Long> after;

    @BeforeAll
    void given() throws Exception {
        while (simulation.state().of() == 0 || simulation.state().running()) {
            Thread.sleep(100);
        }
        imported(
                """
                <log xes.version="1.0"><trace><string key="concept:name" value="filing.received"/>
                %s</trace><trace><string key="concept:name" value="7"/>%s</trace></log>
                """
                        .formatted(
                                event("filing.received", "2014-01-06T09:00:00.123456+01:00")
                                        + event("in", "2014-01-06T09:00:00.123457+01:00")
                                        + event("look", "2014-01-06T09:00:00.123457+01:00")
                                        + event("ask", "2014-01-07T09:00:00+01:00")
                                        + event("get", "2014-01-13T19:00:00+01:00")
                                        + event("ok", "2014-03-31T09:00:00+02:00")
                                        + event("out", "2014-05-06T09:00:00+02:00")
                                        + event("sent", "2014-05-07T09:00:00+02:00"),
                                event("out", "2014-01-09T09:00:00+01:00")
                                        + event("in", "2014-01-08T09:00:00+01:00"))
                        .getBytes(StandardCharsets.UTF_8),
                MAPPING,
                "NL-1");
        var life = Life.registered(new Caller(port, "clerk"));
        String granted = life.filed(Life.items(ItemClass.KEPT_APPROVAL).getFirst());
        life.done("clerk", granted + "/acceptance", "{\"receipt\":\"受1\"}");
        life.done(
                "reviewer",
                granted + "/decision",
                """
                {"outcome":"GRANTED_DOCUMENTS_TO_FOLLOW","document":"许1","documentsToFollow":["图纸"]}
                """);
        life.done("reviewer", granted + "/revocation", "{\"reason\":\"欺骗\"}");
        before = acts();
        done = imported(exported(Selection.ALL), "chengnuo", "LF-RT");
        after = acts();
        intake.awaitCaughtUp(Duration.ofMinutes(2));
    }

    private static String event(String activity, String at) {
        return """
        <event><string key="concept:name" value="%s"/><string key="org:resource" value="Resource21"/>
        <date key="time:timestamp" value="%s"/></event>
        """
                .formatted(activity, at);
    }

    private byte[] exported(Selection selection) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var export = exports.begin(selection)) {
            export.write(Format.XES_GZ, out);
        }
        return out.toByteArray();
    }

    private JsonNode imported(byte[] log, String mapping, String zone) throws Exception {
        Caller analyst = new Caller(port, "analyst");
        Answer posted = Multipart.post(analyst, log, mapping, zone);
        assertThat(posted.status()).as(posted.http().body()).isEqualTo(202);
        while (true) {
            JsonNode view = analyst.get(posted.header("Location")).json();
            if (Set.of("DONE", "FAILED", "REFUSED").contains(view.get("state").asString())) {
                assertThat(view.get("state").asString()).as(view.toString()).isEqualTo("DONE");
                return view;
            }
            Thread.sleep(50);
        }
    }

    @Test
    void theOfficeHasAllThatCanHappenToAFiling() {
        assertThat(before.keySet())
                .containsExactlyInAnyOrder(
                        "filing.received",
                        "filing.correction-requested",
                        "filing.correction-answered",
                        "filing.accepted",
                        "filing.deemed-accepted",
                        "filing.acceptance-refused",
                        "filing.special-procedure-opened",
                        "filing.special-procedure-closed",
                        "filing.review-extended",
                        "filing.decided",
                        "filing.recorded",
                        "filing.delivered",
                        "filing.withdrawn",
                        "filing.revoked",
                        "filing.work-step-recorded");
    }

    @Test
    void everyActIsTakenOverAndNoOtherIsAdded() {
        assertThat(done.get("rejected").asInt()).isZero();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((name, count) -> assertThat(after).containsEntry(name, 2 * count));
    }

    /** How often each act and each step of the work is in the journal. */
    private Map<String, Long> acts() {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.sql(
                        """
                        select name, count(*) from journal.event
                        where name like 'filing.%' and name not in ('filing.imported',
                            'filing.card-raised', 'filing.correction-window-lapsed',
                            'filing.special-procedure-overran', 'filing.due-date-reprojected')
                        group by name
                        """)
                .query(
                        row -> {
                            counts.put(row.getString(1), row.getLong(2));
                        });
        return counts;
    }

    @Test
    void everyFilingHasTheSameFiguresByBothClocks() {
        for (Measure measure : Measure.values()) {
            for (Clock clock : Clock.values()) {
                Map<String, String> before = new TreeMap<>();
                Map<String, String> after = new TreeMap<>();
                String id = done.get("id").asString();
                for (MeasuredFiling one : measured(measure, clock, FactFilter.ALL)) {
                    if (id.equals(one.importId())) {
                        after.put(String.valueOf(one.caseId()), figure(one));
                    } else {
                        before.put(one.filing(), figure(one));
                    }
                }
                assertThat(before).as("%s %s", measure, clock).isNotEmpty();
                assertThat(after).as("%s %s", measure, clock).isEqualTo(before);
            }
        }
    }

    private Iterable<MeasuredFiling> measured(Measure measure, Clock clock, FactFilter filter) {
        return turnarounds.filings(
                Question.of(measure, clock).of(filter), List.of(), false, 0, 100_000);
    }

    private static String figure(MeasuredFiling one) {
        return "%s s from %s to %s, %s, %s, on time %s"
                .formatted(
                        one.seconds(),
                        one.from(),
                        one.to(),
                        one.state(),
                        one.item(),
                        one.onTimeClaimed());
    }

    @Test
    void whatWasImportedIsClaimedAndCannotBeAttested() {
        Question review =
                Question.of(Measure.REVIEW, Clock.WORKING)
                        .of(FactFilter.ofImport(done.get("id").asString()));

        assertThat(turnarounds.filings(review, List.of(), false, 0, 10)).isNotEmpty();
        assertThat(turnarounds.filings(review.by(Basis.ATTESTED), List.of(), false, 0, 10))
                .isEmpty();
    }

    @Test
    void andOnceMoreItComesToTheSame() throws Exception {
        String first = done.get("id").asString();
        byte[] again =
                exported(new Selection(new StoryChoice(null, first, null), null, null, null));
        JsonNode second = imported(again, "chengnuo", "LF-RT2");
        intake.awaitCaughtUp(Duration.ofMinutes(2));

        assertThat(second.get("rejected").asInt()).isZero();
        assertThat(second.at("/cases/done").asInt()).isEqualTo(done.at("/cases/done").asInt());
        assertThat(second.at("/events/done").asInt()).isEqualTo(done.at("/events/done").asInt());
        var of = FactFilter.ofImport(second.get("id").asString());
        assertThat(turnarounds.answer(Question.of(Measure.REVIEW, Clock.WORKING).of(of)).groups())
                .isEqualTo(
                        turnarounds
                                .answer(
                                        Question.of(Measure.REVIEW, Clock.WORKING)
                                                .of(FactFilter.ofImport(first)))
                                .groups());
    }
}
