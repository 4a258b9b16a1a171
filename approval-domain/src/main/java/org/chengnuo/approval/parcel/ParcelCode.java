package org.chengnuo.approval.parcel;

import java.util.regex.Pattern;

/** The code of a parcel 宗地代码 of land: an opaque text, as the land authority gives it. */
public record ParcelCode(String value) {

    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

    /**
     * @throws IllegalArgumentException if the text does not have the form
     */
    public ParcelCode {
        value = value.strip();
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a parcel code has 1 to 64 letters, digits, dots, hyphens and underlines, not «%.64s»"
                            .formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
