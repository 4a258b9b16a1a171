package org.chengnuo.approval.api.journal;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of an act besides the act itself.
 *
 * @param actor the authenticated user
 * @param actingFor the enterprise for which an agent acts
 * @param channel how the act came in, as in {@code api}, {@code import}, {@code simulation}
 * @param importId the import that brought it
 * @param correlation what belongs to one request
 */
public record Envelope(
        String actor,
        @Nullable String actingFor,
        String channel,
        @Nullable String importId,
        String correlation) {

    static final List<String> KEYS =
            List.of("actor", "actingFor", "channel", "import", "correlation");

    /** Who acts for the enterprise; null where nobody acts for another. */
    @Nullable String agent() {
        return actingFor == null || actingFor.equals(actor) ? null : actor;
    }

    /** As metadata of the command, from which the events inherit it. */
    Map<String, String> metadata() {
        var metadata = new LinkedHashMap<String, String>();
        metadata.put("actor", actor);
        if (actingFor != null) {
            metadata.put("actingFor", actingFor);
        }
        metadata.put("channel", channel);
        if (importId != null) {
            metadata.put("import", importId);
        }
        metadata.put("correlation", correlation);
        return metadata;
    }
}
