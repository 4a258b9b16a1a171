package org.chengnuo.approval.construction;

import org.chengnuo.approval.Reason;
import org.chengnuo.approval.construction.ConstructionCommand.AcceptCompletion;
import org.chengnuo.approval.construction.ConstructionCommand.ClearStart;
import org.chengnuo.approval.construction.ConstructionCommand.RefuseCompletion;
import org.chengnuo.approval.construction.ConstructionCommand.ReportCompletion;
import org.chengnuo.approval.construction.ConstructionCommand.ReportMilestone;
import org.chengnuo.approval.construction.ConstructionCommand.ReportProduction;
import org.chengnuo.approval.construction.ConstructionCommand.ReportStart;
import org.chengnuo.approval.construction.Stage.Accepted;
import org.chengnuo.approval.construction.Stage.Cleared;
import org.chengnuo.approval.construction.Stage.Completed;
import org.chengnuo.approval.construction.Stage.InProduction;
import org.chengnuo.approval.construction.Stage.NotCleared;
import org.chengnuo.approval.construction.Stage.Started;
import org.jspecify.annotations.Nullable;

/** The order of the acts: at each stage, which acts are in turn, and why the others are not. */
final class LifeCycle {

    private LifeCycle() {}

    /**
     * Null if the act is in turn. A start is, cleared or not: what has happened is recorded, and a
     * start without clearance as what it is.
     */
    static @Nullable Reason outOfTurn(Stage stage, ConstructionCommand command) {
        return switch (stage) {
            case NotCleared _ ->
                    switch (command) {
                        case ClearStart _, ReportStart _ -> null;
                        case ReportMilestone _, ReportCompletion _ -> Reason.NOT_STARTED;
                        case AcceptCompletion _, RefuseCompletion _ -> Reason.NOT_COMPLETED;
                        case ReportProduction _ -> Reason.COMPLETION_NOT_ACCEPTED;
                    };
            case Cleared _ ->
                    switch (command) {
                        case ReportStart _ -> null;
                        case ClearStart _ -> Reason.START_CLEARED_ALREADY;
                        case ReportMilestone _, ReportCompletion _ -> Reason.NOT_STARTED;
                        case AcceptCompletion _, RefuseCompletion _ -> Reason.NOT_COMPLETED;
                        case ReportProduction _ -> Reason.COMPLETION_NOT_ACCEPTED;
                    };
            case Started _ ->
                    switch (command) {
                        case ReportMilestone _, ReportCompletion _ -> null;
                        case ClearStart _, ReportStart _ -> Reason.ALREADY_STARTED;
                        case AcceptCompletion _, RefuseCompletion _ -> Reason.NOT_COMPLETED;
                        case ReportProduction _ -> Reason.COMPLETION_NOT_ACCEPTED;
                    };
            case Completed _ ->
                    switch (command) {
                        case AcceptCompletion _, RefuseCompletion _ -> null;
                        case ClearStart _, ReportStart _ -> Reason.ALREADY_STARTED;
                        case ReportMilestone _, ReportCompletion _ -> Reason.ALREADY_COMPLETED;
                        case ReportProduction _ -> Reason.COMPLETION_NOT_ACCEPTED;
                    };
            case Accepted _ ->
                    switch (command) {
                        case ReportProduction _ -> null;
                        case ClearStart _, ReportStart _ -> Reason.ALREADY_STARTED;
                        case ReportMilestone _, ReportCompletion _ -> Reason.ALREADY_COMPLETED;
                        case AcceptCompletion _, RefuseCompletion _ ->
                                Reason.COMPLETION_ACCEPTED_ALREADY;
                    };
            case InProduction _ -> Reason.IN_PRODUCTION;
        };
    }
}
