package org.chengnuo.approval.projections.violations.now;

import java.time.Instant;

/** Looks at the wall: on purpose, for the rule that must catch it. */
final class NowController {

    private NowController() {}

    static Instant now() {
        return Instant.now();
    }
}
