package org.chengnuo.approval.project;

import java.util.UUID;

/**
 * The identity of a project. Not its project code: a project can get another code and stays the
 * same project.
 */
public record ProjectId(UUID value) {

    /**
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ProjectId of(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException("a project id is a UUID, not «%s»".formatted(text));
        }
        return new ProjectId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
