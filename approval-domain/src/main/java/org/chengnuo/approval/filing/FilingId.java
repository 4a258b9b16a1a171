package org.chengnuo.approval.filing;

import org.chengnuo.approval.project.ProjectId;

/**
 * The identity of a filing: its project and its number within it, so that from a filing one always
 * finds the story to which it belongs.
 *
 * @param number 1 or more
 */
public record FilingId(ProjectId project, int number) {

    public FilingId {
        if (number < 1) {
            throw new IllegalArgumentException("filings are numbered from 1, not " + number);
        }
    }

    /**
     * Reads {@code <project>-<number>}.
     *
     * @throws IllegalArgumentException if the text is no filing id
     */
    public static FilingId of(String text) {
        if (text.length() < 38 || text.length() > 46 || text.charAt(36) != '-') {
            throw new IllegalArgumentException(
                    "a filing id is the project's UUID, a hyphen and a number, not «%s»"
                            .formatted(text));
        }
        return new FilingId(
                ProjectId.of(text.substring(0, 36)), Integer.parseInt(text.substring(37)));
    }

    @Override
    public String toString() {
        return project + "-" + number;
    }
}
