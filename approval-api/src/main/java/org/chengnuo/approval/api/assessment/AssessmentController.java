package org.chengnuo.approval.api.assessment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.chengnuo.approval.api.journal.StaleVersion;
import org.chengnuo.approval.api.office.KeyReused;
import org.chengnuo.approval.api.office.Window;
import org.chengnuo.approval.api.problem.NotFound;
import org.chengnuo.approval.assessment.AssessmentCommand.PublishScheme;
import org.chengnuo.approval.assessment.AssessmentCommand.SelfScore;
import org.chengnuo.approval.assessment.AssessmentCommand.VerifyScore;
import org.chengnuo.approval.assessment.AssessmentPeriod;
import org.chengnuo.approval.assessment.AssessmentScheme;
import org.chengnuo.approval.assessment.Assessments;
import org.chengnuo.approval.assessment.SchemeCode;
import org.chengnuo.approval.assessment.SchemeContent;
import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.projections.reviewtimes.AsOf;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.chengnuo.approval.projections.scoreboard.AssessmentRecords;
import org.chengnuo.approval.projections.scoreboard.Figures;
import org.chengnuo.approval.projections.scoreboard.Scoreboard;
import org.chengnuo.approval.projections.scoreboard.Scoreboards;
import org.chengnuo.approval.projections.scoreboard.Sensitivity;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Assessment 目标责任考核")
@ConditionalOnWebApplication
class AssessmentController {

    private final AssessmentRecords records;
    private final Scoreboards scoreboards;
    private final Figures figures;
    private final Window window;

    AssessmentController(
            AssessmentRecords records, Scoreboards scoreboards, Figures figures, Window window) {
        this.records = records;
        this.scoreboards = scoreboards;
        this.figures = figures;
        this.window = window;
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

    record SelfScoring(
            @Schema(example = "LF-01") @NotNull ZoneCode zone,
            @Schema(type = "string", example = "2020") @NotNull AssessmentPeriod period,
            @Schema(example = "on-time") @NotBlank @Size(max = 100) String content,
            @Schema(example = "29.5") @NotNull BigDecimal points,
            @Schema(example = "全年按时办结") @Size(max = 2000) @Nullable String note) {}

    record ScoreVerification(
            @Schema(example = "LF-01") @NotNull ZoneCode zone,
            @Schema(type = "string", example = "2020") @NotNull AssessmentPeriod period,
            @Schema(example = "on-time") @NotBlank @Size(max = 100) String content,
            @Schema(example = "28") @NotNull BigDecimal points,
            @Schema(example = "核减补录办件") @Size(max = 2000) @Nullable String reason) {}

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
            summary = "Publish a scheme 发布考核方案, as its next version",
            description =
                    "Refused unless it is right: «errors» has each content and field that is not."
                            + " The weights sum to 100. What was published never changes.")
    @PostMapping("/assessments/{scheme}/publication")
    ResponseEntity<String> publish(
            @Parameter(schema = @Schema(type = "string", example = "linfen-zones:2")) @PathVariable
                    SchemeCode scheme,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(type = "object"),
                                            examples = @ExampleObject(EXAMPLE)))
                    @RequestBody
                    SchemeContent content,
            HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                http, content, new PublishScheme(scheme, content, figures.indicators().keySet()));
    }

    private static final String EXAMPLE =
            """
            {"english": "Assessment of the zones", "chinese": "开发区目标责任考核",
             "from": "2026-01-01", "to": "2027-01-01", "zones": ["LF-01", "LF-02"],
             "contents": [
               {"code": "on-time", "english": "Decided in time", "chinese": "按时办结",
                "indicator": "on-time", "weight": 60,
                "scoring": {"ratio": {"direction": "AT_LEAST", "target": 0.98, "cap": 1}}},
               {"code": "stops", "english": "Stopped time", "chinese": "挂起占比",
                "indicator": "stop-share-working", "weight": 20,
                "scoring": {"rank": {"direction": "AT_MOST"}}},
               {"code": "back-entry", "english": "Entered late", "chinese": "补录",
                "indicator": "back-entry", "weight": 10,
                "scoring": {"bands": {"direction": "AT_MOST",
                  "bands": [{"limit": 0.02, "share": 1}, {"limit": 0.1, "share": 0.3}]}}},
               {"code": "late", "english": "Late filings", "chinese": "超期办件",
                "indicator": "on-time.missed", "weight": 10,
                "scoring": {"deduction": {"base": 10, "perCase": 0.5}}},
               {"code": "statutory", "english": "Statutory limits", "chinese": "法定时限底线",
                "indicator": "on-time-statutory", "weight": 0,
                "scoring": {"veto": {"direction": "AT_LEAST", "limit": 0.6}}}]}
            """;

    @Operation(summary = "What a zone gives itself for a content 自评")
    @PostMapping("/assessments/{scheme}/self-scores")
    ResponseEntity<String> selfScore(
            @Parameter(schema = @Schema(type = "string", example = "linfen-zones:1")) @PathVariable
                    SchemeCode scheme,
            @RequestBody @Valid SelfScoring body,
            HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                http,
                body,
                new SelfScore(
                        scheme,
                        body.zone(),
                        body.period(),
                        body.content(),
                        body.points(),
                        body.note()));
    }

    @Operation(
            summary = "Settle the points of a content 核定",
            description = "They count instead of the computed ones, which stay beside them.")
    @PostMapping("/assessments/{scheme}/verified-scores")
    ResponseEntity<String> verifyScore(
            @Parameter(schema = @Schema(type = "string", example = "linfen-zones:1")) @PathVariable
                    SchemeCode scheme,
            @RequestBody @Valid ScoreVerification body,
            HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                http,
                body,
                new VerifyScore(
                        scheme,
                        body.zone(),
                        body.period(),
                        body.content(),
                        body.points(),
                        body.reason()));
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
