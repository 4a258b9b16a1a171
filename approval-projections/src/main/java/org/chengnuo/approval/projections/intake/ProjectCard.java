package org.chengnuo.approval.projections.intake;

import org.chengnuo.approval.project.ProjectEvent;
import org.chengnuo.approval.project.ProjectEvent.MovedToEdition;
import org.chengnuo.approval.project.ProjectEvent.ProjectCodeChanged;
import org.chengnuo.approval.project.ProjectEvent.ProjectImported;
import org.chengnuo.approval.project.ProjectEvent.ProjectRegistered;
import org.chengnuo.approval.project.ProjectHistory;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What is known of a project itself.
 *
 * @param name for an imported one, what the log calls the case
 * @param codes all its project codes, the present one last
 * @param importId the import that brought it; null for one of our own
 * @param history which nodes it has reached
 * @param last the position of its last event
 * @param recorded when that was recorded
 * @param sequence the number of its last event
 */
public record ProjectCard(
        String id,
        String name,
        List<Code> codes,
        @Nullable String enterprise,
        String zone,
        @Nullable String region,
        @Nullable String industry,
        @Nullable String type,
        @Nullable BigDecimal investment,
        @Nullable String edition,
        @Nullable String importId,
        @Nullable String caseId,
        Instant registered,
        ProjectHistory history,
        Position last,
        Instant recorded,
        long sequence) {

    /** A project code, from when on it was the project's. */
    public record Code(String code, Instant since) {}

    public ProjectCard {
        codes = List.copyOf(codes);
    }

    public @Nullable String code() {
        return codes.isEmpty() ? null : codes.getLast().code();
    }

    static ProjectCard begun(RecordedEvent recorded) {
        ProjectEvent event = recorded.event();
        return switch (event) {
            case ProjectRegistered e ->
                    new ProjectCard(
                            e.project().toString(),
                            e.name(),
                            e.code() == null
                                    ? List.of()
                                    : List.of(new Code(e.code().value(), e.occurredAt())),
                            e.enterprise().value(),
                            e.zone().value(),
                            e.region().value(),
                            e.industry().value(),
                            e.type().name(),
                            e.investment().value(),
                            e.edition(),
                            null,
                            null,
                            e.occurredAt(),
                            ProjectHistory.NONE,
                            recorded.position(),
                            recorded.recordedAt(),
                            recorded.sequence());
            case ProjectImported e ->
                    new ProjectCard(
                            e.project().toString(),
                            e.caseId(),
                            List.of(),
                            null,
                            e.zone().value(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            e.importId(),
                            e.caseId(),
                            e.occurredAt(),
                            ProjectHistory.NONE,
                            recorded.position(),
                            recorded.recordedAt(),
                            recorded.sequence());
            default ->
                    throw new IllegalStateException(
                            "a project begins with its registration or its import, not with "
                                    + recorded.name());
        };
    }

    /** Whether it differs from what it was in more than its codes and its last event. */
    boolean hasMovedOn(ProjectCard before) {
        return !history.equals(before.history) || !Objects.equals(edition, before.edition);
    }

    ProjectCard with(RecordedEvent recorded) {
        var all = codes;
        if (recorded.event() instanceof ProjectCodeChanged e) {
            all = new ArrayList<>(codes);
            all.add(new Code(e.code().value(), e.occurredAt()));
        }
        String under = recorded.event() instanceof MovedToEdition e ? e.edition() : edition;
        return new ProjectCard(
                id,
                name,
                all,
                enterprise,
                zone,
                region,
                industry,
                type,
                investment,
                under,
                importId,
                caseId,
                registered,
                history.with(recorded.event()),
                recorded.position(),
                recorded.recordedAt(),
                recorded.sequence());
    }
}
