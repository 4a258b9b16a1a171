package org.chengnuo.approval.projections.statistics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.chengnuo.approval.projections.reviewtimes.Between;
import org.chengnuo.approval.projections.reviewtimes.Distribution;
import org.chengnuo.approval.projections.reviewtimes.MeasuredFiling;
import org.chengnuo.approval.projections.reviewtimes.OnTime;
import org.chengnuo.approval.projections.reviewtimes.Turnaround;
import org.chengnuo.approval.projections.reviewtimes.Turnarounds;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.math.BigDecimal;
import java.util.List;

@RestController
@RequestMapping("/api/v1/statistics")
@Tag(name = "Statistics 统计")
class StatisticsController {

    private final Turnarounds turnarounds;

    StatisticsController(Turnarounds turnarounds) {
        this.turnarounds = turnarounds;
    }

    @Operation(
            summary = "How long filings take 办理用时",
            description =
                    "Seconds with milliseconds. Percentiles are exact: the smallest value whose"
                            + " cumulative share reaches p. The definition in the answer says what"
                            + " counts.")
    @GetMapping("/turnaround")
    Turnaround turnaround(@ParameterObject QuestionParameters question) {
        return turnarounds.answer(question.question());
    }

    @Operation(summary = "How a measure is spread over the filings 用时分布")
    @GetMapping("/turnaround/distribution")
    Distribution distribution(
            @ParameterObject QuestionParameters question,
            @RequestParam(defaultValue = "linear") String scale,
            @RequestParam(defaultValue = "30") int bins) {
        return turnarounds.distribution(
                question.question(),
                QuestionParameters.word(Distribution.Scale.class, "scale", scale),
                bins);
    }

    @Operation(summary = "The filings behind a figure, the longest first 明细")
    @GetMapping("/turnaround/filings")
    List<MeasuredFiling> filings(
            @ParameterObject QuestionParameters question,
            @Parameter(
                            description =
                                    "the keys of a group, one for each of its groupings, in their"
                                            + " order")
                    @RequestParam(required = false)
                    @Nullable List<String> key,
            @RequestParam(required = false) @Nullable BigDecimal fromSeconds,
            @RequestParam(required = false) @Nullable BigDecimal toSeconds,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int limit) {
        return turnarounds.filings(
                question.question(),
                key == null ? List.of() : key,
                new Between(fromSeconds, toSeconds),
                true,
                offset,
                limit);
    }

    @Operation(
            summary = "How many filings were decided in time, as claimed and as attested 按时办结",
            description =
                    "The measure, the clock and the basis of the question do not matter here.")
    @GetMapping("/on-time")
    OnTime onTime(@ParameterObject QuestionParameters question) {
        return turnarounds.onTime(question.question());
    }
}
