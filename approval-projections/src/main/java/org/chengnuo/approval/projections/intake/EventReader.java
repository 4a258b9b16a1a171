package org.chengnuo.approval.projections.intake;

/** Reads a feed from some places on. Used by one thread at a time. */
public interface EventReader extends AutoCloseable {

    /**
     * The next events.
     *
     * @return about so many, to the end of a transaction; fewer, if there are no more that are safe
     *     to read now
     */
    Portion next(int limit);

    /** What was read is in the tables: it need not be kept for this reader. */
    void taken();

    @Override
    void close();
}
