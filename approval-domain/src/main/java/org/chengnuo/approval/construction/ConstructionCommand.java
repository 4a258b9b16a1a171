package org.chengnuo.approval.construction;

import org.chengnuo.approval.project.ProjectCommand;
import org.chengnuo.approval.project.ProjectId;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** What may be asked of the construction of a project, from its clearance to production. */
public sealed interface ConstructionCommand extends ProjectCommand {

    /**
     * The start of construction is cleared, if nothing is missing.
     *
     * @param document the number of the written clearance
     */
    record ClearStart(ProjectId project, Instant occurredAt, @Nullable String document)
            implements ConstructionCommand {}

    /** 开工. A start without clearance is recorded, with what was missing, as a violation. */
    record ReportStart(ProjectId project, Instant occurredAt) implements ConstructionCommand {}

    /**
     * @param milestone what has been reached, as {@code 主体封顶}
     * @param evidence the hash of the attachment that shows it
     */
    record ReportMilestone(
            ProjectId project,
            Instant occurredAt,
            @Nullable String milestone,
            @Nullable String evidence)
            implements ConstructionCommand {}

    /** 竣工. */
    record ReportCompletion(ProjectId project, Instant occurredAt) implements ConstructionCommand {}

    /**
     * 竣工联合验收, passed.
     *
     * @param document the number of the joint acceptance
     */
    record AcceptCompletion(ProjectId project, Instant occurredAt, @Nullable String document)
            implements ConstructionCommand {}

    /** 竣工联合验收, not passed: the enterprise mends what is wanting, and reports again. */
    record RefuseCompletion(
            ProjectId project,
            Instant occurredAt,
            @Nullable String document,
            @Nullable String reasons)
            implements ConstructionCommand {}

    /** 投产. */
    record ReportProduction(ProjectId project, Instant occurredAt) implements ConstructionCommand {}
}
