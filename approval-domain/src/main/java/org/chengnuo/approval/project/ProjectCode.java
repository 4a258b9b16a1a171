package org.chengnuo.approval.project;

import java.util.regex.Pattern;

/**
 * Project code 项目代码: 20 digits in five groups, as in {@code 2018-141002-33-03-012345}. Only the
 * central platform mints it, so its form is checked and no more: until 2020 the first group is a
 * year, since then (GB/T 40058-2021) a year and month.
 */
public record ProjectCode(String value) {

    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{6}-\\d{2}-\\d{2}-\\d{6}");

    /**
     * @throws IllegalArgumentException if the text does not have the form
     */
    public ProjectCode {
        value = value.strip();
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a project code looks like 2018-141002-33-03-012345, not «%.64s»"
                            .formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
