package org.chengnuo.approval.api.pages;

import org.chengnuo.approval.api.demo.SimulationProgress;
import org.chengnuo.approval.projections.editions.Editions;
import org.chengnuo.approval.projections.reviewtimes.Clock;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.Distribution;
import org.chengnuo.approval.projections.reviewtimes.FactFilter;
import org.chengnuo.approval.projections.reviewtimes.Measure;
import org.chengnuo.approval.projections.reviewtimes.OnTime;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.Turnaround;
import org.chengnuo.approval.projections.reviewtimes.Turnarounds;
import org.chengnuo.approval.projections.statistics.QuestionParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The first page: how long filings take, and how many are in time. */
@Controller
class TurnaroundPage {

    /** Of fewer filings no average is shown. */
    static final int FEWEST = 5;

    private final Turnarounds turnarounds;
    private final MessageSource messages;
    private final Editions editions;
    private final java.time.Clock clock;
    private final SimulationProgress simulation;
    private final QuestionForm form;

    TurnaroundPage(
            Turnarounds turnarounds,
            QuestionForm form,
            MessageSource messages,
            Editions editions,
            java.time.Clock clock,
            SimulationProgress simulation) {
        this.turnarounds = turnarounds;
        this.form = form;
        this.simulation = simulation;
        this.messages = messages;
        this.editions = editions;
        this.clock = clock;
    }

    /** One of the figures at the head of the page. */
    record Figure(String name, String value, String unit, @Nullable String exact) {}

    @GetMapping("/")
    String turnaround(
            @ModelAttribute QuestionParameters asked,
            @RequestParam(defaultValue = "zone") String onTimeBy,
            @RequestParam(defaultValue = "0") int offset,
            Locale locale,
            Model model) {
        var words = new Wording(messages, locale, editions.policies());
        QuestionParameters parameters = withDefaults(form.ofOneKind(asked));
        List<Dimension> groupings = parameters.groupings();
        Question question = parameters.question().by();
        Dimension onTimeGroups = onTimeGroups(onTimeBy);
        model.addAttribute("asked", parameters);
        SimulationProgress.State simulated = simulation.state();
        model.addAttribute("simulation", simulated.running() ? simulated : null);
        model.addAttribute("fields", form.ofTimes(parameters, words));
        model.addAttribute("groupBy", groupChoices(words, groupings));
        model.addAttribute("grouped", !groupings.isEmpty());
        model.addAttribute("known", words.known(question.asOf(), editions.calendar("cn").zone()));
        Address grouped = Address.of(parameters).by(groupings);
        model.addAttribute(
                "certify",
                Address.none()
                        .with("figure", "turnaround")
                        .with("query", grouped.query())
                        .at("/certificates"));
        Turnaround.@Nullable Group all = all(question);
        ReadableUnit unit =
                ReadableUnit.of(
                        question.clock(),
                        all == null ? null : all.p90Seconds(),
                        !FactFilter.RECORDED_HERE.equals(parameters.importId()));
        var charts = new TurnaroundCharts(words, Address.of(parameters), unit);
        boolean some = all != null && (all.n() > 0 || all.openN() > 0);
        model.addAttribute("some", some);
        model.addAttribute("anything", some || anything());
        model.addAttribute("shortMeasure", words.say(question.measure().title()));
        if (all == null || !some) {
            return "turnaround";
        }
        OnTime onTime = turnarounds.onTime(question.by(onTimeGroups));
        model.addAttribute("figures", figures(words, unit, all));
        model.addAttribute("unitName", unit.name(words));
        model.addAttribute("json", Address.of(parameters).at("/api/v1/statistics/turnaround"));
        if (!groupings.isEmpty()) {
            model.addAttribute(
                    "groups",
                    TurnaroundGroups.of(
                            turnarounds.answer(question.by(groupings)),
                            words,
                            unit,
                            Address.of(parameters),
                            offset));
            return "turnaround";
        }
        if (all.n() > 0) {
            int bins = TurnaroundCharts.bins(all);
            Distribution distribution =
                    turnarounds.distribution(question, Distribution.Scale.LINEAR, bins);
            model.addAttribute("distribution", charts.distribution(distribution, all, bins));
            model.addAttribute(
                    "trend", charts.trend(answer(question, Dimension.MONTH), presentMonth()));
            model.addAttribute("byItem", charts.groups(answer(question, Dimension.ITEM)));
            model.addAttribute("byZone", charts.groups(answer(question, Dimension.ZONE)));
        }
        if (!onTime.groups().isEmpty()) {
            OnTime.Group whole = turnarounds.onTime(question.by()).groups().getFirst();
            model.addAttribute("onTimeAll", charts.verdict(whole));
            model.addAttribute("onTime", charts.onTime(onTime, presentMonth()));
            model.addAttribute("onTimeBy", onTimeChoices(words, parameters, onTimeGroups));
        }
        return "turnaround";
    }

    /** Limits are in working days, so the page begins with working time, unlike the API. */
    static QuestionParameters withDefaults(QuestionParameters asked) {
        boolean hasStops = asked.measure() == null || asked.measure().equals("review");
        return asked.withDefaults("review", "working", hasStops ? "claimed" : null);
    }

    /** One choice after the other, for the columns stand in their order. */
    private static List<QuestionForm.Field> groupChoices(Wording words, List<Dimension> chosen) {
        List<Dimension> all =
                Arrays.stream(Dimension.values()).filter(d -> d != Dimension.CASE).toList();
        return IntStream.range(0, Question.MOST_GROUPINGS)
                .mapToObj(
                        i ->
                                QuestionForm.grouping(
                                        words.say(i == 0 ? "groups.by" : "groups.then"),
                                        all,
                                        i < chosen.size() ? chosen.get(i) : null,
                                        words))
                .toList();
    }

    private static Dimension onTimeGroups(String word) {
        return switch (word) {
            case "zone" -> Dimension.ZONE;
            case "center" -> Dimension.CENTER;
            case "item" -> Dimension.ITEM;
            case "month" -> Dimension.MONTH;
            default ->
                    throw new IllegalArgumentException(
                            "onTimeBy is one of zone, center, item, month, not «%s»"
                                    .formatted(word));
        };
    }

    private List<QuestionForm.Choice> onTimeChoices(
            Wording words, QuestionParameters parameters, Dimension chosen) {
        return List.of(Dimension.ZONE, Dimension.CENTER, Dimension.ITEM, Dimension.MONTH).stream()
                .map(
                        group ->
                                new QuestionForm.Choice(
                                        Address.of(parameters)
                                                        .with("onTimeBy", group.word())
                                                        .at("/")
                                                + "#on-time",
                                        words.say("group." + group.name()),
                                        group == chosen))
                .toList();
    }

    private Turnaround.@Nullable Group all(Question question) {
        List<Turnaround.Group> groups = turnarounds.answer(question.by()).groups();
        return groups.isEmpty() ? null : groups.getFirst();
    }

    private Turnaround answer(Question question, Dimension groups) {
        return turnarounds.answer(question.by(groups));
    }

    /** Whether there is a filing at all; each has a span. */
    private boolean anything() {
        return !turnarounds.answer(Question.of(Measure.SPAN, Clock.CALENDAR)).groups().isEmpty();
    }

    private YearMonth presentMonth() {
        return YearMonth.from(clock.instant().atZone(editions.calendar("cn").zone()));
    }

    private static List<Figure> figures(Wording words, ReadableUnit unit, Turnaround.Group all) {
        boolean few = all.n() < FEWEST;
        return List.of(
                new Figure(words.say("figure.n"), words.number(all.n()), "", null),
                new Figure(words.say("figure.open"), words.number(all.openN()), "", null),
                time(words, unit, words.say("figure.p50"), all.p50Seconds()),
                few
                        ? new Figure(words.say("figure.mean"), "–", "", words.say("figure.few"))
                        : time(words, unit, words.say("figure.mean"), all.meanSeconds()),
                time(words, unit, words.say("figure.p90"), all.p90Seconds()),
                time(words, unit, words.say("figure.p95"), all.p95Seconds()),
                time(words, unit, words.say("figure.max"), all.maxSeconds()));
    }

    private static Figure time(
            Wording words, ReadableUnit unit, String name, @Nullable BigDecimal seconds) {
        return new Figure(
                name,
                words.rounded(unit.of(seconds)),
                seconds == null ? "" : unit.sign(words),
                seconds == null ? null : words.say("exact.seconds", seconds.toPlainString()));
    }
}
