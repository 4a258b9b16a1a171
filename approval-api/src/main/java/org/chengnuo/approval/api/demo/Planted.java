package org.chengnuo.approval.api.demo;

import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.project.CenterCode;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Something in the demonstration's record that a good look at it should find again.
 *
 * @param filing null where it shows in the center's work as a whole
 * @param occurredAt of the act in which it shows; of a burst, its first entry
 * @param recordedAt of the same act; of a burst, its last entry
 */
record Planted(
        Kind kind,
        CenterCode center,
        @Nullable FilingId filing,
        Instant occurredAt,
        Instant recordedAt) {

    /** What there is to be found. */
    enum Kind {
        /** A stop made up when the limit passed; the other kinds of stops say how it shows. */
        INVENTED_STOP,
        /** Invented, and said to have begun in the last tenth of the promised limit. */
        STOP_IN_THE_LAST_TENTH,
        /** Invented, and entered more than a day after it is said to have begun. */
        STOP_RECORDED_LATE,
        /**
         * Invented, and as long, in working days, as the review took longer than promised, or up to
         * three days longer.
         */
        STOP_MATCHES_OVERRUN,
        /** Three stops or more in one review that would have been late. */
        REPEATED_STOPS,
        /** Closed without the document that came of it, as of a review of experts. */
        STOP_WITHOUT_RESULT,
        /** A correction asked for on the last day of the window. */
        PARKED_CORRECTION,
        /** Forgotten until the law accepted it. */
        DEEMED_ACCEPTANCE,
        /** Accepted more than five working days after the correction was answered. */
        HIDDEN_TIME,
        /** Entered more than an hour after it happened. */
        LATE_ENTRY,
        /**
         * Within one hour, a center enters eight acts or more, of five filings or more, each more
         * than a day after it happened.
         */
        BURST_OF_ENTRIES,
        /** Done by the office in the evening or on a day off. */
        OUTSIDE_HOURS,
        /** Put off until the due day or the day before, as the whole center is used to. */
        LAST_DAY_DECISION,
        /** Done on a make-up Saturday or Sunday, which is a working day. */
        MAKE_UP_DAY,
        EXTENSION,
        WITHDRAWAL,
        REVOCATION
    }
}
