package org.chengnuo.approval.projections.conduct;

import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a center's decisions heap on the last day of the limit.
 *
 * @param before how many filings were decided on the day before the last one
 * @param onTheLast how many on the last day
 * @param after how many on the day after
 * @param p of the binomial test
 * @param corrected the same, corrected by Holm for the number of centers
 * @param againstPeers of Fisher's exact test, corrected; null without peers
 */
public record Heaping(
        String center,
        long before,
        long onTheLast,
        long after,
        BigDecimal p,
        BigDecimal corrected,
        @Nullable BigDecimal againstPeers,
        boolean standsOut) {

    static final Bilingual TEST =
            new Bilingual(
                    "Of the decisions on the last day of the promised limit, the day before and the"
                        + " day after, one third is expected on the last day (exact binomial test,"
                        + " one-sided, corrected for the number of centers by Holm). It assumes"
                        + " that without heaping the share of decisions changes evenly over the"
                        + " three days, and that decisions are independent. Counted without stops"
                        + " and extension, so that neither makes a heap nor hides one; only limits"
                        + " in days. Beside it Fisher's exact test of the same three days against"
                        + " the other centers, which does not assume an even change.",
                    "在承诺时限最后一日及前后各一日办结的件数中，预期最后一日占三分之一（单侧精确二项检验，"
                            + "按中心个数作 Holm 校正）。假定无集中时三日间的占比均匀变化且办结相互独立。"
                            + "不扣除中止和延期，以免其造成或掩盖集中；仅计以日为单位的时限。"
                            + "另附同三日与其他中心对照的 Fisher 精确检验，该检验不假定均匀变化。");

    /** What is counted of a center. */
    record Days(String center, long before, long onTheLast, long after) {

        long all() {
            return before + onTheLast + after;
        }
    }

    /** The test of all centers that have enough decisions. */
    static List<Heaping> test(List<Days> centers, ConductThresholds thresholds) {
        List<Days> enough =
                centers.stream().filter(days -> days.all() >= thresholds.heapingLeast()).toList();
        long all = enough.stream().mapToLong(Days::all).sum();
        long last = enough.stream().mapToLong(Days::onTheLast).sum();
        double[] p =
                enough.stream()
                        .mapToDouble(days -> PeerTest.moreThanAThird(days.onTheLast(), days.all()))
                        .toArray();
        double[] peers =
                enough.stream()
                        .mapToDouble(
                                days ->
                                        PeerTest.moreThanPeers(
                                                days.onTheLast(),
                                                days.all(),
                                                last - days.onTheLast(),
                                                all - days.all()))
                        .toArray();
        double[] corrected = PeerTest.holm(p);
        double[] peersCorrected = PeerTest.holm(peers);
        var tested = new ArrayList<Heaping>();
        for (int i = 0; i < enough.size(); i++) {
            Days days = enough.get(i);
            tested.add(
                    new Heaping(
                            days.center(),
                            days.before(),
                            days.onTheLast(),
                            days.after(),
                            PeerTest.rounded(p[i]),
                            PeerTest.rounded(corrected[i]),
                            enough.size() > 1 ? PeerTest.rounded(peersCorrected[i]) : null,
                            corrected[i] < thresholds.significance().doubleValue()));
        }
        return tested;
    }

    Severity severity(ConductThresholds thresholds) {
        return againstPeers != null && againstPeers.compareTo(thresholds.significance()) < 0
                ? Severity.HIGH
                : Severity.MEDIUM;
    }
}
