package org.chengnuo.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.Pledge.ENERGY_REVIEW;
import static org.chengnuo.approval.ProjectActs.acceptanceOfCompletion;
import static org.chengnuo.approval.ProjectActs.clearance;
import static org.chengnuo.approval.ProjectActs.completion;
import static org.chengnuo.approval.ProjectActs.rulingOut;
import static org.chengnuo.approval.ProjectActs.start;
import static org.chengnuo.approval.Story.receipt;

import org.chengnuo.approval.commitment.CommitmentEvent.CommitmentTookEffect;
import org.chengnuo.approval.commitment.CommitmentEvent.ObligationMet;
import org.chengnuo.approval.commitment.CommitmentEvent.PublicityEnded;
import org.chengnuo.approval.commitment.ObligationId;
import org.chengnuo.approval.construction.ConstructionEvent.CompletionAccepted;
import org.chengnuo.approval.construction.ConstructionEvent.ConstructionStarted;
import org.chengnuo.approval.construction.Missing.NextStep;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.project.ProjectEvent;
import org.chengnuo.approval.supervision.FalseCommitment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Between filing and committing the enterprise chooses, item by item; never both at once. */
class CommittedProjectTest {

    @Test
    void theNextStepFollowsTheLetter() {
        assertThat(step(Pledge.SOIL_AND_WATER, Story.notified(false), "2021-02-26T11:00"))
                .isEqualTo(NextStep.FILE);
        var story = Story.notified(true);
        assertThat(step(ENERGY_REVIEW, story, "2021-02-26T11:00"))
                .isEqualTo(NextStep.SUBMIT_LETTER);
        story.then(Pledge.letter("2021-03-01T10:00"));
        assertThat(step(ENERGY_REVIEW, story, "2021-03-01T11:00")).isEqualTo(NextStep.AWAIT_EFFECT);
        // The letter does not take in all that the notice offers.
        assertThat(step(Pledge.SOIL_AND_WATER, story, "2021-03-01T11:00"))
                .isEqualTo(NextStep.COMMIT_OR_FILE);
        assertThat(step(ENERGY_REVIEW, Story.committed(), "2021-03-12T11:00")).isNull();
    }

    @Nested
    class BeforeTheLetter {

        private final Story story = Story.notified(true);

        @Test
        void whatIsFiledIsNotCommittedTo() {
            story.granted(ENERGY_REVIEW, "2021-02-26T11:00");

            assertThat(story.reason(Pledge.letter("2021-03-01T10:00")))
                    .isEqualTo(Reason.ITEM_FILED);
        }

        @Test
        void whatDoesNotConcernTheProjectIsNotCommittedTo() {
            story.then(rulingOut(ENERGY_REVIEW, "2021-02-26T11:00"));

            assertThat(story.reason(Pledge.letter("2021-03-01T10:00")))
                    .isEqualTo(Reason.ITEM_RULED_OUT);
        }

        @Test
        void anEnterpriseThatCommittedFalselyIsToldTheDocumentAndTheProject() {
            story.standing(
                    new FalseCommitment(
                            Story.PROJECT, 2, Story.at("2020-06-01T10:00"), "罚字〔2020〕7号"));

            assertThat(story.refusal(Pledge.letter("2021-03-01T10:00")))
                    .satisfies(
                            refusal -> {
                                assertThat(refusal.reason())
                                        .isEqualTo(Reason.FALSE_COMMITMENT_STANDS);
                                assertThat(refusal.detail())
                                        .contains("罚字〔2020〕7号", Story.PROJECT.toString());
                            });
        }
    }

    @Test
    void afterAnObjectionThatWasUpheldTheItemHasToGoTheOrdinaryWay() {
        var story =
                Story.notified(true)
                        .then(Pledge.letter("2021-03-01T10:00"))
                        .then(Pledge.preCheck("2021-03-02T10:00"))
                        .then(Pledge.objection("2021-03-04T10:00"));
        assertThat(step(ENERGY_REVIEW, story, "2021-03-04T11:00")).isEqualTo(NextStep.AWAIT_EFFECT);

        story.then(Pledge.objectionDecided("2021-03-05T10:00", 1, true));
        assertThat(step(ENERGY_REVIEW, story, "2021-03-05T11:00"))
                .isEqualTo(NextStep.WITHDRAW_OR_DECLINE);
        story.until("2021-03-12T00:00");
        assertThat(step(ENERGY_REVIEW, story, "2021-03-12T11:00"))
                .isEqualTo(NextStep.WITHDRAW_OR_DECLINE);

        story.then(Pledge.decline("2021-03-15T10:00"));
        assertThat(step(ENERGY_REVIEW, story, "2021-03-15T11:00"))
                .isEqualTo(NextStep.COMMIT_OR_FILE);
    }

    @Nested
    class InForce {

        private final Story story = Story.committed();

        @Test
        void itTookEffectByItselfWhenItsPublicityHadEnded() {
            assertThat(story.events().stream().map(Object::getClass))
                    .endsWith(PublicityEnded.class, CommitmentTookEffect.class);
            // Nothing happens twice.
            int told = story.events().size();
            assertThat(story.until("2021-03-12T00:00").events()).hasSize(told);
        }

        @Test
        void theItemIsNotFiledUntilTheLetterIsWithdrawn() {
            assertThat(story.reason(receipt(ENERGY_REVIEW, "2021-04-06T10:00")))
                    .isEqualTo(Reason.ITEM_COVERED);
            assertThat(story.reason(rulingOut(ENERGY_REVIEW, "2021-04-06T10:00")))
                    .isEqualTo(Reason.ITEM_COVERED);

            story.then(Pledge.withdrawal("2021-04-06T10:00"))
                    .then(receipt(ENERGY_REVIEW, "2021-04-06T11:00"));

            assertThat(step(ENERGY_REVIEW, story, "2021-04-06T12:00"))
                    .isEqualTo(NextStep.AWAIT_DECISION);
        }

        @Test
        void theStartThatWasPromisedIsMetByTheStartThatIsReported() {
            story.readyToStart("2021-04-06T10:00").then(clearance("2021-04-06T11:00"));
            int before = story.events().size();
            story.then(start("2021-05-10T10:00"));

            List<ProjectEvent> events = story.events().subList(before, story.events().size());
            assertThat(events.stream().map(Object::getClass))
                    .containsExactly(ConstructionStarted.class, ObligationMet.class);
        }

        @Test
        void theCompletionIsAcceptedWhenNothingThatItNeedsIsUnmet() {
            story.readyToStart("2021-04-06T10:00")
                    .then(start("2021-05-10T10:00"))
                    .then(completion("2022-05-20T10:00"));

            assertThat(story.refusal(acceptanceOfCompletion("2022-06-01T10:00")))
                    .satisfies(
                            refusal -> {
                                assertThat(refusal.reason()).isEqualTo(Reason.COMMITMENT_UNMET);
                                assertThat(refusal.detail())
                                        .contains(
                                                Pledge.COMMITMENT.toString(),
                                                ObligationId.ofIndicator("plot-ratio").value());
                            });

            story.then(Pledge.measurement("2022-06-02T10:00", "plot-ratio", "1.3"))
                    .then(acceptanceOfCompletion("2022-06-03T10:00"));
            assertThat(story.events()).anyMatch(CompletionAccepted.class::isInstance);
        }
    }

    private static @Nullable NextStep step(ItemCode item, Story story, String local) {
        return story.missing(local).stream()
                .filter(missing -> item.equals(missing.item()))
                .findFirst()
                .map(missing -> missing.nextStep())
                .orElse(null);
    }
}
