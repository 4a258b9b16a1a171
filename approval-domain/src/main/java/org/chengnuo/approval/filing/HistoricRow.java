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
 */
public record HistoricRow(
        long line,
        Instant occurredAt,
        String activity,
        @Nullable String resource,
        @Nullable LegalAct act) {}
