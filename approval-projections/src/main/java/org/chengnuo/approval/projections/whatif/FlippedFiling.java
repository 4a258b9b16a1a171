package org.chengnuo.approval.projections.whatif;

import org.chengnuo.approval.clock.Basis;
import org.chengnuo.approval.clock.LimitReading;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/** A filing that kept its limit and would not have, or the other way round. */
public record FlippedFiling(
        String filing,
        String project,
        @Nullable String caseId,
        String item,
        String zone,
        String center,
        String state,
        @Nullable String importId,
        Basis basis,
        Flip flip,
        Instant decided,
        Judgement before,
        Judgement after) {

    public enum Flip {
        TO_LATE,
        TO_ON_TIME
    }

    /**
     * How the clock judges.
     *
     * @param calendar its name and the last edition of it that counts
     * @param limit with its extension, as in {@code 20 WD}
     * @param used in the same unit
     * @param due the last day that is in time
     */
    public record Judgement(
            Instant accepted,
            String calendar,
            String limit,
            String used,
            LocalDate due,
            boolean onTime) {

        static Judgement of(Instant accepted, String calendar, LimitReading reading) {
            return new Judgement(
                    accepted,
                    calendar,
                    reading.limit().toString(),
                    reading.used().toString(),
                    reading.due().date(),
                    !reading.overdue());
        }
    }
}
