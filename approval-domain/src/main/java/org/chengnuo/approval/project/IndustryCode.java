package org.chengnuo.approval.project;

import java.util.regex.Pattern;

/**
 * Industry 行业 (GB/T 4754-2017), as in {@code 0610} or {@code C3311}: a text, whose leading zeros
 * count.
 */
public record IndustryCode(String value) {

    private static final Pattern FORM = Pattern.compile("[A-T]?\\d{2,4}");

    /**
     * @throws IllegalArgumentException if the text does not have the form
     */
    public IndustryCode {
        value = value.strip();
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an industry code is a letter and two to four digits, or the digits alone, as in 3311, not «%.64s»"
                            .formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
