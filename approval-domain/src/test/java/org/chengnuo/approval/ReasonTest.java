package org.chengnuo.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.ProjectActs.AGENT;
import static org.chengnuo.approval.ProjectActs.PARCEL;
import static org.chengnuo.approval.ProjectActs.acceptanceOfCompletion;
import static org.chengnuo.approval.ProjectActs.assessment;
import static org.chengnuo.approval.ProjectActs.clearance;
import static org.chengnuo.approval.ProjectActs.completion;
import static org.chengnuo.approval.ProjectActs.deliveryOf;
import static org.chengnuo.approval.ProjectActs.endOfEntrustment;
import static org.chengnuo.approval.ProjectActs.landSupply;
import static org.chengnuo.approval.ProjectActs.milestone;
import static org.chengnuo.approval.ProjectActs.moveTo;
import static org.chengnuo.approval.ProjectActs.order;
import static org.chengnuo.approval.ProjectActs.production;
import static org.chengnuo.approval.ProjectActs.reinstating;
import static org.chengnuo.approval.ProjectActs.rulingOut;
import static org.chengnuo.approval.ProjectActs.start;
import static org.chengnuo.approval.ProjectActs.startOf;
import static org.chengnuo.approval.ProjectActs.termination;
import static org.chengnuo.approval.ProjectActs.withdrawalOfTheProject;
import static org.chengnuo.approval.Story.CONSTRUCTION_PERMIT;
import static org.chengnuo.approval.Story.CULTURAL_RELICS;
import static org.chengnuo.approval.Story.PLANNING_PERMIT;
import static org.chengnuo.approval.Story.PROJECT;
import static org.chengnuo.approval.Story.PROJECT_FILING;
import static org.chengnuo.approval.Story.acceptance;
import static org.chengnuo.approval.Story.accepted;
import static org.chengnuo.approval.Story.answer;
import static org.chengnuo.approval.Story.at;
import static org.chengnuo.approval.Story.closing;
import static org.chengnuo.approval.Story.correction;
import static org.chengnuo.approval.Story.decision;
import static org.chengnuo.approval.Story.deemedAcceptance;
import static org.chengnuo.approval.Story.delivery;
import static org.chengnuo.approval.Story.expertReview;
import static org.chengnuo.approval.Story.extension;
import static org.chengnuo.approval.Story.grant;
import static org.chengnuo.approval.Story.nothing;
import static org.chengnuo.approval.Story.receipt;
import static org.chengnuo.approval.Story.received;
import static org.chengnuo.approval.Story.record;
import static org.chengnuo.approval.Story.refusalOfAcceptance;
import static org.chengnuo.approval.Story.refusalOfTheLicence;
import static org.chengnuo.approval.Story.registered;
import static org.chengnuo.approval.Story.registration;
import static org.chengnuo.approval.Story.revocation;
import static org.chengnuo.approval.Story.specialProcedure;
import static org.chengnuo.approval.Story.withdrawal;

import org.chengnuo.approval.assessment.AssessmentCommand;
import org.chengnuo.approval.assessment.AssessmentCommand.PublishScheme;
import org.chengnuo.approval.assessment.AssessmentCommand.SelfScore;
import org.chengnuo.approval.assessment.AssessmentCommand.VerifyScore;
import org.chengnuo.approval.assessment.AssessmentPeriod;
import org.chengnuo.approval.assessment.Assessments;
import org.chengnuo.approval.assessment.SchemeCode;
import org.chengnuo.approval.assessment.SchemeContent;
import org.chengnuo.approval.calendar.editions.CalendarCommand;
import org.chengnuo.approval.calendar.editions.CalendarEditions;
import org.chengnuo.approval.clock.LimitUnit;
import org.chengnuo.approval.clock.StopGround;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.commitment.CommitmentCommand.DeclineCommitment;
import org.chengnuo.approval.commitment.CommitmentCommand.MeasureIndicator;
import org.chengnuo.approval.commitment.CommitmentCommand.RaiseObjection;
import org.chengnuo.approval.commitment.CommitmentCommand.SubmitLetter;
import org.chengnuo.approval.commitment.ObligationId;
import org.chengnuo.approval.commitment.Promise;
import org.chengnuo.approval.commitment.ServeNotice;
import org.chengnuo.approval.commitment.Signer;
import org.chengnuo.approval.construction.ConstructionCommand.ReportMilestone;
import org.chengnuo.approval.filing.ActParticulars;
import org.chengnuo.approval.filing.FilingCommand.RecordWorkStep;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.filing.LegalAct;
import org.chengnuo.approval.filing.Outcome;
import org.chengnuo.approval.parcel.ParcelCommand.DeliverService;
import org.chengnuo.approval.parcel.ParcelCommand.SupplyLand;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.policy.Policies;
import org.chengnuo.approval.policy.PolicyCommand;
import org.chengnuo.approval.policy.PolicyCommand.DiscardDraft;
import org.chengnuo.approval.policy.PolicyCommand.DraftPolicyEdition;
import org.chengnuo.approval.policy.PolicyCommand.PublishPolicyEdition;
import org.chengnuo.approval.policy.PolicyCommand.SupersedePolicyEdition;
import org.chengnuo.approval.policy.PolicyEvent;
import org.chengnuo.approval.policy.ShippedPolicies;
import org.chengnuo.approval.policy.Validity;
import org.chengnuo.approval.project.AgentScope;
import org.chengnuo.approval.project.ProjectCode;
import org.chengnuo.approval.project.ProjectCommand.ChangeProjectCode;
import org.chengnuo.approval.project.ProjectCommand.EntrustAgent;
import org.chengnuo.approval.project.ProjectCommand.RuleItemOut;
import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.supervision.BreachClosing;
import org.chengnuo.approval.supervision.BreachKind;
import org.chengnuo.approval.supervision.FalseCommitment;
import org.chengnuo.approval.supervision.Node;
import org.chengnuo.approval.supervision.SupervisionCommand.Finding;
import org.chengnuo.approval.supervision.SupervisionCommand.OrderRectification;
import org.chengnuo.approval.supervision.SupervisionCommand.RecordInspection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** The closed list of reasons: each is given for something that can really be asked. */
class ReasonTest {

    private static final String MONDAY = "2018-09-03T10:00";
    private static final String TUESDAY = "2018-09-04T10:00";
    private static final String WEDNESDAY = "2018-09-05T10:00";
    private static final String MONTH = "2018-10-05T10:00";
    private static final String TEXT = "文1号";
    private static final Set<AgentScope> SCOPE = Set.of(AgentScope.FILINGS);
    private static final TimeLimit TEN = TimeLimit.workingDays(10);

    @ParameterizedTest
    @EnumSource
    void isGiven(Reason reason) {
        Refusal refusal = refusal(reason);

        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.detail()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void saysWhyInBothLanguagesAndByWhichArticle(Reason reason) {
        assertThat(reason.english()).matches("[A-Z].*[^.]");
        assertThat(reason.chinese()).matches("\\p{IsHan}.*[^。]");
        if (reason.article() != null) {
            assertThat(reason.article()).matches("(ALL|CL|CC) Art\\. \\d+(\\(\\d\\))?");
        }
    }

    /** Of an imported log. */
    private static ImportedCase inReview() {
        return ImportedCase.of("A-1")
                .act(MONDAY, LegalAct.RECEIVED)
                .act(TUESDAY, LegalAct.ACCEPTED);
    }

    /** A switch without a default: a new reason does not compile until somebody can be given it. */
    private static Refusal refusal(Reason reason) {
        return switch (reason) {
            case IN_THE_FUTURE -> received(MONDAY).refusal(acceptance(WEDNESDAY), at(TUESDAY));
            case BEFORE_PRECEDING_ACT ->
                    received(TUESDAY).refusal(acceptance(MONDAY), at(WEDNESDAY));
            case BEFORE_THE_LAW -> nothing().refusal(registration("2004-06-30T10:00"));
            case BEFORE_REGISTRATION ->
                    registered(TUESDAY).refusal(receipt(PLANNING_PERMIT, MONDAY));
            case PROJECT_UNKNOWN -> nothing().refusal(receipt(PLANNING_PERMIT, MONDAY));
            case PROJECT_EXISTS -> registered(MONDAY).refusal(registration(TUESDAY));
            case SAME_PROJECT_CODE -> {
                var code = new ProjectCode("2018-141002-33-03-012345");
                yield registered(MONDAY)
                        .then(new ChangeProjectCode(PROJECT, at(TUESDAY), code))
                        .refusal(new ChangeProjectCode(PROJECT, at(WEDNESDAY), code));
            }
            case REASON_MISSING ->
                    registered(MONDAY)
                            .refusal(new RuleItemOut(PROJECT, at(TUESDAY), PLANNING_PERMIT, " "));
            case AGENT_NOT_ENTRUSTED ->
                    registered(MONDAY).actingAs(AGENT).refusal(receipt(PLANNING_PERMIT, TUESDAY));
            case NOT_FOR_AN_AGENT ->
                    registered(MONDAY).actingAs(AGENT).refusal(withdrawalOfTheProject(TUESDAY));
            case PROJECT_WITHDRAWN ->
                    registered(MONDAY)
                            .then(withdrawalOfTheProject(TUESDAY))
                            .refusal(receipt(PLANNING_PERMIT, WEDNESDAY));
            case PROJECT_TERMINATED ->
                    registered(MONDAY)
                            .then(termination(TUESDAY))
                            .refusal(receipt(PLANNING_PERMIT, WEDNESDAY));
            case PROJECT_COMPLETED ->
                    registered(MONDAY)
                            .then(start(TUESDAY))
                            .then(completion(TUESDAY))
                            .refusal(withdrawalOfTheProject(WEDNESDAY));
            case SAME_EDITION -> registered(MONDAY).refusal(moveTo("2018", TUESDAY));
            case EDITION_UNKNOWN -> registered(MONDAY).refusal(moveTo("1984", TUESDAY));
            case EDITION_NOT_FOR_PROJECT -> registered(MONDAY).refusal(moveTo("2021", TUESDAY));
            case EDITION_SETTLED ->
                    registered(MONDAY)
                            .then(start(TUESDAY))
                            .refusal(moveTo("2021", "2021-03-01T10:00"));
            case ITEM_RULED_OUT ->
                    registered(MONDAY)
                            .then(rulingOut(PLANNING_PERMIT, TUESDAY))
                            .refusal(receipt(PLANNING_PERMIT, WEDNESDAY));
            case ITEM_NOT_RULED_OUT ->
                    registered(MONDAY).refusal(reinstating(PLANNING_PERMIT, TUESDAY));
            case ITEM_BEING_FILED -> received(MONDAY).refusal(rulingOut(PLANNING_PERMIT, TUESDAY));
            case AGENT_MISSING -> registered(MONDAY).refusal(entrustment(" ", TEXT, MONTH, SCOPE));
            case ENTRUSTMENT_DOCUMENT_MISSING ->
                    registered(MONDAY).refusal(entrustment(AGENT, "", MONTH, SCOPE));
            case ENTRUSTMENT_SCOPE_MISSING ->
                    registered(MONDAY).refusal(entrustment(AGENT, TEXT, MONTH, Set.of()));
            case ENTRUSTMENT_PERIOD_WRONG ->
                    registered(MONDAY).refusal(entrustment(AGENT, TEXT, TUESDAY, SCOPE));
            case ENTRUSTMENT_UNKNOWN -> registered(MONDAY).refusal(endOfEntrustment(1, TUESDAY));
            case ENTRUSTMENT_ENDED ->
                    registered(MONDAY)
                            .then(entrustment(AGENT, TEXT, MONTH, SCOPE))
                            .then(endOfEntrustment(1, TUESDAY))
                            .refusal(endOfEntrustment(1, WEDNESDAY));
            case NOT_A_SERVICE -> registered(MONDAY).refusal(order(PLANNING_PERMIT, TUESDAY));
            case SERVICE_NOT_ORDERED ->
                    registered(MONDAY).refusal(startOf(CULTURAL_RELICS, TUESDAY));
            case SERVICE_ORDERED_ALREADY ->
                    registered(MONDAY)
                            .then(order(CULTURAL_RELICS, TUESDAY))
                            .refusal(order(CULTURAL_RELICS, WEDNESDAY));
            case SERVICE_NOT_STARTED ->
                    registered(MONDAY)
                            .then(order(CULTURAL_RELICS, TUESDAY))
                            .refusal(deliveryOf(CULTURAL_RELICS, WEDNESDAY));
            case SERVICE_STARTED_ALREADY ->
                    registered(MONDAY)
                            .then(order(CULTURAL_RELICS, TUESDAY))
                            .then(startOf(CULTURAL_RELICS, TUESDAY))
                            .refusal(startOf(CULTURAL_RELICS, WEDNESDAY));
            case SERVICE_DELIVERED_ALREADY ->
                    registered(MONDAY)
                            .served(CULTURAL_RELICS, TUESDAY)
                            .refusal(deliveryOf(CULTURAL_RELICS, WEDNESDAY));
            case SERVICE_RESULT_MISSING ->
                    registered(MONDAY)
                            .then(order(CULTURAL_RELICS, TUESDAY))
                            .then(startOf(CULTURAL_RELICS, TUESDAY))
                            .refusal(
                                    new DeliverService(
                                            PROJECT, at(WEDNESDAY), PARCEL, CULTURAL_RELICS, ""));
            case LAND_SUPPLIED_ALREADY ->
                    registered(MONDAY).then(landSupply(TUESDAY)).refusal(landSupply(WEDNESDAY));
            case AREA_MISSING ->
                    registered(MONDAY)
                            .refusal(
                                    new SupplyLand(
                                            PROJECT, at(TUESDAY), PARCEL, BigDecimal.ZERO, TEXT));
            case LAND_DOCUMENT_MISSING ->
                    registered(MONDAY)
                            .refusal(
                                    new SupplyLand(
                                            PROJECT, at(TUESDAY), PARCEL, BigDecimal.TEN, null));
            case START_CONDITIONS_MISSING -> registered(MONDAY).refusal(clearance(TUESDAY));
            case START_CLEARED_ALREADY ->
                    registered(MONDAY)
                            .readyToStart(TUESDAY)
                            .then(clearance(TUESDAY))
                            .refusal(clearance(WEDNESDAY));
            case NOT_STARTED -> registered(MONDAY).refusal(milestone(TUESDAY));
            case ALREADY_STARTED ->
                    registered(MONDAY).then(start(TUESDAY)).refusal(start(WEDNESDAY));
            case MILESTONE_MISSING ->
                    registered(MONDAY)
                            .then(start(TUESDAY))
                            .refusal(new ReportMilestone(PROJECT, at(WEDNESDAY), null, null));
            case NOT_COMPLETED ->
                    registered(MONDAY)
                            .then(start(TUESDAY))
                            .refusal(acceptanceOfCompletion(WEDNESDAY));
            case ALREADY_COMPLETED ->
                    registered(MONDAY)
                            .then(start(TUESDAY))
                            .then(completion(TUESDAY))
                            .refusal(completion(WEDNESDAY));
            case COMPLETION_NOT_ACCEPTED ->
                    registered(MONDAY)
                            .then(start(TUESDAY))
                            .then(completion(TUESDAY))
                            .refusal(production(WEDNESDAY));
            case COMPLETION_ACCEPTED_ALREADY ->
                    accomplished().refusal(acceptanceOfCompletion(WEDNESDAY));
            case IN_PRODUCTION ->
                    accomplished().then(production(TUESDAY)).refusal(production(WEDNESDAY));
            case NOT_ELIGIBLE -> Story.notified(false).refusal(Pledge.letter("2021-03-01T10:00"));
            case ITEM_FILED ->
                    Story.notified(true)
                            .then(receipt(Pledge.ENERGY_REVIEW, "2021-02-26T11:00"))
                            .refusal(Pledge.letter("2021-03-01T10:00"));
            case ITEM_COVERED -> Story.committed().refusal(receipt(Pledge.ENERGY_REVIEW, APRIL));
            case FALSE_COMMITMENT_STANDS ->
                    Story.notified(true)
                            .standing(new FalseCommitment(PROJECT, 1, at(MONDAY), "罚字1号"))
                            .refusal(Pledge.letter("2021-03-01T10:00"));
            case LETTER_IN_FORCE -> Story.committed().refusal(assessment(APRIL));
            case COMMITMENT_UNMET ->
                    Story.committed()
                            .then(start(APRIL))
                            .then(completion(MAY))
                            .refusal(acceptanceOfCompletion(MAY));
            case FILING_UNKNOWN ->
                    received(MONDAY)
                            .refusal(
                                    new RecordWorkStep(
                                            new FilingId(PROJECT, 2), at(TUESDAY), "查看", null));
            case ITEM_UNKNOWN ->
                    registered(MONDAY)
                            .refusal(receipt(ItemCode.of("cn-shanxi:project-approval"), TUESDAY));
            case ITEM_NEEDS_NO_FILING ->
                    registered(MONDAY).refusal(receipt(CULTURAL_RELICS, TUESDAY));
            case HISTORY_IS_CLOSED -> ImportedCase.of("A-1").story().refusal(acceptance(MONDAY));

            case COMMITMENT_UNKNOWN -> Pledge.nothing().refusal(Pledge.inspection(MARCH));
            case ITEMS_UNSETTLED ->
                    registered(MONDAY)
                            .then(start(TUESDAY))
                            .then(completion(TUESDAY))
                            .refusal(acceptanceOfCompletion(WEDNESDAY));
            case RECTIFICATION_OUTSTANDING ->
                    Story.committed()
                            .then(Pledge.inspection(APRIL))
                            .then(Pledge.order(APRIL, "2021-04-30"))
                            .then(Pledge.withdrawal(APRIL))
                            .then(start(APRIL))
                            .then(completion(APRIL))
                            .refusal(acceptanceOfCompletion(MAY));
            case FALSE_COMMITMENT_UNREMEDIED ->
                    Story.committed()
                            .then(Pledge.inspection(APRIL))
                            .then(Pledge.breach(APRIL, BreachKind.FALSE, null))
                            .then(Pledge.withdrawal(APRIL))
                            .then(start(APRIL))
                            .then(completion(APRIL))
                            .refusal(acceptanceOfCompletion(MAY));
            case LETTER_NOT_SUBMITTED -> Pledge.noticed().refusal(Pledge.preCheck(MARCH));
            case LETTER_SUBMITTED_ALREADY -> Pledge.submitted().refusal(Pledge.letter(MARCH));
            case NOT_PUBLIC -> Pledge.submitted().refusal(Pledge.objection(MARCH));
            case PRE_CHECK_PASSED_ALREADY -> Pledge.shown().refusal(Pledge.preCheck(MARCH));
            case PUBLICITY_OVER -> Pledge.shown().refusal(Pledge.objection(APRIL));
            case NOT_IN_FORCE ->
                    Pledge.shown().refusal(Pledge.measurement(MARCH, "plot-ratio", "1.3"));
            case IN_FORCE_ALREADY -> Pledge.inForce().refusal(Pledge.decline(APRIL));
            case COMMITMENT_CONCLUDED ->
                    Pledge.fulfilled().refusal(Pledge.withdrawal("2023-02-01T10:00"));
            case COMMITMENT_CLOSED ->
                    Pledge.submitted()
                            .then(Pledge.withdrawal(MARCH))
                            .refusal(Pledge.withdrawal(APRIL));
            case COMMITMENT_ITEMS_MISSING ->
                    Pledge.nothing().refusal(Pledge.notice(MARCH, List.of(), "告知1号"));
            case NOT_OPEN_TO_COMMITMENT ->
                    Pledge.nothing()
                            .refusal(Pledge.notice(MARCH, List.of(PLANNING_PERMIT), "告知1号"));
            case STANDARD_UNKNOWN ->
                    Pledge.nothing()
                            .refusal(
                                    new ServeNotice(
                                            PROJECT,
                                            at(MARCH),
                                            List.of(Pledge.ENERGY_REVIEW),
                                            "standard-land-9",
                                            "告知1号"));
            case COMMITMENT_NOTICE_MISSING ->
                    Pledge.nothing()
                            .refusal(Pledge.notice(MARCH, List.of(Pledge.ENERGY_REVIEW), " "));
            case LETTER_NUMBER_MISSING ->
                    Pledge.noticed()
                            .refusal(
                                    letter(
                                            null,
                                            Pledge.ENERGY_REVIEW,
                                            hash(),
                                            "王某",
                                            Pledge.SIGNED));
            case LETTER_BEYOND_NOTICE ->
                    Pledge.noticed()
                            .refusal(letter("诺1号", PLANNING_PERMIT, hash(), "王某", Pledge.SIGNED));
            case OTHER_STANDARD ->
                    Pledge.noticed()
                            .refusal(
                                    letter(
                                            "诺1号",
                                            Pledge.ENERGY_REVIEW,
                                            Pledge.SIGNED,
                                            "王某",
                                            Pledge.SIGNED));
            case SIGNER_MISSING ->
                    Pledge.noticed()
                            .refusal(
                                    letter(
                                            "诺1号",
                                            Pledge.ENERGY_REVIEW,
                                            hash(),
                                            " ",
                                            Pledge.SIGNED));
            case SIGNED_LETTER_MISSING ->
                    Pledge.noticed()
                            .refusal(letter("诺1号", Pledge.ENERGY_REVIEW, hash(), "王某", null));
            case PROMISE_NOT_AS_SERVED ->
                    Pledge.noticed()
                            .refusal(Pledge.letter(MARCH, new Promise(List.of(), List.of())));
            case OBJECTION_GROUNDS_MISSING ->
                    Pledge.shown()
                            .refusal(new RaiseObjection(Pledge.COMMITMENT, at(MARCH), null, " "));
            case OBJECTION_UNKNOWN ->
                    Pledge.shown().refusal(Pledge.objectionDecided(MARCH, 1, true));
            case OBJECTION_DECIDED_ALREADY ->
                    Pledge.shown()
                            .then(Pledge.objection(MARCH))
                            .then(Pledge.objectionDecided(MARCH, 1, false))
                            .refusal(Pledge.objectionDecided(MARCH, 1, true));
            case INDICATOR_UNKNOWN ->
                    Pledge.inForce().refusal(Pledge.measurement(APRIL, "tax", "1"));
            case OBLIGATION_MET_ALREADY ->
                    Pledge.inForce()
                            .built(Pledge.started(APRIL))
                            .then(Pledge.measurement(APRIL, "plot-ratio", "1.2"))
                            .refusal(Pledge.measurement(MAY, "plot-ratio", "1.2"));
            case NOT_MEASURABLE_YET ->
                    Pledge.inForce().refusal(Pledge.measurement(APRIL, "energy", "0.2"));
            case EVIDENCE_MISSING ->
                    Pledge.inForce()
                            .built(Pledge.started(APRIL))
                            .refusal(
                                    new MeasureIndicator(
                                            Pledge.COMMITMENT,
                                            at(APRIL),
                                            "plot-ratio",
                                            BigDecimal.TWO,
                                            null));
            case REASONS_NOT_STATED ->
                    Pledge.submitted()
                            .refusal(new DeclineCommitment(Pledge.COMMITMENT, at(MARCH), null));
            case INSPECTOR_MISSING ->
                    Pledge.inForce().refusal(inspection(" ", new Finding(null, true, "无异常")));
            case FINDINGS_MISSING ->
                    Pledge.inForce().refusal(inspection("执法证0001", new Finding(null, true, "")));
            case OBLIGATION_UNKNOWN ->
                    Pledge.inForce()
                            .refusal(
                                    Pledge.inspection(
                                            APRIL,
                                            new Finding(
                                                    ObligationId.ofIndicator("tax"),
                                                    false,
                                                    "税收不足")));
            case INSPECTION_UNKNOWN -> Pledge.inForce().refusal(Pledge.order(APRIL, "2021-04-30"));
            case NOTHING_TO_RECTIFY ->
                    Pledge.inForce()
                            .then(Pledge.inspection(APRIL, new Finding(null, true, "无异常")))
                            .refusal(Pledge.order(APRIL, "2021-04-30"));
            case DEADLINE_TOO_SOON ->
                    Pledge.inForce()
                            .then(Pledge.inspection(APRIL))
                            .refusal(Pledge.order(APRIL, APRIL.substring(0, 10)));
            case DEMANDS_MISSING ->
                    Pledge.inForce()
                            .then(Pledge.inspection(APRIL))
                            .refusal(
                                    new OrderRectification(
                                            PROJECT,
                                            at(APRIL),
                                            1,
                                            LocalDate.parse("2021-04-30"),
                                            null,
                                            "责改1号"));
            case ORDER_UNKNOWN -> Pledge.inForce().refusal(Pledge.verification(APRIL, true));
            case RECTIFIED_ALREADY ->
                    Pledge.inForce()
                            .then(Pledge.inspection(APRIL))
                            .then(Pledge.order(APRIL, "2021-04-30"))
                            .then(Pledge.verification(APRIL, true))
                            .refusal(Pledge.verification(MAY, true));
            case COMMITMENT_NEVER_IN_FORCE ->
                    Pledge.submitted().refusal(Pledge.breach(MARCH, BreachKind.FALSE, null));
            case ORDER_OF_ANOTHER_MATTER ->
                    Pledge.inForce()
                            .then(
                                    new RecordInspection(
                                            PROJECT,
                                            at(APRIL),
                                            null,
                                            Node.BEFORE_START,
                                            "执法证0001",
                                            List.of(new Finding(null, false, "围挡缺失")),
                                            List.of()))
                            .then(Pledge.order(APRIL, "2021-04-30"))
                            .refusal(Pledge.breach(MAY, BreachKind.NOT_KEPT, 1));
            case BREACH_NOT_ESTABLISHED ->
                    Pledge.inForce().refusal(Pledge.breach(APRIL, BreachKind.NOT_KEPT, null));
            case BREACH_UNKNOWN -> Pledge.inForce().refusal(Pledge.proposal(MAY));
            case BREACH_CLOSED ->
                    foundFalse()
                            .then(Pledge.closing(MAY, BreachClosing.SET_ASIDE))
                            .refusal(Pledge.proposal(MAY));
            case PROPOSAL_STANDS ->
                    foundFalse()
                            .then(Pledge.proposal(MAY))
                            .refusal(Pledge.closing(MAY, BreachClosing.REPAIRED));
            case LEGAL_DOCUMENT_MISSING ->
                    foundFalse().refusal(Pledge.proposal(MAY, "no-commitment", null));
            case LEGAL_DOCUMENT_NOT_EFFECTIVE ->
                    foundFalse()
                            .refusal(
                                    Pledge.proposal(
                                            MAY, "no-commitment", Pledge.penalty("2021-06-01")));
            case MEASURE_NOT_LISTED ->
                    foundFalse()
                            .refusal(
                                    Pledge.proposal(
                                            MAY, "no-bidding", Pledge.penalty("2021-04-01")));
            case PROPOSED_ALREADY ->
                    foundFalse().then(Pledge.proposal(MAY)).refusal(Pledge.proposal(MAY));
            case PROPOSAL_UNKNOWN -> foundFalse().refusal(Pledge.repair(MAY));
            case OBJECTED_ALREADY ->
                    foundFalse()
                            .then(Pledge.proposal(MAY))
                            .then(Pledge.proposalObjection(MAY))
                            .refusal(Pledge.proposalObjection(MAY));
            case NO_OBJECTION ->
                    foundFalse()
                            .then(Pledge.proposal(MAY))
                            .refusal(Pledge.proposalObjectionDecided(MAY, true));
            case PROPOSAL_CLOSED ->
                    foundFalse()
                            .then(Pledge.proposal(MAY))
                            .then(Pledge.repair(MAY))
                            .refusal(Pledge.repair(MAY));
            case NOT_RECEIVED ->
                    ImportedCase.of("A-1").row(MONDAY, "受理", ImportedCase.ACCEPTED).refusal();
            case ALREADY_RECEIVED ->
                    ImportedCase.of("A-1")
                            .row(MONDAY, "接件", ImportedCase.RECEIVED)
                            .row(TUESDAY, "接件", ImportedCase.RECEIVED)
                            .refusal();
            case CORRECTION_OPEN ->
                    received(MONDAY).then(correction(TUESDAY)).refusal(acceptance(WEDNESDAY));
            case NO_CORRECTION_OPEN -> received(MONDAY).refusal(answer(TUESDAY));
            case NOT_ACCEPTED -> received(MONDAY).refusal(grant(TUESDAY));
            case ALREADY_ACCEPTED -> accepted(MONDAY).refusal(acceptance(TUESDAY));
            case CLOCK_STOPPED ->
                    accepted(MONDAY).then(expertReview(TUESDAY)).refusal(grant(WEDNESDAY));
            case CLOCK_RUNNING -> accepted(MONDAY).refusal(closing(TUESDAY));
            case OTHER_PROCEDURE_OPEN ->
                    accepted(MONDAY).then(expertReview(TUESDAY)).refusal(closing(WEDNESDAY, 2));
            case NOT_DECIDED -> accepted(MONDAY).refusal(delivery(TUESDAY));
            case ALREADY_DECIDED -> accepted(MONDAY).then(grant(TUESDAY)).refusal(grant(WEDNESDAY));
            case ALREADY_DELIVERED ->
                    accepted(MONDAY)
                            .then(grant(TUESDAY))
                            .then(delivery(TUESDAY))
                            .refusal(delivery(WEDNESDAY));
            case CLOSED ->
                    received(MONDAY).then(withdrawal(TUESDAY)).refusal(acceptance(WEDNESDAY));
            case NOT_GRANTED ->
                    accepted(MONDAY)
                            .then(refusalOfTheLicence(TUESDAY))
                            .refusal(revocation(WEDNESDAY, "以欺骗手段取得"));
            case CORRECTION_ONLY_ONCE ->
                    received(MONDAY)
                            .then(correction(TUESDAY))
                            .then(answer(TUESDAY))
                            .refusal(correction(WEDNESDAY));
            case CORRECTION_WINDOW_CLOSED ->
                    received(MONDAY).refusal(correction("2018-09-11T09:00"));
            case ACCEPTED_BY_LAW -> received(MONDAY).refusal(acceptance("2018-09-11T09:00"));
            case CORRECTION_WINDOW_OPEN -> received(MONDAY).refusal(deemedAcceptance(WEDNESDAY));
            case CORRECTION_WAS_REQUESTED ->
                    received(MONDAY)
                            .then(correction(TUESDAY))
                            .refusal(deemedAcceptance("2018-09-11T09:00"));
            case CORRECTION_NOTICE_MISSING ->
                    received(MONDAY).refusal(correction(TUESDAY, " ", List.of("委托书")));
            case DEFICIENCIES_MISSING ->
                    received(MONDAY).refusal(correction(TUESDAY, "补字1号", List.of()));
            case RECEIPT_MISSING -> received(MONDAY).refusal(acceptance(TUESDAY, null));
            case REASONS_MISSING ->
                    received(MONDAY).refusal(refusalOfAcceptance(TUESDAY, "不受字1号", "", "行政复议"));
            case REMEDIES_MISSING ->
                    received(MONDAY).refusal(refusalOfAcceptance(TUESDAY, "不受字1号", "无管辖权", null));
            case NOTICE_MISSING -> accepted(MONDAY).refusal(specialProcedure(TUESDAY, null, TEN));
            case ANNOUNCED_LENGTH_MISSING ->
                    accepted(MONDAY).refusal(specialProcedure(TUESDAY, "告字1号", null));
            case GROUND_NOT_ALLOWED ->
                    nothing()
                            .published(
                                    LocalEdition.unchanged()
                                            .without(StopGround.EXPERT_REVIEW)
                                            .edition())
                            .then(registration(MONDAY))
                            .then(receipt(PLANNING_PERMIT, MONDAY))
                            .then(acceptance(MONDAY))
                            .refusal(specialProcedure(TUESDAY, "告字1号", TEN));
            case GROUND_MISSING ->
                    inReview().act(WEDNESDAY, LegalAct.SPECIAL_PROCEDURE_OPENED).refusal();
            case EXTENSION_LENGTH_MISSING ->
                    inReview().act(WEDNESDAY, LegalAct.REVIEW_EXTENDED).refusal();
            case EXTENSION_IN_ANOTHER_UNIT ->
                    inReview()
                            .act(
                                    WEDNESDAY,
                                    LegalAct.REVIEW_EXTENDED,
                                    new ActParticulars(
                                            null,
                                            null,
                                            null,
                                            new TimeLimit(10, LimitUnit.ND),
                                            null))
                            .refusal();
            case LIMITS_UNKNOWN -> inReview().withoutLimits().refusal();
            case EXTENSION_ONLY_ONCE ->
                    accepted(MONDAY)
                            .then(extension(TUESDAY, TEN))
                            .refusal(extension(WEDNESDAY, TimeLimit.workingDays(1)));
            case EXTENSION_TOO_LONG ->
                    accepted(CONSTRUCTION_PERMIT, MONDAY).refusal(extension(TUESDAY, TEN));
            case EXTENSION_TOO_LATE -> accepted(MONDAY).refusal(extension("2018-10-31T10:00", TEN));
            case APPROVER_MISSING ->
                    accepted(MONDAY).refusal(extension(TUESDAY, TEN, "需要补充论证", " "));
            case EXTENSION_REASON_MISSING ->
                    accepted(MONDAY).refusal(extension(TUESDAY, TEN, null, "局长 王某"));
            case DOCUMENT_MISSING ->
                    accepted(MONDAY)
                            .refusal(
                                    decision(
                                            TUESDAY, Outcome.GRANTED, null, null, null, List.of()));
            case SILENCE_IS_NO_DECISION ->
                    accepted(MONDAY)
                            .refusal(
                                    decision(
                                            TUESDAY,
                                            Outcome.DEEMED_BY_SILENCE,
                                            null,
                                            null,
                                            null,
                                            List.of()));
            case DOCUMENTS_TO_FOLLOW_MISSING ->
                    accepted(MONDAY)
                            .refusal(
                                    decision(
                                            TUESDAY,
                                            Outcome.GRANTED_DOCUMENTS_TO_FOLLOW,
                                            "准字1号",
                                            null,
                                            null,
                                            List.of()));
            case RECORDED_NOT_DECIDED ->
                    received(PROJECT_FILING, MONDAY).refusal(acceptance(TUESDAY));
            case DECIDED_NOT_RECORDED -> received(MONDAY).refusal(record(TUESDAY, "备字1号"));
            case REVOCATION_REASON_MISSING ->
                    accepted(MONDAY).then(grant(TUESDAY)).refusal(revocation(WEDNESDAY, ""));
            case POLICY_EDITION_UNKNOWN -> edition(new DiscardDraft("2019"));
            case POLICY_EDITION_NOT_PUBLISHED ->
                    edition(DRAFT, new SupersedePolicyEdition("2027", at(MONDAY), "取代"));
            case POLICY_EDITION_PUBLISHED -> edition(new DiscardDraft("2021"));
            case POLICY_EDITION_SUPERSEDED ->
                    edition(
                            DRAFT,
                            new PublishPolicyEdition("2027", FROM_2027, "2021"),
                            new SupersedePolicyEdition("2021", FROM_2027.from(), "取代"));
            case POLICY_EDITION_INCOMPLETE ->
                    edition(DRAFT, new PublishPolicyEdition("2027", FROM_2027, null));
            case POLICY_EDITION_BACK_DATED ->
                    edition(
                            DRAFT,
                            new PublishPolicyEdition("2027", Validity.from(OFFICE.now()), "2021"));
            case SUPERSESSION_BACK_DATED ->
                    edition(new SupersedePolicyEdition("2021", OFFICE.now(), "取代"));
            case SUPERSEDED_OUTSIDE_ITS_VALIDITY ->
                    edition(new SupersedePolicyEdition("2021", at(MONDAY), "取代"));
            case SUPERSESSION_REASON_MISSING ->
                    edition(new SupersedePolicyEdition("2021", FROM_2027.from(), null));
            case POLICY_GAP -> edition(new SupersedePolicyEdition("2021", FROM_2027.from(), "取代"));
            case CALENDAR_UNKNOWN -> calendar(notice("moon", null));
            case CALENDAR_EXISTS -> calendar(founding("cn"));
            case CALENDAR_INCOMPLETE -> calendar(founding("Lin fen"));
            case NOTICE_INCOMPLETE -> calendar(notice("cn", null));
            case NOTICE_WORKS_BACKWARDS -> calendar(notice("cn", at(MONDAY)));
            case SCHEME_UNKNOWN -> assessed(selfScore("moon:1", "LF-01", "1"));
            case SCHEME_VERSION_NOT_NEXT ->
                    assessed(new PublishScheme(SchemeCode.of("linfen-zones:1"), SCHEME, Set.of()));
            case SCHEME_INCOMPLETE ->
                    assessed(new PublishScheme(SchemeCode.of("linfen-zones:2"), SCHEME, Set.of()));
            case SCORE_NOT_OF_THE_SCHEME -> assessed(selfScore("linfen-zones:1", "LF-09", "1"));
            case VERIFICATION_REASON_MISSING ->
                    assessed(
                            new VerifyScore(
                                    SchemeCode.of("linfen-zones:1"),
                                    new ZoneCode("LF-01"),
                                    AssessmentPeriod.of("2020"),
                                    "on-time",
                                    BigDecimal.ONE,
                                    " "));
        };
    }

    private static Story accomplished() {
        return registered(MONDAY)
                .readyToStart(TUESDAY)
                .then(start(TUESDAY))
                .then(completion(TUESDAY))
                .then(acceptanceOfCompletion(TUESDAY));
    }

    private static EntrustAgent entrustment(
            String agent, String document, String until, Set<AgentScope> scope) {
        return new EntrustAgent(
                PROJECT, at(TUESDAY), agent, at(TUESDAY), at(until), scope, document);
    }

    private static final String MARCH = "2021-03-03T10:00";
    private static final String APRIL = "2021-04-06T10:00";
    private static final String MAY = "2021-05-10T10:00";

    private static Pledge foundFalse() {
        return Pledge.inForce()
                .then(Pledge.inspection(APRIL))
                .then(Pledge.breach(APRIL, BreachKind.FALSE, null));
    }

    private static RecordInspection inspection(String inspector, Finding finding) {
        return new RecordInspection(
                PROJECT,
                at(APRIL),
                Pledge.COMMITMENT,
                Node.BEFORE_START,
                inspector,
                List.of(finding),
                List.of());
    }

    private static SubmitLetter letter(
            @Nullable String number,
            ItemCode item,
            String standardHash,
            String signer,
            @Nullable String attachment) {
        return new SubmitLetter(
                Pledge.COMMITMENT,
                at(MARCH),
                number,
                List.of(item),
                standardHash,
                new Signer(signer, Signer.Capacity.AUTHORISED),
                Pledge.promise(),
                attachment);
    }

    private static String hash() {
        return Pledge.STANDARD.hash();
    }

    private static final OfficeAt OFFICE = OfficeAt.local("2026-11-20T10:00");
    private static final Validity FROM_2027 = Validity.from(at("2027-01-01T00:00"));
    private static final PolicyCommand DRAFT =
            new DraftPolicyEdition("2027", ShippedPolicies.named("2021").content());

    /** All but the last are allowed. */
    private static Refusal edition(PolicyCommand... commands) {
        Policies policies = Policies.SHIPPED;
        try {
            for (PolicyCommand command : commands) {
                for (PolicyEvent event : policies.decide(command, OFFICE)) {
                    policies = policies.evolve(event);
                }
            }
        } catch (Refusal refusal) {
            return refusal;
        }
        throw new AssertionError("not refused");
    }

    private static Refusal calendar(CalendarCommand command) {
        try {
            throw new AssertionError(
                    CalendarEditions.before(command.calendar()).decide(command, OFFICE));
        } catch (Refusal refusal) {
            return refusal;
        }
    }

    private static final SchemeContent SCHEME = Assessments.SHIPPED.schemes().getFirst().content();

    private static SelfScore selfScore(String scheme, String zone, String points) {
        return new SelfScore(
                SchemeCode.of(scheme),
                new ZoneCode(zone),
                AssessmentPeriod.of("2020"),
                "on-time",
                new BigDecimal(points),
                null);
    }

    private static Refusal assessed(AssessmentCommand command) {
        try {
            throw new AssertionError(Assessments.SHIPPED.decide(command, OFFICE));
        } catch (Refusal refusal) {
            return refusal;
        }
    }

    private static CalendarCommand notice(String calendar, @Nullable Instant knownFrom) {
        return new CalendarCommand.PublishNotice(calendar, 2027, "文号", knownFrom, List.of());
    }

    private static CalendarCommand founding(String calendar) {
        return new CalendarCommand.FoundCalendar(
                calendar, ZoneId.of("Asia/Shanghai"), List.of(), null, List.of());
    }
}
