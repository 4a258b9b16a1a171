package org.chengnuo.approval.projections.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The remission times, in weeks, of the leukaemia patients of Freireich and others (1963), which
 * the textbooks of survival analysis compute.
 */
class KaplanMeierTest {

    private static final int ALL = 2000;

    @Test
    void thePatientsWhoWereTreated() {
        KaplanMeier treated =
                KaplanMeier.of(
                        new long[] {6, 7, 10, 13, 16, 22, 23},
                        new long[] {3, 1, 1, 1, 1, 1, 1},
                        new long[] {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35},
                        ALL);

        assertThat(treated.n()).isEqualTo(21);
        assertThat(treated.ended()).isEqualTo(9);
        assertThat(treated.steps())
                .extracting(KaplanMeier.Step::atRisk)
                .containsExactly(21L, 17L, 15L, 12L, 11L, 7L, 6L);
        double[] textbook = {0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482};
        for (int i = 0; i < textbook.length; i++) {
            assertThat(treated.steps().get(i).survival()).isCloseTo(textbook[i], within(0.00005));
        }
        assertThat(treated.median()).isEqualTo(23);
        // The lower bound comes down to one half at 13 weeks, the upper one never does.
        assertThat(treated.medianLow()).isEqualTo(13);
        assertThat(treated.medianHigh()).isNull();
        KaplanMeier.Step first = treated.steps().getFirst();
        // S = 18/21, Greenwood 3/(21·18): S^exp(±1.96·√V / ln S).
        assertThat(first.low()).isCloseTo(0.6197, within(0.0001));
        assertThat(first.high()).isCloseTo(0.9516, within(0.0001));
    }

    @Test
    void thePatientsWhoWereNot() {
        KaplanMeier placebo =
                KaplanMeier.of(
                        new long[] {1, 2, 3, 4, 5, 8, 11, 12, 15, 17, 22, 23},
                        new long[] {2, 2, 1, 2, 2, 4, 2, 2, 1, 1, 1, 1},
                        new long[0],
                        ALL);

        assertThat(placebo.median()).isEqualTo(8);
        assertThat(placebo.medianLow()).isEqualTo(4);
        assertThat(placebo.medianHigh()).isEqualTo(11);
        assertThat(placebo.steps().getLast().survival()).isZero();
        assertThat(placebo.steps().getLast().low()).isNaN();
    }

    @Test
    void withNobodyCensoredItIsExactlyTheShareThatIsLeft() {
        var random = new Random(1958);
        for (int n : new int[] {1, 2, 3, 7, 100, 999}) {
            long[] times = random.longs(n, 1, 400).sorted().distinct().toArray();
            long[] counts = Arrays.stream(times).map(_ -> 1 + random.nextInt(3)).toArray();
            long all = Arrays.stream(counts).sum();
            KaplanMeier curve = KaplanMeier.of(times, counts, new long[0], ALL);
            long left = all;
            for (int i = 0; i < times.length; i++) {
                left -= counts[i];
                assertThat(curve.steps().get(i).survival()).isEqualTo((double) left / all);
            }
        }
    }

    @Test
    void aLongCurveIsThinnedAndLosesNobody() {
        long[] times = new Random(7).longs(20_000, 0, 1L << 40).sorted().distinct().toArray();
        long[] counts = Arrays.stream(times).map(_ -> 1).toArray();
        long[] censored = new Random(8).longs(5000, 0, 1L << 40).toArray();

        List<KaplanMeier.Step> steps = KaplanMeier.of(times, counts, censored, 50).steps();

        assertThat(steps).hasSizeBetween(25, 50);
        assertThat(steps.getFirst().time()).isEqualTo(times[0]);
        assertThat(steps.getLast().time()).isEqualTo(times[times.length - 1]);
        assertThat(steps.stream().mapToLong(KaplanMeier.Step::ended).sum()).isEqualTo(times.length);
    }

    @Test
    void theCurveIsReadAtAnyTimeAsFarAsSomebodyWasWatched() {
        // Ended at 10 and 30, watched up to 20 and 40.
        KaplanMeier curve =
                KaplanMeier.of(
                        new long[] {10, 30},
                        new long[] {1, 1},
                        new long[] {20, 40},
                        3,
                        41,
                        40,
                        30,
                        29,
                        10,
                        9,
                        0);

        assertThat(curve.at().stream().map(KaplanMeier.At::time))
                .containsExactly(0L, 9L, 10L, 29L, 30L, 40L, 41L);
        assertThat(curve.at().stream().map(KaplanMeier.At::survival))
                .containsExactly(1.0, 1.0, 0.75, 0.75, 0.375, 0.375, Double.NaN);
    }

    @Test
    void whereAllHaveEndedNoneIsLeftEverAfter() {
        KaplanMeier curve =
                KaplanMeier.of(new long[] {10, 30}, new long[] {1, 1}, new long[] {20}, 3, 99);

        assertThat(curve.at().getFirst().survival()).isZero();
        assertThat(
                        KaplanMeier.of(new long[0], new long[0], new long[0], 3, 5)
                                .at()
                                .getFirst()
                                .survival())
                .isNaN();
    }
}
