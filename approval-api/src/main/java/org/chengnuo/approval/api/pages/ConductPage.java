package org.chengnuo.approval.api.pages;

import org.chengnuo.approval.projections.conduct.Conduct;
import org.chengnuo.approval.projections.conduct.ConductFindings;
import org.chengnuo.approval.projections.conduct.ConductRule;
import org.chengnuo.approval.projections.conduct.ConductSummary;
import org.chengnuo.approval.projections.conduct.ConductSummary.OfCenter;
import org.chengnuo.approval.projections.conduct.ConductSummary.OfRule;
import org.chengnuo.approval.projections.conduct.ConductThresholds;
import org.chengnuo.approval.projections.conduct.Finding;
import org.chengnuo.approval.projections.conduct.Finding.Evidence;
import org.chengnuo.approval.projections.conduct.Severity;
import org.chengnuo.approval.projections.editions.Editions;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.statistics.QuestionParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a supervisor should look at: what the rules found, where, and in which filings. */
@Controller
class ConductPage {

    private static final int ROWS = 20;

    private static final String PAGE = "/conduct";
    private static final String API = "/api/v1/statistics/conduct";

    private final Conduct conduct;
    private final QuestionForm form;
    private final MessageSource messages;
    private final Editions editions;

    ConductPage(Conduct conduct, QuestionForm form, MessageSource messages, Editions editions) {
        this.conduct = conduct;
        this.form = form;
        this.messages = messages;
        this.editions = editions;
    }

    /**
     * What a rule found, center by center.
     *
     * @param href the findings of it
     * @param cells one for each center, in the order of their columns
     */
    record RuleRow(
            String title,
            String href,
            boolean shown,
            String findings,
            List<String> bySeverity,
            List<CenterCell> cells) {}

    /**
     * @param rate filings with a finding per 100
     * @param p the corrected p-value, if the center stands out
     */
    record CenterCell(String rate, @Nullable String href, @Nullable String p, String exact) {}

    /** What a rule means. */
    record RuleMeaning(String id, String title, List<Chart.Term> terms) {}

    /**
     * @param href the filing; null of what is found in no single one
     * @param more how many events are not listed
     */
    record FindingLine(
            String severity,
            String css,
            String sentence,
            String center,
            @Nullable String item,
            String on,
            @Nullable String href,
            List<EvidenceLine> evidence,
            @Nullable String more) {}

    record EvidenceLine(
            String act, String happened, String recorded, String position, String href) {}

    /**
     * @param rule whose findings are listed; the first that found something, if left out
     * @param at the center whose findings are listed, compared with all others all the same
     */
    @GetMapping(PAGE)
    String conduct(
            @ModelAttribute QuestionParameters asked,
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(defaultValue = "low") String severity,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(defaultValue = "0") int offset,
            Locale locale,
            Model model) {
        var words = new Wording(messages, locale, editions.policies());
        QuestionParameters parameters = form.ofOneKind(asked);
        Question question = parameters.question();
        Severity least = QuestionParameters.word(Severity.class, "severity", severity);
        ConductSummary summary = conduct.summary(question);
        ConductRule shown =
                rule == null
                        ? firstThatFound(summary)
                        : QuestionParameters.word(ConductRule.class, "rule", rule);
        Address here = Address.of(parameters).with("severity", severity);
        model.addAttribute("fields", fields(parameters, shown, least, words));
        model.addAttribute("caution", words.say(summary.caution()));
        model.addAttribute("found", shown != null);
        model.addAttribute("rules", rules(summary.scope().thresholds(), words));
        model.addAttribute("json", Address.of(parameters).at(API));
        model.addAttribute("position", summary.position().toString());
        if (shown == null) {
            return "conduct";
        }
        model.addAttribute(
                "severities",
                severities().map(one -> words.say("conduct.severity." + one)).toList());
        List<String> centers = centers(summary);
        model.addAttribute("centers", centers);
        model.addAttribute(
                "rows",
                summary.rules().stream().map(of -> row(of, centers, shown, here, words)).toList());
        model.addAttribute("test", words.say(summary.test()));
        var charts = new ConductCharts(words, here);
        model.addAttribute(
                "ofRule",
                summary.rules().stream()
                        .filter(of -> of.rule() == shown)
                        .map(of -> charts.peers(of, summary.test()))
                        .findFirst()
                        .orElseThrow());
        model.addAttribute("heaping", charts.heaping(summary));
        addFindings(model, question, shown, least, at, offset, here, words);
        return "conduct";
    }

    private static @Nullable ConductRule firstThatFound(ConductSummary summary) {
        return summary.rules().stream()
                .filter(of -> of.findings() > 0)
                .map(OfRule::rule)
                .findFirst()
                .orElse(null);
    }

    /** The gravest first. */
    private static Stream<Severity> severities() {
        return Stream.of(Severity.HIGH, Severity.MEDIUM, Severity.LOW);
    }

    private static List<String> centers(ConductSummary summary) {
        return summary.rules().stream()
                .flatMap(of -> of.centers().stream())
                .map(OfCenter::center)
                .distinct()
                .sorted()
                .toList();
    }

    /** A finding has a date of its own: there is no cohort to choose. */
    private QuestionForm.Fields fields(
            QuestionParameters asked, @Nullable ConductRule shown, Severity least, Wording words) {
        QuestionForm.Fields usual = form.ofCases(asked, words);
        var main = new ArrayList<QuestionForm.Field>();
        main.add(
                new QuestionForm.Field(
                        "rule",
                        words.say("conduct.rule"),
                        "select",
                        null,
                        Arrays.stream(ConductRule.values())
                                .map(
                                        rule ->
                                                new QuestionForm.Choice(
                                                        rule.word(),
                                                        words.say(rule.meaning().title()),
                                                        rule == shown))
                                .toList()));
        main.addAll(usual.main());
        main.add(
                new QuestionForm.Field(
                        "severity",
                        words.say("conduct.severity"),
                        "select",
                        null,
                        Arrays.stream(Severity.values())
                                .map(
                                        one ->
                                                new QuestionForm.Choice(
                                                        QuestionForm.spelled(one),
                                                        words.say("conduct.severity.from." + one),
                                                        one == least))
                                .toList()));
        return new QuestionForm.Fields(
                main,
                usual.more().stream().filter(field -> !field.name().equals("cohort")).toList());
    }

    private static RuleRow row(
            OfRule of, List<String> centers, ConductRule shown, Address here, Wording words) {
        Address findings = here.with("rule", of.rule().word());
        return new RuleRow(
                words.say(of.title()),
                findings.at(PAGE) + "#findings",
                of.rule() == shown,
                words.number(of.findings()),
                severities()
                        .map(one -> words.number(of.bySeverity().getOrDefault(one, 0L)))
                        .toList(),
                centers.stream().map(center -> cell(of, center, findings, words)).toList());
    }

    private static CenterCell cell(OfRule of, String center, Address findings, Wording words) {
        OfCenter found =
                of.centers().stream()
                        .filter(one -> one.center().equals(center))
                        .findFirst()
                        .orElse(null);
        if (found == null) {
            return new CenterCell("–", null, null, "");
        }
        return new CenterCell(
                words.rounded(found.per100()),
                found.findings() == 0 ? null : findings.with("at", center).at(PAGE) + "#findings",
                found.standsOut() ? ConductCharts.p(found.corrected()) : null,
                words.say(
                        "conduct.cell",
                        words.number(found.filings()),
                        words.number(found.ofFilings()),
                        ConductCharts.p(found.corrected())));
    }

    private List<RuleMeaning> rules(ConductThresholds thresholds, Wording words) {
        return conduct.rules().stream()
                .map(
                        meaning ->
                                new RuleMeaning(
                                        meaning.rule().word(),
                                        words.say(meaning.title()),
                                        List.of(
                                                term("finds", meaning.sentence(), words),
                                                term("why", meaning.why(), words),
                                                term("not", meaning.not(), words),
                                                term("innocent", meaning.innocent(), words),
                                                new Chart.Term(
                                                        words.say("conduct.severity"),
                                                        words.say(
                                                                        "conduct.severity."
                                                                                + meaning
                                                                                        .severity())
                                                                + " · "
                                                                + words.say(meaning.grading())),
                                                new Chart.Term(
                                                        words.say("conduct.threshold"),
                                                        threshold(
                                                                meaning.rule(),
                                                                thresholds,
                                                                words)))))
                .toList();
    }

    private static Chart.Term term(String word, Bilingual meaning, Wording words) {
        return new Chart.Term(words.say("conduct." + word), words.say(meaning));
    }

    private static String threshold(ConductRule rule, ConductThresholds set, Wording words) {
        String key = "conduct.threshold." + rule;
        return switch (rule) {
            case STOP_NEAR_THE_LIMIT -> words.say(key, set.nearTheLimit());
            case STOP_RECORDED_LATE -> words.say(key, words.duration(set.stopEnteredAfter()));
            case STOP_MATCHES_OVERRUN -> words.say(key, set.overrunMargin());
            case REPEATED_STOPS -> words.say(key, set.repeatedStops());
            case ACCEPTANCE_PARKED -> words.say(key, set.parkedAfter());
            case BURST_OF_BACK_ENTRIES ->
                    words.say(
                            key,
                            words.duration(set.burstWithin()),
                            set.burstActs(),
                            set.burstFilings(),
                            words.duration(set.burstEnteredAfter()));
            case RELABELLED_KIND ->
                    words.say(key, set.relabelledLeast(), words.percent(set.relabelledTolerance()));
            case HEAPING_AT_THE_LIMIT ->
                    words.say(key, set.heapingLeast(), set.significance().toPlainString());
            case STOP_WITHOUT_RESULT,
                    SECOND_CORRECTION,
                    CORRECTION_ON_THE_LAST_DAY,
                    OUTSIDE_HOURS ->
                    words.say("conduct.threshold.none");
        };
    }

    private void addFindings(
            Model model,
            Question question,
            ConductRule rule,
            Severity least,
            @Nullable String at,
            int offset,
            Address here,
            Wording words) {
        Question ofCenter =
                at == null ? question : question.of(question.filter().with(Dimension.CENTER, at));
        int from = Math.max(0, offset);
        ConductFindings findings = conduct.findings(ofCenter, EnumSet.of(rule), least, from, ROWS);
        Address these = here.with("rule", rule.word()).with("at", at);
        model.addAttribute("ruleTitle", words.say(rule.meaning().title()));
        model.addAttribute("doesNotSay", words.say(rule.meaning().not()));
        model.addAttribute("innocent", words.say(rule.meaning().innocent()));
        model.addAttribute("at", at);
        model.addAttribute("ofAll", these.with("at", null).at(PAGE) + "#findings");
        model.addAttribute("n", findings.n());
        model.addAttribute("first", from + 1);
        model.addAttribute("last", from + findings.findings().size());
        model.addAttribute(
                "findings", findings.findings().stream().map(one -> line(one, words)).toList());
        model.addAttribute(
                "previous",
                from == 0
                        ? null
                        : these.with("offset", Math.max(0, from - ROWS)).at(PAGE) + "#findings");
        model.addAttribute(
                "next",
                from + ROWS < findings.n()
                        ? these.with("offset", from + ROWS).at(PAGE) + "#findings"
                        : null);
        Address json = here.with("rule", rule.word()).with("offset", from).with("limit", ROWS);
        model.addAttribute(
                "findingsJson",
                (at == null ? json : json.with("center", at)).at(API + "/findings"));
    }

    private static FindingLine line(Finding found, Wording words) {
        long left = found.evidenceN() - found.evidence().size();
        String item = found.item();
        return new FindingLine(
                words.say("conduct.severity." + found.severity()),
                found.severity().name().toLowerCase(Locale.ROOT),
                words.say(found.sentence()),
                found.center(),
                item == null ? null : words.item(item),
                found.on().toString(),
                found.filing() == null ? null : "/filings/" + found.filing(),
                found.evidence().stream().map(event -> line(event, words)).toList(),
                left > 0 ? words.say("conduct.evidence.more", words.number(left)) : null);
    }

    private static EvidenceLine line(Evidence event, Wording words) {
        return new EvidenceLine(
                words.say("event." + event.name()),
                minute(event.occurredAt()),
                minute(event.recordedAt()),
                event.position().toString(),
                "/filings/" + event.filing());
    }

    private static String minute(Instant moment) {
        return Wording.minute(moment, CertificatePage.CHINA);
    }
}
