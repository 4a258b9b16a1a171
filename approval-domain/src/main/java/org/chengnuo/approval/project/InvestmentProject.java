package org.chengnuo.approval.project;

import org.chengnuo.approval.Circumstances;
import org.chengnuo.approval.Reason;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.commitment.Commitment;
import org.chengnuo.approval.commitment.CommitmentCommand;
import org.chengnuo.approval.commitment.CommitmentCommand.PassPreCheck;
import org.chengnuo.approval.commitment.CommitmentCommand.SubmitLetter;
import org.chengnuo.approval.commitment.CommitmentEvent;
import org.chengnuo.approval.commitment.CommitmentId;
import org.chengnuo.approval.commitment.ServeNotice;
import org.chengnuo.approval.construction.ConstructionCommand;
import org.chengnuo.approval.construction.ConstructionCommand.AcceptCompletion;
import org.chengnuo.approval.construction.ConstructionCommand.ReportStart;
import org.chengnuo.approval.construction.ConstructionEvent;
import org.chengnuo.approval.construction.Missing;
import org.chengnuo.approval.filing.Filing;
import org.chengnuo.approval.filing.FilingCommand;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.filing.HistoricRow;
import org.chengnuo.approval.filing.ReceiveFiling;
import org.chengnuo.approval.parcel.ParcelCommand;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.project.ProjectCommand.ActOnWhatIsDue;
import org.chengnuo.approval.project.ProjectCommand.AssessEligibility;
import org.chengnuo.approval.project.ProjectCommand.ChangeProjectCode;
import org.chengnuo.approval.project.ProjectCommand.EndEntrustment;
import org.chengnuo.approval.project.ProjectCommand.EntrustAgent;
import org.chengnuo.approval.project.ProjectCommand.MoveToEdition;
import org.chengnuo.approval.project.ProjectCommand.ReinstateItem;
import org.chengnuo.approval.project.ProjectCommand.RuleItemOut;
import org.chengnuo.approval.project.ProjectCommand.TerminateProject;
import org.chengnuo.approval.project.ProjectCommand.WithdrawProject;
import org.chengnuo.approval.project.ProjectEvent.ProjectImported;
import org.chengnuo.approval.project.ProjectEvent.ProjectRegistered;
import org.chengnuo.approval.project.ProjectEvent.ProjectTerminated;
import org.chengnuo.approval.project.ProjectEvent.ProjectWithdrawn;
import org.chengnuo.approval.supervision.SupervisionCommand;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An investment project 投资项目: one story, from its registration to production or to its end. It asks
 * its parts, each of which decides its own matters: {@link Particulars}, {@link Entrustments}, its
 * parcels, filings, commitments, supervision and construction. {@link LifeCycle} has the order of
 * the acts, {@link Rules} what concerns more than one part.
 */
public final class InvestmentProject {

    /** Before anything has happened. */
    public static final InvestmentProject NONE = new InvestmentProject(new Stage.Unknown());

    private final Stage stage;

    private InvestmentProject(Stage stage) {
        this.stage = stage;
    }

    /**
     * @throws Refusal with the reason why the office may not do what is asked
     */
    public Decision decide(ProjectCommand command, Circumstances circumstances) throws Refusal {
        Reason reason = LifeCycle.outOfTurn(stage, command);
        if (reason != null) {
            throw new Refusal(reason, "project %s: %s".formatted(command.project(), this));
        }
        return switch (stage) {
            case Stage.Unknown _ -> begin(command, circumstances);
            case Stage.Imported _ -> Decision.NOTHING;
            case Stage.Open(Dossier dossier) -> Decision.of(act(dossier, command, circumstances));
            case Stage.Withdrawn(Dossier dossier) ->
                    Decision.of(act(dossier, command, circumstances));
            case Stage.Terminated(Dossier dossier) ->
                    Decision.of(act(dossier, command, circumstances));
        };
    }

    private static Decision begin(ProjectCommand command, Circumstances circumstances)
            throws Refusal {
        if (command instanceof RegisterProject c) {
            return Decision.of(List.of(register(c, circumstances)));
        }
        return command instanceof ImportHistory c ? Takeover.of(c) : Decision.NOTHING;
    }

    private static ProjectRegistered register(RegisterProject command, Circumstances circumstances)
            throws Refusal {
        Rules.notInTheFuture(command, circumstances);
        Rules.notBeforeTheLaw(command);
        String agent = circumstances.agent();
        if (agent != null) {
            throw Entrustments.notForAnAgent(command, agent);
        }
        return new ProjectRegistered(
                command.project(),
                command.occurredAt(),
                command.name(),
                command.code(),
                command.enterprise(),
                command.zone(),
                command.region(),
                command.industry(),
                command.type(),
                command.investment(),
                circumstances
                        .policyInForce(command.occurredAt(), command.zone(), command.type())
                        .name());
    }

    private List<? extends ProjectEvent> act(
            Dossier dossier, ProjectCommand command, Circumstances circumstances) throws Refusal {
        if (command instanceof ImportHistory) {
            return List.of();
        }
        Rules.notInTheFuture(command, circumstances);
        if (command instanceof ActOnWhatIsDue due) {
            return agenda(dossier, circumstances).until(due.occurredAt());
        }
        Rules.notBeforeRegistration(command, dossier);
        dossier.entrustments().entrustedAgent(command, circumstances);
        return route(dossier, command, circumstances);
    }

    /** To the part whose matter it is, with the rules that concern more than that part. */
    private static List<? extends ProjectEvent> route(
            Dossier dossier, ProjectCommand command, Circumstances circumstances) throws Refusal {
        Particulars own = dossier.particulars();
        ProjectRegistered registered = own.registered();
        PolicyEdition policy = circumstances.policy(own.edition());
        return switch (command) {
            case ChangeProjectCode c -> List.of(own.changeCode(c));
            case AssessEligibility c -> {
                Rules.eligibilityNotSettled(dossier, policy);
                yield List.of(own.assess(c, policy));
            }
            case MoveToEdition c -> {
                Rules.editionNotSettled(dossier);
                yield List.of(own.move(c, Rules.edition(c, circumstances)));
            }
            case RuleItemOut c -> {
                Rules.nothingUnderWay(c, dossier);
                yield List.of(own.ruleOut(c, policy));
            }
            case ReinstateItem c -> List.of(own.reinstate(c));
            case EntrustAgent c -> List.of(dossier.entrustments().entrust(c));
            case EndEntrustment c -> List.of(dossier.entrustments().end(c));
            case WithdrawProject c -> {
                Rules.notCompleted(dossier);
                yield List.of(own.withdraw(c));
            }
            case TerminateProject c -> List.of(own.terminate(c));
            case ParcelCommand c -> {
                Rules.serviceNotRuledOut(c, dossier);
                var clearance = new Clearance(dossier, policy);
                yield List.of(
                        dossier.parcel(c.parcel())
                                .decide(c, clearance.services(), clearance.servicesBeforeStart()));
            }
            case ReceiveFiling c -> {
                Rules.mayBeFiled(c, dossier);
                var id = new FilingId(c.project(), dossier.filings().size() + 1);
                yield List.of(
                        Filing.receive(
                                id,
                                c,
                                policy,
                                registered.type(),
                                registered.zone(),
                                circumstances.now()));
            }
            case FilingCommand c -> Rules.filing(c, dossier).decide(c, circumstances);
            case ServeNotice c -> {
                var id = new CommitmentId(c.project(), dossier.commitments().size() + 1);
                yield List.of(
                        Commitment.serve(
                                id,
                                c,
                                policy,
                                registered.type(),
                                registered.zone(),
                                circumstances));
            }
            case CommitmentCommand c -> {
                Commitment commitment = Rules.commitment(c, dossier);
                var events =
                        commitment.decide(
                                c,
                                registered.enterprise(),
                                circumstances.policy(commitment.edition()),
                                circumstances);
                if (c instanceof SubmitLetter letter) {
                    Rules.mayBeCommittedTo(letter, dossier, circumstances);
                }
                if (c instanceof PassPreCheck) {
                    Rules.noFalseCommitmentStands(registered.enterprise(), circumstances);
                }
                yield events;
            }
            case SupervisionCommand c ->
                    dossier.supervision()
                            .decide(
                                    c,
                                    dossier.commitments(),
                                    registered.enterprise(),
                                    policy,
                                    circumstances);
            case ConstructionCommand c -> {
                List<Missing> missing = missing(c, dossier, circumstances);
                var events = dossier.construction().decide(c, missing);
                if (c instanceof AcceptCompletion) {
                    Rules.mayBeAccepted(dossier.at(c.occurredAt()), missing);
                    Rules.mayBeAccepted(dossier, missing);
                }
                yield heeded(events, dossier, circumstances);
            }
            // These have been answered before.
            case RegisterProject _, ImportHistory _, ActOnWhatIsDue _ -> List.of();
        };
    }

    /** What the construction reports, and after each report what it does to the commitments. */
    private static List<ProjectEvent> heeded(
            List<ConstructionEvent> reports, Dossier dossier, Circumstances circumstances) {
        var events = new ArrayList<ProjectEvent>();
        Dossier now = dossier;
        for (ConstructionEvent report : reports) {
            now = now.evolve(report);
            events.add(report);
            for (Commitment commitment : now.commitments().values()) {
                for (CommitmentEvent event : commitment.heed(report, circumstances)) {
                    now = now.evolve(event);
                    events.add(event);
                }
            }
        }
        return events;
    }

    /** When something happens next by itself; empty if nothing does. */
    public Optional<Instant> nextDue(Circumstances circumstances) {
        return switch (stage) {
            // In imported history nothing happens by itself.
            case Stage.Unknown _, Stage.Imported _ -> Optional.empty();
            case Stage.Open(Dossier dossier) -> agenda(dossier, circumstances).next();
            case Stage.Withdrawn(Dossier dossier) -> agenda(dossier, circumstances).next();
            case Stage.Terminated(Dossier dossier) -> agenda(dossier, circumstances).next();
        };
    }

    private Agenda agenda(Dossier dossier, Circumstances circumstances) {
        return new Agenda(dossier, !(stage instanceof Stage.Open), circumstances);
    }

    /**
     * What the start of construction still needs, all of it: the land, then the services by parcel,
     * then the items in the order of the edition. Empty also where there is no project of our own.
     */
    public List<Missing> missingForStart(Circumstances circumstances) {
        return switch (stage) {
            case Stage.Unknown _, Stage.Imported _ -> List.of();
            case Stage.Open(Dossier dossier) -> missing(dossier, circumstances);
            case Stage.Withdrawn(Dossier dossier) -> missing(dossier, circumstances);
            case Stage.Terminated(Dossier dossier) -> missing(dossier, circumstances);
        };
    }

    /**
     * What was missing at the moment of the act, as far as is on record; and for what the office
     * allows today also what is missing now.
     */
    private static List<Missing> missing(
            ConstructionCommand command, Dossier dossier, Circumstances circumstances) {
        List<Missing> now = missing(dossier, circumstances);
        return command instanceof ReportStart || now.isEmpty()
                ? missing(dossier.at(command.occurredAt()), circumstances)
                : now;
    }

    private static List<Missing> missing(Dossier dossier, Circumstances circumstances) {
        return new Clearance(dossier, circumstances.policy(dossier.particulars().edition()))
                .missing();
    }

    /** What happened, happened: this never refuses. */
    public InvestmentProject evolve(ProjectEvent event) {
        return new InvestmentProject(
                switch (event) {
                    case ProjectRegistered e -> new Stage.Open(Dossier.opened(e));
                    case ProjectImported _ -> new Stage.Imported();
                    case ProjectEvent e ->
                            switch (stage) {
                                case Stage.Unknown _, Stage.Imported _ -> stage;
                                case Stage.Open(Dossier dossier) -> open(dossier, e);
                                case Stage.Withdrawn(Dossier dossier) ->
                                        new Stage.Withdrawn(dossier.evolve(e));
                                case Stage.Terminated(Dossier dossier) ->
                                        new Stage.Terminated(dossier.evolve(e));
                            };
                });
    }

    private static Stage open(Dossier dossier, ProjectEvent event) {
        if (event instanceof ProjectWithdrawn) {
            return new Stage.Withdrawn(dossier);
        }
        return event instanceof ProjectTerminated
                ? new Stage.Terminated(dossier)
                : new Stage.Open(dossier.evolve(event));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InvestmentProject that && stage.equals(that.stage);
    }

    @Override
    public int hashCode() {
        return stage.hashCode();
    }

    @Override
    public String toString() {
        return stage.getClass().getSimpleName();
    }

    /**
     * What was decided: the events, in order, and of an imported log the acts that the life cycle
     * does not allow.
     */
    public record Decision(List<ProjectEvent> events, List<RejectedAct> rejected) {

        static final Decision NOTHING = new Decision(List.of(), List.of());

        public Decision {
            events = List.copyOf(events);
            rejected = List.copyOf(rejected);
        }

        static Decision of(List<? extends ProjectEvent> events) {
            return new Decision(List.copyOf(events), List.of());
        }
    }

    /** A row of an imported log whose legal act was not in turn. */
    public record RejectedAct(HistoricRow row, Reason reason, String detail) {}
}
