package org.chengnuo.approval.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.chengnuo.approval.Pledge.COMMITMENT;
import static org.chengnuo.approval.Pledge.COMPLETION;
import static org.chengnuo.approval.Pledge.ENERGY;
import static org.chengnuo.approval.Pledge.ENERGY_REVIEW;
import static org.chengnuo.approval.Pledge.PLOT_RATIO;
import static org.chengnuo.approval.Pledge.PRODUCTION;
import static org.chengnuo.approval.Pledge.SOIL_AND_WATER;
import static org.chengnuo.approval.Pledge.STANDARD;
import static org.chengnuo.approval.Pledge.START;
import static org.chengnuo.approval.Pledge.accepted;
import static org.chengnuo.approval.Pledge.completed;
import static org.chengnuo.approval.Pledge.decline;
import static org.chengnuo.approval.Pledge.fulfilled;
import static org.chengnuo.approval.Pledge.inForce;
import static org.chengnuo.approval.Pledge.inProduction;
import static org.chengnuo.approval.Pledge.letter;
import static org.chengnuo.approval.Pledge.measurement;
import static org.chengnuo.approval.Pledge.milestones;
import static org.chengnuo.approval.Pledge.notice;
import static org.chengnuo.approval.Pledge.noticed;
import static org.chengnuo.approval.Pledge.objection;
import static org.chengnuo.approval.Pledge.objectionDecided;
import static org.chengnuo.approval.Pledge.preCheck;
import static org.chengnuo.approval.Pledge.promise;
import static org.chengnuo.approval.Pledge.promised;
import static org.chengnuo.approval.Pledge.shown;
import static org.chengnuo.approval.Pledge.started;
import static org.chengnuo.approval.Pledge.submitted;
import static org.chengnuo.approval.Pledge.withdrawal;
import static org.chengnuo.approval.Story.PLANNING_PERMIT;
import static org.chengnuo.approval.Story.at;

import org.chengnuo.approval.Pledge;
import org.chengnuo.approval.Reason;
import org.chengnuo.approval.commitment.CommitmentCommand.SubmitLetter;
import org.chengnuo.approval.commitment.CommitmentEvent.CommitmentFulfilled;
import org.chengnuo.approval.commitment.CommitmentEvent.CommitmentTookEffect;
import org.chengnuo.approval.commitment.CommitmentEvent.IndicatorNotKept;
import org.chengnuo.approval.commitment.CommitmentEvent.LetterSubmitted;
import org.chengnuo.approval.commitment.CommitmentEvent.NoticeServed;
import org.chengnuo.approval.commitment.CommitmentEvent.ObligationComing;
import org.chengnuo.approval.commitment.CommitmentEvent.ObligationMet;
import org.chengnuo.approval.commitment.CommitmentEvent.ObligationMissed;
import org.chengnuo.approval.commitment.CommitmentEvent.PreCheckPassed;
import org.chengnuo.approval.commitment.CommitmentEvent.PublicityEnded;
import org.chengnuo.approval.commitment.Promise.PromisedIndicator;
import org.chengnuo.approval.commitment.Promise.PromisedMilestone;
import org.chengnuo.approval.construction.ConstructionEvent;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.policy.Standard.Direction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the reform asks of a commitment, clause by clause. */
class RulesTest {

    @Nested
    class TheNotice {

        @Test
        void freezesTheEditionTheStandardAndTheCalendar() {
            assertThat(noticed().events())
                    .containsExactly(
                            new NoticeServed(
                                    COMMITMENT,
                                    at("2021-02-26T10:00"),
                                    List.of(ENERGY_REVIEW, SOIL_AND_WATER),
                                    "2021",
                                    "standard-land-1",
                                    STANDARD.hash(),
                                    "告知〔2021〕1号",
                                    "cn"));
        }

        @Test
        void namesEveryItemOnceAndOnlySuchAsCanBeCommittedTo() {
            String day = "2021-02-26T10:00";
            var twice = List.of(ENERGY_REVIEW, ENERGY_REVIEW);
            var kept = List.of(ENERGY_REVIEW, PLANNING_PERMIT, ItemCode.of("cn-shanxi:none"));

            assertThat(Pledge.nothing().refusal(notice(day, twice, "告知1号")).reason())
                    .isEqualTo(Reason.COMMITMENT_ITEMS_MISSING);
            var refusal = Pledge.nothing().refusal(notice(day, kept, "告知1号"));
            assertThat(refusal.reason()).isEqualTo(Reason.NOT_OPEN_TO_COMMITMENT);
            assertThat(refusal.detail())
                    .contains("works-planning-permit is of class KEPT_APPROVAL", "cn-shanxi:none")
                    .doesNotContain("energy-review");
        }
    }

    @Nested
    class TheLetter {

        @Test
        void isVoluntaryItemByItem() {
            var commitment = submitted().commitment();

            assertThat(commitment.covers(ENERGY_REVIEW)).isTrue();
            assertThat(commitment.covers(SOIL_AND_WATER)).isFalse();
            assertThat(commitment.isInForceFor(ENERGY_REVIEW)).isFalse();
            assertThat(commitment.items()).containsExactly(ENERGY_REVIEW);
        }

        @Test
        void hasAHashOfAllThatItSays() {
            var event = (LetterSubmitted) submitted().events().getLast();

            assertThat(event.letter().text())
                    .isEqualTo(
                            """
                            chengnuo-letter: 1
                            commitment: 0195d7a0-0000-7000-8000-000000000001-C1
                            number: 诺字〔2021〕1号
                            submitted: 2021-03-01T02:00:00Z
                            enterprise: 11320000MB151840XJ
                            standard: %s
                            item: cn-shanxi:energy-review
                            signer: 王某
                            capacity: LEGAL_REPRESENTATIVE
                            milestone: START 2021-06-30
                            milestone: COMPLETION 2022-05-31
                            milestone: PRODUCTION 2022-08-31
                            indicator: plot-ratio AT_LEAST 1.2 比值
                            indicator: energy AT_MOST 0.25 吨标准煤/万元
                            attachment: %s
                            """
                                    .formatted(STANDARD.hash(), Pledge.SIGNED));
            assertThat(event.hash()).isEqualTo(event.letter().hash()).matches("[0-9a-f]{64}");
        }

        @Test
        void cannotPretendToSayWhatItDoesNot() {
            var letter = submitted().commitment().letter().orElseThrow();
            var forged =
                    new Letter(
                            letter.commitment(),
                            letter.submitted(),
                            letter.number() + "\nitem: cn-shanxi:soil-and-water",
                            letter.enterprise(),
                            letter.items(),
                            letter.standardHash(),
                            letter.signer(),
                            letter.promise(),
                            letter.attachment());

            assertThat(forged.text().lines()).hasSameSizeAs(letter.text().lines().toList());
            assertThat(forged.hash()).isNotEqualTo(letter.hash());
        }

        @Test
        void saysTheSameInWhateverFormItsNumbersCame() {
            var written = promised("plot-ratio", "比值", Direction.AT_LEAST, "1.200");

            assertThat(written).isEqualTo(promise().indicators().getFirst());
            assertThat(promised("x", "亩", Direction.AT_LEAST, "3E+2").value().toPlainString())
                    .isEqualTo("300");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> promised("x", "亩", Direction.AT_LEAST, "1E+999999999"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> promised("x", "亩", Direction.AT_LEAST, "1E-10"));
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(
                strings = {
                    "",
                    "5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E",
                    "5e5e"
                })
        void comesWithTheSignedPaper(String attachment) {
            var c = letter("2021-03-01T10:00");

            assertThat(
                            noticed()
                                    .reason(
                                            new SubmitLetter(
                                                    c.commitment(),
                                                    c.occurredAt(),
                                                    c.number(),
                                                    c.items(),
                                                    c.standardHash(),
                                                    c.signer(),
                                                    c.promise(),
                                                    attachment)))
                    .isEqualTo(Reason.SIGNED_LETTER_MISSING);
        }

        @Test
        void answersTheStandardPointByPointAndIsToldAllThatIsWrong() {
            var promise =
                    new Promise(
                            List.of(
                                    promised("plot-ratio", "倍", Direction.AT_LEAST, "0.9"),
                                    promised("tax", "万元/亩", Direction.AT_LEAST, "15")),
                            milestones("2021-02-28", "2022-05-31", "2022-05-30"));

            assertThat(noticed().refusal(letter("2021-03-01T10:00", promise)).detail())
                    .contains(
                            "indicator plot-ratio is measured in 比值, not in 倍",
                            "indicator plot-ratio is AT_LEAST 1.0 比值, and 0.9 does not keep it",
                            "indicator energy is promised 0 times, not once",
                            "indicator tax is not in standard standard-land-1",
                            "milestone START by 2021-02-28 is before the letter of 2021-03-01",
                            "milestone PRODUCTION by 2022-05-30 is before COMPLETION");
        }

        @Test
        void promisesEachThingOnceAndInTheRightDirection() {
            var indicators = new ArrayList<PromisedIndicator>(promise().indicators());
            indicators.add(promised("energy", "吨标准煤/万元", Direction.AT_LEAST, "0.25"));
            var twice = new ArrayList<PromisedMilestone>(promise().milestones());
            twice.add(new PromisedMilestone(Milestone.START, LocalDate.parse("2021-07-30")));

            assertThat(
                            noticed()
                                    .refusal(
                                            letter(
                                                    "2021-03-01T10:00",
                                                    new Promise(indicators, twice)))
                                    .detail())
                    .contains(
                            "indicator energy is promised 2 times",
                            "indicator energy is AT_MOST a value, not AT_LEAST",
                            "milestone START is promised 2 times");
        }

        @Test
        void mayPromiseToBuildInADay() {
            var promise =
                    new Promise(
                            promise().indicators(),
                            milestones("2021-03-01", "2021-03-01", "2021-03-01"));

            noticed().then(letter("2021-03-01T23:59", promise));
        }
    }

    @Nested
    class ThePublicity {

        @Test
        void isShownForTheDaysOfTheEditionFromTheNextDayOn() {
            assertThat(shown().events().getLast())
                    .isEqualTo(
                            new PreCheckPassed(
                                    COMMITMENT,
                                    at("2021-03-02T10:00"),
                                    LocalDate.parse("2021-03-11")));
        }

        @Test
        void endsWithItsLastDayAndTheLetterTakesEffectAtOnce() {
            assertThat(shown().until("2021-03-11T23:59").commitment().isInForceFor(ENERGY_REVIEW))
                    .isFalse();

            var story = inForce();

            assertThat(story.last(2))
                    .containsExactly(
                            new PublicityEnded(COMMITMENT, at("2021-03-12T00:00")),
                            new CommitmentTookEffect(
                                    COMMITMENT,
                                    at("2021-03-12T00:00"),
                                    List.of(
                                            new Obligation(
                                                    START, LocalDate.parse("2021-06-30"), true),
                                            new Obligation(
                                                    COMPLETION,
                                                    LocalDate.parse("2022-05-31"),
                                                    true),
                                            new Obligation(
                                                    PRODUCTION,
                                                    LocalDate.parse("2022-08-31"),
                                                    false),
                                            new Obligation(PLOT_RATIO, null, true),
                                            new Obligation(ENERGY, null, false))));
            assertThat(story.commitment().isInForceFor(ENERGY_REVIEW)).isTrue();
            assertThat(story.commitment().isInForceFor(SOIL_AND_WATER)).isFalse();
        }

        @Test
        void takesObjectionsToTheLastMinute() {
            shown().then(objection("2021-03-11T23:59"));

            assertThat(shown().reason(objection("2021-03-12T00:00")))
                    .isEqualTo(Reason.PUBLICITY_OVER);
            // Entered before anything fell due, but for a moment after the last day.
            assertThat(shown().refusal(objection("2021-03-12T00:00"), "2021-03-12T00:00").reason())
                    .isEqualTo(Reason.PUBLICITY_OVER);
        }
    }

    @Nested
    class InForce {

        @Test
        void theMilestonesAreMetByTheConstructionInTimeToTheLastMinute() {
            var story = inForce().built(started("2021-06-30T23:59"));

            assertThat(story.events().getLast())
                    .isEqualTo(
                            new ObligationMet(
                                    COMMITMENT, at("2021-06-30T23:59"), START, false, null, null));
            assertThat(story.until("2021-12-31T00:00").events())
                    .noneMatch(ObligationMissed.class::isInstance);
        }

        @Test
        void aMilestoneComesAMonthBeforeAndIsMissedAfterItsDayOnce() {
            var story = inForce().until("2021-12-31T00:00");

            assertThat(story.last(2))
                    .containsExactly(
                            new ObligationComing(
                                    COMMITMENT,
                                    at("2021-05-31T00:00"),
                                    START,
                                    LocalDate.parse("2021-06-30")),
                            new ObligationMissed(
                                    COMMITMENT,
                                    at("2021-07-01T00:00"),
                                    START,
                                    LocalDate.parse("2021-06-30")));
            assertThat(story.commitment().missed()).containsExactly(START);

            story.built(started("2022-01-05T10:00"));

            assertThat(((ObligationMet) story.events().getLast()).late()).isTrue();
            assertThat(story.commitment().missed()).isEmpty();
        }

        @Test
        void aStartThatWasInTimeIsInTimeHoweverLateItIsReported() {
            var story = inForce().until("2021-07-02T00:00").built(started("2021-06-29T10:00"));

            assertThat(((ObligationMet) story.events().getLast()).late()).isFalse();
            assertThat(story.commitment().missed()).isEmpty();
        }

        @Test
        void whatWasBuiltBeforeTheEffectCountsWithIt() {
            var story = submitted().built(started("2021-03-02T08:00"));
            assertThat(story.commitment().unmetBeforeAcceptance()).isEmpty();

            story.then(preCheck("2021-03-02T10:00")).until("2021-03-12T00:00");

            assertThat(story.events().getLast())
                    .isEqualTo(
                            new ObligationMet(
                                    COMMITMENT, at("2021-03-02T08:00"), START, false, null, null));
            assertThat(story.commitment().unmetBeforeAcceptance())
                    .containsExactly(COMPLETION, PLOT_RATIO);
        }

        @Test
        void whatWasBuiltBeforeTheNoticeCountsToo() {
            var told =
                    Commitment.begun((NoticeServed) noticed().events().getFirst())
                            .evolve(started("2020-12-01T10:00"));

            assertThat(told).isNotEqualTo(noticed().commitment());
            for (var event : inForce().events()) {
                told = told.evolve((CommitmentEvent) event);
            }
            assertThat(told.unmetBeforeAcceptance()).contains(START);
        }

        @Test
        void aLetterThatTakesEffectAfterAMilestoneMissesItAtOnceAndAnnouncesNothing() {
            var promise =
                    new Promise(
                            promise().indicators(),
                            milestones("2021-03-05", "2021-03-20", "2022-08-31"));
            var story =
                    noticed()
                            .then(letter("2021-03-01T10:00", promise))
                            .then(preCheck("2021-03-02T10:00"))
                            .until("2021-03-12T00:00");

            assertThat(story.last(2))
                    .containsExactlyInAnyOrder(
                            new ObligationComing(
                                    COMMITMENT,
                                    at("2021-03-12T00:00"),
                                    COMPLETION,
                                    LocalDate.parse("2021-03-20")),
                            new ObligationMissed(
                                    COMMITMENT,
                                    at("2021-03-12T00:00"),
                                    START,
                                    LocalDate.parse("2021-03-05")));
        }

        @Test
        void anIndicatorIsMeasuredUntilItIsKept() {
            var story =
                    inForce()
                            .built(started("2021-05-10T10:00"))
                            .then(measurement("2022-05-01T10:00", "plot-ratio", "1.1"))
                            .then(measurement("2022-05-10T10:00", "plot-ratio", "1.20"));

            assertThat(story.events())
                    .filteredOn(
                            event ->
                                    event instanceof IndicatorNotKept
                                            || event instanceof ObligationMet met
                                                    && met.obligation().equals(PLOT_RATIO))
                    .containsExactly(
                            new IndicatorNotKept(
                                    COMMITMENT,
                                    at("2022-05-01T10:00"),
                                    PLOT_RATIO,
                                    new BigDecimal("1.1"),
                                    new BigDecimal("1.2"),
                                    "检测报告1号"),
                            new ObligationMet(
                                    COMMITMENT,
                                    at("2022-05-10T10:00"),
                                    PLOT_RATIO,
                                    false,
                                    new BigDecimal("1.2"),
                                    "检测报告1号"));
        }

        @Test
        void beforeTheAcceptanceWhatIsBuiltIsOwedAndWhatItYieldsIsNot() {
            var commitment = inForce().commitment();

            assertThat(commitment.unmetBeforeAcceptance())
                    .containsExactly(START, COMPLETION, PLOT_RATIO);
            assertThat(
                            inForce()
                                    .built(started("2021-05-10T10:00"))
                                    .then(measurement("2022-05-10T10:00", "plot-ratio", "1.3"))
                                    .built(completed("2022-05-20T10:00"))
                                    .commitment()
                                    .unmetBeforeAcceptance())
                    .isEmpty();
        }

        @Test
        void isFulfilledWithTheLastObligationWhicheverItIs() {
            assertThat(fulfilled().events().getLast())
                    .isEqualTo(new CommitmentFulfilled(COMMITMENT, at("2023-01-10T10:00")));

            var story =
                    inForce()
                            .built(started("2021-05-10T10:00"))
                            .built(completed("2022-05-20T10:00"))
                            .built(inProduction("2022-09-30T10:00"))
                            .then(measurement("2022-10-10T10:00", "energy", "0.2"))
                            .then(measurement("2022-10-05T10:00", "plot-ratio", "1.3"));

            // Not before the measurement that was entered first.
            assertThat(story.events().getLast())
                    .isEqualTo(new CommitmentFulfilled(COMMITMENT, at("2022-10-05T10:00")));
            assertThat(story.commitment().isInForceFor(ENERGY_REVIEW)).isTrue();
            assertThat(story.due("2030-01-01T00:00")).isNull();
        }
    }

    @Nested
    class TheWithdrawal {

        @Test
        void isFreeUntilTheCompletionHasBeenAccepted() {
            submitted().then(withdrawal("2021-03-01T11:00"));
            shown().then(withdrawal("2021-03-03T10:00"));
            inForce().then(withdrawal("2022-05-31T10:00"));

            assertThat(
                            inForce()
                                    .built(started("2021-05-10T10:00"))
                                    .then(measurement("2022-05-10T10:00", "plot-ratio", "1.3"))
                                    .built(completed("2022-05-20T10:00"))
                                    .built(accepted("2022-06-01T10:00"))
                                    .reason(withdrawal("2022-06-02T10:00")))
                    .isEqualTo(Reason.COMMITMENT_CONCLUDED);
        }

        @Test
        void afterItAndAfterADeclineNothingFallsDue() {
            var withdrawn = inForce().then(withdrawal("2021-04-01T10:00"));
            var declined = shown().then(decline("2021-03-04T10:00"));

            assertThat(withdrawn.due("2030-01-01T00:00")).isNull();
            assertThat(withdrawn.commitment().covers(ENERGY_REVIEW)).isFalse();
            assertThat(withdrawn.commitment().unmetBeforeAcceptance()).isEmpty();
            assertThat(declined.due("2030-01-01T00:00")).isNull();
            assertThat(declined.commitment().covers(ENERGY_REVIEW)).isFalse();
        }
    }

    @Nested
    class TheOrderOfTime {

        @Test
        void nothingHappensBeforeWhatPrecedesItOrInTheFuture() {
            assertThat(submitted().reason(preCheck("2021-03-01T09:59")))
                    .isEqualTo(Reason.BEFORE_PRECEDING_ACT);
            assertThat(inForce().reason(measurement("2021-03-11T10:00", "plot-ratio", "1.3")))
                    .isEqualTo(Reason.BEFORE_PRECEDING_ACT);
            assertThat(
                            submitted()
                                    .refusal(preCheck("2021-03-02T10:00"), "2021-03-02T09:00")
                                    .reason())
                    .isEqualTo(Reason.IN_THE_FUTURE);
        }

        @Test
        void measurementsMayBeEnteredInAnyOrder() {
            inForce()
                    .built(started("2021-05-10T10:00"))
                    .then(measurement("2022-05-10T10:00", "plot-ratio", "1.1"))
                    .then(measurement("2022-05-01T10:00", "plot-ratio", "1.3"));
        }

        @Test
        void whatIsBuiltIsMeasuredFromItsStartOnAndWhatItYieldsFromItsProductionOn() {
            var story = inForce();
            assertThat(story.reason(measurement("2021-04-01T10:00", "plot-ratio", "1.3")))
                    .isEqualTo(Reason.NOT_MEASURABLE_YET);

            story.built(started("2021-05-10T10:00"))
                    .then(measurement("2021-05-10T10:00", "plot-ratio", "1.1"));
            for (ConstructionEvent step :
                    List.of(completed("2022-05-20T10:00"), accepted("2022-06-01T10:00"))) {
                story.built(step);
                assertThat(story.reason(measurement("2022-06-02T10:00", "energy", "0.2")))
                        .isEqualTo(Reason.NOT_MEASURABLE_YET);
            }

            story.built(inProduction("2022-08-30T10:00"));
            assertThat(story.reason(measurement("2022-08-30T09:59", "energy", "0.2")))
                    .as("dated back before the production")
                    .isEqualTo(Reason.NOT_MEASURABLE_YET);
            story.then(measurement("2022-08-30T10:00", "energy", "0.2"));
        }
    }

    @Nested
    class TheObjections {

        @Test
        void anUpheldOneKeepsTheLetterFromItsEffectForGood() {
            var story =
                    shown().then(objection("2021-03-04T10:00"))
                            .then(objectionDecided("2021-03-05T10:00", 1, true))
                            .until("2021-04-12T00:00");

            assertThat(story.events().getLast())
                    .isEqualTo(new PublicityEnded(COMMITMENT, at("2021-03-12T00:00")));
            assertThat(story.commitment().covers(ENERGY_REVIEW)).isTrue();
            story.then(decline("2021-04-13T10:00"));
        }
    }
}
