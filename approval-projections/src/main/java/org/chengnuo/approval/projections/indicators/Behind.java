package org.chengnuo.approval.projections.indicators;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What is behind a figure.
 *
 * @param withheld the figure is, and so is this
 */
public record Behind(boolean withheld, List<Piece> pieces) {

    public Behind {
        pieces = List.copyOf(pieces);
    }

    /** On which side of a figure. */
    public enum Side {
        NUMERATOR,
        DENOMINATOR
    }

    /**
     * One filing, project, parcel, obligation, act or item.
     *
     * @param project null for an item
     * @param filing null for what is of no filing
     * @param piece the code of a parcel, the commitment and the obligation as in {@code …/start},
     *     the position of an act, or the code of an item; null for a filing or a project
     * @param unit of its limit
     * @param numerator what it adds to the numerator
     * @param denominator what it adds to the denominator
     */
    public record Piece(
            @Nullable String project,
            @Nullable String filing,
            @Nullable String piece,
            @Nullable String unit,
            long numerator,
            long denominator) {}
}
