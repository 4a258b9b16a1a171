package org.chengnuo.approval.projections.trend;

import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.Turnaround;
import org.chengnuo.approval.projections.reviewtimes.Turnarounds;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Answers how a measure runs over time. */
public final class Trends {

    /** How many points the limits are of, if no baseline is named. */
    private static final int USUAL_BASELINE = 12;

    private final Turnarounds turnarounds;

    public Trends(Turnarounds turnarounds) {
        this.turnarounds = turnarounds;
    }

    /**
     * The points of which the limits are computed: those of the parts of the time in which these
     * days lie.
     *
     * @param from the first day; null for the first point
     * @param to the last day; null for the last point
     */
    public record Baseline(@Nullable LocalDate from, @Nullable LocalDate to) {

        /** The first twelve points. */
        public static final Baseline USUAL = new Baseline(null, null);

        public Baseline {
            if (from != null && to != null && to.isBefore(from)) {
                throw new IllegalArgumentException(
                        "the baseline ends on %s, before it begins on %s".formatted(to, from));
            }
        }

        boolean contains(String part, int index, Dimension time) {
            if (from == null && to == null) {
                return index < USUAL_BASELINE;
            }
            return (from == null || part.compareTo(part(from, time)) >= 0)
                    && (to == null || part.compareTo(part(to, time)) <= 0);
        }

        private static String part(LocalDate day, Dimension time) {
            return time == Dimension.QUARTER
                    ? "%d-Q%d".formatted(day.getYear(), (day.getMonthValue() + 2) / 3)
                    : day.toString().substring(0, 7);
        }
    }

    /**
     * @param asked grouped by month or quarter, by nothing else; by month, if it is not grouped
     * @throws IllegalArgumentException if it is grouped otherwise
     */
    public ControlChart chart(Question asked, Baseline baseline) {
        Question question = asked.groupBy().isEmpty() ? asked.by(Dimension.MONTH) : asked;
        List<Dimension> groupings = question.groupBy();
        Dimension time = groupings.getFirst();
        if (groupings.size() > 1 || (time != Dimension.MONTH && time != Dimension.QUARTER)) {
            throw new IllegalArgumentException(
                    "a control chart is one series by month or by quarter: groupBy=month or"
                            + " groupBy=quarter; restrict it by a filter to one zone, item or"
                            + " center");
        }
        Turnaround turnaround = turnarounds.answer(question);
        return new ControlChart(
                turnaround.definition(),
                ControlChart.Meaning.OF_ALL,
                turnaround.position(),
                Xmr.of(values(turnaround, time, baseline, Turnaround.Group::p50Seconds)),
                Xmr.of(values(turnaround, time, baseline, Turnaround.Group::p90Seconds)));
    }

    private static List<Xmr.Value> values(
            Turnaround turnaround,
            Dimension time,
            Baseline baseline,
            Function<Turnaround.Group, @Nullable BigDecimal> percentile) {
        var values = new ArrayList<Xmr.Value>();
        for (Turnaround.Group group : turnaround.groups()) {
            String part = group.key();
            if (part != null && group.n() > 0) {
                values.add(
                        new Xmr.Value(
                                part,
                                group.n(),
                                Objects.requireNonNull(percentile.apply(group)),
                                baseline.contains(part, values.size(), time)));
            }
        }
        return values;
    }
}
