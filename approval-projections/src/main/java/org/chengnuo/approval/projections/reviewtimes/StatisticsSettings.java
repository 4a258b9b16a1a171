package org.chengnuo.approval.projections.reviewtimes;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * @param folder where the file of facts stands
 * @param memory how much DuckDB may take, as in {@code 128MB}
 * @param threads how many threads DuckDB may use
 */
public record StatisticsSettings(Path folder, String memory, int threads) {

    private static final Pattern MEMORY = Pattern.compile("[1-9]\\d{0,5} ?[KMG]i?B");

    /**
     * @throws IllegalArgumentException if DuckDB would not understand them
     */
    public StatisticsSettings {
        if (!MEMORY.matcher(memory).matches()) {
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
