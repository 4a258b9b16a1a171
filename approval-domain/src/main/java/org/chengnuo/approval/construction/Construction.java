package org.chengnuo.approval.construction;

import static java.util.stream.Collectors.joining;

import org.chengnuo.approval.Reason;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.construction.ConstructionCommand.AcceptCompletion;
import org.chengnuo.approval.construction.ConstructionCommand.ClearStart;
import org.chengnuo.approval.construction.ConstructionCommand.RefuseCompletion;
import org.chengnuo.approval.construction.ConstructionCommand.ReportCompletion;
import org.chengnuo.approval.construction.ConstructionCommand.ReportMilestone;
import org.chengnuo.approval.construction.ConstructionCommand.ReportProduction;
import org.chengnuo.approval.construction.ConstructionCommand.ReportStart;
import org.chengnuo.approval.construction.ConstructionEvent.CompletionAccepted;
import org.chengnuo.approval.construction.ConstructionEvent.CompletionRefused;
import org.chengnuo.approval.construction.ConstructionEvent.ConstructionCompleted;
import org.chengnuo.approval.construction.ConstructionEvent.ConstructionStarted;
import org.chengnuo.approval.construction.ConstructionEvent.MilestoneReported;
import org.chengnuo.approval.construction.ConstructionEvent.ProductionStarted;
import org.chengnuo.approval.construction.ConstructionEvent.StartCleared;
import org.chengnuo.approval.construction.ConstructionEvent.StartedWithoutClearance;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The construction of a project:
 *
 * <pre>
 * not cleared → cleared → started → completed → accepted → in production
 * </pre>
 *
 * It may start without having been cleared, or when what the clearance rested on is no longer
 * there, which is recorded as the violation that it is; a completion that is refused goes back to
 * started. {@link LifeCycle} has the order of the acts.
 */
public final class Construction {

    /** Before anything has been cleared or built. */
    public static final Construction NONE =
            new Construction(new Stage.NotCleared(), Instant.MIN, List.of());

    private final Stage stage;
    private final Instant lastAct;
    private final List<ConstructionEvent> soFar;

    private Construction(Stage stage, Instant lastAct, List<ConstructionEvent> soFar) {
        this.stage = stage;
        this.lastAct = lastAct;
        this.soFar = soFar;
    }

    /**
     * @param missing what the project lacked for its start at the moment of the act; it matters to
     *     the clearance and to the start
     * @throws Refusal if the act is not in turn, or a rule is against it
     */
    public List<ConstructionEvent> decide(ConstructionCommand command, List<Missing> missing)
            throws Refusal {
        Reason reason = LifeCycle.outOfTurn(stage, command);
        if (reason != null) {
            throw new Refusal(
                    reason,
                    "the construction is at the stage %s, where %s is not in turn"
                            .formatted(stageName(), command.getClass().getSimpleName()));
        }
        Instant at = command.occurredAt();
        // A start can come to light after the clearance that it did not wait for.
        if (at.isBefore(lastAct) && !(command instanceof ReportStart)) {
            throw new Refusal(
                    Reason.BEFORE_PRECEDING_ACT,
                    "occurredAt %s is before the preceding act of %s".formatted(at, lastAct));
        }
        return switch (command) {
            case ClearStart c -> {
                nothingIsMissing(missing);
                yield List.of(new StartCleared(c.project(), at, document(c.document())));
            }
            case ReportStart c -> {
                var started = new ConstructionStarted(c.project(), at);
                yield isClearedBy(at) && missing.isEmpty()
                        ? List.of(started)
                        : List.of(started, new StartedWithoutClearance(c.project(), at, missing));
            }
            case ReportMilestone c ->
                    List.of(
                            new MilestoneReported(
                                    c.project(),
                                    at,
                                    Refusal.ifMissing(c.milestone(), Reason.MILESTONE_MISSING),
                                    c.evidence()));
            case ReportCompletion c -> List.of(new ConstructionCompleted(c.project(), at));
            case AcceptCompletion c ->
                    List.of(new CompletionAccepted(c.project(), at, document(c.document())));
            case RefuseCompletion c ->
                    List.of(
                            new CompletionRefused(
                                    c.project(),
                                    at,
                                    document(c.document()),
                                    Refusal.ifMissing(c.reasons(), Reason.REASONS_MISSING)));
            case ReportProduction c -> List.of(new ProductionStarted(c.project(), at));
        };
    }

    /** Construction is cleared when nothing is missing, and whoever asks is told all that is. */
    private static void nothingIsMissing(List<Missing> missing) throws Refusal {
        if (!missing.isEmpty()) {
            throw new Refusal(
                    Reason.START_CONDITIONS_MISSING,
                    missing.stream().map(Missing::toString).collect(joining("; ")),
                    missing);
        }
    }

    private boolean isClearedBy(Instant start) {
        return stage instanceof Stage.Cleared && !start.isBefore(lastAct);
    }

    private static String document(@Nullable String document) throws Refusal {
        return Refusal.ifMissing(document, Reason.DOCUMENT_MISSING);
    }

    /** What happened, happened: this never refuses. */
    public Construction evolve(ConstructionEvent event) {
        return switch (event) {
            case StartCleared e -> at(e, new Stage.Cleared());
            // What is built comes after the start, also where the clearance does.
            case ConstructionStarted e ->
                    new Construction(new Stage.Started(), e.occurredAt(), with(e));
            case StartedWithoutClearance e -> at(e, stage);
            case MilestoneReported e -> at(e, stage);
            case ConstructionCompleted e -> at(e, new Stage.Completed());
            case CompletionAccepted e -> at(e, new Stage.Accepted());
            case CompletionRefused e -> at(e, new Stage.Started());
            case ProductionStarted e -> at(e, new Stage.InProduction());
        };
    }

    private Construction at(ConstructionEvent event, Stage next) {
        Instant time = event.occurredAt();
        return new Construction(next, time.isAfter(lastAct) ? time : lastAct, with(event));
    }

    private List<ConstructionEvent> with(ConstructionEvent event) {
        return Stream.concat(soFar.stream(), Stream.of(event)).toList();
    }

    /** What has happened, in order: a commitment that is begun later has to know. */
    public List<ConstructionEvent> soFar() {
        return soFar;
    }

    /** Whether the start has been cleared, or has happened without. */
    public boolean isClearedOrStarted() {
        return switch (stage) {
            case Stage.NotCleared _ -> false;
            case Stage.Cleared _,
                    Stage.Started _,
                    Stage.Completed _,
                    Stage.Accepted _,
                    Stage.InProduction _ ->
                    true;
        };
    }

    /** Whether it is completed: reported, and not refused. */
    public boolean isCompleted() {
        return switch (stage) {
            case Stage.NotCleared _, Stage.Cleared _, Stage.Started _ -> false;
            case Stage.Completed _, Stage.Accepted _, Stage.InProduction _ -> true;
        };
    }

    private String stageName() {
        return stage.getClass().getSimpleName();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Construction that
                && stage.equals(that.stage)
                && lastAct.equals(that.lastAct)
                && soFar.equals(that.soFar);
    }

    @Override
    public int hashCode() {
        return stage.hashCode();
    }

    @Override
    public String toString() {
        return stageName();
    }
}
