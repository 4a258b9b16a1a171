package org.chengnuo.approval.project;

import org.chengnuo.approval.Reason;
import org.chengnuo.approval.filing.FilingCommand.CloseSpecialProcedure;
import org.chengnuo.approval.filing.FilingCommand.DecideFiling;
import org.chengnuo.approval.filing.FilingCommand.DeliverDecision;
import org.chengnuo.approval.filing.FilingCommand.RefuseAcceptance;
import org.chengnuo.approval.filing.FilingCommand.RevokeDecision;
import org.chengnuo.approval.filing.FilingCommand.WithdrawFiling;
import org.chengnuo.approval.filing.Outcome;
import org.chengnuo.approval.project.ProjectCommand.ActOnWhatIsDue;
import org.chengnuo.approval.project.ProjectCommand.ChangeProjectCode;
import org.chengnuo.approval.project.Stage.Imported;
import org.chengnuo.approval.project.Stage.Open;
import org.chengnuo.approval.project.Stage.Terminated;
import org.chengnuo.approval.project.Stage.Unknown;
import org.chengnuo.approval.project.Stage.Withdrawn;
import org.chengnuo.approval.supervision.SupervisionCommand;
import org.jspecify.annotations.Nullable;

/** At each stage of a project, which acts are in turn, and why the others are not. */
final class LifeCycle {

    private LifeCycle() {}

    /** Null if the act is in turn; whether its part of the project agrees is another question. */
    static @Nullable Reason outOfTurn(Stage stage, ProjectCommand command) {
        // Both can be asked again at any time: what has been done already is not done twice.
        if (command instanceof ImportHistory || command instanceof ActOnWhatIsDue) {
            return null;
        }
        if (command instanceof RegisterProject) {
            return stage instanceof Unknown ? null : Reason.PROJECT_EXISTS;
        }
        return switch (stage) {
            case Unknown _ -> Reason.PROJECT_UNKNOWN;
            case Imported _ -> Reason.HISTORY_IS_CLOSED;
            case Open _ -> null;
            case Withdrawn _ -> lawStillNeeds(command) ? null : Reason.PROJECT_WITHDRAWN;
            case Terminated _ -> lawStillNeeds(command) ? null : Reason.PROJECT_TERMINATED;
        };
    }

    /**
     * After its end a project takes only what the law still needs: what was decided is delivered
     * (ALL Art. 44), or revoked (Art. 69); what is still open is refused or withdrawn, as a filing
     * is never left without an answer (Art. 38, 42); supervision goes on with what was built and
     * promised; and the central platform may still change the code. A stop can be closed (Art. 45),
     * as what is stopped cannot be refused.
     */
    private static boolean lawStillNeeds(ProjectCommand command) {
        return command instanceof DeliverDecision
                || command instanceof RevokeDecision
                || command instanceof WithdrawFiling
                || command instanceof RefuseAcceptance
                || command instanceof CloseSpecialProcedure
                || (command instanceof DecideFiling decision
                        && decision.outcome() == Outcome.REFUSED)
                || command instanceof SupervisionCommand
                || command instanceof ChangeProjectCode;
    }
}
