package org.chengnuo.approval.api.journal;

import java.io.Serial;
import java.util.Optional;

/** The story has gone on since the caller looked at it. Nothing has been recorded. */
public final class StaleVersion extends Exception {

    @Serial private static final long serialVersionUID = 1;

    StaleVersion(long expected, Optional<Long> actual) {
        super(
                "it is at version %s, not %d"
                        .formatted(actual.map(String::valueOf).orElse("none"), expected),
                null,
                false,
                false);
    }
}
