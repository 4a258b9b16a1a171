package org.chengnuo.approval.projections.intake;

import java.util.List;

/** Reads a feed from a position on. Used by one thread at a time. */
public interface EventReader extends AutoCloseable {

    /**
     * The next events, in order.
     *
     * @return about so many, to the end of a transaction; fewer, if there are no more that are safe
     *     to read now
     */
    List<FeedEntry> next(int limit);

    /** What was read is in the tables: it need not be kept for this reader. */
    void taken();

    @Override
    void close();
}
