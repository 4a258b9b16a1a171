package org.chengnuo.approval.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import org.chengnuo.approval.Pledge;
import org.chengnuo.approval.Table;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every stage of an order and of a proposal, and every act upon them. */
class LifeCycleTest {

    private static final String ORDERS =
            """
            OPEN, NOT_RECTIFIED
              may                        VerifyRectification

            RECTIFIED
              RECTIFIED_ALREADY          VerifyRectification
            """;

    /** What begins something new, or concerns something else, a proposal does not hinder. */
    private static final String PROPOSALS =
            """
            PROPOSED
              may                        ObjectToProposal RepairCredit
              NO_OBJECTION               DecideProposalObjection
              may                        RecordInspection OrderRectification VerifyRectification FindBreach CloseBreach ProposeCreditMeasure

            OBJECTED
              may                        DecideProposalObjection RepairCredit
              OBJECTED_ALREADY           ObjectToProposal
              may                        RecordInspection OrderRectification VerifyRectification FindBreach CloseBreach ProposeCreditMeasure

            CONFIRMED
              may                        RepairCredit
              OBJECTED_ALREADY           ObjectToProposal
              OBJECTION_DECIDED_ALREADY  DecideProposalObjection
              may                        RecordInspection OrderRectification VerifyRectification FindBreach CloseBreach ProposeCreditMeasure

            TAKEN_BACK, REPAIRED
              PROPOSAL_CLOSED            ObjectToProposal DecideProposalObjection RepairCredit
              may                        RecordInspection OrderRectification VerifyRectification FindBreach CloseBreach ProposeCreditMeasure
            """;

    private static final String DAY = "2021-05-10T10:00";

    private static final List<SupervisionCommand> ACTS =
            List.of(
                    Pledge.inspection(DAY),
                    Pledge.order(DAY, "2021-06-10"),
                    Pledge.verification(DAY, true),
                    Pledge.breach(DAY, BreachKind.NOT_KEPT, 1),
                    Pledge.closing(DAY, BreachClosing.REPAIRED),
                    Pledge.proposal(DAY),
                    Pledge.proposalObjection(DAY),
                    Pledge.proposalObjectionDecided(DAY, true),
                    Pledge.repair(DAY));

    @TestFactory
    Stream<DynamicTest> everyStageOfAnOrder() {
        return cells(given(Order.Stage.values()), Table.answers(ORDERS));
    }

    @TestFactory
    Stream<DynamicTest> everyStageOfAProposal() {
        return cells(given(Proposal.Stage.values()), Table.answers(PROPOSALS));
    }

    private static Stream<DynamicTest> cells(
            Map<String, String> given, Map<String, String> answers) {
        return given.entrySet().stream()
                .map(
                        cell ->
                                dynamicTest(
                                        cell.getKey(),
                                        () ->
                                                assertThat(cell.getValue())
                                                        .isEqualTo(answers.get(cell.getKey()))));
    }

    @Test
    void theTablesForgetNoStageAndNoAct() {
        assertThat(ACTS.stream().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.asList(SupervisionCommand.class.getPermittedSubclasses()));
        assertThat(Table.answers(ORDERS)).hasSameSizeAs(given(Order.Stage.values()));
        assertThat(Table.answers(PROPOSALS)).hasSameSizeAs(given(Proposal.Stage.values()));
    }

    private static Map<String, String> given(Order.Stage[] stages) {
        var given = new LinkedHashMap<String, String>();
        for (Order.Stage stage : stages) {
            var reason = LifeCycle.verificationOutOfTurn(stage);
            given.put(stage + " × VerifyRectification", reason == null ? "may" : reason.name());
        }
        return given;
    }

    private static Map<String, String> given(Proposal.Stage[] stages) {
        var given = new LinkedHashMap<String, String>();
        for (Proposal.Stage stage : stages) {
            for (SupervisionCommand act : ACTS) {
                var reason = LifeCycle.outOfTurn(stage, act);
                given.put(
                        stage + " × " + act.getClass().getSimpleName(),
                        reason == null ? "may" : reason.name());
            }
        }
        return given;
    }
}
