package org.chengnuo.approval.commitment;

import static java.util.Objects.requireNonNull;

import org.chengnuo.approval.project.ProjectId;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identity of a commitment: its project and its number within it.
 *
 * @param number 1 to 999,999,999
 */
public record CommitmentId(ProjectId project, int number) {

    private static final Pattern FORM = Pattern.compile("(.{36})-C([1-9][0-9]{0,8})");

    /**
     * @throws IllegalArgumentException if the number is out of range
     */
    public CommitmentId {
        requireNonNull(project, "the project of a commitment is null");
        if (number < 1 || number > 999_999_999) {
            throw new IllegalArgumentException(
                    "commitments are numbered from 1 to 999999999, not " + number);
        }
    }

    /**
     * Reads {@code <project>-C<number>}.
     *
     * @throws IllegalArgumentException if the text is no commitment id
     */
    public static CommitmentId of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "a commitment id is the project's UUID, a hyphen, C and a number from 1, not «%.64s»"
                            .formatted(text));
        }
        return new CommitmentId(ProjectId.of(form.group(1)), Integer.parseInt(form.group(2)));
    }

    @Override
    public String toString() {
        return project + "-C" + number;
    }
}
