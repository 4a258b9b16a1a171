package org.chengnuo.approval.projections.scoreboard;

import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.projections.indicators.Indicator;
import org.chengnuo.approval.projections.indicators.Indicator.Counted;
import org.chengnuo.approval.projections.indicators.IndicatorAnswer;
import org.chengnuo.approval.projections.indicators.Indicators;
import org.chengnuo.approval.projections.indicators.Subject;
import org.chengnuo.approval.projections.indicators.Withholding;
import org.chengnuo.approval.projections.reviewtimes.AsOf;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.chengnuo.approval.projections.reviewtimes.Clock;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.Measure;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.ReviewTimes;
import org.chengnuo.approval.projections.reviewtimes.Rulebook;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The indicators of the reform as figures of zones. Of a share there are also its cases ({@code
 * back-entry.cases}, the numerator) and its missed ones ({@code on-time.missed}, the denominator
 * less the numerator), by which points can be deducted.
 */
public final class IndicatorFigures implements Figures {

    /** Which number of an indicator. */
    private enum Of {
        VALUE(""),
        CASES(".cases"),
        MISSED(".missed");

        private final String suffix;

        Of(String suffix) {
            this.suffix = suffix;
        }
    }

    private record Figure(Indicator indicator, Of of) {

        /** No rate or average of fewer filings; how many cases there are is no average. */
        @Nullable BigDecimal in(IndicatorAnswer.Group group, int fewest) {
            Long n = group.n();
            Long numerator = group.numerator();
            Long denominator = group.denominator();
            if (n == null || numerator == null || denominator == null) {
                return null;
            }
            return switch (of) {
                case VALUE -> n < fewest ? null : group.value();
                case CASES -> BigDecimal.valueOf(numerator);
                case MISSED -> BigDecimal.valueOf(denominator - numerator);
            };
        }
    }

    private static final Map<String, Figure> FIGURES = figures();

    private final Indicators indicators;
    private final int fewest;

    /**
     * @param withholding how small a group has no rate. Others are not withheld for its sake: a
     *     zone would lose its points for another one's
     */
    public IndicatorFigures(ReviewTimes times, Rulebook rules, Withholding withholding) {
        this.indicators = new Indicators(times, rules, new Withholding(1));
        this.fewest = withholding.fewest();
    }

    private static Map<String, Figure> figures() {
        var figures = new LinkedHashMap<String, Figure>();
        for (Indicator indicator : Indicator.all()) {
            // Neither the catalogue nor what is told by several units has one number for a zone.
            if (indicator.subject() == Subject.ITEM || indicator.unit().equals("limit")) {
                continue;
            }
            for (Of of : Of.values()) {
                if (of == Of.VALUE
                        || (indicator.counted() == Counted.SHARE && indicator.unit().equals("1"))) {
                    figures.put(indicator.code() + of.suffix, new Figure(indicator, of));
                }
            }
        }
        return Collections.unmodifiableMap(figures);
    }

    @Override
    public Map<String, Bilingual> indicators() {
        var titles = new LinkedHashMap<String, Bilingual>();
        FIGURES.forEach(
                (code, figure) -> {
                    Bilingual title = figure.indicator().definition();
                    titles.put(
                            code,
                            switch (figure.of()) {
                                case VALUE -> title;
                                case CASES ->
                                        new Bilingual(
                                                "the number of cases: " + title.en(),
                                                "件数：" + title.zh());
                                case MISSED ->
                                        new Bilingual(
                                                "the number of others: " + title.en(),
                                                "其余件数：" + title.zh());
                            });
                });
        return titles;
    }

    @Override
    public Map<ZoneCode, BigDecimal> values(
            String indicator, List<ZoneCode> zones, LocalDate from, LocalDate to, AsOf asOf) {
        Figure figure = FIGURES.get(indicator);
        if (figure == null) {
            throw new IllegalArgumentException(
                    "there is no indicator «%.64s», only %s"
                            .formatted(indicator, String.join(", ", FIGURES.keySet())));
        }
        // Of a question only what counts in an indicator: its period, its groups, its position.
        Question question =
                Question.of(Measure.SPAN, Clock.CALENDAR)
                        .by(Dimension.ZONE)
                        .in(from, to)
                        .asOf(asOf);
        var values = new HashMap<ZoneCode, BigDecimal>();
        for (IndicatorAnswer.Group group :
                indicators.answer(figure.indicator(), question).groups()) {
            String zone = group.keys().getFirst();
            BigDecimal value = figure.in(group, fewest);
            if (zone != null && value != null) {
                values.put(new ZoneCode(zone), value);
            }
        }
        values.keySet().retainAll(zones);
        return values;
    }
}
