package org.chengnuo.approval.api.office;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

import org.chengnuo.approval.JournalCommand;
import org.chengnuo.approval.api.journal.Envelope;
import org.springframework.stereotype.Component;

import java.util.Objects;
import java.util.function.Supplier;

/** Measures and traces the commands: how long each takes, and what comes of it. */
@Component
class Watch {

    private final ObservationRegistry observations;

    Watch(ObservationRegistry observations) {
        this.observations = observations;
    }

    <T> T over(JournalCommand command, Envelope envelope, Supplier<T> carryOut) {
        String name = command.getClass().getSimpleName();
        return Objects.requireNonNull(
                Observation.createNotStarted("chengnuo.command", observations)
                        .contextualName(name)
                        .lowCardinalityKeyValue("command", name)
                        .lowCardinalityKeyValue("channel", envelope.channel())
                        .lowCardinalityKeyValue("outcome", "failed")
                        .observe(carryOut));
    }

    /** Of the command under way. */
    void cameTo(String outcome) {
        Observation command = observations.getCurrentObservation();
        if (command != null) {
            command.lowCardinalityKeyValue("outcome", outcome);
        }
    }
}
