package org.chengnuo.approval.api.pages;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A chart and its table: the chart is drawn from the table that stands below it, so that both
 * always say the same.
 *
 * @param kind how it is drawn, as {@code charts.js} names it
 * @param says what the chart shows, in a sentence, for who cannot see it too
 * @param axis what the values are in
 * @param marks values that the chart marks
 * @param json the address of the API that gives the same figures
 * @param definition what the figures mean
 */
record Chart(
        String id,
        String kind,
        String title,
        String says,
        String axis,
        List<String> heads,
        List<Row> rows,
        List<Mark> marks,
        String json,
        List<Term> definition) {

    Chart {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
        marks = List.copyOf(marks);
        definition = List.copyOf(definition);
    }

    /**
     * @param few of so few filings that the figures are not to be leant on
     * @param href the filings behind the row
     */
    record Row(String label, boolean few, @Nullable String href, List<Cell> cells) {}

    /**
     * @param value as the chart takes it; null if there is none
     * @param exact what a pointer on it shows
     */
    record Cell(String text, @Nullable String value, @Nullable String exact) {}

    record Mark(String name, String value, String text) {}

    /** A word and what it means here. */
    record Term(String word, String meaning) {}

    /** The marks as an attribute, as in {@code p50=1.5=1.5 d;p90=…}. */
    String markList() {
        return String.join(
                ";", marks.stream().map(m -> m.name() + "=" + m.value() + "=" + m.text()).toList());
    }
}
