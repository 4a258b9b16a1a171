package org.chengnuo.approval.filing;

import org.chengnuo.approval.Reason;
import org.chengnuo.approval.Refusal;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** The legal acts that a row of an imported log can stand for. */
public enum LegalAct {
    RECEIVED,
    CORRECTION_REQUESTED,
    CORRECTION_ANSWERED,
    ACCEPTED,
    /** 视为受理: back-dated to the receipt, whenever the log says that it was established. */
    DEEMED_ACCEPTED,
    ACCEPTANCE_REFUSED,
    /** 特别程序开始, with its ground and the announced length. */
    SPECIAL_PROCEDURE_OPENED,
    /** 特别程序结束: of the one that is open. */
    SPECIAL_PROCEDURE_CLOSED,
    /** 延长审查期限, with its length. */
    REVIEW_EXTENDED,
    /**
     * Decided, as the log says; it was granted, where the log does not tell a grant from a refusal.
     */
    DECIDED,
    DECISION_REFUSED,
    DELIVERED,
    /** 备案: the end of a filing for the record. */
    RECORDED,
    WITHDRAWN,
    /** 撤销, by the authority. */
    REVOKED;

    /**
     * The act as it would be asked for, without the papers that a log does not have.
     *
     * @param procedures how many special procedures there have been
     * @throws Refusal if the log does not say what makes the act what it is
     */
    FilingCommand command(FilingId filing, Instant at, ActParticulars said, int procedures)
            throws Refusal {
        return switch (this) {
            case CORRECTION_REQUESTED ->
                    new FilingCommand.RequestCorrection(filing, at, null, List.of());
            case CORRECTION_ANSWERED -> new FilingCommand.AnswerCorrection(filing, at);
            case ACCEPTED -> new FilingCommand.AcceptFiling(filing, at, null);
            case DEEMED_ACCEPTED -> new FilingCommand.DeemAccepted(filing, at);
            case ACCEPTANCE_REFUSED ->
                    new FilingCommand.RefuseAcceptance(filing, at, null, null, null);
            case SPECIAL_PROCEDURE_OPENED ->
                    new FilingCommand.OpenSpecialProcedure(
                            filing,
                            at,
                            said(said.ground(), Reason.GROUND_MISSING, "ground"),
                            // An applicant who was not told is what it says: there is no notice.
                            said.notice() == null ? "" : said.notice(),
                            said(
                                    said.announced(),
                                    Reason.ANNOUNCED_LENGTH_MISSING,
                                    "announced length"));
            case SPECIAL_PROCEDURE_CLOSED ->
                    new FilingCommand.CloseSpecialProcedure(filing, at, procedures, null);
            case REVIEW_EXTENDED ->
                    new FilingCommand.ExtendReview(
                            filing,
                            at,
                            said(said.by(), Reason.EXTENSION_LENGTH_MISSING, "length"),
                            "",
                            "");
            case DECIDED ->
                    decided(filing, at, said.outcome() == null ? Outcome.GRANTED : said.outcome());
            case DECISION_REFUSED -> decided(filing, at, Outcome.REFUSED);
            case DELIVERED -> new FilingCommand.DeliverDecision(filing, at, null);
            case RECORDED -> new FilingCommand.RecordFiling(filing, at, null);
            case WITHDRAWN -> new FilingCommand.WithdrawFiling(filing, at, null);
            case REVOKED -> new FilingCommand.RevokeDecision(filing, at, "");
            case RECEIVED -> throw new IllegalStateException("a filing begins with its receipt");
        };
    }

    private static <T> T said(@Nullable T particular, Reason ifMissing, String what)
            throws Refusal {
        if (particular == null) {
            throw new Refusal(ifMissing, "the log does not say its " + what);
        }
        return particular;
    }

    private static FilingCommand decided(FilingId filing, Instant at, Outcome outcome) {
        return new FilingCommand.DecideFiling(filing, at, outcome, null, null, null, List.of());
    }
}
