package org.chengnuo.approval.api.pages;

import org.chengnuo.approval.api.pages.QuestionForm.Choice;
import org.chengnuo.approval.api.pages.QuestionForm.Field;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.projections.editions.Editions;
import org.chengnuo.approval.projections.indicators.Indicator;
import org.chengnuo.approval.projections.indicators.IndicatorAnswer;
import org.chengnuo.approval.projections.indicators.IndicatorAnswer.Spread;
import org.chengnuo.approval.projections.indicators.Indicators;
import org.chengnuo.approval.projections.indicators.Restatement;
import org.chengnuo.approval.projections.indicators.Restatement.Figure;
import org.chengnuo.approval.projections.indicators.Restatement.RestatingAct;
import org.chengnuo.approval.projections.indicators.Restatements;
import org.chengnuo.approval.projections.indicators.Subject;
import org.chengnuo.approval.projections.register.FilingRow;
import org.chengnuo.approval.projections.register.ProjectRow;
import org.chengnuo.approval.projections.register.Registered;
import org.chengnuo.approval.projections.reviewtimes.AsOf;
import org.chengnuo.approval.projections.reviewtimes.Clock;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.FactFilter;
import org.chengnuo.approval.projections.reviewtimes.Measure;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.Turnaround;
import org.chengnuo.approval.projections.statistics.QuestionParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which figures are others now than they were known to be, and by which acts. */
@Controller
class RestatementsPage {

    private static final int ROWS = 50;

    private static final String HERE = "/restatements";

    /** As {@code indicator}: no indicator, but how long filings take. */
    private static final String TURNAROUND = "turnaround";

    private static final String FIRST_INDICATOR = "on-time";

    private static final List<Dimension> GROUPINGS =
            List.of(Dimension.ZONE, Dimension.CENTER, Dimension.ITEM, Dimension.MONTH);

    private final Restatements restatements;
    private final Indicators indicators;
    private final Registered registered;
    private final QuestionForm form;
    private final MessageSource messages;
    private final Editions editions;

    RestatementsPage(
            Restatements restatements,
            Indicators indicators,
            Registered registered,
            QuestionForm form,
            MessageSource messages,
            Editions editions) {
        this.restatements = restatements;
        this.indicators = indicators;
        this.registered = registered;
        this.form = form;
        this.messages = messages;
        this.editions = editions;
    }

    /** A figure that was restated, with what of it differs. */
    record Restated(String label, List<Number> numbers) {}

    /**
     * One of its numbers.
     *
     * @param change with its sign; empty if there is nothing to compare
     */
    record Number(String name, String before, String after, String change) {}

    /** An act by which it came to that. */
    record Act(
            String href,
            String name,
            String what,
            String item,
            String occurred,
            String recorded,
            boolean late,
            boolean automatic) {}

    @GetMapping(HERE)
    String restatements(
            @ModelAttribute QuestionParameters asked,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String indicator,
            @RequestParam(defaultValue = "0") int offset,
            Locale locale,
            Model model) {
        if (asked.asOf() != null) {
            throw new IllegalArgumentException(
                    "asOf: a restatement is asked as of two moments, before and after");
        }
        var words = new Wording(messages, locale, editions.policies());
        QuestionParameters parameters = TurnaroundPage.withDefaults(form.ofOneKind(asked));
        Question question = parameters.question();
        String first = before;
        if (first == null) {
            // As the last quarter that has ended was known at its end: what is counted of it since?
            LocalDate quarter = beginOfTheQuarter();
            first = moment(quarter);
            if (question.to() == null) {
                parameters = parameters.before(quarter);
                question = question.in(question.from(), quarter);
            }
            if (question.groupBy().isEmpty()) {
                question = question.by(Dimension.ZONE);
            }
        }
        String second = after == null ? "now" : after;
        String figure = indicator == null ? FIRST_INDICATOR : indicator;
        boolean turnaround = figure.equals(TURNAROUND);
        Subject subject = turnaround ? Subject.FILING : Indicator.of(figure).subject();
        List<Dimension> unknown =
                question.groupBy().stream().filter(one -> !subject.isGroupedBy(one)).toList();
        if (!unknown.isEmpty()) {
            // Whoever chooses another figure in the form has not chosen its groups yet.
            question = question.by();
            model.addAttribute(
                    "refused",
                    words.say(
                            "indicator.refused", words.say("group." + unknown.getFirst().name())));
        }
        Dimension by = question.groupBy().isEmpty() ? null : question.groupBy().getFirst();
        QuestionForm.Fields others =
                (turnaround ? form.ofTimes(parameters, words) : form.ofCases(parameters, words))
                        .only(name -> !name.equals("asOf") && IndicatorsPage.knows(subject, name));
        model.addAttribute("fields", others.after(own(words, figure, subject, first, second, by)));
        Address here =
                address(parameters, turnaround)
                        .with("groupBy", by == null ? "none" : by.word())
                        .with("before", first)
                        .with("after", second)
                        .with("indicator", figure);
        Restatement<?> restatement =
                turnaround
                        ? ofTurnaround(words, parameters, question, first, second, offset, model)
                        : ofIndicator(
                                words,
                                parameters,
                                Indicator.of(figure),
                                question,
                                first,
                                second,
                                offset,
                                model);
        model.addAttribute("byName", by == null ? "" : words.say("group." + by.name()));
        model.addAttribute("definition", words.say(restatement.definition()));
        model.addAttribute("says", says(words, restatement));
        model.addAttribute("figureHref", turnaround ? null : "/indicators/" + figure);
        model.addAttribute("actsInAll", words.number(restatement.actsInAll()));
        model.addAttribute("acts", acts(words, restatement.acts()));
        model.addAttribute(
                "previous",
                offset <= 0
                        ? null
                        : here.with("offset", Math.max(0, offset - ROWS)).at(HERE) + "#acts");
        model.addAttribute(
                "next",
                offset + ROWS < restatement.actsInAll()
                        ? here.with("offset", offset + ROWS).at(HERE) + "#acts"
                        : null);
        model.addAttribute(
                "json",
                here.with("indicator", turnaround ? null : figure)
                        .with("after", restatement.after())
                        .with("offset", offset)
                        .with("limit", ROWS)
                        .at("/api/v1/statistics/restatements"));
        return "restatements";
    }

    private static Address address(QuestionParameters parameters, boolean turnaround) {
        Address all = Address.of(parameters);
        return turnaround ? all : all.with("measure", null).with("clock", null).with("basis", null);
    }

    /** The first day of the quarter of the last record. */
    private LocalDate beginOfTheQuarter() {
        Instant known =
                indicators
                        .answer(
                                Indicator.of(FIRST_INDICATOR),
                                Question.of(Measure.SPAN, Clock.CALENDAR))
                        .known();
        return known.atZone(china()).toLocalDate().with(IsoFields.DAY_OF_QUARTER, 1);
    }

    private ZoneId china() {
        return editions.calendar("cn").zone();
    }

    private String moment(LocalDate day) {
        return day.atStartOfDay(china()).toOffsetDateTime().toString();
    }

    /** What only this page asks. */
    private static List<Field> own(
            Wording words,
            String figure,
            Subject subject,
            String before,
            String after,
            @Nullable Dimension by) {
        var figures = new ArrayList<Choice>();
        figures.add(
                new Choice(TURNAROUND, words.say("turnaround.title"), figure.equals(TURNAROUND)));
        for (Indicator one : Indicator.all()) {
            figures.add(
                    new Choice(
                            one.code(),
                            words.say(one.title()) + " (" + one.code() + ")",
                            figure.equals(one.code())));
        }
        var groupings = new ArrayList<Choice>();
        groupings.add(new Choice("none", words.say("restatements.whole"), by == null));
        Stream.concat(GROUPINGS.stream(), Stream.ofNullable(by))
                .distinct()
                .filter(subject::isGroupedBy)
                .forEach(
                        one ->
                                groupings.add(
                                        new Choice(
                                                one.word(),
                                                words.say("group." + one.name()),
                                                one == by)));
        return List.of(
                new Field("indicator", words.say("restatements.figure"), "select", null, figures),
                QuestionForm.input("before", words.say("restatements.before"), "text", before),
                QuestionForm.input("after", words.say("restatements.after"), "text", after),
                new Field("groupBy", words.say("restatements.by"), "select", null, groupings));
    }

    private Restatement<IndicatorAnswer.Group> ofIndicator(
            Wording words,
            QuestionParameters parameters,
            Indicator indicator,
            Question question,
            String before,
            String after,
            int offset,
            Model model) {
        Restatement<IndicatorAnswer.Group> restatement =
                restatements.of(
                        indicator,
                        question,
                        moment("before", before),
                        moment("after", after),
                        offset,
                        ROWS);
        var writing =
                new IndicatorWriting(
                        words,
                        indicator,
                        restatement.figures().stream()
                                .map(Figure::after)
                                .filter(Objects::nonNull)
                                .map(IndicatorAnswer.Group::value)
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null),
                        foreign(parameters));
        model.addAttribute("figureName", words.say(indicator.title()));
        model.addAttribute("figureDefinition", words.say(indicator.definition()));
        model.addAttribute(
                "figures",
                restatement.figures().stream()
                        .map(
                                figure ->
                                        new Restated(
                                                label(words, question, figure, writing),
                                                numbers(words, writing, figure)))
                        .toList());
        return restatement;
    }

    private static List<Number> numbers(
            Wording words, IndicatorWriting writing, Figure<IndicatorAnswer.Group> figure) {
        var numbers = new Numbers<>(words, figure.before(), figure.after());
        numbers.add(
                "indicator.value",
                writing::value,
                IndicatorAnswer.Group::value,
                (was, is) ->
                        writing.isMean()
                                ? writing.time(is.subtract(was))
                                : words.say(
                                        "restatements.points",
                                        words.rounded(is.subtract(was).movePointRight(2))));
        numbers.add(
                "indicator.numerator",
                writing::numerator,
                group -> number(group.numerator()),
                (was, is) -> writing.numerator(is.subtract(was).longValueExact(), figure.unit()));
        numbers.add(
                "indicator.denominator",
                writing::denominator,
                group -> number(group.denominator()),
                (was, is) -> writing.denominator(is.subtract(was).longValueExact(), figure.unit()));
        // Mostly the denominator says it.
        numbers.add(
                "indicator.n",
                group -> words.number(Objects.requireNonNullElse(group.n(), 0L)),
                group -> Objects.equals(group.n(), group.denominator()) ? null : number(group.n()),
                (was, is) -> words.number(is.subtract(was).longValueExact()));
        numbers.addTime("figure.p50", group -> of(group, Spread::median), writing::time);
        numbers.addTime("figure.p90", group -> of(group, Spread::p90), writing::time);
        numbers.addTime("figure.p95", group -> of(group, Spread::p95), writing::time);
        numbers.addTime("figure.max", group -> of(group, Spread::max), writing::time);
        return numbers.found();
    }

    /** Of a mean, how it is spread. */
    private static @Nullable BigDecimal of(
            IndicatorAnswer.Group group, Function<Spread, BigDecimal> what) {
        Spread spread = group.spread();
        return spread == null ? null : what.apply(spread);
    }

    private Restatement<Turnaround.Group> ofTurnaround(
            Wording words,
            QuestionParameters parameters,
            Question question,
            String before,
            String after,
            int offset,
            Model model) {
        Restatement<Turnaround.Group> restatement =
                restatements.of(
                        question, moment("before", before), moment("after", after), offset, ROWS);
        ReadableUnit unit =
                ReadableUnit.of(
                        question.clock(),
                        restatement.figures().stream()
                                .map(Figure::after)
                                .filter(Objects::nonNull)
                                .map(Turnaround.Group::p90Seconds)
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null),
                        foreign(parameters));
        model.addAttribute(
                "figureName",
                words.say("turnaround.title") + " · " + words.say(question.measure().title()));
        model.addAttribute("figureDefinition", unit.name(words));
        model.addAttribute(
                "figures",
                restatement.figures().stream()
                        .map(
                                figure ->
                                        new Restated(
                                                label(words, question, figure, null),
                                                numbers(words, unit, figure)))
                        .toList());
        return restatement;
    }

    private static List<Number> numbers(
            Wording words, ReadableUnit unit, Figure<Turnaround.Group> figure) {
        var numbers = new Numbers<>(words, figure.before(), figure.after());
        BiFunction<BigDecimal, BigDecimal, String> more =
                (was, is) -> words.number(is.subtract(was).longValueExact());
        numbers.add(
                "figure.n",
                group -> words.number(group.n()),
                group -> BigDecimal.valueOf(group.n()),
                more);
        numbers.add(
                "figure.open",
                group -> words.number(group.openN()),
                group -> BigDecimal.valueOf(group.openN()),
                more);
        Function<@Nullable BigDecimal, String> time =
                seconds ->
                        words.rounded(unit.of(seconds))
                                + (seconds == null ? "" : " " + unit.sign(words));
        numbers.addTime("figure.p50", Turnaround.Group::p50Seconds, time);
        // Of fewer there is no average.
        numbers.addTime(
                "figure.mean",
                group -> group.n() < TurnaroundPage.FEWEST ? null : group.meanSeconds(),
                time);
        numbers.addTime("figure.p90", Turnaround.Group::p90Seconds, time);
        numbers.addTime("figure.p95", Turnaround.Group::p95Seconds, time);
        numbers.addTime("figure.max", Turnaround.Group::maxSeconds, time);
        return numbers.found();
    }

    /** Collects the numbers of a figure that differ. */
    private static final class Numbers<G> {

        private final Wording words;
        private final @Nullable G before;
        private final @Nullable G after;
        private final List<Number> found = new ArrayList<>();

        Numbers(Wording words, @Nullable G before, @Nullable G after) {
            this.words = words;
            this.before = before;
            this.after = after;
        }

        /**
         * @param difference in words, of two exact numbers
         */
        void add(
                String name,
                Function<G, String> written,
                Function<G, @Nullable BigDecimal> exact,
                BiFunction<BigDecimal, BigDecimal, String> difference) {
            BigDecimal was = before == null ? null : exact.apply(before);
            BigDecimal is = after == null ? null : exact.apply(after);
            if (before != null && after != null && Objects.equals(was, is)) {
                return;
            }
            String change = "";
            if (was != null && is != null) {
                change = (is.compareTo(was) > 0 ? "+" : "") + difference.apply(was, is);
            }
            found.add(
                    new Number(
                            words.say(name),
                            before == null ? words.say("restatements.none") : written.apply(before),
                            after == null ? words.say("restatements.none") : written.apply(after),
                            change));
        }

        void addTime(
                String name,
                Function<G, @Nullable BigDecimal> exact,
                Function<@Nullable BigDecimal, String> written) {
            add(
                    name,
                    group -> written.apply(exact.apply(group)),
                    exact,
                    (was, is) -> written.apply(is.subtract(was)));
        }

        List<Number> found() {
            return List.copyOf(found);
        }
    }

    private static @Nullable BigDecimal number(@Nullable Long number) {
        return number == null ? null : BigDecimal.valueOf(number);
    }

    private static String label(
            Wording words,
            Question question,
            Figure<?> figure,
            @Nullable IndicatorWriting writing) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < figure.keys().size(); i++) {
            String key = figure.keys().get(i);
            boolean item = question.groupBy().get(i) == Dimension.ITEM;
            parts.add(key == null ? words.say("key.none") : item ? words.item(key) : key);
        }
        if (parts.isEmpty()) {
            parts.add(words.say("restatements.whole"));
        }
        if (writing != null && figure.unit() != null) {
            parts.add(writing.unit(figure.unit()));
        }
        return String.join(" · ", parts);
    }

    private static boolean foreign(QuestionParameters parameters) {
        return !FactFilter.RECORDED_HERE.equals(parameters.importId());
    }

    private static AsOf moment(String name, String text) {
        try {
            return AsOf.of(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    String.valueOf(e.getMessage()).replaceFirst("^asOf", name), e);
        }
    }

    private static String says(Wording words, Restatement<?> restatement) {
        return words.say(
                restatement.byTimeAlone() == 0 ? "restatements.says" : "restatements.says.by-time",
                restatement.figures().size(),
                words.number(restatement.changed()),
                words.number(restatement.actsInAll()),
                words.number(restatement.byTimeAlone()));
    }

    private List<Act> acts(Wording words, List<RestatingAct> acts) {
        Map<String, FilingRow> filings =
                registered.filings(
                        acts.stream()
                                .map(RestatingAct::filing)
                                .filter(Objects::nonNull)
                                .map(FilingId::of)
                                .collect(Collectors.toSet()));
        Map<String, ProjectRow> projects =
                registered.projects(
                        acts.stream()
                                .filter(act -> act.filing() == null)
                                .map(act -> ProjectId.of(act.project()))
                                .collect(Collectors.toSet()));
        return acts.stream()
                .map(
                        act -> {
                            String filing = act.filing();
                            FilingRow row = filing == null ? null : filings.get(filing);
                            ProjectRow project = projects.get(act.project());
                            ZoneId zone =
                                    row == null
                                            ? china()
                                            : editions.calendar(row.calendar()).zone();
                            return new Act(
                                    filing == null
                                            ? "/projects/" + act.project()
                                            : "/filings/" + filing,
                                    row != null
                                            ? row.projectName()
                                            : project != null ? project.name() : act.project(),
                                    words.say("event." + act.name()),
                                    row == null ? "" : words.item(row.item()),
                                    Wording.minute(act.occurred(), zone),
                                    Wording.minute(act.recorded(), zone),
                                    act.late(),
                                    act.automatic());
                        })
                .toList();
    }
}
