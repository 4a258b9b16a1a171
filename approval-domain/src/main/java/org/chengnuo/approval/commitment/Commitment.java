package org.chengnuo.approval.commitment;

import org.chengnuo.approval.Circumstances;
import org.chengnuo.approval.Reason;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.commitment.CommitmentCommand.DecideObjection;
import org.chengnuo.approval.commitment.CommitmentCommand.DeclineCommitment;
import org.chengnuo.approval.commitment.CommitmentCommand.MeasureIndicator;
import org.chengnuo.approval.commitment.CommitmentCommand.PassPreCheck;
import org.chengnuo.approval.commitment.CommitmentCommand.RaiseObjection;
import org.chengnuo.approval.commitment.CommitmentCommand.SubmitLetter;
import org.chengnuo.approval.commitment.CommitmentCommand.WithdrawCommitment;
import org.chengnuo.approval.commitment.CommitmentEvent.CommitmentDeclined;
import org.chengnuo.approval.commitment.CommitmentEvent.CommitmentFulfilled;
import org.chengnuo.approval.commitment.CommitmentEvent.CommitmentTookEffect;
import org.chengnuo.approval.commitment.CommitmentEvent.CommitmentWithdrawn;
import org.chengnuo.approval.commitment.CommitmentEvent.IndicatorNotKept;
import org.chengnuo.approval.commitment.CommitmentEvent.LetterSubmitted;
import org.chengnuo.approval.commitment.CommitmentEvent.NoticeServed;
import org.chengnuo.approval.commitment.CommitmentEvent.ObjectionDecided;
import org.chengnuo.approval.commitment.CommitmentEvent.ObjectionRaised;
import org.chengnuo.approval.commitment.CommitmentEvent.ObligationComing;
import org.chengnuo.approval.commitment.CommitmentEvent.ObligationMet;
import org.chengnuo.approval.commitment.CommitmentEvent.ObligationMissed;
import org.chengnuo.approval.commitment.CommitmentEvent.PreCheckPassed;
import org.chengnuo.approval.commitment.CommitmentEvent.PublicityEnded;
import org.chengnuo.approval.commitment.Promise.PromisedIndicator;
import org.chengnuo.approval.construction.ConstructionEvent;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.policy.Standard;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.Due;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.ZoneCode;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A commitment 承诺 of a project, one notice and one letter:
 *
 * <pre>
 * noticed → submitted → public → in force → fulfilled
 *                              → publicity ended, with an objection in the way → in force
 * </pre>
 *
 * and declined before it is in force, or withdrawn by the enterprise before its matter is
 * concluded. {@link LifeCycle} has the order of the acts, {@link Rules} what is asked of each,
 * {@link Automation} what happens by itself.
 *
 * <p><b>Until when it can be withdrawn.</b> The rules of the informed commitment 告知承诺制 let the
 * enterprise withdraw until the matter is concluded (国办发〔2020〕42号: 在有关事项办结前，有合理理由的，可以撤回承诺申请，撤回后
 * 应当按原程序办理), and ask for a reason. Here the matter is concluded when the completion of the project
 * has been accepted on the strength of the letter, or when the letter is fulfilled. A breach that
 * was found does not stand in the way: the finding, its orders and its proposals stay as they are,
 * a withdrawal undoes nothing of it, and to send the items the ordinary way is just what is left to
 * an enterprise that cannot keep its word. A notice without a letter has nothing to withdraw.
 */
public final class Commitment {

    private final CommitmentId id;
    private final List<ItemCode> served;
    private final String edition;
    private final String standard;
    private final String standardHash;
    private final String calendar;
    private final Instant lastAct;
    private final Built built;
    private final Stage stage;

    private Commitment(
            CommitmentId id,
            List<ItemCode> served,
            String edition,
            String standard,
            String standardHash,
            String calendar,
            Instant lastAct,
            Built built,
            Stage stage) {
        this.id = id;
        this.served = served;
        this.edition = edition;
        this.standard = standard;
        this.standardHash = standardHash;
        this.calendar = calendar;
        this.lastAct = lastAct;
        this.built = built;
        this.stage = stage;
    }

    /**
     * 告知: a commitment begins with its notice.
     *
     * @throws Refusal if a rule is against it
     */
    public static NoticeServed serve(
            CommitmentId id,
            ServeNotice command,
            PolicyEdition edition,
            ProjectType type,
            ZoneCode zone,
            Circumstances circumstances)
            throws Refusal {
        Rules.notInTheFuture(command.occurredAt(), circumstances.now());
        Rules.itemsNamed(command.items());
        Rules.openToCommitment(command.items(), edition, type, zone);
        Standard standard = Rules.standardOf(edition, command.standard());
        return new NoticeServed(
                id,
                command.occurredAt(),
                command.items(),
                edition.name(),
                standard.version(),
                standard.hash(),
                Rules.present(command.notice(), Reason.COMMITMENT_NOTICE_MISSING, "notice"),
                edition.calendar());
    }

    /** The commitment as the event that brings it into being leaves it. */
    public static Commitment begun(NoticeServed event) {
        return new Commitment(
                event.commitment(),
                event.items(),
                event.edition(),
                event.standard(),
                event.standardHash(),
                event.calendar(),
                event.occurredAt(),
                Built.NOTHING,
                new Stage.Noticed());
    }

    /**
     * @param enterprise of the project
     * @param policy the edition of the notice, as {@link #edition} names it
     * @throws Refusal if the act is not in turn, or a rule is against it
     */
    public List<CommitmentEvent> decide(
            CommitmentCommand command,
            CreditCode enterprise,
            PolicyEdition policy,
            Circumstances circumstances)
            throws Refusal {
        Instant at = command.occurredAt();
        Rules.notInTheFuture(at, circumstances.now());
        Reason reason = LifeCycle.outOfTurn(stage, command);
        if (reason != null) {
            throw new Refusal(
                    reason,
                    "commitment %s is at the stage %s, where %s is not in turn"
                            .formatted(id, stageName(), command.getClass().getSimpleName()));
        }
        Rules.notBeforePrecedingAct(at, lastAct);
        WorkingCalendar days = circumstances.calendar(calendar);
        return switch (command) {
            case SubmitLetter c -> List.of(LetterSubmitted.of(letter(c, enterprise, policy, days)));
            case PassPreCheck _ ->
                    List.of(
                            new PreCheckPassed(
                                    id, at, publicUntil(policy.publicityLength(), at, days)));
            case DeclineCommitment c ->
                    List.of(
                            new CommitmentDeclined(
                                    id,
                                    at,
                                    Rules.present(
                                            c.reasons(), Reason.REASONS_NOT_STATED, "reasons")));
            case RaiseObjection c -> List.of(objection(c, days));
            case DecideObjection c -> objectionDecided(c, circumstances);
            case WithdrawCommitment c -> {
                Rules.notConcluded(stage, built.accepted());
                yield List.of(
                        new CommitmentWithdrawn(
                                id,
                                at,
                                Rules.present(c.reason(), Reason.REASON_MISSING, "reason")));
            }
            case MeasureIndicator c -> measured(c, (Stage.InForce) stage);
        };
    }

    private Letter letter(
            SubmitLetter command, CreditCode enterprise, PolicyEdition policy, WorkingCalendar days)
            throws Refusal {
        String number = Rules.present(command.number(), Reason.LETTER_NUMBER_MISSING, "number");
        Rules.itemsNamed(command.items());
        Rules.withinTheNotice(command.items(), served);
        Rules.onTheStandardServed(command.standardHash(), standardHash);
        String attachment = Rules.signedAndSealed(command);
        Rules.answersTheStandard(
                command.promise(),
                Rules.standardOf(policy, standard),
                days.dateAt(command.occurredAt()));
        return new Letter(
                id,
                command.occurredAt(),
                number,
                enterprise,
                command.items(),
                standardHash,
                command.signer(),
                command.promise(),
                attachment);
    }

    /** The first day of the publicity is the one after it was put up. */
    private static LocalDate publicUntil(TimeLimit length, Instant put, WorkingCalendar days) {
        LocalDate day = days.dateAt(put);
        return switch (length.unit()) {
            case ND -> day.plusDays(length.amount());
            case WD -> days.workingDaysAfter(day, length.amount());
            case NH, WH ->
                    throw new IllegalStateException(
                            "a letter is shown for days, not for %s".formatted(length));
        };
    }

    private ObjectionRaised objection(RaiseObjection command, WorkingCalendar days) throws Refusal {
        Rules.stillPublic(days.dateAt(command.occurredAt()), ((Stage.Public) stage).until());
        return new ObjectionRaised(
                id,
                command.occurredAt(),
                objections().all().size() + 1,
                command.objector(),
                Rules.present(command.grounds(), Reason.OBJECTION_GROUNDS_MISSING, "grounds"));
    }

    private List<CommitmentEvent> objectionDecided(
            DecideObjection command, Circumstances circumstances) throws Refusal {
        Rules.objectionIsOpen(command.objection(), objections());
        var decided =
                new ObjectionDecided(
                        id,
                        command.occurredAt(),
                        command.objection(),
                        command.upheld(),
                        Rules.present(command.reasons(), Reason.REASONS_NOT_STATED, "reasons"));
        var events = new ArrayList<CommitmentEvent>();
        events.add(decided);
        Commitment after = evolve(decided);
        if (after.stage instanceof Stage.PublicityEnded ended
                && ended.objections().allDismissed()) {
            events.addAll(after.effect(command.occurredAt(), circumstances));
        }
        return List.copyOf(events);
    }

    private List<CommitmentEvent> measured(MeasureIndicator command, Stage.InForce inForce)
            throws Refusal {
        PromisedIndicator promised = Rules.indicatorOwed(command.indicator(), inForce);
        Rules.measurable(command, inForce, built);
        String evidence = Rules.present(command.evidence(), Reason.EVIDENCE_MISSING, "evidence");
        ObligationId obligation = ObligationId.ofIndicator(promised.code());
        if (promised.direction().isKept(command.measured(), promised.value())) {
            return met(
                    new ObligationMet(
                            id,
                            command.occurredAt(),
                            obligation,
                            false,
                            command.measured(),
                            evidence));
        }
        return List.of(
                new IndicatorNotKept(
                        id,
                        command.occurredAt(),
                        obligation,
                        command.measured(),
                        promised.value(),
                        evidence));
    }

    /**
     * The letter takes effect, and with it counts what had been built before.
     *
     * @param at the end of the publicity, or the decision on the last objection
     */
    List<CommitmentEvent> effect(Instant at, Circumstances circumstances) {
        var events = new ArrayList<CommitmentEvent>();
        events.add(new CommitmentTookEffect(id, at, obligations(circumstances.policy(edition))));
        Commitment after = evolve(events.getFirst());
        for (Built.Reached reached : built.reached()) {
            List<CommitmentEvent> met = after.milestone(reached, circumstances);
            events.addAll(met);
            for (CommitmentEvent event : met) {
                after = after.evolve(event);
            }
        }
        return List.copyOf(events);
    }

    private List<Obligation> obligations(PolicyEdition policy) {
        Promise promise = Objects.requireNonNull(letterOrNull()).promise();
        Optional<Standard> asked = policy.content().standard(standard);
        var all = new ArrayList<Obligation>();
        promise.milestones()
                .forEach(
                        promised ->
                                all.add(
                                        new Obligation(
                                                ObligationId.of(promised.milestone()),
                                                promised.by(),
                                                promised.milestone() != Milestone.PRODUCTION)));
        for (PromisedIndicator promised : promise.indicators()) {
            boolean inOperation =
                    asked.flatMap(s -> s.indicator(promised.code()))
                            .map(i -> i.measured() == Standard.Measured.IN_OPERATION)
                            .orElse(false);
            all.add(new Obligation(ObligationId.ofIndicator(promised.code()), null, !inOperation));
        }
        return List.copyOf(all);
    }

    /**
     * What an event of the construction does to the obligations: which of them are met by it.
     * Before the letter is in force it does nothing; {@link #evolve(ConstructionEvent)} remembers
     * it.
     */
    public List<CommitmentEvent> heed(ConstructionEvent event, Circumstances circumstances) {
        Built.Reached reached = Built.reachedBy(event);
        return reached == null ? List.of() : milestone(reached, circumstances);
    }

    private List<CommitmentEvent> milestone(Built.Reached reached, Circumstances circumstances) {
        if (!(stage instanceof Stage.InForce(_, _, Stage.Obligations obligations))) {
            return List.of();
        }
        Obligation owed = obligations.unmet(ObligationId.of(reached.milestone())).orElse(null);
        if (owed == null) {
            return List.of();
        }
        LocalDate day = circumstances.calendar(calendar).dateAt(reached.at());
        boolean late = owed.by() != null && day.isAfter(owed.by());
        return met(new ObligationMet(id, reached.at(), owed.id(), late, null, null));
    }

    /** 履约: with the last obligation that is met, the commitment is fulfilled. */
    private List<CommitmentEvent> met(ObligationMet event) {
        boolean last =
                stage instanceof Stage.InForce inForce && inForce.obligations().unmet().size() == 1;
        Instant at = event.occurredAt();
        return last
                ? List.of(event, new CommitmentFulfilled(id, at.isAfter(lastAct) ? at : lastAct))
                : List.of(event);
    }

    /** What happened, happened: this never refuses. */
    public Commitment evolve(CommitmentEvent event) {
        Instant at = event.occurredAt();
        return switch (event) {
            case NoticeServed _ -> this;
            case LetterSubmitted e -> at(at, new Stage.Submitted(e.letter()));
            case PreCheckPassed e ->
                    stage instanceof Stage.Submitted(Letter letter)
                            ? at(
                                    at,
                                    new Stage.Public(
                                            letter, e.publicUntil(), Stage.Objections.NONE))
                            : this;
            case ObjectionRaised _ -> at(at, objecting(objections().raised()));
            case ObjectionDecided e ->
                    at(at, objecting(objections().decided(e.objection(), e.upheld())));
            case PublicityEnded _ ->
                    stage instanceof Stage.Public(Letter letter, _, Stage.Objections objections)
                            ? at(at, new Stage.PublicityEnded(letter, objections))
                            : this;
            case CommitmentTookEffect e -> {
                Letter letter = letterOrNull();
                yield letter == null
                        ? this
                        : at(
                                at,
                                new Stage.InForce(
                                        letter, at, Stage.Obligations.of(e.obligations())));
            }
            case CommitmentDeclined _ -> {
                Letter letter = letterOrNull();
                yield letter == null ? this : at(at, new Stage.Declined(letter));
            }
            case CommitmentWithdrawn _ -> {
                Letter letter = letterOrNull();
                yield letter == null
                        ? this
                        : at(at, new Stage.Withdrawn(letter, obligationsOrNull()));
            }
            case CommitmentFulfilled _ -> {
                Letter letter = letterOrNull();
                yield letter == null ? this : at(at, new Stage.Fulfilled(letter));
            }
            // These say what became of an obligation, in whatever order that is entered.
            case ObligationComing e -> owing(e.obligation(), Stage.Owed::announce);
            case ObligationMissed e -> owing(e.obligation(), Stage.Owed::miss);
            case ObligationMet e -> owing(e.obligation(), Stage.Owed::meet);
            case IndicatorNotKept _ -> this;
        };
    }

    /**
     * What is built is remembered, so that it counts also for a letter that is not in force yet.
     */
    public Commitment evolve(ConstructionEvent event) {
        return with(lastAct, built.with(event), stage);
    }

    private Stage objecting(Stage.Objections objections) {
        return switch (stage) {
            case Stage.Public(Letter letter, LocalDate until, _) ->
                    new Stage.Public(letter, until, objections);
            case Stage.PublicityEnded(Letter letter, _) ->
                    new Stage.PublicityEnded(letter, objections);
            case Stage.Noticed _,
                    Stage.Submitted _,
                    Stage.InForce _,
                    Stage.Fulfilled _,
                    Stage.Declined _,
                    Stage.Withdrawn _ ->
                    stage;
        };
    }

    private Commitment owing(ObligationId obligation, UnaryOperator<Stage.Owed> change) {
        return stage instanceof Stage.InForce(Letter letter, Instant since, Stage.Obligations all)
                ? with(
                        lastAct,
                        built,
                        new Stage.InForce(letter, since, all.with(obligation, change)))
                : this;
    }

    private Commitment at(Instant time, Stage next) {
        return with(time.isAfter(lastAct) ? time : lastAct, built, next);
    }

    private Commitment with(Instant last, Built soFar, Stage next) {
        return new Commitment(
                id, served, edition, standard, standardHash, calendar, last, soFar, next);
    }

    /** What falls due next by itself; null if nothing does. */
    public @Nullable Due fallsDue(Circumstances circumstances) {
        return Automation.next(this, stage, circumstances.calendar(calendar), circumstances);
    }

    public CommitmentId id() {
        return id;
    }

    /** The edition of its notice, under which the commitment stays. */
    public String edition() {
        return edition;
    }

    /** The items of the letter; before there is one, those of the notice. */
    public List<ItemCode> items() {
        return letter().map(Letter::items).orElse(served);
    }

    public Optional<Letter> letter() {
        return Optional.ofNullable(letterOrNull());
    }

    /** Whether a letter for the item has been submitted, and neither declined nor withdrawn. */
    public boolean covers(ItemCode item) {
        return switch (stage) {
            case Stage.Noticed _, Stage.Declined _, Stage.Withdrawn _ -> false;
            case Stage.Submitted(Letter letter) -> letter.covers(item);
            case Stage.Public(Letter letter, _, _) -> letter.covers(item);
            case Stage.PublicityEnded(Letter letter, _) -> letter.covers(item);
            case Stage.InForce(Letter letter, _, _) -> letter.covers(item);
            case Stage.Fulfilled(Letter letter) -> letter.covers(item);
        };
    }

    /** Whether an objection was upheld, so that the letter cannot take effect. */
    public boolean isObjectedTo() {
        return objections().all().contains(Stage.Objection.UPHELD);
    }

    /** Whether a letter for the item is in force, or has been kept already. */
    public boolean isInForceFor(ItemCode item) {
        return switch (stage) {
            case Stage.InForce(Letter letter, _, _) -> letter.covers(item);
            case Stage.Fulfilled(Letter letter) -> letter.covers(item);
            case Stage.Noticed _,
                    Stage.Submitted _,
                    Stage.Public _,
                    Stage.PublicityEnded _,
                    Stage.Declined _,
                    Stage.Withdrawn _ ->
                    false;
        };
    }

    /** Whether the letter has ever been in force. */
    public boolean hasBeenInForce() {
        return switch (stage) {
            case Stage.InForce _, Stage.Fulfilled _ -> true;
            case Stage.Withdrawn(_, Stage.Obligations obligations) -> obligations != null;
            case Stage.Noticed _,
                    Stage.Submitted _,
                    Stage.Public _,
                    Stage.PublicityEnded _,
                    Stage.Declined _ ->
                    false;
        };
    }

    /** Whether it is an obligation of the letter. */
    public boolean promises(ObligationId obligation) {
        return letter().filter(letter -> letter.obligations().contains(obligation)).isPresent();
    }

    /** The obligations that are to be met before the completion is accepted, and are not. */
    public List<ObligationId> unmetBeforeAcceptance() {
        return stage instanceof Stage.InForce(_, _, Stage.Obligations obligations)
                ? obligations.unmet().stream()
                        .map(Stage.Owed::obligation)
                        .filter(Obligation::beforeAcceptance)
                        .map(Obligation::id)
                        .toList()
                : List.of();
    }

    /** The obligations whose day has passed, and that have not been met since. */
    public List<ObligationId> missed() {
        Stage.Obligations obligations = obligationsOrNull();
        return obligations == null
                ? List.of()
                : obligations.unmet().stream()
                        .filter(Stage.Owed::missed)
                        .map(owed -> owed.obligation().id())
                        .toList();
    }

    private Stage.@Nullable Obligations obligationsOrNull() {
        return switch (stage) {
            case Stage.InForce(_, _, Stage.Obligations obligations) -> obligations;
            case Stage.Withdrawn(_, Stage.Obligations obligations) -> obligations;
            case Stage.Noticed _,
                    Stage.Submitted _,
                    Stage.Public _,
                    Stage.PublicityEnded _,
                    Stage.Fulfilled _,
                    Stage.Declined _ ->
                    null;
        };
    }

    private Stage.Objections objections() {
        return switch (stage) {
            case Stage.Public(_, _, Stage.Objections objections) -> objections;
            case Stage.PublicityEnded(_, Stage.Objections objections) -> objections;
            case Stage.Noticed _,
                    Stage.Submitted _,
                    Stage.InForce _,
                    Stage.Fulfilled _,
                    Stage.Declined _,
                    Stage.Withdrawn _ ->
                    Stage.Objections.NONE;
        };
    }

    private @Nullable Letter letterOrNull() {
        return switch (stage) {
            case Stage.Noticed _ -> null;
            case Stage.Submitted(Letter letter) -> letter;
            case Stage.Public(Letter letter, _, _) -> letter;
            case Stage.PublicityEnded(Letter letter, _) -> letter;
            case Stage.InForce(Letter letter, _, _) -> letter;
            case Stage.Fulfilled(Letter letter) -> letter;
            case Stage.Declined(Letter letter) -> letter;
            case Stage.Withdrawn(Letter letter, _) -> letter;
        };
    }

    /** The stage that it has reached, as in {@code InForce}. */
    public String stageName() {
        return stage.getClass().getSimpleName();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Commitment that
                && id.equals(that.id)
                && served.equals(that.served)
                && edition.equals(that.edition)
                && standard.equals(that.standard)
                && standardHash.equals(that.standardHash)
                && calendar.equals(that.calendar)
                && lastAct.equals(that.lastAct)
                && built.equals(that.built)
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
