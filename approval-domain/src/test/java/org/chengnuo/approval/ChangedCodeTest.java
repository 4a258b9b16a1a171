package org.chengnuo.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.ProjectActs.CODE;
import static org.chengnuo.approval.ProjectActs.codeChange;
import static org.chengnuo.approval.ProjectActs.withdrawalOfTheProject;
import static org.chengnuo.approval.Story.PROJECT_FILING;
import static org.chengnuo.approval.Story.at;
import static org.chengnuo.approval.Story.registered;

import org.chengnuo.approval.project.ProjectCode;
import org.chengnuo.approval.project.ProjectEvent.ProjectCodeChanged;
import org.junit.jupiter.api.Test;

/**
 * A project whose code changes. It is registered before the central platform has minted one, gets a
 * code of the old form, and in December 2020, when the codes change, one of the new form. It stays
 * the same project, with all its filings.
 */
class ChangedCodeTest {

    private static final ProjectCode NEW = new ProjectCode("2012-141002-04-01-000001");

    private final Story story =
            registered("2018-09-03T09:00")
                    .then(codeChange("2018-09-05T10:00", CODE))
                    .recorded(PROJECT_FILING, "2018-09-06T10:00")
                    .then(codeChange("2020-12-01T10:00", NEW));

    @Test
    void everyCodeStandsInItsStory() {
        assertThat(story.events().stream().filter(ProjectCodeChanged.class::isInstance))
                .containsExactly(
                        new ProjectCodeChanged(Story.PROJECT, at("2018-09-05T10:00"), CODE),
                        new ProjectCodeChanged(Story.PROJECT, at("2020-12-01T10:00"), NEW));
        assertThat(story.events().stream().map(event -> event.project()).distinct())
                .containsExactly(Story.PROJECT);
    }

    @Test
    void theSameCodeIsNoChange() {
        assertThat(story.reason(codeChange("2020-12-02T10:00", NEW)))
                .isEqualTo(Reason.SAME_PROJECT_CODE);
    }

    @Test
    void aChangeIsNotEnteredBeforeTheOneThatPrecededIt() {
        assertThat(story.refusal(codeChange("2020-11-02T10:00", CODE), at("2020-12-02T10:00")))
                .extracting(Refusal::reason)
                .isEqualTo(Reason.BEFORE_PRECEDING_ACT);
    }

    @Test
    void theCentralPlatformMayChangeItAfterTheEndOfTheProject() {
        story.then(withdrawalOfTheProject("2021-01-04T10:00"))
                .then(codeChange("2021-01-05T10:00", CODE));

        assertThat(story.last()).isInstanceOf(ProjectCodeChanged.class);
    }
}
