package org.chengnuo.approval.api.pages;

import org.chengnuo.approval.api.pages.Chart.Cell;
import org.chengnuo.approval.api.pages.Chart.Row;
import org.chengnuo.approval.api.pages.Chart.Term;
import org.chengnuo.approval.projections.indicators.IndicatorAnswer;
import org.chengnuo.approval.projections.indicators.IndicatorAnswer.Group;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.jspecify.annotations.Nullable;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes charts of an indicator: one for each unit of its limits, for units are never mixed. */
final class IndicatorCharts {

    private final Wording words;
    private final Address question;
    private final IndicatorWriting writing;
    private final String page;

    /**
     * @param page the address of the page of the indicator
     */
    IndicatorCharts(Wording words, Address question, IndicatorWriting writing, String page) {
        this.words = words;
        this.question = question;
        this.writing = writing;
        this.page = page;
    }

    /** What an indicator means, with what is withheld. */
    static List<Term> terms(Wording words, IndicatorAnswer answer) {
        IndicatorAnswer.Meaning meaning = answer.definition();
        return List.of(
                new Term(words.say("indicator.definition"), words.say(meaning.definition())),
                new Term(words.say("indicator.formula"), words.say(meaning.formula())),
                new Term(words.say("indicator.caution"), words.say(meaning.caution())),
                new Term(words.say("indicator.of"), words.say(meaning.of())),
                new Term(words.say("definition.period"), words.say(meaning.period())),
                new Term(words.say("indicator.rounding"), words.say(meaning.rounding())),
                new Term(
                        words.say("indicator.fewest", answer.asked().fewest()),
                        words.say(answer.asked().withholding())));
    }

    /**
     * @param soFar the month that has not ended; null if the period ends before
     */
    List<Chart> of(IndicatorAnswer answer, @Nullable YearMonth soFar) {
        Dimension by = answer.asked().groupBy().getFirst();
        var byUnit = new LinkedHashMap<String, List<Group>>();
        for (Group group : answer.groups()) {
            byUnit.computeIfAbsent(
                            Objects.requireNonNullElse(group.unit(), ""), _ -> new ArrayList<>())
                    .add(group);
        }
        return byUnit.entrySet().stream()
                .map(
                        entry ->
                                chart(
                                        answer,
                                        by,
                                        entry.getKey(),
                                        by == Dimension.MONTH
                                                ? months(entry.getValue(), soFar)
                                                : highestFirst(by, entry.getValue())))
                .toList();
    }

    private Chart chart(IndicatorAnswer answer, Dimension by, String unit, List<Row> rows) {
        String id = "by-" + by.word() + (unit.isEmpty() ? "" : "-" + unit);
        String title = words.say("chart." + by.name());
        return new Chart(
                id,
                by == Dimension.MONTH ? "course" : "values",
                unit.isEmpty() ? title : title + " · " + writing.unit(unit),
                words.say(
                        by == Dimension.MONTH
                                ? "indicator.chart.months"
                                : "indicator.chart.highest-first",
                        rows.size()),
                writing.axis(),
                List.of(
                        words.say("group." + by.name()),
                        words.say("indicator.n"),
                        words.say("indicator.value"),
                        words.say("indicator.numerator"),
                        words.say("indicator.denominator")),
                rows,
                List.of(),
                question.with("groupBy", by.word()).at("/api/v1/statistics" + page),
                terms(words, answer));
    }

    private List<Row> highestFirst(Dimension by, List<Group> groups) {
        return groups.stream()
                .sorted(
                        Comparator.comparing(
                                Group::value, Comparator.nullsLast(Comparator.reverseOrder())))
                .map(group -> row(by, label(by, group.keys().getFirst()), group))
                .toList();
    }

    private String label(Dimension by, @Nullable String key) {
        if (key == null) {
            return words.say("key.none");
        }
        return by == Dimension.ITEM ? words.item(key) : key;
    }

    /** Months of which nothing is counted are shown too: as nothing. */
    private List<Row> months(List<Group> groups, @Nullable YearMonth soFar) {
        Map<String, Group> byMonth = new HashMap<>();
        groups.forEach(group -> byMonth.put(String.valueOf(group.keys().getFirst()), group));
        List<YearMonth> all =
                groups.stream()
                        .map(group -> group.keys().getFirst())
                        .filter(Objects::nonNull)
                        .map(YearMonth::parse)
                        .sorted()
                        .toList();
        var rows = new ArrayList<Row>();
        if (!all.isEmpty()) {
            for (YearMonth month = all.getFirst();
                    !month.isAfter(all.getLast());
                    month = month.plusMonths(1)) {
                String label =
                        month.equals(soFar) ? words.say("month.so-far", month) : month.toString();
                Group group = byMonth.get(month.toString());
                rows.add(
                        group == null
                                ? new Row(
                                        label,
                                        false,
                                        null,
                                        List.of(
                                                new Cell(words.number(0), "0", null),
                                                nothing(),
                                                nothing(),
                                                nothing()))
                                : row(Dimension.MONTH, label, group));
            }
        }
        return rows;
    }

    private Cell nothing() {
        return new Cell(words.rounded(null), null, null);
    }

    private Row row(Dimension by, String label, Group group) {
        String key = group.keys().getFirst();
        return new Row(
                label,
                false,
                key == null || group.withheld()
                        ? null
                        : question.with("groupBy", by.word())
                                        .with("key", key)
                                        .with("unit", group.unit())
                                        .at(page)
                                + "#cases",
                List.of(
                        new Cell(writing.n(group), plain(group.n()), null),
                        new Cell(writing.value(group), writing.plain(group), writing.exact(group)),
                        new Cell(writing.numerator(group), plain(group.numerator()), null),
                        new Cell(writing.denominator(group), plain(group.denominator()), null)));
    }

    private static @Nullable String plain(@Nullable Long number) {
        return number == null ? null : number.toString();
    }
}
