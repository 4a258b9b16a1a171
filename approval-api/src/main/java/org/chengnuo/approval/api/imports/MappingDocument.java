package org.chengnuo.approval.api.imports;

import org.chengnuo.approval.api.imports.ImportMapping.Constant;
import org.chengnuo.approval.api.imports.ImportMapping.From;
import org.chengnuo.approval.api.imports.ImportMapping.Keys;
import org.chengnuo.approval.api.imports.ImportMapping.Value;
import org.chengnuo.approval.api.imports.ImportRefused.Reason;
import org.chengnuo.approval.filing.LegalAct;
import org.chengnuo.approval.project.ZoneCode;
import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

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
 *   act: act                        # or left out: the activity says which legal act it is
 *   caseId: concept:name
 *   activity: concept:name
 *   timestamp: time:timestamp
 *   resource: org:resource
 *   timestampFormat: dd-MM-uuuu HH:mm
 *   separator: ";"
 *   only: {"lifecycle:transition": complete}
 * item:
 *   scheme: local
 *   code: {from: item_code}         # or a constant, as each of these
 *   name: {from: item_name}
 *   class: kept-approval            # or left out
 * particulars:                      # of the acts; may be left out
 *   ground: {from: ground}          # as are notice, announced, by and outcome
 * acts:
 *   Confirmation of receipt: received
 * }</pre>
 */
final class MappingDocument {

    private static final int LONGEST = 1 << 16;
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
        Fields log = top.objectOrEmpty("log");
        Fields item = top.object("item");
        Fields particulars = top.objectOrEmpty("particulars");
        Map<Detail, Value> details = new EnumMap<>(Detail.class);
        String act = log.textOr("act", null);
        if (act != null) {
            details.put(Detail.ACT, new From(act));
        }
        for (Detail needed : List.of(Detail.ITEM_SCHEME, Detail.ITEM_CODE, Detail.ITEM_NAME)) {
            details.put(needed, item.value(needed));
        }
        details.put(Detail.CALENDAR, calendar(top.value(Detail.CALENDAR), calendars));
        details.put(Detail.PROMISED, top.value(Detail.PROMISED));
        item.ifThere(Detail.ITEM_CLASS, details);
        top.ifThere(Detail.STATUTORY, details);
        top.ifThere(Detail.KIND, details);
        for (Detail one : Detail.PARTICULARS) {
            particulars.ifThere(one, details);
        }
        ImportMapping mapping =
                new ImportMapping(
                        top.text("name"),
                        title.text("zh"),
                        title.text("en"),
                        keys(log),
                        timeZone(top.text("timeZone")),
                        offsetsIgnored(top),
                        details,
                        Set.copyOf(calendars),
                        zone(top),
                        acts(top.object("acts")),
                        yaml,
                        ContentHash.of(yaml.getBytes(StandardCharsets.UTF_8)));
        title.refuseOthers();
        item.refuseOthers();
        particulars.refuseOthers();
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

    private static @Nullable ZoneCode zone(Fields top) {
        String zone = top.textOr("zone", null);
        try {
            return zone == null ? null : new ZoneCode(zone);
        } catch (IllegalArgumentException wrong) {
            throw ImportRefused.because(Reason.BAD_ZONE, zone);
        }
    }

    private static Value calendar(Value named, Set<String> calendars) {
        if (named instanceof Constant(String name) && !calendars.contains(name)) {
            throw ImportRefused.because(
                    Reason.UNKNOWN_CALENDAR, name, List.copyOf(new TreeSet<>(calendars)));
        }
        return named;
    }

    private static SequencedMap<String, LegalAct> acts(Fields fields) {
        SequencedMap<String, LegalAct> acts = new LinkedHashMap<>();
        fields.texts()
                .forEach((activity, word) -> acts.put(activity.strip(), actOf(activity, word)));
        if (acts.isEmpty()) {
            throw wrong("acts", "nothing", "at least one activity and its legal act");
        }
        return Collections.unmodifiableSequencedMap(acts);
    }

    private static LegalAct actOf(String activity, String word) {
        try {
            return Words.of(LegalAct.class, word);
        } catch (Words.Wrong wrong) {
            throw ImportRefused.because(
                    Reason.UNKNOWN_ACT, activity, word, String.valueOf(wrong.getMessage()));
        }
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

        Value value(Detail detail) {
            String field = detail.field();
            JsonNode value = get(field);
            if (value != null && value.isObject()) {
                Fields from = new Fields(place(field), value);
                Value key = new From(from.text("from"));
                from.refuseOthers();
                return key;
            }
            String text = text(field);
            try {
                detail.check(text);
            } catch (Words.Wrong wrong) {
                throw wrong(place(field), text, String.valueOf(wrong.getMessage()));
            }
            return new Constant(text);
        }

        void ifThere(Detail detail, Map<Detail, Value> details) {
            if (get(detail.field()) != null) {
                details.put(detail, value(detail));
            }
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
