package org.chengnuo.approval.supervision;

import org.chengnuo.approval.Reason;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.commitment.Commitment;
import org.chengnuo.approval.commitment.CommitmentId;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.supervision.SupervisionCommand.FindBreach;
import org.chengnuo.approval.supervision.SupervisionCommand.Finding;
import org.chengnuo.approval.supervision.SupervisionCommand.RecordInspection;
import org.chengnuo.approval.supervision.SupervisionEvent.InspectionRecorded;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rules of the supervision, one for each thing that is asked of it. */
final class Rules {

    private Rules() {}

    /** An act is recorded when it has happened, not before. */
    static void notInTheFuture(Instant occurredAt, Instant now) throws Refusal {
        if (occurredAt.isAfter(now)) {
            throw new Refusal(
                    Reason.IN_THE_FUTURE, "occurredAt %s is after %s".formatted(occurredAt, now));
        }
    }

    /** What rests on something does not happen before it. */
    static void notBefore(Instant occurredAt, Instant preceding) throws Refusal {
        if (occurredAt.isBefore(preceding)) {
            throw new Refusal(
                    Reason.BEFORE_PRECEDING_ACT,
                    "occurredAt %s is before the preceding act of %s"
                            .formatted(occurredAt, preceding));
        }
    }

    /** What is spoken of must be there, by its number from 1. */
    static <T> T numbered(int number, List<T> all, Reason unknown) throws Refusal {
        if (number < 1 || number > all.size()) {
            throw new Refusal(
                    unknown,
                    "they are numbered from 1 to %d, and there is no number %d"
                            .formatted(all.size(), number));
        }
        return all.get(number - 1);
    }

    static Commitment commitment(CommitmentId id, Map<CommitmentId, Commitment> all)
            throws Refusal {
        Commitment commitment = all.get(id);
        if (commitment == null) {
            throw new Refusal(
                    Reason.COMMITMENT_UNKNOWN,
                    "the project has %d commitments, and no number %d"
                            .formatted(all.size(), id.number()));
        }
        return commitment;
    }

    /** 检查: an inspection has an inspector, and says what it found. */
    static String inspectedBySomebody(RecordInspection command) throws Refusal {
        if (command.findings().isEmpty()
                || command.findings().stream().anyMatch(finding -> finding.text().isBlank())) {
            throw new Refusal(
                    Reason.FINDINGS_MISSING, "findings is empty, or the text of one of them is");
        }
        return present(command.inspector(), Reason.INSPECTOR_MISSING, "inspector");
    }

    /** What was found concerns the letter of the commitment that was inspected. */
    static void findingsOfTheLetter(
            RecordInspection command, Map<CommitmentId, Commitment> commitments) throws Refusal {
        Commitment inspected =
                command.commitment() == null ? null : commitment(command.commitment(), commitments);
        var strange = new ArrayList<String>();
        for (Finding finding : command.findings()) {
            if (finding.obligation() != null
                    && (inspected == null || !inspected.promises(finding.obligation()))) {
                strange.add(finding.obligation().toString());
            }
        }
        if (!strange.isEmpty()) {
            throw new Refusal(
                    Reason.OBLIGATION_UNKNOWN,
                    inspected == null
                            ? "no commitment is named, and so no obligation %s".formatted(strange)
                            : "commitment %s has no obligation %s"
                                    .formatted(inspected.id(), strange));
        }
    }

    /** 责令整改 follows an inspection that found something to rectify. */
    static void somethingToRectify(InspectionRecorded inspection) throws Refusal {
        if (inspection.findings().stream().allMatch(Finding::conforms)) {
            throw new Refusal(
                    Reason.NOTHING_TO_RECTIFY,
                    "all findings of inspection %d conform".formatted(inspection.inspection()));
        }
    }

    /** The enterprise has at least the next day to rectify. */
    static void timeToRectify(LocalDate deadline, LocalDate ordered) throws Refusal {
        if (!deadline.isAfter(ordered)) {
            throw new Refusal(
                    Reason.DEADLINE_TOO_SOON,
                    "the deadline %s is not after %s".formatted(deadline, ordered));
        }
    }

    /** 违诺: only a letter that has been in force can be broken. */
    static void hasBeenInForce(Commitment commitment) throws Refusal {
        if (!commitment.hasBeenInForce()) {
            throw new Refusal(
                    Reason.COMMITMENT_NEVER_IN_FORCE,
                    "commitment %s is at the stage %s"
                            .formatted(commitment.id(), commitment.stageName()));
        }
    }

    /**
     * 未履行承诺 rests on an order of this commitment that was missed or not kept; where none is named,
     * on an obligation that was missed. What has been made good since no longer bears it.
     */
    static void notKept(FindBreach command, Commitment commitment, @Nullable Order order)
            throws Refusal {
        if (order == null) {
            if (commitment.missed().isEmpty()) {
                throw new Refusal(
                        Reason.BREACH_NOT_ESTABLISHED,
                        "no order is named, and no obligation of %s is missed"
                                .formatted(commitment.id()));
            }
        } else if (!order.isBroken()) {
            throw new Refusal(
                    Reason.BREACH_NOT_ESTABLISHED,
                    "order %d is %s, with the deadline %s"
                            .formatted(command.order(), order.stage(), order.deadline()));
        }
    }

    /**
     * 虚假承诺 rests on an inspection of this commitment that found something that does not conform.
     */
    static void shownToBeFalse(FindBreach command, List<InspectionRecorded> inspections)
            throws Refusal {
        for (InspectionRecorded inspection : inspections) {
            if (command.commitment().equals(inspection.commitment())
                    && inspection.findings().stream().anyMatch(finding -> !finding.conforms())
                    && !inspection.occurredAt().isAfter(command.occurredAt())) {
                return;
            }
        }
        throw new Refusal(
                Reason.BREACH_NOT_ESTABLISHED,
                "no inspection of %s found something that does not conform"
                        .formatted(command.commitment()));
    }

    static void orderOfTheCommitment(FindBreach command, InspectionRecorded inspection)
            throws Refusal {
        if (!command.commitment().equals(inspection.commitment())) {
            throw new Refusal(
                    Reason.ORDER_OF_ANOTHER_MATTER,
                    "order %d follows inspection %d, which is not of %s"
                            .formatted(
                                    command.order(),
                                    inspection.inspection(),
                                    command.commitment()));
        }
    }

    /** What has been repaired or set aside bears nothing any more, and is closed once. */
    static void notClosed(Breach breach) throws Refusal {
        if (breach.closed()) {
            throw new Refusal(
                    Reason.BREACH_CLOSED,
                    "breach %d has been closed".formatted(breach.found().breach()));
        }
    }

    /** A breach is not closed over a proposal, which ends by repair or by objection. */
    static void noProposalStands(int breach, List<Proposal> proposals) throws Refusal {
        for (int i = 0; i < proposals.size(); i++) {
            if (proposals.get(i).breach() == breach && proposals.get(i).stands()) {
                throw new Refusal(
                        Reason.PROPOSAL_STANDS,
                        "proposal %d for breach %d is %s"
                                .formatted(i + 1, breach, proposals.get(i).stage()));
            }
        }
    }

    /** 依据生效法律文书: without a document that is in effect, nothing is proposed. */
    static LegalDocument legallyEffective(@Nullable LegalDocument document, LocalDate day)
            throws Refusal {
        if (document == null || document.kind().isBlank() || document.number().isBlank()) {
            throw new Refusal(
                    Reason.LEGAL_DOCUMENT_MISSING,
                    "the legal document, its kind or its number is missing");
        }
        if (document.effective().isAfter(day)) {
            throw new Refusal(
                    Reason.LEGAL_DOCUMENT_NOT_EFFECTIVE,
                    "%s %s is effective from %s, after %s"
                            .formatted(
                                    document.kind(), document.number(), document.effective(), day));
        }
        return document;
    }

    /** 清单之外不得惩戒: only a measure on the list of the edition may be proposed. */
    static void onTheList(String measure, PolicyEdition edition) throws Refusal {
        if (edition.content().creditMeasure(measure).isEmpty()) {
            throw new Refusal(
                    Reason.MEASURE_NOT_LISTED,
                    "edition %s does not list the measure «%s»".formatted(edition.name(), measure));
        }
    }

    /** 一事不再罚: the same measure is proposed once for the same breach. */
    static void onceForABreach(int breach, String measure, List<Proposal> proposals)
            throws Refusal {
        for (int i = 0; i < proposals.size(); i++) {
            if (proposals.get(i).breach() == breach && proposals.get(i).measure().equals(measure)) {
                throw new Refusal(
                        Reason.PROPOSED_ALREADY,
                        "proposal %d is of %s for breach %d".formatted(i + 1, measure, breach));
            }
        }
    }

    /** What an act says in writing. */
    static String present(@Nullable String text, Reason reason, String field) throws Refusal {
        if (text == null || text.isBlank()) {
            throw new Refusal(reason, field + " is missing");
        }
        return text;
    }
}
