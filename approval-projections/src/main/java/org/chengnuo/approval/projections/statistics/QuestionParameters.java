package org.chengnuo.approval.projections.statistics;

import io.swagger.v3.oas.annotations.Parameter;

import org.chengnuo.approval.clock.Basis;
import org.chengnuo.approval.projections.reviewtimes.AsOf;
import org.chengnuo.approval.projections.reviewtimes.Clock;
import org.chengnuo.approval.projections.reviewtimes.Cohort;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.FactFilter;
import org.chengnuo.approval.projections.reviewtimes.Measure;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A question as an address has it.
 *
 * @param groupBy one or more, each named or all with commas between them
 * @param from the first day of the period, by the date at the office
 * @param to the first day after the period
 */
public record QuestionParameters(
        @Parameter(
                        description =
                                "span, review, gross, path, first-look, waiting, second-look,"
                                        + " hidden or delivery",
                        example = "review")
                @Nullable String measure,
        @Parameter(description = "calendar or working", example = "working") @Nullable String clock,
        @Parameter(
                        description =
                                "claimed or attested: which stops are believed, for measure=review")
                @Nullable String basis,
        @Parameter(
                        description =
                                "up to four of zone, region, center, department, item, item-class,"
                                    + " kind, industry, project-type, enterprise, channel, import,"
                                    + " edition, agent, state, case, and one of day, week, month,"
                                    + " quarter and year",
                        example = "item")
                @Nullable List<String> groupBy,
        @Parameter(
                        description =
                                "by which date a filing belongs to the period: ended, received,"
                                        + " accepted or decided",
                        example = "ended")
                @Nullable String cohort,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Parameter(
                        description =
                                "as known at a moment (2020-03-31T16:00:00Z) or at a position of"
                                        + " the journal (1234:56), or now")
                @Nullable String asOf,
        @Nullable String zone,
        @Nullable String region,
        @Nullable String center,
        @Nullable String department,
        @Nullable String item,
        @BindParam("item-class") @Nullable String itemClass,
        @Nullable String kind,
        @Nullable String industry,
        @BindParam("project-type") @Nullable String projectType,
        @Nullable String enterprise,
        @Nullable String channel,
        @Parameter(description = "the id of an import, none for what was recorded here, or all")
                @BindParam("import")
                @Nullable String importId,
        @Nullable String edition,
        @Parameter(description = "true or false: whether an agent brought it")
                @Nullable String agent,
        @Nullable String state,
        @BindParam("case") @Nullable String caseId) {

    /** As {@code import}: whether recorded here or imported. */
    public static final String EVERYTHING = "all";

    private static final String NONE = "none";

    /** The same, with what was left out filled in. */
    public QuestionParameters withDefaults(
            String defaultMeasure, String defaultClock, @Nullable String defaultBasis) {
        return with(
                measure == null ? defaultMeasure : measure,
                clock == null ? defaultClock : clock,
                basis == null ? defaultBasis : basis,
                importId,
                to);
    }

    public QuestionParameters ofImport(String id) {
        return with(measure, clock, basis, id, to);
    }

    /** Of a period that ends before a day. */
    public QuestionParameters before(LocalDate day) {
        return with(measure, clock, basis, importId, day);
    }

    private QuestionParameters with(
            @Nullable String otherMeasure,
            @Nullable String otherClock,
            @Nullable String otherBasis,
            @Nullable String otherImport,
            @Nullable LocalDate otherTo) {
        return new QuestionParameters(
                otherMeasure,
                otherClock,
                otherBasis,
                groupBy,
                cohort,
                from,
                otherTo,
                asOf,
                zone,
                region,
                center,
                department,
                item,
                itemClass,
                kind,
                industry,
                projectType,
                enterprise,
                channel,
                otherImport,
                edition,
                agent,
                state,
                caseId);
    }

    /**
     * @throws IllegalArgumentException if a word is none of those that there are; it lists them
     */
    public Question question() {
        return new Question(
                word(Measure.class, "measure", measure == null ? "review" : measure),
                word(Clock.class, "clock", clock == null ? "calendar" : clock),
                word(Basis.class, "basis", basis == null ? "claimed" : basis),
                groupings(),
                word(Cohort.class, "cohort", cohort == null ? "ended" : cohort),
                from,
                to,
                filter(),
                knownAsOf());
    }

    public List<Dimension> groupings() {
        return groupBy == null
                ? List.of()
                : groupBy.stream()
                        // A form sends what was left empty as an empty text.
                        .filter(name -> !name.isEmpty() && !name.equals(NONE))
                        .map(name -> word(Dimension.class, "groupBy", name))
                        .toList();
    }

    public AsOf knownAsOf() {
        return asOf == null ? AsOf.NOW : AsOf.of(asOf);
    }

    public FactFilter filter() {
        return FactFilter.ALL
                .with(Dimension.ZONE, zone)
                .with(Dimension.REGION, region)
                .with(Dimension.CENTER, center)
                .with(Dimension.DEPARTMENT, department)
                .with(Dimension.ITEM, item)
                .with(Dimension.ITEM_CLASS, itemClass)
                .with(Dimension.KIND, kind)
                .with(Dimension.INDUSTRY, industry)
                .with(Dimension.PROJECT_TYPE, projectType)
                .with(Dimension.ENTERPRISE, enterprise)
                .with(Dimension.CHANNEL, channel)
                .with(Dimension.IMPORT, EVERYTHING.equals(importId) ? null : importId)
                .with(Dimension.EDITION, edition)
                .with(Dimension.AGENT, agent)
                .with(Dimension.STATE, state)
                .with(Dimension.CASE, caseId);
    }

    /**
     * @throws IllegalArgumentException if the text is none of the words; it lists them
     */
    public static <E extends Enum<E>> E word(Class<E> type, String name, String text) {
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
