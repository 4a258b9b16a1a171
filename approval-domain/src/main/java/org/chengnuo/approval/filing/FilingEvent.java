package org.chengnuo.approval.filing;

import org.chengnuo.approval.clock.Card;
import org.chengnuo.approval.clock.StopGround;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.project.CenterCode;
import org.chengnuo.approval.project.ProjectEvent;
import org.chengnuo.approval.project.ProjectId;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What happened to a filing. {@link #occurredAt} is when it happened; when it was recorded is on
 * the envelope, set by the server.
 */
public sealed interface FilingEvent extends ProjectEvent {

    FilingId filing();

    @Override
    default ProjectId project() {
        return filing().project();
    }

    /**
     * 接件.
     *
     * @param receipt the number of the dated receipt
     * @param edition the policy edition that the filing is handled under
     */
    record FilingReceived(
            FilingId filing,
            Instant occurredAt,
            ItemCode item,
            ItemClass itemClass,
            CenterCode center,
            @Nullable String receipt,
            String edition,
            String calendar)
            implements FilingEvent {}

    /**
     * The filing is known from an imported log: all its acts happened elsewhere and were recorded
     * here afterwards.
     *
     * @param caseId what the log calls the filing
     */
    record FilingImported(
            FilingId filing,
            Instant occurredAt,
            String caseId,
            ItemCode item,
            ItemClass itemClass,
            CenterCode center,
            String calendar)
            implements FilingEvent {}

    record WorkStepRecorded(
            FilingId filing, Instant occurredAt, String activity, @Nullable String resource)
            implements FilingEvent {}

    record CorrectionRequested(
            FilingId filing, Instant occurredAt, @Nullable String notice, List<String> deficiencies)
            implements FilingEvent {

        public CorrectionRequested {
            deficiencies = List.copyOf(deficiencies);
        }
    }

    record CorrectionAnswered(FilingId filing, Instant occurredAt) implements FilingEvent {}

    record AcceptanceRefused(
            FilingId filing,
            Instant occurredAt,
            @Nullable String receipt,
            @Nullable String reasons,
            @Nullable String remedies)
            implements FilingEvent {}

    record FilingAccepted(
            FilingId filing, Instant occurredAt, @Nullable String receipt, AcceptanceTerms terms)
            implements FilingEvent {}

    /**
     * Accepted by law: {@code occurredAt} is the receipt of the filing, to which it is back-dated.
     */
    record FilingDeemedAccepted(FilingId filing, Instant occurredAt, AcceptanceTerms terms)
            implements FilingEvent {}

    /**
     * @param procedure the number of the procedure within the filing, from 1
     * @param notice the number of the written notice to the applicant
     * @param announced how long the notice says that it takes
     */
    record SpecialProcedureOpened(
            FilingId filing,
            Instant occurredAt,
            int procedure,
            StopGround ground,
            String notice,
            TimeLimit announced)
            implements FilingEvent {}

    record SpecialProcedureClosed(
            FilingId filing, Instant occurredAt, int procedure, @Nullable String resultDocument)
            implements FilingEvent {}

    record ReviewExtended(
            FilingId filing, Instant occurredAt, TimeLimit by, String reason, String approver)
            implements FilingEvent {}

    record FilingDecided(
            FilingId filing,
            Instant occurredAt,
            Outcome outcome,
            @Nullable String document,
            @Nullable String reasons,
            @Nullable String remedies,
            List<String> documentsToFollow)
            implements FilingEvent {

        public FilingDecided {
            documentsToFollow = List.copyOf(documentsToFollow);
        }
    }

    record FilingRecorded(FilingId filing, Instant occurredAt, @Nullable String receipt)
            implements FilingEvent {}

    record DecisionDelivered(FilingId filing, Instant occurredAt, @Nullable String proof)
            implements FilingEvent {}

    record FilingWithdrawn(FilingId filing, Instant occurredAt, @Nullable String reason)
            implements FilingEvent {}

    record DecisionRevoked(FilingId filing, Instant occurredAt, String reason)
            implements FilingEvent {}

    /**
     * A warning card 黄牌、红牌 has fallen due, by the clock as claimed at the moment.
     *
     * @param due the last day of the limit that is warned of
     */
    record CardRaised(FilingId filing, Instant occurredAt, Card card, LocalDate due)
            implements FilingEvent {}

    /** The applicant has not answered the correction within the time that the edition sets. */
    record CorrectionWindowLapsed(FilingId filing, Instant occurredAt) implements FilingEvent {}

    /**
     * The special procedure has gone on past the length that its notice announced.
     *
     * @param announcedUntil the last day of it
     */
    record SpecialProcedureOverran(
            FilingId filing, Instant occurredAt, int procedure, LocalDate announcedUntil)
            implements FilingEvent {}

    /**
     * A later notice has changed the calendar, and with it a due date of the running review.
     *
     * @param statutory whether of the statutory limit; of the promised one otherwise
     * @param from the due date before
     * @param to the due date now
     * @param notice what has changed the calendar, as in {@code cn: 国办发明电〔2020〕1号, known from
     *     2020-01-27}
     */
    record DueDateReprojected(
            FilingId filing,
            Instant occurredAt,
            boolean statutory,
            LocalDate from,
            LocalDate to,
            String notice)
            implements FilingEvent {}
}
