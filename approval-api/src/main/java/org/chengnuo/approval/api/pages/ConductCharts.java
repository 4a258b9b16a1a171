package org.chengnuo.approval.api.pages;

import org.chengnuo.approval.api.pages.Chart.Cell;
import org.chengnuo.approval.api.pages.Chart.Row;
import org.chengnuo.approval.api.pages.Chart.Term;
import org.chengnuo.approval.projections.conduct.ConductRule;
import org.chengnuo.approval.projections.conduct.ConductSummary;
import org.chengnuo.approval.projections.conduct.ConductSummary.OfCenter;
import org.chengnuo.approval.projections.conduct.ConductSummary.OfRule;
import org.chengnuo.approval.projections.conduct.Heaping;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Makes charts of what the rules found in the centers. */
final class ConductCharts {

    private static final String API = "/api/v1/statistics/conduct";

    private static final BigDecimal SMALL = new BigDecimal("0.0001");

    private final Wording words;
    private final Address question;

    ConductCharts(Wording words, Address question) {
        this.words = words;
        this.question = question;
    }

    /** What is smaller is not told apart by a reader; the exact value is in the JSON. */
    static String p(@Nullable BigDecimal p) {
        if (p == null) {
            return "–";
        }
        return p.compareTo(SMALL) < 0
                ? "< 0.0001"
                : p.setScale(4, RoundingMode.HALF_UP).toPlainString();
    }

    /** The centers of a rule, each beside the median of the others. */
    Chart peers(OfRule of, Bilingual test) {
        Address findings = question.with("rule", of.rule().word());
        return new Chart(
                "peers",
                "peers",
                words.say("conduct.peers", words.say(of.title())),
                words.say("conduct.peers.says"),
                words.say("conduct.per100"),
                List.of(
                        words.say("group.CENTER"),
                        words.say("conduct.per100"),
                        words.say("conduct.peers.median"),
                        words.say("conduct.findings"),
                        words.say("conduct.filings"),
                        words.say("conduct.of"),
                        words.say("conduct.p"),
                        words.say("conduct.corrected"),
                        words.say("conduct.stands-out")),
                of.centers().stream().map(center -> row(center, findings)).toList(),
                List.of(),
                question.with("severity", null).at(API),
                List.of(new Term(words.say("conduct.test"), words.say(test))));
    }

    private Row row(OfCenter center, Address findings) {
        return new Row(
                center.center(),
                center.per100() == null,
                center.findings() == 0
                        ? null
                        : findings.with("at", center.center()).at("/conduct") + "#findings",
                List.of(
                        rate(center.per100()),
                        rate(center.peersMedianPer100()),
                        count(center.findings()),
                        count(center.filings()),
                        count(center.ofFilings()),
                        probability(center.p()),
                        probability(center.corrected()),
                        stands(center.standsOut())));
    }

    /** Of each center, what it decided on the last day of the limit and beside it. */
    Chart heaping(ConductSummary summary) {
        return new Chart(
                "heaping",
                "heaping",
                words.say(ConductRule.HEAPING_AT_THE_LIMIT.meaning().title()),
                words.say("conduct.heaping.says"),
                words.say("table.decided"),
                List.of(
                        words.say("group.CENTER"),
                        words.say("conduct.before"),
                        words.say("conduct.on-the-last"),
                        words.say("conduct.after"),
                        words.say("conduct.p"),
                        words.say("conduct.corrected"),
                        words.say("conduct.against-peers"),
                        words.say("conduct.stands-out")),
                summary.heaping().stream().map(this::row).toList(),
                List.of(),
                question.with("severity", null).at(API),
                List.of(new Term(words.say("conduct.test"), words.say(summary.heapingTest()))));
    }

    private Row row(Heaping heaping) {
        return new Row(
                heaping.center(),
                false,
                null,
                List.of(
                        count(heaping.before()),
                        count(heaping.onTheLast()),
                        count(heaping.after()),
                        probability(heaping.p()),
                        probability(heaping.corrected()),
                        probability(heaping.againstPeers()),
                        stands(heaping.standsOut())));
    }

    private Cell count(long n) {
        return new Cell(words.number(n), Long.toString(n), null);
    }

    private Cell rate(@Nullable BigDecimal per100) {
        return new Cell(
                words.rounded(per100), per100 == null ? null : per100.toPlainString(), null);
    }

    private static Cell probability(@Nullable BigDecimal p) {
        return new Cell(p(p), null, p == null ? null : p.toString());
    }

    private Cell stands(boolean out) {
        return new Cell(words.say(out ? "yes" : "no"), out ? "1" : "0", null);
    }
}
