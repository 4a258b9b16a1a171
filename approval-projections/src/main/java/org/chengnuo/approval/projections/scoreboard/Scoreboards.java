package org.chengnuo.approval.projections.scoreboard;

import org.chengnuo.approval.assessment.AssessedContent;
import org.chengnuo.approval.assessment.AssessmentPeriod;
import org.chengnuo.approval.assessment.AssessmentScheme;
import org.chengnuo.approval.assessment.Assessments;
import org.chengnuo.approval.assessment.SchemeCode;
import org.chengnuo.approval.assessment.SchemeContent;
import org.chengnuo.approval.assessment.Scoring;
import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.intake.Reach;
import org.chengnuo.approval.projections.reviewtimes.AsOf;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.chengnuo.approval.projections.reviewtimes.ReviewTimes;
import org.chengnuo.approval.projections.reviewtimes.StatisticsUnavailable;
import org.chengnuo.approval.projections.scoreboard.Scoreboard.ContentScore;
import org.chengnuo.approval.projections.scoreboard.Scoreboard.ZoneScore;
import org.chengnuo.approval.projections.scoreboard.Sensitivity.Contender;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Scores zones by a scheme. */
public final class Scoreboards {

    private static final MathContext EXACT = MathContext.DECIMAL128;

    private final AssessmentRecords records;
    private final ReviewTimes times;
    private final Reach reach;
    private final Figures figures;

    public Scoreboards(AssessmentRecords records, ReviewTimes times, Reach reach, Figures figures) {
        this.records = records;
        this.times = times;
        this.reach = reach;
        this.figures = figures;
    }

    /**
     * The scores as of the position that the facts have reached, or as of an earlier one.
     *
     * @param seed of the draws of the {@link Sensitivity}
     * @throws IllegalArgumentException if there is no such scheme, it does not assess the period,
     *     or the facts are asked for as of a moment: the schemes and scores are known by positions
     * @throws StatisticsUnavailable if there are no facts now
     */
    public Scoreboard answer(SchemeCode code, AssessmentPeriod period, AsOf asOf, long seed) {
        Position reached = reach.of(times.read((_, position) -> position));
        Position position =
                switch (asOf) {
                    case AsOf.Now _ -> reached;
                    case AsOf.At(long transaction) ->
                            transaction >= reached.transaction()
                                    ? reached
                                    : new Position(transaction, 0);
                    case AsOf.By _ ->
                            throw new IllegalArgumentException(
                                    "asOf: a scoreboard is as of now or of a position of the"
                                            + " journal, as in 1234:56, not of a moment");
                };
        Assessments assessments = records.known(AsOf.at(position));
        AssessmentScheme scheme =
                assessments
                        .scheme(code)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "there is no scheme %s, only %s"
                                                        .formatted(
                                                                code,
                                                                assessments.schemes().stream()
                                                                        .map(AssessmentScheme::code)
                                                                        .toList())));
        return score(scheme, period, assessments, position, seed);
    }

    Scoreboard score(
            AssessmentScheme scheme,
            AssessmentPeriod period,
            Assessments assessments,
            Position position,
            long seed) {
        SchemeContent says = scheme.content();
        if (!says.covers(period)) {
            throw new IllegalArgumentException(
                    "period: the scheme %s assesses from %s to before %s, not %s"
                            .formatted(scheme.code(), says.from(), says.to(), period));
        }
        var values = new HashMap<String, Map<ZoneCode, BigDecimal>>();
        for (AssessedContent content : says.contents()) {
            values.computeIfAbsent(
                    content.indicator(),
                    indicator ->
                            figures.values(
                                    indicator,
                                    says.zones(),
                                    period.from(),
                                    period.to(),
                                    AsOf.at(position)));
        }
        List<Scored> scored =
                says.zones().stream()
                        .map(
                                zone ->
                                        new Scored(
                                                zone,
                                                lines(scheme, period, assessments, zone, values)))
                        .sorted(Scored.BEST_FIRST)
                        .toList();
        List<AssessedContent> weighed =
                says.contents().stream().filter(content -> !content.vetoes()).toList();
        return new Scoreboard(
                scheme.code(),
                new Bilingual(says.english(), says.chinese()),
                period,
                position,
                Scoreboard.Meaning.MEANING,
                scored.stream().map(zone -> zone.ranked(scored)).toList(),
                Sensitivity.of(
                        weighed.stream().map(AssessedContent::code).toList(),
                        weighed.stream().map(AssessedContent::weight).toList(),
                        scored.stream()
                                .filter(zone -> zone.vetoes().isEmpty())
                                .map(Scored::contender)
                                .toList(),
                        seed));
    }

    private static List<Line> lines(
            AssessmentScheme scheme,
            AssessmentPeriod period,
            Assessments assessments,
            ZoneCode zone,
            Map<String, Map<ZoneCode, BigDecimal>> values) {
        var lines = new ArrayList<Line>();
        for (AssessedContent content : scheme.content().contents()) {
            Map<ZoneCode, BigDecimal> all = values.getOrDefault(content.indicator(), Map.of());
            String code = content.code();
            lines.add(
                    new Line(
                            content,
                            all.get(zone),
                            points(content, all.get(zone), all),
                            assessments.selfScore(scheme.code(), zone, period, code),
                            assessments.verifiedScore(scheme.code(), zone, period, code)));
        }
        return lines;
    }

    private static BigDecimal points(
            AssessedContent content, @Nullable BigDecimal value, Map<ZoneCode, BigDecimal> all) {
        return value == null
                ? BigDecimal.ZERO
                : content.weight()
                        .multiply(
                                content.scoring()
                                        .method()
                                        .share(value, all.values(), content.weight()),
                                EXACT)
                        .setScale(2, RoundingMode.HALF_UP);
    }

    private record Line(
            AssessedContent content,
            @Nullable BigDecimal value,
            BigDecimal points,
            @Nullable BigDecimal selfScore,
            @Nullable BigDecimal verifiedScore) {

        BigDecimal counted() {
            return verifiedScore == null ? points : verifiedScore;
        }

        boolean isAgainst() {
            Scoring.Veto veto = content.scoring().veto();
            return veto != null && value != null && veto.isAgainst(value);
        }

        ContentScore score() {
            return new ContentScore(
                    content.code(),
                    new Bilingual(content.english(), content.chinese()),
                    content.indicator(),
                    content.weight(),
                    value,
                    points,
                    selfScore,
                    verifiedScore,
                    counted());
        }
    }

    private record Scored(ZoneCode zone, List<Line> lines) {

        static final Comparator<Scored> BEST_FIRST =
                Comparator.comparing((Scored scored) -> !scored.vetoes().isEmpty())
                        .thenComparing(Scored::total, Comparator.reverseOrder())
                        .thenComparing(scored -> scored.zone().value());

        List<String> vetoes() {
            return lines.stream()
                    .filter(Line::isAgainst)
                    .map(line -> line.content().code())
                    .toList();
        }

        BigDecimal total() {
            return lines.stream().map(Line::counted).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        ZoneScore ranked(List<Scored> all) {
            long better =
                    all.stream()
                            .filter(other -> other.vetoes().isEmpty())
                            .filter(other -> other.total().compareTo(total()) > 0)
                            .count();
            return new ZoneScore(
                    zone,
                    vetoes().isEmpty() ? (int) better + 1 : null,
                    total(),
                    lines.stream().map(Line::points).reduce(BigDecimal.ZERO, BigDecimal::add),
                    vetoes(),
                    lines.stream().map(Line::score).toList());
        }

        Contender contender() {
            return new Contender(
                    zone,
                    total(),
                    lines.stream()
                            .filter(line -> !line.content().vetoes())
                            .map(line -> line.counted().divide(line.content().weight(), EXACT))
                            .toList());
        }
    }
}
