package org.chengnuo.approval.projections.intake;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;

import org.chengnuo.approval.filing.FilingEvent;
import org.chengnuo.approval.filing.FilingEvent.DueDateReprojected;
import org.chengnuo.approval.filing.FilingHistory;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.project.ProjectId;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The projects and filings that a batch is about: as they were before it, then as they are after
 * it. A read model loads them with one query, tells them the batch, and writes back what has
 * changed.
 */
public final class Stories {

    private final Map<ProjectId, ProjectCard> projects;
    private final Map<FilingId, FilingCard> filings;
    private final Set<FilingId> changed = new LinkedHashSet<>();
    private final Map<FilingId, List<FilingVersion>> filingVersions = new LinkedHashMap<>();
    private final Map<ProjectId, List<ProjectCard>> projectVersions = new LinkedHashMap<>();

    /** A filing as a transaction left it, with the project as it was then. */
    public record FilingVersion(FilingCard filing, ProjectCard project) {}

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
        ProjectCard before = projects.get(recorded.project());
        ProjectCard now = before == null ? ProjectCard.begun(recorded) : before.with(recorded);
        projects.put(recorded.project(), now);
        if (before == null || now.hasMovedOn(before)) {
            note(projectVersions, recorded.project(), now, ProjectCard::last);
        }
        switch (recorded.event()) {
            case FilingEvent event -> {
                FilingCard card = filings.get(event.filing());
                FilingCard told = tell(card, event, recorded);
                filings.put(event.filing(), told);
                changed.add(event.filing());
                if (card == null
                        || event instanceof DueDateReprojected
                        || !told.history().equals(card.history())) {
                    note(
                            filingVersions,
                            event.filing(),
                            new FilingVersion(told, now),
                            version -> version.filing().last());
                }
            }
            // The project's card has taken in all else.
            default -> {}
        }
    }

    /** What is recorded in one transaction becomes known at once: it is one version. */
    private static <K, C> void note(
            Map<K, List<C>> versions, K key, C card, Function<C, Position> last) {
        List<C> all = versions.computeIfAbsent(key, _ -> new ArrayList<>());
        if (!all.isEmpty()
                && last.apply(all.getLast()).transaction() == last.apply(card).transaction()) {
            all.removeLast();
        }
        all.add(card);
    }

    private static FilingCard tell(
            @Nullable FilingCard card, FilingEvent event, RecordedEvent recorded) {
        return card == null
                ? new FilingCard(
                        FilingHistory.begun(event),
                        recorded.metadata().get("channel"),
                        recorded.metadata().containsKey("agent"),
                        recorded.position(),
                        recorded.recordedAt())
                : new FilingCard(
                        card.history().with(event, recorded.recordedAt()),
                        card.channel(),
                        card.byAgent(),
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

    /** As each transaction of the batch left the filings that it changed, one after the other. */
    public Collection<List<FilingVersion>> filingVersions() {
        return filingVersions.values();
    }

    /** As each transaction of the batch left the projects of which it changed a figure. */
    public Collection<List<ProjectCard>> projectVersions() {
        return projectVersions.values();
    }

    public FilingCard filing(FilingId id) {
        FilingCard card = filings.get(id);
        if (card == null) {
            throw new IllegalStateException("filing %s is not of the batch".formatted(id));
        }
        return card;
    }
}
