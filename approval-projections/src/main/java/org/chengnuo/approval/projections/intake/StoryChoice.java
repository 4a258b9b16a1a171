package org.chengnuo.approval.projections.intake;

import org.jspecify.annotations.Nullable;

/**
 * Which stories of the journal are read; each part null where it leaves none out.
 *
 * @param zone of the project
 * @param importId the import that brought it
 * @param project the project itself
 */
public record StoryChoice(
        @Nullable String zone, @Nullable String importId, @Nullable String project) {

    public static final StoryChoice ALL = new StoryChoice(null, null, null);
}
