package org.chengnuo.approval.api.construction;

import org.chengnuo.approval.construction.ConstructionEvent;
import org.chengnuo.approval.construction.ConstructionEvent.CompletionAccepted;
import org.chengnuo.approval.construction.ConstructionEvent.CompletionRefused;
import org.chengnuo.approval.construction.ConstructionEvent.ConstructionCompleted;
import org.chengnuo.approval.construction.ConstructionEvent.ConstructionStarted;
import org.chengnuo.approval.construction.ConstructionEvent.MilestoneReported;
import org.chengnuo.approval.construction.ConstructionEvent.ProductionStarted;
import org.chengnuo.approval.construction.ConstructionEvent.StartCleared;
import org.chengnuo.approval.construction.ConstructionEvent.StartedWithoutClearance;
import org.chengnuo.approval.projections.problem.MissingLine;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The construction of a project, read from its story. Each moment is null until it has come.
 *
 * @param completed as last reported, and not refused since
 * @param startedWithout what was missing at a start without clearance 未批先建; null where there was
 *     none
 */
public record ConstructionView(
        @Nullable Instant cleared,
        @Nullable String clearance,
        @Nullable Instant started,
        @Nullable List<MissingLine> startedWithout,
        List<Milestone> milestones,
        @Nullable Instant completed,
        List<Refused> refusals,
        @Nullable Instant accepted,
        @Nullable String acceptance,
        @Nullable Instant production) {

    /** Before anything has happened. */
    public static final ConstructionView NONE =
            new ConstructionView(
                    null, null, null, null, List.of(), null, List.of(), null, null, null);

    /**
     * @param evidence the hash of an attachment
     */
    public record Milestone(Instant at, String milestone, @Nullable String evidence) {}

    /** A completion that was not accepted. */
    public record Refused(Instant at, String document, String reasons) {}

    public ConstructionView with(ConstructionEvent event) {
        Instant at = event.occurredAt();
        return switch (event) {
            case StartCleared e -> cleared(at, e.document());
            case ConstructionStarted _ -> reached(at, completed, production);
            case StartedWithoutClearance e ->
                    without(e.missing().stream().map(MissingLine::of).toList());
            case MilestoneReported e -> reported(new Milestone(at, e.milestone(), e.evidence()));
            case ConstructionCompleted _ -> reached(started, at, production);
            case CompletionRefused e -> refused(new Refused(at, e.document(), e.reasons()));
            case CompletionAccepted e -> accepted(at, e.document());
            case ProductionStarted _ -> reached(started, completed, at);
        };
    }

    private ConstructionView cleared(Instant at, String document) {
        return new ConstructionView(
                at,
                document,
                started,
                startedWithout,
                milestones,
                completed,
                refusals,
                accepted,
                acceptance,
                production);
    }

    private ConstructionView reached(
            @Nullable Instant start, @Nullable Instant completion, @Nullable Instant produced) {
        return new ConstructionView(
                cleared,
                clearance,
                start,
                startedWithout,
                milestones,
                completion,
                refusals,
                accepted,
                acceptance,
                produced);
    }

    private ConstructionView without(List<MissingLine> missing) {
        return new ConstructionView(
                cleared,
                clearance,
                started,
                missing,
                milestones,
                completed,
                refusals,
                accepted,
                acceptance,
                production);
    }

    private ConstructionView reported(Milestone milestone) {
        return new ConstructionView(
                cleared,
                clearance,
                started,
                startedWithout,
                Stream.concat(milestones.stream(), Stream.of(milestone)).toList(),
                completed,
                refusals,
                accepted,
                acceptance,
                production);
    }

    private ConstructionView refused(Refused refusal) {
        return new ConstructionView(
                cleared,
                clearance,
                started,
                startedWithout,
                milestones,
                null,
                Stream.concat(refusals.stream(), Stream.of(refusal)).toList(),
                accepted,
                acceptance,
                production);
    }

    private ConstructionView accepted(Instant at, String document) {
        return new ConstructionView(
                cleared,
                clearance,
                started,
                startedWithout,
                milestones,
                completed,
                refusals,
                at,
                document,
                production);
    }
}
