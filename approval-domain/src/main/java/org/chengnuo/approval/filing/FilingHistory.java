package org.chengnuo.approval.filing;

import org.chengnuo.approval.clock.Extension;
import org.chengnuo.approval.clock.ReviewCourse;
import org.chengnuo.approval.clock.Stop;
import org.chengnuo.approval.filing.FilingEvent.AcceptanceRefused;
import org.chengnuo.approval.filing.FilingEvent.CardRaised;
import org.chengnuo.approval.filing.FilingEvent.CorrectionAnswered;
import org.chengnuo.approval.filing.FilingEvent.CorrectionRequested;
import org.chengnuo.approval.filing.FilingEvent.CorrectionWindowLapsed;
import org.chengnuo.approval.filing.FilingEvent.DecisionDelivered;
import org.chengnuo.approval.filing.FilingEvent.DecisionRevoked;
import org.chengnuo.approval.filing.FilingEvent.DueDateReprojected;
import org.chengnuo.approval.filing.FilingEvent.FilingAccepted;
import org.chengnuo.approval.filing.FilingEvent.FilingDecided;
import org.chengnuo.approval.filing.FilingEvent.FilingDeemedAccepted;
import org.chengnuo.approval.filing.FilingEvent.FilingImported;
import org.chengnuo.approval.filing.FilingEvent.FilingReceived;
import org.chengnuo.approval.filing.FilingEvent.FilingRecorded;
import org.chengnuo.approval.filing.FilingEvent.FilingWithdrawn;
import org.chengnuo.approval.filing.FilingEvent.ReviewExtended;
import org.chengnuo.approval.filing.FilingEvent.SpecialProcedureClosed;
import org.chengnuo.approval.filing.FilingEvent.SpecialProcedureOpened;
import org.chengnuo.approval.filing.FilingEvent.SpecialProcedureOverran;
import org.chengnuo.approval.filing.FilingEvent.WorkStepRecorded;
import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.project.CenterCode;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When each act of a filing happened, and when the stops were recorded: what clocks and statistics
 * are computed from. Where {@link Filing} says what may come next, this says what has been.
 *
 * @param caseId what the imported log calls the filing; null for a filing of our own
 * @param calendar the working calendar by which its times count
 * @param firstAct the first recorded act, work steps included
 * @param lastAct the last recorded act, work steps included
 * @param closed when it ended without a decision: acceptance refused, recorded or withdrawn
 * @param revoked when its decision was revoked
 */
public record FilingHistory(
        FilingId filing,
        @Nullable String caseId,
        ItemCode item,
        ItemClass itemClass,
        CenterCode center,
        String calendar,
        FilingState state,
        Instant firstAct,
        Instant lastAct,
        @Nullable Instant received,
        @Nullable Instant correctionRequested,
        @Nullable Instant correctionAnswered,
        @Nullable Instant accepted,
        boolean deemed,
        @Nullable AcceptanceTerms terms,
        List<Stop> stops,
        @Nullable Extension extension,
        @Nullable Instant decided,
        @Nullable Outcome outcome,
        @Nullable Instant delivered,
        @Nullable Instant closed,
        @Nullable Instant revoked) {

    /**
     * The history as the event that brings the filing into being leaves it.
     *
     * @throws IllegalArgumentException if it is none of those
     */
    public static FilingHistory begun(FilingEvent event) {
        return switch (event) {
            case FilingReceived e ->
                    new FilingHistory(
                            e, null, e.item(), e.itemClass(), e.center(), e.calendar(), true);
            case FilingImported e ->
                    new FilingHistory(
                            e,
                            e.caseId(),
                            e.item(),
                            e.itemClass(),
                            e.center(),
                            e.calendar(),
                            false);
            default ->
                    throw new IllegalArgumentException(
                            "filing %s cannot begin with %s"
                                    .formatted(event.filing(), event.getClass().getSimpleName()));
        };
    }

    /** Only its first act is known. */
    private FilingHistory(
            FilingEvent first,
            @Nullable String caseId,
            ItemCode item,
            ItemClass itemClass,
            CenterCode center,
            String calendar,
            boolean isReceived) {
        this(
                first.filing(),
                caseId,
                item,
                itemClass,
                center,
                calendar,
                isReceived ? FilingState.RECEIVED : FilingState.NOT_RECEIVED,
                first.occurredAt(),
                first.occurredAt(),
                isReceived ? first.occurredAt() : null,
                null,
                null,
                null,
                false,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public boolean isImported() {
        return caseId != null;
    }

    /** What the review clock looks at; empty before the acceptance. */
    public Optional<ReviewCourse> course() {
        if (accepted == null || terms == null) {
            return Optional.empty();
        }
        return Optional.of(
                new ReviewCourse(
                        accepted,
                        decided != null ? decided : closed,
                        terms.promised(),
                        terms.statutory(),
                        extension,
                        stops,
                        !isImported(),
                        terms.lateEntryAfter(),
                        terms.warnings()));
    }

    /**
     * This history and one more event.
     *
     * @param recorded when the event was recorded, by the server's time
     */
    public FilingHistory with(FilingEvent event, Instant recorded) {
        if (event instanceof CardRaised
                || event instanceof CorrectionWindowLapsed
                || event instanceof SpecialProcedureOverran
                || event instanceof DueDateReprojected) {
            // What fell due by itself is nobody's act: it leaves the course as it is.
            return this;
        }
        Instant at = event.occurredAt();
        Draft draft = new Draft(this);
        draft.firstAct = at.isBefore(firstAct) ? at : firstAct;
        draft.lastAct = at.isAfter(lastAct) ? at : lastAct;
        switch (event) {
            case FilingReceived _ -> {
                draft.state = FilingState.RECEIVED;
                draft.received = at;
            }
            case FilingImported _,
                    WorkStepRecorded _,
                    CardRaised _,
                    CorrectionWindowLapsed _,
                    SpecialProcedureOverran _,
                    DueDateReprojected _ -> {}
            case CorrectionRequested _ -> {
                draft.state = FilingState.AWAITING_CORRECTION;
                draft.correctionRequested = at;
            }
            case CorrectionAnswered _ -> {
                draft.state = FilingState.CORRECTED;
                draft.correctionAnswered = at;
            }
            case AcceptanceRefused _ -> draft.close(FilingState.ACCEPTANCE_REFUSED, at);
            case FilingAccepted e -> draft.accept(at, e.terms(), false);
            case FilingDeemedAccepted e -> draft.accept(at, e.terms(), true);
            case SpecialProcedureOpened e -> {
                draft.state = FilingState.STOPPED;
                draft.stops.add(new Stop(e.ground(), at, null, recorded, e.notice()));
            }
            case SpecialProcedureClosed _ -> draft.resume(at);
            case ReviewExtended e -> draft.extension = new Extension(e.by(), at, recorded);
            case FilingDecided e -> {
                draft.state = e.outcome().state();
                draft.decided = at;
                draft.outcome = e.outcome();
            }
            case FilingRecorded _ -> draft.close(FilingState.RECORDED, at);
            case DecisionDelivered _ -> {
                draft.state = FilingState.DELIVERED;
                draft.delivered = at;
            }
            case FilingWithdrawn _ -> draft.close(FilingState.WITHDRAWN, at);
            case DecisionRevoked _ -> {
                draft.state = FilingState.REVOKED;
                draft.revoked = at;
            }
        }
        return draft.finished();
    }

    /** The one mutable moment of a history: between two events. */
    private static final class Draft {

        private final FilingHistory from;
        private FilingState state;
        private Instant firstAct;
        private Instant lastAct;
        private @Nullable Instant received;
        private @Nullable Instant correctionRequested;
        private @Nullable Instant correctionAnswered;
        private @Nullable Instant accepted;
        private boolean deemed;
        private @Nullable AcceptanceTerms terms;
        private final List<Stop> stops;
        private @Nullable Extension extension;
        private @Nullable Instant decided;
        private @Nullable Outcome outcome;
        private @Nullable Instant delivered;
        private @Nullable Instant closed;
        private @Nullable Instant revoked;

        Draft(FilingHistory from) {
            this.from = from;
            state = from.state;
            firstAct = from.firstAct;
            lastAct = from.lastAct;
            received = from.received;
            correctionRequested = from.correctionRequested;
            correctionAnswered = from.correctionAnswered;
            accepted = from.accepted;
            deemed = from.deemed;
            terms = from.terms;
            stops = new ArrayList<>(from.stops);
            extension = from.extension;
            decided = from.decided;
            outcome = from.outcome;
            delivered = from.delivered;
            closed = from.closed;
            revoked = from.revoked;
        }

        void accept(Instant at, AcceptanceTerms acceptanceTerms, boolean byLaw) {
            state = FilingState.IN_REVIEW;
            accepted = at;
            terms = acceptanceTerms;
            deemed = byLaw;
        }

        void resume(Instant at) {
            if (stops.isEmpty()) {
                return;
            }
            state = FilingState.IN_REVIEW;
            Stop open = stops.removeLast();
            stops.add(new Stop(open.ground(), open.begun(), at, open.recorded(), open.notice()));
        }

        void close(FilingState last, Instant at) {
            state = last;
            closed = at;
        }

        FilingHistory finished() {
            return new FilingHistory(
                    from.filing,
                    from.caseId,
                    from.item,
                    from.itemClass,
                    from.center,
                    from.calendar,
                    state,
                    firstAct,
                    lastAct,
                    received,
                    correctionRequested,
                    correctionAnswered,
                    accepted,
                    deemed,
                    terms,
                    List.copyOf(stops),
                    extension,
                    decided,
                    outcome,
                    delivered,
                    closed,
                    revoked);
        }
    }
}
