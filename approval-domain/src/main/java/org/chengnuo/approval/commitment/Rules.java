package org.chengnuo.approval.commitment;

import org.chengnuo.approval.Reason;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.commitment.CommitmentCommand.MeasureIndicator;
import org.chengnuo.approval.commitment.CommitmentCommand.SubmitLetter;
import org.chengnuo.approval.commitment.Promise.PromisedIndicator;
import org.chengnuo.approval.commitment.Promise.PromisedMilestone;
import org.chengnuo.approval.commitment.Stage.Objection;
import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.policy.Standard;
import org.chengnuo.approval.policy.Standard.Indicator;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.ZoneCode;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The rules of a commitment, one for each thing that the reform asks of it. */
final class Rules {

    private Rules() {}

    /** An act is recorded when it has happened, not before. */
    static void notInTheFuture(Instant occurredAt, Instant now) throws Refusal {
        if (occurredAt.isAfter(now)) {
            throw new Refusal(
                    Reason.IN_THE_FUTURE, "occurredAt %s is after %s".formatted(occurredAt, now));
        }
    }

    /** What comes later in the life cycle does not happen earlier in time. */
    static void notBeforePrecedingAct(Instant occurredAt, Instant preceding) throws Refusal {
        if (occurredAt.isBefore(preceding)) {
            throw new Refusal(
                    Reason.BEFORE_PRECEDING_ACT,
                    "occurredAt %s is before the preceding act of %s"
                            .formatted(occurredAt, preceding));
        }
    }

    /** Notice and letter name their items, each once. */
    static void itemsNamed(List<ItemCode> items) throws Refusal {
        if (items.isEmpty()) {
            throw new Refusal(Reason.COMMITMENT_ITEMS_MISSING, "items is empty");
        }
        var seen = new HashSet<ItemCode>();
        for (ItemCode item : items) {
            if (!seen.add(item)) {
                throw new Refusal(Reason.COMMITMENT_ITEMS_MISSING, item + " is there twice");
            }
        }
    }

    /**
     * Only items of the class 企业承诺 are committed to: what can be served is not, nor what is kept.
     */
    static void openToCommitment(
            List<ItemCode> items, PolicyEdition edition, ProjectType type, ZoneCode zone)
            throws Refusal {
        var closed = new ArrayList<String>();
        for (ItemCode code : items) {
            ItemClass itemClass =
                    edition.item(code).map(item -> item.classFor(type, zone)).orElse(null);
            if (itemClass == null) {
                closed.add("edition %s has no item %s".formatted(edition.name(), code));
            } else if (itemClass != ItemClass.COMMITMENT) {
                closed.add(
                        "%s is of class %s under edition %s"
                                .formatted(code, itemClass, edition.name()));
            }
        }
        if (!closed.isEmpty()) {
            throw new Refusal(Reason.NOT_OPEN_TO_COMMITMENT, String.join("; ", closed));
        }
    }

    /** 告知: what is served is a standard of the edition, in one version. */
    static Standard standardOf(PolicyEdition edition, String version) throws Refusal {
        return edition.content()
                .standard(version)
                .orElseThrow(
                        () ->
                                new Refusal(
                                        Reason.STANDARD_UNKNOWN,
                                        "edition %s has the standards %s, and not «%s»"
                                                .formatted(
                                                        edition.name(),
                                                        edition.content().standards().stream()
                                                                .map(Standard::version)
                                                                .toList(),
                                                        version)));
    }

    /** 自愿: the enterprise commits to all the items of the notice or to some, never to others. */
    static void withinTheNotice(List<ItemCode> items, List<ItemCode> served) throws Refusal {
        List<ItemCode> beyond = items.stream().filter(item -> !served.contains(item)).toList();
        if (!beyond.isEmpty()) {
            throw new Refusal(
                    Reason.LETTER_BEYOND_NOTICE,
                    "the notice is of %s, and not of %s".formatted(served, beyond));
        }
    }

    /** Who commits has the same text before him as the authority that told him. */
    static void onTheStandardServed(String hash, String served) throws Refusal {
        if (!hash.equals(served)) {
            throw new Refusal(
                    Reason.OTHER_STANDARD,
                    "the standard served has the hash %s, not %s".formatted(served, hash));
        }
    }

    /** The seal and the signature are on the letter that is attached. */
    static String signedAndSealed(SubmitLetter command) throws Refusal {
        present(command.signer().name(), Reason.SIGNER_MISSING, "the signer's name");
        String attachment = command.attachment();
        if (attachment == null || !attachment.matches("[0-9a-f]{64}")) {
            throw new Refusal(
                    Reason.SIGNED_LETTER_MISSING,
                    "the attachment is named by the 64 lower-case hexadecimal digits of its"
                            + " SHA-256");
        }
        return attachment;
    }

    /**
     * Every indicator of the standard is promised once, as the standard measures it and at least as
     * good, and nothing else; and every milestone once, in order, none before the letter. Whoever
     * asks is told all that is wrong.
     *
     * @param day of the letter
     */
    static void answersTheStandard(Promise promise, Standard standard, LocalDate day)
            throws Refusal {
        var wrong = new ArrayList<String>();
        for (Indicator asked : standard.indicators()) {
            List<PromisedIndicator> promised =
                    promise.indicators().stream()
                            .filter(indicator -> indicator.code().equals(asked.code()))
                            .toList();
            if (promised.size() != 1) {
                wrong.add(
                        "indicator %s is promised %d times, not once"
                                .formatted(asked.code(), promised.size()));
            }
            promised.forEach(indicator -> compare(indicator, asked, wrong));
        }
        for (PromisedIndicator promised : promise.indicators()) {
            if (standard.indicator(promised.code()).isEmpty()) {
                wrong.add(
                        "indicator %s is not in standard %s"
                                .formatted(promised.code(), standard.version()));
            }
        }
        milestones(promise, day, wrong);
        if (!wrong.isEmpty()) {
            throw new Refusal(Reason.PROMISE_NOT_AS_SERVED, String.join("; ", wrong));
        }
    }

    private static void compare(PromisedIndicator promised, Indicator asked, List<String> wrong) {
        if (!promised.unit().equals(asked.unit())) {
            wrong.add(
                    "indicator %s is measured in %s, not in %s"
                            .formatted(asked.code(), asked.unit(), promised.unit()));
        }
        if (promised.direction() != asked.direction()) {
            wrong.add(
                    "indicator %s is %s a value, not %s"
                            .formatted(asked.code(), asked.direction(), promised.direction()));
        } else if (!asked.direction().isKept(promised.value(), asked.value())) {
            wrong.add(
                    "indicator %s is %s %s %s, and %s does not keep it"
                            .formatted(
                                    asked.code(),
                                    asked.direction(),
                                    asked.value().toPlainString(),
                                    asked.unit(),
                                    promised.value().toPlainString()));
        }
    }

    private static void milestones(Promise promise, LocalDate day, List<String> wrong) {
        LocalDate earliest = day;
        String after = "the letter";
        for (Milestone milestone : Milestone.values()) {
            List<LocalDate> days =
                    promise.milestones().stream()
                            .filter(promised -> promised.milestone() == milestone)
                            .map(PromisedMilestone::by)
                            .toList();
            if (days.size() != 1) {
                wrong.add(
                        "milestone %s is promised %d times, not once"
                                .formatted(milestone, days.size()));
            } else if (days.getFirst().isBefore(earliest)) {
                wrong.add(
                        "milestone %s by %s is before %s of %s"
                                .formatted(milestone, days.getFirst(), after, earliest));
            } else {
                earliest = days.getFirst();
                after = milestone.toString();
            }
        }
    }

    /** 公示: anybody may object as long as the letter is shown, to the end of the last day. */
    static void stillPublic(LocalDate day, LocalDate until) throws Refusal {
        if (day.isAfter(until)) {
            throw new Refusal(Reason.PUBLICITY_OVER, "the last day of the publicity was " + until);
        }
    }

    static void objectionIsOpen(int number, Stage.Objections objections) throws Refusal {
        Objection objection =
                objections
                        .number(number)
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                Reason.OBJECTION_UNKNOWN,
                                                "there are %d objections, and no number %d"
                                                        .formatted(
                                                                objections.all().size(), number)));
        if (objection != Objection.OPEN) {
            throw new Refusal(
                    Reason.OBJECTION_DECIDED_ALREADY,
                    "objection %d is %s".formatted(number, objection));
        }
    }

    /**
     * 办结前可以撤回: a commitment is withdrawn before its matter is concluded. It is when it is
     * fulfilled, and for the items of the letter already when the completion has been accepted on
     * its strength.
     */
    static void notConcluded(Stage stage, boolean accepted) throws Refusal {
        if (stage instanceof Stage.InForce && accepted) {
            throw new Refusal(
                    Reason.COMMITMENT_CONCLUDED,
                    "the completion of the project has been accepted on this letter");
        }
    }

    /** An indicator is measured until it has been met, and against what the letter promises. */
    static PromisedIndicator indicatorOwed(String code, Stage.InForce inForce) throws Refusal {
        PromisedIndicator promised =
                inForce.letter().promise().indicators().stream()
                        .filter(indicator -> indicator.code().equals(code))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                Reason.INDICATOR_UNKNOWN,
                                                "the letter promises %s"
                                                        .formatted(
                                                                inForce
                                                                        .letter()
                                                                        .promise()
                                                                        .indicators()
                                                                        .stream()
                                                                        .map(
                                                                                PromisedIndicator
                                                                                        ::code)
                                                                        .toList())));
        ObligationId id = ObligationId.ofIndicator(code);
        if (inForce.obligations().unmet(id).isEmpty()) {
            throw new Refusal(Reason.OBLIGATION_MET_ALREADY, id + " has been met");
        }
        return promised;
    }

    /** What is built is measured once it is being built, and what it yields in operation. */
    static void measurable(MeasureIndicator command, Stage.InForce inForce, Built built)
            throws Refusal {
        boolean atCompletion =
                inForce.obligations()
                        .unmet(ObligationId.ofIndicator(command.indicator()))
                        .map(Obligation::beforeAcceptance)
                        .orElse(true);
        Milestone from = atCompletion ? Milestone.START : Milestone.PRODUCTION;
        if (!built.reachedBy(from, command.occurredAt())) {
            throw new Refusal(
                    Reason.NOT_MEASURABLE_YET,
                    "indicator %s is measured from the milestone %s on, and %s is not after it"
                            .formatted(command.indicator(), from, command.occurredAt()));
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
