package org.chengnuo.approval.projections.violations.asking;

import org.chengnuo.approval.projections.problem.NotFound;

/** A read model that knows who asks: on purpose, for the rule that must catch it. */
final class Asking {

    private Asking() {}

    static NotFound none() {
        return new NotFound("anything");
    }
}
