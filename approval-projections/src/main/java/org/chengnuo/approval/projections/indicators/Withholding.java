package org.chengnuo.approval.projections.indicators;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which cells of a table are withheld, so that nothing is published of fewer than some.
 *
 * <p>A cell that counts fewer is withheld; and so are others, smallest first, by which it could be
 * told: every line of the table has a total, which whoever asks with one grouping less is shown. In
 * a line, totals included, no cell is therefore withheld alone, and what is withheld under a total
 * that is shown counts at least as many together. Cells that count nothing are in no table.
 *
 * @param fewest of how many something is published, 1 to {@value #MOST}; 1 withholds nothing
 */
public record Withholding(int fewest) {

    public static final int USUAL = 5;

    public static final int MOST = 1000;

    /** Where a total stands, and what has no key. */
    private enum Place {
        TOTAL,
        NONE
    }

    /**
     * A cell of a table.
     *
     * @param keys where it stands, one for each grouping; null for what has none
     * @param n how many it counts
     */
    public record Cell(List<@Nullable String> keys, long n) {}

    /**
     * @throws IllegalArgumentException if it is not 1 to 1000
     */
    public Withholding {
        if (fewest < 1 || fewest > MOST) {
            throw new IllegalArgumentException(
                    "statistics are published of at least 1 to %d, not %d (chengnuo.statistics.fewest)"
                            .formatted(MOST, fewest));
        }
    }

    /**
     * @param cells all of a table, with as many keys each
     * @return whether each of them is withheld, in their order
     */
    public List<Boolean> withheld(List<Cell> cells) {
        if (cells.stream().noneMatch(cell -> isTooFew(cell.n()))) {
            return Collections.nCopies(cells.size(), false);
        }
        var table = new Table(cells);
        table.withhold();
        return cells.stream().map(table::isWithheld).toList();
    }

    private boolean isTooFew(long n) {
        return n < fewest;
    }

    /** The cells with the totals of all their lines. */
    private final class Table {

        private final Map<List<Object>, Count> counts = new LinkedHashMap<>();
        private final Map<Count, List<Line>> lines = new HashMap<>();
        private final Deque<Line> unsure = new ArrayDeque<>();

        Table(List<Cell> cells) {
            int groupings = cells.getFirst().keys().size();
            for (Cell cell : cells) {
                for (int totals = 0; totals < 1 << groupings; totals++) {
                    count(place(cell, totals)).n += cell.n();
                }
            }
            var all = new ArrayList<Line>();
            for (int i = 0; i < groupings; i++) {
                var byTotal = new LinkedHashMap<List<Object>, Line>();
                for (var entry : counts.entrySet()) {
                    if (entry.getKey().get(i) != Place.TOTAL) {
                        var total = new ArrayList<>(entry.getKey());
                        total.set(i, Place.TOTAL);
                        Line line = byTotal.get(total);
                        if (line == null) {
                            line = new Line(count(total));
                            byTotal.put(total, line);
                        }
                        line.counts.add(entry.getValue());
                        linesOf(entry.getValue()).add(line);
                    }
                }
                all.addAll(byTotal.values());
            }
            for (Line line : all) {
                line.counts.sort(Comparator.comparingLong(count -> count.n));
                linesOf(line.total).add(line);
            }
        }

        private static List<Object> place(Cell cell, int totals) {
            var place = new ArrayList<Object>();
            for (String key : cell.keys()) {
                boolean isTotal = (totals & 1 << place.size()) != 0;
                place.add(isTotal ? Place.TOTAL : key == null ? Place.NONE : key);
            }
            return place;
        }

        private Count count(List<Object> place) {
            return counts.computeIfAbsent(place, _ -> new Count());
        }

        private List<Line> linesOf(Count count) {
            return lines.computeIfAbsent(count, _ -> new ArrayList<>());
        }

        void withhold() {
            for (Count count : counts.values()) {
                if (isTooFew(count.n)) {
                    withhold(count);
                }
            }
            while (!unsure.isEmpty()) {
                Line line = unsure.poll();
                Count next = line.next(fewest);
                if (next != null) {
                    withhold(next);
                }
            }
        }

        private void withhold(Count count) {
            count.withheld = true;
            for (Line line : linesOf(count)) {
                if (count != line.total) {
                    line.withheld++;
                    line.together += count.n;
                }
                unsure.add(line);
            }
        }

        boolean isWithheld(Cell cell) {
            return count(place(cell, 0)).withheld;
        }
    }

    private static final class Count {
        private long n;
        private boolean withheld;
    }

    private static final class Line {

        private final Count total;

        /** The smallest first. */
        private final List<Count> counts = new ArrayList<>();

        private int withheld;
        private long together;
        private int smallestShown;

        Line(Count total) {
            this.total = total;
        }

        /** What has to be withheld too; null if the line tells nothing. */
        @Nullable Count next(int fewest) {
            // A total that is withheld here may be shown to whoever asks by one grouping less.
            boolean tells = withheld == 0 ? total.withheld : withheld == 1 || together < fewest;
            if (!tells) {
                return null;
            }
            while (smallestShown < counts.size() && counts.get(smallestShown).withheld) {
                smallestShown++;
            }
            if (smallestShown < counts.size()) {
                return counts.get(smallestShown);
            }
            return total.withheld ? null : total;
        }
    }
}
