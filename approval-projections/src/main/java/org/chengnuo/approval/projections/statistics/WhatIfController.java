package org.chengnuo.approval.projections.statistics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.chengnuo.approval.projections.whatif.FlippedFiling;
import org.chengnuo.approval.projections.whatif.Suppositions;
import org.chengnuo.approval.projections.whatif.WhatIf;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

@RestController
@RequestMapping("/api/v1/statistics/what-if")
@Tag(name = "Statistics 统计")
class WhatIfController {

    private final Suppositions suppositions;

    WhatIfController(Suppositions suppositions) {
        this.suppositions = suppositions;
    }

    @Operation(
            summary = "How many would have kept their limit under another rule 假设分析",
            description =
                    "The same decided filings, judged once more by the review clock; nothing is"
                            + " stored. All that is supposed holds at once. The measure, the clock"
                            + " and the basis of the question do not matter here: both bases are"
                            + " answered. Example:"
                            + " ?groupBy=zone&promised=15%20WD&grounds=expert-review")
    @GetMapping
    WhatIf whatIf(
            @ParameterObject QuestionParameters question,
            @ParameterObject SuppositionParameters supposed) {
        return suppositions.answer(question.question(), supposed.supposition(), supposed.limit());
    }

    @Operation(
            summary = "The filings that flip 判定改变的办件",
            description =
                    "By the basis of the question, with what was used of which limit before and"
                            + " under what is supposed. Example:"
                            + " ?grounds=none&flip=to-late&basis=claimed")
    @GetMapping("/filings")
    List<FlippedFiling> filings(
            @ParameterObject QuestionParameters question,
            @ParameterObject SuppositionParameters supposed,
            @Parameter(
                            description =
                                    "the keys of a group, one for each of its groupings, in their"
                                            + " order")
                    @RequestParam(required = false)
                    @Nullable List<String> key,
            @Parameter(description = "to-late or to-on-time; both, if it is left out")
                    @RequestParam(required = false)
                    @Nullable String flip,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int limit) {
        return suppositions.filings(
                question.question(),
                key == null ? List.of() : key,
                supposed.supposition(),
                supposed.limit(),
                flip == null
                        ? null
                        : QuestionParameters.word(FlippedFiling.Flip.class, "flip", flip),
                offset,
                limit);
    }
}
