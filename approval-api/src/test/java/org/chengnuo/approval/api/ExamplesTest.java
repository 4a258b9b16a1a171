package org.chengnuo.approval.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.api.Caller.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the description of the API shows can be sent. */
@OfficeTest
class ExamplesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> USERS =
            List.of("enterprise", "clerk", "reviewer", "supervisor", "analyst", "admin");

    @LocalServerPort private int port;
    private JsonNode api;

    @BeforeEach
    void read() {
        OfficeClock.standsAt("2026-12-01T02:00:00Z");
        api = new Caller(port, null).get("/v3/api-docs").json();
    }

    @AfterEach
    void timeGoesOn() {
        OfficeClock.goesOn();
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : api.at(reference.substring(1));
    }

    /** The body as the description shows it: its example, or the examples of its fields. */
    private JsonNode example(JsonNode operation) {
        JsonNode media = operation.path("requestBody").path("content").path("application/json");
        JsonNode whole = media.path("example");
        if (whole.isString()) {
            return JSON.readTree(whole.asString());
        }
        if (whole.isObject()) {
            return whole;
        }
        ObjectNode body = JSON.createObjectNode();
        resolved(media.path("schema"))
                .path("properties")
                .propertyStream()
                .filter(property -> property.getValue().has("example"))
                .forEach(
                        property ->
                                body.set(property.getKey(), property.getValue().path("example")));
        return body;
    }

    private Answer sent(String user, String method, String address, JsonNode body) {
        Caller caller = new Caller(port, user);
        return caller.send(
                caller.request(address)
                        .header("Content-Type", "application/json")
                        .method(
                                method.toUpperCase(Locale.ROOT),
                                BodyPublishers.ofString(body.toString())));
    }

    private Answer example(String user, String path, String address) {
        Answer answer =
                sent(user, "post", address, example(api.path("paths").path(path).path("post")));
        assertThat(answer.status()).as("%s: %s", path, answer.http().body()).isBetween(200, 201);
        return answer;
    }

    /** Whatever the office says to it: it has been understood, and is not wrong in itself. */
    @Test
    void everyExampleIsUnderstood() {
        Life life = Life.registered(new Caller(port, null)).eligible();
        String filing = life.filed("cn-shanxi:works-planning-permit");
        String commitment = life.noticed();
        var wrong = new ArrayList<String>();
        int acts = 0;
        for (String method : List.of("post", "put")) {
            for (var path : api.path("paths").properties()) {
                JsonNode operation = path.getValue().path(method);
                if (!operation.path("requestBody").path("content").has("application/json")) {
                    continue;
                }
                acts++;
                String address =
                        path.getKey()
                                .replace("/projects/{id}", "/projects/" + life.id())
                                .replace("/api/v1/filings/{id}", filing)
                                .replace("/api/v1/commitments/{id}", commitment)
                                .replace("{parcel}", "P1")
                                .replace("{item}", "cn-shanxi:area-eia")
                                .replace("{name}", "example")
                                .replace("{scheme}", "linfen-zones:1")
                                .replaceAll("\\{[a-z]+}", "1");
                Answer answer =
                        USERS.stream()
                                .map(user -> sent(user, method, address, example(operation)))
                                .filter(given -> given.status() != 403)
                                .findFirst()
                                .orElseThrow();
                // What the example leaves out is of the case: a hash, a number of a commitment.
                boolean understood =
                        answer.status() < 300
                                || !answer.text("reason").isEmpty()
                                || answer.text("type").endsWith("missing-value")
                                || answer.status() == 404;
                if (!understood) {
                    wrong.add(path.getKey() + ": " + answer.http().body());
                }
            }
        }
        assertThat(acts).isGreaterThan(50);
        assertThat(wrong).isEmpty();
    }

    @Test
    void theExampleOfALetterIsOneThatIsTaken() {
        Life life = Life.registered(new Caller(port, null)).eligible();
        String commitment = life.noticed();
        ObjectNode letter =
                (ObjectNode)
                        example(
                                api.path("paths")
                                        .path("/api/v1/commitments/{id}/letter")
                                        .path("post"));
        letter.put("attachment", life.handedIn("承诺书"));

        Answer answer = sent("clerk", "post", commitment + "/letter", letter);

        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        JsonNode view = life.read(commitment);
        // Submitted on Tuesday, to be pre-checked within a working day.
        assertThat(view.path("preCheckDue").asString()).isEqualTo("2026-12-02");
        assertThat(view.path("publicUntil").asString("").isEmpty()).isTrue();
    }

    @Test
    void theExampleOfACreditProposalNamesAMeasureOfTheList() {
        JsonNode proposal =
                example(
                        api.path("paths")
                                .path("/api/v1/projects/{id}/credit-proposals")
                                .path("post"));

        assertThat(
                        new Caller(port, "admin")
                                .get("/api/v1/policies/2021")
                                .json()
                                .path("content")
                                .path("creditMeasures")
                                .toString())
                .contains("\"" + proposal.path("measure").asString() + "\"");
    }

    @Test
    void theExampleOfADraftIsCompleteAndIsPublished() {
        String drafts = "/api/v1/policies/drafts/{name}";
        JsonNode draft = example(api.path("paths").path(drafts).path("put"));
        assertThat(sent("admin", "put", drafts.replace("{name}", "example-1"), draft).status())
                .isEqualTo(201);

        Answer published =
                sent(
                        "admin",
                        "post",
                        "/api/v1/policies/example-1/publication",
                        JSON.readTree(
                                "{\"from\":\"2030-01-01T00:00:00+08:00\",\"zones\":[\"T-EX\"]}"));

        assertThat(published.status()).as(published.http().body()).isEqualTo(200);
    }

    @Test
    void aProjectIsRegisteredAsTheExampleHasIt() {
        example("enterprise", "/api/v1/projects", "/api/v1/projects");
    }

    @Test
    void everyActSaysWhatItAnswers() {
        JsonNode answers =
                api.path("paths")
                        .path("/api/v1/filings/{id}/acceptance")
                        .path("post")
                        .path("responses");

        assertThat(
                        resolved(answers.at("/200/content/application~1json/schema"))
                                .path("properties")
                                .has("recorded"))
                .isTrue();
        for (String refusal : List.of("409", "422")) {
            JsonNode problem =
                    answers.path(refusal).path("content").path("application/problem+json");
            assertThat(resolved(problem.path("schema")).path("properties").has("titleZh")).isTrue();
            assertThat(problem.path("example").has("reason")).isTrue();
        }
    }
}
