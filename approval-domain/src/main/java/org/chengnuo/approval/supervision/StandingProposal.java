package org.chengnuo.approval.supervision;

import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.supervision.SupervisionEvent.BreachFound;
import org.chengnuo.approval.supervision.SupervisionEvent.CreditMeasureProposed;
import org.chengnuo.approval.supervision.SupervisionEvent.CreditRepaired;
import org.chengnuo.approval.supervision.SupervisionEvent.InspectionRecorded;
import org.chengnuo.approval.supervision.SupervisionEvent.ProposalObjected;
import org.chengnuo.approval.supervision.SupervisionEvent.ProposalObjectionDecided;
import org.chengnuo.approval.supervision.SupervisionEvent.RectificationComing;
import org.chengnuo.approval.supervision.SupervisionEvent.RectificationMissed;
import org.chengnuo.approval.supervision.SupervisionEvent.RectificationOrdered;
import org.chengnuo.approval.supervision.SupervisionEvent.RectificationVerified;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A credit proposal for a false commitment that stands: not taken back on objection, and the credit
 * not repaired. While there is one, its enterprise cannot commit again, in no project.
 *
 * @param document the number of its legally effective document
 */
public record StandingProposal(ProjectId project, int proposal, Instant proposed, String document) {

    /**
     * Those that stand after what happened in the supervision of any projects.
     *
     * @param events of each project in their order; how the projects are interleaved is all one
     * @return in the order in which they were proposed
     */
    public static List<StandingProposal> after(Iterable<? extends SupervisionEvent> events) {
        var standing = new LinkedHashMap<Number, StandingProposal>();
        for (SupervisionEvent event : events) {
            switch (event) {
                case CreditMeasureProposed e when e.kind() == BreachKind.FALSE ->
                        standing.put(
                                new Number(e.project(), e.proposal()),
                                new StandingProposal(
                                        e.project(),
                                        e.proposal(),
                                        e.occurredAt(),
                                        e.document().number()));
                case ProposalObjectionDecided e when e.upheld() ->
                        standing.remove(new Number(e.project(), e.proposal()));
                case CreditRepaired e -> standing.remove(new Number(e.project(), e.proposal()));
                case CreditMeasureProposed _,
                        ProposalObjectionDecided _,
                        InspectionRecorded _,
                        RectificationOrdered _,
                        RectificationComing _,
                        RectificationMissed _,
                        RectificationVerified _,
                        BreachFound _,
                        ProposalObjected _ -> {}
            }
        }
        return List.copyOf(standing.values());
    }

    /** Proposals are numbered within their project. */
    private record Number(ProjectId project, int proposal) {}
}
