package org.chengnuo.approval.supervision;

import org.chengnuo.approval.commitment.CommitmentId;
import org.chengnuo.approval.commitment.ObligationId;
import org.chengnuo.approval.project.ProjectCommand;
import org.chengnuo.approval.project.ProjectId;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What may be asked of the supervision of a project. Inspections, orders, breaches and credit
 * proposals are numbered within the project, each from 1.
 */
public sealed interface SupervisionCommand extends ProjectCommand {

    /**
     * @param inspector the name or number of the inspector
     * @param evidence hashes of the attachments
     */
    record RecordInspection(
            ProjectId project,
            Instant occurredAt,
            @Nullable CommitmentId commitment,
            Node node,
            @Nullable String inspector,
            List<Finding> findings,
            List<String> evidence)
            implements SupervisionCommand {

        public RecordInspection {
            findings = List.copyOf(findings);
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * What an inspection found.
     *
     * @param obligation that it concerns; null for none
     * @param conforms whether it is as it should be
     */
    record Finding(@Nullable ObligationId obligation, boolean conforms, String text) {}

    /**
     * 责令整改.
     *
     * @param deadline the last day that is in time
     * @param document the number of the order
     */
    record OrderRectification(
            ProjectId project,
            Instant occurredAt,
            int inspection,
            LocalDate deadline,
            @Nullable String demands,
            @Nullable String document)
            implements SupervisionCommand {

        /**
         * @throws IllegalArgumentException if the deadline is in no year from 1 to 9999
         */
        public OrderRectification {
            if (deadline.getYear() < 1 || deadline.getYear() > 9999) {
                throw new IllegalArgumentException(
                        "a deadline is in a year from 1 to 9999, not " + deadline.getYear());
            }
        }
    }

    /** 整改复查. */
    record VerifyRectification(
            ProjectId project,
            Instant occurredAt,
            int order,
            boolean rectified,
            @Nullable String findings,
            List<String> evidence)
            implements SupervisionCommand {

        public VerifyRectification {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * 违诺认定.
     *
     * @param order the rectification order that was not kept; null where none is needed
     * @param document the number of the finding
     */
    record FindBreach(
            ProjectId project,
            Instant occurredAt,
            CommitmentId commitment,
            BreachKind kind,
            @Nullable Integer order,
            @Nullable String reasons,
            @Nullable String document)
            implements SupervisionCommand {}

    /**
     * 违诺了结: what was found no longer stands.
     *
     * @param document the number of the decision
     */
    record CloseBreach(
            ProjectId project,
            Instant occurredAt,
            int breach,
            BreachClosing closing,
            @Nullable String reasons,
            @Nullable String document)
            implements SupervisionCommand {}

    /**
     * A credit measure is proposed to the credit authority, which decides; this system sets
     * nothing.
     *
     * @param measure the code of one that is on the list of the project's edition
     */
    record ProposeCreditMeasure(
            ProjectId project,
            Instant occurredAt,
            int breach,
            String measure,
            @Nullable LegalDocument document)
            implements SupervisionCommand {}

    /** The enterprise objects to a proposal. */
    record ObjectToProposal(
            ProjectId project, Instant occurredAt, int proposal, @Nullable String grounds)
            implements SupervisionCommand {}

    /**
     * @param upheld the proposal is taken back then
     */
    record DecideProposalObjection(
            ProjectId project,
            Instant occurredAt,
            int proposal,
            boolean upheld,
            @Nullable String reasons)
            implements SupervisionCommand {}

    /** 信用修复. */
    record RepairCredit(
            ProjectId project, Instant occurredAt, int proposal, @Nullable String document)
            implements SupervisionCommand {}
}
