package org.chengnuo.approval.api.pages;

import org.chengnuo.approval.api.pages.Chart.Cell;
import org.chengnuo.approval.api.pages.Chart.Row;
import org.chengnuo.approval.api.pages.Chart.Term;
import org.chengnuo.approval.projections.ageing.Ageing;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** Makes charts of what is open. */
final class AgeingCharts {

    private static final String OPEN = "/curves/open";

    private final Wording words;
    private final Address question;

    AgeingCharts(Wording words, Address question) {
        this.words = words;
        this.question = question;
    }

    Chart byAge(Ageing ageing) {
        return chart(
                "by-age",
                ageing,
                words.say("open.age"),
                question,
                ageing.groups().getFirst().byAge().stream()
                        .map(
                                bucket ->
                                        row(
                                                words.say(bucket.meaning()),
                                                question.with(
                                                        "age", QuestionForm.spelled(bucket.age())),
                                                bucket.n(),
                                                bucket.overdue(),
                                                bucket.stopped()))
                        .toList());
    }

    Chart byShare(Ageing ageing) {
        return chart(
                "by-share",
                ageing,
                words.say("open.share"),
                question,
                ageing.groups().getFirst().byShare().stream()
                        .map(
                                bucket ->
                                        row(
                                                words.say(bucket.meaning()),
                                                question.with(
                                                        "share",
                                                        QuestionForm.spelled(bucket.share())),
                                                bucket.n(),
                                                bucket.overdue(),
                                                bucket.stopped()))
                        .toList());
    }

    Chart byGroup(Ageing ageing) {
        Dimension by = ageing.definition().groupBy().getFirst();
        Address grouped = question.by(List.of(by));
        return chart(
                "by-group",
                ageing,
                words.say("group." + by.name()),
                grouped,
                ageing.groups().stream()
                        .map(
                                group -> {
                                    String key = group.keys().getFirst();
                                    return row(
                                            words.key(by, key),
                                            key == null ? null : grouped.with("key", key),
                                            group.n(),
                                            group.overdue(),
                                            group.stopped());
                                })
                        .toList());
    }

    private Row row(String label, @Nullable Address those, long n, long overdue, long stopped) {
        return new Row(
                label,
                false,
                those == null || n == 0 ? null : those.at(OPEN),
                List.of(
                        Cell.count(words, n),
                        Cell.count(words, overdue),
                        Cell.count(words, stopped)));
    }

    private Chart chart(String id, Ageing ageing, String by, Address asked, List<Row> rows) {
        Ageing.Meaning meaning = ageing.definition();
        return new Chart(
                id,
                "counts",
                words.say("open.chart", by),
                words.say("open.says"),
                words.say("table.filings"),
                List.of(
                        by,
                        words.say("open.open"),
                        words.say("open.overdue"),
                        words.say("open.stopped")),
                rows,
                List.of(),
                asked.at("/api/v1/statistics/ageing"),
                List.of(
                        Term.of(words, "counted", meaning.counted()),
                        Term.of(words, "at", meaning.at()),
                        Term.of(words, "age", meaning.age()),
                        Term.of(words, "used", meaning.share()),
                        Term.of(words, "stopped", meaning.stopped()),
                        Term.of(words, "overdue", meaning.overdue())));
    }
}
