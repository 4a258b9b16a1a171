package org.chengnuo.approval.clock;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/**
 * What the review clock shows.
 *
 * @param at the moment that it shows: the one asked for, or the end of the review if that was
 *     before
 * @param attested null where the course cannot be attested, which is not the same as zero
 */
public record Reading(Instant at, BasisReading claimed, @Nullable BasisReading attested) {

    public Optional<BasisReading> by(Basis basis) {
        return switch (basis) {
            case CLAIMED -> Optional.of(claimed);
            case ATTESTED -> Optional.ofNullable(attested);
        };
    }
}
