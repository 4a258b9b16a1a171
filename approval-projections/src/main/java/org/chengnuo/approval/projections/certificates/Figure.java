package org.chengnuo.approval.projections.certificates;

import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.chengnuo.approval.projections.reviewtimes.FactFilter;

import java.util.List;

/**
 * A figure, ready to be published.
 *
 * @param definition what it means, as its answer has it
 * @param filter which filings count
 * @param columns how its rows are shown as a table
 * @param rows of the result, in order, as its answer has them
 */
public record Figure(
        Bilingual title,
        Object definition,
        FactFilter filter,
        List<Column> columns,
        List<Object> rows) {

    /**
     * @param at where in a row the value stands, as a JSON pointer (RFC 6901): {@code /keys/0}
     */
    public record Column(String at, Bilingual title) {}

    public Figure {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
