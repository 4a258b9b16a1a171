package org.chengnuo.approval.api.journal;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of an act besides the act itself.
 *
 * @param actor the authenticated user
 * @param actingFor the enterprise for which the user acts: its own, or an agent's principal
 * @param byAgent whether the user is an agent 代办员, who needs an entrustment of the enterprise
 * @param channel how the act came in, as in {@code api}, {@code import}, {@code simulation}
 * @param importId the import that brought it
 * @param correlation what belongs to one request
 */
public record Envelope(
        String actor,
        @Nullable String actingFor,
        boolean byAgent,
        String channel,
        @Nullable String importId,
        String correlation) {

    /** In the form of W3C's Trace Context; only where the act is traced. */
    static final String TRACE = "traceparent";

    static final List<String> KEYS =
            List.of("actor", "actingFor", "agent", "channel", "import", "correlation", TRACE);

    /** Of an act that no agent does. */
    public Envelope(
            String actor,
            @Nullable String actingFor,
            String channel,
            @Nullable String importId,
            String correlation) {
        this(actor, actingFor, false, channel, importId, correlation);
    }

    /** Who acts for the enterprise by its entrustment; null where nobody does. */
    @Nullable String agent() {
        return byAgent ? actor : null;
    }

    /** As metadata of the command, from which the events inherit it. */
    Map<String, String> metadata() {
        var metadata = new LinkedHashMap<String, String>();
        metadata.put("actor", actor);
        if (actingFor != null) {
            metadata.put("actingFor", actingFor);
        }
        if (byAgent) {
            metadata.put("agent", actor);
        }
        metadata.put("channel", channel);
        if (importId != null) {
            metadata.put("import", importId);
        }
        metadata.put("correlation", correlation);
        return metadata;
    }
}
