package org.chengnuo.approval.api.pages;

import org.chengnuo.approval.api.statistics.QuestionParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An address with its parameters, from which others follow; an absent value leaves one out. */
final class Address {

    private final Map<String, String> parameters;

    private Address(Map<String, String> parameters) {
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
        var all = new LinkedHashMap<>(parameters);
        if (value == null) {
            all.remove(name);
        } else {
            all.put(name, value.toString());
        }
        return new Address(all);
    }

    String at(String path) {
        var uri = UriComponentsBuilder.fromPath(path);
        parameters.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        return uri.encode(StandardCharsets.UTF_8).buildAndExpand(parameters).toUriString();
    }
}
