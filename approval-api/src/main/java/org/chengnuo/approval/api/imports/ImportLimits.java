package org.chengnuo.approval.api.imports;

/**
 * How much of a stranger's file is read before it is refused.
 *
 * @param uncompressedBytes the size of the log after decompression
 * @param ratio how many times larger than its compressed form a log may be
 * @param ratioFromBytes where the ratio begins to count: small files compress oddly
 * @param fieldLength characters of one value of the log
 * @param eventsPerCase a case is handled as a whole, so this bounds the memory
 */
record ImportLimits(
        long uncompressedBytes,
        int ratio,
        long ratioFromBytes,
        int fieldLength,
        int eventsPerCase) {

    /**
     * What is kept of a log (case id, activity, resource, item) goes into events for ever: short.
     */
    static final int KEPT_LENGTH = 500;

    static ImportLimits standard() {
        return new ImportLimits(4L << 30, 200, 10L << 20, 1 << 16, 100_000);
    }

    ImportLimits withUncompressedBytes(long bytes) {
        return new ImportLimits(bytes, ratio, ratioFromBytes, fieldLength, eventsPerCase);
    }

    ImportLimits withEventsPerCase(int events) {
        return new ImportLimits(uncompressedBytes, ratio, ratioFromBytes, fieldLength, events);
    }
}
