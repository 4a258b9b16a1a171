package org.chengnuo.approval.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.chengnuo.approval.Story.CN;
import static org.chengnuo.approval.Story.CONSTRUCTION_PERMIT;
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
import static org.chengnuo.approval.Story.grantWithDocumentsToFollow;
import static org.chengnuo.approval.Story.receipt;
import static org.chengnuo.approval.Story.received;
import static org.chengnuo.approval.Story.record;
import static org.chengnuo.approval.Story.refusalOfAcceptance;
import static org.chengnuo.approval.Story.refusalOfTheLicence;
import static org.chengnuo.approval.Story.registered;
import static org.chengnuo.approval.Story.revocation;
import static org.chengnuo.approval.Story.specialProcedure;
import static org.chengnuo.approval.Story.withdrawal;
import static org.chengnuo.approval.Story.workStep;

import org.chengnuo.approval.LocalEdition;
import org.chengnuo.approval.Reason;
import org.chengnuo.approval.Story;
import org.chengnuo.approval.clock.LimitUnit;
import org.chengnuo.approval.clock.StopGround;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.filing.FilingEvent.AcceptanceRefused;
import org.chengnuo.approval.filing.FilingEvent.CorrectionRequested;
import org.chengnuo.approval.filing.FilingEvent.DecisionDelivered;
import org.chengnuo.approval.filing.FilingEvent.DecisionRevoked;
import org.chengnuo.approval.filing.FilingEvent.FilingAccepted;
import org.chengnuo.approval.filing.FilingEvent.FilingDecided;
import org.chengnuo.approval.filing.FilingEvent.FilingDeemedAccepted;
import org.chengnuo.approval.filing.FilingEvent.FilingReceived;
import org.chengnuo.approval.filing.FilingEvent.FilingRecorded;
import org.chengnuo.approval.filing.FilingEvent.FilingWithdrawn;
import org.chengnuo.approval.filing.FilingEvent.ReviewExtended;
import org.chengnuo.approval.filing.FilingEvent.SpecialProcedureClosed;
import org.chengnuo.approval.filing.FilingEvent.SpecialProcedureOpened;
import org.chengnuo.approval.filing.FilingEvent.WorkStepRecorded;
import org.chengnuo.approval.policy.FilingKind;
import org.chengnuo.approval.project.ProjectEvent;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/**
 * What the law asks of each act, article by article. Golden Week 2018: Sat 29 and Sun 30 September
 * are worked, 1 to 7 October are off; five working days after Fri 28 September end on Wed 10
 * October.
 */
class RulesTest {

    private static final TimeLimit TEN = TimeLimit.workingDays(10);

    /** Received on Friday 28 September 2018. */
    private static Story receivedOnFriday() {
        return received("2018-09-28T10:00");
    }

    @Nested
    class Article32Receipt {

        @Test
        void aFilingIsReceivedUnderTheEditionOfItsProject() {
            var received = (FilingReceived) receivedOnFriday().last();

            assertThat(received.edition()).isEqualTo("2018");
            assertThat(received.calendar()).isEqualTo("cn");
            assertThat(received.occurredAt()).isEqualTo(at("2018-09-28T10:00"));
            assertThat(received.receipt()).isEqualTo("接字〔2018〕1号");
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"", " \t"})
        void receiptAcceptanceAndItsRefusalAreGivenInWriting(String none) {
            assertThat(
                            registered("2018-09-27T10:00")
                                    .reason(
                                            receipt(
                                                    Story.PLANNING_PERMIT,
                                                    "2018-09-28T10:00",
                                                    none)))
                    .isEqualTo(Reason.RECEIPT_MISSING);
            assertThat(receivedOnFriday().reason(acceptance("2018-09-29T10:00", none)))
                    .isEqualTo(Reason.RECEIPT_MISSING);
            assertThat(
                            receivedOnFriday()
                                    .reason(
                                            refusalOfAcceptance(
                                                    "2018-09-29T10:00", none, "无管辖权", "复议")))
                    .isEqualTo(Reason.RECEIPT_MISSING);
        }

        @Test
        void whatAppliesIsFrozenAtTheAcceptance() throws Exception {
            var accepted = event(receivedOnFriday(), acceptance("2018-09-29T10:00"));

            assertThat(accepted)
                    .isInstanceOfSatisfying(
                            FilingAccepted.class,
                            event -> {
                                var terms = event.terms();
                                assertThat(terms.kind()).isEqualTo(FilingKind.PROMISED);
                                assertThat(terms.promised()).hasToString("12 WD");
                                assertThat(terms.statutory()).hasToString("20 WD");
                                assertThat(terms.extension()).hasToString("10 WD");
                                assertThat(terms.edition()).isEqualTo("2018");
                                assertThat(terms.standard())
                                        .isEqualTo("cn-shanxi:works-planning-permit@2018");
                            });
        }
    }

    @Nested
    class Article32Correction {

        @ParameterizedTest
        @ValueSource(strings = {"2018-09-28T10:00", "2018-10-06T12:00", "2018-10-10T23:59:59"})
        void isRequestedWithinFiveWorkingDays(String inTime) throws Exception {
            assertThat(event(receivedOnFriday(), correction(inTime)))
                    .isInstanceOfSatisfying(
                            CorrectionRequested.class,
                            event -> assertThat(event.deficiencies()).hasSize(2));
        }

        @Test
        void isTooLateOnTheSixth() {
            var refusal = receivedOnFriday().refusal(correction("2018-10-11T00:00"));

            assertThat(refusal.reason()).isEqualTo(Reason.CORRECTION_WINDOW_CLOSED);
            assertThat(refusal.detail()).contains("5 working days").contains("2018-10-10");
        }

        @Test
        void isRequestedOnceEvenIfTheAnswerIsNotEnough() {
            var answered =
                    receivedOnFriday()
                            .then(correction("2018-09-29T10:00"))
                            .then(answer("2018-09-30T10:00"));

            assertThat(answered.reason(correction("2018-09-30T11:00")))
                    .isEqualTo(Reason.CORRECTION_ONLY_ONCE);
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = " ")
        void isAWrittenNotice(String none) {
            var refusal =
                    receivedOnFriday().refusal(correction("2018-09-29T10:00", none, List.of("图纸")));

            assertThat(refusal.reason()).isEqualTo(Reason.CORRECTION_NOTICE_MISSING);
            assertThat(refusal.reason().article()).isEqualTo("ALL Art. 32(4)");
        }

        @Test
        void listsEverythingThatIsToBeCorrected() {
            for (var deficiencies : List.of(List.<String>of(), List.of("图纸", " "))) {
                assertThat(
                                receivedOnFriday()
                                        .reason(
                                                correction(
                                                        "2018-09-29T10:00", "补字1号", deficiencies)))
                        .isEqualTo(Reason.DEFICIENCIES_MISSING);
            }
        }

        @Test
        void isAnsweredBeforeTheFilingIsAccepted() throws Exception {
            var asked = receivedOnFriday().then(correction("2018-09-29T10:00"));
            assertThat(asked.reason(acceptance("2018-09-30T10:00")))
                    .isEqualTo(Reason.CORRECTION_OPEN);

            // The applicant takes his time; that is no reason to deem anything.
            var answered = asked.then(answer("2018-11-20T10:00"));
            assertThat(event(answered, acceptance("2018-11-21T10:00")))
                    .isInstanceOf(FilingAccepted.class);
        }
    }

    @Nested
    class Article32DeemedAcceptance {

        @Test
        void doesNotComeOnTheFifthWorkingDay() {
            var refusal = receivedOnFriday().refusal(deemedAcceptance("2018-10-10T23:59:59"));

            assertThat(refusal.reason()).isEqualTo(Reason.CORRECTION_WINDOW_OPEN);
            assertThat(refusal.detail()).contains("2018-10-10");
        }

        @Test
        void comesOnTheSixthAndGoesBackToTheReceipt() throws Exception {
            assertThat(event(receivedOnFriday(), deemedAcceptance("2018-10-11T00:00")))
                    .isInstanceOfSatisfying(
                            FilingDeemedAccepted.class,
                            event -> {
                                assertThat(event.occurredAt()).isEqualTo(at("2018-09-28T10:00"));
                                assertThat(event.terms().statutory()).hasToString("20 WD");
                            });
        }

        @Test
        void letsTheClockRunFromTheReceipt() {
            var deemed = receivedOnFriday().then(deemedAcceptance("2018-10-11T08:00"));

            assertThat(deemed.history().deemed()).isTrue();
            assertThat(deemed.history().accepted()).isEqualTo(at("2018-09-28T10:00"));
            assertThat(deemed.clock("2018-10-11T09:00").claimed().promised().used())
                    .hasToString("6 WD");
        }

        @Test
        void isNotHeldUpByAnActAfterTheReceipt() throws Exception {
            // The review may really have begun in the meantime: the acts of it are entered late.
            var deemed = receivedOnFriday().then(deemedAcceptance("2018-10-11T08:00"));

            assertThat(event(deemed, expertReview("2018-10-09T09:00")))
                    .isInstanceOf(SpecialProcedureOpened.class);
            assertThat(deemed.reason(expertReview("2018-09-28T09:59")))
                    .isEqualTo(Reason.BEFORE_PRECEDING_ACT);
        }

        @Test
        void doesNotComeWhereACorrectionWasRequested() {
            var asked = receivedOnFriday().then(correction("2018-10-10T17:00"));
            assertThat(asked.reason(deemedAcceptance("2018-12-03T10:00")))
                    .isEqualTo(Reason.CORRECTION_WAS_REQUESTED);

            asked.then(answer("2018-12-03T10:00"));
            assertThat(asked.reason(deemedAcceptance("2018-12-20T10:00")))
                    .isEqualTo(Reason.CORRECTION_WAS_REQUESTED);
        }

        @Test
        void cannotBeAvoidedByAcceptingWithALaterDate() throws Exception {
            assertThat(event(receivedOnFriday(), acceptance("2018-10-10T23:59:59")))
                    .isInstanceOf(FilingAccepted.class);

            var refusal = receivedOnFriday().refusal(acceptance("2018-10-11T00:00"));
            assertThat(refusal.reason()).isEqualTo(Reason.ACCEPTED_BY_LAW);
            assertThat(refusal.detail()).contains("2018-10-10");
        }

        @Test
        void anAcceptanceInTimeMayBeEnteredLate() {
            var late = receivedOnFriday().then(acceptance("2018-10-08T10:00"), "2018-10-15T10:00");

            assertThat(late.history().accepted()).isEqualTo(at("2018-10-08T10:00"));
        }
    }

    @Nested
    class Article38 {

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = " ")
        void aRefusalOfAcceptanceGivesReasonsAndRemedies(String none) {
            assertThat(
                            receivedOnFriday()
                                    .reason(
                                            refusalOfAcceptance(
                                                    "2018-09-29T10:00", "不受字1号", none, "复议")))
                    .isEqualTo(Reason.REASONS_MISSING);
            assertThat(
                            receivedOnFriday()
                                    .reason(
                                            refusalOfAcceptance(
                                                    "2018-09-29T10:00", "不受字1号", "无管辖权", none)))
                    .isEqualTo(Reason.REMEDIES_MISSING);
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = " ")
        void soDoesARefusalOfTheLicence(String none) {
            var review = accepted("2018-09-03T10:00");
            assertThat(
                            review.reason(
                                    decision(
                                            "2018-09-04T10:00",
                                            Outcome.REFUSED,
                                            "不准字1号",
                                            none,
                                            "复议",
                                            List.of())))
                    .isEqualTo(Reason.REASONS_MISSING);
            assertThat(
                            review.reason(
                                    decision(
                                            "2018-09-04T10:00",
                                            Outcome.REFUSED,
                                            "不准字1号",
                                            "不符合规划",
                                            none,
                                            List.of())))
                    .isEqualTo(Reason.REMEDIES_MISSING);
        }

        @Test
        void aDecisionIsADocument() {
            for (Outcome outcome : EnumSet.complementOf(EnumSet.of(Outcome.DEEMED_BY_SILENCE))) {
                assertThat(
                                accepted("2018-09-03T10:00")
                                        .reason(
                                                decision(
                                                        "2018-09-04T10:00",
                                                        outcome,
                                                        " ",
                                                        "理由",
                                                        "复议",
                                                        List.of("补交材料"))))
                        .isEqualTo(Reason.DOCUMENT_MISSING);
            }
        }

        @Test
        void silenceIsNobodysDecision() {
            var silence =
                    decision(
                            "2018-09-04T10:00",
                            Outcome.DEEMED_BY_SILENCE,
                            "准字1号",
                            null,
                            null,
                            List.of());

            assertThat(accepted("2018-09-03T10:00").reason(silence))
                    .isEqualTo(Reason.SILENCE_IS_NO_DECISION);
        }

        @Test
        void aGrantWithDocumentsToFollowNamesThem() {
            for (var documents : List.of(List.<String>of(), List.of("图纸", ""))) {
                assertThat(
                                accepted("2018-09-03T10:00")
                                        .reason(
                                                decision(
                                                        "2018-09-04T10:00",
                                                        Outcome.GRANTED_DOCUMENTS_TO_FOLLOW,
                                                        "准字1号",
                                                        null,
                                                        null,
                                                        documents)))
                        .isEqualTo(Reason.DOCUMENTS_TO_FOLLOW_MISSING);
            }
        }

        @Test
        void aRefusalOfAcceptanceAndEveryOutcomeAreOtherwiseAllowed() throws Exception {
            assertThat(event(receivedOnFriday(), refusalOfAcceptance("2018-09-29T10:00")))
                    .isInstanceOf(AcceptanceRefused.class);
            for (var decision :
                    List.of(
                            grant("2018-09-04T10:00"),
                            grantWithDocumentsToFollow("2018-09-04T10:00"),
                            refusalOfTheLicence("2018-09-04T10:00"))) {
                assertThat(event(accepted("2018-09-03T10:00"), decision))
                        .isInstanceOfSatisfying(
                                FilingDecided.class,
                                event -> assertThat(event.outcome()).isEqualTo(decision.outcome()));
            }
        }

        @Test
        void alsoAnOverdueFilingIsDecided() throws Exception {
            // No approval by silence: the office still has to decide, and it shows that it is late.
            assertThat(event(accepted("2018-09-03T10:00"), grant("2019-03-01T10:00")))
                    .isInstanceOf(FilingDecided.class);
        }
    }

    /**
     * The law gives a planning permit 20 working days, which Mid-Autumn (24 September) lengthens.
     */
    @Nested
    class Article42Extension {

        private final Story review = accepted("2018-09-03T10:00");

        /** By the calendar, not by hand. */
        private final String lastDay =
                CN.workingDaysAfter(java.time.LocalDate.parse("2018-09-03"), 20).toString();

        @Test
        void isByAtMostWhatTheLawAllows() throws Exception {
            assertThat(event(review, extension("2018-09-10T10:00", TEN)))
                    .isInstanceOfSatisfying(
                            ReviewExtended.class,
                            event -> {
                                assertThat(event.by()).hasToString("10 WD");
                                assertThat(event.approver()).isEqualTo("局长 王某");
                            });
            assertThat(review.reason(extension("2018-09-10T10:00", TimeLimit.workingDays(11))))
                    .isEqualTo(Reason.EXTENSION_TOO_LONG);
        }

        @Test
        void isInTheUnitOfTheLaw() {
            assertThat(review.reason(extension("2018-09-10T10:00", new TimeLimit(5, LimitUnit.ND))))
                    .isEqualTo(Reason.EXTENSION_TOO_LONG);
        }

        @Test
        void isNoneWhereTheLawKnowsNone() {
            var refusal =
                    accepted(CONSTRUCTION_PERMIT, "2018-09-03T10:00")
                            .refusal(extension("2018-09-04T10:00", new TimeLimit(1, LimitUnit.ND)));

            assertThat(refusal.reason()).isEqualTo(Reason.EXTENSION_TOO_LONG);
            assertThat(refusal.detail()).contains("no extension");
        }

        @Test
        void isBySomething() {
            // By nothing, it would use up the one extension.
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> extension("2018-09-10T10:00", TimeLimit.workingDays(0)))
                    .withMessage("an extension is by at least 1 WD");
        }

        @Test
        void isOnce() {
            review.then(extension("2018-09-10T10:00", TimeLimit.workingDays(3)));

            assertThat(review.reason(extension("2018-09-11T10:00", TimeLimit.workingDays(3))))
                    .isEqualTo(Reason.EXTENSION_ONLY_ONCE);
        }

        @Test
        void isInTimeOnTheLastDayAndTooLateAfterIt() throws Exception {
            assertThat(lastDay).isEqualTo("2018-09-30");
            assertThat(event(review, extension(lastDay + "T23:59:59", TEN)))
                    .isInstanceOf(ReviewExtended.class);
            assertThat(review.reason(extension("2018-10-01T00:00", TEN)))
                    .isEqualTo(Reason.EXTENSION_TOO_LATE);
        }

        @Test
        void isInTimeByTheClaimedClock() throws Exception {
            // Three working days stood still, by the records; whether they can be attested is
            // judged afterwards.
            review.then(expertReview("2018-09-10T10:00"), "2018-09-20T10:00")
                    .then(closing("2018-09-13T10:00"), "2018-09-20T10:00");

            assertThat(event(review, extension("2018-10-10T23:00", TEN)))
                    .isInstanceOf(ReviewExtended.class);
            assertThat(review.reason(extension("2018-10-11T00:00", TEN)))
                    .isEqualTo(Reason.EXTENSION_TOO_LATE);
        }

        @Test
        void hasAReasonThatIsToldAndTheApprovalOfTheHead() {
            assertThat(review.reason(extension("2018-09-10T10:00", TEN, " ", "局长 王某")))
                    .isEqualTo(Reason.EXTENSION_REASON_MISSING);
            assertThat(review.reason(extension("2018-09-10T10:00", TEN, "需要论证", null)))
                    .isEqualTo(Reason.APPROVER_MISSING);
        }
    }

    @Nested
    class Article44Delivery {

        @Test
        void followsTheDecisionWhateverTheOutcome() throws Exception {
            for (var decision :
                    List.of(grant("2018-09-04T10:00"), refusalOfTheLicence("2018-09-04T10:00"))) {
                var decided = accepted("2018-09-03T10:00").then(decision);

                assertThat(event(decided, delivery("2018-09-05T10:00")))
                        .isInstanceOf(DecisionDelivered.class);
                assertThat(decided.reason(delivery("2018-09-04T09:59")))
                        .isEqualTo(Reason.BEFORE_PRECEDING_ACT);
            }
        }

        @Test
        void isMeasuredAndNeverRefusedForBeingLate() throws Exception {
            var decided = accepted("2018-09-03T10:00").then(grant("2018-09-04T10:00"));

            assertThat(event(decided, delivery("2019-01-10T10:00")))
                    .isInstanceOf(DecisionDelivered.class);
        }
    }

    @Nested
    class Article45SpecialProcedure {

        private final Story review = accepted("2018-09-03T10:00");

        @Test
        void hasAGroundOfTheClosedList() {
            assertThat(Arrays.stream(StopGround.values()).map(StopGround::chinese))
                    .containsExactly("听证", "招标", "拍卖", "检验", "检测", "检疫", "鉴定", "专家评审");
        }

        @Test
        void hasAGroundThatTheItemAllows() {
            var edition = LocalEdition.unchanged().without(StopGround.EXPERT_REVIEW).edition();
            var refusal =
                    Story.nothing()
                            .published(edition)
                            .then(Story.registration("2018-09-03T09:00"))
                            .then(receipt(Story.PLANNING_PERMIT, "2018-09-03T10:00"))
                            .then(acceptance("2018-09-03T10:00"))
                            .refusal(expertReview("2018-09-10T10:00"));

            assertThat(refusal.reason()).isEqualTo(Reason.GROUND_NOT_ALLOWED);
            assertThat(refusal.detail()).contains("HEARING").contains("not by EXPERT_REVIEW");
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = " ")
        void isToldToTheApplicantInWriting(String none) {
            assertThat(review.reason(specialProcedure("2018-09-10T10:00", none, TEN)))
                    .isEqualTo(Reason.NOTICE_MISSING);
        }

        @Test
        void saysHowLongItTakes() {
            for (var none : Arrays.asList(null, TimeLimit.workingDays(0))) {
                var refusal = review.refusal(specialProcedure("2018-09-10T10:00", "告字1号", none));
                assertThat(refusal.reason()).isEqualTo(Reason.ANNOUNCED_LENGTH_MISSING);
                assertThat(refusal.reason().field()).isEqualTo("announced");
            }
        }

        @Test
        void areNumberedOneAfterAnother() throws Exception {
            review.then(expertReview("2018-09-10T10:00")).then(closing("2018-09-11T10:00"));

            assertThat(event(review, expertReview("2018-09-12T10:00")))
                    .isInstanceOfSatisfying(
                            SpecialProcedureOpened.class,
                            event -> {
                                assertThat(event.procedure()).isEqualTo(2);
                                assertThat(event.announced()).isEqualTo(TEN);
                                assertThat(event.notice()).isEqualTo("告字〔2018〕1号");
                            });
        }

        @Test
        void isClosedByItsNumberAndNotBeforeItBegan() throws Exception {
            review.then(expertReview("2018-09-10T10:00"));

            var other = review.refusal(closing("2018-09-11T10:00", 2));
            assertThat(other.reason()).isEqualTo(Reason.OTHER_PROCEDURE_OPEN);
            assertThat(other.detail()).contains("number 1, not 2");
            assertThat(review.reason(closing("2018-09-10T09:59")))
                    .isEqualTo(Reason.BEFORE_PRECEDING_ACT);
            assertThat(event(review, closing("2018-09-11T10:00")))
                    .isInstanceOf(SpecialProcedureClosed.class);
        }

        @Test
        void standsInTheWayOfADecisionButNotOfTheApplicant() throws Exception {
            review.then(expertReview("2018-09-10T10:00"));

            assertThat(review.reason(grant("2018-09-11T10:00"))).isEqualTo(Reason.CLOCK_STOPPED);
            assertThat(event(review, withdrawal("2018-09-11T10:00")))
                    .isInstanceOf(FilingWithdrawn.class);
        }

        @Test
        void endsWithAWithdrawal() {
            review.then(expertReview("2018-09-05T10:00")).then(withdrawal("2018-09-11T10:00"));

            var shown = review.clock("2019-01-01T00:00");
            assertThat(shown.at()).isEqualTo(at("2018-09-11T10:00"));
            assertThat(shown.claimed().promised().used()).hasToString("2 WD");
            assertThat(review.history().state()).isEqualTo(FilingState.WITHDRAWN);
        }
    }

    @Nested
    class Article69Revocation {

        @Test
        void revokesWhatWasGrantedDeliveredOrNot() throws Exception {
            var granted = accepted("2018-09-03T10:00").then(grant("2018-09-04T10:00"));
            assertThat(event(granted, revocation("2018-09-05T10:00", "以欺骗手段取得")))
                    .isInstanceOf(DecisionRevoked.class);

            granted.then(delivery("2018-09-05T10:00"));
            assertThat(event(granted, revocation("2020-09-05T10:00", "以欺骗手段取得")))
                    .isInstanceOf(DecisionRevoked.class);
        }

        @Test
        void hasAReason() {
            var granted = accepted("2018-09-03T10:00").then(grant("2018-09-04T10:00"));

            for (String none : Arrays.asList(null, "", " ")) {
                assertThat(granted.reason(revocation("2018-09-05T10:00", none)))
                        .isEqualTo(Reason.REVOCATION_REASON_MISSING);
            }
        }

        @Test
        void findsNothingWhereNothingWasGranted() {
            var refused =
                    accepted("2018-09-03T10:00").then(refusalOfTheLicence("2018-09-04T10:00"));
            assertThat(refused.reason(revocation("2018-09-05T10:00", "以欺骗手段取得")))
                    .isEqualTo(Reason.NOT_GRANTED);

            refused.then(delivery("2018-09-05T10:00"));
            assertThat(refused.reason(revocation("2018-09-06T10:00", "以欺骗手段取得")))
                    .isEqualTo(Reason.NOT_GRANTED);
        }
    }

    /** 备案. */
    @Nested
    class ForTheRecord {

        private final Story filing = received(PROJECT_FILING, "2018-09-03T10:00");

        @Test
        void isRecordedAndThatIsItsEnd() throws Exception {
            assertThat(event(filing, record("2018-09-03T10:05", "备字1号")))
                    .isInstanceOf(FilingRecorded.class);

            filing.then(record("2018-09-03T10:05", "备字1号"));
            assertThat(filing.history().state()).isEqualTo(FilingState.RECORDED);
            assertThat(filing.history().closed()).isEqualTo(at("2018-09-03T10:05"));
            assertThat(filing.history().course()).isEmpty();
            assertThat(filing.reason(grant("2018-09-04T10:00"))).isEqualTo(Reason.CLOSED);
        }

        @Test
        void isNeverAcceptedNorDeemedSo() {
            assertThat(filing.reason(acceptance("2018-09-04T10:00")))
                    .isEqualTo(Reason.RECORDED_NOT_DECIDED);
            assertThat(filing.reason(deemedAcceptance("2018-10-11T10:00")))
                    .isEqualTo(Reason.RECORDED_NOT_DECIDED);
            assertThat(filing.reason(grant("2018-09-04T10:00"))).isEqualTo(Reason.NOT_ACCEPTED);
        }

        @Test
        void mayBeCorrectedOnceLikeAnyOther() throws Exception {
            filing.then(correction("2018-09-04T10:00")).then(answer("2018-09-05T10:00"));

            assertThat(event(filing, record("2018-09-05T11:00", "备字1号")))
                    .isInstanceOf(FilingRecorded.class);
            assertThat(filing.reason(record("2018-09-05T11:00", null)))
                    .isEqualTo(Reason.RECEIPT_MISSING);
        }

        @Test
        void isNotForWhatIsDecided() {
            assertThat(receivedOnFriday().reason(record("2018-09-29T10:00", "备字1号")))
                    .isEqualTo(Reason.DECIDED_NOT_RECORDED);
        }
    }

    @Nested
    class OrderOfTimes {

        @Test
        void nothingIsEnteredBeforeItHappens() throws Exception {
            var now = at("2018-09-29T10:00");
            assertThat(receivedOnFriday().decide(acceptance("2018-09-29T10:00"), now).events())
                    .hasSize(1);
            for (var act :
                    List.of(
                            acceptance("2018-09-29T10:00:01"),
                            workStep("2018-09-29T10:00:01"),
                            receipt(Story.PLANNING_PERMIT, "2018-09-29T10:00:01"))) {
                assertThat(receivedOnFriday().refusal(act, now).reason())
                        .isEqualTo(Reason.IN_THE_FUTURE);
            }
            assertThat(
                            Story.nothing()
                                    .refusal(Story.registration("2018-09-29T10:00:01"), now)
                                    .reason())
                    .isEqualTo(Reason.IN_THE_FUTURE);
        }

        @Test
        void anActDoesNotHappenBeforeTheOneThatPrecedesIt() throws Exception {
            assertThat(receivedOnFriday().reason(acceptance("2018-09-28T09:59:59")))
                    .isEqualTo(Reason.BEFORE_PRECEDING_ACT);
            assertThat(event(receivedOnFriday(), acceptance("2018-09-28T10:00")))
                    .isInstanceOf(FilingAccepted.class);
        }

        @Test
        void aWorkStepMayHaveHappenedAnyTimeSinceTheRegistrationAndMovesNothing() throws Exception {
            var noted = receivedOnFriday().then(workStep("2018-10-08T10:00"));

            assertThat(event(noted, workStep("2018-09-27T10:00")))
                    .isInstanceOf(WorkStepRecorded.class);
            assertThat(noted.reason(workStep("2018-09-01T10:00")))
                    .isEqualTo(Reason.BEFORE_REGISTRATION);
            assertThat(event(noted, acceptance("2018-09-29T10:00")))
                    .isInstanceOf(FilingAccepted.class);
        }
    }

    @Test
    void whatTheLawHasAcceptedIsNotRefusedAcceptanceAnyMore() throws Exception {
        assertThat(receivedOnFriday().reason(refusalOfAcceptance("2018-10-15T10:00")))
                .isEqualTo(Reason.ACCEPTED_BY_LAW);
    }

    @Test
    void whatIsFiledForTheRecordIsCorrectedAtAnyTime() throws Exception {
        var filing = received(PROJECT_FILING, "2018-09-28T10:00");

        assertThat(event(filing, correction("2018-10-15T10:00")))
                .isInstanceOf(CorrectionRequested.class);
    }

    private static ProjectEvent event(Story story, org.chengnuo.approval.project.ProjectCommand act)
            throws Exception {
        var events = story.when(act);
        assertThat(events).hasSize(1);
        return events.getFirst();
    }
}
