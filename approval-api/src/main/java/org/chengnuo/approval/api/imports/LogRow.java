package org.chengnuo.approval.api.imports;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;

/**
 * One event of a log.
 *
 * @param caseId the case, without surrounding blanks, never empty
 * @param activity what was done, as the log names it, without surrounding blanks, never empty
 * @param at when, to the microsecond: the journal stores no finer
 * @param resource who or what did it, where the log says
 * @param said what else the log says of the case and of the event, where the mapping takes it from
 *     the log
 * @param line the line of the uncompressed file where the event begins, from 1
 * @param sequence the place of the event in the file, from 0
 */
record LogRow(
        String caseId,
        String activity,
        Instant at,
        @Nullable String resource,
        Map<Detail, String> said,
        long line,
        long sequence) {

    LogRow {
        said = Map.copyOf(said);
    }
}
