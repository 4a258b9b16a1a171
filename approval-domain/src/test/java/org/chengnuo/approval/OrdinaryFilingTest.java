package org.chengnuo.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.Story.PLANNING_PERMIT;
import static org.chengnuo.approval.Story.acceptance;
import static org.chengnuo.approval.Story.answer;
import static org.chengnuo.approval.Story.at;
import static org.chengnuo.approval.Story.closing;
import static org.chengnuo.approval.Story.correction;
import static org.chengnuo.approval.Story.delivery;
import static org.chengnuo.approval.Story.expertReview;
import static org.chengnuo.approval.Story.extension;
import static org.chengnuo.approval.Story.grant;
import static org.chengnuo.approval.Story.receipt;
import static org.chengnuo.approval.Story.registered;

import static java.util.Objects.requireNonNull;

import org.chengnuo.approval.clock.Basis;
import org.chengnuo.approval.clock.Card;
import org.chengnuo.approval.clock.ClockState;
import org.chengnuo.approval.clock.ReviewClock;
import org.chengnuo.approval.clock.StopGround;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.filing.FilingEvent.CorrectionAnswered;
import org.chengnuo.approval.filing.FilingEvent.CorrectionRequested;
import org.chengnuo.approval.filing.FilingEvent.DecisionDelivered;
import org.chengnuo.approval.filing.FilingEvent.FilingAccepted;
import org.chengnuo.approval.filing.FilingEvent.FilingDecided;
import org.chengnuo.approval.filing.FilingEvent.FilingReceived;
import org.chengnuo.approval.filing.FilingEvent.ReviewExtended;
import org.chengnuo.approval.filing.FilingEvent.SpecialProcedureClosed;
import org.chengnuo.approval.filing.FilingEvent.SpecialProcedureOpened;
import org.chengnuo.approval.filing.FilingState;
import org.chengnuo.approval.filing.Outcome;
import org.chengnuo.approval.project.ProjectEvent.ProjectRegistered;
import org.junit.jupiter.api.Test;

/**
 * An ordinary filing, told from beginning to end: start reading here.
 *
 * <p>A coking plant wants to use its gas. It registers the project in September 2018 and files for
 * the works planning permit, which the law gives 20 working days and the service center promises in
 * 12. Golden Week lies in between: Sat 29 and Sun 30 September are worked, 1 to 7 October are off.
 */
class OrdinaryFilingTest {

    private final Story story =
            registered("2018-09-17T09:00")
                    .then(receipt(PLANNING_PERMIT, "2018-09-18T09:30"))
                    // On the third working day the window asks, once, for all that is missing.
                    .then(correction("2018-09-21T16:00"))
                    // Mon 24 September is Mid-Autumn Festival.
                    .then(answer("2018-09-26T10:00"))
                    // The day of acceptance is not counted: day 1 is Fri 28 September.
                    .then(acceptance("2018-09-27T11:00"));

    @Test
    void theClockRunsFromTheAcceptance() {
        // 28, 29 and 30 September, 8 to 12 and 15 to 18 October: 12 working days.
        var promised = story.clock("2018-09-27T11:00").claimed().promised();
        assertThat(promised.used()).hasToString("0 WD");
        assertThat(promised.due().date()).isEqualTo("2018-10-18");

        // A week of rest uses nothing.
        assertThat(story.clock("2018-09-30T18:00").claimed().promised().used()).hasToString("3 WD");
        assertThat(story.clock("2018-10-07T18:00").claimed().promised().used()).hasToString("3 WD");
        assertThat(story.clock("2018-10-08T00:00").claimed().promised().used()).hasToString("4 WD");
    }

    @Test
    void anExpertReviewStopsIt() {
        story.then(expertReview("2018-10-09T15:00"));

        var stopped = story.clock("2018-10-12T12:00").claimed();
        assertThat(stopped.state())
                .isInstanceOfSatisfying(
                        ClockState.Stopped.class,
                        state -> {
                            assertThat(state.ground()).isEqualTo(StopGround.EXPERT_REVIEW);
                            assertThat(state.since()).isEqualTo(at("2018-10-09T15:00"));
                        });
        assertThat(stopped.promised().used()).hasToString("5 WD");
    }

    @Test
    void andSoItEnds() {
        story.then(expertReview("2018-10-09T15:00"))
                // Left out are Wed 10 to Tue 16 October: five working days.
                .then(closing("2018-10-16T10:00"))
                .then(extension("2018-10-19T09:00", TimeLimit.workingDays(10)))
                .then(grant("2018-11-01T16:30"))
                .then(delivery("2018-11-02T09:00"));

        assertThat(story.events().stream().map(Object::getClass))
                .containsExactly(
                        ProjectRegistered.class,
                        FilingReceived.class,
                        CorrectionRequested.class,
                        CorrectionAnswered.class,
                        FilingAccepted.class,
                        SpecialProcedureOpened.class,
                        SpecialProcedureClosed.class,
                        ReviewExtended.class,
                        FilingDecided.class,
                        DecisionDelivered.class);

        var history = story.history();
        assertThat(history.state()).isEqualTo(FilingState.DELIVERED);
        assertThat(history.received()).isEqualTo(at("2018-09-18T09:30"));
        assertThat(history.correctionRequested()).isEqualTo(at("2018-09-21T16:00"));
        assertThat(history.correctionAnswered()).isEqualTo(at("2018-09-26T10:00"));
        assertThat(history.accepted()).isEqualTo(at("2018-09-27T11:00"));
        assertThat(history.deemed()).isFalse();
        assertThat(history.stops()).hasSize(1);
        assertThat(requireNonNull(history.extension()).by()).hasToString("10 WD");
        assertThat(history.decided()).isEqualTo(at("2018-11-01T16:30"));
        assertThat(history.outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(history.delivered()).isEqualTo(at("2018-11-02T09:00"));
        assertThat(history.firstAct()).isEqualTo(history.received());
        assertThat(history.lastAct()).isEqualTo(history.delivered());

        // However late one asks, the clock shows what it showed at the decision: 28 September to
        // 1 November are 22 working days, less five.
        var end = story.clock("2026-01-01T00:00");
        assertThat(end.at()).isEqualTo(at("2018-11-01T16:30"));
        for (Basis basis : Basis.values()) {
            var shown = end.by(basis).orElseThrow();
            assertThat(shown.promised().used()).hasToString("17 WD");
            assertThat(shown.promised().limit()).hasToString("22 WD");
            assertThat(shown.statutory())
                    .satisfies(limit -> assertThat(limit.limit()).hasToString("30 WD"));
            assertThat(shown.card()).isEqualTo(Card.NONE);
        }
    }

    @Test
    void aStopThatWasEnteredAfterwardsIsClaimedButNotAttested() {
        story.then(expertReview("2018-10-09T15:00"), "2018-10-22T10:00")
                .then(closing("2018-10-16T10:00"), "2018-10-22T10:05")
                .then(grant("2018-10-23T10:00"));

        var course = story.history().course().orElseThrow();
        var end = ReviewClock.read(course, Story.CN, at("2018-12-01T00:00"));
        // 28 September to 23 October are 15 working days: in time only thanks to the stop.
        assertThat(end.claimed().promised().used()).hasToString("10 WD");
        assertThat(end.claimed().card()).isEqualTo(Card.NONE);
        assertThat(end.by(Basis.ATTESTED))
                .hasValueSatisfying(
                        attested -> {
                            assertThat(attested.promised().used()).hasToString("15 WD");
                            assertThat(attested.card()).isEqualTo(Card.RED);
                        });
    }
}
