package org.chengnuo.approval.projections.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.chengnuo.approval.projections.conduct.Heaping.Days;
import org.junit.jupiter.api.Test;

import java.util.List;

class PeerTestTest {

    @Test
    void fishersTea() {
        // The lady who tasted tea: 3 of 4 right, 1 of 4 wrong.
        assertThat(PeerTest.moreThanPeers(3, 4, 1, 4)).isCloseTo(17.0 / 70, within(1e-12));
        assertThat(PeerTest.moreThanPeers(4, 4, 0, 4)).isCloseTo(1.0 / 70, within(1e-12));
    }

    @Test
    void nothingToCompareIsNoSurprise() {
        assertThat(PeerTest.moreThanPeers(0, 4, 0, 4)).isEqualTo(1);
        assertThat(PeerTest.moreThanPeers(4, 4, 0, 0)).isEqualTo(1);
    }

    @Test
    void theChanceOfAThird() {
        assertThat(PeerTest.moreThanAThird(3, 3)).isCloseTo(1.0 / 27, within(1e-12));
        assertThat(PeerTest.moreThanAThird(0, 3)).isCloseTo(1, within(1e-12));
    }

    @Test
    void holmsCorrectionKeepsTheOrder() {
        assertThat(PeerTest.holm(new double[] {0.04, 0.01, 0.03}))
                .containsExactly(new double[] {0.06, 0.03, 0.06}, within(1e-12));
        assertThat(PeerTest.holm(new double[] {})).isEmpty();
        assertThat(PeerTest.holm(new double[] {0.9, 0.8})).containsExactly(1, 1);
    }

    @Test
    void manyCentersNeedMoreThanOne() {
        var heap = new Days("A", 10, 20, 4);
        var even = new Days("B", 12, 12, 10);
        var few = new Days("C", 0, 9, 0);

        assertThat(Heaping.test(List.of(heap, even, few), ConductThresholds.USUAL))
                .extracting(Heaping::center)
                .containsExactly("A", "B");
        assertThat(Heaping.test(List.of(heap), ConductThresholds.USUAL).getFirst().standsOut())
                .isTrue();
        var many = new java.util.ArrayList<Days>();
        many.add(heap);
        for (int i = 0; i < 20; i++) {
            many.add(new Days("B" + i, 12, 12, 10));
        }
        assertThat(Heaping.test(many, ConductThresholds.USUAL)).noneMatch(Heaping::standsOut);
    }
}
