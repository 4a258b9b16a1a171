package org.chengnuo.approval.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.ProjectActs.whatIsDue;
import static org.chengnuo.approval.Story.FILING;
import static org.chengnuo.approval.Story.PLANNING_PERMIT;
import static org.chengnuo.approval.Story.PROJECT_FILING;
import static org.chengnuo.approval.Story.acceptance;
import static org.chengnuo.approval.Story.accepted;
import static org.chengnuo.approval.Story.answer;
import static org.chengnuo.approval.Story.at;
import static org.chengnuo.approval.Story.closing;
import static org.chengnuo.approval.Story.correction;
import static org.chengnuo.approval.Story.delivery;
import static org.chengnuo.approval.Story.expertReview;
import static org.chengnuo.approval.Story.extension;
import static org.chengnuo.approval.Story.grant;
import static org.chengnuo.approval.Story.nothing;
import static org.chengnuo.approval.Story.receipt;
import static org.chengnuo.approval.Story.received;
import static org.chengnuo.approval.Story.registration;
import static org.chengnuo.approval.Story.revocation;
import static org.chengnuo.approval.Story.specialProcedure;
import static org.chengnuo.approval.Story.withdrawal;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.chengnuo.approval.LocalEdition;
import org.chengnuo.approval.Reason;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.Story;
import org.chengnuo.approval.clock.Card;
import org.chengnuo.approval.clock.LimitUnit;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.filing.FilingEvent.CardRaised;
import org.chengnuo.approval.filing.FilingEvent.CorrectionWindowLapsed;
import org.chengnuo.approval.filing.FilingEvent.DecisionRevoked;
import org.chengnuo.approval.filing.FilingEvent.DueDateReprojected;
import org.chengnuo.approval.filing.FilingEvent.FilingDecided;
import org.chengnuo.approval.filing.FilingEvent.FilingDeemedAccepted;
import org.chengnuo.approval.filing.FilingEvent.SpecialProcedureOverran;
import org.chengnuo.approval.project.ProjectCommand;
import org.chengnuo.approval.project.ProjectEvent;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What happens to a filing by itself. Golden Week 2018: Sat 29 and Sun 30 September are worked, 1
 * to 7 October are off. A planning permit of 2018 is promised within 12 working days, the law says
 * 20, and yellow is at 90 percent.
 */
class WhatFallsDueTest {

    private static final TimeLimit TEN = TimeLimit.workingDays(10);

    /** Under an edition of the place, a planning permit that was accepted as it came. */
    private static Story acceptedUnder(LocalEdition edition, String local) {
        return receivedUnder(edition, local).then(acceptance(local));
    }

    private static Story receivedUnder(LocalEdition edition, String local) {
        return nothing()
                .published(edition.edition())
                .then(registration(LocalDateTime.parse(local).minusDays(1).toString()))
                .then(receipt(PLANNING_PERMIT, local));
    }

    private static List<ProjectEvent> due(Story story, String until) {
        try {
            return story.when(whatIsDue(until));
        } catch (Refusal refusal) {
            throw new AssertionError(refusal);
        }
    }

    private static Instant nextDue(Story story, String now) {
        return story.project().nextDue(story.office(now)).orElseThrow();
    }

    private static CardRaised card(String local, Card card, String due) {
        return new CardRaised(FILING, at(local), card, LocalDate.parse(due));
    }

    @Nested
    class Received {

        @Test
        void theFilingIsDeemedAcceptedOnTheSixthWorkingDay() {
            var received = received("2018-09-28T10:00");

            assertThat(nextDue(received, "2018-09-28T10:00")).isEqualTo(at("2018-10-11T00:00"));
            assertThat(due(received, "2018-10-10T23:59:59")).isEmpty();
            assertThat(due(received, "2018-10-11T00:00"))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            FilingDeemedAccepted.class,
                            event -> {
                                assertThat(event.occurredAt()).isEqualTo(at("2018-09-28T10:00"));
                                assertThat(event.terms().statutory()).hasToString("20 WD");
                            });
        }

        @Test
        void aClerkFindsItDone() {
            var deemed = received("2018-09-28T10:00").then(whatIsDue("2018-10-11T00:00"));

            assertThat(deemed.reason(Story.deemedAcceptance("2018-10-11T09:00")))
                    .isEqualTo(Reason.ALREADY_ACCEPTED);
        }

        @Test
        void whatIsFiledForTheRecordIsNeverDeemed() {
            var received = received(PROJECT_FILING, "2018-09-28T10:00");

            assertThat(received.project().nextDue(received.office("2018-09-28T10:00"))).isEmpty();
        }

        @Test
        void aLateRunComesToTheSameAsOneThatWasInTime() {
            var late = received("2018-09-28T10:00").then(whatIsDue("2018-12-03T10:00"));
            var inTime = received("2018-09-28T10:00");
            for (var day = LocalDateTime.parse("2018-09-29T00:00");
                    day.isBefore(LocalDateTime.parse("2018-12-03T10:00"));
                    day = day.plusDays(1)) {
                inTime.then(whatIsDue(day.toString()));
            }

            assertThat(late.events()).isEqualTo(inTime.events()).hasSize(6);
        }
    }

    @Nested
    class AwaitingCorrection {

        @Test
        void nothingIsDueWhereTheEditionSetsNoTimeForTheAnswer() {
            var asked =
                    receivedUnder(LocalEdition.unchanged(), "2018-09-03T10:00")
                            .then(correction("2018-09-04T10:00"));

            assertThat(due(asked, "2019-09-04T10:00")).isEmpty();
        }

        @Test
        void theWindowForTheAnswerLapsesOnceAndTheAnswerIsStillTaken() {
            var asked =
                    receivedUnder(
                                    LocalEdition.unchanged()
                                            .answeredWithin(TimeLimit.workingDays(3)),
                                    "2018-09-27T10:00")
                            .then(correction("2018-09-28T10:00"));

            assertThat(due(asked, "2018-10-08T23:59:59")).isEmpty();
            asked.then(whatIsDue("2018-10-09T00:00"));
            assertThat(asked.last())
                    .isEqualTo(new CorrectionWindowLapsed(FILING, at("2018-10-09T00:00")));
            assertThat(due(asked, "2019-10-08T10:00")).isEmpty();
            asked.then(answer("2018-10-09T09:00")).then(acceptance("2018-10-09T10:00"));
        }

        @Test
        void hoursLapseAtTheMoment() {
            var asked =
                    receivedUnder(
                                    LocalEdition.unchanged()
                                            .answeredWithin(new TimeLimit(48, LimitUnit.NH)),
                                    "2018-09-27T10:00")
                            .then(correction("2018-09-28T10:00"));

            assertThat(due(asked, "2018-09-30T10:00")).isEmpty();
            assertThat(due(asked, "2018-09-30T10:00:00.000001")).hasSize(1);
        }
    }

    @Nested
    class InReview {

        @Test
        void eachCardIsRaisedOnceAtItsMoment() {
            var review = accepted("2018-09-03T10:00");

            assertThat(nextDue(review, "2018-09-03T10:00")).isEqualTo(at("2018-09-18T00:00"));
            review.then(whatIsDue("2018-09-18T00:00"));
            assertThat(review.last())
                    .isEqualTo(card("2018-09-18T00:00", Card.YELLOW, "2018-09-19"));
            review.then(whatIsDue("2018-12-03T10:00"));
            assertThat(review.events().subList(4, 6))
                    .containsExactly(
                            card("2018-09-20T00:00", Card.RED, "2018-09-19"),
                            card("2018-10-01T00:00", Card.STATUTORY_OVERDUE, "2018-09-30"));
            assertThat(review.project().nextDue(review.office("2018-12-03T10:00"))).isEmpty();
        }

        @Test
        void theClockShowsWhatHasBeenRaised() {
            var review = accepted("2018-09-03T10:00").then(whatIsDue("2018-12-03T10:00"));

            for (var event : review.events().subList(3, 6)) {
                var raised = (CardRaised) event;
                assertThat(review.clock(local(raised.occurredAt())).claimed().card())
                        .isEqualTo(raised.card());
                assertThat(review.clock(local(raised.occurredAt().minusNanos(1))).claimed().card())
                        .isLessThan(raised.card());
            }
        }

        @Test
        void anImmediateFilingIsRedAfterItsDayAndNeverYellow() {
            var review =
                    acceptedUnder(
                            LocalEdition.unchanged().promising(TimeLimit.workingDays(0)),
                            "2018-09-28T10:00");

            assertThat(due(review, "2018-09-29T00:00"))
                    .containsExactly(card("2018-09-29T00:00", Card.RED, "2018-09-28"));
        }

        @Test
        void anExtensionMovesTheCards() {
            var review = accepted("2018-09-03T10:00").then(extension("2018-09-04T10:00", TEN));

            // 22 working days end on Wed 10 October, the 20th is Sun 30 September.
            assertThat(due(review, "2018-10-11T00:00"))
                    .containsExactly(
                            card("2018-09-30T00:00", Card.YELLOW, "2018-10-09"),
                            card("2018-10-10T00:00", Card.RED, "2018-10-09"));
        }

        @Test
        void aCardThatWasRaisedIsNotRaisedAgainAfterTheExtension() {
            var review =
                    accepted("2018-09-03T10:00")
                            .then(whatIsDue("2018-09-21T10:00"))
                            .then(extension("2018-09-21T10:00", TEN));

            assertThat(due(review, "2019-09-21T10:00"))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            CardRaised.class,
                            card -> assertThat(card.card()).isEqualTo(Card.STATUTORY_OVERDUE));
        }

        @Test
        void nothingIsDueAfterTheDecisionOrTheWithdrawal() {
            for (ProjectCommand end :
                    List.of(grant("2018-09-04T10:00"), withdrawal("2018-09-04T10:00"))) {
                var ended = accepted("2018-09-03T10:00").then(end);

                assertThat(ended.project().nextDue(ended.office("2019-09-04T10:00"))).isEmpty();
            }
        }

        @Test
        void silenceIsNoGrantUnlessTheEditionSaysSo() {
            assertThat(due(accepted("2018-09-03T10:00"), "2030-01-01T00:00"))
                    .hasOnlyElementsOfType(CardRaised.class);
        }

        @Test
        void whereTheEditionSaysSoItIsGrantedBySilencePastTheStatutoryLimit() {
            var review =
                    acceptedUnder(LocalEdition.unchanged().bySilence(), "2018-09-03T10:00")
                            .then(whatIsDue("2018-12-03T10:00"));

            var decided = (FilingDecided) review.last();
            assertThat(decided.outcome()).isEqualTo(Outcome.DEEMED_BY_SILENCE);
            assertThat(decided.occurredAt()).isEqualTo(at("2018-10-01T00:00"));
            assertThat(decided.document()).isNull();
            assertThat(review.history().state()).isEqualTo(FilingState.DEEMED_BY_SILENCE);
            review.then(delivery("2018-12-04T10:00"))
                    .then(revocation("2018-12-05T10:00", "不符合法定条件"));
            assertThat(review.last()).isInstanceOf(DecisionRevoked.class);
        }

        @Test
        void whereNoLawSetsALimitItIsThePromisedOne() {
            var edition = LocalEdition.unchanged().bySilence().withoutStatutoryLimits();

            assertThat(due(acceptedUnder(edition, "2018-09-03T10:00"), "2018-09-20T00:00"))
                    .extracting(event -> event.getClass().getSimpleName())
                    .containsExactly("CardRaised", "CardRaised", "FilingDecided");
        }
    }

    @Nested
    class Stopped {

        @Test
        void noCardIsRaisedUntilTheClockRunsAgain() {
            var stopped = accepted("2018-09-03T10:00").then(expertReview("2018-09-17T10:00"));
            assertThat(due(stopped, "2018-09-29T10:00")).isEmpty();

            // The day of the beginning counts, the day of the end does not.
            var running = stopped.then(closing("2018-09-29T10:00"));
            assertThat(due(running, "2018-10-09T00:00"))
                    .containsExactly(
                            card("2018-09-30T00:00", Card.YELLOW, "2018-10-08"),
                            card("2018-10-09T00:00", Card.RED, "2018-10-08"));
        }

        @Test
        void whatTakesLongerThanAnnouncedIsRecordedOnce() {
            var stopped =
                    accepted("2018-09-03T10:00")
                            .then(
                                    specialProcedure(
                                            "2018-09-28T10:00", "告字1号", TimeLimit.workingDays(3)))
                            .then(whatIsDue("2018-10-08T23:59"));
            assertThat(stopped.last()).isNotInstanceOf(SpecialProcedureOverran.class);

            stopped.then(whatIsDue("2018-10-09T00:00"));
            assertThat(stopped.last())
                    .isEqualTo(
                            new SpecialProcedureOverran(
                                    FILING,
                                    at("2018-10-09T00:00"),
                                    1,
                                    LocalDate.parse("2018-10-08")));
            assertThat(due(stopped, "2019-10-09T00:00")).isEmpty();
        }

        @Test
        void eachProcedureHasItsOwnAnnouncement() {
            var second =
                    accepted("2018-09-03T10:00")
                            .then(
                                    specialProcedure(
                                            "2018-09-03T11:00", "告字1号", TimeLimit.workingDays(1)))
                            .then(whatIsDue("2018-09-05T10:00"))
                            .then(closing("2018-09-05T10:00"))
                            .then(
                                    specialProcedure(
                                            "2018-09-05T11:00", "告字2号", TimeLimit.workingDays(1)));

            assertThat(due(second, "2018-10-09T00:00"))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            SpecialProcedureOverran.class,
                            event -> assertThat(event.procedure()).isEqualTo(2));
        }
    }

    @Nested
    class ANoticeChangesTheCalendar {

        private static final Instant MAY_DAY_2019 = Instant.parse("2019-03-21T16:00:00Z");
        private static final Instant SPRING_FESTIVAL_2020 = Instant.parse("2020-01-26T16:00:00Z");

        @Test
        void theSpringFestivalOf2020WasMadeLonger() {
            var review =
                    acceptedUnder(
                            LocalEdition.unchanged().promising(TimeLimit.workingDays(3)),
                            "2020-01-22T10:00");

            assertThat(nextDue(review, "2020-01-26T10:00")).isEqualTo(at("2020-02-01T00:00"));
            assertThat(due(review, "2020-01-28T10:00"))
                    .containsExactly(
                            moved(SPRING_FESTIVAL_2020, false, "2020-02-01", "2020-02-04"),
                            moved(SPRING_FESTIVAL_2020, true, "2020-02-25", "2020-02-27"));
            review.then(whatIsDue("2020-01-28T10:00"));
            assertThat(due(review, "2020-02-05T00:00"))
                    .containsExactly(
                            card("2020-02-04T00:00", Card.YELLOW, "2020-02-04"),
                            card("2020-02-05T00:00", Card.RED, "2020-02-04"));
        }

        @Test
        void mayDayOf2019WasMadeLonger() {
            // 20 working days by law and 10 more: over May Day.
            var review = accepted("2019-03-20T10:00").then(extension("2019-03-21T10:00", TEN));

            assertThat(due(review, "2019-03-22T10:00"))
                    .containsExactly(moved(MAY_DAY_2019, true, "2019-05-03", "2019-05-05"));
        }

        @Test
        void itMovesTheWindowForACorrection() {
            var received = received("2020-01-22T10:00");

            assertThat(nextDue(received, "2020-01-26T10:00")).isEqualTo(at("2020-02-05T00:00"));
            assertThat(nextDue(received, "2020-01-28T10:00")).isEqualTo(at("2020-02-07T00:00"));
        }

        @Test
        void whatFellDueBeforeItStaysAsItWas() {
            // Yellow by the notice of the year, before the change was known.
            var review =
                    acceptedUnder(
                            LocalEdition.unchanged().promising(TimeLimit.workingDays(1)),
                            "2020-01-20T10:00");

            assertThat(due(review, "2020-01-28T10:00").subList(0, 2))
                    .containsExactly(
                            card("2020-01-21T00:00", Card.YELLOW, "2020-01-21"),
                            card("2020-01-22T00:00", Card.RED, "2020-01-21"));
        }

        @Test
        void whileTheClockIsStoppedThereIsNoDueDateToMove() {
            var stopped = accepted("2020-01-20T10:00").then(expertReview("2020-01-22T10:00"));

            assertThat(due(stopped, "2020-01-28T10:00")).isEmpty();
        }

        @Test
        void itIsLookedAtOnce() {
            var review = accepted("2020-01-20T10:00").then(whatIsDue("2020-01-28T10:00"));
            assertThat(review.last()).isInstanceOf(DueDateReprojected.class);

            assertThat(due(review, "2020-01-29T10:00")).isEmpty();
            review.then(extension("2020-01-29T10:00", TEN));
            assertThat(due(review, "2020-01-30T10:00")).isEmpty();
        }

        private static DueDateReprojected moved(
                Instant at, boolean statutory, String from, String to) {
            return new DueDateReprojected(
                    FILING,
                    at,
                    statutory,
                    LocalDate.parse(from),
                    LocalDate.parse(to),
                    "cn: 随程序提供 shipped with the program, known from " + Story.CN.dateAt(at));
        }
    }

    /** Whoever lets it happen, and how often: what falls due is a function of the acts. */
    @Property(tries = 400)
    void fallsDueOnceAndAtItsMomentWhoeverAsks(@ForAll long seed) {
        var random = new Random(seed);
        var edition = anyEdition(random);
        String start =
                List.of("2018-08-20T09:00", "2019-03-01T09:00", "2020-01-06T09:00")
                        .get(random.nextInt(3));
        var seldom = receivedUnder(edition, start);
        var often = receivedUnder(edition, start);
        var time = LocalDateTime.parse(start);
        for (int i = 0; i < 12; i++) {
            for (int j = random.nextInt(4); j > 0; j--) {
                time = time.plusHours(random.nextInt(48));
                often.then(whatIsDue(time.toString()));
            }
            time = time.plusHours(1 + random.nextInt(90));
            var act = anyAct(random, time.minusHours(random.nextInt(30)).toString());
            // The desk lets happen what is due before it carries out an act.
            seldom.then(whatIsDue(time.toString()));
            often.then(whatIsDue(time.toString()));
            if (isAllowed(seldom, act, time)) {
                seldom.then(act, time.toString());
                often.then(act, time.toString());
            }
        }
        String end = time.plusDays(200).toString();
        seldom.then(whatIsDue(end));
        often.then(whatIsDue(end));

        assertThat(often.events()).isEqualTo(seldom.events());
        assertThat(due(often, end)).isEmpty();
        assertThat(
                        often.project()
                                .nextDue(often.office(end))
                                .filter(next -> !next.isAfter(at(end))))
                .isEmpty();
        var once = new ArrayList<Object>();
        for (ProjectEvent event : often.events()) {
            switch (event) {
                case CardRaised e -> once.add(e.card());
                case SpecialProcedureOverran e -> once.add(e.procedure());
                case CorrectionWindowLapsed _, FilingDeemedAccepted _ -> once.add(event.getClass());
                case DueDateReprojected e -> once.add(e.occurredAt() + " " + e.statutory());
                default -> {}
            }
        }
        assertThat(once).doesNotHaveDuplicates();
        var cards =
                often.events().stream()
                        .filter(CardRaised.class::isInstance)
                        .map(event -> ((CardRaised) event).card())
                        .toList();
        assertThat(cards).isSorted();
    }

    private static LocalEdition anyEdition(Random random) {
        var edition = LocalEdition.unchanged();
        if (random.nextBoolean()) {
            edition =
                    edition.answeredWithin(
                            new TimeLimit(
                                    1 + random.nextInt(6), LimitUnit.values()[random.nextInt(4)]));
        }
        if (random.nextInt(3) == 0) {
            edition = edition.bySilence();
        }
        return edition.promising(
                new TimeLimit(random.nextInt(20), LimitUnit.values()[random.nextInt(4)]));
    }

    private static ProjectCommand anyAct(Random random, String local) {
        var acts =
                List.of(
                        correction(local),
                        answer(local),
                        acceptance(local),
                        expertReview(local),
                        expertReview(local),
                        closing(local, 1),
                        closing(local, 2),
                        closing(local, 3),
                        extension(local, TimeLimit.workingDays(5)),
                        Story.workStep(local));
        return acts.get(random.nextInt(acts.size()));
    }

    private static boolean isAllowed(Story story, ProjectCommand act, LocalDateTime now) {
        try {
            return !story.decide(act, at(now.toString())).events().isEmpty();
        } catch (Refusal _) {
            return false;
        }
    }

    private static String local(Instant moment) {
        return moment.atZone(Story.CN.zone()).toLocalDateTime().toString();
    }
}
