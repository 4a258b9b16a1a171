package org.chengnuo.approval.commitment;

import org.chengnuo.approval.construction.ConstructionEvent;
import org.chengnuo.approval.construction.ConstructionEvent.CompletionAccepted;
import org.chengnuo.approval.construction.ConstructionEvent.CompletionRefused;
import org.chengnuo.approval.construction.ConstructionEvent.ConstructionCompleted;
import org.chengnuo.approval.construction.ConstructionEvent.ConstructionStarted;
import org.chengnuo.approval.construction.ConstructionEvent.MilestoneReported;
import org.chengnuo.approval.construction.ConstructionEvent.ProductionStarted;
import org.chengnuo.approval.construction.ConstructionEvent.StartCleared;
import org.chengnuo.approval.construction.ConstructionEvent.StartedWithoutClearance;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How far the construction has come, as a commitment needs to know it.
 *
 * @param reached the milestones, each as it was reached first
 * @param accepted whether the completion has been accepted
 */
record Built(List<Reached> reached, boolean accepted) {

    static final Built NOTHING = new Built(List.of(), false);

    Built {
        reached = List.copyOf(reached);
    }

    record Reached(Milestone milestone, Instant at) {}

    /** Null if no milestone is reached by it. */
    static @Nullable Reached reachedBy(ConstructionEvent event) {
        Instant at = event.occurredAt();
        return switch (event) {
            case ConstructionStarted _ -> new Reached(Milestone.START, at);
            case ConstructionCompleted _ -> new Reached(Milestone.COMPLETION, at);
            case ProductionStarted _ -> new Reached(Milestone.PRODUCTION, at);
            // A start without clearance is recorded beside the start itself.
            case StartCleared _,
                    StartedWithoutClearance _,
                    MilestoneReported _,
                    CompletionAccepted _,
                    CompletionRefused _ ->
                    null;
        };
    }

    /** Whether the milestone had been reached at that moment. */
    boolean reachedBy(Milestone milestone, Instant moment) {
        return reached.stream()
                .anyMatch(one -> one.milestone() == milestone && !one.at().isAfter(moment));
    }

    Built with(ConstructionEvent event) {
        Reached next = reachedBy(event);
        if (next == null) {
            return event instanceof CompletionAccepted ? new Built(reached, true) : this;
        }
        if (reached.stream().anyMatch(before -> before.milestone() == next.milestone())) {
            return this;
        }
        var more = new ArrayList<>(reached);
        more.add(next);
        return new Built(more, accepted);
    }
}
