package org.chengnuo.approval.supervision;

import org.chengnuo.approval.Circumstances;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.commitment.Commitment;
import org.chengnuo.approval.commitment.CommitmentId;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.Due;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** The supervision 监管 of a project: its inspections, orders, breaches and credit proposals. */
public final class Supervision {

    /** Before anything has been inspected. */
    public static final Supervision NONE = new Supervision();

    private Supervision() {}

    /**
     * @param commitments of the project
     * @throws Refusal if the act is not in turn, or a rule is against it
     */
    public List<SupervisionEvent> decide(
            SupervisionCommand command,
            Map<CommitmentId, Commitment> commitments,
            CreditCode enterprise,
            PolicyEdition edition,
            Circumstances circumstances)
            throws Refusal {
        throw new UnsupportedOperationException("to come");
    }

    /** What happened, happened: this never refuses. */
    public Supervision evolve(SupervisionEvent event) {
        throw new UnsupportedOperationException("to come");
    }

    /** What falls due next by itself; null if nothing does. */
    public @Nullable Due fallsDue(String calendar, Circumstances circumstances) {
        return null;
    }
}
