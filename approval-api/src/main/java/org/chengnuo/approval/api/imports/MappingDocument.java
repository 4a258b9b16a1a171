package org.chengnuo.approval.api.imports;

import org.chengnuo.approval.api.imports.ImportMapping.Constant;
import org.chengnuo.approval.api.imports.ImportMapping.From;
import org.chengnuo.approval.api.imports.ImportMapping.Item;
import org.chengnuo.approval.api.imports.ImportMapping.Keys;
import org.chengnuo.approval.api.imports.ImportMapping.Value;
import org.chengnuo.approval.api.imports.ImportRefused.Reason;
import org.chengnuo.approval.clock.LimitUnit;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.clock.WarningThresholds;
import org.chengnuo.approval.filing.AcceptanceTerms;
import org.chengnuo.approval.filing.LegalAct;
import org.chengnuo.approval.policy.FilingKind;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.project.ZoneCode;
import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a mapping, and is strict: a field that it does not know is more likely a slip of the pen
 * than something to be passed over, and a slip here becomes wrong history.
 *
 * <pre>{@code
 * name: our-old-system
 * title: {zh: 旧系统, en: Our old system}
 * timeZone: Asia/Shanghai
 * offsets: trust                    # or ignore: then all times are local times of the time zone
 * calendar: cn
 * promised: 20 WD                   # by what an acceptance is judged: ND, WD, NH or WH
 * statutory: 20 WD                  # or left out: no law sets a limit
 * kind: promised                    # or immediate
 * zone: LF-EDZ                      # or left out: then the import says it
 * log:                              # all optional; the defaults are those of XES
 *   caseId: concept:name
 *   activity: concept:name
 *   timestamp: time:timestamp
 *   resource: org:resource
 *   timestampFormat: dd-MM-uuuu HH:mm
 *   separator: ";"
 *   only: {"lifecycle:transition": complete}
 * item:
 *   scheme: local
 *   code: {from: item_code}         # or a constant
 *   name: {from: item_name}
 * acts:
 *   Confirmation of receipt: received
 * }</pre>
 */
final class MappingDocument {

    private static final int LONGEST = 1 << 16;
    private static final String LIMIT = "a number and ND, WD, NH or WH, such as 20 WD";
    private static final Pattern LIMIT_FORM = Pattern.compile("(\\d{1,5}) (ND|WD|NH|WH)");
    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private MappingDocument() {}

    /**
     * @param yaml the document
     * @param calendars the names that a mapping may use
     * @throws ImportRefused naming the place, if anything in it is not understood
     */
    static ImportMapping read(String yaml, Set<String> calendars) {
        if (yaml.length() > LONGEST) {
            throw wrong("", yaml.length() + " characters", "at most " + LONGEST);
        }
        Fields top = new Fields("", tree(yaml));
        Fields title = top.object("title");
        Fields item = top.object("item");
        String name = top.text("name");
        ImportMapping mapping =
                new ImportMapping(
                        name,
                        title.text("zh"),
                        title.text("en"),
                        keys(top.objectOrEmpty("log")),
                        timeZone(top.text("timeZone")),
                        offsetsIgnored(top),
                        terms(top, name, calendar(top.text("calendar"), calendars)),
                        item(item),
                        zone(top),
                        acts(top.object("acts")),
                        yaml,
                        ContentHash.of(yaml.getBytes(StandardCharsets.UTF_8)));
        title.refuseOthers();
        item.refuseOthers();
        top.refuseOthers();
        return mapping;
    }

    private static JsonNode tree(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JacksonException broken) {
            String what = String.valueOf(broken.getOriginalMessage());
            var at = broken.getLocation();
            return refuse(
                    at == null || at.getLineNr() < 1
                            ? wrong("", what, "YAML")
                            : ImportRefused.at(
                                    at.getLineNr(), Reason.WRONG_MAPPING, "YAML", what, "YAML"));
        }
    }

    private static Keys keys(Fields log) {
        String format = log.textOr("timestampFormat", null);
        if (format != null) {
            try {
                var _ = Timestamps.of(format, ZoneOffset.UTC, false);
            } catch (IllegalArgumentException noPattern) {
                throw wrong(
                        log.place("timestampFormat"), format, "a pattern such as dd-MM-uuuu HH:mm");
            }
        }
        String separator = log.verbatimOr("separator", ",");
        if (separator.length() != 1 || "\"\r\n".contains(separator)) {
            throw wrong(log.place("separator"), separator, "one character, no quote");
        }
        Map<String, String> only = log.objectOrEmpty("only").texts();
        Keys keys =
                new Keys(
                        log.textOrElse("caseId", "concept:name"),
                        log.textOrElse("activity", "concept:name"),
                        log.textOrElse("timestamp", "time:timestamp"),
                        log.textOr("resource", null),
                        format,
                        separator.charAt(0),
                        Collections.unmodifiableMap(only));
        log.refuseOthers();
        return keys;
    }

    private static ZoneId timeZone(String name) {
        try {
            ZoneId zone = ZoneId.of(name);
            if (name.contains("/") || name.equals("UTC")) {
                return zone;
            }
        } catch (DateTimeException unknown) {
            // Said below.
        }
        throw ImportRefused.because(Reason.UNKNOWN_TIME_ZONE, name);
    }

    private static boolean offsetsIgnored(Fields top) {
        String offsets = top.textOrElse("offsets", "trust");
        return switch (offsets) {
            case "trust" -> false;
            case "ignore" -> true;
            default -> throw wrong("offsets", offsets, "trust or ignore");
        };
    }

    /**
     * What an imported acceptance is held to. Elsewhere a policy edition says it; a log has none,
     * so the mapping stands in for it.
     */
    private static AcceptanceTerms terms(Fields top, String name, String calendar) {
        TimeLimit promised = limit(top, "promised");
        if (promised == null) {
            throw wrong("promised", "missing", LIMIT);
        }
        return new AcceptanceTerms(
                kind(top.textOrElse("kind", "promised")),
                promised,
                limit(top, "statutory"),
                null,
                calendar,
                name,
                name,
                new WarningThresholds(90),
                Duration.ofHours(1));
    }

    private static FilingKind kind(String word) {
        return switch (word) {
            case "promised" -> FilingKind.PROMISED;
            case "immediate" -> FilingKind.IMMEDIATE;
            default -> throw wrong("kind", word, "promised or immediate");
        };
    }

    private static @Nullable TimeLimit limit(Fields top, String field) {
        String text = top.textOr(field, null);
        if (text == null) {
            return null;
        }
        Matcher limit = LIMIT_FORM.matcher(text);
        if (!limit.matches()) {
            throw wrong(field, text, LIMIT);
        }
        try {
            return new TimeLimit(
                    Integer.parseInt(limit.group(1)), LimitUnit.valueOf(limit.group(2)));
        } catch (IllegalArgumentException tooLong) {
            throw wrong(field, text, LIMIT);
        }
    }

    private static Item item(Fields fields) {
        Item item = new Item(fields.text("scheme"), fields.value("code"), fields.value("name"));
        try {
            var _ =
                    new ItemCode(
                            item.scheme(),
                            item.code() instanceof Constant code ? code.value() : "any");
        } catch (IllegalArgumentException wrong) {
            throw wrong(
                    fields.place("code"),
                    item.scheme()
                            + ":"
                            + (item.code() instanceof Constant code ? code.value() : ""),
                    "scheme and code of 1 to 64 characters, without a colon");
        }
        return item;
    }

    private static @Nullable ZoneCode zone(Fields top) {
        String zone = top.textOr("zone", null);
        try {
            return zone == null ? null : new ZoneCode(zone);
        } catch (IllegalArgumentException wrong) {
            throw ImportRefused.because(Reason.BAD_ZONE, zone);
        }
    }

    private static String calendar(String name, Set<String> calendars) {
        if (!calendars.contains(name)) {
            throw ImportRefused.because(
                    Reason.UNKNOWN_CALENDAR, name, List.copyOf(new TreeSet<>(calendars)));
        }
        return name;
    }

    private static SequencedMap<String, LegalAct> acts(Fields fields) {
        SequencedMap<String, LegalAct> acts = new LinkedHashMap<>();
        fields.texts()
                .forEach(
                        (activity, word) ->
                                acts.put(
                                        activity.strip(),
                                        actOf(word)
                                                .orElseThrow(
                                                        () ->
                                                                ImportRefused.because(
                                                                        Reason.UNKNOWN_ACT,
                                                                        activity,
                                                                        word,
                                                                        actWords()))));
        if (acts.isEmpty()) {
            throw wrong("acts", "nothing", "at least one activity and its legal act");
        }
        return Collections.unmodifiableSequencedMap(acts);
    }

    /** The word for an act is its name, written as one writes. */
    private static String word(LegalAct act) {
        return act.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<LegalAct> actOf(String word) {
        return Arrays.stream(LegalAct.values()).filter(act -> word(act).equals(word)).findFirst();
    }

    private static String actWords() {
        return Arrays.stream(LegalAct.values())
                .map(MappingDocument::word)
                .collect(Collectors.joining(", "));
    }

    private static ImportRefused wrong(String place, String what, String expected) {
        return ImportRefused.because(
                Reason.WRONG_MAPPING, place.isEmpty() ? "mapping" : place, what, expected);
    }

    private static JsonNode refuse(ImportRefused refused) {
        throw refused;
    }

    /** The fields of one object of the document: read by name, the rest refused. */
    private static final class Fields {

        private final String place;
        private final JsonNode node;
        private final List<String> asked = new ArrayList<>();

        Fields(String place, JsonNode node) {
            if (!node.isObject()) {
                throw wrong(place, kind(node), "fields with a name");
            }
            this.place = place;
            this.node = node;
        }

        String place(String field) {
            return place.isEmpty() ? field : place + "." + field;
        }

        String text(String field) {
            String text = textOr(field, null);
            if (text == null) {
                throw wrong(place(field), "missing", "a text");
            }
            return text;
        }

        String textOrElse(String field, String otherwise) {
            String text = textOr(field, null);
            return text == null ? otherwise : text;
        }

        @Nullable String textOr(String field, @Nullable String otherwise) {
            JsonNode value = get(field);
            return value == null ? otherwise : text(place(field), value).strip();
        }

        String verbatimOr(String field, String otherwise) {
            JsonNode value = get(field);
            return value == null
                    ? otherwise
                    : value.isString() ? value.stringValue() : text(place(field), value);
        }

        Fields object(String field) {
            JsonNode value = get(field);
            if (value == null) {
                throw wrong(place(field), "missing", "fields with a name");
            }
            return new Fields(place(field), value);
        }

        Fields objectOrEmpty(String field) {
            JsonNode value = get(field);
            return new Fields(place(field), value == null ? YAML.createObjectNode() : value);
        }

        Value value(String field) {
            JsonNode value = get(field);
            if (value != null && value.isObject()) {
                Fields from = new Fields(place(field), value);
                Value key = new From(from.text("from"));
                from.refuseOthers();
                return key;
            }
            return new Constant(text(field));
        }

        SequencedMap<String, String> texts() {
            SequencedMap<String, String> texts = new LinkedHashMap<>();
            node.properties()
                    .forEach(
                            each ->
                                    texts.put(
                                            each.getKey(),
                                            text(place(each.getKey()), each.getValue()).strip()));
            return texts;
        }

        void refuseOthers() {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                if (!asked.contains(field.getKey())) {
                    throw wrong(place(field.getKey()), "unknown field", String.join(", ", asked));
                }
            }
        }

        private @Nullable JsonNode get(String field) {
            asked.add(field);
            return node.get(field);
        }

        private static String text(String place, JsonNode value) {
            if (!value.isString() || value.stringValue().isBlank()) {
                throw wrong(place, kind(value), "a text");
            }
            return value.stringValue();
        }

        private static String kind(JsonNode node) {
            return switch (node.getNodeType()) {
                case STRING -> "an empty text";
                case OBJECT -> "an object";
                case ARRAY -> "a list";
                case NUMBER -> "the number " + node.asString() + " (quote it)";
                case BOOLEAN -> "the truth value " + node.asString() + " (quote it)";
                case NULL, MISSING -> "nothing";
                case BINARY, POJO -> "binary";
            };
        }
    }
}
