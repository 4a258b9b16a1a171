package org.chengnuo.approval.projections.statistics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.chengnuo.approval.projections.conduct.Conduct;
import org.chengnuo.approval.projections.conduct.ConductFindings;
import org.chengnuo.approval.projections.conduct.ConductRule;
import org.chengnuo.approval.projections.conduct.ConductSummary;
import org.chengnuo.approval.projections.conduct.Severity;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a supervisor should look at. It names centers and events, and never who acted. */
@RestController
@RequestMapping("/api/v1/statistics/conduct")
@Tag(name = "Conduct 监察")
class ConductController {

    private final Conduct conduct;

    ConductController(Conduct conduct) {
        this.conduct = conduct;
    }

    @Operation(
            summary = "How often each rule found something, center by center 汇总",
            description =
                    "For supervisors, analysts and administrators. Of the question the period, the"
                        + " filters and asOf count. A finding says what should be looked at, and is"
                        + " not a verdict; the answer says what its p-values assume.")
    @ApiResponse(
            responseCode = "200",
            description = "The counts of one rule and one center of them",
            useReturnTypeSchema = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            """
                                            {"caution": {"en": "A finding says what should be looked at, and is not a verdict …", "zh": "…"},
                                             "scope": {"periodFrom": "2018-01-01", "periodTo": "2019-01-01", "filter": {}, "asOf": "now", "thresholds": {"nearTheLimit": 900}},
                                             "position": "81234:190211",
                                             "rules": [{"rule": "STOP_MATCHES_OVERRUN", "title": {"en": "Stop as long as the overrun", "zh": "中止时长与超期时长吻合"}, "findings": 61,
                                               "bySeverity": {"LOW": 0, "MEDIUM": 0, "HIGH": 61},
                                               "centers": [{"center": "LF-03", "findings": 58, "filings": 58, "ofFilings": 1204, "per100": 4.8173, "peersMedianPer100": 0.0713, "p": 1.2E-40, "corrected": 6.0E-40, "standsOut": true}]}],
                                             "heaping": [{"center": "LF-05", "before": 82, "onTheLast": 160, "after": 31, "p": 2.1E-16, "corrected": 1.1E-15, "againstPeers": 4.0E-9, "standsOut": true}]}
                                            """)))
    @GetMapping
    ConductSummary summary(@ParameterObject QuestionParameters question) {
        return conduct.summary(question.question());
    }

    @Operation(
            summary = "What each rule means 规则说明",
            description =
                    "Its title, what it finds, why that matters, what it does not say, what may be"
                            + " an innocent explanation, and how grave it is taken.")
    @ApiResponse(
            responseCode = "200",
            description = "One of the rules",
            useReturnTypeSchema = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            """
                                            [{"rule": "STOP_RECORDED_LATE", "title": {"en": "Stop recorded late", "zh": "特别程序事后补录"},
                                              "sentence": {"en": "A special procedure was entered long …", "zh": "…"},
                                              "why": {"en": "…", "zh": "…"}, "not": {"en": "It does not say that the stop was made up …", "zh": "…"},
                                              "innocent": {"en": "The system was down …", "zh": "系统故障……"},
                                              "severity": "MEDIUM", "grading": {"en": "High if the filing is on time only by its stops.", "zh": "仅因中止才按时的为高。"}}]
                                            """)))
    @GetMapping("/rules")
    List<ConductRule.Meaning> rules() {
        return conduct.rules();
    }

    @Operation(
            summary = "The findings with their evidence, the gravest first 明细",
            description =
                    "For supervisors, analysts and administrators. The evidence names events by"
                            + " their position in the journal; who acted is not said.")
    @ApiResponse(
            responseCode = "200",
            description = "A page of findings",
            useReturnTypeSchema = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            """
                                            {"caution": {"en": "A finding says what should be looked at, and is not a verdict …", "zh": "…"},
                                             "position": "81234:190211", "n": 61,
                                             "findings": [{"rule": "STOP_MATCHES_OVERRUN", "severity": "HIGH", "zone": "LF-03", "center": "LF-03",
                                               "project": "0195d7a0-0000-7000-8000-000000000005", "filing": "0195d7a0-0000-7000-8000-000000000005-1", "item": "cn-shanxi:works-planning-permit", "on": "2018-09-20",
                                               "sentence": {"en": "Without stops the filing was 3 working days late; a stop for expert review took 4 working days, and so it was decided within the limit of 10 working days.", "zh": "不计中止则超期3个工作日；专家评审中止历时4个工作日，办件因此在时限（10个工作日）内办结。"},
                                               "figures": [{"name": "overrun", "value": 3, "unit": "WD"}],
                                               "evidence": [{"position": "4711:9210", "filing": "0195d7a0-0000-7000-8000-000000000005-1", "name": "filing.special-procedure-opened", "occurredAt": "2018-09-05T01:00:00Z", "recordedAt": "2018-09-17T07:12:00Z"}],
                                               "evidenceN": 3}]}
                                            """)))
    @GetMapping("/findings")
    ConductFindings findings(
            @ParameterObject QuestionParameters question,
            @Parameter(
                            description =
                                    "the rules to look by, as in stop-matches-overrun; all if left"
                                            + " out",
                            example = "stop-matches-overrun")
                    @RequestParam(required = false)
                    @Nullable List<String> rule,
            @Parameter(description = "low, medium or high: findings at least that grave")
                    @RequestParam(defaultValue = "low")
                    String severity,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int limit) {
        return conduct.findings(
                question.question(),
                rules(rule),
                QuestionParameters.word(Severity.class, "severity", severity),
                offset,
                limit);
    }

    private static Set<ConductRule> rules(@Nullable List<String> words) {
        return words == null || words.isEmpty()
                ? EnumSet.allOf(ConductRule.class)
                : words.stream()
                        .map(word -> QuestionParameters.word(ConductRule.class, "rule", word))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ConductRule.class)));
    }
}
