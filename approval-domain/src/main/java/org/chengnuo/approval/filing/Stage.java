package org.chengnuo.approval.filing;

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

    record AwaitingCorrection() implements Stage {}

    record Corrected() implements Stage {}

    record AcceptanceRefused() implements Stage {}

    record InReview(Review review) implements Stage {}

    /** In review, and the clock is stopped by the last of the review's special procedures. */
    record Stopped(Review review) implements Stage {}

    record Decided(Outcome outcome) implements Stage {}

    record Delivered(Outcome outcome) implements Stage {}

    record Recorded() implements Stage {}

    record Withdrawn() implements Stage {}

    record Revoked() implements Stage {}

    /** What happened since the acceptance. */
    record Review(
            Instant accepted,
            AcceptanceTerms terms,
            List<Stop> stops,
            @Nullable TimeLimit extension) {

        Review opened(Stop stop) {
            var longer = new ArrayList<>(stops);
            longer.add(stop);
            return new Review(accepted, terms, List.copyOf(longer), extension);
        }

        Review closed(Instant ended) {
            var all = new ArrayList<>(stops);
            Stop open = all.removeLast();
            all.add(new Stop(open.ground(), open.begun(), ended, open.recorded(), open.notice()));
            return new Review(accepted, terms, List.copyOf(all), extension);
        }

        Review extended(TimeLimit by) {
            return new Review(accepted, terms, stops, by);
        }

        /** As it runs before it is extended, which is when the rules ask. */
        ReviewCourse course() {
            return new ReviewCourse(
                    accepted,
                    null,
                    terms.promised(),
                    terms.statutory(),
                    null,
                    stops,
                    true,
                    terms.lateEntryAfter(),
                    terms.warnings());
        }
    }
}
