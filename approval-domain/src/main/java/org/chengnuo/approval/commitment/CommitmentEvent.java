package org.chengnuo.approval.commitment;

import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.ProjectEvent;
import org.chengnuo.approval.project.ProjectId;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What happened to a commitment. */
public sealed interface CommitmentEvent extends ProjectEvent {

    CommitmentId commitment();

    @Override
    default ProjectId project() {
        return commitment().project();
    }

    /**
     * @param edition whose standard it is
     * @param standardHash SHA-256 of the standard, 64 hexadecimal digits
     * @param calendar by which the periods of the commitment count
     */
    record NoticeServed(
            CommitmentId commitment,
            Instant occurredAt,
            List<ItemCode> items,
            String edition,
            String standard,
            String standardHash,
            String notice,
            String calendar)
            implements CommitmentEvent {

        public NoticeServed {
            items = List.copyOf(items);
        }
    }

    /**
     * @param hash SHA-256 of what the letter says, 64 hexadecimal digits; by it a copy is told from
     *     the letter
     */
    record LetterSubmitted(
            CommitmentId commitment,
            Instant occurredAt,
            String number,
            CreditCode enterprise,
            List<ItemCode> items,
            String standardHash,
            Signer signer,
            Promise promise,
            @Nullable String attachment,
            String hash)
            implements CommitmentEvent {

        public LetterSubmitted {
            items = List.copyOf(items);
        }
    }

    /**
     * @param publicUntil the last day of the publicity
     */
    record PreCheckPassed(CommitmentId commitment, Instant occurredAt, LocalDate publicUntil)
            implements CommitmentEvent {}

    record CommitmentDeclined(CommitmentId commitment, Instant occurredAt, String reasons)
            implements CommitmentEvent {}

    record ObjectionRaised(
            CommitmentId commitment,
            Instant occurredAt,
            int objection,
            @Nullable String objector,
            String grounds)
            implements CommitmentEvent {}

    record ObjectionDecided(
            CommitmentId commitment,
            Instant occurredAt,
            int objection,
            boolean upheld,
            String reasons)
            implements CommitmentEvent {}

    record PublicityEnded(CommitmentId commitment, Instant occurredAt) implements CommitmentEvent {}

    record CommitmentTookEffect(CommitmentId commitment, Instant occurredAt)
            implements CommitmentEvent {}

    record CommitmentWithdrawn(CommitmentId commitment, Instant occurredAt, String reason)
            implements CommitmentEvent {}

    /** The obligation falls due soon. */
    record ObligationComing(
            CommitmentId commitment, Instant occurredAt, ObligationId obligation, LocalDate by)
            implements CommitmentEvent {}

    /** The day has passed, and the obligation has not been met. */
    record ObligationMissed(
            CommitmentId commitment, Instant occurredAt, ObligationId obligation, LocalDate by)
            implements CommitmentEvent {}

    /**
     * @param late whether after the day that was promised
     */
    record ObligationMet(
            CommitmentId commitment,
            Instant occurredAt,
            ObligationId obligation,
            boolean late,
            @Nullable BigDecimal measured,
            @Nullable String evidence)
            implements CommitmentEvent {}

    /** What was measured does not keep what was promised; it can be measured again. */
    record IndicatorNotKept(
            CommitmentId commitment,
            Instant occurredAt,
            ObligationId obligation,
            BigDecimal measured,
            BigDecimal promised,
            @Nullable String evidence)
            implements CommitmentEvent {}

    /** 履约: every obligation has been met. */
    record CommitmentFulfilled(CommitmentId commitment, Instant occurredAt)
            implements CommitmentEvent {}
}
