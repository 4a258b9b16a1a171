package org.chengnuo.approval.projections.intake;

import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.project.ProjectId;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cards of the projects and filings that the last batches were about, so that the next one need
 * not read them. The truth is what the tables hold: a batch is remembered when it is in them, and
 * when one fails all is forgotten, because nobody knows how far it came.
 *
 * <p>Used by one thread at a time, which alone writes the tables.
 */
public final class RecentCards {

    private static final int MOST_PROJECTS = 10_000;
    private static final int MOST_FILINGS = 20_000;

    /** How the tables are asked for cards, those of them that they have. */
    public interface Kept<K, C> {
        Map<K, C> of(Collection<K> ids) throws SQLException;
    }

    private final Map<ProjectId, ProjectCard> projects = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<FilingId, FilingCard> filings = new LinkedHashMap<>(16, 0.75f, true);

    /** Whether the tables have no other cards, and need not be asked at all. */
    private boolean all;

    /**
     * @param empty whether the tables have no cards yet
     */
    public RecentCards(boolean empty) {
        this.all = empty;
    }

    /** The number of the last event of each of these projects, as far as it has one. */
    public Map<ProjectId, Long> sequences(
            Collection<ProjectId> ids, Kept<ProjectId, ProjectCard> kept) throws SQLException {
        var last = new HashMap<ProjectId, Long>();
        cards(projects, ids, kept).forEach((id, card) -> last.put(id, card.sequence()));
        return last;
    }

    /** The stories that these events go on with, as they are after them. */
    public Stories told(
            List<RecordedEvent> events,
            Kept<ProjectId, ProjectCard> keptProjects,
            Kept<FilingId, FilingCard> keptFilings)
            throws SQLException {
        var stories =
                new Stories(
                        cards(projects, Stories.projectsOf(events), keptProjects),
                        cards(filings, Stories.filingsOf(events), keptFilings));
        stories.tell(events);
        return stories;
    }

    private <K, C> Map<K, C> cards(Map<K, C> recent, Collection<K> ids, Kept<K, C> kept)
            throws SQLException {
        var cards = new HashMap<K, C>();
        var missing = new ArrayList<K>();
        for (K id : ids) {
            C card = recent.get(id);
            if (card == null) {
                missing.add(id);
            } else {
                cards.put(id, card);
            }
        }
        if (!all && !missing.isEmpty()) {
            Map<K, C> found = kept.of(missing);
            recent.putAll(found);
            cards.putAll(found);
        }
        return cards;
    }

    /** The batch that these stories tell is in the tables. */
    public void remember(Stories stories) {
        projects.putAll(stories.projectsById());
        filings.putAll(stories.filingsById());
        shorten(projects, MOST_PROJECTS);
        shorten(filings, MOST_FILINGS);
    }

    private void shorten(Map<?, ?> recent, int most) {
        Iterator<?> oldest = recent.keySet().iterator();
        while (recent.size() > most) {
            oldest.next();
            oldest.remove();
            all = false;
        }
    }

    /** A batch has failed. */
    public void forget() {
        projects.clear();
        filings.clear();
        all = false;
    }
}
