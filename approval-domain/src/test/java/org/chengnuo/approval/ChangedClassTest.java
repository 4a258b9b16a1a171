package org.chengnuo.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.ProjectActs.assessment;
import static org.chengnuo.approval.ProjectActs.clearance;
import static org.chengnuo.approval.ProjectActs.landSupply;
import static org.chengnuo.approval.ProjectActs.moveTo;
import static org.chengnuo.approval.ProjectActs.order;
import static org.chengnuo.approval.Story.PLANNING_PERMIT;
import static org.chengnuo.approval.Story.PROJECT;
import static org.chengnuo.approval.Story.at;
import static org.chengnuo.approval.Story.nothing;
import static org.chengnuo.approval.Story.receipt;
import static org.chengnuo.approval.Story.registration;

import org.chengnuo.approval.construction.Missing;
import org.chengnuo.approval.construction.Missing.NextStep;
import org.chengnuo.approval.filing.FilingEvent.FilingReceived;
import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.policy.PolicyContent;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.policy.PolicyItem;
import org.chengnuo.approval.policy.ShippedPolicies;
import org.chengnuo.approval.policy.Validity;
import org.chengnuo.approval.project.ProjectEvent.MovedToEdition;
import org.chengnuo.approval.project.ProjectEvent.ProjectRegistered;
import org.chengnuo.approval.project.ZoneCode;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/**
 * A policy edition changes the class of an item between two projects: in 2018 the flood impact was
 * for the enterprise, which could commit to it; from 2019 on the government does it. What is
 * running stays under its edition, unless it is moved.
 */
class ChangedClassTest {

    private static final ItemCode FLOOD = ItemCode.of("cn-shanxi:flood-impact");

    private static final PolicyEdition EDITION_2019 =
            edition("2019", "2019-01-01T00:00", FLOOD, ItemClass.GOVERNMENT_SERVICE);

    private final Story before =
            nothing().published(EDITION_2019).then(registration("2018-12-03T09:00"));
    private final Story after =
            nothing().published(EDITION_2019).then(registration("2019-01-07T09:00"));

    @Test
    void theEditionIsChosenByTheDayOfTheRegistration() {
        assertThat(((ProjectRegistered) before.last()).edition()).isEqualTo("2018");
        assertThat(((ProjectRegistered) after.last()).edition()).isEqualTo("2019");
    }

    @Test
    void theSameItemIsFiledInOneProjectAndServedInTheOther() {
        assertThat(about(FLOOD, before).nextStep()).isEqualTo(NextStep.FILE);
        assertThat(about(FLOOD, after).nextStep()).isEqualTo(NextStep.ORDER_SERVICE);

        assertThat(before.reason(order(FLOOD, "2019-02-11T10:00"))).isEqualTo(Reason.NOT_A_SERVICE);
        assertThat(after.reason(receipt(FLOOD, "2019-02-11T10:00")))
                .isEqualTo(Reason.ITEM_NEEDS_NO_FILING);
    }

    @Test
    void aProjectIsMovedWithAReason() {
        before.then(assessment("2018-12-04T10:00")).then(moveTo("2019", "2019-02-11T10:00"));

        assertThat(before.last())
                .isEqualTo(
                        new MovedToEdition(
                                PROJECT, at("2019-02-11T10:00"), "2018", "2019", "按企业申请适用新版本"));
        assertThat(about(FLOOD, before).itemClass()).isEqualTo(ItemClass.GOVERNMENT_SERVICE);
        // The rules of the new edition have not been asked.
        assertThat(about(ItemCode.of("cn-shanxi:energy-review"), before).nextStep())
                .isEqualTo(NextStep.FILE);
    }

    @Test
    void whatWasReceivedKeepsTheEditionOfItsReceipt() {
        before.then(receipt(PLANNING_PERMIT, "2019-01-08T10:00"));
        var received = (FilingReceived) before.last();
        before.then(moveTo("2019", "2019-02-11T10:00")).then(Story.withdrawal("2019-02-12T10:00"));

        assertThat(received.edition()).isEqualTo("2018");
        before.then(receipt(PLANNING_PERMIT, "2019-02-12T10:00"));
        assertThat(((FilingReceived) before.last()).edition()).isEqualTo("2019");
    }

    @Test
    void onceItIsClearedItStays() {
        before.readyToStart("2019-01-08T10:00").then(clearance("2019-01-08T11:00"));

        assertThat(before.reason(moveTo("2019", "2019-02-11T10:00")))
                .isEqualTo(Reason.EDITION_SETTLED);
    }

    @Test
    void anEditionForOtherZonesIsNoChoice() {
        var elsewhere =
                new PolicyEdition(
                        "pilot",
                        new Validity(
                                at("2019-01-01T00:00"),
                                null,
                                Set.of(new ZoneCode("TY-01")),
                                Set.of()),
                        EDITION_2019.content());
        before.published(elsewhere);

        assertThat(before.reason(moveTo("pilot", "2019-02-11T10:00")))
                .isEqualTo(Reason.EDITION_NOT_FOR_PROJECT);
        assertThat(before.then(landSupply("2019-02-11T10:00")).events()).hasSize(2);
    }

    private static Missing about(ItemCode item, Story story) {
        return story.missing("2019-02-11T10:00").stream()
                .filter(missing -> item.equals(missing.item()))
                .findFirst()
                .orElseThrow();
    }

    /** The edition of 2018, but for the class of one item. */
    private static PolicyEdition edition(
            String name, String fromLocal, ItemCode changed, ItemClass itemClass) {
        PolicyContent old = ShippedPolicies.named("2018").content();
        List<PolicyItem> items =
                old.items().stream()
                        .map(item -> item.code().equals(changed) ? as(itemClass, item) : item)
                        .toList();
        return new PolicyEdition(
                name,
                Validity.from(at(fromLocal)),
                new PolicyContent(
                        old.calendar(),
                        old.correctionWindow(),
                        old.answerWindow(),
                        old.lateEntryAfter(),
                        old.warnings(),
                        old.publicity(),
                        old.deemedBySilence(),
                        items,
                        old.standards(),
                        old.eligibility(),
                        old.creditMeasures()));
    }

    private static PolicyItem as(ItemClass itemClass, PolicyItem item) {
        return new PolicyItem(
                item.code(),
                item.chinese(),
                item.english(),
                itemClass,
                item.exceptions(),
                item.department(),
                item.kind(),
                item.promised(),
                item.statutory(),
                item.extension(),
                item.beforeStart(),
                item.grounds());
    }
}
