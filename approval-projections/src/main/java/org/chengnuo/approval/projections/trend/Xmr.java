package org.chengnuo.approval.projections.trend;

import org.chengnuo.approval.projections.trend.ControlChart.Point;
import org.chengnuo.approval.projections.trend.ControlChart.Rule;
import org.chengnuo.approval.projections.trend.ControlChart.Series;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** The XmR chart of one series of values, by decimal arithmetic. */
final class Xmr {

    /** 3 / d2, with d2 = 1.128 for ranges of two. */
    private static final BigDecimal LIMITS = new BigDecimal("2.66");

    /** D4 for ranges of two. */
    private static final BigDecimal RANGE_LIMIT = new BigDecimal("3.267");

    private static final int RUN = 8;

    /** Of the means, whose limits are rounded to three decimals only at the end. */
    private static final int SCALE = 9;

    private Xmr() {}

    /** The value of one part of the time. */
    record Value(String part, long n, BigDecimal seconds, boolean inBaseline) {}

    static Series of(List<Value> values) {
        List<Value> baseline = values.stream().filter(Value::inBaseline).toList();
        BigDecimal mean = null;
        BigDecimal rangeMean = null;
        if (baseline.size() > 1) {
            mean = mean(baseline.stream().map(Value::seconds).toList());
            var ranges = new ArrayList<BigDecimal>();
            for (int i = 1; i < baseline.size(); i++) {
                ranges.add(range(baseline, i));
            }
            rangeMean = mean(ranges);
        }
        BigDecimal low = null;
        BigDecimal high = null;
        BigDecimal rangeHigh = null;
        if (mean != null && rangeMean != null) {
            BigDecimal width = LIMITS.multiply(rangeMean);
            low = mean.subtract(width).max(BigDecimal.ZERO);
            high = mean.add(width);
            rangeHigh = RANGE_LIMIT.multiply(rangeMean);
        }
        var points = new ArrayList<Point>();
        for (int i = 0; i < values.size(); i++) {
            Value value = values.get(i);
            BigDecimal range = i == 0 ? null : range(values, i);
            var signals = EnumSet.noneOf(Rule.class);
            if (low != null
                    && high != null
                    && (value.seconds().compareTo(low) < 0
                            || value.seconds().compareTo(high) > 0)) {
                signals.add(Rule.OUTSIDE);
            }
            if (range != null && rangeHigh != null && range.compareTo(rangeHigh) > 0) {
                signals.add(Rule.JUMP);
            }
            if (mean != null && runLength(values, i, mean) >= RUN) {
                signals.add(Rule.RUN_OF_EIGHT);
            }
            points.add(
                    new Point(
                            value.part(),
                            value.n(),
                            value.seconds(),
                            range,
                            value.inBaseline(),
                            List.copyOf(signals)));
        }
        return new Series(
                baseline.size(),
                rounded(mean),
                rounded(low),
                rounded(high),
                rounded(rangeMean),
                rounded(rangeHigh),
                points);
    }

    private static BigDecimal range(List<Value> values, int i) {
        return values.get(i).seconds().subtract(values.get(i - 1).seconds()).abs();
    }

    private static BigDecimal mean(List<BigDecimal> values) {
        return values.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size()), SCALE, RoundingMode.HALF_UP);
    }

    /** How many in a row, this one among them, lie on its side of the mean; none if it is on it. */
    private static int runLength(List<Value> values, int i, BigDecimal mean) {
        int side = side(values, i, mean);
        if (side == 0) {
            return 0;
        }
        int first = i;
        while (first > 0 && side(values, first - 1, mean) == side) {
            first--;
        }
        int last = i;
        while (last < values.size() - 1 && side(values, last + 1, mean) == side) {
            last++;
        }
        return last - first + 1;
    }

    private static int side(List<Value> values, int i, BigDecimal mean) {
        return values.get(i).seconds().compareTo(mean);
    }

    private static @Nullable BigDecimal rounded(@Nullable BigDecimal value) {
        return value == null ? null : value.setScale(3, RoundingMode.HALF_UP);
    }
}
