package org.chengnuo.approval.project;

import org.chengnuo.approval.commitment.CommitmentEvent;
import org.chengnuo.approval.construction.ConstructionEvent;
import org.chengnuo.approval.filing.FilingEvent;
import org.chengnuo.approval.journal.JournalEvent;
import org.chengnuo.approval.parcel.ParcelEvent;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.supervision.SupervisionEvent;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What happened to a project, its filings included. {@link #occurredAt} is when it happened; when
 * it was recorded is on the envelope, set by the server.
 */
public sealed interface ProjectEvent extends JournalEvent
        permits ProjectEvent.ProjectRegistered,
                ProjectEvent.ProjectImported,
                ProjectEvent.ProjectCodeChanged,
                ProjectEvent.EligibilityAssessed,
                ProjectEvent.MovedToEdition,
                ProjectEvent.ItemRuledOut,
                ProjectEvent.ItemReinstated,
                ProjectEvent.AgentEntrusted,
                ProjectEvent.EntrustmentEnded,
                ProjectEvent.ProjectWithdrawn,
                ProjectEvent.ProjectTerminated,
                ParcelEvent,
                ConstructionEvent,
                CommitmentEvent,
                SupervisionEvent,
                FilingEvent {

    ProjectId project();

    @Override
    default String stream() {
        return project().toString();
    }

    @Override
    Instant occurredAt();

    /** In the order in which they are declared, so that an event is stored the same every time. */
    private static <E extends Enum<E>> Set<E> inOrder(Set<E> values) {
        return values.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(values));
    }

    /**
     * @param edition the policy edition that the project is under, by the date of its registration
     */
    record ProjectRegistered(
            ProjectId project,
            Instant occurredAt,
            String name,
            @Nullable ProjectCode code,
            CreditCode enterprise,
            ZoneCode zone,
            RegionCode region,
            IndustryCode industry,
            ProjectType type,
            Money investment,
            String edition)
            implements ProjectEvent {}

    /** The project is known from an imported log only. */
    record ProjectImported(
            ProjectId project, Instant occurredAt, String importId, String caseId, ZoneCode zone)
            implements ProjectEvent {}

    record ProjectCodeChanged(ProjectId project, Instant occurredAt, ProjectCode code)
            implements ProjectEvent {}

    /**
     * @param edition whose rules were asked
     * @param broken the rules that the project does not keep; empty if it is eligible
     */
    record EligibilityAssessed(
            ProjectId project,
            Instant occurredAt,
            boolean eligible,
            String edition,
            Set<Exclusion> exclusions,
            List<BrokenRule> broken)
            implements ProjectEvent {

        /** A rule of the edition, with the reason as the edition gives it. */
        public record BrokenRule(String rule, String chinese, String english) {}

        public EligibilityAssessed {
            exclusions = inOrder(exclusions);
            broken = List.copyOf(broken);
        }
    }

    record MovedToEdition(
            ProjectId project, Instant occurredAt, String from, String edition, String reason)
            implements ProjectEvent {}

    record ItemRuledOut(ProjectId project, Instant occurredAt, ItemCode item, String reason)
            implements ProjectEvent {}

    record ItemReinstated(ProjectId project, Instant occurredAt, ItemCode item, String reason)
            implements ProjectEvent {}

    /**
     * @param entrustment its number within the project, from 1
     */
    record AgentEntrusted(
            ProjectId project,
            Instant occurredAt,
            int entrustment,
            String agent,
            Instant from,
            Instant until,
            Set<AgentScope> scope,
            String document)
            implements ProjectEvent {

        public AgentEntrusted {
            scope = inOrder(scope);
        }
    }

    record EntrustmentEnded(
            ProjectId project, Instant occurredAt, int entrustment, @Nullable String reason)
            implements ProjectEvent {}

    record ProjectWithdrawn(ProjectId project, Instant occurredAt, String reason)
            implements ProjectEvent {}

    record ProjectTerminated(ProjectId project, Instant occurredAt, String document, String reason)
            implements ProjectEvent {}
}
