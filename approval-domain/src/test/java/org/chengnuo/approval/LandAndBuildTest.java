package org.chengnuo.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.Pledge.COMMITMENT;
import static org.chengnuo.approval.Pledge.EDITION;
import static org.chengnuo.approval.Pledge.SIGNED;
import static org.chengnuo.approval.Pledge.STANDARD;
import static org.chengnuo.approval.Story.at;

import org.chengnuo.approval.commitment.CommitmentCommand.SubmitLetter;
import org.chengnuo.approval.commitment.CommitmentEvent.CommitmentFulfilled;
import org.chengnuo.approval.commitment.Signer;
import org.chengnuo.approval.construction.ConstructionEvent.StartedWithoutClearance;
import org.chengnuo.approval.construction.Missing;
import org.chengnuo.approval.construction.Missing.NextStep;
import org.chengnuo.approval.filing.FilingEvent.FilingReceived;
import org.chengnuo.approval.parcel.ParcelEvent.LandSupplied;
import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.policy.PolicyItem;
import org.chengnuo.approval.project.ProjectEvent;
import org.junit.jupiter.api.Test;

import java.util.List;

/**
 * 拿地即开工: what can be committed to is committed to, what can be served is served beforehand; the
 * land is supplied, and on the same day construction starts.
 */
class LandAndBuildTest {

    private static final List<ItemCode> COMMITTED = items(ItemClass.COMMITMENT);

    private static List<ItemCode> items(ItemClass itemClass) {
        return EDITION.items().stream()
                .filter(item -> item.itemClass() == itemClass && item.beforeStart())
                .map(PolicyItem::code)
                .toList();
    }

    @Test
    void constructionStartsOnTheDayOfTheLand() {
        var story =
                Story.nothing()
                        .published(EDITION)
                        .then(Story.registration("2021-02-22T09:00"))
                        .recorded(Story.PROJECT_FILING, "2021-02-22T10:00")
                        .then(ProjectActs.assessment("2021-02-23T10:00"))
                        .then(Pledge.notice("2021-02-26T10:00", COMMITTED, "告知〔2021〕1号"))
                        .then(letter("2021-03-01T10:00"))
                        .then(Pledge.preCheck("2021-03-02T10:00"))
                        .until("2021-03-12T00:00");
        for (ItemCode item : items(ItemClass.GOVERNMENT_SERVICE)) {
            story.served(item, "2021-03-15T10:00");
        }
        for (ItemCode item : items(ItemClass.KEPT_APPROVAL)) {
            story.granted(item, "2021-03-16T10:00");
        }

        // Nothing but the land is wanting now.
        assertThat(story.missing("2021-04-01T08:00"))
                .extracting(Missing::nextStep)
                .containsExactly(NextStep.SUPPLY_LAND);

        story.then(ProjectActs.landSupply("2021-04-01T09:00"))
                .then(ProjectActs.clearance("2021-04-01T09:30"))
                .then(ProjectActs.start("2021-04-01T14:00"));

        assertThat(story.events())
                .filteredOn(LandSupplied.class::isInstance)
                .singleElement()
                .satisfies(e -> assertThat(((LandSupplied) e).outstanding()).isEmpty());
        assertThat(story.events()).noneMatch(StartedWithoutClearance.class::isInstance);
        assertThat(filed(story)).doesNotContainAnyElementsOf(COMMITTED);

        story.then(ProjectActs.milestone("2021-09-01T10:00"))
                .then(ProjectActs.completion("2022-05-20T10:00"))
                .then(Pledge.measurement("2022-05-25T10:00", "plot-ratio", "1.3"))
                .then(ProjectActs.acceptanceOfCompletion("2022-06-01T10:00"))
                .then(ProjectActs.production("2022-08-30T10:00"))
                .then(Pledge.measurement("2023-01-10T10:00", "energy", "0.25"));

        ProjectEvent last = story.last();
        assertThat(last).isInstanceOf(CommitmentFulfilled.class);
    }

    private static List<ItemCode> filed(Story story) {
        return story.events().stream()
                .filter(FilingReceived.class::isInstance)
                .map(event -> ((FilingReceived) event).item())
                .toList();
    }

    private static SubmitLetter letter(String local) {
        return new SubmitLetter(
                COMMITMENT,
                at(local),
                "诺字〔2021〕1号",
                COMMITTED,
                STANDARD.hash(),
                new Signer("王某", Signer.Capacity.LEGAL_REPRESENTATIVE),
                Pledge.promise(),
                SIGNED);
    }
}
