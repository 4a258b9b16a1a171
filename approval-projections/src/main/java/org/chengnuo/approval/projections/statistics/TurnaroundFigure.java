package org.chengnuo.approval.projections.statistics;

import org.chengnuo.approval.projections.certificates.Figure;
import org.chengnuo.approval.projections.certificates.FigureKind;
import org.chengnuo.approval.projections.indicators.Withholding;
import org.chengnuo.approval.projections.reviewtimes.AsOf;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.Turnaround;
import org.chengnuo.approval.projections.reviewtimes.Turnaround.Group;
import org.chengnuo.approval.projections.reviewtimes.Turnarounds;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/** How long filings take, to be published. */
@Component
class TurnaroundFigure implements FigureKind {

    private final Turnarounds turnarounds;
    private final ParameterReader parameters;
    private final FigureColumns columns;
    private final Withholding withholding;

    TurnaroundFigure(
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
        return "turnaround";
    }

    @Override
    public Figure compute(Map<String, List<String>> named, AsOf asOf) {
        Question question = parameters.read(named, QuestionParameters.class).question().asOf(asOf);
        Turnaround answer = turnarounds.answer(question);
        return new Figure(
                answer.definition().title(),
                answer.definition(),
                question.filter(),
                columns.of(
                        question.groupBy(),
                        "n",
                        "openN",
                        "meanSeconds",
                        "p50Seconds",
                        "p90Seconds",
                        "p95Seconds",
                        "maxSeconds"),
                Withheld.from(answer.groups(), Group::keys, Group::n, withholding));
    }
}
