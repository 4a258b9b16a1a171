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

/**
 * The shell in which Axon keeps an {@link InvestmentProject}: one handler for all commands, one for
 * all events. Nothing is decided here.
 */
@AggregateRoot(type = "project")
class ProjectAggregate {

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
                project.nextDue(all));
    }

    @EventSourcingHandler
    void on(ProjectEvent event) {
        id = event.project().toString();
        project = project.evolve(event);
    }

    /** For Axon, which makes one before it replays the events. */
    ProjectAggregate() {}
}
