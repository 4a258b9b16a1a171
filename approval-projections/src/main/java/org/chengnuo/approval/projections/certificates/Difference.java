package org.chengnuo.approval.projections.certificates;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * One place at which what is computed now is not what was published.
 *
 * @param path a JSON pointer (RFC 6901) into the certificate, as in {@code /result/3/n}
 * @param published null where there was nothing
 * @param now null where there is nothing any more
 */
public record Difference(String path, @Nullable JsonNode published, @Nullable JsonNode now) {

    /** All of them, in the order of the certificate; empty if both are the same. */
    static List<Difference> between(String path, JsonNode published, JsonNode now) {
        var found = new ArrayList<Difference>();
        collect(path, published, now, found);
        return List.copyOf(found);
    }

    private static void collect(
            String path,
            @Nullable JsonNode published,
            @Nullable JsonNode now,
            List<Difference> found) {
        if (published instanceof ObjectNode one && now instanceof ObjectNode other) {
            var names = new TreeSet<>(one.propertyNames());
            names.addAll(other.propertyNames());
            for (String name : names) {
                String escaped = name.replace("~", "~0").replace("/", "~1");
                collect(path + "/" + escaped, one.get(name), other.get(name), found);
            }
        } else if (published instanceof ArrayNode one && now instanceof ArrayNode other) {
            for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
                collect(path + "/" + i, one.get(i), other.get(i), found);
            }
        } else if (published == null
                || now == null
                // As text: 0.95 is not 0.9500, and an int is the long of the same digits.
                || !published.toString().equals(now.toString())) {
            found.add(new Difference(path, published, now));
        }
    }
}
