package org.chengnuo.approval.project;

import java.util.regex.Pattern;

/** Region 行政区划 (GB/T 2260), as in {@code 141002} for Yaodu District. */
public record RegionCode(String value) {

    private static final Pattern FORM = Pattern.compile("\\d{6}");

    /**
     * @throws IllegalArgumentException if the text does not have the form
     */
    public RegionCode {
        value = value.strip();
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a region code has six digits, as in 141002, not «%.64s»".formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
