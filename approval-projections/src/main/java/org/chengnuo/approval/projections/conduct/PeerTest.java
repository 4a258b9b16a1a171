package org.chengnuo.approval.projections.conduct;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;
import org.apache.commons.statistics.inference.FisherExactTest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Exact tests, and Holm's correction where many are made at once. */
final class PeerTest {

    private static final BinomialTest BINOMIAL =
            BinomialTest.withDefaults().with(AlternativeHypothesis.GREATER_THAN);

    private static final FisherExactTest FISHER =
            FisherExactTest.withDefaults().with(AlternativeHypothesis.GREATER_THAN);

    private static final MathContext DIGITS = new MathContext(4);

    private PeerTest() {}

    /** The p-value of so many out of so many, where a third is expected. */
    static double moreThanAThird(long found, long of) {
        return BINOMIAL.test(Math.toIntExact(of), Math.toIntExact(found), 1.0 / 3).getPValue();
    }

    /** The p-value of so many out of so many, beside those of the peers. */
    static double moreThanPeers(long found, long of, long foundOfPeers, long ofPeers) {
        long found2 = found + foundOfPeers;
        if (of == 0 || ofPeers == 0 || found2 == 0 || found2 == of + ofPeers) {
            return 1;
        }
        return FISHER.test(
                        new int[][] {
                            {Math.toIntExact(found), Math.toIntExact(of - found)},
                            {Math.toIntExact(foundOfPeers), Math.toIntExact(ofPeers - foundOfPeers)}
                        })
                .getPValue();
    }

    /** The p-values in their order, each corrected by Holm's step-down procedure. */
    static double[] holm(double[] p) {
        int[] ascending =
                IntStream.range(0, p.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> p[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double[] corrected = Arrays.copyOf(p, p.length);
        double largest = 0;
        for (int rank = 0; rank < ascending.length; rank++) {
            int i = ascending[rank];
            largest = Math.max(largest, Math.min(1, p[i] * (p.length - rank)));
            corrected[i] = largest;
        }
        return corrected;
    }

    static BigDecimal rounded(double p) {
        return new BigDecimal(Math.min(1, p), DIGITS);
    }
}
