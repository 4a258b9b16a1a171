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
import org.chengnuo.approval.project.InvestmentProject;
import org.chengnuo.approval.project.ProjectEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.Optional;

/**
 * The shell in which Axon keeps an {@link InvestmentProject}: one handler for all commands, one for
 * all events. Nothing is decided here.
 */
@AggregateRoot(type = "project")
class ProjectAggregate {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectAggregate.class);

    @SuppressWarnings("UnusedVariable") // Axon reads it
    @AggregateIdentifier
    private @Nullable String id;

    private InvestmentProject project = InvestmentProject.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(ProjectAct act, Circumstances circumstances) throws Refusal {
        Circumstances all = new ActingFor(circumstances, act.agent());
        InvestmentProject.Decision decision = project.decide(act.command(), all);
        decision.events().forEach(AggregateLifecycle::apply);
        return new Recorded(
                AggregateLifecycle.getVersion(),
                decision.events(),
                decision.rejected(),
                nextDue(all));
    }

    /** Where what falls due cannot be told, it is now: the automation comes upon the fault. */
    private Optional<Instant> nextDue(Circumstances circumstances) {
        try {
            return project.nextDue(circumstances);
        } catch (RuntimeException e) {
            LOG.error("what falls due next in project {} cannot be told", id, e);
            return Optional.of(circumstances.now());
        }
    }

    @EventSourcingHandler
    void on(ProjectEvent event) {
        id = event.project().toString();
        project = project.evolve(event);
    }

    /** For Axon, which makes one before it replays the events. */
    ProjectAggregate() {}
}
