package org.chengnuo.approval.projections.scoreboard;

import org.chengnuo.approval.assessment.AssessmentPeriod;
import org.chengnuo.approval.assessment.SchemeCode;
import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;

/**
 * How the zones score in a period.
 *
 * @param position up to which the journal is in it; asked again as of this position, the scores are
 *     the same
 * @param zones the first first; those under a veto last
 */
public record Scoreboard(
        SchemeCode scheme,
        Bilingual title,
        AssessmentPeriod period,
        Position position,
        Meaning definition,
        List<ZoneScore> zones,
        Sensitivity sensitivity) {

    public Scoreboard {
        zones = List.copyOf(zones);
    }

    /** What the points mean, so that nobody has to guess. */
    public record Meaning(Bilingual points, Bilingual counted, Bilingual noValue, Bilingual rank) {

        static final Meaning MEANING =
                new Meaning(
                        new Bilingual(
                                "points are computed from the value of the indicator by the"
                                        + " scheme's method, exactly, and rounded half up to two"
                                        + " decimals",
                                "按方案评分办法由指标值精确计算，四舍五入到两位小数"),
                        new Bilingual(
                                "verified points count where there are some, computed ones"
                                        + " otherwise; a self-score never counts",
                                "有核定分的按核定分，否则按计算分；自评分不计入"),
                        new Bilingual(
                                "a zone without a value gets no points for the content, and no"
                                        + " veto",
                                "无指标值的不得分，也不否决"),
                        new Bilingual(
                                "by the total, equal totals have the same rank; a zone under a"
                                        + " veto has none",
                                "按总分排名，同分同名次；被一票否决的不参加排名"));
    }

    /**
     * @param computed the sum of the computed points
     * @param total the sum of the points that count
     * @param rank null under a veto
     * @param vetoes the contents that are against it
     */
    public record ZoneScore(
            ZoneCode zone,
            @Nullable Integer rank,
            BigDecimal total,
            BigDecimal computed,
            List<String> vetoes,
            List<ContentScore> contents) {

        public ZoneScore {
            vetoes = List.copyOf(vetoes);
            contents = List.copyOf(contents);
        }
    }

    /**
     * @param value null if the zone has none
     * @param points computed from the value
     * @param selfScore what the zone gives itself; null if it said nothing
     * @param verifiedScore what the assessment office settled; null if it settled nothing
     * @param counted the points that count
     */
    public record ContentScore(
            String content,
            Bilingual title,
            String indicator,
            BigDecimal weight,
            @Nullable BigDecimal value,
            BigDecimal points,
            @Nullable BigDecimal selfScore,
            @Nullable BigDecimal verifiedScore,
            BigDecimal counted) {}
}
