package org.chengnuo.approval.projections.reviewtimes;

import org.jspecify.annotations.Nullable;

/** Which filings count; null does not restrict. */
public record FactFilter(
        @Nullable String zone,
        @Nullable String region,
        @Nullable String item,
        @Nullable String center,
        @Nullable String kind,
        @Nullable String importId,
        @Nullable String caseId) {

    public static final FactFilter ALL = new FactFilter(null, null, null, null, null, null, null);

    /** As {@code importId}: what was recorded here, and not imported. */
    public static final String RECORDED_HERE = "none";

    public static FactFilter ofImport(String importId) {
        return new FactFilter(null, null, null, null, null, importId, null);
    }
}
