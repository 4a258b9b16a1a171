package org.chengnuo.approval.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.api.Caller.Answer;
import org.chengnuo.approval.api.office.Desk;
import org.chengnuo.approval.parts.RealParts;
import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.project.ProjectId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** The life of a project over HTTP, from its registration to production. */
@OfficeTest
@RealParts
class LifeTest {

    private static final String ENTERPRISE = "11320000MB151840XJ";

    @LocalServerPort private int port;
    @Autowired private Desk desk;

    private Life project() {
        return Life.registered(new Caller(port, null));
    }

    /** Whatever has fallen due by today happens. */
    private void marchPasses(Life life) {
        desk.letHappenWhatIsDue(ProjectId.of(life.id()));
    }

    private Life committed() {
        Life life = project().eligible().served("P1");
        life.shown();
        marchPasses(life);
        return life;
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path(field).asString(""))
                .toList();
    }

    private static void measure(Life life, String commitment, String indicator, String value) {
        life.done(
                "supervisor",
                commitment + "/measurements",
                "{\"indicator\":\"%s\",\"measured\":%s,\"evidence\":\"测1\"}"
                        .formatted(indicator, value));
    }

    @Test
    void goesFromRegistrationToProduction() {
        Life life = project().eligible();
        assertThat(life.read("").path("eligibility").path("eligible").asBoolean()).isTrue();

        JsonNode before = life.read("/clearance").path("missing");
        assertThat(texts(before, "nextStep")).contains("SUPPLY_LAND", "FILE", "COMMIT_OR_FILE");
        assertThat(texts(before, "nameZh")).contains("节能审查", "供地");

        life.served("P1");
        String commitment = life.shown();
        assertThat(life.read(commitment).path("state").asString()).isEqualTo("PUBLIC");
        marchPasses(life);
        JsonNode inForce = life.read(commitment);
        assertThat(inForce.path("state").asString()).isEqualTo("IN_FORCE");
        assertThat(inForce.path("stateZh").asString()).isEqualTo("生效中");
        assertThat(texts(inForce.path("obligations"), "nameEn"))
                .startsWith("construction start", "completion", "production")
                .contains("Plot ratio");

        Answer refused = life.asked("clerk", "construction/clearance", "{\"document\":\"开1\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("reason")).isEqualTo("START_CONDITIONS_MISSING");
        assertThat(texts(refused.json().path("missing"), "nextStepZh"))
                .hasSize(
                        Life.items(ItemClass.KEPT_APPROVAL).size()
                                + Life.items(ItemClass.FILING_ONLY).size())
                .containsOnly("向综合窗口申报");

        life.approved();
        assertThat(life.read("/clearance").path("missing").size()).isZero();
        life.done("clerk", "construction/clearance", "{\"document\":\"开1\"}");
        life.done("enterprise", "construction/start", "{}");
        life.done(
                "enterprise",
                "construction/milestones",
                "{\"milestone\":\"主体封顶\",\"evidence\":\"%s\"}".formatted(life.handedIn("主体封顶照片")));
        life.done("enterprise", "construction/completion", "{}");

        Answer unmet = life.asked("clerk", "construction/acceptance", "{\"document\":\"验1\"}");
        assertThat(unmet.text("reason")).isEqualTo("COMMITMENT_UNMET");
        measure(life, commitment, "plot-ratio", "0.9");
        assertThat(texts(life.read(commitment).path("obligations"), "stateZh")).contains("未达到承诺值");
        measure(life, commitment, "plot-ratio", "1.3");
        measure(life, commitment, "investment-intensity", "260");
        life.done("reviewer", "construction/acceptance", "{\"document\":\"验1\"}");
        life.done("enterprise", "construction/production", "{}");
        measure(life, commitment, "energy-per-value", "0.4");
        measure(life, commitment, "emissions-per-value", "0.5");
        measure(life, commitment, "tax-per-mu", "15");

        JsonNode view = life.read("");
        assertThat(view.path("stage").asString()).isEqualTo("IN_PRODUCTION");
        assertThat(view.path("stageZh").asString()).isEqualTo("投产");
        assertThat(texts(view.path("commitments"), "state")).containsExactly("FULFILLED");
        assertThat(view.path("construction").path("milestones").size()).isEqualTo(1);
        assertThat(view.path("parcels").path(0).path("services").size())
                .isEqualTo(Life.items(ItemClass.GOVERNMENT_SERVICE).size());
        JsonNode history = life.read("/history");
        assertThat(history.size()).isEqualTo(view.path("version").asInt() + 1);
        assertThat(texts(history, "event"))
                .startsWith("project.registered", "project.eligibility-assessed")
                .endsWith("commitment.obligation-met", "commitment.fulfilled");
    }

    @Nested
    class TheLetter {

        @Test
        void isGivenAsPdfAndCanBeCheckedByAnybody() {
            Life life = project().eligible();
            String commitment = life.shown();
            String hash = life.read(commitment).path("letter").path("hash").asString();
            String id = commitment.replaceAll(".*/", "");
            Caller anybody = new Caller(port, null);

            Answer pdf = anybody.get(commitment + "/letter.pdf");
            assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
            assertThat(pdf.http().body()).startsWith("%PDF");
            assertThat(anybody.get("/letters/" + id + "?lang=en&hash=" + hash).http().body())
                    .contains("This letter is authentic.", "Not in force");
            assertThat(anybody.get("/letters/" + id + "?lang=en&hash=abc").http().body())
                    .contains("This is not the letter on record.");
        }

        @Test
        void isNotInForceOnceItsProjectHasEnded() {
            Life life = committed();
            String commitment = life.read("").path("commitments").path(0).path("id").asString();
            String hash =
                    life.read("/api/v1/commitments/" + commitment)
                            .path("letter")
                            .path("hash")
                            .asString();
            Caller anybody = new Caller(port, null);
            String page = "/letters/%s?hash=%s&lang=".formatted(commitment, hash);
            assertThat(anybody.get(page + "en").http().body())
                    .contains(">In force<")
                    .doesNotContain("Not in force");

            life.done("enterprise", "withdrawal", "{\"reason\":\"投资计划调整\"}");

            assertThat(anybody.get(page + "en").http().body())
                    .contains("Not in force", "without effect: the project has been withdrawn")
                    .doesNotContain(">In force<", ">in force<");
            assertThat(anybody.get(page + "zh").http().body())
                    .contains("不在有效状态", "项目已撤回，承诺书失效")
                    .doesNotContain("生效中");
        }

        @Test
        void hasAnAttachmentThatHasBeenHandedIn() {
            Life life = project().eligible();
            String commitment = life.noticed();

            Answer answer =
                    life.asked(
                            "clerk",
                            commitment + "/letter",
                            life.letter(commitment, "5e".repeat(32)));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.text("field")).isEqualTo("attachment");
        }

        @Test
        void canBeObjectedToByAnybodyWhileItIsShown() {
            Life life = project().eligible();
            String commitment = life.shownFromTomorrow();

            Answer objection =
                    life.done(
                            "clerk",
                            commitment + "/objections",
                            "{\"objector\":\"李某\",\"grounds\":\"噪声\"}");
            life.done(
                    "clerk",
                    objection.header("Location") + "/decision",
                    "{\"upheld\":false,\"reasons\":\"不成立\"}");

            JsonNode seen = life.read(objection.header("Location"));
            assertThat(seen.path("grounds").asString()).isEqualTo("噪声");
            assertThat(seen.path("upheld").asBoolean(true)).isFalse();
            // Nobody is told that it may not, only that it is too late.
            assertThat(
                            life.asked(
                                            "analyst",
                                            commitment + "/objections",
                                            "{\"grounds\":\"噪声\"}")
                                    .status())
                    .isNotEqualTo(403);
        }
    }

    @Nested
    class TheSupervision {

        @Test
        void goesFromTheInspectionToTheRepairOfCredit() {
            Life life = committed();
            String commitment = life.read("").path("commitments").path(0).path("id").asString();
            Answer inspection =
                    life.done(
                            "supervisor",
                            "inspections",
                            """
                            {"commitment":"%s","node":"BEFORE_START","inspector":"证1","findings":[
                              {"obligation":"indicator:plot-ratio","conforms":false,"text":"申报材料不实"}],
                             "evidence":["%s"]}
                            """
                                    .formatted(commitment, life.handedIn("检查照片")));
            Answer order =
                    life.done(
                            "supervisor",
                            "rectification-orders",
                            """
                            {"inspection":1,"deadline":"2099-01-31","demands":"改","document":"责改1"}
                            """);
            life.done(
                    "supervisor",
                    order.header("Location") + "/verification",
                    "{\"rectified\":false,\"findings\":\"未改\"}");
            Answer breach =
                    life.done(
                            "supervisor",
                            "breaches",
                            """
                            {"commitment":"%s","kind":"FALSE","order":1,"reasons":"虚假","document":"认1"}
                            """
                                    .formatted(commitment));

            // The enterprise commits nowhere from then on, until it is repaired.
            Life another = project().eligible();
            String other = another.noticed();
            String letter = another.letter(other, another.handedIn("承诺书"));
            Answer refused = another.asked("clerk", other + "/letter", letter);
            assertThat(refused.text("reason")).isEqualTo("FALSE_COMMITMENT_STANDS");
            assertThat(refused.text("detail")).contains("认1", life.id());

            Answer proposal =
                    life.done(
                            "supervisor",
                            "credit-proposals",
                            """
                            {"breach":1,"measure":"no-convenience","document":
                              {"kind":"行政处罚决定书","number":"罚1","effective":"2024-05-06"}}
                            """);
            for (Answer made : List.of(inspection, order, breach, proposal)) {
                assertThat(new Caller(port, null).get(made.header("Location")).status())
                        .as(made.header("Location"))
                        .isEqualTo(200);
            }

            life.done(
                    "enterprise",
                    proposal.header("Location") + "/objection",
                    "{\"grounds\":\"不服\"}");
            life.done(
                    "supervisor",
                    proposal.header("Location") + "/objection-decision",
                    "{\"upheld\":false,\"reasons\":\"维持\"}");
            life.done(
                    "supervisor", proposal.header("Location") + "/repair", "{\"document\":\"修1\"}");
            another.done("clerk", other + "/letter", letter);
            life.done(
                    "supervisor",
                    breach.header("Location") + "/closing",
                    "{\"closing\":\"REPAIRED\",\"reasons\":\"已修复\",\"document\":\"结1\"}");

            JsonNode view = life.read("/supervision");
            assertThat(view.path("breaches").path(0).path("closed").path("closing").asString())
                    .isEqualTo("REPAIRED");
            assertThat(view.path("orders").path(0).path("state").asString())
                    .isEqualTo("NOT_RECTIFIED");
            assertThat(view.path("proposals").path(0).path("stateZh").asString())
                    .isEqualTo("已修复信用");
            assertThat(life.read("").path("supervision").path("breaches").asInt()).isEqualTo(1);
        }
    }

    @Test
    void aStartWithoutClearanceIsOnRecordWithWhatWasMissing() {
        Life life = project();

        life.done("enterprise", "construction/start", "{}");

        JsonNode without = life.read("").path("construction").path("startedWithout");
        assertThat(texts(without, "nextStepEn")).contains("have the land supplied");
    }

    @Test
    void anItemCanBeRuledOutAndReinstatedAndTheEditionMoved() {
        Life life = project();
        String item = "cn-shanxi:overlying-minerals";

        life.done(
                "clerk", "ruled-out-items", "{\"item\":\"%s\",\"reason\":\"不压覆\"}".formatted(item));
        assertThat(texts(life.read("").path("ruledOut"), "item")).containsExactly(item);
        life.done(
                "clerk", "ruled-out-items/%s/reinstatement".formatted(item), "{\"reason\":\"复核\"}");
        assertThat(life.read("").path("ruledOut").size()).isZero();
        life.done("clerk", "edition", "{\"edition\":\"2018\",\"reason\":\"依申请\"}");
        assertThat(texts(life.read("").path("editions"), "edition"))
                .containsExactly("2021", "2018");
        assertThat(
                        life.asked("clerk", "edition", "{\"edition\":\"1999\",\"reason\":\"误\"}")
                                .text("reason"))
                .isEqualTo("EDITION_UNKNOWN");
    }

    @Test
    void aProjectEndsByItsWithdrawalOrItsTermination() {
        Life withdrawn = project();
        withdrawn.done("enterprise", "withdrawal", "{\"reason\":\"资金不足\"}");
        assertThat(withdrawn.read("").path("stage").asString()).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.asked("clerk", "eligibility", "{}").text("reason"))
                .isEqualTo("PROJECT_WITHDRAWN");

        Life terminated = project();
        terminated.done("admin", "termination", "{\"document\":\"终1\",\"reason\":\"闲置\"}");
        assertThat(terminated.read("").path("stageZh").asString()).isEqualTo("已终止");
    }

    @Nested
    class AnAgent {

        private Life entrusted(String scope) {
            Life life = project();
            life.done(
                    "enterprise",
                    "entrustments",
                    """
                    {"agent":"agent","from":"2024-03-01T00:00:00Z","until":"2099-03-01T00:00:00Z",
                     "scope":["%s"],"document":"委1"}
                    """
                            .formatted(scope));
            return life;
        }

        @Test
        void actsForWhoHasEntrustedIt() {
            Life life = entrusted("REPORTS");

            Answer start =
                    life.asked("agent", "construction/start", "{}", "Acting-For", ENTERPRISE);

            assertThat(start.status()).as(start.http().body()).isEqualTo(200);
            JsonNode history = life.read("/history");
            JsonNode who = history.path(history.size() - 1).path("metadata");
            assertThat(who.path("actor").asString()).isEqualTo("agent");
            assertThat(who.path("agent").asString()).isEqualTo("agent");
            assertThat(who.path("actingFor").asString()).isEqualTo(ENTERPRISE);
            assertThat(life.read("/entrustments/1").path("document").asString()).isEqualTo("委1");
        }

        @Test
        void doesNotActBeyondItsEntrustment() {
            Life life = entrusted("FILINGS");
            Answer beyond =
                    life.asked("agent", "construction/start", "{}", "Acting-For", ENTERPRISE);
            assertThat(beyond.text("reason")).isEqualTo("AGENT_NOT_ENTRUSTED");

            life.done("enterprise", "entrustments/1/end", "{\"reason\":\"改由本企业办理\"}");
            Answer after =
                    life.asked(
                            "agent",
                            "filings",
                            "{\"item\":\"cn-shanxi:works-planning-permit\",\"center\":\"LF-01\",\"receipt\":\"收1\"}",
                            "Acting-For",
                            ENTERPRISE);
            assertThat(after.text("reason")).isEqualTo("AGENT_NOT_ENTRUSTED");
        }

        @ParameterizedTest
        @CsvSource({
            "agent, , 400",
            "agent, 12451422MB0173307F, 403",
            "agent, nonsense, 400",
            "enterprise, 11320000MB151840XJ, 400"
        })
        void namesForWhomItActsAndNobodyElseDoes(String user, String actingFor, int status) {
            Life life = entrusted("REPORTS");

            Answer answer =
                    actingFor == null
                            ? life.asked(user, "construction/start", "{}")
                            : life.asked(user, "construction/start", "{}", "Acting-For", actingFor);

            assertThat(answer.status()).as(answer.http().body()).isEqualTo(status);
        }

        @Test
        void doesNotDateItsActsBack() {
            Answer answer =
                    entrusted("REPORTS")
                            .asked(
                                    "agent",
                                    "construction/start",
                                    "{\"occurredAt\":\"2024-03-05T01:00:00Z\"}",
                                    "Acting-For",
                                    ENTERPRISE);

            assertThat(answer.text("type"))
                    .isEqualTo("urn:chengnuo:problem:not-yours-to-date-back");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "reviewer, inspections",
        "clerk, breaches",
        "clerk, credit-proposals",
        "supervisor, construction/acceptance",
        "supervisor, construction/clearance",
        "supervisor, filings",
        "enterprise, eligibility",
        "enterprise, parcels/P1/supply",
        "agent, entrustments",
        "agent, withdrawal",
        "clerk, termination",
        "analyst, construction/start"
    })
    void onlyWhoseActItIs(String user, String act) {
        Answer answer = project().asked(user, act, "{}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("type")).isEqualTo("urn:chengnuo:problem:not-yours-to-do");
    }

    @Test
    void everyActIsDescribedInBothLanguagesAndIsSomebodysToDo() {
        Caller caller = new Caller(port, null);
        JsonNode paths = caller.get("/v3/api-docs").json().path("paths");
        List<String> users =
                List.of(
                        "enterprise",
                        "agent",
                        "clerk",
                        "reviewer",
                        "supervisor",
                        "analyst",
                        "admin");
        var acts = new ArrayList<String>();
        paths.propertyStream()
                .filter(path -> path.getValue().has("post"))
                .forEach(
                        path -> {
                            acts.add(path.getKey());
                            if (!path.getKey().startsWith("/api/v1/projections")
                                    && !path.getKey().startsWith("/api/v1/imports")) {
                                assertThat(
                                                path.getValue()
                                                        .path("post")
                                                        .path("summary")
                                                        .asString(""))
                                        .as(path.getKey())
                                        .containsPattern("[a-z]");
                            }
                            String address =
                                    path.getKey()
                                            .replace("{item}", "a:b")
                                            .replace("{parcel}", "P1")
                                            .replaceAll("\\{[a-z]+}", "1");
                            assertThat(users)
                                    .as(address)
                                    .anyMatch(
                                            user ->
                                                    caller.as(user).post(address, "{").status()
                                                            != 403);
                        });
        assertThat(acts)
                .hasSizeGreaterThan(50)
                .contains(
                        "/api/v1/commitments/{id}/letter",
                        "/api/v1/projects/{id}/construction/clearance",
                        "/api/v1/projects/{id}/credit-proposals/{proposal}/repair");
    }
}
