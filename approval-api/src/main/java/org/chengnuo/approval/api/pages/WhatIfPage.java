package org.chengnuo.approval.api.pages;

import org.chengnuo.approval.api.pages.Chart.Cell;
import org.chengnuo.approval.api.pages.Chart.Term;
import org.chengnuo.approval.clock.Basis;
import org.chengnuo.approval.clock.StopGround;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.projections.editions.Editions;
import org.chengnuo.approval.projections.register.FilingRow;
import org.chengnuo.approval.projections.register.Registered;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.statistics.QuestionParameters;
import org.chengnuo.approval.projections.statistics.SuppositionParameters;
import org.chengnuo.approval.projections.whatif.FlippedFiling;
import org.chengnuo.approval.projections.whatif.FlippedFiling.Flip;
import org.chengnuo.approval.projections.whatif.FlippedFiling.Judgement;
import org.chengnuo.approval.projections.whatif.Limit;
import org.chengnuo.approval.projections.whatif.Supposition;
import org.chengnuo.approval.projections.whatif.Suppositions;
import org.chengnuo.approval.projections.whatif.WhatIf;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** How many would have kept their limit under another rule. Nothing of it is stored. */
@Controller
class WhatIfPage {

    private static final String PATH = "/what-if";
    private static final String API = "/api/v1/statistics/what-if";
    private static final String NO_GROUND = "none";

    private static final int ROWS = 50;

    private final Suppositions suppositions;
    private final Registered registered;
    private final QuestionForm form;
    private final MessageSource messages;
    private final Editions editions;

    WhatIfPage(
            Suppositions suppositions,
            Registered registered,
            QuestionForm form,
            MessageSource messages,
            Editions editions) {
        this.suppositions = suppositions;
        this.registered = registered;
        this.form = form;
        this.messages = messages;
        this.editions = editions;
    }

    /**
     * By one basis, before and after.
     *
     * @param flips to late, and to on time
     */
    record Rate(
            String basis,
            String n,
            String before,
            String after,
            String kept,
            String keptAfter,
            List<Flips> flips) {}

    /**
     * @param href those filings; null if there are none
     */
    record Flips(String n, @Nullable String href) {}

    /**
     * A filing that flips.
     *
     * @param readings as it is, and as it is supposed
     */
    record Flipped(
            String href,
            String name,
            String item,
            String zone,
            String decided,
            List<Judged> readings) {}

    record Judged(String used, String due, boolean onTime) {}

    @GetMapping(PATH)
    String whatIf(
            @ModelAttribute QuestionParameters asked,
            @ModelAttribute SuppositionParameters supposing,
            @RequestParam MultiValueMap<String, String> address,
            @RequestParam(required = false) @Nullable String flip,
            @RequestParam(defaultValue = "0") int offset,
            Locale locale,
            Model model) {
        var words = new Wording(messages, locale, editions.policies());
        QuestionParameters parameters =
                form.ofOneKind(asked).withDefaults("review", "working", "claimed");
        Question question = parameters.question();
        Supposition supposition = supposing.supposed();
        Limit limit = supposing.limit();
        model.addAttribute("fields", form.ofCases(parameters, words));
        model.addAttribute("supposing", supposing);
        model.addAttribute("rules", rules(words, supposing, limit, question.basis()));
        model.addAttribute("grounds", grounds(words, supposing));
        model.addAttribute("known", words.known(question.asOf(), zone()));
        boolean supposed = !supposition.equals(Supposition.NONE);
        model.addAttribute("supposed", supposed);
        if (!supposed) {
            return "what-if";
        }
        Address here = of(parameters, supposing);
        WhatIf all = suppositions.answer(question.by(), supposition, limit);
        boolean some = all.groups().stream().anyMatch(group -> group.claimed().n() > 0);
        model.addAttribute("some", some);
        model.addAttribute(
                "suppositions", all.definition().supposed().stream().map(words::say).toList());
        if (!some) {
            return "what-if";
        }
        WhatIf.Group whole = all.groups().getFirst();
        model.addAttribute("judgedBy", words.say(limit.meaning()));
        model.addAttribute(
                "rates",
                List.of(
                        rate(words, here, Basis.CLAIMED, whole.claimed()),
                        rate(words, here, Basis.ATTESTED, whole.attested())));
        model.addAttribute("basis", words.say("basis." + question.basis().name()));
        model.addAttribute("json", here.at(API));
        model.addAttribute("definition", terms(words, all.definition()));
        model.addAttribute(
                "charts",
                Stream.of(Dimension.ZONE, Dimension.ITEM)
                        .map(
                                by ->
                                        chart(
                                                words,
                                                here,
                                                question.basis(),
                                                suppositions.answer(
                                                        question.by(by), supposition, limit)))
                        .toList());
        List<String> keys = address.getOrDefault("key", List.of());
        addFlipped(model, words, here, question, keys, supposition, limit, flip, offset);
        return "what-if";
    }

    private void addFlipped(
            Model model,
            Wording words,
            Address here,
            Question question,
            List<String> keys,
            Supposition supposition,
            Limit limit,
            @Nullable String flip,
            int offset) {
        List<FlippedFiling> found =
                suppositions.filings(
                        question,
                        keys,
                        supposition,
                        limit,
                        flip == null ? null : QuestionParameters.word(Flip.class, "flip", flip),
                        offset,
                        ROWS + 1);
        List<FlippedFiling> shown = found.stream().limit(ROWS).toList();
        Map<String, FilingRow> names =
                registered.filings(shown.stream().map(row -> FilingId.of(row.filing())).toList());
        model.addAttribute(
                "flipped",
                shown.stream().map(row -> flipped(words, row, names.get(row.filing()))).toList());
        model.addAttribute("restrictions", restrictions(words, question, keys, flip));
        Address list =
                here.by(keys.isEmpty() ? List.of() : question.groupBy())
                        .withAll("key", keys)
                        .with("flip", flip);
        model.addAttribute(
                "previous",
                offset == 0
                        ? null
                        : list.with("offset", Math.max(0, offset - ROWS)).at(PATH) + "#flipped");
        model.addAttribute(
                "next",
                found.size() > ROWS
                        ? list.with("offset", offset + ROWS).at(PATH) + "#flipped"
                        : null);
        model.addAttribute("whole", here.at(PATH) + "#flipped");
        model.addAttribute(
                "flippedJson",
                list.with("offset", offset).with("limit", ROWS).at(API + "/filings"));
    }

    private Flipped flipped(Wording words, FlippedFiling row, @Nullable FilingRow found) {
        return new Flipped(
                "/filings/" + row.filing(),
                found == null ? String.valueOf(row.caseId()) : found.projectName(),
                words.item(row.item()),
                row.zone(),
                Wording.minute(
                        row.decided(),
                        found == null ? zone() : editions.calendar(found.calendar()).zone()),
                List.of(judged(words, row.before()), judged(words, row.after())));
    }

    private static Judged judged(Wording words, Judgement judgement) {
        String used = judgement.used();
        return new Judged(
                words.say(
                        "limit.used",
                        used.substring(0, used.indexOf(' ')),
                        words.amount(judgement.limit())),
                judgement.due().toString(),
                judgement.onTime());
    }

    private static List<FilingsPage.Restriction> restrictions(
            Wording words, Question question, List<String> keys, @Nullable String flip) {
        var list = new ArrayList<FilingsPage.Restriction>();
        for (int i = 0; i < Math.min(keys.size(), question.groupBy().size()); i++) {
            Dimension by = question.groupBy().get(i);
            list.add(
                    new FilingsPage.Restriction(
                            words.say("group." + by.name()), words.key(by, keys.get(i))));
        }
        list.add(
                new FilingsPage.Restriction(
                        words.say("filter.basis"), words.say("basis." + question.basis().name())));
        if (flip != null) {
            list.add(
                    new FilingsPage.Restriction(
                            words.say("what-if.flip"), words.say("what-if." + flip)));
        }
        return list;
    }

    private static Rate rate(Wording words, Address here, Basis basis, WhatIf.Change change) {
        Address by = here.with("basis", QuestionForm.spelled(basis));
        return new Rate(
                words.say("basis." + basis.name()),
                words.number(change.n()),
                words.percent(change.rateBefore()),
                words.percent(change.rateAfter()),
                words.number(change.keptBefore()),
                words.number(change.keptAfter()),
                List.of(
                        flips(words, by, "to-late", change.toLate()),
                        flips(words, by, "to-on-time", change.toOnTime())));
    }

    private static Flips flips(Wording words, Address by, String flip, long n) {
        return new Flips(
                words.number(n), n == 0 ? null : by.with("flip", flip).at(PATH) + "#flipped");
    }

    private Chart chart(Wording words, Address here, Basis basis, WhatIf answer) {
        Dimension by = answer.definition().groupBy().getFirst();
        Address grouped = here.by(List.of(by));
        return new Chart(
                "what-if-" + by.word(),
                "change",
                words.say("chart." + by.name()),
                words.say("what-if.chart.says", words.say("basis." + basis.name())),
                "%",
                List.of(
                        words.say("group." + by.name()),
                        words.say("what-if.judged"),
                        words.say("what-if.before"),
                        words.say("what-if.after"),
                        words.say("what-if.kept"),
                        words.say("what-if.kept-after"),
                        words.say("what-if.to-late"),
                        words.say("what-if.to-on-time")),
                answer.groups().stream()
                        .map(group -> row(words, by, grouped, basis, group))
                        .filter(row -> !"0".equals(row.cells().getFirst().value()))
                        .toList(),
                List.of(),
                grouped.at(API),
                terms(words, answer.definition()));
    }

    private static Chart.Row row(
            Wording words, Dimension by, Address grouped, Basis basis, WhatIf.Group group) {
        WhatIf.Change change = basis == Basis.CLAIMED ? group.claimed() : group.attested();
        String key = group.keys().getFirst();
        return new Chart.Row(
                words.key(by, key),
                change.n() < TurnaroundPage.FEWEST,
                key == null || change.toLate() + change.toOnTime() == 0
                        ? null
                        : grouped.with("key", key).at(PATH) + "#flipped",
                List.of(
                        Cell.count(words, change.n()),
                        Cell.share(words, change.rateBefore()),
                        Cell.share(words, change.rateAfter()),
                        Cell.count(words, change.keptBefore()),
                        Cell.count(words, change.keptAfter()),
                        Cell.count(words, change.toLate()),
                        Cell.count(words, change.toOnTime())));
    }

    private static List<Term> terms(Wording words, WhatIf.Meaning meaning) {
        return List.of(
                Term.of(words, "judged-by", meaning.judgedBy()),
                Term.of(words, "counted", meaning.counted()),
                Term.of(words, "before", meaning.before()),
                Term.of(words, "after", meaning.after()),
                Term.of(words, "claimed", meaning.claimed()),
                Term.of(words, "attested", meaning.attested()),
                Term.of(words, "period", meaning.period()),
                Term.of(words, "share", meaning.share()));
    }

    private List<QuestionForm.Field> rules(
            Wording words, SuppositionParameters supposing, Limit limit, Basis basis) {
        return List.of(
                QuestionForm.input(
                        "promised", words.say("what-if.promised"), "text", supposing.promised()),
                QuestionForm.input(
                        "statutory", words.say("what-if.statutory"), "text", supposing.statutory()),
                QuestionForm.optional(
                        "calendar",
                        words.say("what-if.calendar"),
                        QuestionForm.choices(
                                editions.calendars(), c -> c, c -> c, supposing.calendar()),
                        words.say("what-if.calendar.own")),
                QuestionForm.input(
                        "calendarKnownAt",
                        words.say("what-if.known-at"),
                        "text",
                        supposing.calendarKnownAt()),
                new QuestionForm.Field(
                        "judgedBy",
                        words.say("what-if.judged-by"),
                        "select",
                        null,
                        QuestionForm.choices(
                                List.of(Limit.values()),
                                QuestionForm::spelled,
                                l -> words.say(l.meaning()),
                                QuestionForm.spelled(limit))),
                new QuestionForm.Field(
                        "basis",
                        words.say("what-if.basis"),
                        "select",
                        null,
                        QuestionForm.choices(
                                List.of(Basis.values()),
                                QuestionForm::spelled,
                                b -> words.say("basis." + b.name()),
                                QuestionForm.spelled(basis))));
    }

    private static List<QuestionForm.Choice> grounds(
            Wording words, SuppositionParameters supposing) {
        List<String> chosen = supposing.grounds() == null ? List.of() : supposing.grounds();
        var choices = new ArrayList<QuestionForm.Choice>();
        choices.add(
                new QuestionForm.Choice(
                        NO_GROUND, words.say("what-if.grounds.none"), chosen.contains(NO_GROUND)));
        for (StopGround ground : StopGround.values()) {
            String spelled = QuestionForm.spelled(ground);
            choices.add(
                    new QuestionForm.Choice(
                            spelled,
                            words.say("ground." + ground.name()),
                            chosen.contains(spelled)));
        }
        return choices;
    }

    private static Address of(QuestionParameters parameters, SuppositionParameters supposing) {
        return Address.of(parameters)
                .with("measure", null)
                .with("clock", null)
                .with("calendar", supposing.calendar())
                .with("calendarKnownAt", supposing.calendarKnownAt())
                .with("promised", supposing.promised())
                .with("statutory", supposing.statutory())
                .withAll("grounds", supposing.grounds() == null ? List.of() : supposing.grounds())
                .with("withoutExtension", supposing.withoutExtension())
                .with("deemedAcceptance", supposing.deemedAcceptance())
                .with("judgedBy", supposing.judgedBy());
    }

    private ZoneId zone() {
        return editions.calendar("cn").zone();
    }
}
