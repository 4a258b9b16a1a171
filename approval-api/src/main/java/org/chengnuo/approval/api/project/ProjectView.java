package org.chengnuo.approval.api.project;

import org.chengnuo.approval.api.journal.Journal.Entry;
import org.chengnuo.approval.filing.FilingEvent;
import org.chengnuo.approval.filing.FilingHistory;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.filing.FilingState;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.IndustryCode;
import org.chengnuo.approval.project.Money;
import org.chengnuo.approval.project.ProjectCode;
import org.chengnuo.approval.project.ProjectEvent.ProjectCodeChanged;
import org.chengnuo.approval.project.ProjectEvent.ProjectImported;
import org.chengnuo.approval.project.ProjectEvent.ProjectRegistered;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.RegionCode;
import org.chengnuo.approval.project.ZoneCode;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A project, read from its story.
 *
 * @param codes every project code that it has had, the latest last
 * @param edition the policy edition that it is under; null for a project known from a log
 * @param importId the import that it is known from
 */
record ProjectView(
        ProjectId id,
        String name,
        List<CodeLine> codes,
        @Nullable CreditCode enterprise,
        ZoneCode zone,
        @Nullable RegionCode region,
        @Nullable IndustryCode industry,
        @Nullable ProjectType type,
        @Nullable Money investment,
        @Nullable String edition,
        @Nullable String importId,
        Instant registeredAt,
        long version,
        List<FilingLine> filings) {

    record CodeLine(ProjectCode code, Instant since) {}

    record FilingLine(FilingId id, ItemCode item, FilingState state) {}

    static ProjectView of(List<Entry> story) {
        var codes = new ArrayList<CodeLine>();
        Map<FilingId, FilingHistory> filings = new LinkedHashMap<>();
        for (Entry entry : story) {
            switch (entry.event()) {
                case ProjectRegistered e -> {
                    if (e.code() != null) {
                        codes.add(new CodeLine(e.code(), e.occurredAt()));
                    }
                }
                case ProjectCodeChanged e -> codes.add(new CodeLine(e.code(), e.occurredAt()));
                case FilingEvent e ->
                        filings.compute(
                                e.filing(),
                                (_, history) ->
                                        history == null
                                                ? FilingHistory.begun(e)
                                                : history.with(e, entry.recordedAt()));
                default -> {}
            }
        }
        List<FilingLine> lines =
                filings.values().stream()
                        .map(h -> new FilingLine(h.filing(), h.item(), h.state()))
                        .toList();
        long version = story.getLast().version();
        return switch (story.getFirst().event()) {
            case ProjectRegistered e ->
                    new ProjectView(
                            e.project(),
                            e.name(),
                            codes,
                            e.enterprise(),
                            e.zone(),
                            e.region(),
                            e.industry(),
                            e.type(),
                            e.investment(),
                            e.edition(),
                            null,
                            e.occurredAt(),
                            version,
                            lines);
            case ProjectImported e ->
                    new ProjectView(
                            e.project(),
                            e.caseId(),
                            codes,
                            null,
                            e.zone(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            e.importId(),
                            e.occurredAt(),
                            version,
                            lines);
            default ->
                    throw new IllegalStateException(
                            "a project begins with its registration or import");
        };
    }
}
