package org.chengnuo.approval.projections.intake;

import java.time.Duration;

/**
 * @param batch how many events are taken in at once, at most
 * @param idle how long to wait when there are none
 * @param longestBackOff how long to wait, at most, after an error
 */
public record IntakeSettings(int batch, Duration idle, Duration longestBackOff) {

    public IntakeSettings {
        if (batch < 1 || batch > 100_000) {
            throw new IllegalArgumentException("a batch is 1 to 100000 events, not " + batch);
        }
    }

    public static IntakeSettings usual() {
        return new IntakeSettings(4_000, Duration.ofMillis(50), Duration.ofSeconds(10));
    }
}
