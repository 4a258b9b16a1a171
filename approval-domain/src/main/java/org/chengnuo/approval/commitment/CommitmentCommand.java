package org.chengnuo.approval.commitment;

import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.project.ProjectCommand;
import org.chengnuo.approval.project.ProjectId;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What may be asked of a commitment, one command for each act. */
public sealed interface CommitmentCommand extends ProjectCommand {

    CommitmentId commitment();

    @Override
    default ProjectId project() {
        return commitment().project();
    }

    /**
     * 承诺书: the enterprise commits, to all the items of the notice or to some.
     *
     * @param number of the letter
     * @param standardHash of the standard that was served, as the enterprise has it before it
     * @param attachment SHA-256 of the signed and sealed letter, 64 hexadecimal digits
     */
    record SubmitLetter(
            CommitmentId commitment,
            Instant occurredAt,
            @Nullable String number,
            List<ItemCode> items,
            String standardHash,
            Signer signer,
            Promise promise,
            @Nullable String attachment)
            implements CommitmentCommand {

        public SubmitLetter {
            items = List.copyOf(items);
        }
    }

    /** 预审通过: the letter is complete, and is shown to the public from the next day on 公示. */
    record PassPreCheck(CommitmentId commitment, Instant occurredAt) implements CommitmentCommand {}

    record DeclineCommitment(CommitmentId commitment, Instant occurredAt, @Nullable String reasons)
            implements CommitmentCommand {}

    /** 异议, by anybody, while the letter is shown. */
    record RaiseObjection(
            CommitmentId commitment,
            Instant occurredAt,
            @Nullable String objector,
            @Nullable String grounds)
            implements CommitmentCommand {}

    /**
     * @param objection its number within the commitment, from 1
     * @param upheld the commitment cannot take effect then
     */
    record DecideObjection(
            CommitmentId commitment,
            Instant occurredAt,
            int objection,
            boolean upheld,
            @Nullable String reasons)
            implements CommitmentCommand {}

    /** 撤回承诺: its items go the ordinary way from now on. */
    record WithdrawCommitment(CommitmentId commitment, Instant occurredAt, @Nullable String reason)
            implements CommitmentCommand {}

    /**
     * An obligation is checked. Milestones are met by the reports of the construction; an indicator
     * by what is measured here.
     *
     * @param measured in the indicator's unit
     * @param evidence the hash of the attachment, or the number of the report
     */
    record MeasureIndicator(
            CommitmentId commitment,
            Instant occurredAt,
            String indicator,
            BigDecimal measured,
            @Nullable String evidence)
            implements CommitmentCommand {

        /**
         * @throws IllegalArgumentException if what was measured is absurd
         */
        public MeasureIndicator {
            measured = Promise.shortest(measured);
        }
    }
}
