package org.chengnuo.approval.supervision;

import org.chengnuo.approval.commitment.CommitmentId;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.ProjectEvent;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.supervision.SupervisionCommand.Finding;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What happened in the supervision of a project. */
public sealed interface SupervisionEvent extends ProjectEvent {

    record InspectionRecorded(
            ProjectId project,
            Instant occurredAt,
            int inspection,
            @Nullable CommitmentId commitment,
            Node node,
            String inspector,
            List<Finding> findings,
            List<String> evidence)
            implements SupervisionEvent {

        public InspectionRecorded {
            findings = List.copyOf(findings);
            evidence = List.copyOf(evidence);
        }
    }

    record RectificationOrdered(
            ProjectId project,
            Instant occurredAt,
            int order,
            int inspection,
            LocalDate deadline,
            String demands,
            String document)
            implements SupervisionEvent {}

    /** The deadline of an order is near. */
    record RectificationComing(ProjectId project, Instant occurredAt, int order, LocalDate deadline)
            implements SupervisionEvent {}

    /** The deadline of an order has passed, and nothing has been verified. */
    record RectificationMissed(ProjectId project, Instant occurredAt, int order, LocalDate deadline)
            implements SupervisionEvent {}

    record RectificationVerified(
            ProjectId project,
            Instant occurredAt,
            int order,
            boolean rectified,
            @Nullable String findings,
            List<String> evidence)
            implements SupervisionEvent {

        public RectificationVerified {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * @param enterprise that cannot commit again, in no project, while a false commitment stands
     */
    record BreachFound(
            ProjectId project,
            Instant occurredAt,
            int breach,
            CommitmentId commitment,
            BreachKind kind,
            CreditCode enterprise,
            @Nullable Integer order,
            String reasons,
            String document)
            implements SupervisionEvent {}

    record BreachClosed(
            ProjectId project,
            Instant occurredAt,
            int breach,
            BreachClosing closing,
            CreditCode enterprise,
            String reasons,
            String document)
            implements SupervisionEvent {}

    /**
     * @param enterprise whose credit it concerns, in all its projects
     */
    record CreditMeasureProposed(
            ProjectId project,
            Instant occurredAt,
            int proposal,
            int breach,
            BreachKind kind,
            CreditCode enterprise,
            String measure,
            LegalDocument document)
            implements SupervisionEvent {}

    record ProposalObjected(ProjectId project, Instant occurredAt, int proposal, String grounds)
            implements SupervisionEvent {}

    record ProposalObjectionDecided(
            ProjectId project,
            Instant occurredAt,
            int proposal,
            boolean upheld,
            CreditCode enterprise,
            String reasons)
            implements SupervisionEvent {}

    record CreditRepaired(
            ProjectId project,
            Instant occurredAt,
            int proposal,
            CreditCode enterprise,
            String document)
            implements SupervisionEvent {}
}
