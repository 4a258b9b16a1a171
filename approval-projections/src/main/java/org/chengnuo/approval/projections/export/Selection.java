package org.chengnuo.approval.projections.export;

import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.intake.StoryChoice;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What is exported. The period chooses whole things by when they began, and cuts none of them: of
 * XES the filings, of OCEL the projects with all that belongs to them.
 *
 * @param from the first moment of the period; null for no beginning
 * @param to the first moment after it; null for no end
 * @param asOf the last event; null for the last one that there is
 */
public record Selection(
        StoryChoice stories,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Position asOf) {

    public static final Selection ALL = new Selection(StoryChoice.ALL, null, null, null);

    /**
     * @throws IllegalArgumentException if the period ends before it begins
     */
    public Selection {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "a period begins before it ends, not from %s to %s".formatted(from, to));
        }
    }

    boolean hasOneThatBegan(Instant at) {
        return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
    }
}
