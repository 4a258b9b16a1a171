package org.chengnuo.approval.api.journal;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.chengnuo.approval.Circumstances;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.assessment.AssessmentEvent;
import org.chengnuo.approval.assessment.Assessments;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** The shell in which Axon keeps the {@link Assessments}. Nothing is decided here. */
@AggregateRoot(type = "assessment")
class AssessmentAggregate {

    @SuppressWarnings("UnusedVariable") // Axon reads it
    @AggregateIdentifier
    private @Nullable String id;

    private Assessments assessments = Assessments.SHIPPED;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(AssessmentAct act, Circumstances circumstances) throws Refusal {
        List<AssessmentEvent> events = assessments.decide(act.command(), circumstances);
        events.forEach(AggregateLifecycle::apply);
        return new Recorded(AggregateLifecycle.getVersion(), events, List.of(), Optional.empty());
    }

    @EventSourcingHandler
    void on(AssessmentEvent event) {
        id = event.stream();
        assessments = assessments.evolve(event);
    }

    /** For Axon, which makes one before it replays the events. */
    AssessmentAggregate() {}
}
