package org.chengnuo.approval.project;

import org.chengnuo.approval.Circumstances;
import org.chengnuo.approval.Reason;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.filing.Filing;
import org.chengnuo.approval.filing.FilingCommand;
import org.chengnuo.approval.filing.FilingEvent;
import org.chengnuo.approval.filing.FilingEvent.FilingImported;
import org.chengnuo.approval.filing.FilingEvent.FilingReceived;
import org.chengnuo.approval.filing.FilingEvent.WorkStepRecorded;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.filing.HistoricRow;
import org.chengnuo.approval.filing.ReceiveFiling;
import org.chengnuo.approval.project.ProjectCommand.ChangeProjectCode;
import org.chengnuo.approval.project.ProjectEvent.ProjectCodeChanged;
import org.chengnuo.approval.project.ProjectEvent.ProjectImported;
import org.chengnuo.approval.project.ProjectEvent.ProjectRegistered;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An investment project 投资项目: one story, from its registration on, with all its filings. It decides
 * by itself what concerns the project, and asks its filing about the rest.
 */
public final class InvestmentProject {

    /** From this day on the Administrative Licensing Law 行政许可法 has been in force (Art. 83). */
    private static final Instant LAW_IN_FORCE = Instant.parse("2004-06-30T16:00:00Z");

    /** Before anything has happened. */
    public static final InvestmentProject NONE =
            new InvestmentProject(null, null, null, null, null, Map.of());

    /** The policy edition; empty for a project that is known from a log. Null before it exists. */
    private final @Nullable String edition;

    private final @Nullable Instant registered;
    private final @Nullable ProjectCode code;
    private final @Nullable ProjectType type;
    private final @Nullable ZoneCode zone;
    private final Map<FilingId, Filing> filings;

    private InvestmentProject(
            @Nullable String edition,
            @Nullable Instant registered,
            @Nullable ProjectCode code,
            @Nullable ProjectType type,
            @Nullable ZoneCode zone,
            Map<FilingId, Filing> filings) {
        this.edition = edition;
        this.registered = registered;
        this.code = code;
        this.type = type;
        this.zone = zone;
        this.filings = filings;
    }

    /**
     * @throws Refusal with the reason why the office may not do what is asked
     */
    public Decision decide(ProjectCommand command, Circumstances circumstances) throws Refusal {
        return switch (command) {
            case RegisterProject c -> Decision.of(register(c, circumstances));
            case ImportHistory c -> takeOver(c);
            case ChangeProjectCode c -> Decision.of(changeCode(c, circumstances));
            case ReceiveFiling c -> {
                String policy = existing(c);
                notBeforeRegistration(c);
                yield Decision.of(
                        Filing.receive(
                                new FilingId(c.project(), filings.size() + 1),
                                c,
                                circumstances.policy(policy),
                                Objects.requireNonNull(type),
                                Objects.requireNonNull(zone),
                                circumstances.now()));
            }
            case FilingCommand c -> {
                existing(c);
                notBeforeRegistration(c);
                Filing filing = filings.get(c.filing());
                if (filing == null) {
                    throw new Refusal(
                            Reason.FILING_UNKNOWN,
                            "the project has %d filings, and no number %d"
                                    .formatted(filings.size(), c.filing().number()));
                }
                yield new Decision(List.copyOf(filing.decide(c, circumstances)), List.of());
            }
            default -> throw new UnsupportedOperationException("to come");
        };
    }

    private ProjectRegistered register(RegisterProject command, Circumstances circumstances)
            throws Refusal {
        if (edition != null) {
            throw new Refusal(Reason.PROJECT_EXISTS, "project " + command.project());
        }
        notInTheFuture(command, circumstances);
        if (command.occurredAt().isBefore(LAW_IN_FORCE)) {
            throw new Refusal(
                    Reason.BEFORE_THE_LAW,
                    "occurredAt %s is before %s".formatted(command.occurredAt(), LAW_IN_FORCE));
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

    private ProjectCodeChanged changeCode(ChangeProjectCode command, Circumstances circumstances)
            throws Refusal {
        existing(command);
        notInTheFuture(command, circumstances);
        notBeforeRegistration(command);
        if (command.code().equals(code)) {
            throw new Refusal(Reason.SAME_PROJECT_CODE, "it is " + code);
        }
        return new ProjectCodeChanged(command.project(), command.occurredAt(), command.code());
    }

    /**
     * Every row becomes a work step; a row that stands for a legal act becomes that act too, where
     * the order of the acts allows it. A project that is there already stays as it is, so that
     * importing a log twice changes nothing.
     */
    private Decision takeOver(ImportHistory command) {
        if (edition != null) {
            return new Decision(List.of(), List.of());
        }
        var events = new ArrayList<ProjectEvent>(command.rows().size() + 8);
        var rejected = new ArrayList<RejectedAct>();
        var id = new FilingId(command.project(), 1);
        var imported =
                new FilingImported(
                        id,
                        command.occurredAt(),
                        command.caseId(),
                        command.item(),
                        command.itemClass(),
                        command.center(),
                        command.terms().calendar());
        events.add(
                new ProjectImported(
                        command.project(),
                        command.occurredAt(),
                        command.importId(),
                        command.caseId(),
                        command.zone()));
        events.add(imported);
        Filing filing = Filing.begun(imported);
        for (HistoricRow row : command.rows()) {
            events.add(new WorkStepRecorded(id, row.occurredAt(), row.activity(), row.resource()));
            if (row.act() != null) {
                try {
                    FilingEvent act =
                            filing.takeOver(row.act(), row.occurredAt(), imported, command.terms());
                    filing = filing.evolve(act);
                    events.add(act);
                } catch (Refusal refusal) {
                    rejected.add(new RejectedAct(row, refusal.reason(), refusal.detail()));
                }
            }
        }
        return new Decision(List.copyOf(events), List.copyOf(rejected));
    }

    private String existing(ProjectCommand command) throws Refusal {
        if (edition == null) {
            throw new Refusal(Reason.PROJECT_UNKNOWN, "project " + command.project());
        }
        if (edition.isEmpty()) {
            throw new Refusal(
                    Reason.HISTORY_IS_CLOSED,
                    "project %s was imported from a log".formatted(command.project()));
        }
        return edition;
    }

    private void notBeforeRegistration(ProjectCommand command) throws Refusal {
        if (registered != null && command.occurredAt().isBefore(registered)) {
            throw new Refusal(
                    Reason.BEFORE_REGISTRATION,
                    "occurredAt %s is before the registration of %s"
                            .formatted(command.occurredAt(), registered));
        }
    }

    private static void notInTheFuture(ProjectCommand command, Circumstances circumstances)
            throws Refusal {
        if (command.occurredAt().isAfter(circumstances.now())) {
            throw new Refusal(
                    Reason.IN_THE_FUTURE,
                    "occurredAt %s is after %s"
                            .formatted(command.occurredAt(), circumstances.now()));
        }
    }

    /** What happened, happened: this never refuses. */
    public InvestmentProject evolve(ProjectEvent event) {
        return switch (event) {
            case ProjectRegistered e ->
                    new InvestmentProject(
                            e.edition(), e.occurredAt(), e.code(), e.type(), e.zone(), filings);
            case ProjectImported e ->
                    new InvestmentProject("", e.occurredAt(), null, null, e.zone(), filings);
            case ProjectCodeChanged e ->
                    new InvestmentProject(edition, registered, e.code(), type, zone, filings);
            case FilingReceived e when !filings.containsKey(e.filing()) -> with(e, Filing.begun(e));
            case FilingImported e -> with(e, Filing.begun(e));
            case FilingEvent e -> {
                Filing filing = filings.get(e.filing());
                yield filing == null ? this : with(e, filing.evolve(e));
            }
            default -> throw new UnsupportedOperationException("to come");
        };
    }

    /** When something happens next by itself; empty if nothing does. */
    public Optional<Instant> nextDue(Circumstances circumstances) {
        return Optional.empty();
    }

    private InvestmentProject with(FilingEvent event, Filing filing) {
        var all = new TreeMap<FilingId, Filing>(Comparator.comparing(FilingId::number));
        all.putAll(filings);
        all.put(event.filing(), filing);
        return new InvestmentProject(edition, registered, code, type, zone, all);
    }

    /**
     * What was decided: the events, in order, and of an imported log the acts that the life cycle
     * does not allow.
     */
    public record Decision(List<ProjectEvent> events, List<RejectedAct> rejected) {

        static Decision of(ProjectEvent event) {
            return new Decision(List.of(event), List.of());
        }
    }

    /** A row of an imported log whose legal act was not in turn. */
    public record RejectedAct(HistoricRow row, Reason reason, String detail) {}
}
