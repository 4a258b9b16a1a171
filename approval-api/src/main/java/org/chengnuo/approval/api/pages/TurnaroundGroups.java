package org.chengnuo.approval.api.pages;

import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.Turnaround;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A table of the groups of a statistic, by several properties at once.
 *
 * @param heads of the keys
 * @param says how many groups there are, and which of them are shown
 */
record TurnaroundGroups(
        List<String> heads,
        List<Row> rows,
        String says,
        String json,
        @Nullable String previous,
        @Nullable String next,
        List<Chart.Term> definition) {

    private static final int ROWS = 200;

    /**
     * @param few of so few filings that the figures are not to be leant on
     * @param href the filings behind the row; null if they have no address
     */
    record Row(List<String> keys, boolean few, @Nullable String href, List<Chart.Cell> cells) {}

    static TurnaroundGroups of(
            Turnaround statistic, Wording words, ReadableUnit unit, Address question, int offset) {
        List<Dimension> by = statistic.definition().groupBy();
        int all = statistic.groups().size();
        int first = Math.clamp(offset, 0, all);
        int last = Math.min(all, first + ROWS);
        Address here = question.by(by);
        return new TurnaroundGroups(
                by.stream().map(dimension -> words.say("group." + dimension.name())).toList(),
                statistic.groups().subList(first, last).stream()
                        .map(group -> row(group, by, words, unit, here))
                        .toList(),
                words.say(
                        "groups.says",
                        words.number(all),
                        words.number(Math.min(first + 1, last)),
                        words.number(last)),
                here.at("/api/v1/statistics/turnaround"),
                first == 0 ? null : here.with("offset", Math.max(0, first - ROWS)).at("/"),
                last == all ? null : here.with("offset", last).at("/"),
                Chart.Term.of(words, statistic.definition()));
    }

    private static Row row(
            Turnaround.Group group,
            List<Dimension> by,
            Wording words,
            ReadableUnit unit,
            Address here) {
        boolean few = group.n() < TurnaroundPage.FEWEST;
        boolean addressed = group.n() > 0 && group.keys().stream().allMatch(Objects::nonNull);
        var keys = new ArrayList<String>();
        group.keys().forEach(key -> keys.add(String.valueOf(key)));
        return new Row(
                IntStream.range(0, by.size())
                        .mapToObj(i -> words.key(by.get(i), group.keys().get(i)))
                        .toList(),
                few,
                addressed ? here.withAll("key", keys).at("/filings") : null,
                List.of(
                        Chart.Cell.count(words, group.n()),
                        Chart.Cell.count(words, group.openN()),
                        few
                                ? new Chart.Cell("–", null, words.say("figure.few"))
                                : Chart.Cell.time(words, unit, group.meanSeconds()),
                        Chart.Cell.time(words, unit, group.p50Seconds()),
                        Chart.Cell.time(words, unit, group.p90Seconds()),
                        Chart.Cell.time(words, unit, group.p95Seconds()),
                        Chart.Cell.time(words, unit, group.maxSeconds())));
    }
}
