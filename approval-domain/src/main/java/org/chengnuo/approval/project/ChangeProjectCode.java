package org.chengnuo.approval.project;

import java.time.Instant;

/** The central platform has given the project a code, its first or another one. */
public record ChangeProjectCode(ProjectId project, Instant occurredAt, ProjectCode code)
        implements ProjectCommand {}
