package org.chengnuo.approval.filing;

import static java.util.Objects.requireNonNull;

import org.chengnuo.approval.project.ProjectId;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identity of a filing: its project and its number within it, so that from a filing one always
 * finds the story to which it belongs.
 *
 * @param number 1 to 999,999,999
 */
public record FilingId(ProjectId project, int number) {

    private static final Pattern FORM = Pattern.compile("(.{36})-([1-9][0-9]{0,8})");

    /**
     * @throws IllegalArgumentException if the number is out of range
     */
    public FilingId {
        requireNonNull(project, "the project of a filing is null");
        if (number < 1 || number > 999_999_999) {
            throw new IllegalArgumentException(
                    "filings are numbered from 1 to 999999999, not " + number);
        }
    }

    /**
     * Reads {@code <project>-<number>}.
     *
     * @throws IllegalArgumentException if the text is no filing id
     */
    public static FilingId of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "a filing id is the project's UUID, a hyphen and a number from 1, not «%.64s»"
                            .formatted(text));
        }
        return new FilingId(ProjectId.of(form.group(1)), Integer.parseInt(form.group(2)));
    }

    @Override
    public String toString() {
        return project + "-" + number;
    }
}
