package org.chengnuo.approval.api.pages;

import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.statistics.QuestionParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An address with its parameters, from which others follow; an absent value leaves one out. */
final class Address {

    private final Map<String, List<String>> parameters;

    private Address(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    static Address none() {
        return new Address(Map.of());
    }

    /** All that the question says, but not its groups. */
    static Address of(QuestionParameters question) {
        return none().with("measure", question.measure())
                .with("clock", question.clock())
                .with("basis", question.basis())
                .with("cohort", question.cohort())
                .with("from", question.from())
                .with("to", question.to())
                .with("asOf", question.asOf())
                .with("zone", question.zone())
                .with("region", question.region())
                .with("center", question.center())
                .with("department", question.department())
                .with("item", question.item())
                .with("item-class", question.itemClass())
                .with("kind", question.kind())
                .with("industry", question.industry())
                .with("project-type", question.projectType())
                .with("enterprise", question.enterprise())
                .with("channel", question.channel())
                .with("import", question.importId())
                .with("edition", question.edition())
                .with("agent", question.agent())
                .with("state", question.state())
                .with("case", question.caseId());
    }

    Address with(String name, @Nullable Object value) {
        return withAll(name, value == null ? List.of() : List.of(value.toString()));
    }

    /** The parameter once for each of the values. */
    Address withAll(String name, List<String> values) {
        var all = new LinkedHashMap<>(parameters);
        if (values.isEmpty()) {
            all.remove(name);
        } else {
            all.put(name, List.copyOf(values));
        }
        return new Address(all);
    }

    /** By all of these at once. */
    Address by(List<Dimension> groupings) {
        return with(
                "groupBy",
                groupings.isEmpty()
                        ? null
                        : groupings.stream().map(Dimension::word).collect(Collectors.joining(",")));
    }

    String at(String path) {
        var uri = UriComponentsBuilder.fromPath(path);
        var variables = new HashMap<String, Object>();
        parameters.forEach(
                (name, values) -> {
                    for (String value : values) {
                        String variable = "v" + variables.size();
                        variables.put(variable, value);
                        uri.queryParam(name, "{" + variable + "}");
                    }
                });
        return uri.encode(StandardCharsets.UTF_8).buildAndExpand(variables).toUriString();
    }

    /** Without a path: as in {@code measure=review&clock=working}. */
    String query() {
        return at("").substring(parameters.isEmpty() ? 0 : 1);
    }
}
