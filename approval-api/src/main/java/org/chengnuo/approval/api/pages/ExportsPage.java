package org.chengnuo.approval.api.pages;

import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.projections.editions.Editions;
import org.chengnuo.approval.projections.export.FactExports.FileFormat;
import org.chengnuo.approval.projections.export.FactTable;
import org.chengnuo.approval.projections.export.Format;
import org.chengnuo.approval.projections.export.Selection;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.intake.StoryChoice;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be exported: the addresses of what is chosen. */
@Controller
class ExportsPage {

    private static final String API = "/api/v1/exports/";

    private final QuestionForm form;
    private final MessageSource messages;
    private final Editions editions;

    ExportsPage(QuestionForm form, MessageSource messages, Editions editions) {
        this.form = form;
        this.messages = messages;
        this.editions = editions;
    }

    /**
     * @param from the first day, at the office, on which what is exported began
     * @param to the first day after it
     */
    record Chosen(
            @Nullable String zone,
            @BindParam("import") @Nullable String importId,
            @Nullable String project,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String asOf) {

        private static @Nullable Instant midnight(@Nullable LocalDate day) {
            return day == null ? null : day.atStartOfDay(CertificatePage.CHINA).toInstant();
        }

        /**
         * As the export takes it.
         *
         * @throws IllegalArgumentException if something is not right
         */
        private Selection selection() {
            return new Selection(
                    new StoryChoice(
                            zone == null ? null : new ZoneCode(zone).value(),
                            importId,
                            project == null ? null : ProjectId.of(project).toString()),
                    midnight(from),
                    midnight(to),
                    asOf == null ? null : Position.of(asOf));
        }

        private Address events() {
            Selection selection = selection();
            return Address.none()
                    .with("zone", selection.stories().zone())
                    .with("import", selection.stories().importId())
                    .with("project", selection.stories().project())
                    .with("from", selection.from())
                    .with("to", selection.to())
                    .with("asOf", selection.asOf());
        }

        private Address facts() {
            return Address.none().with("zone", zone).with("import", importId).with("asOf", asOf);
        }
    }

    /**
     * @param refused why it cannot be chosen so; null if it can
     */
    record Download(String title, String says, List<Link> links, @Nullable String refused) {}

    record Link(String label, String href) {}

    @GetMapping("/exports")
    String exports(@ModelAttribute Chosen chosen, Locale locale, Model model) {
        Address events = chosen.events();
        var words = new Wording(messages, locale, editions.policies());
        model.addAttribute("fields", fields(chosen, words));
        model.addAttribute(
                "events",
                Arrays.stream(Format.values())
                        .map(
                                format ->
                                        new Download(
                                                words.say("exports.format." + format),
                                                words.say("exports.format." + format + ".says"),
                                                List.of(
                                                        new Link(
                                                                "events." + format.word(),
                                                                events.at(
                                                                        API
                                                                                + "events."
                                                                                + format.word()))),
                                                null))
                        .toList());
        model.addAttribute(
                "facts",
                Arrays.stream(FactTable.values())
                        .map(table -> download(table, chosen, words))
                        .toList());
        model.addAttribute(
                "ofEventsOnly",
                chosen.project() != null || chosen.from() != null || chosen.to() != null);
        model.addAttribute("example", events.at(API + "events.xes.gz"));
        return "exports";
    }

    private static Download download(FactTable table, Chosen chosen, Wording words) {
        boolean byImport = chosen.importId() == null || table.tellsApart(Dimension.IMPORT);
        return new Download(
                words.say("exports.table." + table),
                words.say("exports.table." + table + ".says"),
                byImport
                        ? Arrays.stream(FileFormat.values())
                                .map(QuestionForm::spelled)
                                .map(
                                        format -> {
                                            String file = table.word() + "." + format;
                                            return new Link(file, chosen.facts().at(API + file));
                                        })
                                .toList()
                        : List.of(),
                byImport ? null : words.say("exports.not-by-import"));
    }

    private QuestionForm.Fields fields(Chosen chosen, Wording words) {
        var main = new ArrayList<QuestionForm.Field>();
        main.add(select("zone", "filter.zone", Dimension.ZONE, chosen.zone(), words));
        main.add(select("import", "filter.import", Dimension.IMPORT, chosen.importId(), words));
        main.add(field("project", words.say("exports.project"), "text", chosen.project()));
        main.add(field("from", words.say("exports.from"), "date", chosen.from()));
        main.add(field("to", words.say("exports.to"), "date", chosen.to()));
        return new QuestionForm.Fields(
                main, List.of(field("asOf", words.say("exports.as-of"), "text", chosen.asOf())));
    }

    private QuestionForm.Field select(
            String name, String key, Dimension by, @Nullable String value, Wording words) {
        List<QuestionForm.Choice> keys = form.keys(by, value, words);
        var choices = new ArrayList<QuestionForm.Choice>();
        choices.add(
                new QuestionForm.Choice(
                        "",
                        words.say("filter.all"),
                        keys.stream().noneMatch(QuestionForm.Choice::chosen)));
        choices.addAll(keys);
        return new QuestionForm.Field(name, words.say(key), "select", null, choices);
    }

    private static QuestionForm.Field field(
            String name, String label, String type, @Nullable Object value) {
        return new QuestionForm.Field(
                name, label, type, value == null ? null : value.toString(), List.of());
    }
}
