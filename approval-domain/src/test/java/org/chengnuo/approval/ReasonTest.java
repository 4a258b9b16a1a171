package org.chengnuo.approval;

import static org.assertj.core.api.Assertions.assertThat;
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

import org.chengnuo.approval.calendar.CalendarCommand;
import org.chengnuo.approval.calendar.CalendarEditions;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.filing.FilingCommand.RecordWorkStep;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.filing.Outcome;
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
import org.chengnuo.approval.project.ProjectCode;
import org.chengnuo.approval.project.ProjectCommand.ChangeProjectCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The closed list of reasons: each is given for something that can really be asked. */
class ReasonTest {

    private static final String MONDAY = "2018-09-03T10:00";
    private static final String TUESDAY = "2018-09-04T10:00";
    private static final String WEDNESDAY = "2018-09-05T10:00";
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
            assertThat(reason.article()).matches("ALL Art\\. \\d+(\\(\\d\\))?");
        }
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
        };
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

    private static CalendarCommand notice(String calendar, @Nullable Instant knownFrom) {
        return new CalendarCommand.PublishNotice(calendar, 2027, "文号", knownFrom, List.of());
    }

    private static CalendarCommand founding(String calendar) {
        return new CalendarCommand.FoundCalendar(
                calendar, ZoneId.of("Asia/Shanghai"), List.of(), null, List.of());
    }
}
