package org.chengnuo.approval.api.pages;

import org.chengnuo.approval.api.pages.Chart.Cell;
import org.chengnuo.approval.api.pages.Chart.Mark;
import org.chengnuo.approval.api.pages.Chart.Row;
import org.chengnuo.approval.api.pages.Chart.Term;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.Distribution;
import org.chengnuo.approval.projections.reviewtimes.OnTime;
import org.chengnuo.approval.projections.reviewtimes.Turnaround;
import org.chengnuo.approval.projections.reviewtimes.Turnarounds;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/** Makes charts of statistics. */
final class TurnaroundCharts {

    private static final String API = "/api/v1/statistics/";
    private static final String FILINGS = "/filings";

    private static final int BINS = 30;

    private final Wording words;
    private final Address question;
    private final ReadableUnit unit;

    TurnaroundCharts(Wording words, Address question, ReadableUnit unit) {
        this.words = words;
        this.question = question;
        this.unit = unit;
    }

    /**
     * How many bins there are: as fine as the greater part needs, for a single filing that takes a
     * year would otherwise make one bar of all others.
     */
    static int bins(Turnaround.Group all) {
        BigDecimal max = all.maxSeconds();
        BigDecimal shown = shown(all);
        if (max == null || shown.signum() == 0 || max.compareTo(shown) <= 0) {
            return BINS;
        }
        return max.multiply(BigDecimal.valueOf(BINS))
                .divide(shown, 0, RoundingMode.CEILING)
                .min(BigDecimal.valueOf(Turnarounds.MOST_BINS))
                .intValue();
    }

    /** How far the chart of the distribution goes; the table goes to the end. */
    private static BigDecimal shown(Turnaround.Group all) {
        return all.p95Seconds() == null
                ? BigDecimal.ZERO
                : all.p95Seconds().multiply(BigDecimal.TWO);
    }

    Chart distribution(Distribution distribution, Turnaround.Group all, int bins) {
        var rows = new ArrayList<Row>();
        for (Distribution.Bin bin : distribution.bins()) {
            BigDecimal from = unit.of(bin.fromSeconds());
            BigDecimal to = unit.of(bin.toSeconds());
            rows.add(
                    new Row(
                            words.rounded(from) + " – " + words.rounded(to),
                            false,
                            bin.n() == 0
                                    ? null
                                    : question.with("fromSeconds", bin.fromSeconds())
                                            .with("toSeconds", bin.toSeconds())
                                            .at(FILINGS),
                            List.of(
                                    new Cell(
                                            words.rounded(from),
                                            plain(from),
                                            exact(bin.fromSeconds())),
                                    new Cell(words.rounded(to), plain(to), exact(bin.toSeconds())),
                                    count(bin.n()))));
        }
        var marks = new ArrayList<Mark>();
        mark(marks, "p50", all.p50Seconds());
        mark(marks, "p90", all.p90Seconds());
        mark(marks, "p95", all.p95Seconds());
        end(marks, distribution, all);
        return new Chart(
                "distribution",
                "histogram",
                words.say("chart.distribution"),
                words.say(
                        "chart.distribution.says",
                        words.number(distribution.n()),
                        time(all.p50Seconds()),
                        time(all.p90Seconds()),
                        time(all.p95Seconds())),
                unit.name(words),
                List.of(
                        words.say("table.bin"),
                        words.say("table.from"),
                        words.say("table.to"),
                        words.say("table.filings")),
                rows,
                marks,
                question.with("scale", "linear")
                        .with("bins", bins)
                        .at(API + "turnaround/distribution"),
                Term.of(words, distribution.definition()));
    }

    Chart trend(Turnaround months, YearMonth present) {
        var byMonth = new HashMap<String, Turnaround.Group>();
        months.groups().forEach(group -> byMonth.put(String.valueOf(group.key()), group));
        var rows = new ArrayList<Row>();
        if (!months.groups().isEmpty()) {
            YearMonth last = YearMonth.parse(String.valueOf(months.groups().getLast().key()));
            // Months in which nothing ended are shown too: as nothing.
            for (YearMonth month =
                            YearMonth.parse(String.valueOf(months.groups().getFirst().key()));
                    !month.isAfter(last);
                    month = month.plusMonths(1)) {
                rows.add(
                        row(
                                month(month, present),
                                month.toString(),
                                Dimension.MONTH,
                                byMonth.get(month.toString())));
            }
        }
        return chart("trend", "trend", Dimension.MONTH, rows, months);
    }

    private String month(YearMonth month, YearMonth present) {
        return month.equals(present) ? words.say("month.so-far", month) : month.toString();
    }

    /** By item or zone, the slowest first by its p90. */
    Chart groups(Turnaround statistic) {
        Dimension by = statistic.definition().groupBy().getFirst();
        List<Row> rows =
                statistic.groups().stream()
                        .sorted(
                                Comparator.comparing(
                                        Turnaround.Group::p90Seconds,
                                        Comparator.nullsLast(Comparator.reverseOrder())))
                        .map(group -> row(words.key(by, group.key()), group.key(), by, group))
                        .toList();
        return chart("by-" + QuestionForm.spelled(by), "groups", by, rows, statistic);
    }

    private Row row(
            String label, @Nullable String key, Dimension by, Turnaround.@Nullable Group group) {
        if (group == null) {
            return new Row(
                    label,
                    false,
                    null,
                    List.of(count(0), cell(null), cell(null), cell(null), cell(null), cell(null)));
        }
        boolean few = group.n() < TurnaroundPage.FEWEST;
        return new Row(
                label,
                few,
                key == null || group.n() == 0
                        ? null
                        : question.with("groupBy", QuestionForm.spelled(by))
                                .with("key", key)
                                .at(FILINGS),
                List.of(
                        count(group.n()),
                        cell(group.p50Seconds()),
                        cell(group.p90Seconds()),
                        cell(group.p95Seconds()),
                        few
                                ? new Cell("–", null, words.say("figure.few"))
                                : cell(group.meanSeconds()),
                        cell(group.maxSeconds())));
    }

    private Chart chart(
            String id, String kind, Dimension by, List<Row> rows, Turnaround statistic) {
        return new Chart(
                id,
                kind,
                words.say("chart." + by.name()),
                words.say("chart." + by.name() + ".says", rows.size()),
                unit.name(words),
                List.of(
                        words.say("group." + by.name()),
                        words.say("table.filings"),
                        "p50",
                        "p90",
                        "p95",
                        words.say("figure.mean"),
                        words.say("figure.max")),
                rows,
                List.of(),
                question.with("groupBy", QuestionForm.spelled(by)).at(API + "turnaround"),
                Term.of(words, statistic.definition()));
    }

    /**
     * The two shares side by side.
     *
     * @param gap the share that is in time only by stops that cannot be attested; null where both
     *     are not of the same filings
     */
    record Verdict(String claimed, String attested, String n, @Nullable String gap) {}

    Verdict verdict(OnTime.Group all) {
        return new Verdict(
                words.percent(all.shareClaimed()),
                words.percent(all.shareAttested()),
                words.say("on-time.of", words.number(all.n()), words.number(all.attestableN())),
                all.n() == all.attestableN() && all.onTimeClaimed() > all.onTimeAttested()
                        ? words.number(all.onTimeClaimed() - all.onTimeAttested())
                        : null);
    }

    /** The worst attested share first; months in their order. */
    Chart onTime(OnTime onTime, YearMonth present) {
        Dimension by = onTime.definition().groupBy().getFirst();
        Comparator<OnTime.Group> worstFirst =
                Comparator.comparing(
                        OnTime.Group::shareAttested,
                        Comparator.nullsLast(Comparator.naturalOrder()));
        List<Row> rows =
                onTime.groups().stream()
                        .sorted(by == Dimension.MONTH ? (_, _) -> 0 : worstFirst)
                        .map(group -> row(group, by, present))
                        .toList();
        OnTime.Meaning meaning = onTime.definition();
        // Only of the same filings is the one share less the other what rests on unattested stops.
        boolean same = onTime.groups().stream().allMatch(group -> group.n() == group.attestableN());
        return new Chart(
                "on-time",
                "shares",
                words.say(meaning.title()),
                words.say(same ? "chart.on-time.says" : "chart.on-time.differs"),
                "%",
                List.of(
                        words.say("group." + by.name()),
                        words.say("table.decided"),
                        words.say("basis.CLAIMED"),
                        words.say("basis.ATTESTED"),
                        words.say("table.in-time.claimed"),
                        words.say("table.attestable"),
                        words.say("table.in-time.attested")),
                rows,
                List.of(),
                question.with("measure", null)
                        .with("clock", null)
                        .with("basis", null)
                        .with("groupBy", QuestionForm.spelled(by))
                        .at(API + "on-time"),
                List.of(
                        Term.of(words, "counted", meaning.counted()),
                        Term.of(words, "claimed", meaning.claimed()),
                        Term.of(words, "attested", meaning.attested()),
                        Term.of(words, "period", meaning.period()),
                        Term.of(words, "share", meaning.share())));
    }

    private Row row(OnTime.Group group, Dimension by, YearMonth present) {
        String label =
                by == Dimension.MONTH && group.key() != null
                        ? month(YearMonth.parse(group.key()), present)
                        : words.key(by, group.key());
        return new Row(
                label,
                group.n() < TurnaroundPage.FEWEST,
                group.key() == null
                        ? null
                        // The decided filings, whatever is measured elsewhere on the page.
                        : question.with("measure", "review")
                                .with("basis", "attested")
                                .with("groupBy", QuestionForm.spelled(by))
                                .with("key", group.key())
                                .at(FILINGS),
                List.of(
                        count(group.n()),
                        share(group.shareClaimed()),
                        share(group.shareAttested()),
                        count(group.onTimeClaimed()),
                        count(group.attestableN()),
                        count(group.onTimeAttested())));
    }

    private Cell share(@Nullable BigDecimal share) {
        return Cell.share(words, share);
    }

    private Cell count(long n) {
        return Cell.count(words, n);
    }

    private Cell cell(@Nullable BigDecimal seconds) {
        return Cell.time(words, unit, seconds);
    }

    private String time(@Nullable BigDecimal seconds) {
        return words.rounded(unit.of(seconds)) + " " + unit.sign(words);
    }

    private void mark(List<Mark> marks, String name, @Nullable BigDecimal seconds) {
        String value = plain(unit.of(seconds));
        if (value != null) {
            marks.add(new Mark(name, value, time(seconds)));
        }
    }

    /** Where the chart ends, if there are bins beyond, and how many filings are in them. */
    private void end(List<Mark> marks, Distribution distribution, Turnaround.Group all) {
        BigDecimal shown = shown(all);
        BigDecimal end = null;
        long beyond = 0;
        for (Distribution.Bin bin : distribution.bins()) {
            if (end == null && bin.toSeconds().compareTo(shown) >= 0) {
                end = bin.toSeconds();
            } else if (end != null) {
                beyond += bin.n();
            }
        }
        String value = plain(unit.of(end));
        if (value != null && beyond > 0) {
            marks.add(
                    new Mark(
                            "end",
                            value,
                            words.say(
                                    "chart.beyond", words.number(beyond), time(all.maxSeconds()))));
        }
    }

    private @Nullable String exact(@Nullable BigDecimal seconds) {
        return seconds == null ? null : words.say("exact.seconds", seconds.toPlainString());
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
