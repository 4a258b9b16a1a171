package org.chengnuo.approval.api.pages;

import org.chengnuo.approval.clock.LimitUnit;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.filing.FilingState;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.projections.editions.Editions;
import org.chengnuo.approval.projections.register.FilingFilter;
import org.chengnuo.approval.projections.register.FilingRow;
import org.chengnuo.approval.projections.register.Page;
import org.chengnuo.approval.projections.register.Registered;
import org.chengnuo.approval.projections.reviewtimes.Between;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.FactFilter;
import org.chengnuo.approval.projections.reviewtimes.Measure;
import org.chengnuo.approval.projections.reviewtimes.MeasuredFiling;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.Turnarounds;
import org.chengnuo.approval.projections.statistics.QuestionParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The filings: those behind a figure, or all that are in the register. */
@Controller
class FilingsPage {

    private static final int ROWS = 50;

    private final Turnarounds turnarounds;
    private final Registered registered;
    private final MessageSource messages;
    private final Editions editions;

    FilingsPage(
            Turnarounds turnarounds,
            Registered registered,
            MessageSource messages,
            Editions editions) {
        this.turnarounds = turnarounds;
        this.registered = registered;
        this.messages = messages;
        this.editions = editions;
    }

    /**
     * A filing behind a figure.
     *
     * @param claimed whether it was in time if all stops are believed, in a word
     */
    record Measured(
            String href,
            String name,
            String item,
            String zone,
            String center,
            String state,
            String from,
            String to,
            String time,
            String exact,
            Answer claimed,
            Answer attested) {}

    /** Yes, no, or neither; in words and for the eye. */
    record Answer(String word, String css) {}

    /** What restricts the list. */
    record Restriction(String name, String value) {}

    @GetMapping(path = "/filings", params = "measure")
    String behindAFigure(
            @ModelAttribute QuestionParameters asked,
            @RequestParam MultiValueMap<String, String> address,
            @RequestParam(required = false) @Nullable BigDecimal fromSeconds,
            @RequestParam(required = false) @Nullable BigDecimal toSeconds,
            @RequestParam(defaultValue = "0") int offset,
            Locale locale,
            Model model) {
        var words = new Wording(messages, locale, editions.policies());
        QuestionParameters parameters = TurnaroundPage.withDefaults(asked);
        Question question = parameters.question();
        // Not as a list, which would be taken apart at each comma of a key.
        List<String> keys = address.getOrDefault("key", List.of());
        if (keys.size() > question.groupBy().size()) {
            throw new IllegalArgumentException(
                    "key: there are %d, and %d in groupBy; one key is for one grouping"
                            .formatted(keys.size(), question.groupBy().size()));
        }
        List<MeasuredFiling> found =
                turnarounds.filings(
                        question,
                        keys,
                        new Between(fromSeconds, toSeconds),
                        true,
                        offset,
                        ROWS + 1);
        ReadableUnit unit =
                ReadableUnit.of(
                        question.clock(),
                        found.isEmpty() ? null : found.getFirst().seconds(),
                        parameters.importId() != null
                                && !FactFilter.RECORDED_HERE.equals(parameters.importId()));
        Address here =
                Address.of(parameters)
                        .by(question.groupBy().subList(0, keys.size()))
                        .withAll("key", keys)
                        .with("fromSeconds", fromSeconds)
                        .with("toSeconds", toSeconds);
        model.addAttribute(
                "restrictions", restrictions(words, question, keys, unit, fromSeconds, toSeconds));
        List<MeasuredFiling> shown = found.stream().limit(ROWS).toList();
        Map<String, FilingRow> names =
                registered.filings(shown.stream().map(row -> FilingId.of(row.filing())).toList());
        model.addAttribute(
                "rows",
                shown.stream()
                        .map(row -> measured(words, unit, row, names.get(row.filing())))
                        .toList());
        model.addAttribute("known", words.known(question.asOf(), editions.calendar("cn").zone()));
        model.addAttribute("timeName", words.say(question.measure().title()));
        model.addAttribute("unitName", unit.name(words));
        model.addAttribute(
                "previous",
                offset == 0
                        ? null
                        : here.with("offset", Math.max(0, offset - ROWS)).at("/filings"));
        model.addAttribute(
                "next",
                found.size() > ROWS ? here.with("offset", offset + ROWS).at("/filings") : null);
        model.addAttribute(
                "json",
                here.with("offset", offset)
                        .with("limit", ROWS)
                        .at("/api/v1/statistics/turnaround/filings"));
        model.addAttribute(
                "back",
                Address.of(parameters)
                        .by(keys.size() > 1 ? question.groupBy() : List.of())
                        .at("/"));
        model.addAttribute("firstRow", offset + 1);
        return "filings";
    }

    private static List<Restriction> restrictions(
            Wording words,
            Question question,
            List<String> keys,
            ReadableUnit unit,
            @Nullable BigDecimal fromSeconds,
            @Nullable BigDecimal toSeconds) {
        var list = new ArrayList<Restriction>();
        list.add(
                new Restriction(
                        words.say("filter.measure"), words.say(question.measure().title())));
        list.add(
                new Restriction(
                        words.say("filter.clock"),
                        words.say("clock." + QuestionForm.spelled(question.clock()))));
        if (question.measure() == Measure.REVIEW) {
            list.add(
                    new Restriction(
                            words.say("filter.basis"),
                            words.say("basis." + question.basis().name())));
        }
        if (fromSeconds != null || toSeconds != null) {
            list.add(
                    new Restriction(
                            words.say("table.bin"),
                            "%s – %s %s"
                                    .formatted(
                                            words.rounded(unit.of(fromSeconds)),
                                            words.rounded(unit.of(toSeconds)),
                                            unit.sign(words))));
        }
        for (int i = 0; i < keys.size(); i++) {
            add(list, words, question.groupBy().get(i), keys.get(i));
        }
        question.filter()
                .values()
                .forEach((dimension, value) -> add(list, words, dimension, value));
        add(list, words.say("filter.from"), question.from());
        add(list, words.say("filter.to"), question.to());
        return list;
    }

    private static void add(
            List<Restriction> list, Wording words, Dimension dimension, String value) {
        add(list, words.say("group." + dimension.name()), words.key(dimension, value));
    }

    private static void add(List<Restriction> list, String name, @Nullable Object value) {
        if (value != null) {
            list.add(new Restriction(name, value.toString()));
        }
    }

    private Measured measured(
            Wording words, ReadableUnit unit, MeasuredFiling row, @Nullable FilingRow found) {
        ZoneId zone = found == null ? editions.calendar("cn").zone() : zone(editions, found);
        return new Measured(
                "/filings/" + row.filing(),
                found == null ? String.valueOf(row.caseId()) : found.projectName(),
                words.item(row.item()),
                row.zone(),
                row.center(),
                words.state(FilingState.valueOf(row.state())),
                Wording.minute(row.from(), zone),
                Wording.minute(row.to(), zone),
                words.rounded(unit.of(row.seconds())) + " " + unit.sign(words),
                words.say("exact.seconds", row.seconds().toPlainString()),
                answer(words, row.onTimeClaimed()),
                answer(words, row.onTimeAttested()));
    }

    private static Answer answer(Wording words, @Nullable Boolean inTime) {
        if (inTime == null) {
            return new Answer("–", "");
        }
        return inTime
                ? new Answer(words.say("in-time"), "good")
                : new Answer(words.say("late"), "bad");
    }

    private static ZoneId zone(Editions editions, FilingRow row) {
        return editions.calendar(row.calendar()).zone();
    }

    /** A filing in the register. */
    record Listed(
            String href,
            String name,
            String projectHref,
            String item,
            String zone,
            String center,
            String state,
            String opened,
            String promised,
            String last,
            boolean imported) {}

    @GetMapping("/filings")
    String register(
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable String center,
            @RequestParam(required = false) @Nullable FilingState state,
            @RequestParam(required = false) @Nullable ProjectId project,
            @RequestParam(name = "import", required = false) @Nullable String importId,
            @RequestParam(name = "case", required = false) @Nullable String caseId,
            @RequestParam(required = false) @Nullable String page,
            Locale locale,
            Model model) {
        var words = new Wording(messages, locale, editions.policies());
        Page<FilingRow> found =
                registered.filings(
                        new FilingFilter(zone, item, center, state, project, importId, caseId),
                        page,
                        ROWS);
        Address here =
                Address.none()
                        .with("zone", zone)
                        .with("item", item)
                        .with("center", center)
                        .with("state", state)
                        .with("project", project)
                        .with("import", importId)
                        .with("case", caseId);
        model.addAttribute("rows", listed(words, editions, found.rows()));
        model.addAttribute(
                "next",
                found.next() == null ? null : here.with("page", found.next()).at("/filings"));
        model.addAttribute("first", page == null ? null : here.at("/filings"));
        model.addAttribute(
                "json", here.with("from", page).with("limit", ROWS).at("/api/v1/filings"));
        model.addAttribute(
                "states",
                Arrays.stream(FilingState.values())
                        .map(s -> new QuestionForm.Choice(s.name(), words.state(s), s == state))
                        .toList());
        model.addAttribute(
                "asked", new FilingFilter(zone, item, center, state, project, importId, caseId));
        return "register";
    }

    static List<Listed> listed(Wording words, Editions editions, List<FilingRow> rows) {
        return rows.stream()
                .map(
                        row ->
                                new Listed(
                                        "/filings/" + row.id(),
                                        row.projectName(),
                                        "/projects/" + row.projectId(),
                                        words.item(row.item()),
                                        row.zone(),
                                        row.center(),
                                        words.state(FilingState.valueOf(row.state())),
                                        Wording.minute(row.openedAt(), zone(editions, row)),
                                        row.promised() == null
                                                ? "–"
                                                : words.limit(limit(row.promised())),
                                        Wording.minute(row.lastActAt(), zone(editions, row)),
                                        row.imported()))
                .toList();
    }

    /** As the register writes it, as in {@code 20 WD}. */
    private static TimeLimit limit(String text) {
        String[] parts = text.split(" ");
        return new TimeLimit(Integer.parseInt(parts[0]), LimitUnit.valueOf(parts[1]));
    }
}
