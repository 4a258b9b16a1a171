package org.chengnuo.approval.projections.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.chengnuo.approval.journal.EventCatalogue;
import org.chengnuo.approval.journal.EventCatalogue.StoredName;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.intake.StoredEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * The contract of the topic, {@code deploy/asyncapi.json}, is what the event catalogue and the
 * approved events say. It is written anew with {@code -Dasyncapi=write}.
 */
class AsyncApiTest {

    private static final Path CONTRACT = Path.of("../deploy/asyncapi.json");
    private static final Path APPROVED = Path.of("src/test/resources/events");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static ObjectNode contract;

    @BeforeAll
    static void contract() throws IOException {
        contract = JSON.createObjectNode().put("asyncapi", "3.0.0");
        contract.putObject("info")
                .put("title", "Chengnuo 承诺: the journal 日志")
                .put("version", "1")
                .put(
                        "description",
                        """
                        Every event of the journal as a CloudEvent 1.0 in binary mode, at least once. The key is \
                        the story (a project, or the policy editions, a calendar, the assessments): its events are \
                        in order, in the partition that Java's hash of the key gives modulo their number, which is \
                        not the one that Kafka would choose by itself. An event that comes again has the same ce_position: what is not after the last \
                        one of its partition has been there before. Read with isolation.level=read_committed. \
                        A mark tells that the partition has all events of the journal up to its position, so that \
                        who reads several partitions can put them in the order of the journal.\
                        """);
        ObjectNode channel = contract.putObject("channels").putObject("journal");
        channel.put("address", "chengnuo.journal");
        ObjectNode listed = channel.putObject("messages");
        ObjectNode components = contract.putObject("components");
        ObjectNode messages = components.putObject("messages");
        ObjectNode operation = contract.putObject("operations").putObject("publish");
        operation.put("action", "send").putObject("channel").put("$ref", "#/channels/journal");
        for (Class<?> type : EventCatalogue.all()) {
            StoredName stored = EventCatalogue.nameOf(type);
            String name = "%s.v%d".formatted(stored.name(), stored.revision());
            listed.putObject(name).put("$ref", "#/components/messages/" + name);
            JsonNode approved = approved(stored);
            ObjectNode message = messages.putObject(name);
            message.put("name", "org.chengnuo." + name).put("contentType", "application/json");
            message.putObject("headers").put("$ref", "#/components/schemas/event");
            message.set("payload", schema(approved));
            message.putArray("examples").addObject().set("payload", approved);
        }
        listed.putObject("mark").put("$ref", "#/components/messages/mark");
        ObjectNode mark = messages.putObject("mark").put("name", EventMessages.MARK);
        mark.putObject("headers").put("$ref", "#/components/schemas/mark");
        ObjectNode schemas = components.putObject("schemas");
        schemas.set("event", headers(EventMessages.of("t", 1, new UUID(0, 0), event()).headers()));
        schemas.set(
                "mark",
                headers(
                        EventMessages.mark("t", 0, new UUID(0, 0), Position.START, Instant.EPOCH)
                                .headers()));
    }

    private static StoredEvent event() {
        return new StoredEvent(
                Position.START, "id", "project", "stream", 0, Instant.EPOCH, "n", "1", "{}", "{}");
    }

    private static ObjectNode headers(Iterable<org.apache.kafka.common.header.Header> headers) {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        List<String> names =
                StreamSupport.stream(headers.spliterator(), false)
                        .map(org.apache.kafka.common.header.Header::key)
                        .sorted()
                        .toList();
        names.forEach(name -> properties.putObject(name).put("type", "string"));
        var required = schema.putArray("required");
        names.stream().filter(name -> !name.equals("ce_aggregate")).forEach(required::add);
        return schema;
    }

    private static JsonNode approved(StoredName stored) throws IOException {
        return JSON.readTree(
                APPROVED.resolve("%s.%d.json".formatted(stored.name(), stored.revision()))
                        .toFile());
    }

    /** As the approved event shows it; what is null there can be anything. */
    private static ObjectNode schema(JsonNode value) {
        ObjectNode schema = JSON.createObjectNode();
        if (value.isObject()) {
            schema.put("type", "object");
            ObjectNode properties = schema.putObject("properties");
            value.properties()
                    .forEach(each -> properties.set(each.getKey(), schema(each.getValue())));
        } else if (value.isArray()) {
            schema.put("type", "array");
            if (!value.isEmpty()) {
                schema.set("items", schema(value.get(0)));
            }
        } else if (!value.isNull()) {
            schema.put(
                    "type", value.isNumber() ? "number" : value.isBoolean() ? "boolean" : "string");
        }
        return schema;
    }

    @Test
    void isWhatTheCatalogueSays() throws IOException {
        String written = JSON.writeValueAsString(contract) + "\n";
        if ("write".equals(System.getProperty("asyncapi"))) {
            Files.writeString(CONTRACT, written);
        }

        assertThat(Files.readString(CONTRACT)).isEqualTo(written);
    }

    @Test
    void isAsyncApi() throws IOException {
        try (var schema = AsyncApiTest.class.getResourceAsStream("asyncapi-3.0.0.schema.json")) {
            assertThat(schema).isNotNull();
            assertThat(
                            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                                    .getSchema(
                                            new String(
                                                    schema.readAllBytes(), StandardCharsets.UTF_8))
                                    .validate(contract.toString(), InputFormat.JSON))
                    .isEmpty();
        }
    }
}
