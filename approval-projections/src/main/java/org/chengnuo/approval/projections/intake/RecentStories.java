package org.chengnuo.approval.projections.intake;

import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.project.ProjectId;

import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The stories that were told last, each a project with all its filings, so that the tables need not
 * be asked for what they were given a moment ago. The truth is what the tables hold: a story comes
 * here when it has been committed, and all are forgotten when a batch fails. Used by one thread at
 * a time.
 */
public final class RecentStories {

    private static final int MOST_CARDS = 50_000;

    private final Map<ProjectId, Story> stories = new LinkedHashMap<>(16, 0.75f, true);
    private final int most;
    private int cards;

    /** Whether there is nothing in the tables that is not here. */
    private boolean complete;

    private record Story(ProjectCard project, Map<FilingId, FilingCard> filings) {}

    /**
     * @param position up to which the events are in the tables
     */
    public RecentStories(Position position) {
        this(position, MOST_CARDS);
    }

    RecentStories(Position position, int most) {
        this.complete = position.equals(Position.START);
        this.most = most;
    }

    /** Those of the projects that the tables have to be asked for. */
    public Set<ProjectId> missing(Collection<ProjectId> projects) {
        if (complete) {
            return Set.of();
        }
        var missing = new LinkedHashSet<>(projects);
        missing.removeAll(stories.keySet());
        return missing;
    }

    /** The number of the last event of each of these projects that is here. */
    public Map<ProjectId, Long> sequences(Collection<ProjectId> projects) {
        var found = new HashMap<ProjectId, Long>();
        for (ProjectId id : projects) {
            Story story = stories.get(id);
            if (story != null) {
                found.put(id, story.project().sequence());
            }
        }
        return found;
    }

    /** Takes in what the tables have of missing projects, with all their filings. */
    public void read(Collection<ProjectCard> projects, Collection<FilingCard> filings) {
        keep(projects, filings);
    }

    /**
     * The stories of the projects that the events are of, as they are after the events. No project
     * may be missing.
     */
    public Stories told(List<RecordedEvent> events) {
        var projects = new HashMap<ProjectId, ProjectCard>();
        var filings = new HashMap<FilingId, FilingCard>();
        for (ProjectId id : Stories.projectsOf(events)) {
            Story story = stories.get(id);
            if (story != null) {
                projects.put(id, story.project());
                filings.putAll(story.filings());
            }
        }
        var told = new Stories(projects, filings);
        told.tell(events);
        return told;
    }

    /** The tables hold these stories now. */
    public void committed(Stories told) {
        keep(told.projects(), told.changedFilings());
        Iterator<Story> eldest = stories.values().iterator();
        while (cards > most && eldest.hasNext()) {
            cards -= 1 + eldest.next().filings().size();
            eldest.remove();
            complete = false;
        }
    }

    private void keep(Collection<ProjectCard> projects, Collection<FilingCard> filings) {
        for (ProjectCard project : projects) {
            ProjectId id = ProjectId.of(project.id());
            Story before = stories.get(id);
            if (before == null) {
                cards++;
            }
            stories.put(
                    id, new Story(project, before == null ? new HashMap<>() : before.filings()));
        }
        for (FilingCard filing : filings) {
            FilingId id = filing.history().filing();
            Story story = stories.get(id.project());
            if (story == null) {
                throw new IllegalStateException("filing %s is of no project".formatted(id));
            }
            if (story.filings().put(id, filing) == null) {
                cards++;
            }
        }
    }

    /** After a batch that failed. */
    public void forget() {
        stories.clear();
        cards = 0;
        complete = false;
    }
}
