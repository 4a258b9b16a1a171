package org.chengnuo.approval.projections.certificates;

import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Publishes what is asked as an address asks it, in the name of who asks and at this moment. */
@Component
public class Publishing {

    private final Certificates certificates;
    private final Clock clock;

    Publishing(Certificates certificates, Clock clock) {
        this.certificates = certificates;
        this.clock = clock;
    }

    /**
     * @param query as the address of the figure has it, after the question mark
     * @throws IllegalArgumentException if something asked is not right; it says what
     */
    public Published publish(
            String figure,
            @Nullable String query,
            @Nullable Bilingual title,
            @Nullable String supersedes,
            @Nullable String reason,
            Principal by)
            throws AlreadySuperseded {
        return certificates.publish(
                new Publication(figure, parameters(query), title, supersedes, reason),
                by.getName(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Those of an address. */
    private static Map<String, List<String>> parameters(@Nullable String query) {
        var parameters = new LinkedHashMap<String, List<String>>();
        UriComponentsBuilder.newInstance()
                .query(query == null ? "" : query)
                .build()
                .getQueryParams()
                .forEach(
                        (name, values) ->
                                parameters.put(
                                        decoded(name),
                                        values.stream()
                                                .map(value -> value == null ? "" : decoded(value))
                                                .toList()));
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
