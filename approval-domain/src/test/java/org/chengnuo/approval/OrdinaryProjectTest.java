package org.chengnuo.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.ProjectActs.PARCEL;
import static org.chengnuo.approval.ProjectActs.acceptanceOfCompletion;
import static org.chengnuo.approval.ProjectActs.assessment;
import static org.chengnuo.approval.ProjectActs.clearance;
import static org.chengnuo.approval.ProjectActs.completion;
import static org.chengnuo.approval.ProjectActs.landSupply;
import static org.chengnuo.approval.ProjectActs.milestone;
import static org.chengnuo.approval.ProjectActs.order;
import static org.chengnuo.approval.ProjectActs.production;
import static org.chengnuo.approval.ProjectActs.refusalOfCompletion;
import static org.chengnuo.approval.ProjectActs.rulingOut;
import static org.chengnuo.approval.ProjectActs.start;
import static org.chengnuo.approval.Story.CULTURAL_RELICS;
import static org.chengnuo.approval.Story.PLANNING_PERMIT;
import static org.chengnuo.approval.Story.PROJECT_FILING;
import static org.chengnuo.approval.Story.receipt;
import static org.chengnuo.approval.Story.registered;

import static java.util.stream.Collectors.partitioningBy;

import org.chengnuo.approval.construction.ConstructionEvent.CompletionAccepted;
import org.chengnuo.approval.construction.ConstructionEvent.CompletionRefused;
import org.chengnuo.approval.construction.ConstructionEvent.ConstructionCompleted;
import org.chengnuo.approval.construction.ConstructionEvent.ConstructionStarted;
import org.chengnuo.approval.construction.ConstructionEvent.MilestoneReported;
import org.chengnuo.approval.construction.ConstructionEvent.ProductionStarted;
import org.chengnuo.approval.construction.ConstructionEvent.StartCleared;
import org.chengnuo.approval.construction.Missing;
import org.chengnuo.approval.construction.Missing.NextStep;
import org.chengnuo.approval.parcel.ParcelEvent.LandSupplied;
import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.policy.PolicyItem;
import org.chengnuo.approval.policy.ShippedPolicies;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

/**
 * An ordinary project, told from its registration to production: the enterprise files all that it
 * has to, and commits to nothing.
 *
 * <p>It is registered in March 2021. Of the 22 items of the edition of 2021 that a start needs, 11
 * are government services, and one of these does not concern it: no weather station is near.
 */
class OrdinaryProjectTest {

    private static final ItemCode FLOOD = ItemCode.of("cn-shanxi:flood-impact");
    private static final ItemCode WEATHER = ItemCode.of("cn-shanxi:weather-stations");
    private static final ItemCode ENERGY = ItemCode.of("cn-shanxi:energy-review");

    private final Story story =
            registered("2021-03-01T09:00")
                    .then(assessment("2021-03-02T10:00"))
                    .then(rulingOut(WEATHER, "2021-03-03T10:00"));

    @Test
    void atFirstEverythingIsMissing() {
        List<Missing> missing = story.missing("2021-03-03T11:00");

        assertThat(missing.getFirst())
                .isEqualTo(new Missing(null, null, null, NextStep.SUPPLY_LAND));
        assertThat(missing.stream().skip(1).map(Missing::item)).isEqualTo(servicesFirst());
    }

    @Test
    void theListSaysOfEachWhatIsToBeDoneNext() {
        story.served(CULTURAL_RELICS, "2021-03-04T10:00")
                .then(order(FLOOD, "2021-03-04T10:00"))
                .recorded(PROJECT_FILING, "2021-03-04T10:00")
                .then(receipt(PLANNING_PERMIT, "2021-03-05T10:00"));

        List<Missing> missing = story.missing("2021-03-05T11:00");
        assertThat(missing)
                .contains(
                        new Missing(null, null, PARCEL, NextStep.SUPPLY_LAND),
                        new Missing(
                                FLOOD,
                                ItemClass.GOVERNMENT_SERVICE,
                                PARCEL,
                                NextStep.DELIVER_SERVICE),
                        new Missing(
                                PLANNING_PERMIT,
                                ItemClass.KEPT_APPROVAL,
                                null,
                                NextStep.AWAIT_DECISION),
                        new Missing(ENERGY, ItemClass.COMMITMENT, null, NextStep.COMMIT_OR_FILE))
                .noneMatch(one -> CULTURAL_RELICS.equals(one.item()))
                .noneMatch(one -> PROJECT_FILING.equals(one.item()))
                .noneMatch(one -> WEATHER.equals(one.item()));

        // Whoever asks for the clearance is told the same, all of it.
        Refusal refusal = story.refusal(clearance("2021-03-05T11:00"));
        assertThat(refusal.reason()).isEqualTo(Reason.START_CONDITIONS_MISSING);
        assertThat(refusal.missing()).isEqualTo(missing);
        assertThat(refusal.detail()).contains("flood-impact of parcel 141002-2021-G07");
    }

    @Test
    void landThatIsSuppliedTooEarlyNamesTheServicesThatWereOutstanding() {
        story.served(CULTURAL_RELICS, "2021-03-04T10:00").then(landSupply("2021-03-08T10:00"));

        assertThat(((LandSupplied) story.last()).outstanding())
                .contains(FLOOD)
                .doesNotContain(CULTURAL_RELICS, WEATHER);
        // They can be delivered afterwards, and count.
        story.served(FLOOD, "2021-03-09T10:00");
        assertThat(story.missing("2021-03-09T11:00")).noneMatch(one -> FLOOD.equals(one.item()));
    }

    @Test
    void andSoItIsBuilt() {
        story.readyToStart("2021-04-12T10:00");
        assertThat(story.missing("2021-04-12T11:00")).isEmpty();
        assertThat(((LandSupplied) story.last()).outstanding()).isEmpty();

        // A clearance is not dated before what it rests on.
        assertThat(story.refusal(clearance("2021-04-09T10:00"), Story.at("2021-04-12T11:00")))
                .extracting(Refusal::reason)
                .isEqualTo(Reason.START_CONDITIONS_MISSING);

        int before = story.events().size();
        story.then(clearance("2021-04-13T09:00"))
                .then(start("2021-04-20T08:00"))
                .then(milestone("2021-10-11T10:00"))
                .then(completion("2022-05-16T10:00"))
                .then(refusalOfCompletion("2022-05-27T10:00"))
                .then(completion("2022-06-13T10:00"))
                .then(acceptanceOfCompletion("2022-06-20T10:00"))
                .then(production("2022-07-04T08:00"));

        assertThat(story.events().stream().skip(before).map(Object::getClass))
                .containsExactly(
                        StartCleared.class,
                        ConstructionStarted.class,
                        MilestoneReported.class,
                        ConstructionCompleted.class,
                        CompletionRefused.class,
                        ConstructionCompleted.class,
                        CompletionAccepted.class,
                        ProductionStarted.class);
    }

    /** What the start needs, but for the one that was ruled out. */
    private static List<ItemCode> servicesFirst() {
        var items =
                ShippedPolicies.named("2021").items().stream()
                        .filter(PolicyItem::beforeStart)
                        .filter(item -> !item.code().equals(WEATHER))
                        .collect(
                                partitioningBy(
                                        item -> item.itemClass() == ItemClass.GOVERNMENT_SERVICE));
        return Stream.of(true, false)
                .flatMap(service -> items.getOrDefault(service, List.of()).stream())
                .map(PolicyItem::code)
                .toList();
    }
}
