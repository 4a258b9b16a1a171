package org.chengnuo.approval.policy;

import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.ZoneCode;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What changes from one edition to another, for which items. Empty lists where nothing does.
 *
 * @param values of the edition as a whole, as {@code correctionWindow}
 */
public record PolicyComparison(
        List<FieldChange> values,
        List<Change> items,
        List<Change> standards,
        List<Change> eligibility,
        List<Change> creditMeasures) {

    public PolicyComparison {
        values = List.copyOf(values);
        items = List.copyOf(items);
        standards = List.copyOf(standards);
        eligibility = List.copyOf(eligibility);
        creditMeasures = List.copyOf(creditMeasures);
    }

    public enum Kind {
        ADDED("新增"),
        REMOVED("删除"),
        CHANGED("变更");

        private final String chinese;

        Kind(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /**
     * @param key the item's code, the standard's version, the name of the rule, the measure's code
     * @param fields empty if it was added or removed
     */
    public record Change(
            String key, String chinese, String english, Kind kind, List<FieldChange> fields) {

        public Change {
            fields = List.copyOf(fields);
        }
    }

    /**
     * @param field as in {@code promised}; a class that depends on the project tells for which, as
     *     in {@code itemClass APPROVED LF-01}
     * @param was null if it was absent
     * @param is null if it is absent
     */
    public record FieldChange(String field, @Nullable String was, @Nullable String is) {}

    /** What changes if the second takes the place of the first. */
    public static PolicyComparison of(PolicyContent was, PolicyContent is) {
        return new PolicyComparison(
                changed(values(was), values(is)),
                changes(
                        was.items(),
                        is.items(),
                        item -> item.code().toString(),
                        PolicyItem::chinese,
                        PolicyItem::english,
                        PolicyComparison::changedFields),
                changes(
                        was.standards(),
                        is.standards(),
                        Standard::version,
                        Standard::title,
                        Standard::version,
                        (before, after) -> changed(values(before), values(after))),
                changes(
                        was.eligibility(),
                        is.eligibility(),
                        EligibilityRule::name,
                        EligibilityRule::chinese,
                        EligibilityRule::english,
                        (before, after) -> changed(values(before), values(after))),
                changes(
                        was.creditMeasures(),
                        is.creditMeasures(),
                        CreditMeasure::code,
                        CreditMeasure::chinese,
                        CreditMeasure::english,
                        (before, after) -> changed(values(before), values(after))));
    }

    public boolean isEmpty() {
        return Stream.of(values, items, standards, eligibility, creditMeasures)
                .allMatch(List::isEmpty);
    }

    private interface Compared<T> {
        List<FieldChange> fields(T was, T is);
    }

    private static <T> List<Change> changes(
            List<T> was,
            List<T> is,
            Function<T, String> key,
            Function<T, String> chinese,
            Function<T, String> english,
            Compared<T> compared) {
        Map<String, T> before = byKey(was, key);
        Map<String, T> after = byKey(is, key);
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        var changes = new ArrayList<Change>();
        for (String name : keys) {
            T old = before.get(name);
            T now = after.get(name);
            T shown = now == null ? Objects.requireNonNull(old) : now;
            List<FieldChange> fields =
                    old == null || now == null ? List.of() : compared.fields(old, now);
            if (old == null || now == null || !fields.isEmpty()) {
                changes.add(
                        new Change(
                                name,
                                chinese.apply(shown),
                                english.apply(shown),
                                old == null
                                        ? Kind.ADDED
                                        : now == null ? Kind.REMOVED : Kind.CHANGED,
                                fields));
            }
        }
        return changes;
    }

    private static <T> Map<String, T> byKey(List<T> all, Function<T, String> key) {
        var byKey = new LinkedHashMap<String, T>();
        all.forEach(one -> byKey.put(key.apply(one), one));
        return byKey;
    }

    private static List<FieldChange> changedFields(PolicyItem was, PolicyItem is) {
        var changes = new ArrayList<>(changedClasses(was, is));
        changes.addAll(changed(values(was), values(is)));
        return changes;
    }

    /** The class belongs to the item by type and zone: where all change alike, it is told once. */
    private static List<FieldChange> changedClasses(PolicyItem was, PolicyItem is) {
        Set<ZoneCode> zones =
                Stream.of(was, is)
                        .flatMap(item -> item.exceptions().stream())
                        .flatMap(exception -> Stream.ofNullable(exception.zone()))
                        .sorted(java.util.Comparator.comparing(ZoneCode::value))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        var pairs = new LinkedHashMap<String, String[]>();
        for (ProjectType type : ProjectType.values()) {
            put(pairs, type.name(), was.classIn(type, null), is.classIn(type, null));
            for (ZoneCode zone : zones) {
                put(
                        pairs,
                        type.name() + " " + zone,
                        was.classIn(type, zone),
                        is.classIn(type, zone));
            }
        }
        Set<List<String>> different =
                pairs.values().stream().map(List::of).collect(Collectors.toSet());
        if (different.size() == 1) {
            List<String> only = different.iterator().next();
            return only.get(0).equals(only.get(1))
                    ? List.of()
                    : List.of(new FieldChange("itemClass", only.get(0), only.get(1)));
        }
        return pairs.entrySet().stream()
                .filter(pair -> !pair.getValue()[0].equals(pair.getValue()[1]))
                .map(
                        pair ->
                                new FieldChange(
                                        "itemClass " + pair.getKey(),
                                        pair.getValue()[0],
                                        pair.getValue()[1]))
                .toList();
    }

    private static void put(
            Map<String, String[]> pairs, String projects, ItemClass was, ItemClass is) {
        pairs.put(projects, new String[] {was.name(), is.name()});
    }

    private static List<FieldChange> changed(Map<String, String> was, Map<String, String> is) {
        Set<String> fields = new LinkedHashSet<>(was.keySet());
        fields.addAll(is.keySet());
        return fields.stream()
                .filter(field -> !Objects.equals(was.get(field), is.get(field)))
                .map(field -> new FieldChange(field, was.get(field), is.get(field)))
                .toList();
    }

    private static Map<String, String> values(PolicyContent content) {
        var values = new LinkedHashMap<String, String>();
        put(values, "calendar", content.calendar());
        put(values, "correctionWindow", content.correctionWindow());
        put(values, "answerWindow", content.answerWindow());
        put(values, "lateEntryAfter", content.lateEntryAfter());
        put(values, "warnings.yellowAtPercent", content.warnings().yellowAtPercent());
        put(values, "warnings.yellowAtUnitsLeft", content.warnings().yellowAtUnitsLeft());
        put(
                values,
                "warnings.statutoryYellowAtPercent",
                content.warnings().statutoryYellowAtPercent());
        put(
                values,
                "warnings.statutoryYellowAtUnitsLeft",
                content.warnings().statutoryYellowAtUnitsLeft());
        put(values, "publicity.preCheck", content.publicity().preCheck());
        put(values, "publicity.length", content.publicity().length());
        put(values, "deemedBySilence", content.deemedBySilence());
        return values;
    }

    private static Map<String, String> values(PolicyItem item) {
        var values = new LinkedHashMap<String, String>();
        put(values, "chinese", item.chinese());
        put(values, "english", item.english());
        put(values, "department", item.department());
        put(values, "kind", item.kind());
        put(values, "promised", item.promised());
        put(values, "statutory", item.statutory());
        put(values, "extension", item.extension());
        put(values, "beforeStart", item.beforeStart());
        put(values, "grounds", sorted(item.grounds()));
        return values;
    }

    private static Map<String, String> values(Standard standard) {
        var values = new LinkedHashMap<String, String>();
        put(values, "title", standard.title());
        put(values, "text", standard.text());
        var indicators = new TreeMap<String, String>();
        standard.indicators()
                .forEach(
                        indicator ->
                                indicators.put(
                                        "indicators." + indicator.code(),
                                        "%s %s %s"
                                                .formatted(
                                                        indicator.direction(),
                                                        indicator
                                                                .value()
                                                                .stripTrailingZeros()
                                                                .toPlainString(),
                                                        indicator.unit())));
        values.putAll(indicators);
        return values;
    }

    private static Map<String, String> values(EligibilityRule rule) {
        var values = new LinkedHashMap<String, String>();
        put(values, "chinese", rule.chinese());
        put(values, "english", rule.english());
        put(values, "from", rule.from());
        put(values, "until", rule.until());
        put(values, "types", sorted(rule.types()));
        put(values, "zones", sorted(rule.zones()));
        put(values, "industriesExcluded", String.join(" ", rule.industriesExcluded()));
        put(values, "exclusions", sorted(rule.exclusions()));
        return values;
    }

    private static Map<String, String> values(CreditMeasure measure) {
        var values = new LinkedHashMap<String, String>();
        put(values, "chinese", measure.chinese());
        put(values, "english", measure.english());
        put(values, "basis", measure.basis());
        return values;
    }

    private static String sorted(Set<?> values) {
        return values.stream().map(String::valueOf).sorted().collect(Collectors.joining(" "));
    }

    private static void put(Map<String, String> values, String field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value.toString());
        }
    }
}
