package org.chengnuo.approval.projections.reviewtimes;

/** The facts are not there now: the program has just started, or their file cannot be opened. */
public final class StatisticsUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    StatisticsUnavailable() {
        super("the review times are not there now");
    }
}
