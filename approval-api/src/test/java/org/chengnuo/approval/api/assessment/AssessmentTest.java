package org.chengnuo.approval.api.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.api.Caller;
import org.chengnuo.approval.api.Caller.Answer;
import org.chengnuo.approval.api.OfficeTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.UUID;

/** A scheme is published and scored over HTTP. */
@OfficeTest
class AssessmentTest {

    private static final String ASSESSMENTS = "/api/v1/assessments/";

    @LocalServerPort private int port;

    /** Of no other test. */
    private final String name = "t-" + UUID.randomUUID().toString().substring(0, 8);

    private Caller as(String user) {
        return new Caller(port, user);
    }

    private static Answer good(Answer answer) {
        assertThat(answer.status()).as(answer.http().body()).isBetween(200, 201);
        return answer;
    }

    private ObjectNode example() {
        return (ObjectNode) good(as("admin").get(ASSESSMENTS + "linfen-zones:1")).json();
    }

    private Answer publish(String scheme, JsonNode content) {
        return as("admin").post(ASSESSMENTS + scheme + "/publication", content.toString());
    }

    private JsonNode onTime(String scheme) {
        JsonNode board =
                good(as("analyst").get("/api/v1/scoreboard/" + scheme + "?period=2020")).json();
        for (JsonNode zone : board.path("zones")) {
            if (zone.path("zone").asString().equals("LF-02")) {
                return zone.path("contents").path(0);
            }
        }
        throw new AssertionError(board);
    }

    @Test
    void aSchemeIsEditedPublishedAndScored() {
        String scheme = name + ":1";
        Answer published = good(publish(scheme, example()));
        assertThat(published.header("Location")).isEqualTo(ASSESSMENTS + name + ":1");
        assertThat(as("clerk").get(published.header("Location")).json()).isEqualTo(example());

        good(
                as("clerk")
                        .post(
                                ASSESSMENTS + scheme + "/self-scores",
                                """
                                {"zone":"LF-02","period":"2020","content":"on-time","points":29.5}
                                """));
        good(
                as("analyst")
                        .post(
                                ASSESSMENTS + scheme + "/verified-scores",
                                """
                                {"zone":"LF-02","period":"2020","content":"on-time","points":28,"reason":"核减"}
                                """));

        JsonNode score = onTime(scheme);
        assertThat(score.path("selfScore").toString()).isEqualTo("29.5");
        assertThat(score.path("verifiedScore").toString()).isEqualTo("28");
        assertThat(score.path("counted").toString()).isEqualTo("28");
        assertThat(score.path("points").toString()).isEqualTo("0");
        assertThat(publish(scheme, example()).text("reason")).isEqualTo("SCHEME_VERSION_NOT_NEXT");
    }

    @Test
    void whatIsNotRightIsToldByContentAndField() {
        ObjectNode content = example();
        ((ObjectNode) content.path("contents").path(0)).put("weight", 25);
        ((ObjectNode) content.path("contents").path(1)).put("indicator", "moon");

        Answer wrong = publish(name + ":1", content);

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().at("/errors/0/item").asString()).isEqualTo("attested");
        assertThat(wrong.json().at("/errors/0/field").asString()).isEqualTo("indicator");
        assertThat(wrong.json().at("/errors/0/english").asString())
                .contains("on-time", "back-entry.cases");
        assertThat(wrong.json().at("/errors/1/english").asString()).contains("95, not to 100");

        Answer unreadable =
                as("admin").post(ASSESSMENTS + name + ":1/publication", "{\"english\":\"A\"}");
        assertThat(unreadable.status()).isEqualTo(400);
        assertThat(as("admin").post(ASSESSMENTS + "moon/publication", "{}").status())
                .isEqualTo(400);
    }

    /** As it stands in the description of the API. */
    @Test
    void theExampleOfTheDescriptionCanBePublished() {
        JsonNode body =
                as("admin")
                        .get("/v3/api-docs")
                        .json()
                        .path("paths")
                        .path("/api/v1/assessments/{scheme}/publication")
                        .at("/post/requestBody/content/application~1json");
        JsonNode value = body.path("example");

        good(publish(name + ":1", value.isString() ? parsed(value) : value));
    }

    private static JsonNode parsed(JsonNode text) {
        return new JsonMapper().readTree(text.stringValue());
    }

    @Test
    void theRankingSaysHowMuchItHangsOnTheWeights() {
        JsonNode board =
                good(as("analyst").get("/api/v1/scoreboard/linfen-zones:1?period=2020&seed=7"))
                        .json();

        assertThat(board.at("/sensitivity/seed").asInt()).isEqualTo(7);
        assertThat(board.at("/sensitivity/ranks").size()).isEqualTo(4);
        assertThat(as("analyst").get("/api/v1/scoreboard/moon:1?period=2020").status())
                .isEqualTo(404);
        assertThat(
                        as("analyst")
                                .get("/api/v1/scoreboard/linfen-zones:1?period=next")
                                .text("detail"))
                .contains("2020-Q3");
    }

    @Test
    void eachDoesWhatIsTheirs() {
        assertThat(as("analyst").post(ASSESSMENTS + "a:1/publication", "{}").status())
                .isEqualTo(403);
        assertThat(as("analyst").post(ASSESSMENTS + "a:1/self-scores", "{}").status())
                .isEqualTo(403);
        assertThat(as("clerk").post(ASSESSMENTS + "a:1/verified-scores", "{}").status())
                .isEqualTo(403);
    }
}
