package org.chengnuo.approval.commitment;

import org.chengnuo.approval.Circumstances;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.commitment.CommitmentEvent.NoticeServed;
import org.chengnuo.approval.construction.ConstructionEvent;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.Due;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.ZoneCode;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** A commitment 承诺 of a project: one notice, one letter. */
public final class Commitment {

    private Commitment() {}

    /** 告知: a commitment begins with its notice. */
    public static NoticeServed serve(
            CommitmentId id,
            ServeNotice command,
            PolicyEdition edition,
            ProjectType type,
            ZoneCode zone,
            Circumstances circumstances)
            throws Refusal {
        throw new UnsupportedOperationException("to come");
    }

    /** The commitment as the event that brings it into being leaves it. */
    public static Commitment begun(NoticeServed event) {
        throw new UnsupportedOperationException("to come");
    }

    /**
     * @param enterprise of the project
     * @throws Refusal if the act is not in turn, or a rule is against it
     */
    public List<CommitmentEvent> decide(
            CommitmentCommand command,
            CreditCode enterprise,
            PolicyEdition edition,
            Circumstances circumstances)
            throws Refusal {
        throw new UnsupportedOperationException("to come");
    }

    /** What happened, happened: this never refuses. */
    public Commitment evolve(CommitmentEvent event) {
        throw new UnsupportedOperationException("to come");
    }

    /** What an event of the construction does to the obligations: which of them are met by it. */
    public List<CommitmentEvent> heed(ConstructionEvent event, Circumstances circumstances) {
        throw new UnsupportedOperationException("to come");
    }

    /** What falls due next by itself; null if nothing does. */
    public @Nullable Due fallsDue(Circumstances circumstances) {
        throw new UnsupportedOperationException("to come");
    }

    /** The edition of its notice. */
    public String edition() {
        throw new UnsupportedOperationException("to come");
    }

    /** Whether a letter for the item has been submitted, and neither declined nor withdrawn. */
    public boolean covers(ItemCode item) {
        throw new UnsupportedOperationException("to come");
    }

    /** Whether a letter for the item is in force. */
    public boolean isInForceFor(ItemCode item) {
        throw new UnsupportedOperationException("to come");
    }

    /** The obligations that are to be met before the completion is accepted, and are not. */
    public List<ObligationId> unmetBeforeAcceptance() {
        throw new UnsupportedOperationException("to come");
    }
}
