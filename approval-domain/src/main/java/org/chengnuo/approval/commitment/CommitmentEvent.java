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
     * @param attachment SHA-256 of the signed and sealed letter, 64 hexadecimal digits
     * @param hash SHA-256 of what the letter says, {@link Letter#hash}; by it a copy is told from
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
            String attachment,
            String hash)
            implements CommitmentEvent {

        public LetterSubmitted {
            items = List.copyOf(items);
        }

        static LetterSubmitted of(Letter letter) {
            return new LetterSubmitted(
                    letter.commitment(),
                    letter.submitted(),
                    letter.number(),
                    letter.enterprise(),
                    letter.items(),
                    letter.standardHash(),
                    letter.signer(),
                    letter.promise(),
                    letter.attachment(),
                    letter.hash());
        }

        /** What the letter says; its hash is this event's, or one of them is not as it was. */
        public Letter letter() {
            return new Letter(
                    commitment,
                    occurredAt,
                    number,
                    enterprise,
                    items,
                    standardHash,
                    signer,
                    promise,
                    attachment);
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

    /**
     * @param obligations of the letter, as the standard of its notice has them: the milestones in
     *     their order, then the indicators in that of the letter
     */
    record CommitmentTookEffect(
            CommitmentId commitment, Instant occurredAt, List<Obligation> obligations)
            implements CommitmentEvent {

        public CommitmentTookEffect {
            obligations = List.copyOf(obligations);
        }
    }

    record CommitmentWithdrawn(CommitmentId commitment, Instant occurredAt, String reason)
            implements CommitmentEvent {}

    /** The obligation falls due soon. */
    record ObligationComing(
            CommitmentId commitment, Instant occurredAt, ObligationId obligation, LocalDate by)
            implements CommitmentEvent {}

    /** Its last day has passed, and the obligation has not been met. */
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
