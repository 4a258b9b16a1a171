package org.chengnuo.approval.api.imports;

import org.chengnuo.approval.api.imports.ImportRefused.Reason;
import org.chengnuo.approval.filing.AcceptanceTerms;
import org.chengnuo.approval.filing.LegalAct;
import org.chengnuo.approval.project.ZoneCode;
import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * How the log of another system is understood: what its columns are, and which of its activities
 * are which legal acts. Written in YAML; see {@link MappingDocument}.
 *
 * @param offsetsIgnored whether the offsets that the log writes are known to be wrong, so that its
 *     times are read as local times of the time zone
 * @param terms by which an acceptance of the log is judged
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
        AcceptanceTerms terms,
        Item item,
        @Nullable ZoneCode zone,
        SequencedMap<String, LegalAct> acts,
        String document,
        String fingerprint) {

    Optional<LegalAct> actOf(String activity) {
        return Optional.ofNullable(acts.get(activity));
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

    boolean readsOfCase(String key) {
        return key.equals(keys.caseId()) || item.code().isFrom(key) || item.name().isFrom(key);
    }

    boolean readsOfEvent(String key) {
        return key.equals(keys.activity())
                || key.equals(keys.timestamp())
                || key.equals(keys.resourceKey())
                || keys.only().containsKey(key);
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

    /** What is being applied for: constant, or from the case. */
    record Item(String scheme, Value code, Value name) {}

    sealed interface Value permits Constant, From {

        default boolean isFrom(String key) {
            return this instanceof From from && from.key().equals(key);
        }

        /** From the case's attributes; null if constant, or absent. */
        default @Nullable String in(Map<String, String> attributes) {
            return this instanceof From from ? attributes.get(from.key()) : null;
        }
    }

    record Constant(String value) implements Value {}

    record From(String key) implements Value {}
}
