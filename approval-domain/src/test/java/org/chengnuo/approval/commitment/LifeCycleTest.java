package org.chengnuo.approval.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import org.chengnuo.approval.Pledge;
import org.chengnuo.approval.Table;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every stage of a commitment and every act: which may be done, and why the others may not. */
class LifeCycleTest {

    private static final String TABLE =
            """
            Noticed
              may                       SubmitLetter
              LETTER_NOT_SUBMITTED      PassPreCheck DeclineCommitment RaiseObjection DecideObjection
              LETTER_NOT_SUBMITTED      WithdrawCommitment MeasureIndicator

            Submitted
              may                       PassPreCheck DeclineCommitment WithdrawCommitment
              LETTER_SUBMITTED_ALREADY  SubmitLetter
              NOT_PUBLIC                RaiseObjection DecideObjection
              NOT_IN_FORCE              MeasureIndicator

            Public
              may                       RaiseObjection DecideObjection DeclineCommitment WithdrawCommitment
              LETTER_SUBMITTED_ALREADY  SubmitLetter
              PRE_CHECK_PASSED_ALREADY  PassPreCheck
              NOT_IN_FORCE              MeasureIndicator

            PublicityEnded
              may                       DecideObjection DeclineCommitment WithdrawCommitment
              LETTER_SUBMITTED_ALREADY  SubmitLetter
              PRE_CHECK_PASSED_ALREADY  PassPreCheck
              PUBLICITY_OVER            RaiseObjection
              NOT_IN_FORCE              MeasureIndicator

            InForce
              may                       MeasureIndicator WithdrawCommitment
              LETTER_SUBMITTED_ALREADY  SubmitLetter
              PRE_CHECK_PASSED_ALREADY  PassPreCheck
              PUBLICITY_OVER            RaiseObjection
              IN_FORCE_ALREADY          DecideObjection DeclineCommitment

            Fulfilled
              COMMITMENT_CONCLUDED      SubmitLetter PassPreCheck DeclineCommitment RaiseObjection
              COMMITMENT_CONCLUDED      DecideObjection WithdrawCommitment MeasureIndicator

            Declined, Withdrawn
              COMMITMENT_CLOSED         SubmitLetter PassPreCheck DeclineCommitment RaiseObjection
              COMMITMENT_CLOSED         DecideObjection WithdrawCommitment MeasureIndicator
            """;

    private static final String DAY = "2021-03-03T10:00";

    private static final List<CommitmentCommand> ACTS =
            List.of(
                    Pledge.letter(DAY),
                    Pledge.preCheck(DAY),
                    Pledge.decline(DAY),
                    Pledge.objection(DAY),
                    Pledge.objectionDecided(DAY, 1, false),
                    Pledge.withdrawal(DAY),
                    Pledge.measurement(DAY, "plot-ratio", "1.2"));

    private static final Letter LETTER = Pledge.submitted().commitment().letter().orElseThrow();

    private static final List<Stage> STAGES =
            List.of(
                    new Stage.Noticed(),
                    new Stage.Submitted(LETTER),
                    new Stage.Public(LETTER, LocalDate.parse("2021-03-11"), Stage.Objections.NONE),
                    new Stage.PublicityEnded(LETTER, Stage.Objections.NONE.raised()),
                    new Stage.InForce(LETTER, LETTER.submitted(), Stage.Obligations.of(List.of())),
                    new Stage.Fulfilled(LETTER),
                    new Stage.Declined(LETTER),
                    new Stage.Withdrawn(LETTER, null));

    @TestFactory
    Stream<DynamicTest> everyStageAndEveryAct() {
        var answers = Table.answers(TABLE);
        return STAGES.stream()
                .flatMap(stage -> ACTS.stream().map(act -> cell(stage, act, answers)));
    }

    private static DynamicTest cell(
            Stage stage, CommitmentCommand act, Map<String, String> answers) {
        var cell = name(stage) + " × " + name(act);
        return dynamicTest(cell, () -> assertThat(given(stage, act)).isEqualTo(answers.get(cell)));
    }

    @Test
    void theTableForgetsNoStageAndNoAct() {
        assertThat(STAGES.stream().map(Object::getClass))
                .containsExactlyInAnyOrder(Stage.class.getPermittedSubclasses());
        assertThat(ACTS.stream().map(Object::getClass))
                .containsExactlyInAnyOrder(CommitmentCommand.class.getPermittedSubclasses());
        assertThat(Table.answers(TABLE)).hasSize(STAGES.size() * ACTS.size());
    }

    private static String given(Stage stage, CommitmentCommand act) {
        var reason = LifeCycle.outOfTurn(stage, act);
        return reason == null ? "may" : reason.name();
    }

    private static String name(Object thing) {
        return thing.getClass().getSimpleName();
    }
}
