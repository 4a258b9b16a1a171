package org.chengnuo.approval.projections.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.projections.intake.Story.project;

import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.projections.oracle.RandomJournal;
import org.junit.jupiter.api.Test;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

class RecentStoriesTest {

    private final List<RecordedEvent> events = RandomJournal.of(11, 8, 8);

    /** What a read model has written. */
    private final Map<ProjectId, ProjectCard> projects = new HashMap<>();

    private final Map<FilingId, FilingCard> filings = new HashMap<>();

    private void take(RecentStories recent, List<RecordedEvent> batch) {
        Collection<ProjectId> missing = recent.missing(Stories.projectsOf(batch));
        recent.read(
                projects.entrySet().stream()
                        .filter(project -> missing.contains(project.getKey()))
                        .map(Map.Entry::getValue)
                        .toList(),
                filings.entrySet().stream()
                        .filter(filing -> missing.contains(filing.getKey().project()))
                        .map(Map.Entry::getValue)
                        .toList());
        Stories told = recent.told(batch);
        told.projects().forEach(card -> projects.put(ProjectId.of(card.id()), card));
        told.changedFilings().forEach(card -> filings.put(card.history().filing(), card));
        recent.committed(told);
    }

    @Test
    void howeverFewAreKeptTheStoriesAreTheSame() {
        var once = new Stories(Map.of(), Map.of());
        once.tell(events);
        for (int most : List.of(0, 3, 10, 1000)) {
            projects.clear();
            filings.clear();
            var recent = new RecentStories(Position.START, most);
            for (int from = 0; from < events.size(); from += 5) {
                if (from == 50) {
                    recent.forget();
                }
                take(recent, events.subList(from, Math.min(events.size(), from + 5)));
            }

            assertThat(projects.values())
                    .as("of %d", most)
                    .containsExactlyInAnyOrderElementsOf(once.projects());
            assertThat(filings.values())
                    .as("of %d", most)
                    .containsExactlyInAnyOrderElementsOf(once.changedFilings());
        }
    }

    @Test
    void tablesThatWereEmptyAreNotAskedUntilSomethingIsLeftOut() {
        var recent = new RecentStories(Position.START, 1000);
        take(recent, events);
        Set<ProjectId> known = Stories.projectsOf(events);

        assertThat(recent.missing(Set.of(project(99)))).isEmpty();
        assertThat(recent.sequences(known))
                .allSatisfy((id, last) -> assertThat(last).isEqualTo(sequence(id)))
                .containsOnlyKeys(known);

        recent.forget();
        assertThat(recent.missing(known)).isEqualTo(known);
        assertThat(recent.sequences(known)).isEmpty();
    }

    private long sequence(ProjectId id) {
        return events.stream().filter(event -> event.project().equals(id)).count() - 1;
    }

    @Test
    void tablesThatWereNotEmptyAreAsked() {
        var recent = new RecentStories(new Position(1, 1));

        assertThat(recent.missing(Set.of(project(99)))).containsExactly(project(99));
    }
}
