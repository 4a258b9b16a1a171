package org.chengnuo.approval.project;

import java.util.regex.Pattern;

/** Service center 政务服务中心, the office that handles a filing. */
public record CenterCode(String value) {

    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

    /**
     * @throws IllegalArgumentException if the text does not have the form
     */
    public CenterCode {
        value = value.strip();
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a service center code has 1 to 64 letters, digits, dots, hyphens and underlines, not «%.64s»"
                            .formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
