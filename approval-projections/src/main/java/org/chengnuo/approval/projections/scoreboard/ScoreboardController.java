package org.chengnuo.approval.projections.scoreboard;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.chengnuo.approval.assessment.AssessmentPeriod;
import org.chengnuo.approval.assessment.AssessmentScheme;
import org.chengnuo.approval.assessment.Assessments;
import org.chengnuo.approval.assessment.SchemeCode;
import org.chengnuo.approval.assessment.SchemeContent;
import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.projections.problem.NotFound;
import org.chengnuo.approval.projections.reviewtimes.AsOf;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Assessment 目标责任考核")
@ConditionalOnWebApplication
class ScoreboardController {

    private final AssessmentRecords records;
    private final Scoreboards scoreboards;
    private final Figures figures;

    ScoreboardController(AssessmentRecords records, Scoreboards scoreboards, Figures figures) {
        this.records = records;
        this.scoreboards = scoreboards;
        this.figures = figures;
    }

    record SchemeLine(
            SchemeCode scheme,
            Bilingual title,
            LocalDate from,
            LocalDate to,
            List<ZoneCode> zones) {

        static SchemeLine of(AssessmentScheme scheme) {
            SchemeContent content = scheme.content();
            return new SchemeLine(
                    scheme.code(),
                    new Bilingual(content.english(), content.chinese()),
                    content.from(),
                    content.to(),
                    content.zones());
        }
    }

    @Operation(summary = "The assessment schemes 考核方案")
    @GetMapping("/assessments")
    List<SchemeLine> schemes() {
        return assessments().schemes().stream().map(SchemeLine::of).toList();
    }

    @Operation(summary = "By which indicators a content can be assessed, with their definitions")
    @GetMapping("/assessments/indicators")
    Map<String, Bilingual> indicators() {
        return figures.indicators();
    }

    @Operation(
            summary = "A scheme in full",
            description = "Edited, it can be published as its next version.")
    @GetMapping("/assessments/{scheme}")
    SchemeContent scheme(
            @Parameter(schema = @Schema(type = "string", example = "linfen-zones:1")) @PathVariable
                    SchemeCode scheme) {
        return found(scheme).content();
    }

    @Operation(
            summary = "How the zones score 考核得分",
            description =
                    "Per zone and content the value, the points, the self-score and the verified"
                            + " score; the total, the rank and the vetoes; and how much the ranking"
                            + " hangs on the weights. The same seed gives the same answer.")
    @GetMapping("/scoreboard/{scheme}")
    Scoreboard scoreboard(
            @Parameter(schema = @Schema(type = "string", example = "linfen-zones:1")) @PathVariable
                    SchemeCode scheme,
            @Parameter(
                            description = "a year, a quarter or a month: 2020, 2020-Q3, 2020-07",
                            schema = @Schema(type = "string", example = "2020"))
                    @RequestParam
                    AssessmentPeriod period,
            @Parameter(description = "now, or a position of the journal (1234:56)")
                    @RequestParam(required = false)
                    @Nullable String asOf,
            @Parameter(description = "of the draws of the weights")
                    @RequestParam(defaultValue = "" + Sensitivity.USUAL_SEED)
                    long seed) {
        found(scheme);
        return scoreboards.answer(scheme, period, asOf == null ? AsOf.NOW : AsOf.of(asOf), seed);
    }

    private Assessments assessments() {
        return records.known(AsOf.NOW);
    }

    private AssessmentScheme found(SchemeCode code) {
        return assessments()
                .scheme(code)
                .orElseThrow(
                        () ->
                                new NotFound(
                                        "assessment scheme %s; there are %s"
                                                .formatted(
                                                        code,
                                                        assessments().schemes().stream()
                                                                .map(AssessmentScheme::code)
                                                                .toList())));
    }
}
