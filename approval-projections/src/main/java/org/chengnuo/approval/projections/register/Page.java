package org.chengnuo.approval.projections.register;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Some rows, the latest first.
 *
 * @param next where the next page begins; null on the last one
 */
public record Page<T>(List<T> rows, @Nullable String next) {

    public static final int LARGEST = 200;

    public Page {
        rows = List.copyOf(rows);
    }
}
