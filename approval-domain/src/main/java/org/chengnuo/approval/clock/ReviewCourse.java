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
}
