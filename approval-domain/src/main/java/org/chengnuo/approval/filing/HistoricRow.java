package org.chengnuo.approval.filing;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One row of an imported log.
 *
 * @param line where it stands in the file
 * @param activity the step, as the log calls it
 * @param resource who did it, as the log calls them
 * @param act the legal act that the row stands for; null for a step without legal meaning
 * @param particulars what the log says of the act
 * @param onlyAct whether the row stands for its act alone; otherwise it is a step of the work too
 */
public record HistoricRow(
        long line,
        Instant occurredAt,
        String activity,
        @Nullable String resource,
        @Nullable LegalAct act,
        ActParticulars particulars,
        boolean onlyAct) {

    /** A step of the work, and perhaps a legal act of which the log says nothing more. */
    public HistoricRow(
            long line,
            Instant occurredAt,
            String activity,
            @Nullable String resource,
            @Nullable LegalAct act) {
        this(line, occurredAt, activity, resource, act, ActParticulars.NONE, false);
    }
}
