package org.chengnuo.approval.projections.statistics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.chengnuo.approval.projections.indicators.Behind;
import org.chengnuo.approval.projections.indicators.Indicator;
import org.chengnuo.approval.projections.indicators.IndicatorAnswer;
import org.chengnuo.approval.projections.indicators.Indicators;
import org.chengnuo.approval.projections.indicators.Restatement;
import org.chengnuo.approval.projections.indicators.Restatements;
import org.chengnuo.approval.projections.problem.NotFound;
import org.chengnuo.approval.projections.reviewtimes.AsOf;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

@RestController
@RequestMapping("/api/v1/statistics")
@Tag(name = "Indicators 指标")
class IndicatorsController {

    private final Indicators indicators;
    private final Restatements restatements;

    IndicatorsController(Indicators indicators, Restatements restatements) {
        this.indicators = indicators;
        this.restatements = restatements;
    }

    @Operation(
            summary = "All indicators, each with its definition, formula and caution 指标目录",
            description = "What an indicator counts says by what it is grouped and filtered.")
    @GetMapping("/indicators")
    List<IndicatorAnswer.Meaning> all() {
        return Indicator.all().stream().map(IndicatorAnswer.Meaning::of).toList();
    }

    @Operation(
            summary = "One indicator, with numerator and denominator 指标",
            description =
                    "Of the question, the measure, the clock and the basis do not matter: each"
                        + " indicator has its own. A figure of fewer than 5"
                        + " (chengnuo.statistics.fewest) is withheld, and so are others by which it"
                        + " could be told.")
    @GetMapping("/indicators/{code}")
    IndicatorAnswer indicator(
            @Parameter(example = "on-time") @PathVariable String code,
            @ParameterObject QuestionParameters question) {
        return indicators.answer(found(code), question.question());
    }

    @Operation(
            summary =
                    "What is behind an indicator: filings, projects, parcels, obligations or acts"
                            + " 明细",
            description = "Of a figure that is withheld nothing is shown.")
    @GetMapping("/indicators/{code}/filings")
    Behind behind(
            @Parameter(example = "on-time") @PathVariable String code,
            @ParameterObject QuestionParameters question,
            @Parameter(description = "numerator or denominator", example = "denominator")
                    @RequestParam(defaultValue = "denominator")
                    String side,
            @Parameter(
                            description =
                                    "the keys of a group, one for each of its groupings, in their"
                                            + " order; empty for a group that has none")
                    @RequestParam(required = false)
                    @Nullable List<String> key,
            @Parameter(description = "the unit of the figure, where it has one", example = "WD")
                    @RequestParam(required = false)
                    @Nullable String unit,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int limit) {
        return indicators.behind(
                found(code),
                question.question(),
                key == null ? List.of() : key,
                unit,
                QuestionParameters.word(Behind.Side.class, "side", side),
                offset,
                limit);
    }

    @Operation(
            summary = "Which figures differ as of two moments, and by which acts 数据修订",
            description =
                    "Of the indicator, or if none is named of the turnaround. The acts are those"
                            + " recorded between the two moments that changed something that counts"
                            + " otherwise; the page of them is the offset and the limit.")
    @GetMapping("/restatements")
    Restatement<?> restatement(
            @ParameterObject QuestionParameters question,
            @Parameter(
                            description = "a position of the journal, or a moment",
                            example = "2020-03-31T16:00:00Z")
                    @RequestParam
                    String before,
            @Parameter(description = "a position of the journal, a moment, or now", example = "now")
                    @RequestParam(defaultValue = "now")
                    String after,
            @Parameter(description = "the code of an indicator", example = "on-time")
                    @RequestParam(required = false)
                    @Nullable String indicator,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int limit) {
        if (question.asOf() != null) {
            throw new IllegalArgumentException(
                    "asOf: a restatement is asked as of two moments, before and after");
        }
        AsOf first = moment("before", before);
        AsOf second = moment("after", after);
        return indicator == null
                ? restatements.of(question.question(), first, second, offset, limit)
                : restatements.of(
                        Indicator.of(indicator), question.question(), first, second, offset, limit);
    }

    private static AsOf moment(String name, String text) {
        try {
            return AsOf.of(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    String.valueOf(e.getMessage()).replaceFirst("^asOf", name), e);
        }
    }

    private static Indicator found(String code) {
        try {
            return Indicator.of(code);
        } catch (IllegalArgumentException e) {
            throw new NotFound(String.valueOf(e.getMessage()));
        }
    }
}
