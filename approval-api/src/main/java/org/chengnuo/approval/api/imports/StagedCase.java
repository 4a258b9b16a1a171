package org.chengnuo.approval.api.imports;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All that a log says of one case.
 *
 * @param number the place of the case among those of the file, from 0, by first appearance
 * @param rows by time, and at the same time by their order in the file; never empty
 */
record StagedCase(long number, String caseId, List<LogRow> rows) {

    StagedCase {
        rows = List.copyOf(rows);
    }

    /** The first that its rows say of each detail. */
    Map<Detail, String> said() {
        Map<Detail, String> first = new EnumMap<>(Detail.class);
        for (LogRow row : rows) {
            row.said().forEach(first::putIfAbsent);
        }
        return first;
    }
}
