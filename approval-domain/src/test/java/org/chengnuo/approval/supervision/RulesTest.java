package org.chengnuo.approval.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.Pledge.breach;
import static org.chengnuo.approval.Pledge.closing;
import static org.chengnuo.approval.Pledge.inForce;
import static org.chengnuo.approval.Pledge.inspection;
import static org.chengnuo.approval.Pledge.order;
import static org.chengnuo.approval.Pledge.penalty;
import static org.chengnuo.approval.Pledge.proposal;
import static org.chengnuo.approval.Pledge.proposalObjection;
import static org.chengnuo.approval.Pledge.proposalObjectionDecided;
import static org.chengnuo.approval.Pledge.repair;
import static org.chengnuo.approval.Pledge.started;
import static org.chengnuo.approval.Pledge.verification;
import static org.chengnuo.approval.Pledge.withdrawal;
import static org.chengnuo.approval.Story.PROJECT;
import static org.chengnuo.approval.Story.at;

import org.chengnuo.approval.Pledge;
import org.chengnuo.approval.Reason;
import org.chengnuo.approval.project.ProjectEvent;
import org.chengnuo.approval.supervision.SupervisionCommand.Finding;
import org.chengnuo.approval.supervision.SupervisionEvent.BreachFound;
import org.chengnuo.approval.supervision.SupervisionEvent.RectificationComing;
import org.chengnuo.approval.supervision.SupervisionEvent.RectificationMissed;
import org.chengnuo.approval.supervision.SupervisionEvent.RectificationOrdered;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.LocalDate;
import java.util.List;

/** What is asked of the supervision, clause by clause. */
class RulesTest {

    /** Inspected on Tue 6 April 2021, with a plot ratio that does not conform. */
    private static Pledge inspected() {
        return inForce().then(inspection("2021-04-06T10:00"));
    }

    private static Pledge ordered() {
        return inspected().then(order("2021-04-07T10:00", "2021-04-30"));
    }

    private static Pledge foundFalse() {
        return inspected().then(breach("2021-04-23T10:00", BreachKind.FALSE, null));
    }

    @Nested
    class AnOrder {

        @Test
        void comesAWeekBeforeItsDeadlineAndIsMissedAfterItOnce() {
            var story = ordered().until("2021-05-20T00:00");

            assertThat(story.last(2))
                    .containsExactly(
                            new RectificationComing(
                                    PROJECT,
                                    at("2021-04-23T00:00"),
                                    1,
                                    LocalDate.parse("2021-04-30")),
                            new RectificationMissed(
                                    PROJECT,
                                    at("2021-05-01T00:00"),
                                    1,
                                    LocalDate.parse("2021-04-30")));
        }

        @Test
        void ofLessThanAWeekComesHalfWay() {
            var story =
                    inspected()
                            .then(order("2021-04-07T00:00", "2021-04-08"))
                            .until("2021-04-08T00:00");

            assertThat(story.events().getLast().occurredAt()).isEqualTo(at("2021-04-08T00:00"));
            assertThat(story.events().getLast()).isInstanceOf(RectificationComing.class);
        }

        @Test
        void isClosedWhenItIsRectifiedAndVerifiedAgainWhenItIsNot() {
            var story =
                    ordered()
                            .then(verification("2021-04-20T10:00", false))
                            .then(verification("2021-04-29T10:00", true))
                            .until("2021-06-01T00:00");

            assertThat(story.events()).noneMatch(RectificationMissed.class::isInstance);
            assertThat(story.reason(verification("2021-06-02T10:00", true)))
                    .isEqualTo(Reason.RECTIFIED_ALREADY);
        }

        @Test
        void isMissedAlsoWhenItWasVerifiedAsNotRectified() {
            assertThat(
                            ordered()
                                    .then(verification("2021-04-20T10:00", false))
                                    .until("2021-05-01T00:00")
                                    .events())
                    .anyMatch(RectificationMissed.class::isInstance);
        }

        @Test
        void followsItsInspectionAndIsVerifiedAfterItself() {
            assertThat(inspected().reason(order("2021-04-06T09:00", "2021-04-30")))
                    .isEqualTo(Reason.BEFORE_PRECEDING_ACT);
            assertThat(ordered().reason(verification("2021-04-07T09:00", true)))
                    .isEqualTo(Reason.BEFORE_PRECEDING_ACT);
        }
    }

    @Nested
    class AnInspection {

        @Test
        void ofNoCommitmentConcernsNoObligation() {
            var command =
                    new SupervisionCommand.RecordInspection(
                            PROJECT,
                            at("2021-04-06T10:00"),
                            null,
                            Node.BEFORE_START,
                            "执法证0001",
                            List.of(new Finding(Pledge.PLOT_RATIO, false, "不符")),
                            List.of());

            assertThat(inForce().reason(command)).isEqualTo(Reason.OBLIGATION_UNKNOWN);
        }
    }

    @Nested
    class ABreachThatIsNotKept {

        @Test
        void restsOnAnOrderThatWasMissedAndNotRectifiedSince() {
            var story = ordered();
            assertThat(story.reason(breach("2021-04-23T10:00", BreachKind.NOT_KEPT, 1)))
                    .isEqualTo(Reason.BREACH_NOT_ESTABLISHED);

            story.then(breach("2021-05-06T10:00", BreachKind.NOT_KEPT, 1));

            assertThat(
                            ordered()
                                    .until("2021-05-06T00:00")
                                    .then(verification("2021-05-06T10:00", true))
                                    .reason(breach("2021-05-07T10:00", BreachKind.NOT_KEPT, 1)))
                    .isEqualTo(Reason.BREACH_NOT_ESTABLISHED);
        }

        @Test
        void orOnAnObligationThatWasMissedAndNotMetSince() {
            inForce().then(breach("2021-07-01T10:00", BreachKind.NOT_KEPT, null));

            assertThat(
                            inForce()
                                    .built(started("2021-07-02T10:00"))
                                    .reason(breach("2021-07-03T10:00", BreachKind.NOT_KEPT, null)))
                    .isEqualTo(Reason.BREACH_NOT_ESTABLISHED);
        }

        @Test
        void isFoundAlsoAfterTheCommitmentWasWithdrawn() {
            inForce()
                    .then(withdrawal("2021-07-01T09:00"))
                    .then(breach("2021-07-01T10:00", BreachKind.NOT_KEPT, null));
        }
    }

    @Nested
    class AFalseCommitment {

        @Test
        void restsOnAnInspectionThatFoundSomethingThatDoesNotConform() {
            assertThat(
                            inForce()
                                    .then(
                                            inspection(
                                                    "2021-04-06T10:00",
                                                    new Finding(null, true, "无异常")))
                                    .reason(breach("2021-04-23T10:00", BreachKind.FALSE, null)))
                    .isEqualTo(Reason.BREACH_NOT_ESTABLISHED);

            assertThat(foundFalse().events().getLast()).isInstanceOf(BreachFound.class);
        }
    }

    @Nested
    class ACreditProposal {

        @Test
        void mayRestOnADocumentThatIsEffectiveFromTheSameDay() {
            foundFalse().then(proposal("2021-05-10T10:00", "published", penalty("2021-05-10")));
        }

        @Test
        void isMadeOncePerBreachAndMeasureWhateverBecameOfIt() {
            var story =
                    foundFalse()
                            .then(proposal("2021-05-10T10:00"))
                            .then(repair("2021-06-10T10:00"))
                            .then(proposal("2021-06-11T10:00", "published", penalty("2021-05-01")));

            assertThat(story.reason(proposal("2021-06-12T10:00")))
                    .isEqualTo(Reason.PROPOSED_ALREADY);
        }

        @Test
        void namesTheEnterpriseOfTheProject() {
            var proposed =
                    (SupervisionEvent.CreditMeasureProposed)
                            foundFalse().then(proposal("2021-05-10T10:00")).events().getLast();

            assertThat(proposed.enterprise()).isEqualTo(Pledge.ENTERPRISE);
            assertThat(proposed.kind()).isEqualTo(BreachKind.FALSE);
        }
    }

    @Nested
    class WhatStands {

        private static List<FalseCommitment> standing(Pledge story) {
            return FalseCommitment.after(
                    story.events().stream()
                            .filter(SupervisionEvent.class::isInstance)
                            .map(SupervisionEvent.class::cast)
                            .toList());
        }

        @Test
        void isTheFindingOfAFalseCommitmentAlsoWhereNothingIsProposed() {
            var found = new FalseCommitment(PROJECT, 1, at("2021-04-23T10:00"), "违诺〔2021〕1号");

            assertThat(standing(foundFalse())).containsExactly(found);
            assertThat(standing(foundFalse().then(proposal("2021-05-10T10:00"))))
                    .containsExactly(found);
        }

        @ParameterizedTest
        @EnumSource
        void endsWhenItIsRepairedOrSetAside(BreachClosing how) {
            var closed = foundFalse().then(closing("2021-05-10T10:00", how));

            assertThat(standing(closed)).isEmpty();
            assertThat(closed.reason(closing("2021-05-11T10:00", how)))
                    .isEqualTo(Reason.BREACH_CLOSED);
            assertThat(closed.reason(proposal("2021-05-11T10:00"))).isEqualTo(Reason.BREACH_CLOSED);
        }

        @Test
        void isNotClosedOverAProposal() {
            var proposed = foundFalse().then(proposal("2021-05-10T10:00"));
            assertThat(proposed.reason(closing("2021-05-11T10:00", BreachClosing.SET_ASIDE)))
                    .isEqualTo(Reason.PROPOSAL_STANDS);

            proposed.then(repair("2021-06-10T10:00"))
                    .then(proposal("2021-06-11T10:00", "published", penalty("2021-05-01")));
            assertThat(standing(proposed)).as("by the second proposal").hasSize(1);
        }

        @Test
        void isNotOneForACommitmentThatWasNotKept() {
            assertThat(
                            standing(
                                    inForce()
                                            .then(
                                                    breach(
                                                            "2021-07-01T10:00",
                                                            BreachKind.NOT_KEPT,
                                                            null))
                                            .then(proposal("2021-07-10T10:00"))))
                    .isEmpty();
        }

        @Test
        void endsWhenTheProposalIsTakenBackOrTheCreditIsRepairedAndNotWhenItIsConfirmed() {
            var objected =
                    foundFalse()
                            .then(proposal("2021-05-10T10:00"))
                            .then(proposalObjection("2021-05-11T10:00"));
            assertThat(standing(objected)).hasSize(1);

            objected.then(proposalObjectionDecided("2021-05-12T10:00", false));
            assertThat(standing(objected)).hasSize(1);

            objected.then(repair("2022-05-16T10:00"));
            assertThat(standing(objected)).isEmpty();

            assertThat(
                            standing(
                                    foundFalse()
                                            .then(proposal("2021-05-10T10:00"))
                                            .then(proposalObjection("2021-05-11T10:00"))
                                            .then(
                                                    proposalObjectionDecided(
                                                            "2021-05-12T10:00", true))))
                    .isEmpty();
        }
    }

    @Test
    void whatHappenedHappenedAlsoWhatNoRuleWouldAllow() {
        for (ProjectEvent event :
                ordered()
                        .until("2021-05-06T00:00")
                        .then(verification("2021-05-06T10:00", true))
                        .events()) {
            if (event instanceof SupervisionEvent e && !(e instanceof RectificationOrdered)) {
                assertThat(Supervision.NONE.evolve(e)).isNotNull();
            }
        }
    }
}
