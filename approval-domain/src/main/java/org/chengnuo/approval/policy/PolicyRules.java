package org.chengnuo.approval.policy;

import org.chengnuo.approval.Finding;
import org.chengnuo.approval.Reason;
import org.chengnuo.approval.Refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** The rules that hold across editions. */
final class PolicyRules {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

    /** Every node of the office has read an edition by then. */
    private static final Duration SHORTEST_LEAD = Duration.ofMinutes(1);

    private PolicyRules() {}

    /**
     * @throws IllegalArgumentException if it is no name of an edition
     */
    static String name(String name) {
        String stripped = name.strip();
        if (!NAME.matcher(stripped).matches()) {
            throw new IllegalArgumentException(
                    "an edition's name has 1 to 64 letters, digits, dots, hyphens and underlines, not «%.64s»"
                            .formatted(name));
        }
        return stripped;
    }

    /** Which edition a project is under must not depend on which of two was published first. */
    static List<Finding> oneOfEachScopeAtATime(PolicyEdition edition, List<PolicyEdition> others) {
        return others.stream()
                .filter(other -> edition.validity().hasScopeOf(other.validity()))
                .filter(other -> edition.validity().overlaps(other.validity()))
                .map(
                        other ->
                                new Finding(
                                        null,
                                        "validity",
                                        "the edition %s is in force at the same time and for the same projects: supersede it"
                                                .formatted(other.name()),
                                        "政策版本 %s 在同一时期、同一范围内有效，应先予取代".formatted(other.name())))
                .toList();
    }

    /**
     * An edition begins and ends at a moment that lies ahead, so that the edition of a project does
     * not depend on when its registration was entered.
     *
     * @param moment at which registrations change from one edition to another
     */
    static void whatHasBeenRegisteredKeepsItsEdition(Instant moment, Instant now, Reason reason)
            throws Refusal {
        Instant earliest = now.plus(SHORTEST_LEAD);
        if (moment.isBefore(earliest)) {
            throw new Refusal(
                    reason,
                    "what is recorded at %s works from %s at the earliest, not from %s"
                            .formatted(now, earliest, moment));
        }
    }

    static void endsWithinItsValidity(PolicyEdition edition, Instant until) throws Refusal {
        Validity validity = edition.validity();
        if (!until.isAfter(validity.from())
                || (validity.until() != null && until.isAfter(validity.until()))) {
            throw new Refusal(
                    Reason.SUPERSEDED_OUTSIDE_ITS_VALIDITY,
                    "the edition %s is in force from %s%s, so it cannot end at %s"
                            .formatted(
                                    edition.name(),
                                    validity.from(),
                                    validity.until() == null ? "" : " until " + validity.until(),
                                    until));
        }
    }

    /** Whoever registers a project after the end of an edition is under another one. */
    static void nobodyIsLeftWithoutAnEdition(PolicyEdition ending, List<PolicyEdition> editions)
            throws Refusal {
        Instant until = ending.validity().until();
        if (until != null
                && editions.stream()
                        .filter(other -> !other.name().equals(ending.name()))
                        .map(PolicyEdition::validity)
                        .noneMatch(
                                other ->
                                        other.isInForceAt(until)
                                                && other.coversScopeOf(ending.validity()))) {
            throw new Refusal(
                    Reason.POLICY_GAP,
                    "no other edition covers what %s covers from %s on"
                            .formatted(ending.name(), until));
        }
    }
}
