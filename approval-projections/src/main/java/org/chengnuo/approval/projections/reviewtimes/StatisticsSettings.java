package org.chengnuo.approval.projections.reviewtimes;

import java.nio.file.Path;

/**
 * @param folder where the file of facts stands
 * @param memory how much DuckDB may take, as in {@code 128MB}
 * @param threads how many threads DuckDB may use
 */
public record StatisticsSettings(Path folder, String memory, int threads) {

    /** How memory is written, as a pattern. */
    public static final String MEMORY = "[1-9]\\d{0,5} ?[KMG]i?B";

    /**
     * @throws IllegalArgumentException if DuckDB would not understand them
     */
    public StatisticsSettings {
        if (!memory.matches(MEMORY)) {
            throw new IllegalArgumentException(
                    "the memory of statistics is written as in 128MB, not «%s»".formatted(memory));
        }
        if (threads < 1 || threads > 256) {
            throw new IllegalArgumentException("statistics use 1 to 256 threads, not " + threads);
        }
    }

    public static StatisticsSettings usual(Path folder) {
        return new StatisticsSettings(folder, "128MB", 2);
    }
}
