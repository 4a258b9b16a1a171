package org.chengnuo.approval.projections.intake;

import java.util.List;

/**
 * What was read of a feed at once.
 *
 * @param from where the tables have to be
 * @param entries in order, as far as they are of one part
 * @param upTo where the tables are with them, which may be beyond the last of them
 * @param more whether there is more at once
 */
public record Portion(Places from, List<FeedEntry> entries, Places upTo, boolean more) {

    public Portion {
        entries = List.copyOf(entries);
    }

    boolean isNothing() {
        return from.equals(upTo);
    }
}
