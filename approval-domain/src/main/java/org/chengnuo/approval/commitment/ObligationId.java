package org.chengnuo.approval.commitment;

import java.util.Locale;

/**
 * An obligation 承诺义务 of a letter: a milestone, as in {@code milestone:START}, or an indicator, as
 * in {@code indicator:plot-ratio}.
 */
public record ObligationId(String value) {

    public ObligationId {
        value = value.strip();
        if (!value.matches("(milestone|indicator):.{1,64}")) {
            throw new IllegalArgumentException(
                    "an obligation is milestone:START, COMPLETION or PRODUCTION, or indicator:<code>, not «%.80s»"
                            .formatted(value));
        }
    }

    public static ObligationId of(Milestone milestone) {
        return new ObligationId("milestone:" + milestone.name().toUpperCase(Locale.ROOT));
    }

    public static ObligationId ofIndicator(String code) {
        return new ObligationId("indicator:" + code);
    }

    @Override
    public String toString() {
        return value;
    }
}
