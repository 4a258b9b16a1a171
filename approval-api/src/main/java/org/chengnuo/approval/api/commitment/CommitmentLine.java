package org.chengnuo.approval.api.commitment;

import org.chengnuo.approval.api.commitment.ObligationLine.State;
import org.chengnuo.approval.commitment.CommitmentEvent;
import org.chengnuo.approval.commitment.CommitmentEvent.CommitmentDeclined;
import org.chengnuo.approval.commitment.CommitmentEvent.CommitmentFulfilled;
import org.chengnuo.approval.commitment.CommitmentEvent.CommitmentTookEffect;
import org.chengnuo.approval.commitment.CommitmentEvent.CommitmentWithdrawn;
import org.chengnuo.approval.commitment.CommitmentEvent.IndicatorNotKept;
import org.chengnuo.approval.commitment.CommitmentEvent.LetterSubmitted;
import org.chengnuo.approval.commitment.CommitmentEvent.NoticeServed;
import org.chengnuo.approval.commitment.CommitmentEvent.ObjectionDecided;
import org.chengnuo.approval.commitment.CommitmentEvent.ObjectionRaised;
import org.chengnuo.approval.commitment.CommitmentEvent.ObligationComing;
import org.chengnuo.approval.commitment.CommitmentEvent.ObligationMet;
import org.chengnuo.approval.commitment.CommitmentEvent.ObligationMissed;
import org.chengnuo.approval.commitment.CommitmentEvent.PreCheckPassed;
import org.chengnuo.approval.commitment.CommitmentEvent.PublicityEnded;
import org.chengnuo.approval.commitment.CommitmentId;
import org.chengnuo.approval.commitment.ObligationId;
import org.chengnuo.approval.commitment.Promise;
import org.chengnuo.approval.policy.ItemCode;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A commitment in short, read from its story.
 *
 * @param since when it came to its state
 * @param items that the letter commits to; before it, those of the notice
 * @param letter its number; null before it was submitted
 * @param publicUntil the last day of the publicity; null before the pre-check
 * @param obligations of the letter: the milestones, then the indicators
 */
public record CommitmentLine(
        CommitmentId id,
        CommitmentState state,
        String stateEn,
        String stateZh,
        Instant since,
        List<ItemCode> items,
        @Nullable String letter,
        @Nullable LocalDate publicUntil,
        List<ObligationLine> obligations) {

    /**
     * @param before null before the first event, the notice
     */
    public static CommitmentLine after(@Nullable CommitmentLine before, CommitmentEvent event) {
        if (before == null) {
            List<ItemCode> items = event instanceof NoticeServed e ? e.items() : List.of();
            return new CommitmentLine(
                    event.commitment(),
                    CommitmentState.NOTICED,
                    CommitmentState.NOTICED.english(),
                    CommitmentState.NOTICED.chinese(),
                    event.occurredAt(),
                    items,
                    null,
                    null,
                    List.of());
        }
        return before.with(event);
    }

    private CommitmentLine with(CommitmentEvent event) {
        Instant at = event.occurredAt();
        return switch (event) {
            case NoticeServed _, ObjectionRaised _, ObjectionDecided _ -> this;
            case LetterSubmitted e ->
                    new CommitmentLine(
                                    id,
                                    state,
                                    stateEn,
                                    stateZh,
                                    since,
                                    e.items(),
                                    e.number(),
                                    publicUntil,
                                    obligations(e.promise()))
                            .at(CommitmentState.SUBMITTED, at);
            case PreCheckPassed e ->
                    new CommitmentLine(
                                    id,
                                    state,
                                    stateEn,
                                    stateZh,
                                    since,
                                    items,
                                    letter,
                                    e.publicUntil(),
                                    obligations)
                            .at(CommitmentState.PUBLIC, at);
            case PublicityEnded _ -> at(CommitmentState.PUBLICITY_ENDED, at);
            case CommitmentTookEffect _ -> at(CommitmentState.IN_FORCE, at);
            case CommitmentDeclined _ -> at(CommitmentState.DECLINED, at);
            case CommitmentWithdrawn _ -> at(CommitmentState.WITHDRAWN, at);
            case CommitmentFulfilled _ -> at(CommitmentState.FULFILLED, at);
            case ObligationComing e -> change(e.obligation(), o -> o.at(State.COMING, at));
            case ObligationMissed e -> change(e.obligation(), o -> o.at(State.MISSED, at));
            case ObligationMet e ->
                    change(
                            e.obligation(),
                            o ->
                                    o.measured(
                                            e.late() ? State.MET_LATE : State.MET,
                                            at,
                                            e.measured(),
                                            e.evidence()));
            case IndicatorNotKept e ->
                    change(
                            e.obligation(),
                            o -> o.measured(State.NOT_KEPT, at, e.measured(), e.evidence()));
        };
    }

    private static List<ObligationLine> obligations(Promise promise) {
        return Stream.concat(
                        promise.milestones().stream()
                                .map(
                                        m ->
                                                ObligationLine.open(
                                                        ObligationId.of(m.milestone()), m.by())),
                        promise.indicators().stream()
                                .map(
                                        i ->
                                                ObligationLine.open(
                                                        ObligationId.ofIndicator(i.code()), null)))
                .toList();
    }

    private CommitmentLine at(CommitmentState next, Instant moment) {
        return new CommitmentLine(
                id,
                next,
                next.english(),
                next.chinese(),
                moment,
                items,
                letter,
                publicUntil,
                obligations);
    }

    private CommitmentLine change(ObligationId obligation, UnaryOperator<ObligationLine> change) {
        return new CommitmentLine(
                id,
                state,
                stateEn,
                stateZh,
                since,
                items,
                letter,
                publicUntil,
                obligations.stream()
                        .map(o -> o.obligation().equals(obligation) ? change.apply(o) : o)
                        .toList());
    }
}
