package org.chengnuo.approval.api.supervision;

import org.chengnuo.approval.api.journal.Journal.Entry;
import org.chengnuo.approval.supervision.SupervisionEvent;
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

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The supervision of a project, read from its story. Each list is in the order of its numbers. */
public record SupervisionView(
        List<InspectionRecorded> inspections,
        List<Order> orders,
        List<Breach> breaches,
        List<Proposal> proposals) {

    /** Before anything has been inspected. */
    public static final SupervisionView NONE =
            new SupervisionView(List.of(), List.of(), List.of(), List.of());

    /**
     * A breach.
     *
     * @param closed how it was closed; null where it has not been
     */
    public record Breach(BreachFound found, @Nullable BreachClosed closed) {}

    /**
     * A rectification order.
     *
     * @param missed when its deadline passed without a verification; null where it has not
     * @param verifications in their order; the last one says whether it is rectified
     */
    public record Order(
            RectificationOrdered ordered,
            OrderState state,
            String stateEn,
            String stateZh,
            @Nullable RectificationMissed missed,
            List<RectificationVerified> verifications) {

        Order(
                RectificationOrdered ordered,
                OrderState state,
                @Nullable RectificationMissed missed,
                List<RectificationVerified> verifications) {
            this(ordered, state, state.english, state.chinese, missed, verifications);
        }
    }

    /** What has become of an order. */
    public enum OrderState {
        OPEN("整改中", "open"),
        MISSED("逾期未整改", "missed"),
        RECTIFIED("已整改", "rectified"),
        NOT_RECTIFIED("整改不合格", "not rectified");

        private final String chinese;
        private final String english;

        OrderState(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }
    }

    /**
     * A credit proposal.
     *
     * @param objection of the enterprise; null where there is none
     * @param decision on it
     * @param repaired null until the credit is repaired
     */
    public record Proposal(
            CreditMeasureProposed proposed,
            ProposalState state,
            String stateEn,
            String stateZh,
            @Nullable ProposalObjected objection,
            @Nullable ProposalObjectionDecided decision,
            @Nullable CreditRepaired repaired) {

        Proposal(
                CreditMeasureProposed proposed,
                ProposalState state,
                @Nullable ProposalObjected objection,
                @Nullable ProposalObjectionDecided decision,
                @Nullable CreditRepaired repaired) {
            this(proposed, state, state.english, state.chinese, objection, decision, repaired);
        }
    }

    /** What has become of a credit proposal. */
    public enum ProposalState {
        PROPOSED("已建议", "proposed"),
        OBJECTED("企业提出异议", "objected to"),
        CONFIRMED("异议不成立", "objection dismissed"),
        TAKEN_BACK("已撤销", "taken back"),
        REPAIRED("已修复信用", "credit repaired");

        private final String chinese;
        private final String english;

        ProposalState(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }
    }

    /**
     * In short.
     *
     * @param openOrders neither rectified nor replaced
     * @param missedOrders of them, those past their deadline
     */
    public record Summary(
            int inspections,
            int orders,
            long openOrders,
            long missedOrders,
            int breaches,
            int proposals) {}

    public static SupervisionView of(List<Entry> story) {
        SupervisionView view = NONE;
        for (Entry entry : story) {
            if (entry.event() instanceof SupervisionEvent event) {
                view = view.with(event);
            }
        }
        return view;
    }

    public Summary summary() {
        return new Summary(
                inspections.size(),
                orders.size(),
                orders.stream().filter(o -> o.state() != OrderState.RECTIFIED).count(),
                orders.stream()
                        .filter(o -> o.state() != OrderState.RECTIFIED && o.missed() != null)
                        .count(),
                breaches.size(),
                proposals.size());
    }

    public SupervisionView with(SupervisionEvent event) {
        return switch (event) {
            case InspectionRecorded e ->
                    new SupervisionView(plus(inspections, e), orders, breaches, proposals);
            case RectificationOrdered e ->
                    new SupervisionView(
                            inspections,
                            plus(orders, new Order(e, OrderState.OPEN, null, List.of())),
                            breaches,
                            proposals);
            case RectificationComing _ -> this;
            case RectificationMissed e ->
                    order(
                            e.order(),
                            o -> new Order(o.ordered(), OrderState.MISSED, e, o.verifications()));
            case RectificationVerified e ->
                    order(
                            e.order(),
                            o ->
                                    new Order(
                                            o.ordered(),
                                            e.rectified()
                                                    ? OrderState.RECTIFIED
                                                    : OrderState.NOT_RECTIFIED,
                                            o.missed(),
                                            plus(o.verifications(), e)));
            case BreachFound e ->
                    new SupervisionView(
                            inspections, orders, plus(breaches, new Breach(e, null)), proposals);
            case BreachClosed e ->
                    new SupervisionView(
                            inspections,
                            orders,
                            breaches.stream()
                                    .map(
                                            b ->
                                                    b.found().breach() == e.breach()
                                                            ? new Breach(b.found(), e)
                                                            : b)
                                    .toList(),
                            proposals);
            case CreditMeasureProposed e ->
                    new SupervisionView(
                            inspections,
                            orders,
                            breaches,
                            plus(
                                    proposals,
                                    new Proposal(e, ProposalState.PROPOSED, null, null, null)));
            case ProposalObjected e ->
                    proposal(
                            e.proposal(),
                            p ->
                                    new Proposal(
                                            p.proposed(),
                                            ProposalState.OBJECTED,
                                            e,
                                            p.decision(),
                                            p.repaired()));
            case ProposalObjectionDecided e ->
                    proposal(
                            e.proposal(),
                            p ->
                                    new Proposal(
                                            p.proposed(),
                                            e.upheld()
                                                    ? ProposalState.TAKEN_BACK
                                                    : ProposalState.CONFIRMED,
                                            p.objection(),
                                            e,
                                            p.repaired()));
            case CreditRepaired e ->
                    proposal(
                            e.proposal(),
                            p ->
                                    new Proposal(
                                            p.proposed(),
                                            ProposalState.REPAIRED,
                                            p.objection(),
                                            p.decision(),
                                            e));
        };
    }

    private SupervisionView order(int number, UnaryOperator<Order> change) {
        return new SupervisionView(
                inspections,
                orders.stream()
                        .map(o -> o.ordered().order() == number ? change.apply(o) : o)
                        .toList(),
                breaches,
                proposals);
    }

    private SupervisionView proposal(int number, UnaryOperator<Proposal> change) {
        return new SupervisionView(
                inspections,
                orders,
                breaches,
                proposals.stream()
                        .map(p -> p.proposed().proposal() == number ? change.apply(p) : p)
                        .toList());
    }

    private static <T> List<T> plus(List<T> all, T one) {
        return Stream.concat(all.stream(), Stream.of(one)).toList();
    }
}
