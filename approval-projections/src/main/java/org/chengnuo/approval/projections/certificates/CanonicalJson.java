package org.chengnuo.approval.projections.certificates;

import org.chengnuo.approval.projections.intake.DomainJson;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;

/**
 * JSON that is the same text whoever writes it: names sorted by their UTF-16 code units and no
 * white space, as RFC 8785 has it. Unlike there, a number stands as the answer has it, for 0.9500
 * says that it was rounded to four decimals.
 */
final class CanonicalJson {

    private static final JsonMapper JSON =
            DomainJson.customize(JsonMapper.builder())
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    private CanonicalJson() {}

    static JsonNode tree(Object value) {
        return parsed(JSON.writeValueAsString(value));
    }

    static JsonNode parsed(String text) {
        return JSON.readTree(text);
    }

    static <T> T read(String text, Class<T> type) {
        return DomainJson.read(JSON, text, type);
    }

    static String of(Object value) {
        return JSON.writeValueAsString(sorted(tree(value)));
    }

    private static JsonNode sorted(JsonNode node) {
        switch (node) {
            case ObjectNode object -> {
                ObjectNode sorted = JSON.createObjectNode();
                for (String name : new TreeSet<>(object.propertyNames())) {
                    sorted.set(name, sorted(object.required(name)));
                }
                return sorted;
            }
            case ArrayNode array -> {
                ArrayNode sorted = JSON.createArrayNode();
                array.forEach(element -> sorted.add(sorted(element)));
                return sorted;
            }
            default -> {
                return node;
            }
        }
    }

    /** SHA-256 of the text in UTF-8, in hexadecimal. */
    static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
