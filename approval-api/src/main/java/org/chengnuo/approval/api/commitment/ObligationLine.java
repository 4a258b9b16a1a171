package org.chengnuo.approval.api.commitment;

import org.chengnuo.approval.commitment.ObligationId;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What has become of an obligation 承诺义务.
 *
 * @param by the last day that is in time; null where none is promised
 * @param at when it came to its state; null while it is open
 * @param measured last, in the indicator's unit
 * @param evidence of the last measurement
 */
public record ObligationLine(
        ObligationId obligation,
        @Nullable LocalDate by,
        State state,
        @Nullable Instant at,
        @Nullable BigDecimal measured,
        @Nullable String evidence) {

    /** From open to met, or not. */
    public enum State {
        OPEN("待履行", "open"),
        COMING("即将到期", "due soon"),
        MISSED("逾期未履行", "missed"),
        NOT_KEPT("未达到承诺值", "measured, not kept"),
        MET("已履行", "met"),
        MET_LATE("逾期履行", "met late");

        private final String chinese;
        private final String english;

        State(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        public String chinese() {
            return chinese;
        }

        public String english() {
            return english;
        }

        public boolean isMet() {
            return this == MET || this == MET_LATE;
        }

        /** Whether something is wrong with it. */
        public boolean isBroken() {
            return this == MISSED || this == NOT_KEPT;
        }
    }

    static ObligationLine open(ObligationId obligation, @Nullable LocalDate by) {
        return new ObligationLine(obligation, by, State.OPEN, null, null, null);
    }

    ObligationLine at(State next, Instant moment) {
        return new ObligationLine(obligation, by, next, moment, measured, evidence);
    }

    ObligationLine measured(
            State next, Instant moment, @Nullable BigDecimal value, @Nullable String shown) {
        return new ObligationLine(obligation, by, next, moment, value, shown);
    }
}
