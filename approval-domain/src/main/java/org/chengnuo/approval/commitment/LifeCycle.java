package org.chengnuo.approval.commitment;

import org.chengnuo.approval.Reason;
import org.chengnuo.approval.commitment.CommitmentCommand.DecideObjection;
import org.chengnuo.approval.commitment.CommitmentCommand.DeclineCommitment;
import org.chengnuo.approval.commitment.CommitmentCommand.MeasureIndicator;
import org.chengnuo.approval.commitment.CommitmentCommand.PassPreCheck;
import org.chengnuo.approval.commitment.CommitmentCommand.RaiseObjection;
import org.chengnuo.approval.commitment.CommitmentCommand.SubmitLetter;
import org.chengnuo.approval.commitment.CommitmentCommand.WithdrawCommitment;
import org.chengnuo.approval.commitment.Stage.Declined;
import org.chengnuo.approval.commitment.Stage.Fulfilled;
import org.chengnuo.approval.commitment.Stage.InForce;
import org.chengnuo.approval.commitment.Stage.Noticed;
import org.chengnuo.approval.commitment.Stage.Public;
import org.chengnuo.approval.commitment.Stage.PublicityEnded;
import org.chengnuo.approval.commitment.Stage.Submitted;
import org.chengnuo.approval.commitment.Stage.Withdrawn;
import org.jspecify.annotations.Nullable;

/** The order of the acts: at each stage, which acts are in turn, and why the others are not. */
final class LifeCycle {

    private LifeCycle() {}

    /** Null if the act is in turn. */
    static @Nullable Reason outOfTurn(Stage stage, CommitmentCommand command) {
        return switch (stage) {
            case Noticed _ -> command instanceof SubmitLetter ? null : Reason.LETTER_NOT_SUBMITTED;
            case Submitted _ ->
                    switch (command) {
                        case PassPreCheck _, DeclineCommitment _, WithdrawCommitment _ -> null;
                        case SubmitLetter _ -> Reason.LETTER_SUBMITTED_ALREADY;
                        case RaiseObjection _, DecideObjection _ -> Reason.NOT_PUBLIC;
                        case MeasureIndicator _ -> Reason.NOT_IN_FORCE;
                    };
            case Public _ ->
                    switch (command) {
                        case RaiseObjection _,
                                DecideObjection _,
                                DeclineCommitment _,
                                WithdrawCommitment _ ->
                                null;
                        case SubmitLetter _ -> Reason.LETTER_SUBMITTED_ALREADY;
                        case PassPreCheck _ -> Reason.PRE_CHECK_PASSED_ALREADY;
                        case MeasureIndicator _ -> Reason.NOT_IN_FORCE;
                    };
            case PublicityEnded _ ->
                    switch (command) {
                        case DecideObjection _, DeclineCommitment _, WithdrawCommitment _ -> null;
                        case SubmitLetter _ -> Reason.LETTER_SUBMITTED_ALREADY;
                        case PassPreCheck _ -> Reason.PRE_CHECK_PASSED_ALREADY;
                        case RaiseObjection _ -> Reason.PUBLICITY_OVER;
                        case MeasureIndicator _ -> Reason.NOT_IN_FORCE;
                    };
            case InForce _ ->
                    switch (command) {
                        case MeasureIndicator _, WithdrawCommitment _ -> null;
                        case SubmitLetter _ -> Reason.LETTER_SUBMITTED_ALREADY;
                        case PassPreCheck _ -> Reason.PRE_CHECK_PASSED_ALREADY;
                        case RaiseObjection _ -> Reason.PUBLICITY_OVER;
                        case DecideObjection _, DeclineCommitment _ -> Reason.IN_FORCE_ALREADY;
                    };
            case Fulfilled _ -> Reason.COMMITMENT_CONCLUDED;
            case Declined _, Withdrawn _ -> Reason.COMMITMENT_CLOSED;
        };
    }
}
