package org.chengnuo.approval.api.pages;

import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.filing.FilingState;
import org.chengnuo.approval.projections.ageing.Age;
import org.chengnuo.approval.projections.ageing.Ageing;
import org.chengnuo.approval.projections.ageing.Ageings;
import org.chengnuo.approval.projections.ageing.OpenFiling;
import org.chengnuo.approval.projections.ageing.Share;
import org.chengnuo.approval.projections.editions.Editions;
import org.chengnuo.approval.projections.register.FilingRow;
import org.chengnuo.approval.projections.register.Registered;
import org.chengnuo.approval.projections.reviewtimes.Clock;
import org.chengnuo.approval.projections.reviewtimes.Cohort;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.FactFilter;
import org.chengnuo.approval.projections.reviewtimes.Measure;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.Turnaround;
import org.chengnuo.approval.projections.reviewtimes.Turnarounds;
import org.chengnuo.approval.projections.statistics.QuestionParameters;
import org.chengnuo.approval.projections.survival.Survival;
import org.chengnuo.approval.projections.survival.Survivals;
import org.chengnuo.approval.projections.trend.ControlChart;
import org.chengnuo.approval.projections.trend.Trends;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** How long what is still open counts too, how a measure runs over time, and what is open now. */
@Controller
class CurvesPage {

    private static final int ROWS = 50;

    /** Of a single curve; of several there are fewer, for all stand in one table. */
    private static final int POINTS = 150;

    private static final int POINTS_OF_EACH = 40;

    /** By what curves are compared: what has a few values. */
    private static final List<Dimension> COMPARED =
            List.of(
                    Dimension.ZONE,
                    Dimension.CENTER,
                    Dimension.ITEM,
                    Dimension.ITEM_CLASS,
                    Dimension.KIND,
                    Dimension.PROJECT_TYPE,
                    Dimension.DEPARTMENT,
                    Dimension.CHANNEL,
                    Dimension.AGENT,
                    Dimension.IMPORT);

    private final Survivals survivals;
    private final Trends trends;
    private final Ageings ageings;
    private final Turnarounds turnarounds;
    private final Registered registered;
    private final QuestionForm form;
    private final MessageSource messages;
    private final Editions editions;
    private final java.time.Clock clock;

    CurvesPage(
            Survivals survivals,
            Trends trends,
            Ageings ageings,
            Turnarounds turnarounds,
            Registered registered,
            QuestionForm form,
            MessageSource messages,
            Editions editions,
            java.time.Clock clock) {
        this.survivals = survivals;
        this.trends = trends;
        this.ageings = ageings;
        this.turnarounds = turnarounds;
        this.registered = registered;
        this.form = form;
        this.messages = messages;
        this.editions = editions;
        this.clock = clock;
    }

    @GetMapping("/curves")
    String curves(
            @ModelAttribute QuestionParameters asked,
            @RequestParam(defaultValue = "month") String time,
            @RequestParam(required = false) @Nullable LocalDate baselineFrom,
            @RequestParam(required = false) @Nullable LocalDate baselineTo,
            Locale locale,
            Model model) {
        var words = new Wording(messages, locale, editions.policies());
        QuestionParameters parameters = TurnaroundPage.withDefaults(form.ofOneKind(asked));
        Question question = parameters.question();
        List<Dimension> by = question.groupBy();
        if (by.size() > 1) {
            throw new IllegalArgumentException(
                    "groupBy: curves are compared by one property, not by %d".formatted(by.size()));
        }
        model.addAttribute("fields", form.ofTimes(parameters, words));
        Dimension part = QuestionParameters.word(Dimension.class, "time", time);
        var baseline = new Trends.Baseline(baselineFrom, baselineTo);
        model.addAttribute("choices", choices(words, by, part, baseline));
        model.addAttribute("known", words.known(question.asOf(), zone()));
        Turnaround.@Nullable Group all =
                turnarounds.answer(question.by()).groups().stream().findFirst().orElse(null);
        ReadableUnit unit =
                ReadableUnit.of(
                        question.clock(),
                        all == null ? null : all.p90Seconds(),
                        !FactFilter.RECORDED_HERE.equals(parameters.importId()));
        Address address = Address.of(parameters);
        var charts = new CurveCharts(words, address, unit);
        model.addAttribute("unitName", unit.name(words));

        boolean ended = all != null && all.n() > 0;
        boolean begun = ended;
        if (Survivals.isOfTheBegun(question)) {
            List<Integer> times = charts.times(all);
            Duration[] at =
                    times.stream()
                            .map(n -> Duration.ofSeconds(unit.inSeconds(n).longValueExact()))
                            .toArray(Duration[]::new);
            Survival survival = survivals.survival(question, points(by), at);
            begun = !survival.groups().isEmpty();
            if (begun) {
                model.addAttribute("survival", charts.survival(survival, points(by), at, all));
                model.addAttribute("read", charts.read(survival, times));
                model.addAttribute("differ", charts.differ(only(question, survival), all));
            }
        } else {
            model.addAttribute(
                    "ofTheBegun",
                    address.by(by)
                            .with("cohort", QuestionForm.spelled(Cohort.ACCEPTED))
                            .at("/curves"));
        }
        if (ended) {
            model.addAttribute(
                    "ecdf", charts.ecdf(survivals.ecdf(question, points(by)), points(by), all));
            ControlChart control = trends.chart(question.by(part), baseline);
            YearMonth present = YearMonth.from(clock.instant().atZone(zone()));
            model.addAttribute(
                    "p50", charts.control("p50", control, control.p50(), baseline, present));
            model.addAttribute(
                    "p90", charts.control("p90", control, control.p90(), baseline, present));
            model.addAttribute("outside", charts.outside(control));
            model.addAttribute("caution", words.say(control.meaning().caution()));
        }
        // What is open is open now, whatever period is asked of what has ended.
        Ageing ageing = ageings.answer(ofNow(question), Ageings.Listed.ALL, 0, 0);
        model.addAttribute("periodIgnored", question.from() != null || question.to() != null);
        boolean open = !ageing.groups().isEmpty();
        if (open) {
            var ages = new AgeingCharts(words, ofNow(address));
            Ageing together =
                    by.isEmpty()
                            ? ageing
                            : ageings.answer(ofNow(question).by(), Ageings.Listed.ALL, 0, 0);
            model.addAttribute("openAt", at(words, ageing));
            model.addAttribute("byAge", ages.byAge(together));
            model.addAttribute("byShare", ages.byShare(together));
            if (!by.isEmpty()) {
                model.addAttribute("byGroup", ages.byGroup(ageing));
            }
        }
        model.addAttribute("some", begun || open);
        model.addAttribute(
                "span",
                begun
                        ? null
                        : address.by(by)
                                .with("measure", QuestionForm.spelled(Measure.SPAN))
                                .with("clock", QuestionForm.spelled(Clock.CALENDAR))
                                .with("basis", null)
                                .at("/curves"));
        return "curves";
    }

    private static List<QuestionForm.Field> choices(
            Wording words, List<Dimension> by, Dimension part, Trends.Baseline baseline) {
        return List.of(
                QuestionForm.grouping(
                        words.say("curves.compare"),
                        COMPARED,
                        by.isEmpty() ? null : by.getFirst(),
                        words),
                new QuestionForm.Field(
                        "time",
                        words.say("control.time"),
                        "select",
                        null,
                        QuestionForm.choices(
                                List.of(Dimension.MONTH, Dimension.QUARTER),
                                Dimension::word,
                                d -> words.say("group." + d.name()),
                                part.word())),
                QuestionForm.input(
                        "baselineFrom",
                        words.say("control.baseline-from"),
                        "date",
                        baseline.from()),
                QuestionForm.input(
                        "baselineTo", words.say("control.baseline-to"), "date", baseline.to()));
    }

    private static int points(List<Dimension> by) {
        return by.isEmpty() ? POINTS : POINTS_OF_EACH;
    }

    /** All together, whatever they are compared by. */
    private Survival.Group only(Question question, Survival survival) {
        return question.groupBy().isEmpty()
                ? survival.groups().getFirst()
                : survivals.survival(question.by(), POINTS_OF_EACH).groups().getFirst();
    }

    private static Question ofNow(Question question) {
        return question.in(null, null);
    }

    private static Address ofNow(Address address) {
        return address.with("from", null).with("to", null).with("cohort", null);
    }

    private String at(Wording words, Ageing ageing) {
        return ageing.at() == null ? "" : words.say("open.at", Wording.minute(ageing.at(), zone()));
    }

    private ZoneId zone() {
        return editions.calendar("cn").zone();
    }

    /**
     * A filing that is open.
     *
     * @param used of the limit, as in «3 of 20 working days»; a dash if no limit runs yet
     */
    record Open(
            String href,
            String name,
            String item,
            String zone,
            String center,
            String state,
            String since,
            String days,
            String used,
            String due,
            boolean stopped,
            boolean overdue) {}

    @GetMapping("/curves/open")
    String open(
            @ModelAttribute QuestionParameters asked,
            @RequestParam MultiValueMap<String, String> address,
            @RequestParam(required = false) @Nullable String age,
            @RequestParam(required = false) @Nullable String share,
            @RequestParam(required = false) @Nullable Boolean stopped,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(defaultValue = "0") int offset,
            Locale locale,
            Model model) {
        var words = new Wording(messages, locale, editions.policies());
        QuestionParameters parameters = TurnaroundPage.withDefaults(asked);
        Question question = parameters.question();
        List<String> keys = address.getOrDefault("key", List.of());
        var listed =
                new Ageings.Listed(
                        keys,
                        age == null ? null : QuestionParameters.word(Age.class, "age", age),
                        share == null ? null : QuestionParameters.word(Share.class, "share", share),
                        stopped,
                        overdue);
        Ageing ageing = ageings.answer(question, listed, offset, ROWS + 1);
        List<OpenFiling> shown = ageing.oldest().stream().limit(ROWS).toList();
        Map<String, FilingRow> names =
                registered.filings(shown.stream().map(row -> FilingId.of(row.filing())).toList());
        Address here =
                Address.of(parameters)
                        .by(question.groupBy())
                        .withAll("key", keys)
                        .with("age", age)
                        .with("share", share)
                        .with("stopped", stopped)
                        .with("overdue", overdue);
        model.addAttribute("restrictions", restrictions(words, question, listed));
        model.addAttribute("known", words.known(question.asOf(), zone()));
        model.addAttribute("openAt", at(words, ageing));
        model.addAttribute(
                "rows",
                shown.stream().map(row -> open(words, row, names.get(row.filing()))).toList());
        model.addAttribute(
                "previous",
                offset == 0
                        ? null
                        : here.with("offset", Math.max(0, offset - ROWS)).at("/curves/open"));
        model.addAttribute(
                "next",
                ageing.oldest().size() > ROWS
                        ? here.with("offset", offset + ROWS).at("/curves/open")
                        : null);
        model.addAttribute(
                "json",
                here.with("offset", offset).with("limit", ROWS).at("/api/v1/statistics/ageing"));
        model.addAttribute(
                "back", Address.of(parameters).by(question.groupBy()).at("/curves") + "#open");
        return "open";
    }

    private static List<FilingsPage.Restriction> restrictions(
            Wording words, Question question, Ageings.Listed listed) {
        var list = new ArrayList<FilingsPage.Restriction>();
        IntStream.range(0, Math.min(listed.keys().size(), question.groupBy().size()))
                .forEach(i -> add(list, words, question.groupBy().get(i), listed.keys().get(i)));
        question.filter().values().forEach((by, value) -> add(list, words, by, value));
        list.add(
                new FilingsPage.Restriction(
                        words.say("filter.basis"), words.say("basis." + question.basis().name())));
        if (listed.age() != null) {
            list.add(
                    new FilingsPage.Restriction(
                            words.say("open.age"), words.say(listed.age().meaning())));
        }
        if (listed.share() != null) {
            list.add(
                    new FilingsPage.Restriction(
                            words.say("open.share"), words.say(listed.share().meaning())));
        }
        if (listed.stopped() != null) {
            list.add(
                    new FilingsPage.Restriction(
                            words.say("open.stopped"), words.say(listed.stopped() ? "yes" : "no")));
        }
        if (listed.overdue() != null) {
            list.add(
                    new FilingsPage.Restriction(
                            words.say("open.overdue"), words.say(listed.overdue() ? "yes" : "no")));
        }
        return list;
    }

    private static void add(
            List<FilingsPage.Restriction> list, Wording words, Dimension by, String value) {
        list.add(
                new FilingsPage.Restriction(words.say("group." + by.name()), words.key(by, value)));
    }

    private Open open(Wording words, OpenFiling row, @Nullable FilingRow found) {
        return new Open(
                "/filings/" + row.filing(),
                found == null ? String.valueOf(row.caseId()) : found.projectName(),
                words.item(row.item()),
                row.zone(),
                row.center(),
                words.state(FilingState.valueOf(row.state())),
                Wording.minute(
                        row.since(),
                        found == null ? zone() : editions.calendar(found.calendar()).zone()),
                words.number(row.workingDays()),
                row.limit() == null || row.used() == null
                        ? "–"
                        : words.say(
                                "limit.used",
                                row.used().substring(0, row.used().indexOf(' ')),
                                words.amount(row.limit())),
                row.due() == null ? "–" : row.due().toString(),
                row.stopped(),
                row.overdue());
    }
}
