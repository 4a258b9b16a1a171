package org.chengnuo.approval.policy;

import org.chengnuo.approval.clock.LimitUnit;
import org.chengnuo.approval.clock.StopGround;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.clock.WarningThresholds;
import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

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
        var in = Objects.requireNonNull(ShippedPolicies.class.getResourceAsStream(file), file);
        return read(file, new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /**
     * @throws IllegalStateException if it is malformed; it tells the file and the place
     */
    static PolicyEdition read(String file, Reader text) {
        var items = new ArrayList<PolicyItem>();
        var head = new HashMap<String, String>();
        try (var reader = new BufferedReader(text)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (line.startsWith("#!")) {
                    String[] value = line.substring(2).split("=", 2);
                    head.put(value[0].strip(), value[value.length - 1].strip());
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    try {
                        items.add(item(line.split(",", -1)));
                    } catch (IllegalArgumentException e) {
                        throw new IllegalStateException(
                                "%s, line %d: %s".formatted(file, number, e.getMessage()), e);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        try {
            return new PolicyEdition(
                    file.substring(0, file.indexOf('.')),
                    Validity.from(value(head, "in force from", Instant::parse)),
                    new PolicyContent(
                            value(head, "calendar", calendar -> calendar),
                            value(head, "correction window, working days", Integer::parseInt),
                            null,
                            value(head, "late entry after", Duration::parse),
                            new WarningThresholds(
                                    value(
                                            head,
                                            "yellow card at percent of the promised limit",
                                            Integer::parseInt)),
                            new Publicity(TimeLimit.workingDays(1), TimeLimit.workingDays(7)),
                            false,
                            items,
                            List.of(),
                            List.of(),
                            List.of()));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static <T> T value(Map<String, String> head, String name, Function<String, T> read) {
        String text = head.get(name);
        if (text == null) {
            throw new IllegalArgumentException("the line «#! %s = …» is missing".formatted(name));
        }
        try {
            return read.apply(text);
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new IllegalArgumentException("%s = «%s»".formatted(name, text), e);
        }
    }

    private static PolicyItem item(String[] column) {
        if (column.length != 10) {
            throw new IllegalArgumentException("an item has 10 columns, not " + column.length);
        }
        TimeLimit promised = limit(column[6]);
        if (promised == null) {
            throw new IllegalArgumentException("the promised limit is missing");
        }
        return new PolicyItem(
                ItemCode.of(column[0]),
                column[1],
                column[2],
                ItemClass.valueOf(column[3]),
                List.of(),
                column[4],
                FilingKind.valueOf(column[5]),
                promised,
                limit(column[7]),
                limit(column[8]),
                column[9].equals("before start"),
                EnumSet.allOf(StopGround.class));
    }

    private static @Nullable TimeLimit limit(String text) {
        if (text.isBlank()) {
            return null;
        }
        String[] parts = text.strip().split(" ");
        if (parts.length != 2) {
            throw new IllegalArgumentException(
                    "a limit is a number and its unit, as in 20 WD, not «%s»".formatted(text));
        }
        return new TimeLimit(Integer.parseInt(parts[0]), LimitUnit.valueOf(parts[1]));
    }
}
