package org.chengnuo.approval.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.ProjectActs.CODE;
import static org.chengnuo.approval.ProjectActs.assessment;
import static org.chengnuo.approval.ProjectActs.codeChange;
import static org.chengnuo.approval.ProjectActs.endOfEntrustment;
import static org.chengnuo.approval.ProjectActs.entrustment;
import static org.chengnuo.approval.ProjectActs.moveTo;
import static org.chengnuo.approval.ProjectActs.order;
import static org.chengnuo.approval.ProjectActs.reinstating;
import static org.chengnuo.approval.ProjectActs.rulingOut;
import static org.chengnuo.approval.ProjectActs.start;
import static org.chengnuo.approval.ProjectActs.termination;
import static org.chengnuo.approval.ProjectActs.whatIsDue;
import static org.chengnuo.approval.ProjectActs.withdrawalOfTheProject;
import static org.chengnuo.approval.Story.CULTURAL_RELICS;
import static org.chengnuo.approval.Story.PLANNING_PERMIT;
import static org.chengnuo.approval.Story.PROJECT;
import static org.chengnuo.approval.Story.acceptance;
import static org.chengnuo.approval.Story.at;
import static org.chengnuo.approval.Story.closing;
import static org.chengnuo.approval.Story.delivery;
import static org.chengnuo.approval.Story.grant;
import static org.chengnuo.approval.Story.receipt;
import static org.chengnuo.approval.Story.refusalOfAcceptance;
import static org.chengnuo.approval.Story.refusalOfTheLicence;
import static org.chengnuo.approval.Story.registration;
import static org.chengnuo.approval.Story.revocation;
import static org.chengnuo.approval.Story.withdrawal;
import static org.chengnuo.approval.Story.workStep;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import org.chengnuo.approval.ImportedCase;
import org.chengnuo.approval.Table;
import org.chengnuo.approval.commitment.CommitmentCommand;
import org.chengnuo.approval.commitment.CommitmentId;
import org.chengnuo.approval.commitment.ServeNotice;
import org.chengnuo.approval.project.ProjectEvent.ProjectRegistered;
import org.chengnuo.approval.supervision.Node;
import org.chengnuo.approval.supervision.SupervisionCommand;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every stage of a project and every act: which may be done, and why the others may not. Of each
 * part one act stands for all, but for those that differ.
 */
class LifeCycleTest {

    private static final String OWN =
            "AssessEligibility MoveToEdition RuleItemOut ReinstateItem"
                    + " EntrustAgent EndEntrustment WithdrawProject TerminateProject";

    private static final String TABLE =
            """
            Unknown
              may                 RegisterProject ImportHistory ActOnWhatIsDue
              PROJECT_UNKNOWN     ChangeProjectCode (its own)
              PROJECT_UNKNOWN     OrderService ReportStart ServeNotice PassPreCheck RecordInspection
              PROJECT_UNKNOWN     ReceiveFiling AcceptFiling RefuseAcceptance Grant Refuse
              PROJECT_UNKNOWN     DeliverDecision RevokeDecision WithdrawFiling RecordWorkStep CloseSpecialProcedure

            Imported
              may                 ImportHistory ActOnWhatIsDue
              PROJECT_EXISTS      RegisterProject
              HISTORY_IS_CLOSED   ChangeProjectCode (its own)
              HISTORY_IS_CLOSED   OrderService ReportStart ServeNotice PassPreCheck RecordInspection
              HISTORY_IS_CLOSED   ReceiveFiling AcceptFiling RefuseAcceptance Grant Refuse
              HISTORY_IS_CLOSED   DeliverDecision RevokeDecision WithdrawFiling RecordWorkStep CloseSpecialProcedure

            Open
              may                 ImportHistory ActOnWhatIsDue ChangeProjectCode (its own)
              may                 OrderService ReportStart ServeNotice PassPreCheck RecordInspection
              may                 ReceiveFiling AcceptFiling RefuseAcceptance Grant Refuse
              may                 DeliverDecision RevokeDecision WithdrawFiling RecordWorkStep CloseSpecialProcedure
              PROJECT_EXISTS      RegisterProject

            Withdrawn
              may                 ImportHistory ActOnWhatIsDue ChangeProjectCode RecordInspection
              may                 DeliverDecision RevokeDecision WithdrawFiling RefuseAcceptance Refuse CloseSpecialProcedure
              PROJECT_EXISTS      RegisterProject
              PROJECT_WITHDRAWN   (its own)
              PROJECT_WITHDRAWN   OrderService ReportStart ServeNotice PassPreCheck
              PROJECT_WITHDRAWN   ReceiveFiling AcceptFiling Grant RecordWorkStep

            Terminated
              may                 ImportHistory ActOnWhatIsDue ChangeProjectCode RecordInspection
              may                 DeliverDecision RevokeDecision WithdrawFiling RefuseAcceptance Refuse CloseSpecialProcedure
              PROJECT_EXISTS      RegisterProject
              PROJECT_TERMINATED  (its own)
              PROJECT_TERMINATED  OrderService ReportStart ServeNotice PassPreCheck
              PROJECT_TERMINATED  ReceiveFiling AcceptFiling Grant RecordWorkStep
            """
                    .replace("(its own)", OWN);

    private static final String DAY = "2018-09-10T10:00";

    private static final Map<String, ProjectCommand> ACTS = acts();

    @TestFactory
    Stream<DynamicTest> everyStageAndEveryAct() {
        var answers = Table.answers(TABLE);
        return stages().stream()
                .flatMap(stage -> ACTS.entrySet().stream().map(act -> cell(stage, act, answers)));
    }

    private static DynamicTest cell(
            Stage stage, Map.Entry<String, ProjectCommand> act, Map<String, String> answers) {
        var cell = stage.getClass().getSimpleName() + " × " + act.getKey();
        var reason = LifeCycle.outOfTurn(stage, act.getValue());
        return dynamicTest(
                cell,
                () ->
                        assertThat(reason == null ? "may" : reason.name())
                                .isEqualTo(answers.get(cell)));
    }

    @Test
    void theTableForgetsNoStageAndNoActOfTheProject() {
        assertThat(stages().stream().map(Object::getClass))
                .containsExactlyInAnyOrder(Stage.class.getPermittedSubclasses());
        // Of a part that is sealed itself, any act.
        for (Class<?> kind : ProjectCommand.class.getPermittedSubclasses()) {
            assertThat(ACTS.values()).as("an act of %s", kind).anyMatch(kind::isInstance);
        }
        assertThat(Table.answers(TABLE)).hasSize(stages().size() * ACTS.size());
    }

    private static List<Stage> stages() {
        var dossier = Dossier.opened(registered());
        return List.of(
                new Stage.Unknown(),
                new Stage.Imported(),
                new Stage.Open(dossier),
                new Stage.Withdrawn(dossier),
                new Stage.Terminated(dossier));
    }

    private static ProjectRegistered registered() {
        var c = registration(DAY);
        return new ProjectRegistered(
                PROJECT,
                c.occurredAt(),
                c.name(),
                null,
                c.enterprise(),
                c.zone(),
                c.region(),
                c.industry(),
                c.type(),
                c.investment(),
                "2018");
    }

    private static Map<String, ProjectCommand> acts() {
        var acts = new LinkedHashMap<String, ProjectCommand>();
        for (ProjectCommand act :
                List.<ProjectCommand>of(
                        registration(DAY),
                        ImportedCase.of("A-1").command(),
                        whatIsDue(DAY),
                        codeChange(DAY, CODE),
                        assessment(DAY),
                        moveTo("2021", DAY),
                        rulingOut(PLANNING_PERMIT, DAY),
                        reinstating(PLANNING_PERMIT, DAY),
                        entrustment(DAY, "2019-09-10T10:00", AgentScope.FILINGS),
                        endOfEntrustment(1, DAY),
                        withdrawalOfTheProject(DAY),
                        termination(DAY),
                        order(CULTURAL_RELICS, DAY),
                        start(DAY),
                        new ServeNotice(PROJECT, at(DAY), List.of(), "标准1号", "告知1号"),
                        new CommitmentCommand.PassPreCheck(new CommitmentId(PROJECT, 1), at(DAY)),
                        new SupervisionCommand.RecordInspection(
                                PROJECT,
                                at(DAY),
                                null,
                                Node.DURING_CONSTRUCTION,
                                "李某",
                                List.of(),
                                List.of()),
                        receipt(PLANNING_PERMIT, DAY),
                        acceptance(DAY),
                        refusalOfAcceptance(DAY),
                        delivery(DAY),
                        revocation(DAY, "以欺骗手段取得"),
                        withdrawal(DAY),
                        closing(DAY),
                        workStep(DAY))) {
            acts.put(act.getClass().getSimpleName(), act);
        }
        acts.put("Grant", grant(DAY));
        acts.put("Refuse", refusalOfTheLicence(DAY));
        return acts;
    }
}
