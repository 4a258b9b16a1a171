package org.chengnuo.approval.supervision;

import org.chengnuo.approval.Circumstances;
import org.chengnuo.approval.Reason;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.commitment.Commitment;
import org.chengnuo.approval.commitment.CommitmentId;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.Due;
import org.chengnuo.approval.supervision.SupervisionCommand.CloseBreach;
import org.chengnuo.approval.supervision.SupervisionCommand.DecideProposalObjection;
import org.chengnuo.approval.supervision.SupervisionCommand.FindBreach;
import org.chengnuo.approval.supervision.SupervisionCommand.ObjectToProposal;
import org.chengnuo.approval.supervision.SupervisionCommand.OrderRectification;
import org.chengnuo.approval.supervision.SupervisionCommand.ProposeCreditMeasure;
import org.chengnuo.approval.supervision.SupervisionCommand.RecordInspection;
import org.chengnuo.approval.supervision.SupervisionCommand.RepairCredit;
import org.chengnuo.approval.supervision.SupervisionCommand.VerifyRectification;
import org.chengnuo.approval.supervision.SupervisionEvent.BreachClosed;
import org.chengnuo.approval.supervision.SupervisionEvent.BreachFound;
import org.chengnuo.approval.supervision.SupervisionEvent.CreditMeasureProposed;
import org.chengnuo.approval.supervision.SupervisionEvent.CreditRepaired;
import org.chengnuo.approval.supervision.SupervisionEvent.InspectionRecorded;
import org.chengnuo.approval.supervision.SupervisionEvent.ProposalObjected;
import org.chengnuo.approval.supervision.SupervisionEvent.ProposalObjectionDecided;
import org.chengnuo.approval.supervision.SupervisionEvent.RectificationComing;
import org.chengnuo.approval.supervision.SupervisionEvent.RectificationMissed;
import org.chengnuo.approval.supervision.SupervisionEvent.RectificationOrdered;
import org.chengnuo.approval.supervision.SupervisionEvent.RectificationVerified;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The supervision 监管 of a project: its inspections, orders, breaches and credit proposals, each
 * numbered from 1.
 *
 * <pre>
 * inspection → order → (missed) → verified: rectified | not rectified, and verified again
 *           → breach → credit proposal → objection → confirmed | taken back
 *                                     → repaired
 *                  → closed: repaired | set aside, where no proposal stands
 * </pre>
 *
 * A breach 违诺 is not dishonesty 失信 yet: what is proposed goes to the credit authority, and nothing
 * here sets a flag. {@link LifeCycle} has the order of the acts, {@link Rules} what is asked of
 * each, {@link Automation} what happens by itself.
 */
public final class Supervision {

    /** Before anything has been inspected. */
    public static final Supervision NONE =
            new Supervision(List.of(), List.of(), List.of(), List.of());

    private final List<InspectionRecorded> inspections;
    private final List<Order> orders;
    private final List<Breach> breaches;
    private final List<Proposal> proposals;

    private Supervision(
            List<InspectionRecorded> inspections,
            List<Order> orders,
            List<Breach> breaches,
            List<Proposal> proposals) {
        this.inspections = List.copyOf(inspections);
        this.orders = List.copyOf(orders);
        this.breaches = List.copyOf(breaches);
        this.proposals = List.copyOf(proposals);
    }

    /**
     * @param commitments of the project
     * @param enterprise of the project
     * @param edition of the project, whose list of credit measures and whose calendar hold
     * @throws Refusal if the act is not in turn, or a rule is against it
     */
    public List<SupervisionEvent> decide(
            SupervisionCommand command,
            Map<CommitmentId, Commitment> commitments,
            CreditCode enterprise,
            PolicyEdition edition,
            Circumstances circumstances)
            throws Refusal {
        Rules.notInTheFuture(command.occurredAt(), circumstances.now());
        WorkingCalendar days = circumstances.calendar(edition.calendar());
        return List.of(
                switch (command) {
                    case RecordInspection c -> inspection(c, commitments);
                    case OrderRectification c -> order(c, days);
                    case VerifyRectification c -> verification(c);
                    case FindBreach c -> breach(c, commitments, enterprise);
                    case CloseBreach c -> closing(c, enterprise);
                    case ProposeCreditMeasure c -> proposal(c, enterprise, edition, days);
                    case ObjectToProposal c -> objection(c);
                    case DecideProposalObjection c -> decision(c, enterprise);
                    case RepairCredit c -> repair(c, enterprise);
                });
    }

    private InspectionRecorded inspection(
            RecordInspection command, Map<CommitmentId, Commitment> commitments) throws Refusal {
        String inspector = Rules.inspectedBySomebody(command);
        Rules.findingsOfTheLetter(command, commitments);
        return new InspectionRecorded(
                command.project(),
                command.occurredAt(),
                inspections.size() + 1,
                command.commitment(),
                command.node(),
                inspector,
                command.findings(),
                command.evidence());
    }

    private RectificationOrdered order(OrderRectification command, WorkingCalendar days)
            throws Refusal {
        InspectionRecorded inspection =
                Rules.numbered(command.inspection(), inspections, Reason.INSPECTION_UNKNOWN);
        Rules.notBefore(command.occurredAt(), inspection.occurredAt());
        Rules.somethingToRectify(inspection);
        Rules.timeToRectify(command.deadline(), days.dateAt(command.occurredAt()));
        return new RectificationOrdered(
                command.project(),
                command.occurredAt(),
                orders.size() + 1,
                command.inspection(),
                command.deadline(),
                Rules.present(command.demands(), Reason.DEMANDS_MISSING, "demands"),
                document(command.document()));
    }

    private RectificationVerified verification(VerifyRectification command) throws Refusal {
        Order order = Rules.numbered(command.order(), orders, Reason.ORDER_UNKNOWN);
        Reason reason = LifeCycle.verificationOutOfTurn(order.stage());
        if (reason != null) {
            throw new Refusal(reason, "order %d is %s".formatted(command.order(), order.stage()));
        }
        Rules.notBefore(command.occurredAt(), order.lastAct());
        return new RectificationVerified(
                command.project(),
                command.occurredAt(),
                command.order(),
                command.rectified(),
                command.findings(),
                command.evidence());
    }

    private BreachFound breach(
            FindBreach command, Map<CommitmentId, Commitment> commitments, CreditCode enterprise)
            throws Refusal {
        Commitment commitment = Rules.commitment(command.commitment(), commitments);
        Rules.hasBeenInForce(commitment);
        Order order = null;
        if (command.order() != null) {
            order = Rules.numbered(command.order(), orders, Reason.ORDER_UNKNOWN);
            Rules.orderOfTheCommitment(
                    command,
                    Rules.numbered(order.inspection(), inspections, Reason.INSPECTION_UNKNOWN));
            Rules.notBefore(command.occurredAt(), order.lastAct());
        }
        switch (command.kind()) {
            case NOT_KEPT -> Rules.notKept(command, commitment, order);
            case FALSE -> Rules.shownToBeFalse(command, inspections);
        }
        return new BreachFound(
                command.project(),
                command.occurredAt(),
                breaches.size() + 1,
                command.commitment(),
                command.kind(),
                enterprise,
                command.order(),
                reasons(command.reasons()),
                document(command.document()));
    }

    private BreachClosed closing(CloseBreach command, CreditCode enterprise) throws Refusal {
        Breach breach = Rules.numbered(command.breach(), breaches, Reason.BREACH_UNKNOWN);
        Rules.notBefore(command.occurredAt(), breach.found().occurredAt());
        Rules.notClosed(breach);
        Rules.noProposalStands(command.breach(), proposals);
        return new BreachClosed(
                command.project(),
                command.occurredAt(),
                command.breach(),
                command.closing(),
                enterprise,
                reasons(command.reasons()),
                document(command.document()));
    }

    private CreditMeasureProposed proposal(
            ProposeCreditMeasure command,
            CreditCode enterprise,
            PolicyEdition edition,
            WorkingCalendar days)
            throws Refusal {
        Breach breach = Rules.numbered(command.breach(), breaches, Reason.BREACH_UNKNOWN);
        Rules.notBefore(command.occurredAt(), breach.found().occurredAt());
        Rules.notClosed(breach);
        Rules.onTheList(command.measure(), edition);
        Rules.onceForABreach(command.breach(), command.measure(), proposals);
        return new CreditMeasureProposed(
                command.project(),
                command.occurredAt(),
                proposals.size() + 1,
                command.breach(),
                breach.found().kind(),
                enterprise,
                command.measure(),
                Rules.legallyEffective(command.document(), days.dateAt(command.occurredAt())));
    }

    private ProposalObjected objection(ObjectToProposal command) throws Refusal {
        inTurn(command, command.proposal());
        return new ProposalObjected(
                command.project(),
                command.occurredAt(),
                command.proposal(),
                Rules.present(command.grounds(), Reason.OBJECTION_GROUNDS_MISSING, "grounds"));
    }

    private ProposalObjectionDecided decision(
            DecideProposalObjection command, CreditCode enterprise) throws Refusal {
        inTurn(command, command.proposal());
        return new ProposalObjectionDecided(
                command.project(),
                command.occurredAt(),
                command.proposal(),
                command.upheld(),
                enterprise,
                reasons(command.reasons()));
    }

    private CreditRepaired repair(RepairCredit command, CreditCode enterprise) throws Refusal {
        inTurn(command, command.proposal());
        return new CreditRepaired(
                command.project(),
                command.occurredAt(),
                command.proposal(),
                enterprise,
                document(command.document()));
    }

    private void inTurn(SupervisionCommand command, int number) throws Refusal {
        Proposal proposal = Rules.numbered(number, proposals, Reason.PROPOSAL_UNKNOWN);
        Reason reason = LifeCycle.outOfTurn(proposal.stage(), command);
        if (reason != null) {
            throw new Refusal(reason, "proposal %d is %s".formatted(number, proposal.stage()));
        }
        Rules.notBefore(command.occurredAt(), proposal.lastAct());
    }

    private static String document(@Nullable String document) throws Refusal {
        return Rules.present(document, Reason.DOCUMENT_MISSING, "document");
    }

    private static String reasons(@Nullable String reasons) throws Refusal {
        return Rules.present(reasons, Reason.REASONS_NOT_STATED, "reasons");
    }

    /** What happened, happened: this never refuses. */
    public Supervision evolve(SupervisionEvent event) {
        Instant at = event.occurredAt();
        return switch (event) {
            case InspectionRecorded e ->
                    new Supervision(with(inspections, e), orders, breaches, proposals);
            case RectificationOrdered e ->
                    new Supervision(
                            inspections,
                            with(
                                    orders,
                                    new Order(
                                            e.project(),
                                            e.inspection(),
                                            at,
                                            e.deadline(),
                                            at,
                                            false,
                                            false,
                                            Order.Stage.OPEN)),
                            breaches,
                            proposals);
            case RectificationComing e -> order(e.order(), Order::announce);
            case RectificationMissed e -> order(e.order(), Order::miss);
            case RectificationVerified e ->
                    order(e.order(), order -> order.verified(e.rectified(), at));
            case BreachFound e ->
                    new Supervision(
                            inspections, orders, with(breaches, new Breach(e, false)), proposals);
            case BreachClosed e ->
                    new Supervision(
                            inspections,
                            orders,
                            changed(breaches, e.breach(), Breach::close),
                            proposals);
            case CreditMeasureProposed e ->
                    new Supervision(
                            inspections,
                            orders,
                            breaches,
                            with(
                                    proposals,
                                    new Proposal(
                                            e.breach(), e.measure(), at, Proposal.Stage.PROPOSED)));
            case ProposalObjected e -> proposal(e.proposal(), at, Proposal.Stage.OBJECTED);
            case ProposalObjectionDecided e ->
                    proposal(
                            e.proposal(),
                            at,
                            e.upheld() ? Proposal.Stage.TAKEN_BACK : Proposal.Stage.CONFIRMED);
            case CreditRepaired e -> proposal(e.proposal(), at, Proposal.Stage.REPAIRED);
        };
    }

    private Supervision order(int number, UnaryOperator<Order> change) {
        return new Supervision(inspections, changed(orders, number, change), breaches, proposals);
    }

    private Supervision proposal(int number, Instant at, Proposal.Stage next) {
        return new Supervision(
                inspections,
                orders,
                breaches,
                changed(proposals, number, proposal -> proposal.at(at, next)));
    }

    private static <T> List<T> with(List<T> all, T one) {
        var more = new ArrayList<>(all);
        more.add(one);
        return more;
    }

    private static <T> List<T> changed(List<T> all, int number, UnaryOperator<T> change) {
        if (number < 1 || number > all.size()) {
            return all;
        }
        var some = new ArrayList<>(all);
        some.set(number - 1, change.apply(all.get(number - 1)));
        return some;
    }

    /** The orders that have not been verified as rectified, by their numbers. */
    public List<Integer> ordersOutstanding() {
        return IntStream.rangeClosed(1, orders.size())
                .filter(number -> !isRectified(number))
                .boxed()
                .toList();
    }

    private boolean isRectified(int order) {
        return orders.get(order - 1).stage() == Order.Stage.RECTIFIED;
    }

    /**
     * The false commitments that are in the way of the project itself: those that stand, and whose
     * order, if they rest on one, has not been rectified.
     */
    public List<FalseCommitment> unremedied() {
        return falseCommitments().stream()
                .filter(
                        one -> {
                            Integer order = breaches.get(one.breach() - 1).found().order();
                            return order == null || !isRectified(order);
                        })
                .toList();
    }

    /** The findings of a false commitment that stand. */
    public List<FalseCommitment> falseCommitments() {
        return breaches.stream()
                .filter(breach -> breach.found().kind() == BreachKind.FALSE && stands(breach))
                .map(
                        breach ->
                                new FalseCommitment(
                                        breach.found().project(),
                                        breach.found().breach(),
                                        breach.found().occurredAt(),
                                        breach.found().document()))
                .toList();
    }

    private boolean stands(Breach breach) {
        List<Proposal> own =
                proposals.stream()
                        .filter(proposal -> proposal.breach() == breach.found().breach())
                        .toList();
        return !breach.closed() && (own.isEmpty() || own.stream().anyMatch(Proposal::stands));
    }

    /**
     * What falls due next by itself; null if nothing does.
     *
     * @param calendar the name of the one of the project's edition
     */
    public @Nullable Due fallsDue(String calendar, Circumstances circumstances) {
        return Automation.next(orders, circumstances.calendar(calendar));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Supervision that
                && inspections.equals(that.inspections)
                && orders.equals(that.orders)
                && breaches.equals(that.breaches)
                && proposals.equals(that.proposals);
    }

    @Override
    public int hashCode() {
        return inspections.hashCode();
    }

    @Override
    public String toString() {
        return "%d inspections, %d orders, %d breaches, %d proposals"
                .formatted(inspections.size(), orders.size(), breaches.size(), proposals.size());
    }
}
