package org.chengnuo.approval.assessment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The code of an assessment scheme 考核方案, as in {@code linfen-zones:1}.
 *
 * @param version from 1, one after the other
 */
public record SchemeCode(String name, int version) {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

    private static final Pattern FORM = Pattern.compile("([^:]+):([1-9]\\d{0,3})");

    /**
     * @throws IllegalArgumentException if it is no name, or no version
     */
    public SchemeCode {
        name = name.strip();
        if (!NAME.matcher(name).matches() || version < 1) {
            throw new IllegalArgumentException(
                    "a scheme has a name of 1 to 64 letters, digits, dots, hyphens and underlines"
                            + " and"
                            + " a version from 1, not «%.64s» and %d".formatted(name, version));
        }
    }

    /** Reads {@code name:version}. */
    public static SchemeCode of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "a scheme is written name:version, as in linfen-zones:1, not «%.64s»"
                            .formatted(text));
        }
        return new SchemeCode(form.group(1), Integer.parseInt(form.group(2)));
    }

    @Override
    public String toString() {
        return name + ":" + version;
    }
}
