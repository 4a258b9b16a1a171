package org.chengnuo.approval.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.Story.acceptance;
import static org.chengnuo.approval.Story.answer;
import static org.chengnuo.approval.Story.at;
import static org.chengnuo.approval.Story.closing;
import static org.chengnuo.approval.Story.correction;
import static org.chengnuo.approval.Story.deemedAcceptance;
import static org.chengnuo.approval.Story.delivery;
import static org.chengnuo.approval.Story.expertReview;
import static org.chengnuo.approval.Story.extension;
import static org.chengnuo.approval.Story.grant;
import static org.chengnuo.approval.Story.record;
import static org.chengnuo.approval.Story.refusalOfAcceptance;
import static org.chengnuo.approval.Story.revocation;
import static org.chengnuo.approval.Story.withdrawal;
import static org.chengnuo.approval.Story.workStep;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.policy.ShippedPolicies;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every stage and every act: which may be done, and why the others may not. */
class LifeCycleTest {

    /**
     * At the stage, with the answer, these acts. A work step without legal meaning may be noted at
     * every stage.
     */
    private static final String TABLE =
            """
            NotReceived
              may                       RecordWorkStep
              NOT_RECEIVED              RequestCorrection AnswerCorrection AcceptFiling DeemAccepted RefuseAcceptance
              NOT_RECEIVED              RecordFiling OpenSpecialProcedure CloseSpecialProcedure ExtendReview
              NOT_RECEIVED              DecideFiling DeliverDecision RevokeDecision WithdrawFiling

            Received
              may                       RequestCorrection AcceptFiling DeemAccepted RefuseAcceptance RecordFiling
              may                       WithdrawFiling RecordWorkStep
              NO_CORRECTION_OPEN        AnswerCorrection
              NOT_ACCEPTED              OpenSpecialProcedure CloseSpecialProcedure ExtendReview
              NOT_ACCEPTED              DecideFiling DeliverDecision RevokeDecision

            AwaitingCorrection
              may                       AnswerCorrection RefuseAcceptance WithdrawFiling RecordWorkStep
              CORRECTION_ONLY_ONCE      RequestCorrection
              CORRECTION_OPEN           AcceptFiling RecordFiling
              CORRECTION_WAS_REQUESTED  DeemAccepted
              NOT_ACCEPTED              OpenSpecialProcedure CloseSpecialProcedure ExtendReview
              NOT_ACCEPTED              DecideFiling DeliverDecision RevokeDecision

            Corrected
              may                       AcceptFiling RefuseAcceptance RecordFiling WithdrawFiling RecordWorkStep
              CORRECTION_ONLY_ONCE      RequestCorrection
              NO_CORRECTION_OPEN        AnswerCorrection
              CORRECTION_WAS_REQUESTED  DeemAccepted
              NOT_ACCEPTED              OpenSpecialProcedure CloseSpecialProcedure ExtendReview
              NOT_ACCEPTED              DecideFiling DeliverDecision RevokeDecision

            InReview
              may                       OpenSpecialProcedure ExtendReview DecideFiling WithdrawFiling RecordWorkStep
              CLOCK_RUNNING             CloseSpecialProcedure
              ALREADY_ACCEPTED          RequestCorrection AnswerCorrection AcceptFiling DeemAccepted RefuseAcceptance
              ALREADY_ACCEPTED          RecordFiling
              NOT_DECIDED               DeliverDecision RevokeDecision

            Stopped
              may                       CloseSpecialProcedure WithdrawFiling RecordWorkStep
              CLOCK_STOPPED             OpenSpecialProcedure ExtendReview DecideFiling
              ALREADY_ACCEPTED          RequestCorrection AnswerCorrection AcceptFiling DeemAccepted RefuseAcceptance
              ALREADY_ACCEPTED          RecordFiling
              NOT_DECIDED               DeliverDecision RevokeDecision

            Decided GRANTED, Decided GRANTED_DOCUMENTS_TO_FOLLOW, Decided DEEMED_BY_SILENCE
              may                       DeliverDecision RevokeDecision RecordWorkStep
              ALREADY_DECIDED           RequestCorrection AnswerCorrection AcceptFiling DeemAccepted RefuseAcceptance
              ALREADY_DECIDED           RecordFiling OpenSpecialProcedure CloseSpecialProcedure ExtendReview
              ALREADY_DECIDED           DecideFiling WithdrawFiling

            Decided REFUSED
              may                       DeliverDecision RecordWorkStep
              NOT_GRANTED               RevokeDecision
              ALREADY_DECIDED           RequestCorrection AnswerCorrection AcceptFiling DeemAccepted RefuseAcceptance
              ALREADY_DECIDED           RecordFiling OpenSpecialProcedure CloseSpecialProcedure ExtendReview
              ALREADY_DECIDED           DecideFiling WithdrawFiling

            Delivered GRANTED, Delivered GRANTED_DOCUMENTS_TO_FOLLOW, Delivered DEEMED_BY_SILENCE
              may                       RevokeDecision RecordWorkStep
              ALREADY_DELIVERED         RequestCorrection AnswerCorrection AcceptFiling DeemAccepted RefuseAcceptance
              ALREADY_DELIVERED         RecordFiling OpenSpecialProcedure CloseSpecialProcedure ExtendReview
              ALREADY_DELIVERED         DecideFiling DeliverDecision WithdrawFiling

            Delivered REFUSED
              may                       RecordWorkStep
              NOT_GRANTED               RevokeDecision
              ALREADY_DELIVERED         RequestCorrection AnswerCorrection AcceptFiling DeemAccepted RefuseAcceptance
              ALREADY_DELIVERED         RecordFiling OpenSpecialProcedure CloseSpecialProcedure ExtendReview
              ALREADY_DELIVERED         DecideFiling DeliverDecision WithdrawFiling

            AcceptanceRefused, Recorded, Withdrawn, Revoked
              may                       RecordWorkStep
              CLOSED                    RequestCorrection AnswerCorrection AcceptFiling DeemAccepted RefuseAcceptance
              CLOSED                    RecordFiling OpenSpecialProcedure CloseSpecialProcedure ExtendReview
              CLOSED                    DecideFiling DeliverDecision RevokeDecision WithdrawFiling
            """;

    private static final String DAY = "2018-09-10T10:00";

    private static final List<FilingCommand> ACTS =
            List.of(
                    correction(DAY),
                    answer(DAY),
                    acceptance(DAY),
                    deemedAcceptance(DAY),
                    refusalOfAcceptance(DAY),
                    record(DAY, "备字〔2018〕1号"),
                    expertReview(DAY),
                    closing(DAY),
                    extension(DAY, TimeLimit.workingDays(10)),
                    grant(DAY),
                    delivery(DAY),
                    revocation(DAY, "以欺骗手段取得"),
                    withdrawal(DAY),
                    workStep(DAY));

    @TestFactory
    Stream<DynamicTest> everyStageAndEveryAct() {
        var answers = answers();
        return stages().entrySet().stream()
                .flatMap(stage -> ACTS.stream().map(act -> cell(stage, act, answers)));
    }

    private static DynamicTest cell(
            Map.Entry<String, Stage> stage, FilingCommand act, Map<String, String> answers) {
        var cell = stage.getKey() + " × " + name(act);
        return dynamicTest(
                cell, () -> assertThat(given(stage.getValue(), act)).isEqualTo(answers.get(cell)));
    }

    @Test
    void theTableForgetsNoStageAndNoAct() {
        assertThat(stages().values().stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(Stage.class.getPermittedSubclasses());
        assertThat(ACTS.stream().map(Object::getClass))
                .containsExactlyInAnyOrder(FilingCommand.class.getPermittedSubclasses());
        assertThat(answers()).hasSize(stages().size() * ACTS.size());
    }

    private static String given(Stage stage, FilingCommand act) {
        var reason = LifeCycle.outOfTurn(stage, act);
        return reason == null ? "may" : reason.name();
    }

    /** The table by «stage × act»; no cell may stand in it twice. */
    private static Map<String, String> answers() {
        var answers = new LinkedHashMap<String, String>();
        List<String> stages = List.of();
        for (String line : TABLE.lines().filter(text -> !text.isBlank()).toList()) {
            if (!line.startsWith(" ")) {
                stages = Arrays.asList(line.split(", "));
            } else {
                var words = new ArrayList<>(Arrays.asList(line.strip().split(" +")));
                String answer = words.removeFirst();
                for (String stage : stages) {
                    for (String act : words) {
                        assertThat(answers.put(stage + " × " + act, answer))
                                .as("%s × %s stands in the table twice", stage, act)
                                .isNull();
                    }
                }
            }
        }
        return answers;
    }

    private static Map<String, Stage> stages() {
        var review = Stage.Review.begun(at("2018-09-03T10:00"), terms());
        var stages = new LinkedHashMap<String, Stage>();
        for (Stage stage :
                List.of(
                        new Stage.NotReceived(),
                        new Stage.Received(at("2018-09-03T10:00")),
                        new Stage.AwaitingCorrection(at("2018-09-04T10:00"), false),
                        new Stage.Corrected(),
                        new Stage.AcceptanceRefused(),
                        new Stage.InReview(review),
                        new Stage.Stopped(review, TimeLimit.workingDays(10), false),
                        new Stage.Recorded(),
                        new Stage.Withdrawn(),
                        new Stage.Revoked())) {
            stages.put(name(stage), stage);
        }
        for (Outcome outcome : Outcome.values()) {
            stages.put("Decided " + outcome, new Stage.Decided(outcome));
            stages.put("Delivered " + outcome, new Stage.Delivered(outcome));
        }
        return stages;
    }

    private static AcceptanceTerms terms() {
        PolicyEdition edition = ShippedPolicies.named("2018");
        return AcceptanceTerms.of(edition.items().getFirst(), edition);
    }

    private static String name(Object thing) {
        return thing.getClass().getSimpleName();
    }
}
