package org.chengnuo.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.ProjectActs.clearance;
import static org.chengnuo.approval.ProjectActs.milestone;
import static org.chengnuo.approval.ProjectActs.start;
import static org.chengnuo.approval.Story.at;
import static org.chengnuo.approval.Story.registered;

import org.chengnuo.approval.construction.ConstructionEvent.ConstructionStarted;
import org.chengnuo.approval.construction.ConstructionEvent.StartedWithoutClearance;
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
}
