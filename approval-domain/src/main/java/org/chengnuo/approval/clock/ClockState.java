package org.chengnuo.approval.clock;

import java.time.Instant;

/** What the clock does at the moment of a reading. */
public sealed interface ClockState {

    record Running() implements ClockState {}

    /**
     * It stands still, Art. 45.
     *
     * @param stop the stop that began first, if several are open
     * @param since from when on it stands still: later than the stop's beginning, if that was
     *     entered late and the reading is attested
     */
    record Stopped(Stop stop, Instant since) implements ClockState {
        public StopGround ground() {
            return stop.ground();
        }
    }

    record Ended(Instant at) implements ClockState {}
}
