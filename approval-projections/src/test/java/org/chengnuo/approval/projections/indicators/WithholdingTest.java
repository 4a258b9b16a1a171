package org.chengnuo.approval.projections.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chengnuo.approval.projections.indicators.Withholding.Cell;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;

class WithholdingTest {

    private static final Withholding OF_FIVE = new Withholding(5);

    private static Cell cell(long n, String... keys) {
        return new Cell(List.of(keys), n);
    }

    @Test
    void aSingleFigureOfFewerThanFiveIsWithheld() {
        assertThat(OF_FIVE.withheld(List.of(cell(4)))).containsExactly(true);
        assertThat(OF_FIVE.withheld(List.of(cell(5)))).containsExactly(false);
        assertThat(OF_FIVE.withheld(List.of())).isEmpty();
    }

    @Test
    void theNextSmallestIsWithheldWithTheOneThatATotalWouldTell() {
        assertThat(OF_FIVE.withheld(List.of(cell(30, "a"), cell(2, "b"), cell(9, "c"))))
                .containsExactly(false, true, true);
    }

    @Test
    void severalSmallOnesThatAreFewTogetherTakeAnotherWithThem() {
        assertThat(
                        OF_FIVE.withheld(
                                List.of(cell(1, "a"), cell(2, "b"), cell(9, "c"), cell(30, "d"))))
                .containsExactly(true, true, true, false);
        assertThat(
                        OF_FIVE.withheld(
                                List.of(cell(4, "a"), cell(3, "b"), cell(9, "c"), cell(30, "d"))))
                .containsExactly(true, true, false, false);
    }

    @Test
    void inEveryLineAndEveryColumn() {
        List<Cell> cells =
                List.of(
                        cell(2, "a", "1"),
                        cell(20, "a", "2"),
                        cell(10, "a", "3"),
                        cell(30, "b", "1"),
                        cell(40, "b", "2"),
                        cell(50, "b", "3"));
        // Beside a1 the smallest of its line and of its column, a3 and b1; beside b1 the smaller
        // b2,
        // and beside a3 and b2 the others of their columns.
        assertThat(OF_FIVE.withheld(cells)).doesNotContain(false);
        assertThat(
                        OF_FIVE.withheld(
                                List.of(
                                        cell(2, "a", "1"),
                                        cell(10, "a", "2"),
                                        cell(20, "a", "3"),
                                        cell(30, "b", "1"),
                                        cell(40, "b", "2"),
                                        cell(50, "b", "3"))))
                .containsExactly(true, true, false, true, true, false);
    }

    @Test
    void whatHasNoKeyIsACellToo() {
        var none = new Cell(Collections.<@Nullable String>singletonList(null), 3);
        assertThat(OF_FIVE.withheld(List.of(none, cell(8, "a"), cell(9, "b"))))
                .containsExactly(true, true, false);
    }

    @Test
    void oneMayPublishEverything() {
        assertThat(new Withholding(1).withheld(List.of(cell(1, "a"), cell(2, "b"))))
                .containsExactly(false, false);
        assertThatThrownBy(() -> new Withholding(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("chengnuo.statistics.fewest");
    }

    @Test
    void noLineTellsACellThatIsWithheldAlone() {
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var cells = new ArrayList<Cell>();
            int columns = 1 + random.nextInt(6);
            for (int line = 0; line < 1 + random.nextInt(6); line++) {
                for (int column = 0; column < columns; column++) {
                    if (random.nextInt(5) > 0) {
                        cells.add(cell(1 + random.nextInt(25), "l" + line, "c" + column));
                    }
                }
            }
            List<Boolean> withheld = OF_FIVE.withheld(cells);
            for (int grouping = 0; grouping < 2; grouping++) {
                var alone = new HashMap<String, Integer>();
                var totals = new HashMap<String, Long>();
                for (int i = 0; i < cells.size(); i++) {
                    String line = cells.get(i).keys().get(grouping);
                    totals.merge(line, cells.get(i).n(), Long::sum);
                    assertThat(cells.get(i).n() >= 5 || withheld.get(i)).isTrue();
                    if (withheld.get(i)) {
                        alone.merge(line, 1, Integer::sum);
                    }
                }
                int which = grouping;
                alone.forEach(
                        (line, n) -> {
                            long size =
                                    cells.stream()
                                            .filter(c -> c.keys().get(which).equals(line))
                                            .count();
                            // A line of one cell is withheld with its total.
                            assertThat(n > 1 || size == 1).as("%s of %s", line, cells).isTrue();
                        });
            }
            if (cells.stream().allMatch(c -> c.n() >= 5)) {
                assertThat(withheld).doesNotContain(true);
            }
        }
    }
}
