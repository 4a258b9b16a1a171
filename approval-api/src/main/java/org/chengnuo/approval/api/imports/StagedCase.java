package org.chengnuo.approval.api.imports;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

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

    /** The first code that its rows give, where the mapping takes it from the log. */
    Optional<String> itemCode() {
        return rows.stream().map(LogRow::itemCode).filter(Objects::nonNull).findFirst();
    }

    /** The first name that its rows give, where the mapping takes it from the log. */
    Optional<String> itemName() {
        return rows.stream().map(LogRow::itemName).filter(Objects::nonNull).findFirst();
    }
}
