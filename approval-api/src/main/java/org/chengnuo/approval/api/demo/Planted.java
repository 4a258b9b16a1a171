package org.chengnuo.approval.api.demo;

import org.chengnuo.approval.filing.FilingId;

import java.time.Instant;

/**
 * Something in the demonstration's record that a good look at it should find again.
 *
 * @param occurredAt of the act in which it shows
 */
record Planted(Kind kind, FilingId filing, Instant occurredAt, Instant recordedAt) {

    /** What there is to be found. */
    enum Kind {
        /** A stop made up when the limit passed, entered days after it is said to have begun. */
        INVENTED_STOP,
        /** A correction asked for on the last day of the window. */
        PARKED_CORRECTION,
        /** Forgotten until the law accepted it. */
        DEEMED_ACCEPTANCE,
        /** Accepted more than five working days after the correction was answered. */
        HIDDEN_TIME,
        /** Entered more than an hour after it happened. */
        LATE_ENTRY,
        /** Done in the evening or on a day off. */
        OUTSIDE_HOURS,
        /** Done on a make-up Saturday or Sunday, which is a working day. */
        MAKE_UP_DAY,
        EXTENSION,
        WITHDRAWAL,
        REVOCATION
    }
}
