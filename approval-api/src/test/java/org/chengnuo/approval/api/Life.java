package org.chengnuo.approval.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.api.Caller.Answer;
import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.policy.PolicyItem;
import org.chengnuo.approval.policy.ShippedPolicies;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.ZoneCode;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The life of a project over HTTP, step by step. Registered on 1 March 2024; the land, the services
 * and the letter are entered afterwards with their dates of that month, everything later happens
 * now.
 */
public final class Life {

    private static final ZoneCode ZONE = new ZoneCode("LF-01");
    private static final String BOUNDARY = "----between-the-parts";

    private final Caller caller;
    private final String project;

    private Life(Caller caller, String project) {
        this.caller = caller;
        this.project = project;
    }

    public static Life registered(Caller caller) {
        return new Life(
                caller,
                done(
                                caller.as("enterprise"),
                                "/api/v1/projects",
                                """
                                {"name":"年产10万吨精密铸件项目","enterprise":"11320000MB151840XJ","zone":"LF-01",
                                 "region":"141002","industry":"3391","type":"RECORD_FILED",
                                 "investment":120000000,"occurredAt":"2024-03-01T01:00:00Z"}
                                """)
                        .header("Location"));
    }

    /** Its address in the API. */
    public String address() {
        return project;
    }

    public String id() {
        return project.replaceAll(".*/", "");
    }

    /** Does something that is right, as that user. */
    public Answer done(String user, String act, String body) {
        return done(caller.as(user), act.startsWith("/") ? act : project + "/" + act, body);
    }

    private static Answer done(Caller caller, String address, String body) {
        Answer answer = caller.post(address, body);
        assertThat(answer.status()).as("%s: %s", address, answer.http().body()).isBetween(200, 201);
        return answer;
    }

    public Answer asked(String user, String act, String body, String... headers) {
        return caller.as(user).post(act.startsWith("/") ? act : project + "/" + act, body, headers);
    }

    public JsonNode read(String what) {
        Answer answer = caller.as("clerk").get(what.startsWith("/api/") ? what : project + what);
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        return answer.json();
    }

    public static List<String> items(ItemClass itemClass) {
        return ShippedPolicies.named("2021").items().stream()
                .filter(PolicyItem::beforeStart)
                .filter(item -> item.classFor(ProjectType.RECORD_FILED, ZONE) == itemClass)
                .map(item -> item.code().toString())
                .toList();
    }

    public Life eligible() {
        done("clerk", "eligibility", "{\"occurredAt\":\"2024-03-01T02:00:00Z\"}");
        return this;
    }

    public Life served(String parcel) {
        for (String item : items(ItemClass.GOVERNMENT_SERVICE)) {
            String service = "parcels/%s/services/%s/".formatted(parcel, item);
            done("clerk", service + "order", "{\"occurredAt\":\"2024-03-04T01:00:00Z\"}");
            done("clerk", service + "start", "{\"occurredAt\":\"2024-03-05T01:00:00Z\"}");
            done(
                    "clerk",
                    service + "delivery",
                    "{\"document\":\"区评1\",\"occurredAt\":\"2024-03-08T01:00:00Z\"}");
        }
        done(
                "clerk",
                "parcels/%s/supply".formatted(parcel),
                """
                {"area":53340.00,"document":"出让合同1","occurredAt":"2024-03-11T01:00:00Z"}
                """);
        return this;
    }

    /** The address of the commitment. */
    public String noticed() {
        return done(
                        "clerk",
                        "commitments",
                        """
                        {"items":%s,"standard":"standard-land-2021-1","notice":"告知1",
                         "occurredAt":"2024-03-12T01:00:00Z"}
                        """
                                .formatted(json(items(ItemClass.COMMITMENT))))
                .header("Location");
    }

    public static String json(List<String> texts) {
        return "[\"" + String.join("\",\"", texts) + "\"]";
    }

    /** The body of a letter that promises just what the standard asks for. */
    public String letter(String commitment, String attachment) {
        JsonNode view = read(commitment);
        String indicators =
                String.join(
                        ",",
                        StreamSupport.stream(
                                        view.path("standard").path("indicators").spliterator(),
                                        false)
                                .map(
                                        i ->
                                                """
                                                {"code":"%s","unit":"%s","direction":"%s","value":%s}
                                                """
                                                        .formatted(
                                                                i.path("code").asString(),
                                                                i.path("unit").asString(),
                                                                i.path("direction").asString(),
                                                                i.path("value").asString()))
                                .toList());
        return """
        {"number":"承1","items":%s,"standardHash":"%s",
         "signer":{"name":"张伟","capacity":"LEGAL_REPRESENTATIVE"},
         "promise":{"indicators":[%s],"milestones":[{"milestone":"START","by":"2098-06-30"},
           {"milestone":"COMPLETION","by":"2098-12-31"},{"milestone":"PRODUCTION","by":"2099-06-30"}]},
         "attachment":"%s","occurredAt":"2024-03-13T01:00:00Z"}
        """
                .formatted(
                        json(items(ItemClass.COMMITMENT)),
                        view.path("notice").path("standardHash").asString(),
                        indicators,
                        attachment);
    }

    /** The address of a commitment that is shown to the public from 15 to 25 March. */
    public String shown() {
        return shown("{\"occurredAt\":\"2024-03-14T01:00:00Z\"}");
    }

    /** The address of a commitment whose publicity is not over, whenever this is read. */
    public String shownFromTomorrow() {
        return shown("{}");
    }

    private String shown(String preCheck) {
        String commitment = noticed();
        done("clerk", commitment + "/letter", letter(commitment, handedIn("承诺书")));
        done("clerk", commitment + "/pre-check", preCheck);
        return commitment;
    }

    /** The hash of an attachment that has been handed in. */
    public String handedIn(String text) {
        Answer answer =
                caller.as("clerk")
                        .send(
                                caller.as("clerk")
                                        .request("/api/v1/attachments")
                                        .header(
                                                "Content-Type",
                                                "multipart/form-data; boundary=" + BOUNDARY)
                                        .POST(
                                                BodyPublishers.ofString(
                                                        "--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n%2$s\r\n--%1$s--\r\n"
                                                                .formatted(BOUNDARY, text))));
        assertThat(answer.status()).as(answer.http().body()).isBetween(200, 201);
        return answer.text("hash");
    }

    /** Files what the enterprise has to file, and has it decided and recorded. */
    public Life approved() {
        for (String item : items(ItemClass.KEPT_APPROVAL)) {
            String filing = filed(item);
            done("clerk", filing + "/acceptance", "{\"receipt\":\"受1\"}");
            done("reviewer", filing + "/decision", "{\"outcome\":\"GRANTED\",\"document\":\"许1\"}");
        }
        for (String item : items(ItemClass.FILING_ONLY)) {
            done("clerk", filed(item) + "/record", "{\"receipt\":\"备1\"}");
        }
        return this;
    }

    public String filed(String item) {
        return done(
                        "clerk",
                        "filings",
                        "{\"item\":\"%s\",\"center\":\"LF-01\",\"receipt\":\"收1\"}".formatted(item))
                .header("Location");
    }
}
