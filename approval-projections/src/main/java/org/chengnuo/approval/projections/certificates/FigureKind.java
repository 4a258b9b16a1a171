package org.chengnuo.approval.projections.certificates;

import org.chengnuo.approval.projections.reviewtimes.AsOf;

import java.util.List;
import java.util.Map;

/** One kind of figure that can be published. A further kind is one more of these. */
public interface FigureKind {

    /** As in {@code turnaround}; it stands in every certificate, and so stays. */
    String name();

    /**
     * Computes the figure, with its small groups withheld. The same parameters as of the same
     * position give the same figure for ever.
     *
     * @param parameters as the address of the figure has them, without {@code asOf}
     * @throws IllegalArgumentException if a parameter is unknown or not right; it says which
     */
    Figure compute(Map<String, List<String>> parameters, AsOf asOf);
}
