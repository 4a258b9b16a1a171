package org.chengnuo.approval.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What of the record can be attested, one rule for each way in which it cannot. */
final class Attestation {

    private Attestation() {}

    /** Empty if the stop stops nothing. */
    static Optional<Instant> attestedFrom(Stop stop, Duration lateEntryAfter) {
        if (applicantWasNotTold(stop) || wasEnteredAfterItsEnd(stop)) {
            return Optional.empty();
        }
        return Optional.of(isLateEntry(stop, lateEntryAfter) ? stop.recorded() : stop.begun());
    }

    /** The applicant is told in writing how long it takes, Art. 45. */
    private static boolean applicantWasNotTold(Stop stop) {
        return stop.notice().isBlank();
    }

    /**
     * A stop that was over when it was entered was made up, or at least not recorded as it went.
     */
    private static boolean wasEnteredAfterItsEnd(Stop stop) {
        return stop.ended() != null && stop.recorded().isAfter(stop.ended());
    }

    /**
     * An extension that was entered at once, or at least while the limit was still running: one
     * that is entered after the limit has passed would make late filings punctual.
     *
     * @param limitEnds 24:00 of the last day of the limit without it, or its last moment
     */
    static boolean attests(Extension extension, Instant limitEnds, Duration lateEntryAfter) {
        return !extension.recorded().isAfter(extension.granted().plus(lateEntryAfter))
                || extension.recorded().isBefore(limitEnds);
    }

    private static boolean isLateEntry(Stop stop, Duration lateEntryAfter) {
        return stop.recorded().isAfter(stop.begun().plus(lateEntryAfter));
    }
}
