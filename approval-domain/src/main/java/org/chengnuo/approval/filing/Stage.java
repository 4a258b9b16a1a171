package org.chengnuo.approval.filing;

import org.chengnuo.approval.clock.Card;
import org.chengnuo.approval.clock.Extension;
import org.chengnuo.approval.clock.ReviewCourse;
import org.chengnuo.approval.clock.Stop;
import org.chengnuo.approval.clock.TimeLimit;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The stage that a filing has reached; each holds what the rules still need to know, and no more.
 */
sealed interface Stage {

    /** Known from a log, but not received as yet. */
    record NotReceived() implements Stage {}

    record Received(Instant received) implements Stage {}

    /**
     * @param lapsed whether the window for the answer has
     */
    record AwaitingCorrection(Instant requested, boolean lapsed) implements Stage {}

    record Corrected() implements Stage {}

    record AcceptanceRefused() implements Stage {}

    record InReview(Review review) implements Stage {}

    /**
     * In review, and the clock is stopped by the last of the review's special procedures.
     *
     * @param announced how long its notice says that it takes
     * @param overran whether it has been recorded that it takes longer
     */
    record Stopped(Review review, TimeLimit announced, boolean overran) implements Stage {}

    record Decided(Outcome outcome) implements Stage {}

    record Delivered(Outcome outcome) implements Stage {}

    record Recorded() implements Stage {}

    record Withdrawn() implements Stage {}

    record Revoked() implements Stage {}

    /**
     * What happened since the acceptance.
     *
     * @param raised the worst card so far
     * @param projected since when the due dates have been what they are, but for later notices of
     *     the calendar
     */
    record Review(
            Instant accepted,
            AcceptanceTerms terms,
            List<Stop> stops,
            @Nullable Extension extension,
            Card raised,
            Instant projected) {

        static Review begun(Instant accepted, AcceptanceTerms terms) {
            return new Review(accepted, terms, List.of(), null, Card.NONE, accepted);
        }

        Review opened(Stop stop) {
            var longer = new ArrayList<>(stops);
            longer.add(stop);
            return new Review(accepted, terms, List.copyOf(longer), extension, raised, projected);
        }

        Review closed(Instant ended) {
            var all = new ArrayList<>(stops);
            Stop open = all.removeLast();
            all.add(new Stop(open.ground(), open.begun(), ended, open.recorded(), open.notice()));
            return new Review(accepted, terms, List.copyOf(all), extension, raised, later(ended));
        }

        Review extended(TimeLimit by, Instant granted) {
            return new Review(
                    accepted,
                    terms,
                    stops,
                    new Extension(by, granted, granted),
                    raised,
                    later(granted));
        }

        /** An act that is back-dated gives no cause to tell again what has been told. */
        private Instant later(Instant act) {
            return act.isAfter(projected) ? act : projected;
        }

        Review raised(Card card) {
            return new Review(accepted, terms, stops, extension, card, projected);
        }

        Review reprojected(Instant at) {
            return new Review(accepted, terms, stops, extension, raised, at);
        }

        /** As the clock claims. */
        ReviewCourse course() {
            return new ReviewCourse(
                    accepted,
                    null,
                    terms.promised(),
                    terms.statutory(),
                    extension,
                    stops,
                    true,
                    terms.lateEntryAfter(),
                    terms.warnings());
        }
    }
}
