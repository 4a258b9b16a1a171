package org.chengnuo.approval.supervision;

import org.chengnuo.approval.supervision.SupervisionEvent.BreachFound;

/**
 * A breach 违诺 that was found.
 *
 * @param closed whether it has been repaired or set aside
 */
record Breach(BreachFound found, boolean closed) {

    Breach close() {
        return new Breach(found, true);
    }
}
