package org.chengnuo.approval;

import org.jspecify.annotations.Nullable;

/**
 * One of the things that are not right in what was handed in, so that all of them can be told at
 * once.
 *
 * @param item which part of it, as an item's code or a date; null for the whole
 * @param field of that part, as in {@code promised}
 * @param english what is not right
 * @param chinese the same
 */
public record Finding(@Nullable String item, String field, String english, String chinese) {}
