package org.chengnuo.approval.journal;

import org.chengnuo.approval.JournalEvent;
import org.chengnuo.approval.assessment.AssessmentEvent;
import org.chengnuo.approval.calendar.editions.CalendarEvent;
import org.chengnuo.approval.commitment.CommitmentEvent;
import org.chengnuo.approval.construction.ConstructionEvent;
import org.chengnuo.approval.filing.FilingEvent;
import org.chengnuo.approval.parcel.ParcelEvent;
import org.chengnuo.approval.policy.PolicyEvent;
import org.chengnuo.approval.project.ProjectEvent;
import org.chengnuo.approval.supervision.SupervisionEvent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names under which events are stored for ever. A class may move or be renamed; its stored name
 * stays, and a changed shape gets the next revision.
 */
public final class EventCatalogue {

    /**
     * @param name as in {@code filing.accepted}
     * @param revision from 1
     */
    public record StoredName(String name, int revision) {}

    private static final Map<Class<? extends JournalEvent>, StoredName> NAMES =
            new LinkedHashMap<>();

    private static final Map<StoredName, Class<? extends JournalEvent>> CLASSES =
            new LinkedHashMap<>();

    static {
        store("project.registered", ProjectEvent.ProjectRegistered.class);
        store("project.imported", ProjectEvent.ProjectImported.class);
        store("project.code-changed", ProjectEvent.ProjectCodeChanged.class);
        store("project.eligibility-assessed", ProjectEvent.EligibilityAssessed.class);
        store("project.moved-to-edition", ProjectEvent.MovedToEdition.class);
        store("project.item-ruled-out", ProjectEvent.ItemRuledOut.class);
        store("project.item-reinstated", ProjectEvent.ItemReinstated.class);
        store("project.agent-entrusted", ProjectEvent.AgentEntrusted.class);
        store("project.entrustment-ended", ProjectEvent.EntrustmentEnded.class);
        store("project.withdrawn", ProjectEvent.ProjectWithdrawn.class);
        store("project.terminated", ProjectEvent.ProjectTerminated.class);
        store("parcel.service-ordered", ParcelEvent.ServiceOrdered.class);
        store("parcel.service-started", ParcelEvent.ServiceStarted.class);
        store("parcel.service-delivered", ParcelEvent.ServiceDelivered.class);
        store("parcel.land-supplied", ParcelEvent.LandSupplied.class);
        store("construction.start-cleared", ConstructionEvent.StartCleared.class);
        store("construction.started", ConstructionEvent.ConstructionStarted.class);
        store(
                "construction.started-without-clearance",
                ConstructionEvent.StartedWithoutClearance.class);
        store("construction.milestone-reported", ConstructionEvent.MilestoneReported.class);
        store("construction.completed", ConstructionEvent.ConstructionCompleted.class);
        store("construction.completion-accepted", ConstructionEvent.CompletionAccepted.class);
        store("construction.completion-refused", ConstructionEvent.CompletionRefused.class);
        store("construction.production-started", ConstructionEvent.ProductionStarted.class);
        store("commitment.notice-served", CommitmentEvent.NoticeServed.class);
        store("commitment.letter-submitted", CommitmentEvent.LetterSubmitted.class);
        store("commitment.pre-check-passed", CommitmentEvent.PreCheckPassed.class);
        store("commitment.declined", CommitmentEvent.CommitmentDeclined.class);
        store("commitment.objection-raised", CommitmentEvent.ObjectionRaised.class);
        store("commitment.objection-decided", CommitmentEvent.ObjectionDecided.class);
        store("commitment.publicity-ended", CommitmentEvent.PublicityEnded.class);
        store("commitment.took-effect", CommitmentEvent.CommitmentTookEffect.class);
        store("commitment.withdrawn", CommitmentEvent.CommitmentWithdrawn.class);
        store("commitment.obligation-coming", CommitmentEvent.ObligationComing.class);
        store("commitment.obligation-missed", CommitmentEvent.ObligationMissed.class);
        store("commitment.obligation-met", CommitmentEvent.ObligationMet.class);
        store("commitment.indicator-not-kept", CommitmentEvent.IndicatorNotKept.class);
        store("commitment.fulfilled", CommitmentEvent.CommitmentFulfilled.class);
        store("supervision.inspection-recorded", SupervisionEvent.InspectionRecorded.class);
        store("supervision.rectification-ordered", SupervisionEvent.RectificationOrdered.class);
        store("supervision.rectification-coming", SupervisionEvent.RectificationComing.class);
        store("supervision.rectification-missed", SupervisionEvent.RectificationMissed.class);
        store("supervision.rectification-verified", SupervisionEvent.RectificationVerified.class);
        store("supervision.breach-found", SupervisionEvent.BreachFound.class);
        store("supervision.breach-closed", SupervisionEvent.BreachClosed.class);
        store("supervision.credit-measure-proposed", SupervisionEvent.CreditMeasureProposed.class);
        store("supervision.proposal-objected", SupervisionEvent.ProposalObjected.class);
        store(
                "supervision.proposal-objection-decided",
                SupervisionEvent.ProposalObjectionDecided.class);
        store("supervision.credit-repaired", SupervisionEvent.CreditRepaired.class);
        store("filing.received", FilingEvent.FilingReceived.class);
        store("filing.imported", FilingEvent.FilingImported.class);
        store("filing.work-step-recorded", FilingEvent.WorkStepRecorded.class);
        store("filing.correction-requested", FilingEvent.CorrectionRequested.class);
        store("filing.correction-answered", FilingEvent.CorrectionAnswered.class);
        store("filing.acceptance-refused", FilingEvent.AcceptanceRefused.class);
        store("filing.accepted", FilingEvent.FilingAccepted.class);
        store("filing.deemed-accepted", FilingEvent.FilingDeemedAccepted.class);
        store("filing.special-procedure-opened", FilingEvent.SpecialProcedureOpened.class);
        store("filing.special-procedure-closed", FilingEvent.SpecialProcedureClosed.class);
        store("filing.review-extended", FilingEvent.ReviewExtended.class);
        store("filing.decided", FilingEvent.FilingDecided.class);
        store("filing.recorded", FilingEvent.FilingRecorded.class);
        store("filing.delivered", FilingEvent.DecisionDelivered.class);
        store("filing.withdrawn", FilingEvent.FilingWithdrawn.class);
        store("filing.revoked", FilingEvent.DecisionRevoked.class);
        store("filing.card-raised", FilingEvent.CardRaised.class);
        store("filing.correction-window-lapsed", FilingEvent.CorrectionWindowLapsed.class);
        store("filing.special-procedure-overran", FilingEvent.SpecialProcedureOverran.class);
        store("filing.due-date-reprojected", FilingEvent.DueDateReprojected.class);
        store("policy.drafted", PolicyEvent.PolicyDrafted.class);
        store("policy.draft-discarded", PolicyEvent.DraftDiscarded.class);
        store("policy.published", PolicyEvent.PolicyPublished.class);
        store("policy.superseded", PolicyEvent.PolicySuperseded.class);
        store("calendar.founded", CalendarEvent.CalendarFounded.class);
        store("calendar.notice-published", CalendarEvent.NoticePublished.class);
        store("assessment.scheme-published", AssessmentEvent.SchemePublished.class);
        store("assessment.self-scored", AssessmentEvent.SelfScored.class);
        store("assessment.score-verified", AssessmentEvent.ScoreVerified.class);
    }

    private EventCatalogue() {}

    private static void store(String name, Class<? extends JournalEvent> type) {
        var stored = new StoredName(name, 1);
        NAMES.put(type, stored);
        CLASSES.put(stored, type);
    }

    /**
     * @throws IllegalArgumentException if the class is not of the catalogue
     */
    public static StoredName nameOf(Class<?> type) {
        StoredName name = NAMES.get(type);
        if (name == null) {
            throw new IllegalArgumentException(
                    "%s has no stored name in the event catalogue".formatted(type.getName()));
        }
        return name;
    }

    /** The class of a stored event; empty where this program does not know it. */
    public static Optional<Class<? extends JournalEvent>> classOf(StoredName name) {
        return Optional.ofNullable(CLASSES.get(name));
    }

    /**
     * All events, in the order of the life of a project, then those of the rules and of the
     * assessment.
     */
    public static List<Class<? extends JournalEvent>> all() {
        return List.copyOf(NAMES.keySet());
    }
}
