package org.chengnuo.approval.project;

import java.util.regex.Pattern;

/** Development zone 开发区: its own code, for a zone has none of GB/T 2260. */
public record ZoneCode(String value) {

    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

    /**
     * @throws IllegalArgumentException if the text does not have the form
     */
    public ZoneCode {
        value = value.strip();
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a zone code has 1 to 64 letters, digits, dots, hyphens and underlines, not «%.64s»"
                            .formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
