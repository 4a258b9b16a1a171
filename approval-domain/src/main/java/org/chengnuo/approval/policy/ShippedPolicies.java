package org.chengnuo.approval.policy;

import org.chengnuo.approval.clock.LimitUnit;
import org.chengnuo.approval.clock.StopGround;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.clock.WarningThresholds;
import org.chengnuo.approval.project.Exclusion;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.ZoneCode;
import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
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
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The editions that come with the program, as data beside this class: {@code <edition>.csv}, with
 * the edition's own values, and the names of the files of its standards, its rules and its
 * measures, in lines that begin with {@code #!}. They never change: a correction is a new edition.
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
        return read(file, open(file), ShippedPolicies::open);
    }

    private static Reader open(String file) {
        var in = Objects.requireNonNull(ShippedPolicies.class.getResourceAsStream(file), file);
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    /**
     * @param open gives the files that it names
     * @throws IllegalStateException if it is malformed; it tells the file and the place
     */
    static PolicyEdition read(String file, Reader text, Function<String, Reader> open) {
        var items = new ArrayList<PolicyItem>();
        Map<String, String> head =
                readLines(
                        file,
                        text,
                        line -> {
                            PolicyItem item = item(line.split(",", -1));
                            if (items.stream().anyMatch(i -> i.code().equals(item.code()))) {
                                throw new IllegalArgumentException(
                                        "the item %s is there twice".formatted(item.code()));
                            }
                            items.add(item);
                        });
        try {
            return new PolicyEdition(
                    file.substring(0, file.indexOf('.')),
                    new Validity(
                            value(head, "in force from", Instant::parse),
                            optional(head, "in force until", Instant::parse),
                            Set.of(),
                            Set.of()),
                    new PolicyContent(
                            value(head, "calendar", calendar -> calendar),
                            value(head, "correction window, working days", Integer::parseInt),
                            optional(head, "answer window", ShippedPolicies::limit),
                            value(head, "late entry after", Duration::parse),
                            new WarningThresholds(
                                    value(
                                            head,
                                            "yellow card at percent of the promised limit",
                                            Integer::parseInt),
                                    null,
                                    optional(
                                            head,
                                            "yellow card at percent of the statutory limit",
                                            Integer::parseInt),
                                    null),
                            new Publicity(
                                    value(head, "pre-check", ShippedPolicies::limit),
                                    value(head, "publicity", ShippedPolicies::limit)),
                            value(head, "deemed by silence", "on"::equals),
                            items,
                            words(head.getOrDefault("standards", "")).stream()
                                    .map(version -> standard(version, open))
                                    .toList(),
                            rows(head.get("eligibility"), open, ShippedPolicies::rule),
                            rows(head.get("credit measures"), open, ShippedPolicies::measure)));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Gives the values in the lines that begin with {@code #!}; the others are for the reader. */
    private static Map<String, String> readLines(String file, Reader text, Consumer<String> each) {
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
                        each.accept(line);
                    } catch (IllegalArgumentException e) {
                        throw new IllegalStateException(
                                "%s, line %d: %s".formatted(file, number, e.getMessage()), e);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        return head;
    }

    private static <T> List<T> rows(
            @Nullable String file, Function<String, Reader> open, Function<String[], T> read) {
        var rows = new ArrayList<T>();
        if (file != null) {
            readLines(file, open.apply(file), line -> rows.add(read.apply(line.split(",", -1))));
        }
        return rows;
    }

    private static <T> T value(
            Map<String, String> head, String name, Function<String, @Nullable T> read) {
        T value = optional(head, name, read);
        if (value == null) {
            throw new IllegalArgumentException("the line «#! %s = …» is missing".formatted(name));
        }
        return value;
    }

    private static <T> @Nullable T optional(
            Map<String, String> head, String name, Function<String, @Nullable T> read) {
        String text = head.get(name);
        if (text == null) {
            return null;
        }
        try {
            return read.apply(text);
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new IllegalArgumentException("%s = «%s»".formatted(name, text), e);
        }
    }

    private static PolicyItem item(String[] column) {
        requireColumns(column, 11, "an item");
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
                column[10].equals("all")
                        ? EnumSet.allOf(StopGround.class)
                        : all(column[10], StopGround::valueOf));
    }

    /** Its text is in a file of its own, and its indicators in another. */
    private static Standard standard(String version, Function<String, Reader> open) {
        String file = version + ".txt";
        var paragraphs = new ArrayList<String>();
        Map<String, String> head = readLines(file, open.apply(file), paragraphs::add);
        return new Standard(
                version,
                value(head, "title", title -> title),
                String.join("\n", paragraphs),
                rows(version + ".csv", open, ShippedPolicies::indicator));
    }

    private static Standard.Indicator indicator(String[] column) {
        requireColumns(column, 7, "an indicator");
        return new Standard.Indicator(
                column[0],
                column[1],
                column[2],
                column[3],
                Standard.Direction.valueOf(column[4]),
                new BigDecimal(column[5]),
                Standard.Measured.valueOf(column[6]));
    }

    private static EligibilityRule rule(String[] column) {
        requireColumns(column, 9, "a rule");
        return new EligibilityRule(
                column[0],
                column[1],
                column[2],
                column[3].isEmpty() ? null : Instant.parse(column[3]),
                column[4].isEmpty() ? null : Instant.parse(column[4]),
                all(column[5], ProjectType::valueOf),
                all(column[6], ZoneCode::new),
                words(column[7]),
                all(column[8], Exclusion::valueOf));
    }

    private static CreditMeasure measure(String[] column) {
        requireColumns(column, 4, "a measure");
        return new CreditMeasure(column[0], column[1], column[2], column[3]);
    }

    private static void requireColumns(String[] column, int number, String what) {
        if (column.length != number) {
            throw new IllegalArgumentException(
                    "%s has %d columns, not %d".formatted(what, number, column.length));
        }
    }

    private static <T> Set<T> all(String text, Function<String, T> read) {
        return words(text).stream().map(read).collect(Collectors.toSet());
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split(" +"));
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
