package org.chengnuo.approval.api.pages;

import org.chengnuo.approval.assessment.AssessedContent;
import org.chengnuo.approval.assessment.AssessmentPeriod;
import org.chengnuo.approval.assessment.AssessmentScheme;
import org.chengnuo.approval.assessment.Assessments;
import org.chengnuo.approval.assessment.SchemeCode;
import org.chengnuo.approval.assessment.Scoring;
import org.chengnuo.approval.policy.Standard.Direction;
import org.chengnuo.approval.projections.editions.Editions;
import org.chengnuo.approval.projections.problem.NotFound;
import org.chengnuo.approval.projections.reviewtimes.AsOf;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.chengnuo.approval.projections.reviewtimes.Clock;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.FactFilter;
import org.chengnuo.approval.projections.reviewtimes.Measure;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.Turnaround;
import org.chengnuo.approval.projections.reviewtimes.Turnarounds;
import org.chengnuo.approval.projections.scoreboard.AssessmentRecords;
import org.chengnuo.approval.projections.scoreboard.Figures;
import org.chengnuo.approval.projections.scoreboard.Scoreboard;
import org.chengnuo.approval.projections.scoreboard.Scoreboard.ContentScore;
import org.chengnuo.approval.projections.scoreboard.Scoreboard.ZoneScore;
import org.chengnuo.approval.projections.scoreboard.Scoreboards;
import org.chengnuo.approval.projections.scoreboard.Sensitivity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** How the zones score by a scheme, and how much the ranking hangs on the weights. */
@Controller
class ScoreboardPage {

    private static final String PAGE = "/scoreboard";

    private final AssessmentRecords records;
    private final Scoreboards scoreboards;
    private final Figures figures;
    private final Turnarounds turnarounds;
    private final MessageSource messages;
    private final Editions editions;

    ScoreboardPage(
            AssessmentRecords records,
            Scoreboards scoreboards,
            Figures figures,
            Turnarounds turnarounds,
            MessageSource messages,
            Editions editions) {
        this.records = records;
        this.scoreboards = scoreboards;
        this.figures = figures;
        this.turnarounds = turnarounds;
        this.messages = messages;
        this.editions = editions;
    }

    /**
     * @param zone with its rank
     * @param href the filings behind its score
     */
    record ZoneSheet(
            String zone, String rank, String total, String vetoes, String href, List<Line> lines) {}

    /**
     * A content of a zone.
     *
     * @param indicator what its value is
     * @param against whether it takes the rank away
     */
    record Line(
            String title,
            String indicator,
            String weight,
            String scoring,
            String value,
            String points,
            String self,
            String verified,
            String counted,
            boolean against) {}

    @GetMapping(PAGE)
    String scoreboard(
            @RequestParam(required = false) @Nullable String scheme,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable Long seed,
            Locale locale,
            Model model) {
        var words = new Wording(messages, locale, editions.policies());
        AsOf known = asOf == null ? AsOf.NOW : AsOf.of(asOf);
        List<AssessmentScheme> schemes = records.known(known).schemes();
        model.addAttribute("some", !schemes.isEmpty());
        if (schemes.isEmpty()) {
            return "scoreboard";
        }
        AssessmentScheme chosen = scheme == null ? schemes.getLast() : of(schemes, scheme);
        List<String> years = years(chosen);
        AssessmentPeriod assessed = AssessmentPeriod.of(period == null ? years.getLast() : period);
        Scoreboard board =
                scoreboards.answer(
                        chosen.code(),
                        assessed,
                        known,
                        seed == null ? Sensitivity.USUAL_SEED : seed);
        Address here =
                Address.none()
                        .with("scheme", chosen.code())
                        .with("period", assessed)
                        .with("asOf", asOf)
                        .with("seed", seed);
        model.addAttribute("fields", fields(schemes, chosen, assessed, asOf, seed, words));
        model.addAttribute("schemeTitle", words.say(board.title()));
        model.addAttribute("scheme", chosen.code().toString());
        model.addAttribute("shipped", Assessments.SHIPPED.scheme(chosen.code()).isPresent());
        model.addAttribute("next", chosen.code().name() + ":" + (chosen.code().version() + 1));
        model.addAttribute("years", years(years, assessed, here));
        model.addAttribute("period", assessed.toString());
        model.addAttribute("position", board.position().toString());
        model.addAttribute("schemeJson", "/api/v1/assessments/" + chosen.code());
        String json = here.with("scheme", null).at("/api/v1/scoreboard/" + chosen.code());
        model.addAttribute("json", json);
        model.addAttribute("publish", publication(here, board));
        model.addAttribute("definition", definition(board, words));
        boolean values =
                board.zones().stream()
                        .flatMap(zone -> zone.contents().stream())
                        .anyMatch(content -> content.value() != null);
        model.addAttribute("values", values);
        var charts = new ScoreboardCharts(words, json);
        model.addAttribute("points", charts.points(board, zone -> behind(zone, assessed)));
        model.addAttribute("ranks", charts.ranks(board.sensitivity()));
        model.addAttribute("sensitivity", says(board, words));
        Map<String, AssessedContent> contents =
                chosen.content().contents().stream()
                        .collect(Collectors.toMap(AssessedContent::code, one -> one));
        Map<String, Bilingual> indicators = figures.indicators();
        model.addAttribute(
                "zones",
                board.zones().stream()
                        .map(zone -> sheet(zone, contents, indicators, assessed, words))
                        .toList());
        return "scoreboard";
    }

    private static AssessmentScheme of(List<AssessmentScheme> schemes, String code) {
        return schemes.stream()
                .filter(one -> one.code().equals(SchemeCode.of(code)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new NotFound(
                                        "assessment scheme %s; there are %s"
                                                .formatted(
                                                        code,
                                                        schemes.stream()
                                                                .map(AssessmentScheme::code)
                                                                .toList())));
    }

    /** Those that the scheme assesses and in which a filing ended; its last if there is none. */
    private List<String> years(AssessmentScheme scheme) {
        List<String> years =
                turnarounds
                        .answer(
                                Question.of(Measure.SPAN, Clock.CALENDAR)
                                        .of(FactFilter.ofImport(FactFilter.RECORDED_HERE))
                                        .by(Dimension.YEAR))
                        .groups()
                        .stream()
                        .filter(group -> group.n() > 0)
                        .map(Turnaround.Group::key)
                        .filter(Objects::nonNull)
                        .filter(year -> scheme.content().covers(AssessmentPeriod.of(year)))
                        .toList();
        return years.isEmpty()
                ? List.of(Integer.toString(scheme.content().from().getYear()))
                : years;
    }

    private static List<QuestionForm.Choice> years(
            List<String> years, AssessmentPeriod assessed, Address here) {
        return years.stream()
                .map(
                        year ->
                                new QuestionForm.Choice(
                                        here.with("period", year).at(PAGE),
                                        year,
                                        year.equals(assessed.toString())))
                .toList();
    }

    private static QuestionForm.Fields fields(
            List<AssessmentScheme> schemes,
            AssessmentScheme chosen,
            AssessmentPeriod assessed,
            @Nullable String asOf,
            @Nullable Long seed,
            Wording words) {
        return new QuestionForm.Fields(
                List.of(
                        new QuestionForm.Field(
                                "scheme",
                                words.say("scoreboard.scheme"),
                                "select",
                                null,
                                schemes.stream()
                                        .map(
                                                one ->
                                                        new QuestionForm.Choice(
                                                                one.code().toString(),
                                                                words.either(
                                                                                one.content()
                                                                                        .chinese(),
                                                                                one.content()
                                                                                        .english())
                                                                        + " · "
                                                                        + one.code(),
                                                                one == chosen))
                                        .toList()),
                        text("period", words.say("scoreboard.period"), assessed.toString())),
                List.of(
                        text("asOf", words.say("scoreboard.as-of"), asOf),
                        text("seed", words.say("scoreboard.seed"), seed)));
    }

    private static QuestionForm.Field text(String name, String label, @Nullable Object value) {
        return new QuestionForm.Field(
                name, label, "text", value == null ? null : value.toString(), List.of());
    }

    /** What is seen is published, whatever is recorded meanwhile. */
    private static String publication(Address here, Scoreboard board) {
        String query = here.with("asOf", board.position()).at("");
        return Address.none()
                .with("figure", "scoreboard")
                .with("query", query.substring(1))
                .at("/certificates");
    }

    /** What was decided in the zone in the period. */
    private static String behind(String zone, AssessmentPeriod period) {
        return Address.none()
                .with("measure", "review")
                .with("clock", "working")
                .with("basis", "claimed")
                .with("cohort", "decided")
                .with("from", period.from())
                .with("to", period.to())
                .with("zone", zone)
                .with("import", FactFilter.RECORDED_HERE)
                .at("/filings");
    }

    private static List<Chart.Term> definition(Scoreboard board, Wording words) {
        Scoreboard.Meaning meaning = board.definition();
        return List.of(
                new Chart.Term(words.say("scoreboard.points"), words.say(meaning.points())),
                new Chart.Term(words.say("scoreboard.counted"), words.say(meaning.counted())),
                new Chart.Term(words.say("scoreboard.no-value"), words.say(meaning.noValue())),
                new Chart.Term(words.say("scoreboard.rank"), words.say(meaning.rank())));
    }

    /** How steady the ranking is, in sentences. */
    private static List<String> says(Scoreboard board, Wording words) {
        Sensitivity sensitivity = board.sensitivity();
        BigDecimal mean = sensitivity.meanTau();
        BigDecimal least = sensitivity.leastTau();
        Sensitivity.Swap swap = sensitivity.swap();
        if (mean == null || least == null) {
            return List.of(words.say("scoreboard.one-zone"));
        }
        String steady = words.say("scoreboard.tau", mean.toPlainString(), least.toPlainString());
        String level =
                swap == null
                        ? words.say("scoreboard.swap.none")
                        : words.say(
                                "scoreboard.swap",
                                swap.first(),
                                swap.second(),
                                title(board, swap.content(), words),
                                swap.weight().toPlainString(),
                                swap.levelAt().toPlainString());
        return List.of(steady, level);
    }

    private static String title(Scoreboard board, String content, Wording words) {
        return board.zones().stream()
                .flatMap(zone -> zone.contents().stream())
                .filter(one -> one.content().equals(content))
                .findFirst()
                .map(one -> words.say(one.title()))
                .orElse(content);
    }

    private static ZoneSheet sheet(
            ZoneScore zone,
            Map<String, AssessedContent> contents,
            Map<String, Bilingual> indicators,
            AssessmentPeriod period,
            Wording words) {
        return new ZoneSheet(
                zone.zone().value(),
                zone.rank() == null ? "–" : zone.rank().toString(),
                zone.total().toPlainString(),
                zone.contents().stream()
                        .filter(content -> zone.vetoes().contains(content.content()))
                        .map(content -> words.say(content.title()))
                        .collect(Collectors.joining(", ")),
                behind(zone.zone().value(), period),
                zone.contents().stream()
                        .map(
                                content ->
                                        line(
                                                content,
                                                contents.get(content.content()),
                                                indicators.get(content.indicator()),
                                                zone.vetoes().contains(content.content()),
                                                words))
                        .toList());
    }

    private static Line line(
            ContentScore score,
            @Nullable AssessedContent content,
            @Nullable Bilingual indicator,
            boolean against,
            Wording words) {
        return new Line(
                words.say(score.title()),
                indicator == null ? score.indicator() : words.say(indicator),
                score.weight().toPlainString(),
                content == null ? "" : scoring(content.scoring().method(), words),
                plain(score.value()),
                score.points().toPlainString(),
                plain(score.selfScore()),
                plain(score.verifiedScore()),
                score.counted().toPlainString(),
                against);
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "–" : number.toPlainString();
    }

    private static String scoring(Scoring.Method method, Wording words) {
        return switch (method) {
            case Scoring.Ratio(Direction direction, BigDecimal target, BigDecimal cap) ->
                    words.say(
                            "scoreboard.ratio." + direction,
                            target.toPlainString(),
                            cap.toPlainString());
            case Scoring.Rank(Direction direction) -> words.say("scoreboard.by-rank." + direction);
            case Scoring.Bands(Direction direction, List<Scoring.Bands.Band> bands) ->
                    bands.stream()
                            .map(
                                    band ->
                                            words.say(
                                                    "scoreboard.band." + direction,
                                                    band.limit().toPlainString(),
                                                    words.percent(band.share())))
                            .collect(Collectors.joining("; "));
            case Scoring.Deduction(BigDecimal base, BigDecimal perCase) ->
                    words.say(
                            "scoreboard.deduction", base.toPlainString(), perCase.toPlainString());
            case Scoring.Veto(Direction direction, BigDecimal limit) ->
                    words.say("scoreboard.veto." + direction, limit.toPlainString());
        };
    }
}
