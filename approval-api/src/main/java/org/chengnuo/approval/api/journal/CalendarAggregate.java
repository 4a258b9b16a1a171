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
import org.chengnuo.approval.calendar.editions.CalendarEditions;
import org.chengnuo.approval.calendar.editions.CalendarEvent;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** The shell in which Axon keeps the {@link CalendarEditions}. Nothing is decided here. */
@AggregateRoot(type = "calendar")
class CalendarAggregate {

    @SuppressWarnings("UnusedVariable") // Axon reads it
    @AggregateIdentifier
    private @Nullable String id;

    /** Null before the first event: what a calendar begins with depends on its name. */
    private @Nullable CalendarEditions editions;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(CalendarAct act, Circumstances circumstances) throws Refusal {
        List<CalendarEvent> events =
                of(act.command().calendar()).decide(act.command(), circumstances);
        events.forEach(AggregateLifecycle::apply);
        return new Recorded(AggregateLifecycle.getVersion(), events, List.of(), Optional.empty());
    }

    @EventSourcingHandler
    void on(CalendarEvent event) {
        id = event.stream();
        editions = of(event.calendar()).evolve(event);
    }

    private CalendarEditions of(String calendar) {
        return editions == null ? CalendarEditions.before(calendar) : editions;
    }

    /** For Axon, which makes one before it replays the events. */
    CalendarAggregate() {}
}
