package org.chengnuo.approval.api.office;

import org.chengnuo.approval.api.journal.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * What the office needs to know of a request besides the command.
 *
 * @param address method and path
 * @param key the caller's {@code Idempotency-Key}
 * @param expectedVersion of the project, from {@code If-Match}
 */
public record Request(
        String address, @Nullable String key, @Nullable Long expectedVersion, Envelope envelope) {}
