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
import org.chengnuo.approval.policy.Policies;
import org.chengnuo.approval.policy.PolicyEvent;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** The shell in which Axon keeps the {@link Policies}. Nothing is decided here. */
@AggregateRoot(type = "policy")
class PolicyAggregate {

    @SuppressWarnings("UnusedVariable") // Axon reads it
    @AggregateIdentifier
    private @Nullable String id;

    private Policies policies = Policies.SHIPPED;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(PolicyAct act, Circumstances circumstances) throws Refusal {
        List<PolicyEvent> events = policies.decide(act.command(), circumstances);
        events.forEach(AggregateLifecycle::apply);
        return new Recorded(AggregateLifecycle.getVersion(), events, List.of(), Optional.empty());
    }

    @EventSourcingHandler
    void on(PolicyEvent event) {
        id = event.stream();
        policies = policies.evolve(event);
    }

    /** For Axon, which makes one before it replays the events. */
    PolicyAggregate() {}
}
