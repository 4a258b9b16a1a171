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
import org.chengnuo.approval.filing.FilingCommand.AcceptFiling;
import org.chengnuo.approval.filing.FilingCommand.AnswerCorrection;
import org.chengnuo.approval.filing.FilingCommand.CloseSpecialProcedure;
import org.chengnuo.approval.filing.FilingCommand.DecideFiling;
import org.chengnuo.approval.filing.FilingCommand.DeemAccepted;
import org.chengnuo.approval.filing.FilingCommand.DeliverDecision;
import org.chengnuo.approval.filing.FilingCommand.ExtendReview;
import org.chengnuo.approval.filing.FilingCommand.OpenSpecialProcedure;
import org.chengnuo.approval.filing.FilingCommand.RecordFiling;
import org.chengnuo.approval.filing.FilingCommand.RecordWorkStep;
import org.chengnuo.approval.filing.FilingCommand.RefuseAcceptance;
import org.chengnuo.approval.filing.FilingCommand.RequestCorrection;
import org.chengnuo.approval.filing.FilingCommand.RevokeDecision;
import org.chengnuo.approval.filing.FilingCommand.WithdrawFiling;
import org.chengnuo.approval.filing.ReceiveFiling;
import org.chengnuo.approval.project.ChangeProjectCode;
import org.chengnuo.approval.project.ImportHistory;
import org.chengnuo.approval.project.InvestmentProject;
import org.chengnuo.approval.project.ProjectCommand;
import org.chengnuo.approval.project.ProjectEvent;
import org.chengnuo.approval.project.RegisterProject;
import org.jspecify.annotations.Nullable;

/**
 * The shell in which Axon keeps an {@link InvestmentProject}: one handler for each command (Axon
 * finds none on a sealed type), one for all events. Nothing is decided here.
 */
@AggregateRoot(type = "project")
class ProjectAggregate {

    @SuppressWarnings("UnusedVariable") // Axon reads it
    @AggregateIdentifier
    private @Nullable String id;

    private InvestmentProject project = InvestmentProject.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(RegisterProject command, Circumstances circumstances) throws Refusal {
        return carryOut(command, circumstances);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(ChangeProjectCode command, Circumstances circumstances) throws Refusal {
        return carryOut(command, circumstances);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(ImportHistory command, Circumstances circumstances) throws Refusal {
        return carryOut(command, circumstances);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(ReceiveFiling command, Circumstances circumstances) throws Refusal {
        return carryOut(command, circumstances);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(RequestCorrection command, Circumstances circumstances) throws Refusal {
        return carryOut(command, circumstances);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(AnswerCorrection command, Circumstances circumstances) throws Refusal {
        return carryOut(command, circumstances);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(RefuseAcceptance command, Circumstances circumstances) throws Refusal {
        return carryOut(command, circumstances);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(AcceptFiling command, Circumstances circumstances) throws Refusal {
        return carryOut(command, circumstances);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(DeemAccepted command, Circumstances circumstances) throws Refusal {
        return carryOut(command, circumstances);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(OpenSpecialProcedure command, Circumstances circumstances) throws Refusal {
        return carryOut(command, circumstances);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(CloseSpecialProcedure command, Circumstances circumstances) throws Refusal {
        return carryOut(command, circumstances);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(ExtendReview command, Circumstances circumstances) throws Refusal {
        return carryOut(command, circumstances);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(DecideFiling command, Circumstances circumstances) throws Refusal {
        return carryOut(command, circumstances);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(RecordFiling command, Circumstances circumstances) throws Refusal {
        return carryOut(command, circumstances);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(DeliverDecision command, Circumstances circumstances) throws Refusal {
        return carryOut(command, circumstances);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(WithdrawFiling command, Circumstances circumstances) throws Refusal {
        return carryOut(command, circumstances);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(RevokeDecision command, Circumstances circumstances) throws Refusal {
        return carryOut(command, circumstances);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(RecordWorkStep command, Circumstances circumstances) throws Refusal {
        return carryOut(command, circumstances);
    }

    private Recorded carryOut(ProjectCommand command, Circumstances circumstances) throws Refusal {
        InvestmentProject.Decision decision = project.decide(command, circumstances);
        decision.events().forEach(AggregateLifecycle::apply);
        return new Recorded(
                AggregateLifecycle.getVersion(), decision.events(), decision.rejected());
    }

    @EventSourcingHandler
    void on(ProjectEvent event) {
        id = event.project().toString();
        project = project.evolve(event);
    }

    /** For Axon, which makes one before it replays the events. */
    ProjectAggregate() {}
}
