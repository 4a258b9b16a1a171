package org.chengnuo.approval.projections.intake;

import org.chengnuo.approval.project.ProjectId;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Tables that are derived from the events, and nothing but the events, so that they can be built
 * again at any time. They stand in some store, together with the position up to which the events
 * are in them.
 */
public interface ReadModel extends AutoCloseable {

    /** Never changes: positions are kept under it. */
    String name();

    /** Raised when its tables or its rules change; tables of another version are built again. */
    int version();

    /** Whether other processes fill the same tables. */
    boolean isShared();

    /**
     * The tables that are there.
     *
     * @throws UnusableBuild if there are none, or none that can be gone on with
     * @throws StoreFailure if the store is not there now
     */
    Build open(UUID journal) throws UnusableBuild;

    /** Whether the running tables turned out, since they were opened, to be damaged. */
    default boolean isDamaged() {
        return false;
    }

    /** Empty tables in the place of those that are there. */
    Build replace(UUID journal);

    /** Empty tables beside those that are there; what was left beside before is dropped. */
    Build beside(UUID journal);

    /** Puts tables that were built beside in the place of the running ones. */
    void switchTo(Build beside);

    @Override
    void close();

    /** One set of tables. Used by one thread at a time. */
    interface Build extends AutoCloseable {

        UUID id();

        /**
         * Where the tables are; they are asked, where others fill them too. Any thread may ask.
         *
         * @throws MovedOn if the tables have been replaced by others
         */
        Places places();

        /** The number of the last event of each of these projects, as far as it has one. */
        Map<ProjectId, Long> sequences(Collection<ProjectId> projects);

        /** What is remembered of the tables is not all that they hold: others have written. */
        void forget();

        /**
         * Takes in a batch: all of it and where the tables are with it, or nothing, in one
         * transaction.
         *
         * @throws MovedOn if the tables are shared, and are not where the batch goes on from
         */
        void apply(Batch batch);

        @Override
        void close();
    }

    /** Another process has taken in these events already, and perhaps more: nothing was written. */
    final class MovedOn extends RuntimeException {

        private static final long serialVersionUID = 1;

        public MovedOn() {
            super("another process has moved on");
        }
    }

    /** Why tables that are there cannot be gone on with. */
    final class UnusableBuild extends Exception {

        private static final long serialVersionUID = 1;

        public UnusableBuild(String reason) {
            super(reason);
        }
    }
}
