package org.chengnuo.approval.projections.problem;

import java.io.IOException;
import java.io.Serial;

/** The body of a request is larger than it may be. */
final class TooLarge extends IOException {

    @Serial private static final long serialVersionUID = 1;

    TooLarge(long limit) {
        super("a body has at most %d bytes".formatted(limit));
    }
}
