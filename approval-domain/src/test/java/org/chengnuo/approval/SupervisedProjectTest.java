package org.chengnuo.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.Pledge.ENERGY_REVIEW;
import static org.chengnuo.approval.ProjectActs.acceptanceOfCompletion;
import static org.chengnuo.approval.ProjectActs.clearance;
import static org.chengnuo.approval.ProjectActs.completion;
import static org.chengnuo.approval.ProjectActs.start;
import static org.chengnuo.approval.Story.PROJECT;
import static org.chengnuo.approval.Story.at;
import static org.chengnuo.approval.Story.receipt;

import org.chengnuo.approval.commitment.CommitmentEvent.CommitmentTookEffect;
import org.chengnuo.approval.commitment.CommitmentEvent.CommitmentWithdrawn;
import org.chengnuo.approval.commitment.CommitmentEvent.ObjectionDecided;
import org.chengnuo.approval.commitment.CommitmentEvent.PublicityEnded;
import org.chengnuo.approval.commitment.Promise;
import org.chengnuo.approval.construction.ConstructionEvent.CompletionAccepted;
import org.chengnuo.approval.construction.ConstructionEvent.StartedWithoutClearance;
import org.chengnuo.approval.construction.Missing;
import org.chengnuo.approval.construction.Missing.NextStep;
import org.chengnuo.approval.filing.FilingCommand.AcceptFiling;
import org.chengnuo.approval.filing.FilingCommand.DecideFiling;
import org.chengnuo.approval.filing.FilingEvent.FilingReceived;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.filing.Outcome;
import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.supervision.BreachKind;
import org.chengnuo.approval.supervision.FalseCommitment;
import org.chengnuo.approval.supervision.SupervisionEvent;
import org.chengnuo.approval.supervision.SupervisionEvent.BreachFound;
import org.chengnuo.approval.supervision.SupervisionEvent.RectificationMissed;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Whole projects whose commitments are objected to, supervised, broken or withdrawn. */
class SupervisedProjectTest {

    @Test
    void aBreachThatIsRectifiedBeforeItsDeadlineIsNoBreach() {
        var story =
                Story.committed()
                        .then(start("2021-05-10T10:00"))
                        .then(Pledge.inspection("2021-06-01T10:00"))
                        .then(Pledge.order("2021-06-02T10:00", "2021-06-30"))
                        .until("2021-06-29T00:00")
                        .then(Pledge.verification("2021-06-29T10:00", true))
                        .until("2021-09-01T00:00");

        assertThat(story.events()).noneMatch(RectificationMissed.class::isInstance);
        assertThat(story.reason(Pledge.breach("2021-09-01T10:00", BreachKind.NOT_KEPT, 1)))
                .isEqualTo(Reason.BREACH_NOT_ESTABLISHED);

        story.readyToStart("2021-09-02T10:00")
                .then(Pledge.measurement("2022-05-10T10:00", "plot-ratio", "1.3"))
                .then(completion("2022-05-20T10:00"))
                .then(acceptanceOfCompletion("2022-06-01T10:00"));

        assertThat(story.last()).isInstanceOf(CompletionAccepted.class);
    }

    @Test
    void aBreachThatIsNotRectifiedGoesDownToTheCreditAndIsRepaired() {
        var story =
                Story.committed()
                        .then(start("2021-05-10T10:00"))
                        .then(Pledge.inspection("2021-06-01T10:00"))
                        .then(Pledge.order("2021-06-02T10:00", "2021-06-30"))
                        .until("2021-07-01T00:00");
        assertThat(story.events()).anyMatch(RectificationMissed.class::isInstance);

        story.then(Pledge.breach("2021-07-05T10:00", BreachKind.FALSE, 1));
        assertThat(story.events()).anyMatch(BreachFound.class::isInstance);

        var standing = standing(story);
        assertThat(standing)
                .containsExactly(
                        new FalseCommitment(PROJECT, 1, at("2021-07-05T10:00"), "违诺〔2021〕1号"));

        // With another project the enterprise cannot commit, and is told why.
        var other = Story.notified(true);
        var letter =
                Pledge.letter(
                        "2021-07-06T10:00",
                        new Promise(
                                Pledge.promise().indicators(),
                                Pledge.milestones("2021-12-31", "2022-05-31", "2022-08-31")));
        other.then(letter).standing(standing.getFirst());
        assertThat(other.reason(Pledge.preCheck("2021-07-07T10:00")))
                .isEqualTo(Reason.FALSE_COMMITMENT_STANDS);
        var refusal = Story.notified(true).standing(standing.getFirst()).refusal(letter);
        assertThat(refusal.reason()).isEqualTo(Reason.FALSE_COMMITMENT_STANDS);
        assertThat(refusal.detail()).contains("违诺〔2021〕1号", PROJECT.toString());

        story.then(Pledge.proposal("2021-07-10T10:00"));
        assertThat(standing(story)).isEqualTo(standing);
        story.then(Pledge.proposalObjection("2021-07-13T10:00"))
                .then(Pledge.proposalObjectionDecided("2021-07-20T10:00", false));
        assertThat(standing(story)).hasSize(1);
        story.then(Pledge.repair("2022-07-20T10:00"));
        assertThat(standing(story)).isEmpty();
    }

    @Test
    void withAnObjectionInThePublicityTheLetterTakesEffectWhenTheLastIsDismissed() {
        var story =
                Story.notified(true)
                        .then(Pledge.letter("2021-03-01T10:00"))
                        .then(Pledge.preCheck("2021-03-02T10:00"))
                        .then(Pledge.objection("2021-03-04T10:00"))
                        .then(Pledge.objection("2021-03-11T20:00"))
                        .until("2021-03-12T00:00");
        assertThat(story.last())
                .isEqualTo(new PublicityEnded(Pledge.COMMITMENT, at("2021-03-12T00:00")));

        story.then(Pledge.objectionDecided("2021-03-15T10:00", 1, false));
        assertThat(story.last()).isInstanceOf(ObjectionDecided.class);
        story.then(Pledge.objectionDecided("2021-03-16T10:00", 2, false));

        assertThat(story.last()).isInstanceOf(CommitmentTookEffect.class);
        assertThat(story.last().occurredAt()).isEqualTo(at("2021-03-16T10:00"));
    }

    @Test
    void aWithdrawnCommitmentBecomesAFilingThatIsDecidedBeforeTheStart() {
        var story = Story.committed().readyToStart("2021-04-05T10:00");
        assertThat(story.reason(receipt(ENERGY_REVIEW, "2021-04-06T10:00")))
                .isEqualTo(Reason.ITEM_COVERED);

        story.then(Pledge.withdrawal("2021-04-06T10:00"));
        assertThat(story.events()).anyMatch(CommitmentWithdrawn.class::isInstance);
        assertThat(story.refusal(clearance("2021-04-06T10:30")).missing())
                .containsExactly(
                        new Missing(
                                ENERGY_REVIEW,
                                ItemClass.COMMITMENT,
                                null,
                                NextStep.COMMIT_OR_FILE));

        story.then(receipt(ENERGY_REVIEW, "2021-04-06T11:00"));
        FilingId filing = ((FilingReceived) story.last()).filing();
        story.then(new AcceptFiling(filing, at("2021-04-07T10:00"), "受字1号"));
        assertThat(story.refusal(clearance("2021-04-08T10:30")).missing())
                .extracting(Missing::nextStep)
                .containsExactly(NextStep.AWAIT_DECISION);

        story.then(
                        new DecideFiling(
                                filing,
                                at("2021-04-15T10:00"),
                                Outcome.GRANTED,
                                "准字1号",
                                null,
                                null,
                                List.of()))
                .then(clearance("2021-04-16T10:00"))
                .then(start("2021-05-10T10:00"))
                .then(completion("2022-05-20T10:00"))
                .then(acceptanceOfCompletion("2022-06-01T10:00"));

        assertThat(story.last()).isInstanceOf(CompletionAccepted.class);
        assertThat(story.events()).noneMatch(StartedWithoutClearance.class::isInstance);
    }

    private static List<FalseCommitment> standing(Story story) {
        return FalseCommitment.after(
                story.events().stream()
                        .filter(SupervisionEvent.class::isInstance)
                        .map(SupervisionEvent.class::cast)
                        .toList());
    }
}
