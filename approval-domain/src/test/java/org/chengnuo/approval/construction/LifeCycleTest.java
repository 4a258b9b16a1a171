package org.chengnuo.approval.construction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import org.chengnuo.approval.ProjectActs;
import org.chengnuo.approval.Table;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every stage of the construction and every act: which may be done, and why the others may not. */
class LifeCycleTest {

    private static final String TABLE =
            """
            NotCleared
              may                          ClearStart ReportStart
              NOT_STARTED                  ReportMilestone ReportCompletion
              NOT_COMPLETED                AcceptCompletion RefuseCompletion
              COMPLETION_NOT_ACCEPTED      ReportProduction

            Cleared
              may                          ReportStart
              START_CLEARED_ALREADY        ClearStart
              NOT_STARTED                  ReportMilestone ReportCompletion
              NOT_COMPLETED                AcceptCompletion RefuseCompletion
              COMPLETION_NOT_ACCEPTED      ReportProduction

            Started
              may                          ReportMilestone ReportCompletion
              ALREADY_STARTED              ClearStart ReportStart
              NOT_COMPLETED                AcceptCompletion RefuseCompletion
              COMPLETION_NOT_ACCEPTED      ReportProduction

            Completed
              may                          AcceptCompletion RefuseCompletion
              ALREADY_STARTED              ClearStart ReportStart
              ALREADY_COMPLETED            ReportMilestone ReportCompletion
              COMPLETION_NOT_ACCEPTED      ReportProduction

            Accepted
              may                          ReportProduction
              ALREADY_STARTED              ClearStart ReportStart
              ALREADY_COMPLETED            ReportMilestone ReportCompletion
              COMPLETION_ACCEPTED_ALREADY  AcceptCompletion RefuseCompletion

            InProduction
              IN_PRODUCTION                ClearStart ReportStart ReportMilestone ReportCompletion
              IN_PRODUCTION                AcceptCompletion RefuseCompletion ReportProduction
            """;

    private static final String DAY = "2019-09-10T10:00";

    private static final List<ConstructionCommand> ACTS =
            List.of(
                    ProjectActs.clearance(DAY),
                    ProjectActs.start(DAY),
                    ProjectActs.milestone(DAY),
                    ProjectActs.completion(DAY),
                    ProjectActs.acceptanceOfCompletion(DAY),
                    ProjectActs.refusalOfCompletion(DAY),
                    ProjectActs.production(DAY));

    private static final List<Stage> STAGES =
            List.of(
                    new Stage.NotCleared(),
                    new Stage.Cleared(),
                    new Stage.Started(),
                    new Stage.Completed(),
                    new Stage.Accepted(),
                    new Stage.InProduction());

    @TestFactory
    Stream<DynamicTest> everyStageAndEveryAct() {
        var answers = Table.answers(TABLE);
        return STAGES.stream()
                .flatMap(stage -> ACTS.stream().map(act -> cell(stage, act, answers)));
    }

    private static DynamicTest cell(
            Stage stage, ConstructionCommand act, Map<String, String> answers) {
        var cell = name(stage) + " × " + name(act);
        return dynamicTest(cell, () -> assertThat(given(stage, act)).isEqualTo(answers.get(cell)));
    }

    @Test
    void theTableForgetsNoStageAndNoAct() {
        assertThat(STAGES.stream().map(Object::getClass))
                .containsExactlyInAnyOrder(Stage.class.getPermittedSubclasses());
        assertThat(ACTS.stream().map(Object::getClass))
                .containsExactlyInAnyOrder(ConstructionCommand.class.getPermittedSubclasses());
        assertThat(Table.answers(TABLE)).hasSize(STAGES.size() * ACTS.size());
    }

    private static String given(Stage stage, ConstructionCommand act) {
        var reason = LifeCycle.outOfTurn(stage, act);
        return reason == null ? "may" : reason.name();
    }

    private static String name(Object thing) {
        return thing.getClass().getSimpleName();
    }
}
