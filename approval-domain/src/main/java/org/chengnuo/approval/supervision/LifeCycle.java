package org.chengnuo.approval.supervision;

import org.chengnuo.approval.Reason;
import org.chengnuo.approval.supervision.SupervisionCommand.CloseBreach;
import org.chengnuo.approval.supervision.SupervisionCommand.DecideProposalObjection;
import org.chengnuo.approval.supervision.SupervisionCommand.FindBreach;
import org.chengnuo.approval.supervision.SupervisionCommand.ObjectToProposal;
import org.chengnuo.approval.supervision.SupervisionCommand.OrderRectification;
import org.chengnuo.approval.supervision.SupervisionCommand.ProposeCreditMeasure;
import org.chengnuo.approval.supervision.SupervisionCommand.RecordInspection;
import org.chengnuo.approval.supervision.SupervisionCommand.RepairCredit;
import org.chengnuo.approval.supervision.SupervisionCommand.VerifyRectification;
import org.jspecify.annotations.Nullable;

/**
 * The order of the acts upon an order and upon a proposal: which are in turn, and why the others
 * are not. An inspection and a breach are over when they are recorded; what else begins something
 * new is always in turn.
 */
final class LifeCycle {

    private LifeCycle() {}

    /** Null if the order may be verified. */
    static @Nullable Reason verificationOutOfTurn(Order.Stage stage) {
        return switch (stage) {
            case OPEN, NOT_RECTIFIED -> null;
            case RECTIFIED -> Reason.RECTIFIED_ALREADY;
        };
    }

    /** Null if the act is in turn, or is not upon a proposal. */
    static @Nullable Reason outOfTurn(Proposal.Stage stage, SupervisionCommand command) {
        return switch (command) {
            case ObjectToProposal _ ->
                    switch (stage) {
                        case PROPOSED -> null;
                        case OBJECTED, CONFIRMED -> Reason.OBJECTED_ALREADY;
                        case TAKEN_BACK, REPAIRED -> Reason.PROPOSAL_CLOSED;
                    };
            case DecideProposalObjection _ ->
                    switch (stage) {
                        case PROPOSED -> Reason.NO_OBJECTION;
                        case OBJECTED -> null;
                        case CONFIRMED -> Reason.OBJECTION_DECIDED_ALREADY;
                        case TAKEN_BACK, REPAIRED -> Reason.PROPOSAL_CLOSED;
                    };
            case RepairCredit _ ->
                    switch (stage) {
                        case PROPOSED, OBJECTED, CONFIRMED -> null;
                        case TAKEN_BACK, REPAIRED -> Reason.PROPOSAL_CLOSED;
                    };
            case RecordInspection _,
                    OrderRectification _,
                    VerifyRectification _,
                    FindBreach _,
                    CloseBreach _,
                    ProposeCreditMeasure _ ->
                    null;
        };
    }
}
