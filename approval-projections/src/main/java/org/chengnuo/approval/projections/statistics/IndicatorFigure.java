package org.chengnuo.approval.projections.statistics;

import org.chengnuo.approval.projections.certificates.Figure;
import org.chengnuo.approval.projections.certificates.FigureKind;
import org.chengnuo.approval.projections.indicators.Indicator;
import org.chengnuo.approval.projections.indicators.IndicatorAnswer;
import org.chengnuo.approval.projections.indicators.Indicators;
import org.chengnuo.approval.projections.reviewtimes.AsOf;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An indicator of the reform, to be published; the parameter {@code indicator} has its code. */
@Component
class IndicatorFigure implements FigureKind {

    private static final String INDICATOR = "indicator";

    private final Indicators indicators;
    private final ParameterReader parameters;
    private final FigureColumns columns;

    IndicatorFigure(Indicators indicators, ParameterReader parameters, FigureColumns columns) {
        this.indicators = indicators;
        this.parameters = parameters;
        this.columns = columns;
    }

    @Override
    public String name() {
        return INDICATOR;
    }

    @Override
    public Figure compute(Map<String, List<String>> named, AsOf asOf) {
        var others = new HashMap<>(named);
        List<String> code = others.remove(INDICATOR);
        Indicator indicator = Indicator.of(code == null || code.size() != 1 ? "" : code.getFirst());
        Question question = parameters.read(others, QuestionParameters.class).question().asOf(asOf);
        IndicatorAnswer answer = indicators.answer(indicator, question);
        return new Figure(
                indicator.title(),
                answer.definition(),
                question.filter(),
                columns.of(question.groupBy(), "unit", "n", "numerator", "denominator", "value"),
                List.copyOf(answer.groups()));
    }
}
