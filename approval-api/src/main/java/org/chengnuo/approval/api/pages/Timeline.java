package org.chengnuo.approval.api.pages;

import org.chengnuo.approval.api.journal.Journal;
import org.chengnuo.approval.commitment.CommitmentEvent;
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
import org.chengnuo.approval.construction.ConstructionEvent;
import org.chengnuo.approval.construction.ConstructionEvent.CompletionAccepted;
import org.chengnuo.approval.construction.ConstructionEvent.CompletionRefused;
import org.chengnuo.approval.construction.ConstructionEvent.ConstructionCompleted;
import org.chengnuo.approval.construction.ConstructionEvent.ConstructionStarted;
import org.chengnuo.approval.construction.ConstructionEvent.MilestoneReported;
import org.chengnuo.approval.construction.ConstructionEvent.ProductionStarted;
import org.chengnuo.approval.construction.ConstructionEvent.StartCleared;
import org.chengnuo.approval.construction.ConstructionEvent.StartedWithoutClearance;
import org.chengnuo.approval.construction.Missing;
import org.chengnuo.approval.filing.AcceptanceTerms;
import org.chengnuo.approval.filing.FilingEvent;
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
import org.chengnuo.approval.journal.EventCatalogue;
import org.chengnuo.approval.parcel.ParcelEvent;
import org.chengnuo.approval.parcel.ParcelEvent.LandSupplied;
import org.chengnuo.approval.parcel.ParcelEvent.ServiceDelivered;
import org.chengnuo.approval.parcel.ParcelEvent.ServiceOrdered;
import org.chengnuo.approval.parcel.ParcelEvent.ServiceStarted;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.policy.Policies;
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
import org.chengnuo.approval.projections.problem.MissingLine;
import org.chengnuo.approval.supervision.SupervisionEvent;
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
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What happened to a filing or a project, for people to read. */
final class Timeline {

    private final Wording words;
    private final ZoneId zone;
    private final Duration lateEntryAfter;

    Timeline(Wording words, ZoneId zone, @Nullable AcceptanceTerms terms, Policies policies) {
        this.words = words;
        this.zone = zone;
        // Before the acceptance nothing is frozen yet, and the latest edition says what is late.
        this.lateEntryAfter =
                terms == null
                        ? policies.published().getLast().lateEntryAfter()
                        : terms.lateEntryAfter();
    }

    /**
     * @param name the stored name of the event
     * @param late by how long it was entered late; null if it was not
     * @param backDated the law dates it back, so that it is not late
     * @param who the user, with the enterprise for which an agent acted
     */
    record Step(
            String name,
            String title,
            String occurred,
            String recorded,
            @Nullable String late,
            boolean backDated,
            String who,
            String channel,
            List<Chart.Term> details) {}

    List<Step> steps(List<Journal.Entry> entries, boolean imported) {
        return entries.stream().map(entry -> step(entry, imported)).toList();
    }

    private Step step(Journal.Entry entry, boolean imported) {
        ProjectEvent event = entry.event();
        String name = EventCatalogue.nameOf(event.getClass()).name();
        Duration delay = Duration.between(event.occurredAt(), entry.recordedAt());
        boolean backDated = event instanceof FilingDeemedAccepted;
        boolean late = !imported && !backDated && delay.compareTo(lateEntryAfter) > 0;
        Map<String, String> metadata = entry.metadata();
        String who = metadata.getOrDefault("actor", "–");
        String actingFor = metadata.get("actingFor");
        return new Step(
                name,
                words.say("event." + name),
                moment(event.occurredAt()),
                moment(entry.recordedAt()),
                late ? words.duration(delay) : null,
                backDated,
                actingFor == null ? who : words.say("timeline.for", who, actingFor),
                metadata.getOrDefault("channel", "–"),
                details(event));
    }

    private String moment(Instant at) {
        return Wording.minute(at, zone);
    }

    private List<Chart.Term> details(ProjectEvent event) {
        var list = new ArrayList<Chart.Term>();
        switch (event) {
            case FilingEvent e -> list.addAll(details(e));
            case ParcelEvent e -> {
                add(list, "parcel", e.parcel().toString());
                switch (e) {
                    case ServiceOrdered s -> add(list, "item", words.item(s.item().toString()));
                    case ServiceStarted s -> add(list, "item", words.item(s.item().toString()));
                    case ServiceDelivered s -> add(list, "item", words.item(s.item().toString()));
                    case LandSupplied s -> add(list, "document", s.document());
                }
            }
            case ItemRuledOut e -> {
                add(list, "item", words.item(e.item().toString()));
                add(list, "reasons", e.reason());
            }
            case ItemReinstated e -> add(list, "item", words.item(e.item().toString()));
            case AgentEntrusted e -> add(list, "agent", e.agent());
            case EntrustmentEnded e -> add(list, "reasons", e.reason());
            case ProjectCodeChanged e -> add(list, "code", e.code().toString());
            case EligibilityAssessed e ->
                    add(
                            list,
                            "reasons",
                            joined(
                                    e.broken().stream()
                                            .map(
                                                    rule ->
                                                            words.either(
                                                                    rule.chinese(), rule.english()))
                                            .toList()));
            case MovedToEdition e -> {
                add(list, "edition", e.edition());
                add(list, "reasons", e.reason());
            }
            case ProjectWithdrawn e -> add(list, "reasons", e.reason());
            case ProjectTerminated e -> {
                add(list, "document", e.document());
                add(list, "reasons", e.reason());
            }
            case ProjectRegistered e -> add(list, "edition", e.edition());
            case ProjectImported e -> add(list, "case", e.caseId());
            case CommitmentEvent e -> list.addAll(details(e));
            case SupervisionEvent e -> list.addAll(details(e));
            case ConstructionEvent e -> list.addAll(details(e));
        }
        return list;
    }

    private List<Chart.Term> details(CommitmentEvent event) {
        var list = new ArrayList<Chart.Term>();
        switch (event) {
            case NoticeServed e -> {
                add(list, "item", items(e.items()));
                add(list, "standard", e.standard());
                add(list, "notice", e.notice());
            }
            case LetterSubmitted e -> {
                add(list, "letter", e.number());
                add(list, "item", items(e.items()));
            }
            case PreCheckPassed e -> add(list, "public-until", e.publicUntil().toString());
            case CommitmentDeclined e -> add(list, "reasons", e.reasons());
            case ObjectionRaised e -> {
                add(list, "objector", e.objector());
                add(list, "grounds", e.grounds());
            }
            case ObjectionDecided e -> {
                add(list, "outcome", upheld(e.upheld()));
                add(list, "reasons", e.reasons());
            }
            case CommitmentWithdrawn e -> add(list, "reasons", e.reason());
            case ObligationComing e -> add(list, "obligation", e.obligation().toString());
            case ObligationMet e -> add(list, "obligation", e.obligation().toString());
            case ObligationMissed e -> add(list, "obligation", e.obligation().toString());
            case IndicatorNotKept e -> add(list, "obligation", e.obligation().toString());
            case PublicityEnded _, CommitmentTookEffect _, CommitmentFulfilled _ -> {}
        }
        return list;
    }

    private List<Chart.Term> details(SupervisionEvent event) {
        var list = new ArrayList<Chart.Term>();
        switch (event) {
            case InspectionRecorded e -> {
                add(list, "inspection", String.valueOf(e.inspection()));
                add(list, "node", words.either(e.node().chinese(), e.node().english()));
                add(list, "inspector", e.inspector());
                add(
                        list,
                        "findings",
                        joined(
                                e.findings().stream()
                                        .map(
                                                finding ->
                                                        "%s (%s)"
                                                                .formatted(
                                                                        finding.text(),
                                                                        words.say(
                                                                                finding.conforms()
                                                                                        ? "detail.conforms"
                                                                                        : "detail.conforms-not")))
                                        .toList()));
            }
            case RectificationOrdered e -> {
                add(list, "order", String.valueOf(e.order()));
                add(list, "inspection", String.valueOf(e.inspection()));
                add(list, "deadline", e.deadline().toString());
                add(list, "demands", e.demands());
                add(list, "document", e.document());
            }
            case RectificationComing e -> {
                add(list, "order", String.valueOf(e.order()));
                add(list, "deadline", e.deadline().toString());
            }
            case RectificationMissed e -> {
                add(list, "order", String.valueOf(e.order()));
                add(list, "deadline", e.deadline().toString());
            }
            case RectificationVerified e -> {
                add(list, "order", String.valueOf(e.order()));
                add(
                        list,
                        "outcome",
                        words.say(e.rectified() ? "detail.rectified" : "detail.rectified-not"));
                add(list, "findings", e.findings());
            }
            case BreachFound e -> {
                add(list, "breach", String.valueOf(e.breach()));
                add(list, "kind", words.either(e.kind().chinese(), e.kind().english()));
                if (e.order() != null) {
                    add(list, "order", e.order().toString());
                }
                add(list, "reasons", e.reasons());
                add(list, "document", e.document());
            }
            case CreditMeasureProposed e -> {
                add(list, "proposal", String.valueOf(e.proposal()));
                add(list, "breach", String.valueOf(e.breach()));
                add(list, "measure", words.measure(e.measure()));
                add(
                        list,
                        "document",
                        "%s %s, %s"
                                .formatted(
                                        e.document().kind(),
                                        e.document().number(),
                                        e.document().effective()));
            }
            case ProposalObjected e -> {
                add(list, "proposal", String.valueOf(e.proposal()));
                add(list, "grounds", e.grounds());
            }
            case ProposalObjectionDecided e -> {
                add(list, "proposal", String.valueOf(e.proposal()));
                add(list, "outcome", upheld(e.upheld()));
                add(list, "reasons", e.reasons());
            }
            case BreachClosed e -> {
                add(list, "breach", String.valueOf(e.breach()));
                add(list, "closing", words.either(e.closing().chinese(), e.closing().english()));
                add(list, "reasons", e.reasons());
                add(list, "document", e.document());
            }
            case CreditRepaired e -> {
                add(list, "proposal", String.valueOf(e.proposal()));
                add(list, "document", e.document());
            }
        }
        return list;
    }

    private List<Chart.Term> details(ConstructionEvent event) {
        var list = new ArrayList<Chart.Term>();
        switch (event) {
            case StartCleared e -> add(list, "document", e.document());
            case StartedWithoutClearance e ->
                    add(list, "missing", joined(e.missing().stream().map(this::missing).toList()));
            case MilestoneReported e -> {
                add(list, "milestone", e.milestone());
                add(list, "proof", e.evidence());
            }
            case CompletionAccepted e -> add(list, "document", e.document());
            case CompletionRefused e -> {
                add(list, "document", e.document());
                add(list, "reasons", e.reasons());
            }
            case ConstructionStarted _, ConstructionCompleted _, ProductionStarted _ -> {}
        }
        return list;
    }

    private String missing(Missing missing) {
        MissingLine line = MissingLine.of(missing);
        String what = words.either(line.nameZh(), line.nameEn());
        return line.parcel() == null ? what : "%s (%s)".formatted(what, line.parcel());
    }

    private String upheld(boolean upheld) {
        return words.say(upheld ? "detail.upheld" : "detail.dismissed");
    }

    private @Nullable String items(List<ItemCode> items) {
        return joined(items.stream().map(item -> words.item(item.toString())).toList());
    }

    private List<Chart.Term> details(FilingEvent event) {
        var list = new ArrayList<Chart.Term>();
        switch (event) {
            case FilingReceived e -> add(list, "receipt", e.receipt());
            case FilingImported e -> add(list, "case", e.caseId());
            case WorkStepRecorded e -> {
                add(list, "activity", e.activity());
                add(list, "resource", e.resource());
            }
            case CorrectionRequested e -> {
                add(list, "notice", e.notice());
                add(list, "deficiencies", joined(e.deficiencies()));
            }
            case CorrectionAnswered _ -> {}
            case AcceptanceRefused e -> {
                add(list, "receipt", e.receipt());
                add(list, "reasons", e.reasons());
                add(list, "remedies", e.remedies());
            }
            case FilingAccepted e -> add(list, "receipt", e.receipt());
            case FilingDeemedAccepted _ -> {}
            case SpecialProcedureOpened e -> {
                add(list, "ground", words.say("ground." + e.ground().name()));
                add(list, "notice", e.notice());
                add(list, "announced", words.limit(e.announced()));
            }
            case SpecialProcedureClosed e -> add(list, "document", e.resultDocument());
            case ReviewExtended e -> {
                add(list, "by", words.limit(e.by()));
                add(list, "reasons", e.reason());
                add(list, "approver", e.approver());
            }
            case FilingDecided e -> {
                add(list, "outcome", words.state(e.outcome().state()));
                add(list, "document", e.document());
                add(list, "reasons", e.reasons());
                add(list, "remedies", e.remedies());
                add(list, "to-follow", joined(e.documentsToFollow()));
            }
            case FilingRecorded e -> add(list, "receipt", e.receipt());
            case DecisionDelivered e -> add(list, "proof", e.proof());
            case FilingWithdrawn e -> add(list, "reasons", e.reason());
            case DecisionRevoked e -> add(list, "reasons", e.reason());
            case CardRaised e -> {
                add(list, "card", words.say("card." + e.card().name()));
                add(list, "due", e.due().toString());
            }
            case CorrectionWindowLapsed _ -> {}
            case SpecialProcedureOverran e ->
                    add(list, "announced-until", e.announcedUntil().toString());
            case DueDateReprojected e -> {
                add(list, "from", e.from().toString());
                add(list, "to", e.to().toString());
                add(list, "notice", e.notice());
            }
        }
        return list;
    }

    private static @Nullable String joined(List<String> texts) {
        return texts.isEmpty() ? null : String.join("; ", texts);
    }

    private void add(List<Chart.Term> list, String word, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            list.add(new Chart.Term(words.say("detail." + word), value));
        }
    }
}
