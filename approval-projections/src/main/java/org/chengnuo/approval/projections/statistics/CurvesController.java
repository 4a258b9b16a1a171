package org.chengnuo.approval.projections.statistics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.chengnuo.approval.projections.ageing.Age;
import org.chengnuo.approval.projections.ageing.Ageing;
import org.chengnuo.approval.projections.ageing.Ageings;
import org.chengnuo.approval.projections.ageing.Share;
import org.chengnuo.approval.projections.survival.Ecdf;
import org.chengnuo.approval.projections.survival.Survival;
import org.chengnuo.approval.projections.survival.Survivals;
import org.chengnuo.approval.projections.trend.ControlChart;
import org.chengnuo.approval.projections.trend.Trends;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** How long what is still open counts too, how a measure runs over time, and what is open now. */
@RestController
@RequestMapping("/api/v1/statistics")
@Tag(name = "Statistics 统计")
class CurvesController {

    private final Survivals survivals;
    private final Trends trends;
    private final Ageings ageings;

    CurvesController(Survivals survivals, Trends trends, Ageings ageings) {
        this.survivals = survivals;
        this.trends = trends;
        this.ageings = ageings;
    }

    @Operation(
            summary = "How many filings last longer than a time 生存曲线",
            description =
                    "Kaplan and Meier's estimate, in which the open filings are not forgotten, with"
                            + " the median and a band of 95 %. Example:"
                            + " ?measure=review&clock=working&groupBy=zone&points=100")
    @GetMapping("/survival")
    Survival survival(
            @ParameterObject QuestionParameters question,
            @Parameter(description = "how many points a curve has at most, 3 to 2000")
                    @RequestParam(defaultValue = "200")
                    int points,
            @Parameter(description = "up to 20 times, in seconds, at which each curve is read")
                    @RequestParam(required = false)
                    @Nullable List<Long> at) {
        return survivals.survival(
                question.question(),
                points,
                at == null
                        ? new Duration[0]
                        : at.stream().map(Duration::ofSeconds).toArray(Duration[]::new));
    }

    @Operation(
            summary = "Which share of those that ended took at most a time 累计分布",
            description = "Exact at each point. Example: ?measure=gross&clock=calendar&points=50")
    @GetMapping("/ecdf")
    Ecdf ecdf(
            @ParameterObject QuestionParameters question,
            @Parameter(description = "how many points a curve has at most, 3 to 2000")
                    @RequestParam(defaultValue = "200")
                    int points) {
        return survivals.ecdf(question.question(), points);
    }

    @Operation(
            summary = "How a measure runs over time, with control limits 控制图",
            description =
                    "An XmR chart of the median and one of the 90th percentile, by month or by"
                            + " quarter. Example:"
                            + " ?measure=review&clock=working&groupBy=month&zone=LF-01"
                            + "&baselineFrom=2018-01-01&baselineTo=2018-12-31")
    @GetMapping("/control-chart")
    ControlChart controlChart(
            @ParameterObject QuestionParameters question,
            @Parameter(
                            description =
                                    "the first day of the baseline; without both, it is the first"
                                            + " twelve points")
                    @RequestParam(required = false)
                    @Nullable LocalDate baselineFrom,
            @Parameter(description = "the last day of the baseline") @RequestParam(required = false)
                    @Nullable LocalDate baselineTo) {
        return trends.chart(question.question(), new Trends.Baseline(baselineFrom, baselineTo));
    }

    @Operation(
            summary = "How old what is open is 在办件账龄",
            description =
                    "By working days since the acceptance or the receipt, and by how much of the"
                        + " limit is used, with those that are stopped or overdue; and the oldest"
                        + " of them. Example: ?groupBy=center&overdue=true&limit=20")
    @GetMapping("/ageing")
    Ageing ageing(
            @ParameterObject QuestionParameters question,
            @Parameter(description = "of the list: the keys of a group, in the order of groupBy")
                    @RequestParam(required = false)
                    @Nullable List<String> key,
            @Parameter(
                            description =
                                    "of the list: up-to-5, up-to-10, up-to-20, up-to-30, up-to-45,"
                                            + " up-to-60 or longer")
                    @RequestParam(required = false)
                    @Nullable String age,
            @Parameter(
                            description =
                                    "of the list: no-limit-yet, up-to-half, up-to-80, up-to-90,"
                                            + " up-to-all or past")
                    @RequestParam(required = false)
                    @Nullable String share,
            @RequestParam(required = false) @Nullable Boolean stopped,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int limit) {
        return ageings.answer(
                question.question(),
                new Ageings.Listed(
                        key == null ? List.of() : key,
                        age == null ? null : QuestionParameters.word(Age.class, "age", age),
                        share == null ? null : QuestionParameters.word(Share.class, "share", share),
                        stopped,
                        overdue),
                offset,
                limit);
    }
}
