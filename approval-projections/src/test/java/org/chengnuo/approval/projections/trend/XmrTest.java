package org.chengnuo.approval.projections.trend;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.projections.trend.ControlChart.Point;
import org.chengnuo.approval.projections.trend.ControlChart.Rule;
import org.chengnuo.approval.projections.trend.ControlChart.Series;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Computed by hand. */
class XmrTest {

    private static Series chart(int baseline, int... values) {
        var all = new ArrayList<Xmr.Value>();
        for (int value : values) {
            all.add(
                    new Xmr.Value(
                            "P" + all.size(), 9, BigDecimal.valueOf(value), all.size() < baseline));
        }
        return Xmr.of(all);
    }

    private static List<List<Rule>> signals(Series series) {
        return series.points().stream().map(Point::signals).toList();
    }

    @Test
    void theLimitsAreOfTheBaselineAlone() {
        // Mean 50/5 = 10, ranges 2, 4, 4, 4: mean 3.5.
        Series series = chart(5, 10, 12, 8, 12, 8, 30);
        assertThat(series.mean()).isEqualTo("10.000");
        assertThat(series.rangeMean()).isEqualTo("3.500");
        assertThat(series.low()).isEqualTo("0.690");
        assertThat(series.high()).isEqualTo("19.310");
        assertThat(series.rangeHigh()).isEqualTo("11.435");
        assertThat(signals(series).getLast()).containsExactly(Rule.OUTSIDE, Rule.JUMP);
        assertThat(signals(series).subList(0, 5)).containsOnly(List.of());
        assertThat(series.points().getFirst().range()).isNull();
    }

    @Test
    void eightInARowOnOneSideAreARunAndSevenAreNone() {
        Series eight = chart(2, 8, 12, 11, 11, 11, 11, 11, 11, 11, 9);
        assertThat(signals(eight).subList(1, 9)).containsOnly(List.of(Rule.RUN_OF_EIGHT));
        assertThat(signals(eight).get(0)).isEmpty();
        assertThat(signals(eight).get(9)).isEmpty();

        Series seven = chart(2, 8, 12, 11, 11, 11, 11, 11, 11, 9);
        assertThat(signals(seven)).containsOnly(List.of());
    }

    @Test
    void aPointOnTheMeanEndsARun() {
        Series broken = chart(2, 8, 12, 11, 11, 11, 10, 11, 11, 11, 11);
        assertThat(signals(broken)).containsOnly(List.of());
    }

    @Test
    void aTimeHasNoLimitBelowZeroAndOnePointHasNone() {
        assertThat(chart(2, 1, 9).low()).isEqualByComparingTo("0");
        Series one = chart(1, 5, 100);
        assertThat(one.mean()).isNull();
        assertThat(signals(one)).containsOnly(List.of());
    }
}
