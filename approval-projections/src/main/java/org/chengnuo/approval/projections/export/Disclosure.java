package org.chengnuo.approval.projections.export;

import static org.chengnuo.approval.projections.export.Attribute.number;
import static org.chengnuo.approval.projections.export.Attribute.text;
import static org.chengnuo.approval.projections.export.Attribute.truth;

import org.chengnuo.approval.commitment.CommitmentEvent.CommitmentDeclined;
import org.chengnuo.approval.commitment.CommitmentEvent.CommitmentFulfilled;
import org.chengnuo.approval.commitment.CommitmentEvent.CommitmentTookEffect;
import org.chengnuo.approval.commitment.CommitmentEvent.CommitmentWithdrawn;
import org.chengnuo.approval.commitment.CommitmentEvent.IndicatorNotKept;
import org.chengnuo.approval.commitment.CommitmentEvent.LetterSubmitted;
import org.chengnuo.approval.commitment.CommitmentEvent.NoticeServed;
import org.chengnuo.approval.commitment.CommitmentEvent.ObjectionDecided;
import org.chengnuo.approval.commitment.CommitmentEvent.ObjectionRaised;
import org.chengnuo.approval.commitment.CommitmentEvent.ObligationComing;
import org.chengnuo.approval.commitment.CommitmentEvent.ObligationMet;
import org.chengnuo.approval.commitment.CommitmentEvent.ObligationMissed;
import org.chengnuo.approval.commitment.CommitmentEvent.PreCheckPassed;
import org.chengnuo.approval.commitment.CommitmentEvent.PublicityEnded;
import org.chengnuo.approval.construction.ConstructionEvent.CompletionAccepted;
import org.chengnuo.approval.construction.ConstructionEvent.CompletionRefused;
import org.chengnuo.approval.construction.ConstructionEvent.ConstructionCompleted;
import org.chengnuo.approval.construction.ConstructionEvent.ConstructionStarted;
import org.chengnuo.approval.construction.ConstructionEvent.MilestoneReported;
import org.chengnuo.approval.construction.ConstructionEvent.ProductionStarted;
import org.chengnuo.approval.construction.ConstructionEvent.StartCleared;
import org.chengnuo.approval.construction.ConstructionEvent.StartedWithoutClearance;
import org.chengnuo.approval.filing.AcceptanceTerms;
import org.chengnuo.approval.filing.FilingEvent.AcceptanceRefused;
import org.chengnuo.approval.filing.FilingEvent.CardRaised;
import org.chengnuo.approval.filing.FilingEvent.CorrectionAnswered;
import org.chengnuo.approval.filing.FilingEvent.CorrectionRequested;
import org.chengnuo.approval.filing.FilingEvent.CorrectionWindowLapsed;
import org.chengnuo.approval.filing.FilingEvent.DecisionDelivered;
import org.chengnuo.approval.filing.FilingEvent.DecisionRevoked;
import org.chengnuo.approval.filing.FilingEvent.DueDateReprojected;
import org.chengnuo.approval.filing.FilingEvent.FilingAccepted;
import org.chengnuo.approval.filing.FilingEvent.FilingDecided;
import org.chengnuo.approval.filing.FilingEvent.FilingDeemedAccepted;
import org.chengnuo.approval.filing.FilingEvent.FilingImported;
import org.chengnuo.approval.filing.FilingEvent.FilingReceived;
import org.chengnuo.approval.filing.FilingEvent.FilingRecorded;
import org.chengnuo.approval.filing.FilingEvent.FilingWithdrawn;
import org.chengnuo.approval.filing.FilingEvent.ReviewExtended;
import org.chengnuo.approval.filing.FilingEvent.SpecialProcedureClosed;
import org.chengnuo.approval.filing.FilingEvent.SpecialProcedureOpened;
import org.chengnuo.approval.filing.FilingEvent.SpecialProcedureOverran;
import org.chengnuo.approval.filing.FilingEvent.WorkStepRecorded;
import org.chengnuo.approval.parcel.ParcelEvent.LandSupplied;
import org.chengnuo.approval.parcel.ParcelEvent.ServiceDelivered;
import org.chengnuo.approval.parcel.ParcelEvent.ServiceOrdered;
import org.chengnuo.approval.parcel.ParcelEvent.ServiceStarted;
import org.chengnuo.approval.project.ProjectEvent;
import org.chengnuo.approval.project.ProjectEvent.AgentEntrusted;
import org.chengnuo.approval.project.ProjectEvent.EligibilityAssessed;
import org.chengnuo.approval.project.ProjectEvent.EntrustmentEnded;
import org.chengnuo.approval.project.ProjectEvent.ItemReinstated;
import org.chengnuo.approval.project.ProjectEvent.ItemRuledOut;
import org.chengnuo.approval.project.ProjectEvent.MovedToEdition;
import org.chengnuo.approval.project.ProjectEvent.ProjectCodeChanged;
import org.chengnuo.approval.project.ProjectEvent.ProjectImported;
import org.chengnuo.approval.project.ProjectEvent.ProjectRegistered;
import org.chengnuo.approval.project.ProjectEvent.ProjectTerminated;
import org.chengnuo.approval.project.ProjectEvent.ProjectWithdrawn;
import org.chengnuo.approval.supervision.SupervisionEvent.BreachClosed;
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

import java.util.List;

/**
 * What an export says of each event, and nothing more: no names of who acted, signed, objected,
 * inspected or approved, no reasons, no papers, and nothing else that anybody can write freely.
 * Without a default: of a new event somebody has to say what may be known.
 */
final class Disclosure {

    private Disclosure() {}

    /** Of an event of one kind always the same attributes; one that has no value has null. */
    static List<Attribute> of(ProjectEvent event) {
        return switch (event) {
            case ProjectRegistered e -> List.of(text("edition", e.edition()));
            case ProjectCodeChanged e -> List.of(text("projectCode", e.code()));
            case EligibilityAssessed e ->
                    List.of(truth("eligible", e.eligible()), text("edition", e.edition()));
            case MovedToEdition e -> List.of(text("edition", e.edition()));
            case AgentEntrusted e -> List.of(number("entrustment", e.entrustment()));
            case EntrustmentEnded e -> List.of(number("entrustment", e.entrustment()));

            case ServiceOrdered e -> List.of(text("parcel", e.parcel()));
            case ServiceStarted e -> List.of(text("parcel", e.parcel()));
            case ServiceDelivered e -> List.of(text("parcel", e.parcel()));
            case LandSupplied e ->
                    List.of(
                            text("parcel", e.parcel()),
                            number("area", e.area()),
                            number("outstandingServices", e.outstanding().size()));

            case StartedWithoutClearance e -> List.of(number("missing", e.missing().size()));

            case NoticeServed e ->
                    List.of(
                            text("edition", e.edition()),
                            text("standard", e.standard()),
                            text("standardHash", e.standardHash()));
            case LetterSubmitted e -> List.of(text("standardHash", e.standardHash()));
            case PreCheckPassed e -> List.of(text("publicUntil", e.publicUntil()));
            case ObjectionRaised e -> List.of(number("objection", e.objection()));
            case ObjectionDecided e ->
                    List.of(number("objection", e.objection()), truth("upheld", e.upheld()));
            case CommitmentTookEffect e -> List.of(number("obligations", e.obligations().size()));
            case ObligationComing e ->
                    List.of(text("obligation", e.obligation()), text("lastDay", e.by()));
            case ObligationMissed e ->
                    List.of(text("obligation", e.obligation()), text("lastDay", e.by()));
            case ObligationMet e ->
                    List.of(
                            text("obligation", e.obligation()),
                            truth("late", e.late()),
                            number("measured", e.measured()));
            case IndicatorNotKept e ->
                    List.of(
                            text("obligation", e.obligation()),
                            number("measured", e.measured()),
                            number("promised", e.promised()));

            case InspectionRecorded e ->
                    List.of(number("inspection", e.inspection()), text("node", e.node()));
            case RectificationOrdered e ->
                    List.of(
                            number("order", e.order()),
                            number("inspection", e.inspection()),
                            text("lastDay", e.deadline()));
            case RectificationComing e ->
                    List.of(number("order", e.order()), text("lastDay", e.deadline()));
            case RectificationMissed e ->
                    List.of(number("order", e.order()), text("lastDay", e.deadline()));
            case RectificationVerified e ->
                    List.of(number("order", e.order()), truth("rectified", e.rectified()));
            case BreachFound e ->
                    List.of(
                            number("breach", e.breach()),
                            text("kind", e.kind()),
                            number("order", e.order()));
            case BreachClosed e ->
                    List.of(number("breach", e.breach()), text("closing", e.closing()));
            case CreditMeasureProposed e ->
                    List.of(
                            number("proposal", e.proposal()),
                            number("breach", e.breach()),
                            text("kind", e.kind()),
                            text("measure", e.measure()));
            case ProposalObjected e -> List.of(number("proposal", e.proposal()));
            case ProposalObjectionDecided e ->
                    List.of(number("proposal", e.proposal()), truth("upheld", e.upheld()));
            case CreditRepaired e -> List.of(number("proposal", e.proposal()));

            case FilingAccepted e -> limits(e.terms());
            case FilingDeemedAccepted e -> limits(e.terms());
            case SpecialProcedureOpened e ->
                    List.of(
                            number("procedure", e.procedure()),
                            text("ground", e.ground()),
                            text("notice", e.notice().isEmpty() ? null : e.notice()),
                            text("announced", e.announced()));
            case SpecialProcedureClosed e -> List.of(number("procedure", e.procedure()));
            case SpecialProcedureOverran e ->
                    List.of(
                            number("procedure", e.procedure()),
                            text("lastDay", e.announcedUntil()));
            case ReviewExtended e -> List.of(text("by", e.by()));
            case FilingDecided e -> List.of(text("outcome", e.outcome()));
            case CardRaised e -> List.of(text("card", e.card()), text("lastDay", e.due()));
            case DueDateReprojected e ->
                    List.of(
                            truth("ofStatutoryLimit", e.statutory()),
                            text("lastDayBefore", e.from()),
                            text("lastDay", e.to()));

            // Its activity and its resource are not attributes like others; see who writes them.
            case WorkStepRecorded _ -> List.of();
            case ProjectImported _,
                    ItemRuledOut _,
                    ItemReinstated _,
                    ProjectWithdrawn _,
                    ProjectTerminated _,
                    StartCleared _,
                    ConstructionStarted _,
                    MilestoneReported _,
                    ConstructionCompleted _,
                    CompletionAccepted _,
                    CompletionRefused _,
                    ProductionStarted _,
                    CommitmentDeclined _,
                    PublicityEnded _,
                    CommitmentWithdrawn _,
                    CommitmentFulfilled _,
                    FilingReceived _,
                    FilingImported _,
                    CorrectionRequested _,
                    CorrectionAnswered _,
                    AcceptanceRefused _,
                    FilingRecorded _,
                    DecisionDelivered _,
                    FilingWithdrawn _,
                    DecisionRevoked _,
                    CorrectionWindowLapsed _ ->
                    List.of();
        };
    }

    private static List<Attribute> limits(AcceptanceTerms terms) {
        return List.of(
                text("kind", terms.kind()),
                text("promised", terms.promised()),
                text("statutory", terms.statutory()),
                text("edition", terms.edition()));
    }
}
