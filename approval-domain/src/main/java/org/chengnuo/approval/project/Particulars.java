package org.chengnuo.approval.project;

import org.chengnuo.approval.Reason;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.project.ProjectCommand.AssessEligibility;
import org.chengnuo.approval.project.ProjectCommand.ChangeProjectCode;
import org.chengnuo.approval.project.ProjectCommand.MoveToEdition;
import org.chengnuo.approval.project.ProjectCommand.ReinstateItem;
import org.chengnuo.approval.project.ProjectCommand.RuleItemOut;
import org.chengnuo.approval.project.ProjectCommand.TerminateProject;
import org.chengnuo.approval.project.ProjectCommand.WithdrawProject;
import org.chengnuo.approval.project.ProjectEvent.EligibilityAssessed;
import org.chengnuo.approval.project.ProjectEvent.EligibilityAssessed.BrokenRule;
import org.chengnuo.approval.project.ProjectEvent.ItemReinstated;
import org.chengnuo.approval.project.ProjectEvent.ItemRuledOut;
import org.chengnuo.approval.project.ProjectEvent.MovedToEdition;
import org.chengnuo.approval.project.ProjectEvent.ProjectCodeChanged;
import org.chengnuo.approval.project.ProjectEvent.ProjectRegistered;
import org.chengnuo.approval.project.ProjectEvent.ProjectTerminated;
import org.chengnuo.approval.project.ProjectEvent.ProjectWithdrawn;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known of the project itself: its registration, its code, the edition that it is under,
 * whether it is eligible, and the items that do not concern it.
 *
 * @param assessed the last assessment of its eligibility; null before the first
 * @param lastAct when the last of these acts happened
 */
record Particulars(
        ProjectRegistered registered,
        @Nullable ProjectCode code,
        String edition,
        @Nullable EligibilityAssessed assessed,
        Set<ItemCode> ruledOut,
        Instant lastAct) {

    Particulars {
        ruledOut = Set.copyOf(ruledOut);
    }

    static Particulars of(ProjectRegistered event) {
        return new Particulars(
                event, event.code(), event.edition(), null, Set.of(), event.occurredAt());
    }

    ProjectCodeChanged changeCode(ChangeProjectCode command) throws Refusal {
        notBeforePrecedingAct(command);
        if (command.code().equals(code)) {
            throw new Refusal(Reason.SAME_PROJECT_CODE, "it is " + code);
        }
        return new ProjectCodeChanged(command.project(), command.occurredAt(), command.code());
    }

    /** The rules of the edition are asked that were valid at the registration. */
    EligibilityAssessed assess(AssessEligibility command, PolicyEdition policy) throws Refusal {
        notBeforePrecedingAct(command);
        List<BrokenRule> broken =
                policy.content().eligibility().stream()
                        .filter(rule -> rule.isValidAt(registered.occurredAt()))
                        .filter(
                                rule ->
                                        !rule.isKeptBy(
                                                registered.type(),
                                                registered.zone(),
                                                registered.industry(),
                                                command.exclusions()))
                        .map(rule -> new BrokenRule(rule.name(), rule.chinese(), rule.english()))
                        .toList();
        return new EligibilityAssessed(
                command.project(),
                command.occurredAt(),
                broken.isEmpty(),
                policy.name(),
                command.exclusions(),
                broken);
    }

    MovedToEdition move(MoveToEdition command, PolicyEdition to) throws Refusal {
        notBeforePrecedingAct(command);
        if (to.name().equals(edition)) {
            throw new Refusal(Reason.SAME_EDITION, "it is under " + edition);
        }
        // Whether the edition was in force at the registration does not matter: that is what the
        // act is for. It has to have come into force, and to be for such projects.
        Instant from = to.validity().from();
        if (command.occurredAt().isBefore(from)
                || !to.validity().covers(from, registered.zone(), registered.type())) {
            throw new Refusal(
                    Reason.EDITION_NOT_FOR_PROJECT,
                    "edition %s is in force from %s, for the zones %s and the types %s"
                            .formatted(
                                    to.name(),
                                    from,
                                    orAll(to.validity().zones()),
                                    orAll(to.validity().types())));
        }
        return new MovedToEdition(
                command.project(),
                command.occurredAt(),
                edition,
                to.name(),
                Refusal.ifMissing(command.reason(), Reason.REASON_MISSING));
    }

    private static Object orAll(Set<?> some) {
        return some.isEmpty() ? "all" : some;
    }

    ItemRuledOut ruleOut(RuleItemOut command, PolicyEdition policy) throws Refusal {
        notBeforePrecedingAct(command);
        if (policy.item(command.item()).isEmpty()) {
            throw new Refusal(
                    Reason.ITEM_UNKNOWN,
                    "edition %s has no item %s".formatted(policy.name(), command.item()));
        }
        notRuledOut(command.item());
        return new ItemRuledOut(
                command.project(),
                command.occurredAt(),
                command.item(),
                Refusal.ifMissing(command.reason(), Reason.REASON_MISSING));
    }

    ItemReinstated reinstate(ReinstateItem command) throws Refusal {
        notBeforePrecedingAct(command);
        if (!ruledOut.contains(command.item())) {
            throw new Refusal(Reason.ITEM_NOT_RULED_OUT, "item " + command.item());
        }
        return new ItemReinstated(
                command.project(),
                command.occurredAt(),
                command.item(),
                Refusal.ifMissing(command.reason(), Reason.REASON_MISSING));
    }

    ProjectWithdrawn withdraw(WithdrawProject command) throws Refusal {
        notBeforePrecedingAct(command);
        return new ProjectWithdrawn(
                command.project(),
                command.occurredAt(),
                Refusal.ifMissing(command.reason(), Reason.REASON_MISSING));
    }

    ProjectTerminated terminate(TerminateProject command) throws Refusal {
        notBeforePrecedingAct(command);
        return new ProjectTerminated(
                command.project(),
                command.occurredAt(),
                Refusal.ifMissing(command.document(), Reason.DOCUMENT_MISSING),
                Refusal.ifMissing(command.reason(), Reason.REASON_MISSING));
    }

    private void notBeforePrecedingAct(ProjectCommand command) throws Refusal {
        if (command.occurredAt().isBefore(lastAct)) {
            throw new Refusal(
                    Reason.BEFORE_PRECEDING_ACT,
                    "occurredAt %s is before the preceding act of %s"
                            .formatted(command.occurredAt(), lastAct));
        }
    }

    /** 不涉及: the item is out of the project's scope. */
    void notRuledOut(ItemCode item) throws Refusal {
        if (ruledOut.contains(item)) {
            throw new Refusal(Reason.ITEM_RULED_OUT, "item " + item);
        }
    }

    /** By an assessment under the edition that the project is under now. */
    boolean isEligible() {
        return isAssessed() && assessed != null && assessed.eligible();
    }

    boolean isAssessed() {
        return assessed != null && assessed.edition().equals(edition);
    }

    Particulars with(ProjectCodeChanged e) {
        return new Particulars(registered, e.code(), edition, assessed, ruledOut, later(e));
    }

    Particulars with(EligibilityAssessed e) {
        return new Particulars(registered, code, edition, e, ruledOut, later(e));
    }

    Particulars with(MovedToEdition e) {
        return new Particulars(registered, code, e.edition(), assessed, ruledOut, later(e));
    }

    Particulars with(ItemRuledOut e) {
        var more = new HashSet<>(ruledOut);
        more.add(e.item());
        return new Particulars(registered, code, edition, assessed, more, later(e));
    }

    Particulars with(ItemReinstated e) {
        var fewer = new HashSet<>(ruledOut);
        fewer.remove(e.item());
        return new Particulars(registered, code, edition, assessed, fewer, later(e));
    }

    private Instant later(ProjectEvent event) {
        return event.occurredAt().isAfter(lastAct) ? event.occurredAt() : lastAct;
    }
}
