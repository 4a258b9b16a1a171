package org.chengnuo.approval.api.pages;

import static java.util.stream.Collectors.joining;

import org.chengnuo.approval.Circumstances;
import org.chengnuo.approval.api.commitment.CommitmentView;
import org.chengnuo.approval.api.journal.Journal;
import org.chengnuo.approval.api.project.ProjectView;
import org.chengnuo.approval.filing.FilingEvent;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.projections.editions.Editions;
import org.chengnuo.approval.projections.problem.MissingLine;
import org.chengnuo.approval.projections.problem.NotFound;
import org.chengnuo.approval.projections.register.FilingFilter;
import org.chengnuo.approval.projections.register.FilingRow;
import org.chengnuo.approval.projections.register.Page;
import org.chengnuo.approval.projections.register.ProjectRow;
import org.chengnuo.approval.projections.register.Registered;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A project: what it was registered with, and its filings. */
@Controller
class ProjectPage {

    private final Registered registered;
    private final MessageSource messages;
    private final Editions editions;
    private final Journal journal;
    private final Circumstances circumstances;

    ProjectPage(
            Registered registered,
            MessageSource messages,
            Editions editions,
            Journal journal,
            Circumstances circumstances) {
        this.registered = registered;
        this.journal = journal;
        this.circumstances = circumstances;
        this.messages = messages;
        this.editions = editions;
    }

    /** A project code, from when on. */
    record Code(String code, String since) {}

    /**
     * @param letter where the letter is; null before it was submitted
     */
    record Committed(
            String id,
            String state,
            String since,
            String items,
            @Nullable String letter,
            List<Chart.Term> obligations) {}

    /** What the start of construction still needs, and what is to be done about it. */
    record Lacking(String name, @Nullable String parcel, String nextStep) {}

    @GetMapping("/projects/{id}")
    String project(@PathVariable ProjectId id, Locale locale, Model model) {
        ProjectRow project =
                registered.project(id).orElseThrow(() -> new NotFound("project " + id));
        var words = new Wording(messages, locale, editions.policies());
        ZoneId zone = editions.calendar("cn").zone();
        Page<FilingRow> filings = registered.filings(FilingFilter.of(id), null, Page.LARGEST);
        model.addAttribute("name", project.name());
        model.addAttribute("facts", facts(words, project, zone));
        model.addAttribute(
                "codes",
                project.codes().stream()
                        .map(code -> new Code(code.code(), Wording.minute(code.since(), zone)))
                        .toList());
        model.addAttribute("rows", FilingsPage.listed(words, editions, filings.rows()));
        model.addAttribute("json", "/api/v1/projects/" + id);
        List<Journal.Entry> story = journal.story(id);
        ProjectView view = ProjectView.of(story);
        model.addAttribute("stage", words.chinese() ? view.stageZh() : view.stageEn());
        model.addAttribute("commitments", commitments(words, view, story, zone));
        model.addAttribute("missing", missing(words, view, story));
        model.addAttribute(
                "timeline",
                new Timeline(words, zone, null, editions.policies())
                        .steps(
                                story.stream()
                                        .filter(e -> !(e.event() instanceof FilingEvent))
                                        .toList(),
                                project.importId() != null));
        return "project";
    }

    private List<Committed> commitments(
            Wording words, ProjectView project, List<Journal.Entry> story, ZoneId zone) {
        return project.commitments().stream()
                .map(line -> CommitmentView.of(line.id(), story, circumstances))
                .map(
                        line ->
                                new Committed(
                                        line.id().toString(),
                                        words.chinese() ? line.stateZh() : line.stateEn(),
                                        Wording.minute(line.since(), zone),
                                        line.items().stream()
                                                .map(i -> words.chinese() ? i.nameZh() : i.nameEn())
                                                .collect(joining(words.chinese() ? "、" : ", ")),
                                        line.letter() == null
                                                ? null
                                                : "/api/v1/commitments/%s/letter.pdf"
                                                        .formatted(line.id()),
                                        line.obligations().stream()
                                                .map(o -> obligation(words, o))
                                                .toList()))
                .toList();
    }

    private static Chart.Term obligation(Wording words, CommitmentView.Obligation obligation) {
        return new Chart.Term(
                words.chinese() ? obligation.nameZh() : obligation.nameEn(),
                "%s · %s"
                        .formatted(
                                obligation.promised(),
                                words.chinese() ? obligation.stateZh() : obligation.stateEn()));
    }

    private List<Lacking> missing(Wording words, ProjectView view, List<Journal.Entry> story) {
        if (view.construction().started() != null) {
            return List.of();
        }
        return Journal.project(story).missingForStart(circumstances).stream()
                .map(MissingLine::of)
                .map(
                        line ->
                                new Lacking(
                                        words.chinese() ? line.nameZh() : line.nameEn(),
                                        line.parcel() == null ? null : line.parcel().toString(),
                                        words.chinese() ? line.nextStepZh() : line.nextStepEn()))
                .toList();
    }

    private static List<Chart.Term> facts(Wording words, ProjectRow project, ZoneId zone) {
        var facts = new ArrayList<Chart.Term>();
        add(facts, words.say("project.enterprise"), project.enterprise());
        add(facts, words.say("group.ZONE"), project.zone());
        add(facts, words.say("project.region"), project.region());
        add(facts, words.say("project.industry"), project.industry());
        add(
                facts,
                words.say("project.type"),
                project.type() == null ? null : words.say("project-type." + project.type()));
        add(facts, words.say("project.investment"), yuan(words, project.investment()));
        add(facts, words.say("filing.edition"), project.edition());
        add(facts, words.say("project.registered"), Wording.minute(project.registeredAt(), zone));
        add(facts, words.say("group.IMPORT"), project.importId());
        add(facts, words.say("table.case"), project.caseId());
        return facts;
    }

    private static @Nullable String yuan(Wording words, @Nullable BigDecimal money) {
        return money == null
                ? null
                : words.say(
                        "project.yuan",
                        NumberFormat.getNumberInstance(Locale.ENGLISH).format(money));
    }

    private static void add(List<Chart.Term> facts, String word, @Nullable String value) {
        if (value != null) {
            facts.add(new Chart.Term(word, value));
        }
    }
}
