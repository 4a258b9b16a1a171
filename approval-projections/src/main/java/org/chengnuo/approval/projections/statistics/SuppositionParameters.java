package org.chengnuo.approval.projections.statistics;

import io.swagger.v3.oas.annotations.Parameter;

import org.chengnuo.approval.clock.LimitUnit;
import org.chengnuo.approval.clock.StopGround;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.projections.whatif.Limit;
import org.chengnuo.approval.projections.whatif.Supposition;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A supposition as an address has it; all that is named is supposed at once. */
public record SuppositionParameters(
        @Parameter(
                        description = "the name of a calendar by which all filings count",
                        example = "cn")
                @Nullable String calendar,
        @Parameter(
                        description =
                                "the calendar as it was known then, as in 2019-03-01T00:00:00Z, and"
                                        + " not at the decision")
                @Nullable String calendarKnownAt,
        @Parameter(
                        description =
                                "in place of the promised limit: a number and ND, WD, NH or WH",
                        example = "15 WD")
                @Nullable String promised,
        @Parameter(description = "the same in place of the statutory limit, where there is one")
                @Nullable String statutory,
        @Parameter(
                        description =
                                "only stops on these grounds count: hearing, tender, auction,"
                                        + " inspection, testing, quarantine, appraisal,"
                                        + " expert-review; or none")
                @Nullable List<String> grounds,
        @Parameter(description = "true: the extension does not count")
                @Nullable Boolean withoutExtension,
        @Parameter(
                        description =
                                "true: accepted later than five working days after the receipt, and"
                                    + " no correction asked by then, counts as accepted from the"
                                    + " receipt (Art. 32)")
                @Nullable Boolean deemedAcceptance,
        @Parameter(description = "promised or statutory: the limit that is judged")
                @Nullable String judgedBy) {

    private static final Pattern LIMIT = Pattern.compile("(\\d{1,5})[ +]?(ND|WD|NH|WH)");

    public Limit limit() {
        return QuestionParameters.word(
                Limit.class, "judgedBy", judgedBy == null ? "promised" : judgedBy);
    }

    /**
     * @throws IllegalArgumentException if nothing is supposed, or one of them cannot be read
     */
    Supposition supposition() {
        Supposition supposition = supposed();
        if (supposition.equals(Supposition.NONE)) {
            throw new IllegalArgumentException(
                    "nothing is supposed: name at least one of calendar, calendarKnownAt, promised,"
                            + " statutory, grounds, withoutExtension=true and"
                            + " deemedAcceptance=true");
        }
        return supposition;
    }

    /**
     * {@link Supposition#NONE} if nothing is supposed.
     *
     * @throws IllegalArgumentException if one of them cannot be read
     */
    public Supposition supposed() {
        return Supposition.NONE
                .byCalendar(calendar)
                .byCalendarAsKnownAt(moment())
                .within(timeLimit("promised", promised), timeLimit("statutory", statutory))
                .stoppedOnlyBy(onlyGrounds())
                .withoutExtension(Boolean.TRUE.equals(withoutExtension))
                .withDeemedAcceptance(Boolean.TRUE.equals(deemedAcceptance));
    }

    private @Nullable Instant moment() {
        if (calendarKnownAt == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(calendarKnownAt).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "calendarKnownAt is a moment as in 2019-03-01T00:00:00Z, not «%.64s»"
                            .formatted(calendarKnownAt),
                    e);
        }
    }

    private static @Nullable TimeLimit timeLimit(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher limit = LIMIT.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!limit.matches()) {
            throw new IllegalArgumentException(
                    "%s is a number and ND, WD, NH or WH, as in 15 WD, not «%.64s»"
                            .formatted(name, text));
        }
        return new TimeLimit(Integer.parseInt(limit.group(1)), LimitUnit.valueOf(limit.group(2)));
    }

    private @Nullable Set<StopGround> onlyGrounds() {
        if (grounds == null) {
            return null;
        }
        var only = EnumSet.noneOf(StopGround.class);
        for (String ground : grounds) {
            if (!ground.equals("none")) {
                only.add(QuestionParameters.word(StopGround.class, "grounds", ground));
            }
        }
        return only;
    }
}
