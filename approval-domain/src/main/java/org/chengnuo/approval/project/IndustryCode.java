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

    /**
     * Whether it belongs to the division, group or class; the letter of the section may be missing
     * in either, as the digits of a division belong to one section only.
     *
     * @param wider as in {@code C33} or {@code 331}
     */
    public boolean isWithin(String wider) {
        String digits = withoutSection(wider);
        return digits.isEmpty()
                ? value.startsWith(wider)
                : withoutSection(value).startsWith(digits);
    }

    private static String withoutSection(String code) {
        return code.isEmpty() || Character.isDigit(code.charAt(0)) ? code : code.substring(1);
    }

    @Override
    public String toString() {
        return value;
    }
}
