package org.chengnuo.approval.api.imports;

import org.chengnuo.approval.api.imports.ImportRefused.Reason;
import org.chengnuo.approval.clock.StopGround;
import org.chengnuo.approval.clock.WarningThresholds;
import org.chengnuo.approval.filing.AcceptanceTerms;
import org.chengnuo.approval.filing.ActParticulars;
import org.chengnuo.approval.filing.LegalAct;
import org.chengnuo.approval.filing.Outcome;
import org.chengnuo.approval.policy.FilingKind;
import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.project.ZoneCode;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the log of another system is understood: what its columns are, and which of its activities
 * are which legal acts. Written in YAML; see {@link MappingDocument}.
 *
 * @param offsetsIgnored whether the offsets that the log writes are known to be wrong, so that its
 *     times are read as local times of the time zone
 * @param details what it gives, or takes from the log
 * @param calendars the names that a case may use
 * @param zone the zone of every case, or null where the import says it
 * @param acts activity, exactly as the log names it, to legal act; never empty
 * @param document as it was written
 * @param fingerprint SHA-256 (hex) of the document: two imports under the same one read alike
 */
record ImportMapping(
        String name,
        String titleZh,
        String titleEn,
        Keys keys,
        ZoneId timeZone,
        boolean offsetsIgnored,
        Map<Detail, Value> details,
        Set<String> calendars,
        @Nullable ZoneCode zone,
        SequencedMap<String, LegalAct> acts,
        String document,
        String fingerprint) {

    /** Where a mapping takes them from the log, each case has to have them. */
    private static final List<Detail> NEEDED =
            List.of(Detail.ITEM_SCHEME, Detail.ITEM_CODE, Detail.CALENDAR);

    ImportMapping {
        details = Map.copyOf(details);
    }

    /** The legal act that a row stands for. */
    Optional<LegalAct> actOf(LogRow row) {
        String named = namesActs() ? row.said().get(Detail.ACT) : row.activity();
        return Optional.ofNullable(named == null ? null : acts.get(named));
    }

    /** Whether the log names its acts apart, so that a row is an act or a step and never both. */
    boolean namesActs() {
        return details.containsKey(Detail.ACT);
    }

    ItemCode itemOf(Map<Detail, String> said) {
        return new ItemCode(required(Detail.ITEM_SCHEME, said), required(Detail.ITEM_CODE, said));
    }

    ItemClass classOf(Map<Detail, String> said) {
        String word = in(Detail.ITEM_CLASS, said);
        if (word != null) {
            return Words.of(ItemClass.class, word);
        }
        // What a log says was recorded 备案 is filed for the record, and never decided.
        return acts.containsValue(LegalAct.RECORDED)
                ? ItemClass.FILING_ONLY
                : ItemClass.KEPT_APPROVAL;
    }

    String calendarOf(Map<Detail, String> said) {
        return required(Detail.CALENDAR, said);
    }

    /**
     * What an acceptance is held to. Elsewhere a policy edition says it; a log has none, so the
     * mapping stands in for it. Null where nobody knows a limit.
     */
    @Nullable AcceptanceTerms termsOf(Map<Detail, String> said) {
        String promised = in(Detail.PROMISED, said);
        String statutory = in(Detail.STATUTORY, said);
        String kind = in(Detail.KIND, said);
        return promised == null
                ? null
                : new AcceptanceTerms(
                        kind == null ? FilingKind.PROMISED : Words.of(FilingKind.class, kind),
                        Words.limit(promised),
                        statutory == null ? null : Words.limit(statutory),
                        null,
                        calendarOf(said),
                        name,
                        name,
                        new WarningThresholds(90),
                        Duration.ofHours(1));
    }

    /** What a row says of its act. */
    ActParticulars particularsOf(Map<Detail, String> said) {
        String ground = in(Detail.GROUND, said);
        String announced = in(Detail.ANNOUNCED, said);
        String by = in(Detail.BY, said);
        String outcome = in(Detail.OUTCOME, said);
        return new ActParticulars(
                ground == null ? null : Words.of(StopGround.class, ground),
                in(Detail.NOTICE, said),
                announced == null ? null : Words.limit(announced),
                by == null ? null : Words.length(by),
                outcome == null ? null : Words.of(Outcome.class, outcome));
    }

    /**
     * Checks what a row says.
     *
     * @throws ImportRefused if it leaves out what it has to say, or what it says cannot be read
     */
    void check(Map<Detail, String> said, long line) {
        for (Detail detail : NEEDED) {
            if (details.get(detail) instanceof From(String key) && !said.containsKey(detail)) {
                throw ImportRefused.at(
                        line,
                        detail == Detail.CALENDAR ? Reason.MISSING_CALENDAR : Reason.MISSING_ITEM,
                        key);
            }
        }
        said.forEach(
                (detail, text) -> {
                    try {
                        detail.check(text);
                    } catch (Words.Wrong wrong) {
                        throw detail == Detail.ITEM_SCHEME || detail == Detail.ITEM_CODE
                                ? ImportRefused.at(line, Reason.BAD_ITEM, text)
                                : ImportRefused.at(
                                        line,
                                        Reason.BAD_DETAIL,
                                        detail.field(),
                                        text,
                                        String.valueOf(wrong.getMessage()));
                    }
                });
        String calendar = said.get(Detail.CALENDAR);
        if (calendar != null && !calendars.contains(calendar)) {
            throw ImportRefused.at(
                    line, Reason.UNKNOWN_CALENDAR, calendar, List.copyOf(new TreeSet<>(calendars)));
        }
    }

    private String required(Detail detail, Map<Detail, String> said) {
        return Objects.requireNonNull(in(detail, said), detail.place());
    }

    private @Nullable String in(Detail detail, Map<Detail, String> said) {
        return switch (details.get(detail)) {
            case Constant(String value) -> value;
            case From _ -> said.get(detail);
            case null -> null;
        };
    }

    /** The details that the mapping takes from the log, and where from. */
    Map<Detail, String> taken(boolean ofCase) {
        Map<Detail, String> taken = new EnumMap<>(Detail.class);
        details.forEach(
                (detail, value) -> {
                    if (detail.isOfCase() == ofCase && value instanceof From(String key)) {
                        taken.put(detail, key);
                    }
                });
        return taken;
    }

    /**
     * The zone of the cases.
     *
     * @param given with the import, or null
     * @throws ImportRefused if neither says one, both do and differ, or it is no zone code
     */
    ZoneCode zoneOf(@Nullable String given) {
        ZoneCode asked = given == null || given.isBlank() ? null : zoneCode(given);
        if (zone != null && asked != null && !zone.equals(asked)) {
            throw ImportRefused.because(Reason.ZONE_CONTRADICTS, zone, asked);
        }
        if (zone != null) {
            return zone;
        }
        if (asked == null) {
            throw ImportRefused.because(Reason.MISSING_ZONE, name);
        }
        return asked;
    }

    private static ZoneCode zoneCode(String given) {
        try {
            return new ZoneCode(given);
        } catch (IllegalArgumentException wrong) {
            throw ImportRefused.because(Reason.BAD_ZONE, given);
        }
    }

    /**
     * The columns of a CSV, or the attribute keys of XES.
     *
     * @param resource null where the mapping does not name it: then {@code org:resource}, if there
     * @param timestampFormat a pattern of {@link java.time.format.DateTimeFormatter}, or null for
     *     ISO 8601
     * @param separator of a CSV's fields
     * @param only values that an event must have to be read at all
     */
    record Keys(
            String caseId,
            String activity,
            String timestamp,
            @Nullable String resource,
            @Nullable String timestampFormat,
            char separator,
            Map<String, String> only) {

        String resourceKey() {
            return resource == null ? "org:resource" : resource;
        }
    }

    sealed interface Value permits Constant, From {}

    record Constant(String value) implements Value {}

    record From(String key) implements Value {}
}
