package org.chengnuo.approval.projections.scoreboard;

import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * How much the ranking hangs on the weights: a ranking that changes when they are shaken a little
 * says little.
 *
 * @param seed with which the weights were drawn; the same seed gives the same answer
 * @param draws how often
 * @param within by which part of itself each weight was changed at most
 * @param ranks of each zone with a rank, the share of the draws in which it had each rank, the
 *     first first; four decimals
 * @param meanTau the mean of Kendall's tau between the ranking and those of the draws, four
 *     decimals; null if there are less than two zones
 * @param leastTau the least of them
 * @param swap the smallest change of one weight at which the first two zones are level; null if
 *     there are less than two, they are level already, or no one weight does it
 */
public record Sensitivity(
        Bilingual meaning,
        long seed,
        int draws,
        BigDecimal within,
        List<Ranks> ranks,
        @Nullable BigDecimal meanTau,
        @Nullable BigDecimal leastTau,
        @Nullable Swap swap) {

    public static final long USUAL_SEED = 20200101;

    private static final int DRAWS = 10_000;

    private static final double WITHIN = 0.2;

    private static final Bilingual MEANING =
            new Bilingual(
                    "each weight is drawn evenly from within 20 % of its own, by java.util.Random"
                            + " with the seed, in the order of the contents; scaling them back to"
                            + " 100 changes no rank. Tau is (concordant - discordant) / all pairs"
                            + " of zones with a rank",
                    "各项分值在自身 ±20% 内均匀抽取（java.util.Random，按内容顺序，种子如上）；换算回 100 分不影响名次。"
                            + "tau 为（一致对数 − 不一致对数）÷ 参加排名的开发区对数");

    public Sensitivity {
        ranks = List.copyOf(ranks);
    }

    /**
     * @param shares of the ranks 1, 2, …
     */
    public record Ranks(ZoneCode zone, List<BigDecimal> shares) {

        public Ranks {
            shares = List.copyOf(shares);
        }
    }

    /**
     * Beyond it the second is before the first, as long as the other weights stay as they are.
     *
     * @param weight as it is
     * @param levelAt the weight at which the two are level, rounded to four decimals
     */
    public record Swap(
            String content,
            BigDecimal weight,
            BigDecimal levelAt,
            ZoneCode first,
            ZoneCode second) {}

    /**
     * A zone with a rank.
     *
     * @param shares of each weight that it gets, in the order of the contents
     */
    record Contender(ZoneCode zone, BigDecimal total, List<BigDecimal> shares) {}

    static Sensitivity of(
            List<String> contents,
            List<BigDecimal> weights,
            List<Contender> contenders,
            long seed) {
        int n = contenders.size();
        double[] published =
                contenders.stream().mapToDouble(one -> one.total().doubleValue()).toArray();
        double[][] shares =
                contenders.stream()
                        .map(
                                one ->
                                        one.shares().stream()
                                                .mapToDouble(BigDecimal::doubleValue)
                                                .toArray())
                        .toArray(double[][]::new);
        double[] own = weights.stream().mapToDouble(BigDecimal::doubleValue).toArray();
        long[][] counts = new long[n][n];
        long tauSum = 0;
        long tauLeast = Long.MAX_VALUE;
        // Not SplittableRandom: this one is specified to the bit, in any language.
        var random = new Random(seed);
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] drawn = new double[own.length];
            for (int i = 0; i < own.length; i++) {
                drawn[i] = own[i] * (1 - WITHIN + 2 * WITHIN * random.nextDouble());
            }
            double[] totals = Arrays.stream(shares).mapToDouble(of -> product(of, drawn)).toArray();
            for (int zone = 0; zone < n; zone++) {
                counts[zone][rank(zone, totals) - 1]++;
            }
            long tau = concordance(published, totals);
            tauSum += tau;
            tauLeast = Math.min(tauLeast, tau);
        }
        var ranks = new ArrayList<Ranks>();
        for (int zone = 0; zone < n; zone++) {
            ranks.add(
                    new Ranks(
                            contenders.get(zone).zone(),
                            Arrays.stream(counts[zone])
                                    .mapToObj(count -> share(count, DRAWS))
                                    .toList()));
        }
        long pairs = n * (n - 1L) / 2;
        return new Sensitivity(
                MEANING,
                seed,
                DRAWS,
                BigDecimal.valueOf(WITHIN),
                ranks,
                pairs == 0 ? null : share(tauSum, pairs * DRAWS),
                pairs == 0 ? null : share(tauLeast, pairs),
                swap(contents, weights, contenders));
    }

    private static double product(double[] shares, double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += shares[i] * weights[i];
        }
        return sum;
    }

    private static int rank(int zone, double[] totals) {
        int rank = 1;
        for (double total : totals) {
            if (total > totals[zone]) {
                rank++;
            }
        }
        return rank;
    }

    /** The concordant pairs less the discordant ones. */
    private static long concordance(double[] one, double[] other) {
        long sum = 0;
        for (int i = 0; i < one.length; i++) {
            for (int j = 0; j < i; j++) {
                sum +=
                        (long) Math.signum(one[i] - one[j])
                                * (long) Math.signum(other[i] - other[j]);
            }
        }
        return sum;
    }

    private static BigDecimal share(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
    }

    private static @Nullable Swap swap(
            List<String> contents, List<BigDecimal> weights, List<Contender> contenders) {
        if (contenders.size() < 2) {
            return null;
        }
        Contender first = contenders.get(0);
        Contender second = contenders.get(1);
        BigDecimal lead = first.total().subtract(second.total());
        if (lead.signum() == 0) {
            return null;
        }
        var found = new ArrayList<Swap>();
        for (int i = 0; i < weights.size(); i++) {
            BigDecimal ahead = first.shares().get(i).subtract(second.shares().get(i));
            if (ahead.signum() == 0) {
                continue;
            }
            BigDecimal weight = weights.get(i);
            BigDecimal levelAt =
                    weight.subtract(lead.divide(ahead, MathContext.DECIMAL128))
                            .setScale(4, RoundingMode.HALF_UP);
            if (levelAt.signum() >= 0) {
                found.add(new Swap(contents.get(i), weight, levelAt, first.zone(), second.zone()));
            }
        }
        return found.stream()
                .min(Comparator.comparing(swap -> swap.levelAt().subtract(swap.weight()).abs()))
                .orElse(null);
    }
}
