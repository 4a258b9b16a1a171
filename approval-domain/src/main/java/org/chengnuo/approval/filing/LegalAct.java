package org.chengnuo.approval.filing;

import java.time.Instant;
import java.util.List;

/** The legal acts that a row of an imported log can stand for. */
public enum LegalAct {
    RECEIVED,
    CORRECTION_REQUESTED,
    CORRECTION_ANSWERED,
    ACCEPTED,
    ACCEPTANCE_REFUSED,
    /** Decided; the log does not tell a grant from a refusal, or it was granted. */
    DECIDED,
    DECISION_REFUSED,
    DELIVERED,
    /** 备案: the end of a filing for the record. */
    RECORDED,
    WITHDRAWN;

    /** The act as it would be asked for, without the papers that a log does not have. */
    FilingCommand command(FilingId filing, Instant at) {
        return switch (this) {
            case CORRECTION_REQUESTED ->
                    new FilingCommand.RequestCorrection(filing, at, null, List.of());
            case CORRECTION_ANSWERED -> new FilingCommand.AnswerCorrection(filing, at);
            case ACCEPTED -> new FilingCommand.AcceptFiling(filing, at, null);
            case ACCEPTANCE_REFUSED ->
                    new FilingCommand.RefuseAcceptance(filing, at, null, null, null);
            case DECIDED -> decided(filing, at, Outcome.GRANTED);
            case DECISION_REFUSED -> decided(filing, at, Outcome.REFUSED);
            case DELIVERED -> new FilingCommand.DeliverDecision(filing, at, null);
            case RECORDED -> new FilingCommand.RecordFiling(filing, at, null);
            case WITHDRAWN -> new FilingCommand.WithdrawFiling(filing, at, null);
            case RECEIVED -> throw new IllegalStateException("a filing begins with its receipt");
        };
    }

    private static FilingCommand decided(FilingId filing, Instant at, Outcome outcome) {
        return new FilingCommand.DecideFiling(filing, at, outcome, null, null, null, List.of());
    }
}
