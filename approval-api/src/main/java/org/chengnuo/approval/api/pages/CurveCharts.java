package org.chengnuo.approval.api.pages;

import org.chengnuo.approval.api.pages.Chart.Cell;
import org.chengnuo.approval.api.pages.Chart.Mark;
import org.chengnuo.approval.api.pages.Chart.Row;
import org.chengnuo.approval.api.pages.Chart.Term;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.Turnaround;
import org.chengnuo.approval.projections.survival.Ecdf;
import org.chengnuo.approval.projections.survival.Survival;
import org.chengnuo.approval.projections.trend.ControlChart;
import org.chengnuo.approval.projections.trend.Trends;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes charts of curves and of runs over time. */
final class CurveCharts {

    private static final String API = "/api/v1/statistics/";

    /** At how many times a curve is read. */
    private static final int TIMES = 6;

    private final Wording words;
    private final Address question;
    private final ReadableUnit unit;

    CurveCharts(Wording words, Address question, ReadableUnit unit) {
        this.words = words;
        this.question = question;
        this.unit = unit;
    }

    /** Round numbers of the unit, up to about twice the time in which nine of ten end. */
    List<Integer> times(Turnaround.@Nullable Group all) {
        BigDecimal most = all == null ? null : unit.of(all.p90Seconds());
        int step =
                most == null ? 10 : step(most.divide(BigDecimal.valueOf(3), RoundingMode.CEILING));
        return IntStream.rangeClosed(1, TIMES).mapToObj(i -> i * step).toList();
    }

    /** The least of 1, 2, 5, 10, 20, 50 … that is not less. */
    private static int step(BigDecimal least) {
        int tens = 1;
        while (tens < 100_000) {
            for (int digit : new int[] {1, 2, 5}) {
                if (least.compareTo(BigDecimal.valueOf((long) digit * tens)) <= 0) {
                    return digit * tens;
                }
            }
            tens *= 10;
        }
        return tens;
    }

    /** Where the curves end, if some take much longer than nearly all; the table has them. */
    private List<Mark> end(Turnaround.@Nullable Group all) {
        BigDecimal p95 = all == null ? null : unit.of(all.p95Seconds());
        BigDecimal max = all == null ? null : unit.of(all.maxSeconds());
        if (all == null || p95 == null || max == null || p95.signum() == 0) {
            return List.of();
        }
        BigDecimal end = p95.multiply(BigDecimal.TWO);
        return max.compareTo(end) <= 0
                ? List.of()
                : List.of(
                        new Mark(
                                "end",
                                end.toPlainString(),
                                words.say("curves.beyond", said(all.maxSeconds()))));
    }

    /**
     * @param points how many a curve may have, and {@code at} which times it was read, as they were
     *     asked for
     */
    Chart survival(Survival survival, int points, Duration[] at, Turnaround.@Nullable Group all) {
        List<Dimension> by = survival.definition().groupBy();
        var rows = new ArrayList<Row>();
        for (Survival.Group group : survival.groups()) {
            for (Survival.Point point : group.points()) {
                rows.add(
                        new Row(
                                name(by, group.keys()),
                                false,
                                null,
                                List.of(
                                        time(point.seconds()),
                                        share(point.survival()),
                                        share(point.low()),
                                        share(point.high()),
                                        Cell.count(words, point.atRisk()),
                                        Cell.count(words, point.ended()),
                                        Cell.count(words, point.censored()))));
            }
        }
        long n = survival.groups().stream().mapToLong(Survival.Group::n).sum();
        long open = survival.groups().stream().mapToLong(Survival.Group::censoredN).sum();
        Survival.Meaning meaning = survival.meaning();
        var terms =
                new ArrayList<>(
                        List.of(
                                Term.of(words, "survival", meaning.survival()),
                                Term.of(words, "censored", meaning.censored()),
                                Term.of(words, "median", meaning.median()),
                                Term.of(words, "band", meaning.band()),
                                Term.of(words, "points", meaning.points()),
                                Term.of(words, "read", meaning.at()),
                                Term.of(words, "caution", meaning.caution())));
        terms.addAll(Term.of(words, survival.definition()));
        return new Chart(
                "survival",
                "survival",
                words.say("curves.survival"),
                words.say("curves.survival.says", words.number(n), words.number(open)),
                unit.name(words),
                List.of(
                        by.isEmpty() ? words.say("curves.curve") : group(by),
                        words.say("table.bin"),
                        words.say("curves.open-after"),
                        words.say("curves.low"),
                        words.say("curves.high"),
                        words.say("curves.at-risk"),
                        words.say("curves.ended"),
                        words.say("curves.censored")),
                rows,
                end(all),
                question.by(by)
                        .with("points", points)
                        .withAll(
                                "at",
                                Arrays.stream(at)
                                        .map(time -> Long.toString(time.toSeconds()))
                                        .toList())
                        .at(API + "survival"),
                terms);
    }

    /**
     * The curves read at their median and at some times.
     *
     * @param heads of the times
     */
    record Read(String group, List<String> heads, List<Row> rows) {}

    Read read(Survival survival, List<Integer> times) {
        List<Dimension> by = survival.definition().groupBy();
        return new Read(
                by.isEmpty() ? words.say("curves.curve") : group(by),
                times.stream().map(n -> words.number(n) + " " + unit.sign(words)).toList(),
                survival.groups().stream().map(group -> read(by, group)).toList());
    }

    private Row read(List<Dimension> by, Survival.Group group) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.count(words, group.n()));
        cells.add(Cell.count(words, group.endedN()));
        cells.add(Cell.count(words, group.censoredN()));
        cells.add(time(group.medianSeconds()));
        cells.add(
                Cell.text(
                        words.rounded(unit.of(group.medianLowSeconds()))
                                + " … "
                                + words.rounded(unit.of(group.medianHighSeconds()))));
        for (Survival.At at : group.at()) {
            cells.add(
                    new Cell(
                            words.percent(at.survival()),
                            null,
                            at.low() == null || at.high() == null
                                    ? null
                                    : words.say(
                                            "curves.band",
                                            words.percent(at.low()),
                                            words.percent(at.high()))));
        }
        String key = group.keys().isEmpty() ? null : group.keys().getFirst();
        return new Row(
                name(by, group.keys()),
                group.n() < TurnaroundPage.FEWEST,
                group.endedN() == 0 || (key == null && !by.isEmpty())
                        ? null
                        : question.by(by).with("key", key).at("/filings"),
                cells);
    }

    /** Why the two curves do not say the same, if they do not. */
    String differ(Survival.Group survival, Turnaround.@Nullable Group ended) {
        if (survival.censoredN() == 0) {
            return words.say("curves.same", words.number(survival.n()));
        }
        return words.say(
                "curves.differ",
                said(ended == null ? null : ended.p50Seconds()),
                said(survival.medianSeconds()),
                words.number(survival.censoredN()),
                words.number(survival.n()));
    }

    Chart ecdf(Ecdf ecdf, int points, Turnaround.@Nullable Group all) {
        List<Dimension> by = ecdf.definition().groupBy();
        var rows = new ArrayList<Row>();
        for (Ecdf.Group group : ecdf.groups()) {
            for (Ecdf.Point point : group.points()) {
                rows.add(
                        new Row(
                                name(by, group.keys()),
                                false,
                                null,
                                List.of(
                                        time(point.seconds()),
                                        share(point.share()),
                                        Cell.count(words, point.n()))));
            }
        }
        var terms = new ArrayList<>(List.of(Term.of(words, "share", ecdf.meaning())));
        terms.addAll(Term.of(words, ecdf.definition()));
        return new Chart(
                "ecdf",
                "ecdf",
                words.say("curves.ecdf"),
                words.say(
                        "curves.ecdf.says",
                        words.number(ecdf.groups().stream().mapToLong(Ecdf.Group::n).sum())),
                unit.name(words),
                List.of(
                        by.isEmpty() ? words.say("curves.curve") : group(by),
                        words.say("table.bin"),
                        words.say("curves.done"),
                        words.say("table.filings")),
                rows,
                end(all),
                question.by(by).with("points", points).at(API + "ecdf"),
                terms);
    }

    /**
     * @param percentile as in {@code p50}
     */
    Chart control(
            String percentile,
            ControlChart chart,
            ControlChart.Series series,
            Trends.Baseline baseline,
            YearMonth present) {
        Dimension time = chart.definition().groupBy().getFirst();
        Address grouped = question.by(List.of(time));
        var marks = new ArrayList<Mark>();
        mark(marks, words.say("control.mean"), series.mean());
        mark(marks, words.say("control.low"), series.low());
        mark(marks, words.say("control.high"), series.high());
        ControlChart.Meaning meaning = chart.meaning();
        var terms =
                new ArrayList<>(
                        List.of(
                                Term.of(words, "chart", meaning.chart()),
                                Term.of(words, "limits", meaning.limits()),
                                Term.of(words, "baseline", meaning.baseline()),
                                Term.of(words, "caution", meaning.caution())));
        terms.addAll(Term.of(words, chart.definition()));
        return new Chart(
                "control-" + percentile,
                "control",
                words.say("control." + percentile),
                series.mean() == null
                        ? words.say("control.no-limits")
                        : words.say(
                                "control.says",
                                series.points().size(),
                                said(series.mean()),
                                said(series.low()),
                                said(series.high()),
                                series.baseline()),
                unit.name(words),
                List.of(
                        words.say("group." + time.name()),
                        percentile,
                        words.say("control.range"),
                        words.say("table.filings"),
                        words.say("control.signals")),
                series.points().stream().map(point -> row(point, grouped, present)).toList(),
                marks,
                grouped.with("baselineFrom", baseline.from())
                        .with("baselineTo", baseline.to())
                        .at(API + "control-chart"),
                terms);
    }

    private Row row(ControlChart.Point point, Address grouped, YearMonth present) {
        return new Row(
                point.part().equals(present.toString())
                        ? words.say("month.so-far", point.part())
                        : point.part(),
                point.n() < TurnaroundPage.FEWEST,
                grouped.with("key", point.part()).at("/filings"),
                List.of(
                        time(point.seconds()),
                        time(point.range()),
                        Cell.count(words, point.n()),
                        new Cell(
                                point.signals().isEmpty()
                                        ? "–"
                                        : point.signals().stream()
                                                .map(rule -> words.say(rule.meaning()))
                                                .collect(Collectors.joining("; ")),
                                Integer.toString(point.signals().size()),
                                null)));
    }

    /** The points that are signals, each by its name. */
    List<String> outside(ControlChart chart) {
        var named = new ArrayList<String>();
        name(named, "p50", chart.p50());
        name(named, "p90", chart.p90());
        return named;
    }

    private void name(List<String> named, String percentile, ControlChart.Series series) {
        for (ControlChart.Rule rule : ControlChart.Rule.values()) {
            List<String> parts =
                    series.points().stream()
                            .filter(point -> point.signals().contains(rule))
                            .map(point -> point.part() + " (" + said(point.seconds()) + ")")
                            .toList();
            if (!parts.isEmpty()) {
                named.add(
                        words.say(
                                "control.signal",
                                percentile,
                                words.say(rule.meaning()),
                                String.join(", ", parts)));
            }
        }
    }

    private void mark(List<Mark> marks, String name, @Nullable BigDecimal seconds) {
        BigDecimal value = unit.of(seconds);
        if (value != null) {
            marks.add(new Mark(name, value.toPlainString(), said(seconds)));
        }
    }

    private String name(List<Dimension> by, List<@Nullable String> keys) {
        return by.isEmpty() ? words.say("curves.all") : words.key(by.getFirst(), keys.getFirst());
    }

    private String group(List<Dimension> by) {
        return words.say("group." + by.getFirst().name());
    }

    private Cell time(@Nullable BigDecimal seconds) {
        return Cell.time(words, unit, seconds);
    }

    private Cell share(@Nullable BigDecimal share) {
        return Cell.share(words, share);
    }

    private String said(@Nullable BigDecimal seconds) {
        return seconds == null
                ? words.say("curves.none")
                : words.rounded(unit.of(seconds)) + " " + unit.sign(words);
    }
}
