package org.chengnuo.approval.api.project;

import org.chengnuo.approval.api.commitment.CommitmentLine;
import org.chengnuo.approval.api.construction.ConstructionView;
import org.chengnuo.approval.api.journal.Journal.Entry;
import org.chengnuo.approval.api.parcel.ParcelView;
import org.chengnuo.approval.api.supervision.SupervisionView;
import org.chengnuo.approval.commitment.CommitmentEvent;
import org.chengnuo.approval.commitment.CommitmentId;
import org.chengnuo.approval.construction.ConstructionEvent;
import org.chengnuo.approval.filing.FilingEvent;
import org.chengnuo.approval.filing.FilingHistory;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.filing.FilingState;
import org.chengnuo.approval.parcel.ParcelCode;
import org.chengnuo.approval.parcel.ParcelEvent;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.project.AgentScope;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.Exclusion;
import org.chengnuo.approval.project.IndustryCode;
import org.chengnuo.approval.project.Money;
import org.chengnuo.approval.project.ProjectCode;
import org.chengnuo.approval.project.ProjectEvent.AgentEntrusted;
import org.chengnuo.approval.project.ProjectEvent.EligibilityAssessed;
import org.chengnuo.approval.project.ProjectEvent.EligibilityAssessed.BrokenRule;
import org.chengnuo.approval.project.ProjectEvent.EntrustmentEnded;
import org.chengnuo.approval.project.ProjectEvent.ItemReinstated;
import org.chengnuo.approval.project.ProjectEvent.ItemRuledOut;
import org.chengnuo.approval.project.ProjectEvent.MovedToEdition;
import org.chengnuo.approval.project.ProjectEvent.ProjectCodeChanged;
import org.chengnuo.approval.project.ProjectEvent.ProjectImported;
import org.chengnuo.approval.project.ProjectEvent.ProjectRegistered;
import org.chengnuo.approval.project.ProjectEvent.ProjectTerminated;
import org.chengnuo.approval.project.ProjectEvent.ProjectWithdrawn;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.RegionCode;
import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.supervision.SupervisionEvent;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A project from its registration to production, read from its story.
 *
 * @param stage null for a project known from a log
 * @param codes every project code that it has had, the latest last
 * @param edition the policy edition that it is under; null for a project known from a log
 * @param editions under which it has been, the present one last
 * @param eligibility as last assessed; null before that
 * @param ruledOut the items that do not concern it
 * @param ended why it was withdrawn or terminated; null where it was not
 * @param importId the import that it is known from
 */
public record ProjectView(
        ProjectId id,
        String name,
        @Nullable ProjectStage stage,
        @Nullable String stageEn,
        @Nullable String stageZh,
        List<CodeLine> codes,
        @Nullable CreditCode enterprise,
        ZoneCode zone,
        @Nullable RegionCode region,
        @Nullable IndustryCode industry,
        @Nullable ProjectType type,
        @Nullable Money investment,
        @Nullable String edition,
        List<EditionLine> editions,
        @Nullable Eligibility eligibility,
        List<RuledOut> ruledOut,
        List<Entrustment> entrustments,
        Collection<ParcelView> parcels,
        Collection<CommitmentLine> commitments,
        ConstructionView construction,
        SupervisionView.Summary supervision,
        @Nullable Ended ended,
        @Nullable String importId,
        Instant registeredAt,
        long version,
        List<FilingLine> filings) {

    public record CodeLine(ProjectCode code, Instant since) {}

    /**
     * @param reason null for the edition of its registration
     */
    public record EditionLine(String edition, Instant since, @Nullable String reason) {}

    /**
     * @param edition whose rules were asked
     * @param broken the rules that it does not keep, with the reasons that the edition gives
     */
    public record Eligibility(
            boolean eligible,
            Instant assessedAt,
            String edition,
            Set<Exclusion> exclusions,
            List<BrokenRule> broken) {}

    public record RuledOut(ItemCode item, Instant since, String reason) {}

    /**
     * @param until the first moment at which it has ended by itself
     * @param ended when it was ended before; null where it was not
     */
    public record Entrustment(
            int entrustment,
            String agent,
            Instant from,
            Instant until,
            Set<AgentScope> scope,
            String document,
            @Nullable Instant ended) {

        Entrustment endedAt(Instant moment) {
            return new Entrustment(entrustment, agent, from, until, scope, document, moment);
        }
    }

    /**
     * @param document of the authority; null where the enterprise has withdrawn the project
     */
    public record Ended(Instant at, @Nullable String document, String reason) {}

    public record FilingLine(
            FilingId id, ItemCode item, FilingState state, String stateEn, String stateZh) {}

    /**
     * @param story of at least one entry
     */
    public static ProjectView of(List<Entry> story) {
        var codes = new ArrayList<CodeLine>();
        var editions = new ArrayList<EditionLine>();
        var ruledOut = new LinkedHashMap<ItemCode, RuledOut>();
        var entrustments = new ArrayList<Entrustment>();
        var parcels = new LinkedHashMap<ParcelCode, ParcelView>();
        var commitments = new LinkedHashMap<CommitmentId, CommitmentLine>();
        var filings = new LinkedHashMap<FilingId, FilingHistory>();
        Eligibility eligibility = null;
        ConstructionView construction = ConstructionView.NONE;
        SupervisionView supervision = SupervisionView.NONE;
        Ended ended = null;
        for (Entry entry : story) {
            switch (entry.event()) {
                case ProjectRegistered e -> {
                    if (e.code() != null) {
                        codes.add(new CodeLine(e.code(), e.occurredAt()));
                    }
                    editions.add(new EditionLine(e.edition(), e.occurredAt(), null));
                }
                case ProjectImported _ -> {}
                case ProjectCodeChanged e -> codes.add(new CodeLine(e.code(), e.occurredAt()));
                case MovedToEdition e ->
                        editions.add(new EditionLine(e.edition(), e.occurredAt(), e.reason()));
                case EligibilityAssessed e ->
                        eligibility =
                                new Eligibility(
                                        e.eligible(),
                                        e.occurredAt(),
                                        e.edition(),
                                        e.exclusions(),
                                        e.broken());
                case ItemRuledOut e ->
                        ruledOut.put(e.item(), new RuledOut(e.item(), e.occurredAt(), e.reason()));
                case ItemReinstated e -> ruledOut.remove(e.item());
                case AgentEntrusted e ->
                        entrustments.add(
                                new Entrustment(
                                        e.entrustment(),
                                        e.agent(),
                                        e.from(),
                                        e.until(),
                                        e.scope(),
                                        e.document(),
                                        null));
                case EntrustmentEnded e ->
                        entrustments.replaceAll(
                                one ->
                                        one.entrustment() == e.entrustment()
                                                ? one.endedAt(e.occurredAt())
                                                : one);
                case ProjectWithdrawn e -> ended = new Ended(e.occurredAt(), null, e.reason());
                case ProjectTerminated e ->
                        ended = new Ended(e.occurredAt(), e.document(), e.reason());
                case ParcelEvent e ->
                        parcels.put(
                                e.parcel(),
                                parcels.getOrDefault(e.parcel(), ParcelView.untouched(e.parcel()))
                                        .with(e));
                case ConstructionEvent e -> construction = construction.with(e);
                case CommitmentEvent e ->
                        commitments.compute(
                                e.commitment(), (_, line) -> CommitmentLine.after(line, e));
                case SupervisionEvent e -> supervision = supervision.with(e);
                case FilingEvent e ->
                        filings.compute(
                                e.filing(),
                                (_, history) ->
                                        history == null
                                                ? FilingHistory.begun(e)
                                                : history.with(e, entry.recordedAt()));
            }
        }
        ProjectStage stage = stage(story, ended, construction, parcels);
        var begun = Beginning.of(story.getFirst());
        return new ProjectView(
                begun.id(),
                begun.name(),
                stage,
                stage == null ? null : stage.english(),
                stage == null ? null : stage.chinese(),
                codes,
                begun.registered() == null ? null : begun.registered().enterprise(),
                begun.zone(),
                begun.registered() == null ? null : begun.registered().region(),
                begun.registered() == null ? null : begun.registered().industry(),
                begun.registered() == null ? null : begun.registered().type(),
                begun.registered() == null ? null : begun.registered().investment(),
                editions.isEmpty() ? null : editions.getLast().edition(),
                editions,
                eligibility,
                List.copyOf(ruledOut.values()),
                entrustments,
                parcels.values(),
                commitments.values(),
                construction,
                supervision.summary(),
                ended,
                begun.importId(),
                story.getFirst().event().occurredAt(),
                story.getLast().version(),
                filings.values().stream()
                        .map(
                                h ->
                                        new FilingLine(
                                                h.filing(),
                                                h.item(),
                                                h.state(),
                                                h.state().english(),
                                                h.state().chinese()))
                        .toList());
    }

    /**
     * The farthest node that it has reached; the supply of land is reached with the first parcel.
     */
    private static @Nullable ProjectStage stage(
            List<Entry> story,
            @Nullable Ended ended,
            ConstructionView construction,
            Map<ParcelCode, ParcelView> parcels) {
        if (story.getFirst().event() instanceof ProjectImported) {
            return null;
        }
        if (ended != null) {
            return ended.document() == null ? ProjectStage.WITHDRAWN : ProjectStage.TERMINATED;
        }
        if (construction.production() != null) {
            return ProjectStage.IN_PRODUCTION;
        }
        if (construction.accepted() != null) {
            return ProjectStage.ACCEPTED;
        }
        if (construction.completed() != null) {
            return ProjectStage.COMPLETED;
        }
        if (construction.started() != null) {
            return ProjectStage.STARTED;
        }
        if (construction.cleared() != null) {
            return ProjectStage.CLEARED;
        }
        return parcels.values().stream().anyMatch(parcel -> parcel.supply() != null)
                ? ProjectStage.LAND_SUPPLIED
                : ProjectStage.REGISTERED;
    }

    /**
     * How a story begins.
     *
     * @param registered null for a project known from a log
     */
    private record Beginning(
            ProjectId id,
            String name,
            ZoneCode zone,
            @Nullable ProjectRegistered registered,
            @Nullable String importId) {

        static Beginning of(Entry first) {
            return switch (first.event()) {
                case ProjectRegistered e -> new Beginning(e.project(), e.name(), e.zone(), e, null);
                case ProjectImported e ->
                        new Beginning(e.project(), e.caseId(), e.zone(), null, e.importId());
                default ->
                        throw new IllegalStateException(
                                "a project begins with its registration or import");
            };
        }
    }
}
