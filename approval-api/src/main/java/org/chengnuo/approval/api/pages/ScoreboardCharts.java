package org.chengnuo.approval.api.pages;

import org.chengnuo.approval.api.pages.Chart.Cell;
import org.chengnuo.approval.api.pages.Chart.Row;
import org.chengnuo.approval.api.pages.Chart.Term;
import org.chengnuo.approval.projections.scoreboard.Scoreboard;
import org.chengnuo.approval.projections.scoreboard.Scoreboard.ZoneScore;
import org.chengnuo.approval.projections.scoreboard.Sensitivity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Makes charts of a scoreboard. */
final class ScoreboardCharts {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Wording words;
    private final String json;

    ScoreboardCharts(Wording words, String json) {
        this.words = words;
        this.json = json;
    }

    /**
     * Of what the total of each zone is made up; what gives no points is not drawn.
     *
     * @param behind the address of the filings of a zone
     */
    Chart points(Scoreboard board, UnaryOperator<String> behind) {
        var heads = new ArrayList<String>();
        heads.add(words.say("group.ZONE"));
        if (!board.zones().isEmpty()) {
            board.zones().getFirst().contents().stream()
                    .filter(content -> content.weight().signum() > 0)
                    .forEach(content -> heads.add(words.say(content.title())));
        }
        heads.add(words.say("scoreboard.total"));
        return new Chart(
                "points",
                "points",
                words.say("scoreboard.chart.points"),
                words.say("scoreboard.chart.points.says"),
                words.say("scoreboard.unit"),
                heads,
                board.zones().stream().map(zone -> row(zone, behind)).toList(),
                List.of(),
                json,
                List.of(
                        new Term(
                                words.say("scoreboard.points"),
                                words.say(board.definition().points())),
                        new Term(
                                words.say("scoreboard.counted"),
                                words.say(board.definition().counted()))));
    }

    private Row row(ZoneScore zone, UnaryOperator<String> behind) {
        var cells = new ArrayList<Cell>();
        zone.contents().stream()
                .filter(content -> content.weight().signum() > 0)
                .forEach(content -> cells.add(number(content.counted())));
        cells.add(number(zone.total()));
        String name = zone.zone().value();
        return new Row(
                zone.rank() == null
                        ? words.say("scoreboard.zone.vetoed", name)
                        : words.say("scoreboard.zone", zone.rank(), name),
                false,
                behind.apply(name),
                cells);
    }

    /** How often each zone had each rank when the weights were drawn. */
    Chart ranks(Sensitivity sensitivity) {
        var heads = new ArrayList<String>();
        heads.add(words.say("group.ZONE"));
        for (int rank = 1; rank <= sensitivity.ranks().size(); rank++) {
            heads.add(words.say("scoreboard.rank.nth", rank));
        }
        return new Chart(
                "ranks",
                "ranks",
                words.say("scoreboard.chart.ranks"),
                words.say(
                        "scoreboard.chart.ranks.says",
                        sensitivity.draws(),
                        words.percent(sensitivity.within())),
                "%",
                heads,
                sensitivity.ranks().stream().map(this::row).toList(),
                List.of(),
                json,
                List.of(
                        new Term(
                                words.say("scoreboard.sensitivity"),
                                words.say(sensitivity.meaning())),
                        new Term(words.say("scoreboard.seed"), Long.toString(sensitivity.seed()))));
    }

    private Row row(Sensitivity.Ranks ranks) {
        return new Row(
                ranks.zone().value(),
                false,
                null,
                ranks.shares().stream()
                        .map(
                                share ->
                                        new Cell(
                                                words.percent(share),
                                                share.multiply(HUNDRED).toPlainString(),
                                                share.toPlainString()))
                        .toList());
    }

    private static Cell number(BigDecimal points) {
        return new Cell(points.toPlainString(), points.toPlainString(), null);
    }
}
