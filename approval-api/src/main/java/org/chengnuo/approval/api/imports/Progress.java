package org.chengnuo.approval.api.imports;

/**
 * Who waits for an import: is told how far it is, and may end it. Called from the importing thread.
 */
interface Progress {

    /** Nobody waits. */
    Progress UNWATCHED =
            new Progress() {
                @Override
                public void read(long bytes, long ofBytes, long events) {}

                @Override
                public boolean cancelled() {
                    return false;
                }
            };

    /**
     * @param bytes read of the file as it was uploaded
     * @param ofBytes its size
     * @param events found so far
     */
    void read(long bytes, long ofBytes, long events);

    /** Asked often; once true, the import ends with {@link ImportCancelled}. */
    boolean cancelled();
}
