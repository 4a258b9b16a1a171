package org.chengnuo.approval.policy;

import org.chengnuo.approval.clock.LimitUnit;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.clock.WarningThresholds;
import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The editions that come with the program, as data beside this class: {@code <edition>.csv}, with
 * the edition's own values in lines that begin with {@code #!}.
 */
public final class ShippedPolicies {

    private static final List<PolicyEdition> EDITIONS = List.of(read("2018"), read("2021"));

    private ShippedPolicies() {}

    /** All editions, the oldest first. */
    public static List<PolicyEdition> all() {
        return EDITIONS;
    }

    /** The edition that is in force at the moment; before the first one, the first. */
    public static PolicyEdition inForce(Instant moment) {
        PolicyEdition inForce = EDITIONS.getFirst();
        for (PolicyEdition edition : EDITIONS) {
            if (!edition.inForceFrom().isAfter(moment)) {
                inForce = edition;
            }
        }
        return inForce;
    }

    /**
     * @throws IllegalArgumentException if there is no such edition
     */
    public static PolicyEdition named(String name) {
        return EDITIONS.stream()
                .filter(edition -> edition.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "there is no policy edition «%s», only %s"
                                                .formatted(
                                                        name,
                                                        EDITIONS.stream()
                                                                .map(PolicyEdition::name)
                                                                .toList())));
    }

    private static PolicyEdition read(String name) {
        String file = name + ".csv";
        try (var in =
                        Objects.requireNonNull(
                                ShippedPolicies.class.getResourceAsStream(file), file);
                var reader =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            var items = new ArrayList<PolicyItem>();
            var head = new ArrayList<String>();
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (line.startsWith("#!")) {
                    head.add(line.substring(line.indexOf('=') + 1).strip());
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    try {
                        items.add(item(line.split(",", -1)));
                    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                        throw new IllegalStateException(
                                "%s, line %d: %s".formatted(file, number, e.getMessage()), e);
                    }
                }
            }
            return new PolicyEdition(
                    name,
                    Instant.parse(head.get(0)),
                    head.get(1),
                    Integer.parseInt(head.get(2)),
                    Duration.parse(head.get(3)),
                    new WarningThresholds(Integer.parseInt(head.get(4))),
                    items);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static PolicyItem item(String[] column) {
        return new PolicyItem(
                ItemCode.of(column[0]),
                column[1],
                column[2],
                ItemClass.valueOf(column[3]),
                column[4],
                FilingKind.valueOf(column[5]),
                Objects.requireNonNull(limit(column[6]), "promised"),
                limit(column[7]),
                limit(column[8]));
    }

    private static @Nullable TimeLimit limit(String text) {
        if (text.isBlank()) {
            return null;
        }
        String[] parts = text.strip().split(" ");
        return new TimeLimit(Integer.parseInt(parts[0]), LimitUnit.valueOf(parts[1]));
    }
}
