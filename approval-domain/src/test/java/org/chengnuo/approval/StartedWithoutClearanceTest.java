package org.chengnuo.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.ProjectActs.clearance;
import static org.chengnuo.approval.ProjectActs.milestone;
import static org.chengnuo.approval.ProjectActs.reinstating;
import static org.chengnuo.approval.ProjectActs.rulingOut;
import static org.chengnuo.approval.ProjectActs.start;
import static org.chengnuo.approval.Story.at;
import static org.chengnuo.approval.Story.registered;

import org.chengnuo.approval.construction.ConstructionEvent.ConstructionStarted;
import org.chengnuo.approval.construction.ConstructionEvent.StartedWithoutClearance;
import org.chengnuo.approval.construction.Missing;
import org.junit.jupiter.api.Test;

/** 未批先建: construction that starts without clearance is recorded, not hidden. */
class StartedWithoutClearanceTest {

    private final Story story = registered("2021-03-01T09:00");

    @Test
    void whatWasMissingIsOnRecord() {
        var missing = story.missing("2021-03-15T08:00");
        story.then(start("2021-03-15T08:00"));

        assertThat(story.events().subList(1, 3))
                .containsExactly(
                        new ConstructionStarted(Story.PROJECT, at("2021-03-15T08:00")),
                        new StartedWithoutClearance(
                                Story.PROJECT, at("2021-03-15T08:00"), missing));
        assertThat(missing).isNotEmpty();
    }

    @Test
    void alsoWhenNothingWasMissingButNobodyHadClearedIt() {
        story.readyToStart("2021-03-12T10:00").then(start("2021-03-15T08:00"));

        assertThat(story.last())
                .isInstanceOfSatisfying(
                        StartedWithoutClearance.class,
                        violation -> assertThat(violation.missing()).isEmpty());
    }

    @Test
    void itIsNotClearedAfterwardsAndTheStoryGoesOn() {
        story.then(start("2021-03-15T08:00")).readyToStart("2021-04-12T10:00");

        assertThat(story.reason(clearance("2021-04-13T10:00"))).isEqualTo(Reason.ALREADY_STARTED);
        assertThat(story.then(milestone("2021-10-11T10:00")).events()).isNotEmpty();
    }

    @Test
    void aStartThatWasClearedIsNoViolation() {
        story.readyToStart("2021-03-12T10:00")
                .then(clearance("2021-03-12T11:00"))
                .then(start("2021-03-15T08:00"));

        assertThat(story.last()).isInstanceOf(ConstructionStarted.class);
    }

    @Test
    void norDoesAClearanceCoverAStartBeforeIt() {
        story.granted(Story.PLANNING_PERMIT, "2021-03-12T10:00")
                .readyToStart("2021-03-16T10:00")
                .then(clearance("2021-03-16T11:00"))
                .then(start("2021-03-15T08:00"), "2021-03-17T09:00")
                .then(milestone("2021-03-15T20:00"), "2021-03-17T09:30");

        assertThat(violation(story).occurredAt()).isEqualTo(at("2021-03-15T08:00"));
        assertThat(violation(story).missing())
                .extracting(Missing::item)
                .contains(Story.CONSTRUCTION_PERMIT)
                .doesNotContain(Story.PLANNING_PERMIT);
    }

    @Test
    void norOneWhoseGroundsAreGone() {
        var withdrawn =
                Story.committed()
                        .readyToStart("2021-03-12T10:00")
                        .then(clearance("2021-03-12T11:00"))
                        .then(Pledge.withdrawal("2021-03-14T10:00"))
                        .then(start("2021-03-15T08:00"));
        assertThat(violation(withdrawn).missing())
                .extracting(Missing::item)
                .containsExactly(Pledge.ENERGY_REVIEW);

        var revoked =
                registered("2021-03-01T09:00").granted(Story.PLANNING_PERMIT, "2021-03-02T10:00");
        revoked.readyToStart("2021-03-12T10:00")
                .then(clearance("2021-03-12T11:00"))
                .then(Story.revocation("2021-03-14T10:00", "以欺骗手段取得"))
                .then(start("2021-03-15T08:00"));
        assertThat(violation(revoked).missing())
                .extracting(Missing::item)
                .containsExactly(Story.PLANNING_PERMIT);

        var reinstated =
                registered("2021-03-01T09:00")
                        .then(rulingOut(Story.PLANNING_PERMIT, "2021-03-02T10:00"))
                        .readyToStart("2021-03-12T10:00")
                        .then(clearance("2021-03-12T11:00"))
                        .then(reinstating(Story.PLANNING_PERMIT, "2021-03-14T10:00"))
                        .then(start("2021-03-15T08:00"));
        assertThat(violation(reinstated).missing())
                .extracting(Missing::item)
                .containsExactly(Story.PLANNING_PERMIT);
    }

    @Test
    void whatHappenedAfterTheStartIsNoExcuseAndNoReproach() {
        story.then(start("2021-03-15T08:00"), "2021-03-20T08:00");
        int missing = violation(story).missing().size();
        var later =
                registered("2021-03-01T09:00")
                        .readyToStart("2021-03-16T10:00")
                        .then(start("2021-03-15T08:00"), "2021-03-20T08:00");
        assertThat(violation(later).missing()).hasSize(missing);

        var revoked =
                registered("2021-03-01T09:00").granted(Story.PLANNING_PERMIT, "2021-03-02T10:00");
        revoked.readyToStart("2021-03-12T10:00")
                .then(clearance("2021-03-12T11:00"))
                .then(Story.revocation("2021-03-16T10:00", "以欺骗手段取得"))
                .then(start("2021-03-15T08:00"), "2021-03-20T08:00");
        assertThat(revoked.last()).isInstanceOf(ConstructionStarted.class);
    }

    private static StartedWithoutClearance violation(Story story) {
        return story.events().stream()
                .filter(StartedWithoutClearance.class::isInstance)
                .map(StartedWithoutClearance.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
