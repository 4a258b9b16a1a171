package org.chengnuo.approval.api.demo;

import org.chengnuo.approval.projections.operation.OldEvents;
import org.springframework.stereotype.Component;

/** How far the demonstration has been filed; of the program without one, nothing of nothing. */
@Component
public class SimulationProgress implements OldEvents {

    /**
     * @param done acts that are in the journal
     * @param of all acts that there will be
     */
    public record State(int done, int of, boolean running) {}

    private volatile State state = new State(0, 0, false);

    public State state() {
        return state;
    }

    @Override
    public boolean areBeingRecorded() {
        return state.running();
    }

    void begun(int done, int of) {
        state = new State(done, of, true);
    }

    void done(int done) {
        state = new State(done, state.of(), true);
    }

    void ended() {
        state = new State(state.done(), state.of(), false);
    }
}
