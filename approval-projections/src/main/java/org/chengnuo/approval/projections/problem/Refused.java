package org.chengnuo.approval.projections.problem;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/** Counts what is refused, by the kind of the problem. */
@Component
public class Refused {

    private final MeterRegistry meters;

    Refused(MeterRegistry meters) {
        this.meters = meters;
    }

    /** A fault of ours is no refusal; requests that failed are counted with all others. */
    public void count(Problem problem) {
        if (problem.status() < 500) {
            String type = problem.type();
            meters.counter("chengnuo.refusals", "reason", type.substring(type.lastIndexOf(':') + 1))
                    .increment();
        }
    }
}
