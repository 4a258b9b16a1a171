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
import org.chengnuo.approval.assessment.AssessmentCommand.PublishScheme;
import org.chengnuo.approval.assessment.AssessmentCommand.SelfScore;
import org.chengnuo.approval.assessment.AssessmentCommand.VerifyScore;
import org.chengnuo.approval.assessment.AssessmentPeriod;
import org.chengnuo.approval.assessment.SchemeCode;
import org.chengnuo.approval.assessment.SchemeContent;
import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.projections.scoreboard.Figures;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.math.BigDecimal;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Assessment 目标责任考核")
@ConditionalOnWebApplication
class AssessmentController {

    private final Figures figures;
    private final Window window;

    AssessmentController(Figures figures, Window window) {
        this.figures = figures;
        this.window = window;
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
}
