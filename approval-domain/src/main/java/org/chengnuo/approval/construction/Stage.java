package org.chengnuo.approval.construction;

/** How far the construction has come. */
sealed interface Stage {

    record NotCleared() implements Stage {}

    record Cleared() implements Stage {}

    record Started() implements Stage {}

    /** Reported as completed, and not yet judged. */
    record Completed() implements Stage {}

    record Accepted() implements Stage {}

    record InProduction() implements Stage {}
}
