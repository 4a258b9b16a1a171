package org.chengnuo.approval.projections.survival;

import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.chengnuo.approval.projections.reviewtimes.Definition;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Which share of the filings that have ended took at most a time. */
public record Ecdf(
        Definition definition, Bilingual meaning, Position position, List<Group> groups) {

    static final Bilingual MEANING =
            new Bilingual(
                    "the share of the filings that have ended, of those that took at most so long;"
                            + " exact at each point, rounded half up to four decimals. What is"
                            + " still open is not in it, for which there is the survival",
                    "已结束的办件中用时不超过该值的占比；各点为精确值，四舍五入到四位小数。未结束的办件不在其中，见生存曲线");

    public Ecdf {
        groups = List.copyOf(groups);
    }

    /**
     * @param keys by what is grouped, in the order of the groupings; null for filings that have
     *     none
     */
    public record Group(List<@Nullable String> keys, long n, List<Point> points) {

        // Not the compact form: its class file forgets that a key may be null.
        public Group(List<@Nullable String> keys, long n, List<Point> points) {
            this.keys = Collections.unmodifiableList(new ArrayList<>(keys));
            this.n = n;
            this.points = List.copyOf(points);
        }
    }

    /**
     * @param n how many took at most so long
     */
    public record Point(BigDecimal seconds, long n, BigDecimal share) {}
}
