package org.chengnuo.approval.api.demo;

import org.chengnuo.approval.api.demo.Step.Entry;
import org.chengnuo.approval.api.demo.Step.Person;
import org.chengnuo.approval.commitment.CommitmentCommand.DecideObjection;
import org.chengnuo.approval.commitment.CommitmentCommand.DeclineCommitment;
import org.chengnuo.approval.commitment.CommitmentCommand.MeasureIndicator;
import org.chengnuo.approval.commitment.CommitmentCommand.PassPreCheck;
import org.chengnuo.approval.commitment.CommitmentCommand.RaiseObjection;
import org.chengnuo.approval.commitment.CommitmentCommand.SubmitLetter;
import org.chengnuo.approval.commitment.CommitmentCommand.WithdrawCommitment;
import org.chengnuo.approval.commitment.CommitmentId;
import org.chengnuo.approval.commitment.Milestone;
import org.chengnuo.approval.commitment.Promise;
import org.chengnuo.approval.commitment.Promise.PromisedIndicator;
import org.chengnuo.approval.commitment.Promise.PromisedMilestone;
import org.chengnuo.approval.commitment.ServeNotice;
import org.chengnuo.approval.commitment.Signer;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.policy.Standard;
import org.chengnuo.approval.policy.Standard.Direction;
import org.chengnuo.approval.policy.Standard.Indicator;
import org.chengnuo.approval.policy.Standard.Measured;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * How the commitment of a project goes, from the notice until it is in force or is not to be, and
 * what is measured of it later. A project has one.
 */
final class CommitmentStory extends Story {

    private static final List<String> SIGNERS = List.of("张伟", "王建国", "李晓梅", "刘志强", "杨丽", "郭永红");

    private final PolicyEdition edition;
    private final Standard standard;
    private final Person applicant;
    private final Person clerk;
    private final double pace;

    private List<ItemCode> letter = List.of();
    private List<ItemCode> committed = List.of();
    private @Nullable Promise promise;
    private boolean inForce;

    /**
     * @param pace the share of the usual time in which the enterprise means to build
     */
    CommitmentStory(
            Draw draw,
            Zone zone,
            PolicyEdition edition,
            Person applicant,
            double pace,
            Instant begins,
            Instant notEnteredBefore,
            List<Step> steps) {
        super(draw, zone, 0, begins, notEnteredBefore, steps);
        this.edition = edition;
        this.standard = edition.content().standards().getFirst();
        this.applicant = applicant;
        this.clerk = oneOf(4, "clerk");
        this.pace = pace;
    }

    /** In force, or not: the items that are not committed to in the end go the ordinary way. */
    void write(List<ItemCode> open) {
        Instant noticed = now;
        atOnce(
                clerk,
                e ->
                        new ServeNotice(
                                e.project(),
                                noticed,
                                open,
                                standard.version(),
                                e.papers().next(zone, "告知", noticed)));
        List<ItemCode> wanted = wanted(open);
        if (wanted.isEmpty()) {
            return;
        }
        work(3 * pace, 0.5);
        submit(wanted);
        work(0.7, 0.4);
        if (draw.chance(0.05)) {
            decline("承诺书附件不全，建设内容与备案内容不一致");
            return;
        }
        Instant checked = now;
        atOnce(clerk, e -> new PassPreCheck(id(e), checked));
        bePublic();
    }

    /** 自愿: all of them, some, or none. */
    private List<ItemCode> wanted(List<ItemCode> open) {
        if (draw.chance(0.06)) {
            return List.of();
        }
        if (open.size() == 1 || draw.chance(0.6)) {
            return open;
        }
        List<ItemCode> some = open.stream().filter(_ -> draw.chance(0.6)).toList();
        return some.isEmpty() ? open.subList(0, 1) : some;
    }

    private void submit(List<ItemCode> items) {
        Instant at = now;
        String hash = standard.hash();
        var signer =
                new Signer(
                        draw.oneOf(SIGNERS),
                        draw.chance(0.8)
                                ? Signer.Capacity.LEGAL_REPRESENTATIVE
                                : Signer.Capacity.AUTHORISED);
        Promise promised =
                new Promise(
                        standard.indicators().stream().map(this::promised).toList(),
                        milestones(OfficeDays.dateOf(at)));
        promise = promised;
        letter = items;
        committed = items;
        atOnce(
                applicant,
                e ->
                        new SubmitLetter(
                                id(e),
                                at,
                                e.papers().next(zone, "诺", at),
                                items,
                                hash,
                                signer,
                                promised,
                                Papers.LETTER));
    }

    private PromisedIndicator promised(Indicator asked) {
        return new PromisedIndicator(
                asked.code(),
                asked.unit(),
                asked.direction(),
                better(asked.direction(), asked.value(), draw.between(0, 25)));
    }

    private static BigDecimal better(Direction direction, BigDecimal value, int percent) {
        boolean atLeast = direction == Direction.AT_LEAST;
        return value.multiply(BigDecimal.valueOf(atLeast ? 100 + percent : 100 - percent))
                .movePointLeft(2)
                .setScale(2, atLeast ? RoundingMode.UP : RoundingMode.DOWN);
    }

    private List<PromisedMilestone> milestones(LocalDate day) {
        LocalDate start = day.plusDays(Math.round(draw.between(85, 130) * pace));
        LocalDate completion = start.plusDays(draw.between(270, 400));
        LocalDate production = completion.plusDays(draw.between(75, 150));
        return List.of(
                new PromisedMilestone(Milestone.START, start),
                new PromisedMilestone(Milestone.COMPLETION, completion),
                new PromisedMilestone(Milestone.PRODUCTION, production));
    }

    /** It takes effect by itself, if nothing comes between. */
    private void bePublic() {
        var known = OfficeDays.CALENDAR.knownAt(lastEntry);
        LocalDate put = OfficeDays.dateOf(now);
        int length = edition.publicityLength().amount();
        Instant ends =
                OfficeDays.at(known.workingDaysAfter(put, length).plusDays(1), LocalTime.MIDNIGHT);
        if (draw.chance(0.04)) {
            now = OfficeDays.during(known.workingDaysAfter(put, draw.between(1, length - 2)), draw);
            withdraw("企业调整建设方案，改按审批程序办理");
        } else if (draw.chance(0.09)) {
            int day = draw.between(1, length - 3);
            now = OfficeDays.during(known.workingDaysAfter(put, day), draw);
            Instant raised = now;
            String objector = draw.chance(0.7) ? "周边居民" : null;
            atOnce(clerk, e -> new RaiseObjection(id(e), raised, objector, "拟建车间距居民区过近，担心噪声和扬尘影响"));
            if (draw.chance(0.5)) {
                now =
                        OfficeDays.during(
                                known.workingDaysAfter(put, draw.between(day + 1, length - 1)),
                                draw);
                decide(ends);
            } else {
                waitFor(ends, ends);
                work(3, 0.5);
                decide(now);
            }
        } else {
            takeEffect(ends);
        }
    }

    /**
     * @param effect when it takes effect if nothing is in the way any more
     */
    private void decide(Instant effect) {
        boolean upheld = draw.chance(0.35);
        Instant decided = now;
        atOnce(
                clerk,
                e ->
                        new DecideObjection(
                                id(e),
                                decided,
                                1,
                                upheld,
                                upheld ? "经核实，防护距离不满足要求" : "经核实，符合园区规划和防护距离要求"));
        if (upheld) {
            work(2, 0.5);
            decline("公示期间异议成立");
        } else {
            takeEffect(effect);
        }
    }

    private void takeEffect(Instant at) {
        inForce = true;
        now = latest(now, at);
        lastEntry = latest(lastEntry, at);
        if (draw.chance(0.03)) {
            work(4, 0.5);
            withdraw("企业资金安排变化，无法按承诺实施，改按审批程序办理");
        }
    }

    private void decline(String reasons) {
        Instant at = now;
        atOnce(clerk, e -> new DeclineCommitment(id(e), at, reasons));
        committed = List.of();
    }

    private void withdraw(String reason) {
        Instant at = now;
        atOnce(applicant, e -> new WithdrawCommitment(id(e), at, reason));
        committed = List.of();
        inForce = false;
    }

    /** Of what can be measured then, all; at first not all of it may be kept. */
    void measure(Measured when) {
        for (Indicator indicator : standard.indicators()) {
            if (indicator.measured() == when) {
                if (draw.chance(0.1)) {
                    measure(indicator, false);
                    work(12, 0.5);
                }
                measure(indicator, true);
                work(0.3, 0.5);
            }
        }
    }

    private void measure(Indicator indicator, boolean kept) {
        if (promise == null) {
            return;
        }
        Instant at = now;
        Direction direction = indicator.direction();
        BigDecimal promised =
                promise.indicators().stream()
                        .filter(one -> one.code().equals(indicator.code()))
                        .findFirst()
                        .orElseThrow()
                        .value();
        BigDecimal measured =
                kept
                        ? better(direction, promised, draw.between(0, 10))
                        : better(
                                direction == Direction.AT_LEAST
                                        ? Direction.AT_MOST
                                        : Direction.AT_LEAST,
                                promised,
                                draw.between(3, 15));
        act(
                oneOf(2, "supervisor"),
                e ->
                        new MeasureIndicator(
                                id(e),
                                at,
                                indicator.code(),
                                measured,
                                e.papers().next(zone, "检", at)));
    }

    boolean covers(ItemCode item) {
        return committed.contains(item);
    }

    /** Declined or withdrawn: from now on the item is to be filed. */
    boolean hasFreed(ItemCode item) {
        return letter.contains(item) && !covers(item);
    }

    boolean isInForce() {
        return inForce;
    }

    /** Whether there is a letter, whatever has become of it. */
    boolean hasLetter() {
        return promise != null;
    }

    /** What the letter promises that can be measured then. */
    List<String> indicators(Measured when) {
        return standard.indicators().stream()
                .filter(indicator -> indicator.measured() == when)
                .map(Indicator::code)
                .toList();
    }

    static CommitmentId id(Entry entry) {
        return new CommitmentId(entry.project(), 1);
    }
}
