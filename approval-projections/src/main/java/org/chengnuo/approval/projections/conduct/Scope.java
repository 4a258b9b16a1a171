package org.chengnuo.approval.projections.conduct;

import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Map;

/** What was looked at, and by which thresholds. */
public record Scope(
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo,
        Bilingual period,
        Map<Dimension, String> filter,
        String asOf,
        ConductThresholds thresholds) {

    /** Of every answer. */
    static final Bilingual CAUTION =
            new Bilingual(
                    "A finding says what should be looked at, and is not a verdict: every one can"
                        + " have an innocent explanation, and the evidence is to be read first.",
                    "发现仅提示需要核实之处，不是结论：每一项都可能有正当理由，请先查阅证据。");

    static Scope of(Question question, ConductThresholds thresholds) {
        return new Scope(
                question.from(),
                question.to(),
                new Bilingual(
                        "a finding counts by the date at the office of the act in which it shows,"
                                + " on or after the first day and before the last; a burst by the"
                                + " date of its entry",
                        "按体现该发现的行为在办理地的日期统计：含起始日，不含截止日；集中补录按录入日期"),
                question.filter().values(),
                question.asOf().toString(),
                thresholds);
    }
}
