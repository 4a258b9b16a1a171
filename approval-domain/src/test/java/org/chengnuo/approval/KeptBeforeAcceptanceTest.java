package org.chengnuo.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.Pledge.ENERGY_REVIEW;
import static org.chengnuo.approval.ProjectActs.acceptanceOfCompletion;
import static org.chengnuo.approval.ProjectActs.clearance;
import static org.chengnuo.approval.ProjectActs.completion;
import static org.chengnuo.approval.ProjectActs.start;
import static org.chengnuo.approval.Story.at;
import static org.chengnuo.approval.Story.registered;

import org.chengnuo.approval.construction.ConstructionEvent.CompletionAccepted;
import org.chengnuo.approval.construction.Missing;
import org.chengnuo.approval.construction.Missing.NextStep;
import org.chengnuo.approval.supervision.BreachClosing;
import org.chengnuo.approval.supervision.BreachKind;
import org.chengnuo.approval.supervision.SupervisionEvent.RectificationMissed;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A project that has not kept its commitments is not accepted, and it cannot dodge them. */
class KeptBeforeAcceptanceTest {

    private static final String ACCEPTANCE = "2022-06-01T10:00";

    /** Committed, cleared and started; all that was promised has been kept so far. */
    private static Story started() {
        return Story.committed()
                .readyToStart("2021-03-15T10:00")
                .then(clearance("2021-03-15T11:00"))
                .then(start("2021-05-10T10:00"));
    }

    private static Story completed(Story story) {
        return story.then(Pledge.measurement("2022-05-10T10:00", "plot-ratio", "1.3"))
                .then(completion("2022-05-20T10:00"));
    }

    private static void isAccepted(Story story) {
        assertThat(story.then(acceptanceOfCompletion(ACCEPTANCE)).last())
                .isInstanceOf(CompletionAccepted.class);
    }

    @Nested
    class TheItems {

        @Test
        void ofALetterThatWasWithdrawnAreApprovedFirst() {
            var story = completed(started()).then(Pledge.withdrawal("2022-05-21T10:00"));

            var refusal = story.refusal(acceptanceOfCompletion(ACCEPTANCE));
            assertThat(refusal.reason()).isEqualTo(Reason.ITEMS_UNSETTLED);
            assertThat(refusal.missing()).extracting(Missing::item).containsExactly(ENERGY_REVIEW);

            isAccepted(story.granted(ENERGY_REVIEW, "2022-05-30T10:00"));
        }

        @Test
        void areNotCoveredByALetterThatIsNotInForce() {
            for (Story story :
                    new Story[] {
                        Story.notified(true).then(Pledge.letter("2021-03-01T10:00")),
                        Story.notified(true)
                                .then(Pledge.letter("2021-03-01T10:00"))
                                .then(Pledge.preCheck("2021-03-02T10:00"))
                    }) {
                story.then(start("2021-03-04T10:00")).then(completion("2021-03-05T10:00"));

                assertThat(story.refusal(acceptanceOfCompletion("2021-03-08T10:00")))
                        .satisfies(
                                refusal -> {
                                    assertThat(refusal.reason()).isEqualTo(Reason.ITEMS_UNSETTLED);
                                    assertThat(refusal.missing())
                                            .filteredOn(one -> ENERGY_REVIEW.equals(one.item()))
                                            .extracting(Missing::nextStep)
                                            .containsExactly(NextStep.AWAIT_EFFECT);
                                });
            }
        }

        @Test
        void areAllNamedWhereNothingWasFiled() {
            var story =
                    registered("2021-03-01T09:00")
                            .then(start("2021-05-10T10:00"))
                            .then(completion("2022-05-20T10:00"));

            var refusal = story.refusal(acceptanceOfCompletion(ACCEPTANCE));
            assertThat(refusal.reason()).isEqualTo(Reason.ITEMS_UNSETTLED);
            assertThat(refusal.missing()).isEqualTo(story.missing(ACCEPTANCE)).isNotEmpty();

            story.readyToStart("2022-06-02T10:00");
            assertThat(story.refusal(acceptanceOfCompletion(ACCEPTANCE), at("2022-06-03T10:00")))
                    .as("dated back before them")
                    .extracting(Refusal::reason)
                    .isEqualTo(Reason.ITEMS_UNSETTLED);
            story.then(acceptanceOfCompletion("2022-06-03T10:00"));
        }
    }

    @Test
    void anOrderIsRectifiedFirstAlsoAfterItWasMissed() {
        var story =
                completed(
                        started()
                                .then(Pledge.inspection("2021-06-01T10:00"))
                                .then(Pledge.order("2021-06-02T10:00", "2021-06-30"))
                                .until("2021-07-01T00:00")
                                .then(Pledge.breach("2021-07-05T10:00", BreachKind.NOT_KEPT, 1)));
        assertThat(story.events()).anyMatch(RectificationMissed.class::isInstance);
        assertThat(story.reason(acceptanceOfCompletion(ACCEPTANCE)))
                .isEqualTo(Reason.RECTIFICATION_OUTSTANDING);

        story.then(Pledge.verification("2022-05-30T10:00", false));
        assertThat(story.reason(acceptanceOfCompletion(ACCEPTANCE)))
                .isEqualTo(Reason.RECTIFICATION_OUTSTANDING);

        isAccepted(story.then(Pledge.verification("2022-05-31T10:00", true)));
    }

    @Nested
    class AFalseCommitment {

        private final Story story = started().then(Pledge.inspection("2021-06-01T10:00"));

        @Test
        void isClosedFirst() {
            completed(story.then(Pledge.breach("2021-07-05T10:00", BreachKind.FALSE, null)));
            assertThat(story.refusal(acceptanceOfCompletion(ACCEPTANCE)))
                    .satisfies(
                            refusal -> {
                                assertThat(refusal.reason())
                                        .isEqualTo(Reason.FALSE_COMMITMENT_UNREMEDIED);
                                assertThat(refusal.detail()).contains("违诺〔2021〕1号");
                            });

            isAccepted(story.then(Pledge.closing("2022-05-30T10:00", BreachClosing.REPAIRED)));
        }

        @Test
        void orItsOrderIsRectified() {
            completed(
                    story.then(Pledge.order("2021-06-02T10:00", "2021-06-30"))
                            .then(Pledge.breach("2021-06-03T10:00", BreachKind.FALSE, 1))
                            .then(Pledge.verification("2021-06-30T10:00", true)));

            isAccepted(story);
        }

        @Test
        void orItsProposalHasEnded() {
            completed(
                    story.then(Pledge.breach("2021-07-05T10:00", BreachKind.FALSE, null))
                            .then(Pledge.proposal("2021-07-10T10:00")));
            assertThat(story.reason(acceptanceOfCompletion(ACCEPTANCE)))
                    .isEqualTo(Reason.FALSE_COMMITMENT_UNREMEDIED);

            isAccepted(story.then(Pledge.repair("2022-05-30T10:00")));
        }
    }
}
