package org.chengnuo.approval.clock;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the clock looks at: the course of one accepted filing, with what was frozen at its
 * acceptance.
 *
 * @param accepted when the filing was accepted, or counts as accepted
 * @param ended when it was decided or withdrawn; null while it is in review
 * @param promised the promised limit 承诺时限, without the extension
 * @param statutory the statutory limit 法定时限, without the extension; null where no law sets one
 * @param extension the one extension (Art. 42); null if none
 * @param stops in the order in which they began
 * @param attestable false for imported history: what was not recorded here when it happened cannot
 *     be attested
 * @param lateEntryAfter what is entered later than this after it happened is a late entry 补录, and
 *     stops the attested clock only from the moment of its entry
 */
public record ReviewCourse(
        Instant accepted,
        @Nullable Instant ended,
        TimeLimit promised,
        @Nullable TimeLimit statutory,
        @Nullable Extension extension,
        List<Stop> stops,
        boolean attestable,
        Duration lateEntryAfter,
        WarningThresholds warnings) {

    public ReviewCourse {
        stops = List.copyOf(stops);
    }

    /** The same with other stops: what the clock would show if only these were claimed. */
    public ReviewCourse withStops(List<Stop> others) {
        return new ReviewCourse(
                accepted,
                ended,
                promised,
                statutory,
                extension,
                others,
                attestable,
                lateEntryAfter,
                warnings);
    }

    /** The same, as if the review had not been extended. */
    public ReviewCourse withoutExtension() {
        return new ReviewCourse(
                accepted,
                ended,
                promised,
                statutory,
                null,
                stops,
                attestable,
                lateEntryAfter,
                warnings);
    }

    /** The same by other limits. */
    public ReviewCourse within(TimeLimit otherPromised, @Nullable TimeLimit otherStatutory) {
        return new ReviewCourse(
                accepted,
                ended,
                otherPromised,
                otherStatutory,
                extension,
                stops,
                attestable,
                lateEntryAfter,
                warnings);
    }

    /** The same, as if it had been accepted at another moment. */
    public ReviewCourse acceptedAt(Instant moment) {
        return new ReviewCourse(
                moment,
                ended,
                promised,
                statutory,
                extension,
                stops,
                attestable,
                lateEntryAfter,
                warnings);
    }
}
