package org.chengnuo.approval.projections.violations.page;

import org.junit.jupiter.api.Assertions;

/** Leans on more than the web: on purpose, for the rule that must catch it. */
final class PageController {

    private PageController() {}

    static void answer() {
        Assertions.fail();
    }
}
