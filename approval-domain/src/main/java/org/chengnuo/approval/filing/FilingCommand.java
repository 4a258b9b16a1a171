package org.chengnuo.approval.filing;

import org.chengnuo.approval.clock.StopGround;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.project.ProjectCommand;
import org.chengnuo.approval.project.ProjectId;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * What may be asked of a filing: one command for each legal act, with the time at which the act
 * happened. Texts may be missing here; the rules say which act needs which, and by which article.
 */
public sealed interface FilingCommand extends ProjectCommand {

    FilingId filing();

    @Override
    default ProjectId project() {
        return filing().project();
    }

    /** 补正: one notice that lists everything that is to be corrected. */
    record RequestCorrection(
            FilingId filing, Instant occurredAt, @Nullable String notice, List<String> deficiencies)
            implements FilingCommand {}

    /** 补正结束: the applicant has answered. */
    record AnswerCorrection(FilingId filing, Instant occurredAt) implements FilingCommand {}

    /** 不予受理. */
    record RefuseAcceptance(
            FilingId filing,
            Instant occurredAt,
            @Nullable String receipt,
            @Nullable String reasons,
            @Nullable String remedies)
            implements FilingCommand {}

    /** 受理. */
    record AcceptFiling(FilingId filing, Instant occurredAt, @Nullable String receipt)
            implements FilingCommand {}

    /**
     * 视为受理: establish that the filing counts as accepted from the day it was received, because no
     * correction was requested in time.
     */
    record DeemAccepted(FilingId filing, Instant occurredAt) implements FilingCommand {}

    /** 特别程序开始, with the number of the written notice and the length that it announces. */
    record OpenSpecialProcedure(
            FilingId filing,
            Instant occurredAt,
            StopGround ground,
            @Nullable String notice,
            @Nullable TimeLimit announced)
            implements FilingCommand {}

    /** 特别程序结束. */
    record CloseSpecialProcedure(
            FilingId filing, Instant occurredAt, int procedure, @Nullable String resultDocument)
            implements FilingCommand {}

    /** 延长审查期限. */
    record ExtendReview(
            FilingId filing,
            Instant occurredAt,
            TimeLimit by,
            @Nullable String reason,
            @Nullable String approver)
            implements FilingCommand {

        /**
         * @throws IllegalArgumentException if it extends by nothing
         */
        public ExtendReview {
            if (by.amount() == 0) {
                throw new IllegalArgumentException("an extension is by at least 1 " + by.unit());
            }
        }
    }

    /** 办结. */
    record DecideFiling(
            FilingId filing,
            Instant occurredAt,
            Outcome outcome,
            @Nullable String document,
            @Nullable String reasons,
            @Nullable String remedies,
            List<String> documentsToFollow)
            implements FilingCommand {}

    /** 备案完成: the complete information has been received and is on the record. */
    record RecordFiling(FilingId filing, Instant occurredAt, @Nullable String receipt)
            implements FilingCommand {}

    /** 送达. */
    record DeliverDecision(FilingId filing, Instant occurredAt, @Nullable String proof)
            implements FilingCommand {}

    /** 撤回, by the applicant. */
    record WithdrawFiling(FilingId filing, Instant occurredAt, @Nullable String reason)
            implements FilingCommand {}

    /** 撤销, by the authority. */
    record RevokeDecision(FilingId filing, Instant occurredAt, @Nullable String reason)
            implements FilingCommand {}

    /** A step of the work without legal meaning. */
    record RecordWorkStep(
            FilingId filing, Instant occurredAt, String activity, @Nullable String resource)
            implements FilingCommand {}
}
