package org.chengnuo.approval.project;

import org.chengnuo.approval.filing.FilingEvent;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What happened to a project, its filings included. {@link #occurredAt} is when it happened; when
 * it was recorded is on the envelope, set by the server.
 */
public sealed interface ProjectEvent
        permits ProjectEvent.ProjectRegistered,
                ProjectEvent.ProjectImported,
                ProjectEvent.ProjectCodeChanged,
                FilingEvent {

    ProjectId project();

    Instant occurredAt();

    /**
     * @param edition the policy edition that the project is under, by the date of its registration
     */
    record ProjectRegistered(
            ProjectId project,
            Instant occurredAt,
            String name,
            @Nullable ProjectCode code,
            CreditCode enterprise,
            ZoneCode zone,
            RegionCode region,
            IndustryCode industry,
            ProjectType type,
            Money investment,
            String edition)
            implements ProjectEvent {}

    /** The project is known from an imported log only. */
    record ProjectImported(
            ProjectId project, Instant occurredAt, String importId, String caseId, ZoneCode zone)
            implements ProjectEvent {}

    record ProjectCodeChanged(ProjectId project, Instant occurredAt, ProjectCode code)
            implements ProjectEvent {}
}
