package org.chengnuo.approval.api.pages;

import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.projections.editions.Editions;
import org.chengnuo.approval.projections.indicators.Behind;
import org.chengnuo.approval.projections.indicators.Indicator;
import org.chengnuo.approval.projections.indicators.IndicatorAnswer;
import org.chengnuo.approval.projections.indicators.IndicatorAnswer.Group;
import org.chengnuo.approval.projections.indicators.Indicators;
import org.chengnuo.approval.projections.indicators.Subject;
import org.chengnuo.approval.projections.problem.NotFound;
import org.chengnuo.approval.projections.register.FilingRow;
import org.chengnuo.approval.projections.register.ProjectRow;
import org.chengnuo.approval.projections.register.Registered;
import org.chengnuo.approval.projections.reviewtimes.Cohort;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.FactFilter;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.statistics.QuestionParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The indicators of the reform: all of them, and one with what is behind it. */
@Controller
class IndicatorsPage {

    private static final int ROWS = 50;

    private static final String ALL = "/indicators";
    private static final String API = "/api/v1/statistics/indicators";

    private final Indicators indicators;
    private final Registered registered;
    private final QuestionForm form;
    private final MessageSource messages;
    private final Editions editions;

    IndicatorsPage(
            Indicators indicators,
            Registered registered,
            QuestionForm form,
            MessageSource messages,
            Editions editions) {
        this.indicators = indicators;
        this.registered = registered;
        this.form = form;
        this.messages = messages;
        this.editions = editions;
    }

    /** Indicators that count the same. */
    record Section(String title, List<Family> families) {}

    /** Indicators of one name, which differ in their definition. */
    record Family(String title, List<Line> lines) {}

    /**
     * @param figures one for each unit
     * @param refused why it does not answer; null if it does
     */
    record Line(
            String href,
            String definition,
            String caution,
            List<Shown> figures,
            @Nullable String refused) {}

    /**
     * A figure as it is shown.
     *
     * @param unit in words; empty if it has none
     * @param numeratorHref what is behind it; null if nothing is, or it is withheld
     */
    record Shown(
            String unit,
            boolean withheld,
            String value,
            @Nullable String exact,
            String numerator,
            @Nullable String numeratorHref,
            String denominator,
            @Nullable String denominatorHref,
            String n,
            List<Chart.Term> spread) {}

    @GetMapping(ALL)
    String all(@ModelAttribute QuestionParameters asked, Locale locale, Model model) {
        var words = new Wording(messages, locale, editions.policies());
        QuestionParameters parameters = form.ofOneKind(asked);
        Question question = parameters.question().by();
        var sections = new ArrayList<Section>();
        for (Subject subject : Subject.values()) {
            var families = new LinkedHashMap<String, List<Line>>();
            for (Indicator indicator : Indicator.all()) {
                if (indicator.subject() == subject) {
                    families.computeIfAbsent(words.say(indicator.title()), _ -> new ArrayList<>())
                            .add(line(words, parameters, question, indicator));
                }
            }
            sections.add(
                    new Section(
                            words.say("indicators.of", words.say(subject.meaning())),
                            families.entrySet().stream()
                                    .map(family -> new Family(family.getKey(), family.getValue()))
                                    .toList()));
        }
        model.addAttribute("fields", form.ofCases(parameters, words));
        model.addAttribute("sections", sections);
        model.addAttribute("json", API);
        return "indicators";
    }

    private Line line(
            Wording words, QuestionParameters parameters, Question question, Indicator indicator) {
        String page = ALL + "/" + indicator.code();
        String refused = refused(words, indicator, question);
        if (refused != null) {
            return new Line(
                    page,
                    words.say(indicator.definition()),
                    words.say(indicator.caution()),
                    List.of(),
                    refused);
        }
        Address here = Address.of(parameters);
        return new Line(
                here.at(page),
                words.say(indicator.definition()),
                words.say(indicator.caution()),
                shown(words, parameters, indicator, indicators.answer(indicator, question)),
                null);
    }

    /** Why an indicator does not answer the question: it counts nothing that has the property. */
    private static @Nullable String refused(Wording words, Indicator indicator, Question question) {
        Subject subject = indicator.subject();
        List<String> unknown =
                Stream.concat(
                                question.filter().values().keySet().stream()
                                        .filter(dimension -> !subject.isFilteredBy(dimension))
                                        .map(dimension -> words.say("group." + dimension.name())),
                                question.cohort() != Cohort.ENDED && !subject.hasCohorts()
                                        ? Stream.of(words.say("filter.cohort"))
                                        : Stream.empty())
                        .toList();
        return unknown.isEmpty()
                ? null
                : words.say("indicator.refused", String.join(", ", unknown));
    }

    private List<Shown> shown(
            Wording words,
            QuestionParameters parameters,
            Indicator indicator,
            IndicatorAnswer answer) {
        var writing = writing(words, parameters, indicator, answer);
        Address here = Address.of(parameters);
        String page = ALL + "/" + indicator.code();
        return answer.groups().stream()
                .map(
                        group -> {
                            Address behind = here.with("unit", group.unit());
                            return new Shown(
                                    writing.unit(group.unit()),
                                    group.withheld(),
                                    writing.value(group),
                                    writing.exact(group),
                                    writing.numerator(group),
                                    group.numerator() == null || group.numerator() == 0
                                            ? null
                                            : behind.with("side", "numerator").at(page) + "#cases",
                                    writing.denominator(group),
                                    group.n() == null || group.n() == 0
                                            ? null
                                            : behind.at(page) + "#cases",
                                    writing.n(group),
                                    spread(words, writing, group));
                        })
                .toList();
    }

    private static List<Chart.Term> spread(Wording words, IndicatorWriting writing, Group group) {
        IndicatorAnswer.Spread spread = group.spread();
        return spread == null
                ? List.of()
                : List.of(
                        new Chart.Term(words.say("figure.p50"), writing.time(spread.median())),
                        new Chart.Term(words.say("figure.p90"), writing.time(spread.p90())),
                        new Chart.Term(words.say("figure.p95"), writing.time(spread.p95())),
                        new Chart.Term(words.say("figure.max"), writing.time(spread.max())));
    }

    private static IndicatorWriting writing(
            Wording words,
            QuestionParameters parameters,
            Indicator indicator,
            IndicatorAnswer answer) {
        return new IndicatorWriting(
                words,
                indicator,
                answer.groups().stream()
                        .map(Group::value)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                parameters.importId() != null
                        && !FactFilter.RECORDED_HERE.equals(parameters.importId()));
    }

    @GetMapping(ALL + "/{code}")
    String one(
            @PathVariable String code,
            @ModelAttribute QuestionParameters asked,
            @RequestParam(defaultValue = "denominator") String side,
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(defaultValue = "0") int offset,
            Locale locale,
            Model model) {
        Indicator indicator = found(code);
        var words = new Wording(messages, locale, editions.policies());
        QuestionParameters parameters = form.ofOneKind(asked);
        Question question = parameters.question();
        IndicatorAnswer all = indicators.answer(indicator, question.by());
        IndicatorWriting writing = writing(words, parameters, indicator, all);
        Address here = Address.of(parameters);
        String page = ALL + "/" + indicator.code();
        model.addAttribute(
                "fields",
                form.ofCases(parameters, words).only(name -> knows(indicator.subject(), name)));
        model.addAttribute("page", page);
        model.addAttribute("title", words.say(indicator.title()));
        model.addAttribute("definition", words.say(indicator.definition()));
        model.addAttribute("terms", IndicatorCharts.terms(words, all));
        model.addAttribute("figures", shown(words, parameters, indicator, all));
        model.addAttribute("mean", writing.isMean());
        model.addAttribute("json", here.at(API + "/" + indicator.code()));
        model.addAttribute("all", here.at(ALL));
        model.addAttribute(
                "publish",
                Address.none()
                        .with("figure", "indicator")
                        .with(
                                "query",
                                here.with("measure", null)
                                        .with("clock", null)
                                        .with("basis", null)
                                        .with("indicator", indicator.code())
                                        .at("")
                                        .substring(1))
                        .at("/certificates"));
        var charts = new IndicatorCharts(words, here, writing, page);
        YearMonth soFar = soFar(question, all);
        model.addAttribute(
                "charts",
                Stream.of(Dimension.ZONE, Dimension.MONTH, Dimension.ITEM)
                        .filter(indicator.subject()::isGroupedBy)
                        .flatMap(
                                by ->
                                        charts
                                                .of(
                                                        indicators.answer(
                                                                indicator, question.by(by)),
                                                        soFar)
                                                .stream())
                        .toList());
        cases(
                words,
                indicator,
                writing,
                question,
                here,
                QuestionParameters.word(Behind.Side.class, "side", side),
                key,
                unit,
                offset,
                model);
        return "indicator";
    }

    private static Indicator found(String code) {
        try {
            return Indicator.of(code);
        } catch (IllegalArgumentException e) {
            throw new NotFound(String.valueOf(e.getMessage()));
        }
    }

    /** Whether something of the form can be asked of what is counted. */
    static boolean knows(Subject subject, String field) {
        if (field.equals("cohort")) {
            return subject.hasCohorts();
        }
        return Stream.of(Dimension.values())
                .filter(dimension -> dimension.word().equals(field))
                .allMatch(subject::isFilteredBy);
    }

    private @Nullable YearMonth soFar(Question question, IndicatorAnswer answer) {
        LocalDate known = answer.known().atZone(china()).toLocalDate();
        return question.to() != null && !question.to().isAfter(known)
                ? null
                : YearMonth.from(known);
    }

    private ZoneId china() {
        return editions.calendar("cn").zone();
    }

    /**
     * Something behind a figure.
     *
     * @param piece which part of it; empty if it is the whole
     */
    record Case(
            @Nullable String href,
            String name,
            String item,
            String zone,
            String piece,
            String numerator,
            String denominator) {}

    private void cases(
            Wording words,
            Indicator indicator,
            IndicatorWriting writing,
            Question question,
            Address whole,
            Behind.Side side,
            @Nullable String key,
            @Nullable String unit,
            int offset,
            Model model) {
        Behind behind =
                indicators.behind(
                        indicator,
                        question,
                        key == null ? List.of() : List.of(key),
                        unit,
                        side,
                        offset,
                        ROWS + 1);
        Dimension by = key == null ? null : question.groupBy().getFirst();
        Address here =
                whole.with("groupBy", by == null ? null : by.word())
                        .with("key", key)
                        .with("unit", unit);
        Address ofSide = here.with("side", QuestionForm.spelled(side));
        String page = ALL + "/" + indicator.code();
        List<Behind.Piece> pieces = behind.pieces().stream().limit(ROWS).toList();
        Map<String, FilingRow> filings =
                registered.filings(
                        pieces.stream()
                                .map(Behind.Piece::filing)
                                .filter(Objects::nonNull)
                                .map(FilingId::of)
                                .collect(Collectors.toSet()));
        Map<String, ProjectRow> projects =
                registered.projects(
                        pieces.stream()
                                .filter(piece -> piece.filing() == null)
                                .map(Behind.Piece::project)
                                .filter(Objects::nonNull)
                                .map(ProjectId::of)
                                .collect(Collectors.toSet()));
        model.addAttribute("casesWithheld", behind.withheld());
        model.addAttribute(
                "cases",
                pieces.stream()
                        .map(piece -> row(words, writing, piece, filings, projects))
                        .toList());
        model.addAttribute(
                "sides",
                Stream.of(Behind.Side.values())
                        .map(
                                one ->
                                        new QuestionForm.Choice(
                                                here.with("side", QuestionForm.spelled(one))
                                                                .at(page)
                                                        + "#cases",
                                                words.say("indicator." + QuestionForm.spelled(one)),
                                                one == side))
                        .toList());
        model.addAttribute(
                "only",
                Stream.of(
                                by == null || key == null
                                        ? null
                                        : new FilingsPage.Restriction(
                                                words.say("group." + by.name()),
                                                by == Dimension.ITEM ? words.item(key) : key),
                                unit == null
                                        ? null
                                        : new FilingsPage.Restriction(
                                                words.say("indicator.unit"), writing.unit(unit)))
                        .filter(Objects::nonNull)
                        .toList());
        model.addAttribute("whole", whole.at(page) + "#cases");
        model.addAttribute(
                "previous",
                offset <= 0
                        ? null
                        : ofSide.with("offset", Math.max(0, offset - ROWS)).at(page) + "#cases");
        model.addAttribute(
                "next",
                behind.pieces().size() > ROWS
                        ? ofSide.with("offset", offset + ROWS).at(page) + "#cases"
                        : null);
        model.addAttribute(
                "casesJson",
                ofSide.with("offset", offset)
                        .with("limit", ROWS)
                        .at(API + "/" + indicator.code() + "/filings"));
        model.addAttribute("subject", words.say(indicator.subject().meaning()));
    }

    private static Case row(
            Wording words,
            IndicatorWriting writing,
            Behind.Piece piece,
            Map<String, FilingRow> filings,
            Map<String, ProjectRow> projects) {
        String numerator = writing.numerator(piece.numerator(), piece.unit());
        String denominator = writing.denominator(piece.denominator(), piece.unit());
        String part = piece.piece() == null ? "" : piece.piece();
        if (piece.filing() != null) {
            FilingRow filing = filings.get(piece.filing());
            return new Case(
                    "/filings/" + piece.filing(),
                    filing == null ? piece.filing() : filing.projectName(),
                    filing == null ? "" : words.item(filing.item()),
                    filing == null ? "" : filing.zone(),
                    part,
                    numerator,
                    denominator);
        }
        if (piece.project() != null) {
            ProjectRow project = projects.get(piece.project());
            return new Case(
                    "/projects/" + piece.project(),
                    project == null ? piece.project() : project.name(),
                    "",
                    project == null ? "" : project.zone(),
                    // Of an obligation without its commitment, whose name is that of the project.
                    part.substring(part.indexOf('/') + 1),
                    numerator,
                    denominator);
        }
        return new Case(null, words.item(part), "", "", part, numerator, denominator);
    }
}
