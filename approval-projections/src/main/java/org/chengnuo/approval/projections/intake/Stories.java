package org.chengnuo.approval.projections.intake;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;

import org.chengnuo.approval.filing.FilingEvent;
import org.chengnuo.approval.filing.FilingHistory;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.project.ProjectId;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The projects and filings that a batch is about: as they were before it, then as they are after
 * it. A read model loads them with one query, tells them the batch, and writes back what has
 * changed.
 */
public final class Stories {

    private final Map<ProjectId, ProjectCard> projects;
    private final Map<FilingId, FilingCard> filings;
    private final Set<FilingId> changed = new LinkedHashSet<>();

    /** The projects and filings as they are kept between batches; in maps that may change. */
    public Stories(Map<ProjectId, ProjectCard> projects, Map<FilingId, FilingCard> filings) {
        this.projects = new LinkedHashMap<>(projects);
        this.filings = new LinkedHashMap<>(filings);
    }

    /** The mapper for cards: as strict as that of the journal. */
    public static JsonMapper json() {
        return DomainJson.customize(JsonMapper.builder())
                .changeDefaultVisibility(
                        visibility -> visibility.withIsGetterVisibility(Visibility.NONE))
                .build();
    }

    public static Set<ProjectId> projectsOf(List<RecordedEvent> events) {
        var ids = new LinkedHashSet<ProjectId>();
        events.forEach(event -> ids.add(event.project()));
        return ids;
    }

    public static Set<FilingId> filingsOf(List<RecordedEvent> events) {
        var ids = new LinkedHashSet<FilingId>();
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof FilingEvent event) {
                ids.add(event.filing());
            }
        }
        return ids;
    }

    public void tell(List<RecordedEvent> events) {
        events.forEach(this::tell);
    }

    private void tell(RecordedEvent recorded) {
        projects.compute(
                recorded.project(),
                (_, card) -> card == null ? ProjectCard.begun(recorded) : card.with(recorded));
        switch (recorded.event()) {
            case FilingEvent event -> {
                FilingCard card = filings.get(event.filing());
                filings.put(event.filing(), tell(card, event, recorded));
                changed.add(event.filing());
            }
            // The project's card has taken in all else.
            default -> {}
        }
    }

    private static FilingCard tell(
            @Nullable FilingCard card, FilingEvent event, RecordedEvent recorded) {
        if (card != null) {
            return new FilingCard(
                    card.history().with(event, recorded.recordedAt()),
                    card.channel(),
                    recorded.position(),
                    recorded.recordedAt());
        }
        return new FilingCard(
                FilingHistory.begun(event),
                recorded.metadata().get("channel"),
                recorded.position(),
                recorded.recordedAt());
    }

    /** The projects of the batch, as they are now. */
    public Collection<ProjectCard> projects() {
        return projects.values();
    }

    public ProjectCard project(ProjectId id) {
        ProjectCard card = projects.get(id);
        if (card == null) {
            throw new IllegalStateException("project %s is not of the batch".formatted(id));
        }
        return card;
    }

    /** The filings that the batch has changed, as they are now. */
    public List<FilingCard> changedFilings() {
        return changed.stream().map(this::filing).toList();
    }

    private FilingCard filing(FilingId id) {
        FilingCard card = filings.get(id);
        if (card == null) {
            throw new IllegalStateException("filing %s is not of the batch".formatted(id));
        }
        return card;
    }
}
