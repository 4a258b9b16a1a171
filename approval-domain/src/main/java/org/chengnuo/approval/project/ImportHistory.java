package org.chengnuo.approval.project;

import org.chengnuo.approval.filing.AcceptanceTerms;
import org.chengnuo.approval.filing.HistoricRow;
import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.policy.ItemCode;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Take over one case of an imported log: a project with one filing, whose acts all happened
 * elsewhere.
 *
 * @param importId the import that it is part of
 * @param caseId what the log calls it
 * @param calendar the working calendar by which its times count
 * @param edition what stands in for a policy edition: the mapping of the log
 * @param terms by which its acceptance is judged; null where nobody knows them
 * @param rows at least one; they are put in the order in which they happened
 */
public record ImportHistory(
        ProjectId project,
        String importId,
        String caseId,
        ZoneCode zone,
        CenterCode center,
        ItemCode item,
        ItemClass itemClass,
        String calendar,
        String edition,
        @Nullable AcceptanceTerms terms,
        List<HistoricRow> rows)
        implements ProjectCommand {

    public ImportHistory {
        // Stable: rows of one moment stay in the order of the log.
        rows = rows.stream().sorted(Comparator.comparing(HistoricRow::occurredAt)).toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("case %s has no rows".formatted(caseId));
        }
    }

    @Override
    public Instant occurredAt() {
        return rows.getFirst().occurredAt();
    }
}
