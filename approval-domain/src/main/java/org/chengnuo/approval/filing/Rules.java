package org.chengnuo.approval.filing;

import org.chengnuo.approval.Reason;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.clock.LimitReading;
import org.chengnuo.approval.clock.ReviewClock;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.filing.FilingCommand.CloseSpecialProcedure;
import org.chengnuo.approval.filing.FilingCommand.DecideFiling;
import org.chengnuo.approval.filing.FilingCommand.ExtendReview;
import org.chengnuo.approval.filing.FilingCommand.OpenSpecialProcedure;
import org.chengnuo.approval.filing.FilingCommand.RefuseAcceptance;
import org.chengnuo.approval.filing.FilingCommand.RequestCorrection;
import org.chengnuo.approval.filing.FilingCommand.RevokeDecision;
import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.policy.PolicyItem;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;

/**
 * The rules of a filing, one for each article of the Administrative Licensing Law 行政许可法. They hold
 * for what is done here; the history of an imported log is not refused by them, it is judged.
 */
final class Rules {

    private Rules() {}

    /** An act is recorded when it has happened, not before. */
    static void notInTheFuture(Instant occurredAt, Instant now) throws Refusal {
        if (occurredAt.isAfter(now)) {
            throw new Refusal(
                    Reason.IN_THE_FUTURE, "occurredAt %s is after %s".formatted(occurredAt, now));
        }
    }

    /** What comes later in the life cycle does not happen earlier in time. */
    static void notBeforePrecedingAct(Instant occurredAt, Instant preceding) throws Refusal {
        if (occurredAt.isBefore(preceding)) {
            throw new Refusal(
                    Reason.BEFORE_PRECEDING_ACT,
                    "occurredAt %s is before the preceding act of %s"
                            .formatted(occurredAt, preceding));
        }
    }

    /** Art. 32: a correction is requested by one notice that lists all of it. */
    static void correctionComplete(RequestCorrection command) throws Refusal {
        present(command.notice(), Reason.CORRECTION_NOTICE_MISSING, "notice");
        present(command.deficiencies(), Reason.DEFICIENCIES_MISSING, "deficiencies");
    }

    /** Art. 32: a correction is requested within five working days of the receipt. */
    static void correctionInTime(
            RequestCorrection command, Instant received, int window, WorkingCalendar calendar)
            throws Refusal {
        LocalDate last = windowEnd(received, window, calendar);
        if (calendar.dateAt(command.occurredAt()).isAfter(last)) {
            throw new Refusal(
                    Reason.CORRECTION_WINDOW_CLOSED,
                    "the window of %d working days after the receipt ended on %s"
                            .formatted(window, last));
        }
    }

    /**
     * Art. 32: where no correction was requested within the window, the filing counts as accepted
     * from the day it was received.
     */
    static void correctionWindowLapsed(
            Instant established, Instant received, int window, WorkingCalendar calendar)
            throws Refusal {
        LocalDate last = windowEnd(received, window, calendar);
        if (!calendar.dateAt(established).isAfter(last)) {
            throw new Refusal(
                    Reason.CORRECTION_WINDOW_OPEN,
                    "the window of %d working days after the receipt ends on %s"
                            .formatted(window, last));
        }
    }

    /**
     * Art. 32: where no correction was requested within the window, the filing has counted as
     * accepted since its receipt. To accept it with a later date would hide the days between, and
     * to refuse its acceptance is too late.
     */
    static void notYetAcceptedByLaw(
            Instant occurredAt, Instant received, int window, WorkingCalendar calendar)
            throws Refusal {
        LocalDate last = windowEnd(received, window, calendar);
        if (calendar.dateAt(occurredAt).isAfter(last)) {
            throw new Refusal(
                    Reason.ACCEPTED_BY_LAW,
                    "the window of %d working days after the receipt ended on %s"
                            .formatted(window, last));
        }
    }

    /** Art. 32: the last day on which a correction can be requested. */
    static LocalDate windowEnd(Instant received, int window, WorkingCalendar calendar) {
        return calendar.workingDaysAfter(calendar.dateAt(received), window);
    }

    /**
     * Art. 32: acceptance, refusal of acceptance and record are given as a dated written receipt.
     */
    static void writtenReceipt(@Nullable String receipt) throws Refusal {
        present(receipt, Reason.RECEIPT_MISSING, "receipt");
    }

    /** Art. 38: a refusal gives reasons and remedies. */
    static void reasonsAndRemedies(@Nullable String reasons, @Nullable String remedies)
            throws Refusal {
        present(reasons, Reason.REASONS_MISSING, "reasons");
        present(remedies, Reason.REMEDIES_MISSING, "remedies");
    }

    static void refusalOfAcceptanceIsWritten(RefuseAcceptance command) throws Refusal {
        writtenReceipt(command.receipt());
        reasonsAndRemedies(command.reasons(), command.remedies());
    }

    /** Art. 45: the list of grounds is closed, and not each of them concerns each item. */
    static void groundAllowed(OpenSpecialProcedure command, PolicyItem item) throws Refusal {
        if (!item.grounds().contains(command.ground())) {
            throw new Refusal(
                    Reason.GROUND_NOT_ALLOWED,
                    "%s may be stopped by %s, not by %s"
                            .formatted(
                                    item.code(),
                                    item.grounds().stream().sorted().toList(),
                                    command.ground()));
        }
    }

    /** Art. 45: the applicant is told in writing how long the special procedure takes. */
    static void announcedInWriting(OpenSpecialProcedure command) throws Refusal {
        present(command.notice(), Reason.NOTICE_MISSING, "notice");
        if (command.announced() == null || command.announced().amount() == 0) {
            throw new Refusal(Reason.ANNOUNCED_LENGTH_MISSING, "announced is missing or zero");
        }
    }

    /** Art. 45: only the procedure that is open can be closed. */
    static void closesTheOpenProcedure(CloseSpecialProcedure command, Stage.Review review)
            throws Refusal {
        int open = review.stops().size();
        if (command.procedure() != open) {
            throw new Refusal(
                    Reason.OTHER_PROCEDURE_OPEN,
                    "the open special procedure is number %d, not %d"
                            .formatted(open, command.procedure()));
        }
    }

    /**
     * Art. 42: once, within the limit, by no more than the law allows, with the reason told and the
     * head's approval.
     */
    static void extendedOnceInTimeWithApproval(
            ExtendReview command, Stage.Review review, WorkingCalendar calendar) throws Refusal {
        notExtendedBefore(review);
        present(command.reason(), Reason.EXTENSION_REASON_MISSING, "reason");
        present(command.approver(), Reason.APPROVER_MISSING, "approver");
        TimeLimit allowed = review.terms().extension();
        if (allowed == null
                || allowed.unit() != command.by().unit()
                || allowed.amount() < command.by().amount()) {
            throw new Refusal(
                    Reason.EXTENSION_TOO_LONG,
                    allowed == null
                            ? "the law allows this item no extension"
                            : "at most %s, not %s".formatted(allowed, command.by()));
        }
        LimitReading statutory =
                ReviewClock.read(review.course(), calendar, command.occurredAt())
                        .claimed()
                        .statutory();
        if (statutory != null && statutory.overdue()) {
            throw new Refusal(
                    Reason.EXTENSION_TOO_LATE,
                    "the limit of %s had passed".formatted(review.terms().statutory()));
        }
    }

    private static void notExtendedBefore(Stage.Review review) throws Refusal {
        if (review.extension() != null) {
            throw new Refusal(
                    Reason.EXTENSION_ONLY_ONCE,
                    "the review has been extended by %s".formatted(review.extension()));
        }
    }

    /** What a log says of an extension can only be read as lengthening the limits in their unit. */
    static void extendsItsLimitsOnce(ExtendReview command, Stage.Review review) throws Refusal {
        notExtendedBefore(review);
        TimeLimit promised = review.terms().promised();
        TimeLimit statutory = review.terms().statutory();
        if (command.by().unit() != promised.unit()
                || (statutory != null && command.by().unit() != statutory.unit())) {
            throw new Refusal(
                    Reason.EXTENSION_IN_ANOTHER_UNIT,
                    "%s lengthens neither a limit of %s nor one of %s"
                            .formatted(command.by(), promised, statutory));
        }
    }

    /** An acceptance freezes its limits: where nobody knows them, there is nothing to judge by. */
    static void limitsKnown(@Nullable AcceptanceTerms terms) throws Refusal {
        if (terms == null) {
            throw new Refusal(Reason.LIMITS_UNKNOWN, "the log does not say the promised limit");
        }
    }

    /** 超时默认: silence is nobody's decision; it falls due by itself, where the edition says so. */
    static void notBySilence(DecideFiling command) throws Refusal {
        if (command.outcome() == Outcome.DEEMED_BY_SILENCE) {
            throw new Refusal(Reason.SILENCE_IS_NO_DECISION, "outcome is " + command.outcome());
        }
    }

    /** Art. 38: a decision is a numbered document; a refusal gives reasons and remedies. */
    static void decidedInWriting(DecideFiling command) throws Refusal {
        present(command.document(), Reason.DOCUMENT_MISSING, "document");
        switch (command.outcome()) {
            case GRANTED -> {}
            case REFUSED -> reasonsAndRemedies(command.reasons(), command.remedies());
            case GRANTED_DOCUMENTS_TO_FOLLOW ->
                    present(
                            command.documentsToFollow(),
                            Reason.DOCUMENTS_TO_FOLLOW_MISSING,
                            "documentsToFollow");
            case DEEMED_BY_SILENCE -> {}
        }
    }

    /** Art. 69: a revocation has its reason. */
    static void revokedWithReason(RevokeDecision command) throws Refusal {
        present(command.reason(), Reason.REVOCATION_REASON_MISSING, "reason");
    }

    /**
     * 备案 is complete when complete information has been received: it is never accepted or decided.
     */
    static void isDecided(ItemClass itemClass) throws Refusal {
        if (itemClass == ItemClass.FILING_ONLY) {
            throw new Refusal(Reason.RECORDED_NOT_DECIDED, "use the record instead");
        }
    }

    static void isRecorded(ItemClass itemClass) throws Refusal {
        if (itemClass != ItemClass.FILING_ONLY) {
            throw new Refusal(Reason.DECIDED_NOT_RECORDED, "its class is " + itemClass);
        }
    }

    private static void present(@Nullable String text, Reason reason, String field) throws Refusal {
        if (text == null || text.isBlank()) {
            throw new Refusal(reason, field + " is missing");
        }
    }

    private static void present(Collection<String> texts, Reason reason, String field)
            throws Refusal {
        if (texts.isEmpty() || texts.stream().anyMatch(String::isBlank)) {
            throw new Refusal(reason, field + " is empty, or one of its entries is");
        }
    }
}
