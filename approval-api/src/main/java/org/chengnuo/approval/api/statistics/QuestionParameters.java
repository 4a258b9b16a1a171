package org.chengnuo.approval.api.statistics;

import io.swagger.v3.oas.annotations.Parameter;

import org.chengnuo.approval.clock.Basis;
import org.chengnuo.approval.projections.reviewtimes.Clock;
import org.chengnuo.approval.projections.reviewtimes.FactFilter;
import org.chengnuo.approval.projections.reviewtimes.GroupBy;
import org.chengnuo.approval.projections.reviewtimes.Measure;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A question as an address has it.
 *
 * @param from the first day of the period, by the date at the office
 * @param to the first day after the period
 */
public record QuestionParameters(
        @Parameter(
                        description = "span, review, gross, path, waiting, hidden or delivery",
                        example = "review")
                @Nullable String measure,
        @Parameter(description = "calendar or working", example = "working") @Nullable String clock,
        @Parameter(
                        description =
                                "claimed or attested: which stops are believed, for measure=review")
                @Nullable String basis,
        @Parameter(
                        description =
                                "none, zone, region, item, item-class, center, month, import, kind,"
                                        + " industry, project-type, channel or state",
                        example = "item")
                @Nullable String groupBy,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String zone,
        @Nullable String region,
        @Nullable String item,
        @Nullable String center,
        @Nullable String kind,
        @Parameter(description = "the id of an import, none for what was recorded here, or all")
                @BindParam("import")
                @Nullable String importId,
        @BindParam("case") @Nullable String caseId) {

    /** As {@code import}: whether recorded here or imported. */
    public static final String EVERYTHING = "all";

    /**
     * @throws IllegalArgumentException if a word is none of those that there are; it lists them
     */
    public Question question() {
        return new Question(
                word(Measure.class, "measure", measure == null ? "review" : measure),
                word(Clock.class, "clock", clock == null ? "calendar" : clock),
                word(Basis.class, "basis", basis == null ? "claimed" : basis),
                word(GroupBy.class, "groupBy", groupBy == null ? "none" : groupBy),
                from,
                to,
                new FactFilter(
                        zone,
                        region,
                        item,
                        center,
                        kind,
                        EVERYTHING.equals(importId) ? null : importId,
                        caseId));
    }

    static <E extends Enum<E>> E word(Class<E> type, String name, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> spelled(value).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "%s is one of %s, not «%s»"
                                                .formatted(
                                                        name,
                                                        Arrays.stream(type.getEnumConstants())
                                                                .map(QuestionParameters::spelled)
                                                                .collect(Collectors.joining(", ")),
                                                        text)));
    }

    private static String spelled(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
