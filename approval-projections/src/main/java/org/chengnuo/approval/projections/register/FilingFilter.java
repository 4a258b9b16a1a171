package org.chengnuo.approval.projections.register;

import org.chengnuo.approval.filing.FilingState;
import org.chengnuo.approval.project.ProjectId;
import org.jspecify.annotations.Nullable;

/** Which filings; null does not restrict. */
public record FilingFilter(
        @Nullable String zone,
        @Nullable String item,
        @Nullable String center,
        @Nullable FilingState state,
        @Nullable ProjectId project,
        @Nullable String importId,
        @Nullable String caseId) {

    public static final FilingFilter ALL =
            new FilingFilter(null, null, null, null, null, null, null);

    public static FilingFilter of(ProjectId project) {
        return new FilingFilter(null, null, null, null, project, null, null);
    }
}
