package org.chengnuo.approval.projections.statistics;

import org.chengnuo.approval.projections.certificates.Figure;
import org.chengnuo.approval.projections.certificates.FigureKind;
import org.chengnuo.approval.projections.indicators.Withholding;
import org.chengnuo.approval.projections.reviewtimes.AsOf;
import org.chengnuo.approval.projections.reviewtimes.OnTime;
import org.chengnuo.approval.projections.reviewtimes.OnTime.Group;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.Turnarounds;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/** How many filings were decided in time, to be published. */
@Component
class OnTimeFigure implements FigureKind {

    private final Turnarounds turnarounds;
    private final ParameterReader parameters;
    private final FigureColumns columns;
    private final Withholding withholding;

    OnTimeFigure(
            Turnarounds turnarounds,
            ParameterReader parameters,
            FigureColumns columns,
            Withholding withholding) {
        this.turnarounds = turnarounds;
        this.parameters = parameters;
        this.columns = columns;
        this.withholding = withholding;
    }

    @Override
    public String name() {
        return "on-time";
    }

    @Override
    public Figure compute(Map<String, List<String>> named, AsOf asOf) {
        Question question = parameters.read(named, QuestionParameters.class).question().asOf(asOf);
        OnTime answer = turnarounds.onTime(question);
        return new Figure(
                answer.definition().title(),
                answer.definition(),
                question.filter(),
                columns.of(
                        question.groupBy(),
                        "n",
                        "onTimeClaimed",
                        "shareClaimed",
                        "attestableN",
                        "onTimeAttested",
                        "shareAttested"),
                Withheld.from(answer.groups(), Group::keys, Group::n, withholding));
    }
}
