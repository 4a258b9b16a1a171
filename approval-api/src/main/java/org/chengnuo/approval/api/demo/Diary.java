package org.chengnuo.approval.api.demo;

import org.chengnuo.approval.project.ProjectId;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * What falls due in the simulated projects, in the order of its moments: as the office would have
 * let it happen in those years. A notice that changes the calendar has all of them looked at.
 */
final class Diary {

    /** Of one project. */
    record Entry(Instant at, ProjectId project) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(
                    Comparator.comparing(Entry::at)
                            .thenComparing(entry -> entry.project().toString()));

    /** The entry of a project that counts; the others are out of date. */
    private final Map<ProjectId, Optional<Instant>> next = new HashMap<>();

    private final Deque<Instant> notices = new ArrayDeque<>();

    /**
     * @param from what was known by then is known
     */
    Diary(Instant from) {
        OfficeDays.CALENDAR.editions().stream().filter(from::isBefore).forEach(notices::add);
    }

    /** When something is due in a project, in place of what was noted before. */
    void note(ProjectId project, Optional<Instant> due) {
        next.put(project, due);
        due.ifPresent(at -> entries.add(new Entry(at, project)));
    }

    /** The project is somebody else's now. */
    void forget(ProjectId project) {
        next.remove(project);
    }

    /** The first that is due by that moment; who has let it happen notes what comes then. */
    Optional<Entry> takeUntil(Instant moment) {
        while (!entries.isEmpty() || !notices.isEmpty()) {
            Entry first = entries.peek();
            Instant notice = notices.peek();
            if (notice != null && (first == null || !first.at().isBefore(notice))) {
                if (notice.isAfter(moment)) {
                    return Optional.empty();
                }
                notices.remove();
                next.keySet().forEach(project -> entries.add(new Entry(notice, project)));
                next.replaceAll((_, _) -> Optional.of(notice));
            } else if (first == null || first.at().isAfter(moment)) {
                return Optional.empty();
            } else {
                entries.remove();
                if (Optional.of(first.at()).equals(next.get(first.project()))) {
                    return Optional.of(first);
                }
            }
        }
        return Optional.empty();
    }
}
