package org.chengnuo.approval.project;

import static java.util.stream.Collectors.joining;

import org.chengnuo.approval.Circumstances;
import org.chengnuo.approval.Reason;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.commitment.Commitment;
import org.chengnuo.approval.commitment.CommitmentCommand;
import org.chengnuo.approval.commitment.CommitmentCommand.SubmitLetter;
import org.chengnuo.approval.construction.Missing;
import org.chengnuo.approval.filing.Filing;
import org.chengnuo.approval.filing.FilingCommand;
import org.chengnuo.approval.filing.ReceiveFiling;
import org.chengnuo.approval.parcel.ParcelCommand;
import org.chengnuo.approval.parcel.ParcelCommand.OrderService;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.policy.PolicyItem;
import org.chengnuo.approval.project.ProjectCommand.MoveToEdition;
import org.chengnuo.approval.project.ProjectCommand.RuleItemOut;
import org.chengnuo.approval.supervision.FalseCommitment;

import java.time.Instant;
import java.util.List;

/** The rules of a project that concern every act, or more than one of its parts. */
final class Rules {

    /** From this day on the Administrative Licensing Law 行政许可法 has been in force (Art. 83). */
    private static final Instant LAW_IN_FORCE = Instant.parse("2004-06-30T16:00:00Z");

    private Rules() {}

    // Of every act

    /** An act is recorded when it has happened, not before. */
    static void notInTheFuture(ProjectCommand command, Circumstances circumstances) throws Refusal {
        if (command.occurredAt().isAfter(circumstances.now())) {
            throw new Refusal(
                    Reason.IN_THE_FUTURE,
                    "occurredAt %s is after %s"
                            .formatted(command.occurredAt(), circumstances.now()));
        }
    }

    static void notBeforeTheLaw(ProjectCommand command) throws Refusal {
        if (command.occurredAt().isBefore(LAW_IN_FORCE)) {
            throw new Refusal(
                    Reason.BEFORE_THE_LAW,
                    "occurredAt %s is before %s".formatted(command.occurredAt(), LAW_IN_FORCE));
        }
    }

    static void notBeforeRegistration(ProjectCommand command, Dossier dossier) throws Refusal {
        Instant registered = dossier.particulars().registered().occurredAt();
        if (command.occurredAt().isBefore(registered)) {
            throw new Refusal(
                    Reason.BEFORE_REGISTRATION,
                    "occurredAt %s is before the registration of %s"
                            .formatted(command.occurredAt(), registered));
        }
    }

    // Of what is asked for

    static Filing filing(FilingCommand command, Dossier dossier) throws Refusal {
        Filing filing = dossier.filings().get(command.filing());
        if (filing == null) {
            throw new Refusal(
                    Reason.FILING_UNKNOWN,
                    "the project has %d filings, and no number %d"
                            .formatted(dossier.filings().size(), command.filing().number()));
        }
        return filing;
    }

    static Commitment commitment(CommitmentCommand command, Dossier dossier) throws Refusal {
        Commitment commitment = dossier.commitments().get(command.commitment());
        if (commitment == null) {
            throw new Refusal(
                    Reason.COMMITMENT_UNKNOWN,
                    "the project has %d commitments, and no number %d"
                            .formatted(
                                    dossier.commitments().size(), command.commitment().number()));
        }
        return commitment;
    }

    static PolicyEdition edition(MoveToEdition command, Circumstances circumstances)
            throws Refusal {
        try {
            return circumstances.policy(command.edition());
        } catch (IllegalArgumentException e) {
            throw new Refusal(Reason.EDITION_UNKNOWN, String.valueOf(e.getMessage()));
        }
    }

    // Of the project's own acts

    /** What an enterprise has committed to in good faith is not taken from under it. */
    static void eligibilityNotSettled(Dossier dossier, PolicyEdition policy) throws Refusal {
        if (dossier.particulars().isAssessed()) {
            for (PolicyItem item : policy.items()) {
                if (dossier.hasLetterInForceFor(item.code())) {
                    throw new Refusal(
                            Reason.LETTER_IN_FORCE, "a letter for %s".formatted(item.code()));
                }
            }
        }
    }

    /** By its edition a project was cleared, or should have been. */
    static void editionNotSettled(Dossier dossier) throws Refusal {
        if (dossier.construction().isClearedOrStarted()) {
            throw new Refusal(Reason.EDITION_SETTLED, "construction is " + dossier.construction());
        }
    }

    /** What is being filed or committed to concerns the project. */
    static void nothingUnderWay(RuleItemOut command, Dossier dossier) throws Refusal {
        if (dossier.hasFiling(command.item(), Filing::isOpen)) {
            throw new Refusal(Reason.ITEM_BEING_FILED, "item " + command.item());
        }
        notCovered(command.item(), dossier);
    }

    /** What stands can be terminated by the authority, but no longer be taken back. */
    static void notCompleted(Dossier dossier) throws Refusal {
        if (dossier.construction().isCompleted()) {
            throw new Refusal(
                    Reason.PROJECT_COMPLETED, "construction is " + dossier.construction());
        }
    }

    static void serviceNotRuledOut(ParcelCommand command, Dossier dossier) throws Refusal {
        if (command instanceof OrderService order) {
            dossier.particulars().notRuledOut(order.item());
        }
    }

    // Of filing and committing, between which an enterprise chooses for each item

    static void mayBeFiled(ReceiveFiling command, Dossier dossier) throws Refusal {
        dossier.particulars().notRuledOut(command.item());
        notCovered(command.item(), dossier);
    }

    static void mayBeCommittedTo(SubmitLetter command, Dossier dossier, Circumstances circumstances)
            throws Refusal {
        eligible(dossier);
        noFalseCommitmentStands(dossier.particulars().registered().enterprise(), circumstances);
        for (ItemCode item : command.items()) {
            dossier.particulars().notRuledOut(item);
            notFiled(item, dossier);
            notCovered(item, dossier);
        }
    }

    /** The reform is open to projects that keep the rules of their edition. */
    private static void eligible(Dossier dossier) throws Refusal {
        if (!dossier.particulars().isEligible()) {
            throw new Refusal(
                    Reason.NOT_ELIGIBLE,
                    dossier.particulars().isAssessed()
                            ? "the assessment found broken rules"
                            : "it has not been assessed under edition "
                                    + dossier.particulars().edition());
        }
    }

    /**
     * Who committed falsely, and has not repaired its credit, goes the ordinary way. It is asked
     * when the letter is submitted and again at its pre-check. Between that and its effect the
     * office can decline it; the effect itself comes of the project's own story, which does not
     * tell of other projects.
     */
    static void noFalseCommitmentStands(CreditCode enterprise, Circumstances circumstances)
            throws Refusal {
        var standing = circumstances.standingAgainst(enterprise);
        if (!standing.isEmpty()) {
            throw new Refusal(
                    Reason.FALSE_COMMITMENT_STANDS,
                    standing.stream()
                            .map(
                                    one ->
                                            "finding %s, breach %d of project %s"
                                                    .formatted(
                                                            one.document(),
                                                            one.breach(),
                                                            one.project()))
                            .collect(joining("; ")));
        }
    }

    private static void notFiled(ItemCode item, Dossier dossier) throws Refusal {
        if (dossier.hasFiling(item, filing -> filing.isOpen() || filing.isGranted())) {
            throw new Refusal(Reason.ITEM_FILED, "item " + item);
        }
    }

    /** The letter has to be withdrawn first. */
    private static void notCovered(ItemCode item, Dossier dossier) throws Refusal {
        var commitment = dossier.covering(item);
        if (commitment.isPresent()) {
            throw new Refusal(
                    Reason.ITEM_COVERED,
                    "item %s is covered by commitment %s".formatted(item, commitment.get().id()));
        }
    }

    // Of the construction

    /**
     * A project that has not kept its commitments is not accepted; nor can it dodge them, by not
     * committing or by withdrawing, without the approvals that it then needs.
     *
     * @param missing of what the start needs, all of which a completed project has long needed
     */
    static void mayBeAccepted(Dossier dossier, List<Missing> missing) throws Refusal {
        commitmentsMet(dossier);
        ordersRectified(dossier);
        falseCommitmentsRemedied(dossier);
        everyItemSettled(missing);
    }

    private static void commitmentsMet(Dossier dossier) throws Refusal {
        List<String> unmet =
                dossier.commitments().entrySet().stream()
                        .filter(entry -> !entry.getValue().unmetBeforeAcceptance().isEmpty())
                        .map(
                                entry ->
                                        "commitment %s: %s"
                                                .formatted(
                                                        entry.getKey(),
                                                        entry.getValue().unmetBeforeAcceptance()))
                        .toList();
        if (!unmet.isEmpty()) {
            throw new Refusal(Reason.COMMITMENT_UNMET, String.join("; ", unmet));
        }
    }

    /** 责令整改: what was ordered is rectified first, in time or not. */
    private static void ordersRectified(Dossier dossier) throws Refusal {
        List<Integer> outstanding = dossier.supervision().ordersOutstanding();
        if (!outstanding.isEmpty()) {
            throw new Refusal(
                    Reason.RECTIFICATION_OUTSTANDING,
                    "not verified as rectified: orders %s".formatted(outstanding));
        }
    }

    /** 虚假承诺. What was not kept is known by its order or its obligation. */
    private static void falseCommitmentsRemedied(Dossier dossier) throws Refusal {
        List<FalseCommitment> unremedied = dossier.supervision().unremedied();
        if (!unremedied.isEmpty()) {
            throw new Refusal(
                    Reason.FALSE_COMMITMENT_UNREMEDIED,
                    unremedied.stream()
                            .map(one -> "breach %d, %s".formatted(one.breach(), one.document()))
                            .collect(joining("; ")));
        }
    }

    /** Each item has been approved, recorded, served or committed to, and the land supplied. */
    private static void everyItemSettled(List<Missing> missing) throws Refusal {
        if (!missing.isEmpty()) {
            throw new Refusal(
                    Reason.ITEMS_UNSETTLED,
                    missing.stream().map(Missing::toString).collect(joining("; ")),
                    missing);
        }
    }
}
