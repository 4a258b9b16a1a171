package org.chengnuo.approval.filing;

import org.chengnuo.approval.Reason;
import org.chengnuo.approval.filing.FilingCommand.AcceptFiling;
import org.chengnuo.approval.filing.FilingCommand.AnswerCorrection;
import org.chengnuo.approval.filing.FilingCommand.CloseSpecialProcedure;
import org.chengnuo.approval.filing.FilingCommand.DecideFiling;
import org.chengnuo.approval.filing.FilingCommand.DeemAccepted;
import org.chengnuo.approval.filing.FilingCommand.DeliverDecision;
import org.chengnuo.approval.filing.FilingCommand.ExtendReview;
import org.chengnuo.approval.filing.FilingCommand.OpenSpecialProcedure;
import org.chengnuo.approval.filing.FilingCommand.RecordFiling;
import org.chengnuo.approval.filing.FilingCommand.RecordWorkStep;
import org.chengnuo.approval.filing.FilingCommand.RefuseAcceptance;
import org.chengnuo.approval.filing.FilingCommand.RequestCorrection;
import org.chengnuo.approval.filing.FilingCommand.RevokeDecision;
import org.chengnuo.approval.filing.FilingCommand.WithdrawFiling;
import org.chengnuo.approval.filing.Stage.AcceptanceRefused;
import org.chengnuo.approval.filing.Stage.AwaitingCorrection;
import org.chengnuo.approval.filing.Stage.Corrected;
import org.chengnuo.approval.filing.Stage.Decided;
import org.chengnuo.approval.filing.Stage.Delivered;
import org.chengnuo.approval.filing.Stage.InReview;
import org.chengnuo.approval.filing.Stage.NotReceived;
import org.chengnuo.approval.filing.Stage.Received;
import org.chengnuo.approval.filing.Stage.Recorded;
import org.chengnuo.approval.filing.Stage.Revoked;
import org.chengnuo.approval.filing.Stage.Stopped;
import org.chengnuo.approval.filing.Stage.Withdrawn;
import org.jspecify.annotations.Nullable;

/** The order of the acts: at each stage, which acts are in turn, and why the others are not. */
final class LifeCycle {

    private LifeCycle() {}

    /** Null if the act is in turn. A work step always is. */
    static @Nullable Reason outOfTurn(Stage stage, FilingCommand command) {
        if (command instanceof RecordWorkStep) {
            return null;
        }
        return switch (stage) {
            case NotReceived _ -> Reason.NOT_RECEIVED;
            case Received _ ->
                    switch (command) {
                        case RequestCorrection _,
                                AcceptFiling _,
                                DeemAccepted _,
                                RefuseAcceptance _,
                                RecordFiling _,
                                WithdrawFiling _ ->
                                null;
                        case AnswerCorrection _ -> Reason.NO_CORRECTION_OPEN;
                        default -> Reason.NOT_ACCEPTED;
                    };
            case AwaitingCorrection _ ->
                    switch (command) {
                        case AnswerCorrection _, RefuseAcceptance _, WithdrawFiling _ -> null;
                        case RequestCorrection _ -> Reason.CORRECTION_ONLY_ONCE;
                        case DeemAccepted _ -> Reason.CORRECTION_WAS_REQUESTED;
                        case AcceptFiling _, RecordFiling _ -> Reason.CORRECTION_OPEN;
                        default -> Reason.NOT_ACCEPTED;
                    };
            case Corrected _ ->
                    switch (command) {
                        case AcceptFiling _, RefuseAcceptance _, RecordFiling _, WithdrawFiling _ ->
                                null;
                        case RequestCorrection _ -> Reason.CORRECTION_ONLY_ONCE;
                        case AnswerCorrection _ -> Reason.NO_CORRECTION_OPEN;
                        case DeemAccepted _ -> Reason.CORRECTION_WAS_REQUESTED;
                        default -> Reason.NOT_ACCEPTED;
                    };
            case InReview _ ->
                    switch (command) {
                        case OpenSpecialProcedure _,
                                ExtendReview _,
                                DecideFiling _,
                                WithdrawFiling _ ->
                                null;
                        case CloseSpecialProcedure _ -> Reason.CLOCK_RUNNING;
                        case DeliverDecision _, RevokeDecision _ -> Reason.NOT_DECIDED;
                        default -> Reason.ALREADY_ACCEPTED;
                    };
            case Stopped _ ->
                    switch (command) {
                        case CloseSpecialProcedure _, WithdrawFiling _ -> null;
                        case OpenSpecialProcedure _, ExtendReview _, DecideFiling _ ->
                                Reason.CLOCK_STOPPED;
                        case DeliverDecision _, RevokeDecision _ -> Reason.NOT_DECIDED;
                        default -> Reason.ALREADY_ACCEPTED;
                    };
            case Decided(Outcome outcome) ->
                    switch (command) {
                        case DeliverDecision _ -> null;
                        case RevokeDecision _ -> revocable(outcome);
                        default -> Reason.ALREADY_DECIDED;
                    };
            case Delivered(Outcome outcome) ->
                    switch (command) {
                        case RevokeDecision _ -> revocable(outcome);
                        default -> Reason.ALREADY_DELIVERED;
                    };
            case AcceptanceRefused _, Recorded _, Withdrawn _, Revoked _ -> Reason.CLOSED;
        };
    }

    private static @Nullable Reason revocable(Outcome outcome) {
        return outcome == Outcome.REFUSED ? Reason.NOT_GRANTED : null;
    }
}
