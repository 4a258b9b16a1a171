package org.chengnuo.approval.projections.conduct;

import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How often each rule has found something, center by center against its peers.
 *
 * @param test what the p-values mean and assume
 * @param heaping the test of each center that has enough decisions for it
 */
public record ConductSummary(
        Bilingual caution,
        Scope scope,
        Position position,
        Bilingual test,
        List<OfRule> rules,
        Bilingual heapingTest,
        List<Heaping> heaping) {

    static final Bilingual TEST =
            new Bilingual(
                    "p: how likely so many filings with a finding, or more, would be in this center"
                        + " if it were like all the others together (Fisher's exact test,"
                        + " one-sided); corrected for the number of centers by Holm. It assumes"
                        + " that filings are independent and that the centers have filings of the"
                        + " same sort: a center with harder items may differ for that alone. Rates,"
                        + " and tests, only from 5 filings on.",
                    "p 值：若该中心与其他各中心整体相同，出现如此多或更多有发现办件的概率（单侧 Fisher"
                            + " 精确检验），并按中心个数作 Holm 校正。假定办件相互独立且各中心办件构成相同："
                            + "事项更复杂的中心可能仅因此而不同。少于 5 件不计算。");

    public ConductSummary {
        rules = List.copyOf(rules);
        heaping = List.copyOf(heaping);
    }

    /**
     * @param bySeverity how many of the findings there are of each severity; every severity is in
     *     it
     */
    public record OfRule(
            ConductRule rule,
            Bilingual title,
            long findings,
            Map<Severity, Long> bySeverity,
            List<OfCenter> centers) {

        public OfRule {
            bySeverity = Collections.unmodifiableMap(new EnumMap<>(bySeverity));
            centers = List.copyOf(centers);
        }
    }

    /**
     * @param findings how many; one filing can have several
     * @param filings how many filings have one, or take part in one of the center
     * @param ofFilings of how many in which something was done in the period
     * @param per100 filings with a finding per 100; null for fewer than 5
     * @param peersMedianPer100 the median of the other centers that have a rate
     * @param p null where nothing can be compared
     * @param corrected the p-value corrected for the number of centers
     * @param standsOut whether it is below the significance that is set
     */
    public record OfCenter(
            String center,
            long findings,
            long filings,
            long ofFilings,
            @Nullable BigDecimal per100,
            @Nullable BigDecimal peersMedianPer100,
            @Nullable BigDecimal p,
            @Nullable BigDecimal corrected,
            boolean standsOut) {}
}
