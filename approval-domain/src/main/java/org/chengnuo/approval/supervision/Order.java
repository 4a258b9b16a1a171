package org.chengnuo.approval.supervision;

import org.chengnuo.approval.project.ProjectId;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A rectification order 责令整改.
 *
 * @param inspection its number
 * @param lastAct its own moment, or that of its last verification
 * @param announced whether it has been said that the deadline is near
 * @param missed whether the deadline passed before it was verified as rectified
 */
record Order(
        ProjectId project,
        int inspection,
        Instant ordered,
        LocalDate deadline,
        Instant lastAct,
        boolean announced,
        boolean missed,
        Stage stage) {

    enum Stage {
        /** Nothing has been verified. */
        OPEN,
        /** Verified as not rectified; it can be verified again. */
        NOT_RECTIFIED,
        RECTIFIED
    }

    Order announce() {
        return new Order(project, inspection, ordered, deadline, lastAct, true, missed, stage);
    }

    Order miss() {
        return new Order(project, inspection, ordered, deadline, lastAct, announced, true, stage);
    }

    Order verified(boolean rectified, Instant at) {
        return new Order(
                project,
                inspection,
                ordered,
                deadline,
                at.isAfter(lastAct) ? at : lastAct,
                announced,
                missed,
                rectified ? Stage.RECTIFIED : Stage.NOT_RECTIFIED);
    }

    /** Whether it was missed, or verified as not rectified, and has not been rectified since. */
    boolean isBroken() {
        return switch (stage) {
            case OPEN -> missed;
            case NOT_RECTIFIED -> true;
            case RECTIFIED -> false;
        };
    }
}
