package org.chengnuo.approval.supervision;

import java.time.Instant;

/**
 * A credit proposal 惩戒建议.
 *
 * @param breach its number
 * @param measure the code of what is proposed
 * @param lastAct the moment of what was last done about it
 */
record Proposal(int breach, String measure, Instant lastAct, Stage stage) {

    enum Stage {
        PROPOSED,
        /** The enterprise has objected, and nothing has been decided. */
        OBJECTED,
        /** The objection was dismissed, and the proposal stands. */
        CONFIRMED,
        /** The objection was upheld. */
        TAKEN_BACK,
        /** The credit has been repaired. */
        REPAIRED
    }

    /** Whether it has neither been taken back nor the credit been repaired. */
    boolean stands() {
        return switch (stage) {
            case PROPOSED, OBJECTED, CONFIRMED -> true;
            case TAKEN_BACK, REPAIRED -> false;
        };
    }

    Proposal at(Instant moment, Stage next) {
        return new Proposal(breach, measure, moment.isAfter(lastAct) ? moment : lastAct, next);
    }
}
