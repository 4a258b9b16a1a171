package org.chengnuo.approval.project;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The identity of a project. Not its project code: a project can get another code and stays the
 * same project.
 */
public record ProjectId(UUID value) {

    // UUID.fromString alone is too lenient: it fills up short groups and cuts long ones.
    private static final Pattern FORM =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    public ProjectId {
        requireNonNull(value, "the value of a project id is null");
    }

    /**
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ProjectId of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "a project id is a UUID, not «%.64s»".formatted(text));
        }
        return new ProjectId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
