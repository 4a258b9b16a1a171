package org.chengnuo.approval.projections.reviewtimes;

import java.nio.file.Path;

/**
 * @param folder where the file of facts stands
 * @param memory how much DuckDB may take, as in {@code 128MB}
 * @param threads how many threads DuckDB may use
 */
public record StatisticsSettings(Path folder, String memory, int threads) {

    public static StatisticsSettings usual(Path folder) {
        return new StatisticsSettings(folder, "128MB", 2);
    }
}
