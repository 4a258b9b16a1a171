package org.chengnuo.approval.supervision;

import org.chengnuo.approval.project.ProjectId;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The finding of a false commitment that stands: neither repaired nor set aside, nor have all its
 * credit proposals ended so. While there is one, its enterprise cannot commit again, in no project;
 * a credit flag it is not.
 *
 * @param breach its number in the project
 * @param document the number of the finding
 */
public record FalseCommitment(ProjectId project, int breach, Instant found, String document) {

    /**
     * Those that stand after what happened in the supervision of any projects: at the least, all
     * that was found, proposed and closed.
     *
     * @param events of each project in their order; how the projects are interleaved is all one
     * @return project by project, in the order in which they were found
     */
    public static List<FalseCommitment> after(Iterable<? extends SupervisionEvent> events) {
        var supervisions = new LinkedHashMap<ProjectId, Supervision>();
        for (SupervisionEvent event : events) {
            supervisions.put(
                    event.project(),
                    supervisions.getOrDefault(event.project(), Supervision.NONE).evolve(event));
        }
        return supervisions.values().stream()
                .flatMap(supervision -> supervision.falseCommitments().stream())
                .toList();
    }
}
