package org.chengnuo.approval.api.pages;

import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.chengnuo.approval.projections.reviewtimes.Definition;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
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
    record Cell(String text, @Nullable String value, @Nullable String exact) {

        static Cell count(Wording words, long n) {
            return new Cell(words.number(n), Long.toString(n), null);
        }

        /** In percent. */
        static Cell share(Wording words, @Nullable BigDecimal share) {
            return new Cell(
                    words.percent(share),
                    share == null ? null : share.movePointRight(2).toPlainString(),
                    share == null ? null : share.toPlainString());
        }

        static Cell time(Wording words, ReadableUnit unit, @Nullable BigDecimal seconds) {
            BigDecimal readable = unit.of(seconds);
            return new Cell(
                    words.rounded(readable),
                    readable == null ? null : readable.toPlainString(),
                    seconds == null ? null : words.say("exact.seconds", seconds.toPlainString()));
        }

        static Cell text(String text) {
            return new Cell(text, null, null);
        }
    }

    record Mark(String name, String value, String text) {}

    /** A word and what it means here. */
    record Term(String word, String meaning) {

        static Term of(Wording words, String word, Bilingual meaning) {
            return new Term(words.say("definition." + word), words.say(meaning));
        }

        static List<Term> of(Wording words, Definition definition) {
            var terms = new ArrayList<Term>();
            terms.add(of(words, "measure", definition.title()));
            terms.add(of(words, "from", definition.from()));
            terms.add(of(words, "to", definition.to()));
            terms.add(of(words, "counted-time", definition.counted()));
            if (definition.believed() != null) {
                terms.add(of(words, "believed", definition.believed()));
            }
            terms.add(of(words, "period", definition.period()));
            terms.add(of(words, "percentile", definition.percentile()));
            terms.add(of(words, "mean", definition.mean()));
            terms.add(of(words, "open", definition.open()));
            return terms;
        }
    }

    /** The marks as an attribute, as in {@code p50=1.5=1.5 d;p90=…}. */
    public String markList() {
        return String.join(
                ";", marks.stream().map(m -> m.name() + "=" + m.value() + "=" + m.text()).toList());
    }
}
