package org.chengnuo.approval.filing;

import org.chengnuo.approval.clock.StopGround;
import org.chengnuo.approval.clock.TimeLimit;
import org.jspecify.annotations.Nullable;

/**
 * What an imported log says of a legal act beyond that it happened; each part null where it says
 * nothing.
 *
 * @param ground of a special procedure
 * @param notice the number of the written notice of a special procedure
 * @param announced how long that notice says that it takes
 * @param by by how much the review was extended
 * @param outcome of a decision
 */
public record ActParticulars(
        @Nullable StopGround ground,
        @Nullable String notice,
        @Nullable TimeLimit announced,
        @Nullable TimeLimit by,
        @Nullable Outcome outcome) {

    public static final ActParticulars NONE = new ActParticulars(null, null, null, null, null);
}
