package org.chengnuo.approval.projections.problem;

import java.io.Serial;

/** What was asked for does not exist. */
public final class NotFound extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    /**
     * @param what in English, as in «filing 01…-3»
     */
    public NotFound(String what) {
        super(what, null, false, false);
    }
}
