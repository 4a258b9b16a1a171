package org.chengnuo.approval.api.demo;

import org.chengnuo.approval.api.demo.Step.Entry;
import org.chengnuo.approval.api.demo.Step.Person;
import org.chengnuo.approval.commitment.CommitmentId;
import org.chengnuo.approval.commitment.ObligationId;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.policy.Standard.Measured;
import org.chengnuo.approval.supervision.BreachClosing;
import org.chengnuo.approval.supervision.BreachKind;
import org.chengnuo.approval.supervision.LegalDocument;
import org.chengnuo.approval.supervision.Node;
import org.chengnuo.approval.supervision.SupervisionCommand.CloseBreach;
import org.chengnuo.approval.supervision.SupervisionCommand.FindBreach;
import org.chengnuo.approval.supervision.SupervisionCommand.Finding;
import org.chengnuo.approval.supervision.SupervisionCommand.OrderRectification;
import org.chengnuo.approval.supervision.SupervisionCommand.ProposeCreditMeasure;
import org.chengnuo.approval.supervision.SupervisionCommand.RecordInspection;
import org.chengnuo.approval.supervision.SupervisionCommand.VerifyRectification;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** How a project is supervised, from one inspection to the next. */
final class SupervisionStory extends Story {

    private static final List<String> FAULTS =
            List.of("防尘降噪措施未落实", "临时用电不符合规范", "水土保持措施未与主体工程同步实施", "消防通道被占用", "节能设备与承诺的型号不一致");

    private final PolicyEdition edition;
    private final Person applicant;
    private final Person supervisor;
    private final @Nullable CommitmentStory commitment;

    private int inspections;
    private int orders;
    private int breaches;
    private int proposals;
    private boolean unremedied;
    private Instant remedied;
    private Instant remedyEntered;

    /**
     * @param commitment null if the project has none with a letter
     */
    SupervisionStory(
            Draw draw,
            Zone zone,
            PolicyEdition edition,
            Person applicant,
            @Nullable CommitmentStory commitment,
            Instant begins,
            Instant notEnteredBefore,
            List<Step> steps) {
        super(draw, zone, 0, begins, notEnteredBefore, steps);
        this.edition = edition;
        this.applicant = applicant;
        this.supervisor = oneOf(2, "supervisor");
        this.commitment = commitment;
        this.remedied = begins;
        this.remedyEntered = notEnteredBefore;
    }

    /**
     * Whether an order stays unheeded or a false commitment stands for good, so that the project is
     * never accepted.
     */
    boolean unremedied() {
        return unremedied;
    }

    /** When nothing that was found is in the way of the acceptance any more. */
    Instant remedied() {
        return latest(now, remedied);
    }

    /** When that has been entered. */
    Instant remedyEntered() {
        return latest(lastEntry, remedyEntered);
    }

    void inspect(Node node, Instant at, Instant notEnteredBefore) {
        waitFor(at, notEnteredBefore);
        if (draw.chance(0.27)) {
            findFault(node, draw.oneOf(FAULTS));
        } else {
            record(node, true, "现场与备案内容、承诺内容一致");
        }
    }

    /** 未批先建: the site is found at work. */
    void findTheStart(Instant at, Instant notEnteredBefore) {
        waitFor(at, notEnteredBefore);
        record(Node.DURING_CONSTRUCTION, false, "未取得开工条件擅自开工");
        order();
    }

    private void findFault(Node node, String fault) {
        record(node, false, fault);
        if (isInForce() && draw.chance(0.15)) {
            work(5, 0.4);
            findBreach(BreachKind.FALSE, null);
        }
        if (draw.chance(0.85)) {
            work(0.8, 0.5);
            order();
        }
    }

    private boolean isInForce() {
        return commitment != null && commitment.isInForce();
    }

    private void record(Node node, boolean conforms, String text) {
        Instant at = now;
        inspections++;
        CommitmentStory letter = commitment != null && commitment.hasLetter() ? commitment : null;
        ObligationId obligation =
                letter != null && draw.chance(0.5)
                        ? ObligationId.ofIndicator(
                                draw.oneOf(
                                        letter.indicators(
                                                node == Node.IN_OPERATION
                                                        ? Measured.IN_OPERATION
                                                        : Measured.AT_COMPLETION)))
                        : null;
        act(
                supervisor,
                e ->
                        new RecordInspection(
                                e.project(),
                                at,
                                letter == null ? null : id(e),
                                node,
                                supervisor.name(),
                                List.of(new Finding(obligation, conforms, text)),
                                List.of()));
    }

    private void order() {
        Instant at = now;
        int inspection = inspections;
        int order = ++orders;
        LocalDate deadline = OfficeDays.dateOf(at).plusDays(draw.between(10, 30));
        act(
                supervisor,
                e ->
                        new OrderRectification(
                                e.project(),
                                at,
                                inspection,
                                deadline,
                                "限期整改，并报送整改报告",
                                e.papers().next(zone, "责改", at)));
        if (draw.chance(0.65)) {
            Instant inTime =
                    OfficeDays.at(deadline.minusDays(draw.between(1, 4)), LocalTime.of(15, 0));
            now = latest(now.plusSeconds(3600), inTime);
            if (draw.chance(0.2)) {
                verify(order, false);
                work(7, 0.4);
            }
            verify(order, true);
        } else {
            waitFor(OfficeDays.at(deadline.plusDays(1), LocalTime.of(9, 0)), lastEntry);
            work(2, 0.5);
            if (isInForce() && draw.chance(0.8)) {
                findBreach(BreachKind.NOT_KEPT, order);
            }
            work(8, 0.5);
            if (draw.chance(0.15)) {
                unremedied = true;
            } else {
                verify(order, true);
            }
        }
    }

    private void verify(int order, boolean rectified) {
        Instant at = now;
        act(
                supervisor,
                e ->
                        new VerifyRectification(
                                e.project(),
                                at,
                                order,
                                rectified,
                                rectified ? "整改到位" : "整改不到位，需继续整改",
                                List.of()));
    }

    private void findBreach(BreachKind kind, @Nullable Integer order) {
        Instant at = now;
        int breach = ++breaches;
        atOnce(
                supervisor,
                e ->
                        new FindBreach(
                                e.project(),
                                at,
                                id(e),
                                kind,
                                order,
                                kind == BreachKind.FALSE ? "承诺内容与实际不符" : "逾期未完成整改",
                                e.papers().next(zone, "违诺", at)));
        if (draw.chance(kind == BreachKind.FALSE ? 0.9 : 0.6)) {
            work(6, 0.4);
            CreditStory credit = propose(breach);
            if (kind == BreachKind.FALSE) {
                unremedied |= credit.stands();
                remedied = latest(remedied, credit.now);
                remedyEntered = latest(remedyEntered, credit.lastEntry);
            }
        } else if (kind == BreachKind.FALSE) {
            work(15, 0.4);
            close(breach, draw.chance(0.7) ? BreachClosing.REPAIRED : BreachClosing.SET_ASIDE);
        }
    }

    private void close(int breach, BreachClosing closing) {
        Instant at = now;
        act(
                supervisor,
                e ->
                        new CloseBreach(
                                e.project(),
                                at,
                                breach,
                                closing,
                                closing == BreachClosing.REPAIRED ? "企业已纠正" : "经复核，原认定依据不足",
                                e.papers().next(zone, "违诺结", at)));
    }

    private CreditStory propose(int breach) {
        Instant at = now;
        int proposal = ++proposals;
        String measure = draw.oneOf(edition.content().creditMeasures()).code();
        atOnce(
                supervisor,
                e ->
                        new ProposeCreditMeasure(
                                e.project(),
                                at,
                                breach,
                                measure,
                                new LegalDocument(
                                        "行政处罚决定书",
                                        e.papers().next(zone, "罚", at),
                                        OfficeDays.dateOf(at))));
        var credit =
                new CreditStory(draw, zone, applicant, supervisor, proposal, now, lastEntry, steps);
        credit.write();
        return credit;
    }

    private static CommitmentId id(Entry entry) {
        return CommitmentStory.id(entry);
    }
}
