package org.chengnuo.approval.filing;

import static java.util.Objects.requireNonNull;

import org.chengnuo.approval.Circumstances;
import org.chengnuo.approval.Reason;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.clock.Stop;
import org.chengnuo.approval.clock.TimeLimit;
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
import org.chengnuo.approval.filing.FilingEvent.AcceptanceRefused;
import org.chengnuo.approval.filing.FilingEvent.CardRaised;
import org.chengnuo.approval.filing.FilingEvent.CorrectionAnswered;
import org.chengnuo.approval.filing.FilingEvent.CorrectionRequested;
import org.chengnuo.approval.filing.FilingEvent.CorrectionWindowLapsed;
import org.chengnuo.approval.filing.FilingEvent.DecisionDelivered;
import org.chengnuo.approval.filing.FilingEvent.DecisionRevoked;
import org.chengnuo.approval.filing.FilingEvent.DueDateReprojected;
import org.chengnuo.approval.filing.FilingEvent.FilingAccepted;
import org.chengnuo.approval.filing.FilingEvent.FilingDecided;
import org.chengnuo.approval.filing.FilingEvent.FilingDeemedAccepted;
import org.chengnuo.approval.filing.FilingEvent.FilingImported;
import org.chengnuo.approval.filing.FilingEvent.FilingReceived;
import org.chengnuo.approval.filing.FilingEvent.FilingRecorded;
import org.chengnuo.approval.filing.FilingEvent.FilingWithdrawn;
import org.chengnuo.approval.filing.FilingEvent.ReviewExtended;
import org.chengnuo.approval.filing.FilingEvent.SpecialProcedureClosed;
import org.chengnuo.approval.filing.FilingEvent.SpecialProcedureOpened;
import org.chengnuo.approval.filing.FilingEvent.SpecialProcedureOverran;
import org.chengnuo.approval.filing.FilingEvent.WorkStepRecorded;
import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.policy.PolicyItem;
import org.chengnuo.approval.project.Due;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.ZoneCode;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A filing 办件, the life of one item of one project:
 *
 * <pre>
 * received → correction requested → answered → accepted | acceptance refused
 *          → accepted | deemed accepted → (stopped → running)* → decided → delivered | revoked
 * </pre>
 *
 * and withdrawn by the applicant at any time before the decision. {@link LifeCycle} has the order
 * of the acts, {@link Rules} what the law asks of each.
 */
public final class Filing {

    private final FilingId id;
    private final ItemCode item;
    private final ItemClass itemClass;
    private final String edition;
    private final Instant lastAct;
    private final Stage stage;

    private Filing(
            FilingId id,
            ItemCode item,
            ItemClass itemClass,
            String edition,
            Instant lastAct,
            Stage stage) {
        this.id = id;
        this.item = item;
        this.itemClass = itemClass;
        this.edition = edition;
        this.lastAct = lastAct;
        this.stage = stage;
    }

    /** 接件: a filing begins with its receipt. */
    public static FilingReceived receive(
            FilingId id,
            ReceiveFiling command,
            PolicyEdition edition,
            ProjectType type,
            ZoneCode zone,
            Instant now)
            throws Refusal {
        Rules.notInTheFuture(command.occurredAt(), now);
        PolicyItem item =
                edition.item(command.item())
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                Reason.ITEM_UNKNOWN,
                                                "edition %s has no item %s"
                                                        .formatted(
                                                                edition.name(), command.item())));
        ItemClass itemClass = item.classFor(type, zone);
        if (!itemClass.isFiled()) {
            throw new Refusal(
                    Reason.ITEM_NEEDS_NO_FILING,
                    "%s is of class %s under edition %s"
                            .formatted(item.code(), itemClass, edition.name()));
        }
        Rules.writtenReceipt(command.receipt());
        return new FilingReceived(
                id,
                command.occurredAt(),
                item.code(),
                itemClass,
                command.center(),
                command.receipt(),
                edition.name(),
                edition.calendar());
    }

    /** The filing as the event that brings it into being leaves it. */
    public static Filing begun(FilingReceived event) {
        return new Filing(
                event.filing(),
                event.item(),
                event.itemClass(),
                event.edition(),
                event.occurredAt(),
                new Stage.Received(event.occurredAt()));
    }

    /** The filing as the event that brings it into being leaves it. */
    public static Filing begun(FilingImported event) {
        return new Filing(
                event.filing(),
                event.item(),
                event.itemClass(),
                "",
                event.occurredAt(),
                new Stage.NotReceived());
    }

    /**
     * @throws Refusal if the act is not in turn, or a rule is against it
     */
    public List<FilingEvent> decide(FilingCommand command, Circumstances circumstances)
            throws Refusal {
        Rules.notInTheFuture(command.occurredAt(), circumstances.now());
        inTurn(command);
        PolicyEdition policy = circumstances.policy(edition);
        obey(command, policy, circumstances);
        return List.of(event(command, terms(policy)));
    }

    /**
     * A legal act of an imported log. Only the order of the acts can refuse it, that what is filed
     * for the record is never accepted, and that the log leaves out what makes the act what it is;
     * its time limits and papers are judged afterwards.
     *
     * @param edition what stands in for a policy edition: the mapping of the log
     * @param terms by which an acceptance is judged; null where nobody knows them
     * @throws Refusal if the act is not in turn, not one of the item's class, or not complete
     */
    public FilingEvent takeOver(
            HistoricRow row,
            LegalAct act,
            FilingImported from,
            String edition,
            @Nullable AcceptanceTerms terms)
            throws Refusal {
        Instant at = row.occurredAt();
        if (act == LegalAct.RECEIVED) {
            if (!(stage instanceof Stage.NotReceived)) {
                throw new Refusal(
                        Reason.ALREADY_RECEIVED,
                        "filing %s is at the stage %s".formatted(id, stageName()));
            }
            return new FilingReceived(
                    id,
                    at,
                    from.item(),
                    from.itemClass(),
                    from.center(),
                    null,
                    edition,
                    from.calendar());
        }
        FilingCommand command = act.command(id, at, row.particulars(), procedures());
        inTurn(command);
        switch (command) {
            case AcceptFiling _, DeemAccepted _ -> {
                Rules.isDecided(itemClass);
                Rules.limitsKnown(terms);
            }
            case RecordFiling _ -> Rules.isRecorded(itemClass);
            case ExtendReview c -> Rules.extendsItsLimitsOnce(c, review());
            default -> {}
        }
        return event(command, terms);
    }

    private int procedures() {
        return stage instanceof Stage.Stopped(Stage.Review review, _, _)
                ? review.stops().size()
                : 0;
    }

    private void inTurn(FilingCommand command) throws Refusal {
        Reason reason = LifeCycle.outOfTurn(stage, command);
        if (reason != null) {
            throw new Refusal(
                    reason,
                    "filing %s is at the stage %s, where %s is not in turn"
                            .formatted(id, stageName(), command.getClass().getSimpleName()));
        }
    }

    private void obey(FilingCommand command, PolicyEdition policy, Circumstances circumstances)
            throws Refusal {
        if (!(command instanceof RecordWorkStep)) {
            Rules.notBeforePrecedingAct(command.occurredAt(), lastAct);
        }
        switch (command) {
            case RequestCorrection c -> {
                Rules.correctionComplete(c);
                // What is only filed for the record is never accepted, not even by law.
                if (itemClass != ItemClass.FILING_ONLY) {
                    Rules.correctionInTime(
                            c,
                            received(),
                            policy.correctionWindow(),
                            circumstances.calendar(policy.calendar()));
                }
            }
            case RefuseAcceptance c -> {
                Rules.refusalOfAcceptanceIsWritten(c);
                notYetAcceptedByLaw(c, policy, circumstances);
            }
            case AcceptFiling c -> {
                Rules.isDecided(itemClass);
                Rules.writtenReceipt(c.receipt());
                notYetAcceptedByLaw(c, policy, circumstances);
            }
            case DeemAccepted c -> {
                Rules.isDecided(itemClass);
                Rules.correctionWindowLapsed(
                        c.occurredAt(),
                        received(),
                        policy.correctionWindow(),
                        circumstances.calendar(policy.calendar()));
            }
            case RecordFiling c -> {
                Rules.isRecorded(itemClass);
                Rules.writtenReceipt(c.receipt());
            }
            case OpenSpecialProcedure c -> {
                Rules.groundAllowed(c, policy.item(item).orElseThrow());
                Rules.announcedInWriting(c);
            }
            case CloseSpecialProcedure c -> Rules.closesTheOpenProcedure(c, review());
            case ExtendReview c ->
                    Rules.extendedOnceInTimeWithApproval(
                            c, review(), circumstances.calendar(review().terms().calendar()));
            case DecideFiling c -> {
                Rules.notBySilence(c);
                Rules.decidedInWriting(c);
            }
            case RevokeDecision c -> Rules.revokedWithReason(c);
            case AnswerCorrection _, DeliverDecision _, WithdrawFiling _, RecordWorkStep _ -> {}
        }
    }

    private void notYetAcceptedByLaw(
            FilingCommand command, PolicyEdition policy, Circumstances circumstances)
            throws Refusal {
        if (stage instanceof Stage.Received(Instant received)
                && itemClass != ItemClass.FILING_ONLY) {
            Rules.notYetAcceptedByLaw(
                    command.occurredAt(),
                    received,
                    policy.correctionWindow(),
                    circumstances.calendar(policy.calendar()));
        }
    }

    /**
     * @param terms of an acceptance; null for an act that is none
     */
    private FilingEvent event(FilingCommand command, @Nullable AcceptanceTerms terms) {
        Instant at = command.occurredAt();
        return switch (command) {
            case RequestCorrection c ->
                    new CorrectionRequested(id, at, c.notice(), c.deficiencies());
            case AnswerCorrection _ -> new CorrectionAnswered(id, at);
            case RefuseAcceptance c ->
                    new AcceptanceRefused(id, at, c.receipt(), c.reasons(), c.remedies());
            case AcceptFiling c -> new FilingAccepted(id, at, c.receipt(), requireNonNull(terms));
            case DeemAccepted _ -> new FilingDeemedAccepted(id, received(), requireNonNull(terms));
            case RecordFiling c -> new FilingRecorded(id, at, c.receipt());
            case OpenSpecialProcedure c ->
                    new SpecialProcedureOpened(
                            id,
                            at,
                            review().stops().size() + 1,
                            c.ground(),
                            requireNonNull(c.notice()),
                            requireNonNull(c.announced()));
            case CloseSpecialProcedure c ->
                    new SpecialProcedureClosed(id, at, c.procedure(), c.resultDocument());
            case ExtendReview c ->
                    new ReviewExtended(
                            id,
                            at,
                            c.by(),
                            requireNonNull(c.reason()),
                            requireNonNull(c.approver()));
            case DecideFiling c ->
                    new FilingDecided(
                            id,
                            at,
                            c.outcome(),
                            c.document(),
                            c.reasons(),
                            c.remedies(),
                            c.documentsToFollow());
            case DeliverDecision c -> new DecisionDelivered(id, at, c.proof());
            case WithdrawFiling c -> new FilingWithdrawn(id, at, c.reason());
            case RevokeDecision c -> new DecisionRevoked(id, at, requireNonNull(c.reason()));
            case RecordWorkStep c -> new WorkStepRecorded(id, at, c.activity(), c.resource());
        };
    }

    /** What happened, happened: this never refuses. */
    public Filing evolve(FilingEvent event) {
        Instant at = event.occurredAt();
        return switch (event) {
            case FilingReceived _ -> at(at, new Stage.Received(at));
            case FilingImported _ -> this;
            case WorkStepRecorded _ -> this;
            case CorrectionRequested _ -> at(at, new Stage.AwaitingCorrection(at, false));
            case CorrectionAnswered _ -> at(at, new Stage.Corrected());
            case AcceptanceRefused _ -> at(at, new Stage.AcceptanceRefused());
            case FilingAccepted e -> at(at, accepted(at, e.terms()));
            case FilingDeemedAccepted e -> at(at, accepted(at, e.terms()));
            case SpecialProcedureOpened e ->
                    stage instanceof Stage.InReview(Stage.Review review)
                            ? at(
                                    at,
                                    new Stage.Stopped(review.opened(stop(e)), e.announced(), false))
                            : this;
            case SpecialProcedureClosed _ ->
                    stage instanceof Stage.Stopped(Stage.Review review, _, _)
                            ? at(at, new Stage.InReview(review.closed(at)))
                            : this;
            case ReviewExtended e ->
                    stage instanceof Stage.InReview(Stage.Review review)
                            ? at(at, new Stage.InReview(review.extended(e.by(), at)))
                            : this;
            case FilingDecided e -> at(at, new Stage.Decided(e.outcome()));
            case FilingRecorded _ -> at(at, new Stage.Recorded());
            case DecisionDelivered _ -> at(at, new Stage.Delivered(outcome()));
            case FilingWithdrawn _ -> at(at, new Stage.Withdrawn());
            case DecisionRevoked _ -> at(at, new Stage.Revoked());
            case CorrectionWindowLapsed _ ->
                    stage instanceof Stage.AwaitingCorrection(Instant requested, _)
                            ? remembering(new Stage.AwaitingCorrection(requested, true))
                            : this;
            case SpecialProcedureOverran _ ->
                    stage instanceof Stage.Stopped(Stage.Review review, TimeLimit announced, _)
                            ? remembering(new Stage.Stopped(review, announced, true))
                            : this;
            case CardRaised e -> remembering(review -> review.raised(e.card()));
            case DueDateReprojected _ -> remembering(review -> review.reprojected(at));
        };
    }

    /** What fell due by itself is nobody's act: the next act need not come after it. */
    private Filing remembering(Stage next) {
        return new Filing(id, item, itemClass, edition, lastAct, next);
    }

    private Filing remembering(UnaryOperator<Stage.Review> fact) {
        return switch (stage) {
            case Stage.InReview(Stage.Review review) ->
                    remembering(new Stage.InReview(fact.apply(review)));
            case Stage.Stopped(Stage.Review review, TimeLimit announced, boolean overran) ->
                    remembering(new Stage.Stopped(fact.apply(review), announced, overran));
            default -> this;
        };
    }

    public ItemCode item() {
        return item;
    }

    /** Whether it has been received, and is neither closed nor decided. */
    public boolean isOpen() {
        return switch (stage) {
            case Stage.Received _,
                    Stage.AwaitingCorrection _,
                    Stage.Corrected _,
                    Stage.InReview _,
                    Stage.Stopped _ ->
                    true;
            case Stage.NotReceived _,
                    Stage.AcceptanceRefused _,
                    Stage.Decided _,
                    Stage.Delivered _,
                    Stage.Recorded _,
                    Stage.Withdrawn _,
                    Stage.Revoked _ ->
                    false;
        };
    }

    /** Whether what was filed has been granted, by whatever way, and not been revoked. */
    public boolean isGranted() {
        return switch (stage) {
            case Stage.Decided(Outcome outcome) -> outcome != Outcome.REFUSED;
            case Stage.Delivered(Outcome outcome) -> outcome != Outcome.REFUSED;
            case Stage.NotReceived _,
                    Stage.Received _,
                    Stage.AwaitingCorrection _,
                    Stage.Corrected _,
                    Stage.AcceptanceRefused _,
                    Stage.InReview _,
                    Stage.Stopped _,
                    Stage.Recorded _,
                    Stage.Withdrawn _,
                    Stage.Revoked _ ->
                    false;
        };
    }

    /** 已备案. */
    public boolean isRecorded() {
        return stage instanceof Stage.Recorded;
    }

    private static Stop stop(SpecialProcedureOpened event) {
        // When it was recorded matters to the attested clock only, which decides nothing.
        return new Stop(
                event.ground(), event.occurredAt(), null, event.occurredAt(), event.notice());
    }

    private static Stage accepted(Instant at, AcceptanceTerms terms) {
        return new Stage.InReview(Stage.Review.begun(at, terms));
    }

    private Filing at(Instant time, Stage next) {
        return new Filing(
                id, item, itemClass, edition, time.isAfter(lastAct) ? time : lastAct, next);
    }

    private AcceptanceTerms terms(PolicyEdition policy) {
        // The edition that had the item at the receipt has it for good.
        return AcceptanceTerms.of(policy.item(item).orElseThrow(), policy);
    }

    private Instant received() {
        return ((Stage.Received) stage).received();
    }

    private Stage.Review review() {
        return switch (stage) {
            case Stage.InReview(Stage.Review review) -> review;
            case Stage.Stopped(Stage.Review review, _, _) -> review;
            default -> throw new IllegalStateException("not in review: " + stageName());
        };
    }

    private Outcome outcome() {
        return stage instanceof Stage.Decided(Outcome outcome) ? outcome : Outcome.GRANTED;
    }

    private String stageName() {
        return stage.getClass().getSimpleName();
    }

    /**
     * What falls due next by itself; null if nothing does, as in imported history.
     *
     * @param grantable whether the filing can still be granted, where its edition lets silence
     */
    public @Nullable Due fallsDue(boolean grantable, Circumstances circumstances) {
        if (!isOpen() || edition.isEmpty()) {
            return null;
        }
        PolicyEdition policy = circumstances.policy(edition);
        return new WhatFallsDue(
                        id,
                        itemClass,
                        grantable,
                        policy,
                        terms(policy),
                        circumstances.calendar(policy.calendar()))
                .next(stage);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Filing that
                && id.equals(that.id)
                && item.equals(that.item)
                && itemClass == that.itemClass
                && edition.equals(that.edition)
                && lastAct.equals(that.lastAct)
                && stage.equals(that.stage);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "%s %s".formatted(id, stageName());
    }
}
