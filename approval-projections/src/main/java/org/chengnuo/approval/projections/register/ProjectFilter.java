package org.chengnuo.approval.projections.register;

import org.jspecify.annotations.Nullable;

/**
 * Which projects; null does not restrict.
 *
 * @param text a part of the name, or the beginning of the project code or case
 */
public record ProjectFilter(
        @Nullable String zone, @Nullable String importId, @Nullable String text) {

    public static final ProjectFilter ALL = new ProjectFilter(null, null, null);
}
