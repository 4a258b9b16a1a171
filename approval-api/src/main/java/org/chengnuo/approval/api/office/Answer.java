package org.chengnuo.approval.api.office;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a command, as it is given now and as it will be given again to the same key.
 *
 * @param status of HTTP
 * @param version of the project after the command; null where it was refused
 * @param body JSON
 */
public record Answer(int status, @Nullable String location, @Nullable Long version, String body) {}
