package org.chengnuo.approval.api.office;

import java.io.Serial;

/** The idempotency key has been used by the same user for another request. */
public final class KeyReused extends Exception {

    @Serial private static final long serialVersionUID = 1;

    KeyReused(String key) {
        super(
                "Idempotency-Key «%s» came first with another address or body".formatted(key),
                null,
                false,
                false);
    }
}
