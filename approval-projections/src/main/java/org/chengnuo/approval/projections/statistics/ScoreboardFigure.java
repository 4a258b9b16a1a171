package org.chengnuo.approval.projections.statistics;

import org.chengnuo.approval.assessment.AssessmentPeriod;
import org.chengnuo.approval.assessment.SchemeCode;
import org.chengnuo.approval.projections.certificates.Figure;
import org.chengnuo.approval.projections.certificates.FigureKind;
import org.chengnuo.approval.projections.reviewtimes.AsOf;
import org.chengnuo.approval.projections.reviewtimes.FactFilter;
import org.chengnuo.approval.projections.scoreboard.Scoreboard;
import org.chengnuo.approval.projections.scoreboard.Scoreboards;
import org.chengnuo.approval.projections.scoreboard.Sensitivity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/** How the zones score, to be published. */
@Component
class ScoreboardFigure implements FigureKind {

    private final Scoreboards scoreboards;
    private final ParameterReader parameters;
    private final FigureColumns columns;

    ScoreboardFigure(Scoreboards scoreboards, ParameterReader parameters, FigureColumns columns) {
        this.scoreboards = scoreboards;
        this.parameters = parameters;
        this.columns = columns;
    }

    record Parameters(@Nullable String scheme, @Nullable String period, @Nullable Long seed) {}

    /** What the scores mean, and how much they hang on the weights. */
    record Definition(
            SchemeCode scheme,
            AssessmentPeriod period,
            Scoreboard.Meaning meaning,
            Sensitivity sensitivity) {}

    @Override
    public String name() {
        return "scoreboard";
    }

    @Override
    public Figure compute(Map<String, List<String>> named, AsOf asOf) {
        Parameters asked = parameters.read(named, Parameters.class);
        if (asked.scheme() == null || asked.period() == null) {
            throw new IllegalArgumentException(
                    "parameters: a scoreboard has a scheme and a period, as in linfen-zones:1 and"
                            + " 2020");
        }
        Scoreboard answer =
                scoreboards.answer(
                        SchemeCode.of(asked.scheme()),
                        AssessmentPeriod.of(asked.period()),
                        asOf,
                        asked.seed() == null ? Sensitivity.USUAL_SEED : asked.seed());
        return new Figure(
                answer.title(),
                new Definition(
                        answer.scheme(),
                        answer.period(),
                        answer.definition(),
                        answer.sensitivity()),
                FactFilter.ALL,
                columns.of(List.of(), "zone", "rank", "total", "computed", "vetoes"),
                List.copyOf(answer.zones()));
    }
}
