package org.chengnuo.approval.clock;

/**
 * How far one limit is used.
 *
 * @param limit with its extension (Art. 42), if there is one in the same unit
 * @param remaining negative by as much as is used past the limit
 * @param overdue the due day or moment is past. On days of rest right after it, a filing is overdue
 *     though no further unit has been used
 */
public record LimitReading(
        TimeLimit limit, Amount used, Amount remaining, Due due, boolean overdue) {

    /** How much is used past the limit; zero if it is not overdue. */
    public Amount overdueBy() {
        Amount none = Amount.zero(limit.unit());
        return remaining.isNegative() ? none.minus(remaining) : none;
    }
}
