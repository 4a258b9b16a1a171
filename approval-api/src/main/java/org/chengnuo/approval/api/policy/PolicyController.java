package org.chengnuo.approval.api.policy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.chengnuo.approval.api.problem.NotFound;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.policy.ShippedPolicies;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;

@RestController
@RequestMapping("/api/v1/policies")
@Tag(name = "Policies 政策版本")
class PolicyController {

    record EditionLine(String name, Instant inForceFrom, int items) {}

    @Operation(summary = "The policy editions, the oldest first")
    @GetMapping
    List<EditionLine> editions() {
        return ShippedPolicies.all().stream()
                .map(
                        edition ->
                                new EditionLine(
                                        edition.name(),
                                        edition.inForceFrom(),
                                        edition.items().size()))
                .toList();
    }

    @Operation(summary = "An edition with its items: class, department, kind and limits of each")
    @GetMapping("/{name}")
    PolicyEdition edition(@PathVariable String name) {
        return ShippedPolicies.all().stream()
                .filter(edition -> edition.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new NotFound(
                                        "policy edition «%s»; there are %s"
                                                .formatted(
                                                        name,
                                                        ShippedPolicies.all().stream()
                                                                .map(PolicyEdition::name)
                                                                .toList())));
    }
}
