package org.chengnuo.approval.api.journal;

import org.jspecify.annotations.Nullable;

import java.io.Serial;

/** The project has gone on since the caller looked at it. Nothing has been recorded. */
public final class StaleVersion extends Exception {

    @Serial private static final long serialVersionUID = 1;

    StaleVersion(long expected, @Nullable Long actual) {
        super(
                "the project is at version %s, not %d"
                        .formatted(actual == null ? "none" : actual, expected),
                null,
                false,
                false);
    }
}
