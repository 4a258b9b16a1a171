package org.chengnuo.approval.construction;

import org.chengnuo.approval.project.ProjectEvent;
import org.chengnuo.approval.project.ProjectId;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** What happened to the construction of a project. */
public sealed interface ConstructionEvent extends ProjectEvent {

    record StartCleared(ProjectId project, Instant occurredAt, String document)
            implements ConstructionEvent {}

    record ConstructionStarted(ProjectId project, Instant occurredAt)
            implements ConstructionEvent {}

    /**
     * 未批先建: construction started without clearance.
     *
     * @param missing what was missing at the start
     */
    record StartedWithoutClearance(ProjectId project, Instant occurredAt, List<Missing> missing)
            implements ConstructionEvent {

        public StartedWithoutClearance {
            missing = List.copyOf(missing);
        }
    }

    record MilestoneReported(
            ProjectId project, Instant occurredAt, String milestone, @Nullable String evidence)
            implements ConstructionEvent {}

    record ConstructionCompleted(ProjectId project, Instant occurredAt)
            implements ConstructionEvent {}

    record CompletionAccepted(ProjectId project, Instant occurredAt, String document)
            implements ConstructionEvent {}

    record CompletionRefused(ProjectId project, Instant occurredAt, String document, String reasons)
            implements ConstructionEvent {}

    record ProductionStarted(ProjectId project, Instant occurredAt) implements ConstructionEvent {}
}
