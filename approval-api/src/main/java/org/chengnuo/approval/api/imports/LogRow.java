package org.chengnuo.approval.api.imports;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One event of a log.
 *
 * @param caseId the case, without surrounding blanks, never empty
 * @param activity what was done, as the log names it, without surrounding blanks, never empty
 * @param at when, to the microsecond: the journal stores no finer
 * @param resource who or what did it, where the log says
 * @param itemCode the code of the case's item, where the mapping takes it from the log
 * @param itemName the name of the case's item, where the mapping takes it from the log
 * @param line the line of the uncompressed file where the event begins, from 1
 * @param sequence the place of the event in the file, from 0
 */
record LogRow(
        String caseId,
        String activity,
        Instant at,
        @Nullable String resource,
        @Nullable String itemCode,
        @Nullable String itemName,
        long line,
        long sequence) {}
