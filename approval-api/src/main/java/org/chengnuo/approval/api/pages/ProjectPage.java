package org.chengnuo.approval.api.pages;

import org.chengnuo.approval.api.problem.NotFound;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.projections.editions.Editions;
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

    ProjectPage(Registered registered, MessageSource messages, Editions editions) {
        this.registered = registered;
        this.messages = messages;
        this.editions = editions;
    }

    /** A project code, from when on. */
    record Code(String code, String since) {}

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
        return "project";
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
