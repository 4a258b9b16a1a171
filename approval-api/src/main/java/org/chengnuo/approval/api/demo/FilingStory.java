package org.chengnuo.approval.api.demo;

import org.chengnuo.approval.api.demo.Step.Person;
import org.chengnuo.approval.api.demo.Step.Written;
import org.chengnuo.approval.clock.StopGround;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.filing.FilingCommand.AcceptFiling;
import org.chengnuo.approval.filing.FilingCommand.AnswerCorrection;
import org.chengnuo.approval.filing.FilingCommand.CloseSpecialProcedure;
import org.chengnuo.approval.filing.FilingCommand.DecideFiling;
import org.chengnuo.approval.filing.FilingCommand.DeliverDecision;
import org.chengnuo.approval.filing.FilingCommand.ExtendReview;
import org.chengnuo.approval.filing.FilingCommand.OpenSpecialProcedure;
import org.chengnuo.approval.filing.FilingCommand.RecordFiling;
import org.chengnuo.approval.filing.FilingCommand.RecordWorkStep;
import org.chengnuo.approval.filing.FilingCommand.RefuseAcceptance;
import org.chengnuo.approval.filing.FilingCommand.RequestCorrection;
import org.chengnuo.approval.filing.FilingCommand.RevokeDecision;
import org.chengnuo.approval.filing.FilingCommand.WithdrawFiling;
import org.chengnuo.approval.filing.Outcome;
import org.chengnuo.approval.filing.ReceiveFiling;
import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.policy.PolicyItem;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How one filing goes, from its receipt to its end. */
final class FilingStory extends Story {

    /** The days, by the law and both editions, for the one correction notice. */
    private static final int CORRECTION_WINDOW = 5;

    private static final List<String> DEFICIENCIES =
            List.of(
                    "申请表未加盖公章",
                    "缺少用地红线图",
                    "总平面图与规划条件不一致",
                    "授权委托书缺少法定代表人签字",
                    "工程量清单缺页",
                    "消防设计专篇未附计算书",
                    "营业执照复印件不清晰",
                    "缺少施工合同备案表");

    private static final String REMEDIES = "可自收到本决定之日起六十日内申请行政复议，或者六个月内提起行政诉讼";

    private final PolicyItem item;
    private final Person applicant;
    private final Person clerk;
    private final Person reviewer;

    private @Nullable Instant decided;
    private @Nullable Instant received;
    private @Nullable Instant closed;
    private int opened;
    private boolean granted;
    private boolean revoked;
    private boolean withdrawn;
    private boolean pending;

    /**
     * @param begins when the applicant comes to the window
     * @param notEnteredBefore when what it rests on was entered
     */
    FilingStory(
            Draw draw,
            Zone zone,
            PolicyItem item,
            Person applicant,
            int number,
            Instant begins,
            Instant notEnteredBefore,
            List<Step> steps) {
        super(draw, zone, number, begins, notEnteredBefore, steps);
        this.item = item;
        this.applicant = applicant;
        this.clerk = oneOf(4, "clerk");
        this.reviewer = oneOf(6, "reviewer");
    }

    /** When it ended; the applicant has what was filed for if {@link #granted}. */
    Instant write() {
        Instant received = now;
        act(
                clerk,
                e ->
                        new ReceiveFiling(
                                e.project(),
                                received,
                                item.code(),
                                zone.center(),
                                e.papers().next(zone, "收", received)));
        this.received = lastEntry;
        if (item.itemClass() == ItemClass.FILING_ONLY) {
            beRecorded();
        } else if (draw.chance(habits.share(Planted.Kind.DEEMED_ACCEPTANCE))) {
            beForgotten(received);
        } else if (draw.chance(habits.corrections())) {
            beCorrected(received);
        } else if (draw.chance(0.015)) {
            work(0.3, 0.6);
            if (isInTime(received, entry(), refusal("申请事项依法不属于本行政机关职权范围"))) {
                closed = lastEntry;
            } else {
                beForgotten(received);
            }
        } else {
            work(habits.hiddenDays(), 0.8);
            Instant accepted = now;
            if (isInTime(received, entry(), acceptance())) {
                review(accepted, true);
            } else {
                beForgotten(received);
            }
        }
        // Who waits for a permit goes on when it is there, and not weeks later with the paper.
        return decided == null || revoked ? now : earliest(now, OfficeDays.after(decided, 5));
    }

    /** And not revoked since. */
    boolean granted() {
        return granted;
    }

    /** When what came of it was decided or recorded, and when that was entered. */
    Instant decided() {
        return Objects.requireNonNull(decided);
    }

    Instant closed() {
        return Objects.requireNonNull(closed);
    }

    /** Whether its decision is on record then. */
    boolean isDecidedBy(Instant moment) {
        return decided != null && closed != null && !closed.isAfter(moment);
    }

    /** Whether somebody would have to do something about it then, by what has been entered. */
    boolean isOpenAt(Instant moment) {
        return received != null
                && !received.isAfter(moment)
                && (closed == null || closed.isAfter(moment));
    }

    /** It has not ended, and will not within the years. */
    boolean pending() {
        return pending;
    }

    private boolean isRecent(int days) {
        return now.isAfter(ThreeYears.END.minus(Duration.ofDays(days)));
    }

    private void beRecorded() {
        if (draw.chance(habits.corrections() / 2)) {
            work(0.3, 0.5);
            act(clerk, correction());
            work(2, 0.7);
            answerCorrection();
        }
        work(0.35 * item.promised().amount(), 0.6);
        Instant at = now;
        act(clerk, e -> new RecordFiling(e.filing(), at, e.papers().next(zone, "备", at)));
        decided = at;
        closed = lastEntry;
        granted = true;
    }

    /** Nobody looks at it, or enters it, until the law has accepted it. */
    private void beForgotten(Instant received) {
        LocalDate day =
                OfficeDays.CALENDAR.workingDaysAfter(
                        OfficeDays.dateOf(received), CORRECTION_WINDOW + draw.between(1, 9));
        byItself(received, deemed(received), clerk, Planted.Kind.DEEMED_ACCEPTANCE);
        now = OfficeDays.during(day, draw);
        review(received, false);
    }

    /** The window has lapsed: from this moment on it counts as accepted. */
    private static Instant deemed(Instant received) {
        LocalDate last =
                OfficeDays.CALENDAR.workingDaysAfter(
                        OfficeDays.dateOf(received), CORRECTION_WINDOW);
        return OfficeDays.at(last.plusDays(1), LocalTime.MIDNIGHT);
    }

    /** Enters the act, unless the filing has counted as accepted by the time of its entry. */
    private boolean isInTime(
            Instant received, Instant entered, Written act, Planted.Kind... planted) {
        Instant entry = notBeforeTheLast(entered);
        if (!entry.isBefore(deemed(received))) {
            return false;
        }
        enter(clerk, entry, act, planted);
        return true;
    }

    private void beCorrected(Instant received) {
        boolean inTime;
        if (draw.chance(habits.share(Planted.Kind.PARKED_CORRECTION))) {
            LocalDate last =
                    OfficeDays.CALENDAR.workingDaysAfter(
                            OfficeDays.dateOf(received), CORRECTION_WINDOW);
            now = OfficeDays.at(last, LocalTime.of(15, 30)).plusSeconds(draw.between(0, 5000));
            inTime = isInTime(received, atOnce(), correction(), Planted.Kind.PARKED_CORRECTION);
        } else {
            Instant later = OfficeDays.after(now, Math.min(3.5, draw.around(0.9, 0.7)));
            now = later.truncatedTo(ChronoUnit.SECONDS);
            inTime = isInTime(received, entry(), correction());
        }
        if (!inTime) {
            beForgotten(received);
            return;
        }
        if (draw.chance(0.012)) {
            // Never answered: it waits for the applicant for ever.
            pending = true;
            return;
        }
        work(4, 0.8);
        if (draw.chance(0.04)) {
            withdraw("项目方案调整，申请人撤回申请");
            return;
        }
        answerCorrection();
        Instant answered = now;
        if (draw.chance(0.05)) {
            work(0.5, 0.5);
            act(clerk, refusal("补正材料仍不齐全"));
            closed = lastEntry;
            return;
        }
        if (draw.chance(habits.share(Planted.Kind.HIDDEN_TIME))) {
            now =
                    OfficeDays.during(
                            OfficeDays.CALENDAR.workingDaysAfter(
                                    OfficeDays.dateOf(answered),
                                    CORRECTION_WINDOW + draw.between(1, 5)),
                            draw);
        } else {
            work(0.6 + habits.hiddenDays(), 0.7);
        }
        Instant accepted = now;
        if (waitedLong(answered)) {
            act(clerk, acceptance(), Planted.Kind.HIDDEN_TIME);
        } else {
            act(clerk, acceptance());
        }
        review(accepted, true);
    }

    private boolean waitedLong(Instant since) {
        return OfficeDays.CALENDAR.workingDaysBetween(
                        OfficeDays.dateOf(since), OfficeDays.dateOf(now))
                > CORRECTION_WINDOW;
    }

    private Written correction() {
        List<String> deficiencies = new ArrayList<>();
        for (int i = draw.between(1, 3); i > 0; i--) {
            String deficiency = draw.oneOf(DEFICIENCIES);
            if (!deficiencies.contains(deficiency)) {
                deficiencies.add(deficiency);
            }
        }
        Instant at = now;
        return e ->
                new RequestCorrection(
                        e.filing(), at, e.papers().next(zone, "补", at), List.copyOf(deficiencies));
    }

    private void answerCorrection() {
        Instant at = now;
        act(applicant, e -> new AnswerCorrection(e.filing(), at));
    }

    private Written refusal(String reasons) {
        Instant at = now;
        return e ->
                new RefuseAcceptance(
                        e.filing(), at, e.papers().next(zone, "不受", at), reasons, REMEDIES);
    }

    private Written acceptance() {
        Instant at = now;
        return e -> new AcceptFiling(e.filing(), at, e.papers().next(zone, "受", at));
    }

    /**
     * @param foreseen the limit ran under everybody's eyes, so that there was time to see it pass
     */
    private void review(Instant accepted, boolean foreseen) {
        double days = draw.around(habits.pace(), habits.spread()) * item.promised().amount();
        Instant decision = OfficeDays.after(accepted, days).truncatedTo(ChronoUnit.SECONDS);
        if (decision.isBefore(now)) {
            // It was long due when somebody noticed: the reviewers hurry.
            decision = OfficeDays.after(now, draw.within(0.5, 3)).truncatedTo(ChronoUnit.SECONDS);
        }
        if (draw.chance(0.6)) {
            now = between(now, decision, 0.02, 0.12);
            Instant at = now;
            act(reviewer, e -> new RecordWorkStep(e.filing(), at, "部门受理", item.department()));
        }
        if (draw.chance(0.02)) {
            now = between(now, decision, 0.2, 0.9);
            withdraw("企业投资计划变更，申请人撤回申请");
            return;
        }
        if (isRecent(120) && draw.chance(0.1)) {
            // It lies about, and nobody has decided it when the years end.
            pending = true;
            return;
        }
        LocalDate due =
                OfficeDays.CALENDAR.workingDaysAfter(
                        OfficeDays.dateOf(accepted), item.promised().amount());
        boolean late = OfficeDays.dateOf(decision).isAfter(due);
        boolean stoppable = !item.grounds().isEmpty();
        if (late
                && foreseen
                && stoppable
                && draw.chance(habits.share(Planted.Kind.INVENTED_STOP))) {
            inventStop(accepted, due, decision);
        } else if (late
                && foreseen
                && stoppable
                && draw.chance(habits.share(Planted.Kind.REPEATED_STOPS))) {
            stopAgainAndAgain(due, decision);
        } else if (draw.chance(habits.stops()) && stoppable) {
            decision = stop(decision);
        } else if (late && foreseen && item.extension() != null && draw.chance(0.45)) {
            extend(accepted);
        } else if (!late && draw.chance(habits.share(Planted.Kind.LAST_DAY_DECISION))) {
            putOff(due, decision);
            return;
        } else if (draw.chance(0.12)) {
            now = between(now, decision, 0.2, 0.5);
            Instant at = now;
            act(reviewer, e -> new RecordWorkStep(e.filing(), at, "现场勘查", reviewer.name()));
        }
        if (!withdrawn && !pending) {
            decide(unusual(decision));
        }
    }

    /** It is ready, and lies there until it is due. */
    private void putOff(LocalDate due, Instant ready) {
        LocalDate day = draw.chance(0.65) ? due : before(due);
        Instant decision = OfficeDays.during(day, draw);
        if (decision.isAfter(ready)) {
            decide(decision, Planted.Kind.LAST_DAY_DECISION);
        } else {
            decide(ready);
        }
    }

    /**
     * As the law has it: told in writing, entered when it begins and when it ends, or the morning
     * after where work is done on paper. Now and then experts are asked twice, or only at the end.
     */
    private Instant stop(Instant decision) {
        boolean atTheEnd = draw.chance(0.08);
        Instant begins = between(now, decision, atTheEnd ? 0.9 : 0.15, atTheEnd ? 0.99 : 0.6);
        Duration left = OfficeDays.CALENDAR.workingTime(begins, decision);
        now = begins;
        for (int number = draw.chance(0.08) ? 2 : 1; number > 0; number--) {
            int announced = draw.between(2, 4) * 5;
            boolean onPaper = draw.chance(habits.lateEntries());
            open(announced, onPaper ? now.plusSeconds(draw.between(7_200, 72_000)) : atOnce());
            if (draw.chance(0.02)) {
                now = OfficeDays.after(now, announced * 0.4).truncatedTo(ChronoUnit.SECONDS);
                withdraw("评审期间项目终止，申请人撤回申请");
                return now;
            }
            if (isRecent(90) && draw.chance(0.4)) {
                pending = true;
                return now;
            }
            now =
                    OfficeDays.after(now, Math.max(1, draw.around(announced * 0.7, 0.4)))
                            .truncatedTo(ChronoUnit.SECONDS);
            close(atOnce());
            if (number > 1) {
                work(0.6, 0.4);
            }
        }
        return OfficeDays.CALENDAR
                .workingTimeAfter(now, left.plusMinutes(10))
                .truncatedTo(ChronoUnit.SECONDS);
    }

    private void open(int announced, Instant entry, Planted.Kind... planted) {
        Instant begins = now;
        StopGround ground = ground();
        opened++;
        enter(
                reviewer,
                entry,
                e ->
                        new OpenSpecialProcedure(
                                e.filing(),
                                begins,
                                ground,
                                e.papers().next(zone, "特告", entry),
                                TimeLimit.workingDays(announced)),
                planted);
    }

    private void close(Instant entry) {
        Instant ends = now;
        int number = opened;
        if (draw.chance(habits.share(Planted.Kind.STOP_WITHOUT_RESULT))) {
            enter(
                    reviewer,
                    entry,
                    e -> new CloseSpecialProcedure(e.filing(), ends, number, null),
                    Planted.Kind.STOP_WITHOUT_RESULT);
        } else {
            enter(
                    reviewer,
                    entry,
                    e ->
                            new CloseSpecialProcedure(
                                    e.filing(), ends, number, e.papers().next(zone, "评", ends)));
        }
    }

    /** Mostly an expert review, where the edition allows it for the item. */
    private StopGround ground() {
        return item.grounds().contains(StopGround.EXPERT_REVIEW) && draw.chance(0.5)
                ? StopGround.EXPERT_REVIEW
                : draw.oneOf(item.grounds().stream().sorted().toList());
    }

    /** As it is done to be on time by the record. */
    private void inventStop(Instant accepted, LocalDate due, Instant decision) {
        int overrun = days(due, OfficeDays.dateOf(decision));
        if (overrun > 1 && draw.chance(habits.share(Planted.Kind.STOP_IN_THE_LAST_TENTH))) {
            inventInTheLastTenth(due, decision, overrun);
        } else if (draw.chance(habits.share(Planted.Kind.REPEATED_STOPS))) {
            stopAgainAndAgain(due, decision);
        } else {
            inventEarlyOn(accepted, due, decision, overrun);
        }
    }

    /** It is said to have begun just before the limit passed, and to have gone on to the end. */
    private void inventInTheLastTenth(LocalDate due, Instant decision, int overrun) {
        LocalDate day = item.promised().amount() < 10 || draw.chance(0.6) ? due : before(due);
        now = latest(now, OfficeDays.during(day, draw));
        Instant noticed = OfficeDays.during(after(day, draw.between(1, 4)), draw);
        keyIn(
                decision.minusSeconds(1800),
                latest(noticed, now.plus(Duration.ofHours(26))),
                decision,
                overrun,
                Planted.Kind.STOP_IN_THE_LAST_TENTH);
    }

    /**
     * It is said to have begun soon, and to have taken what the review is late or a little more;
     * and is entered when the limit passes, or in one go before the decision.
     */
    private void inventEarlyOn(Instant accepted, LocalDate due, Instant decision, int overrun) {
        now = latest(now, OfficeDays.after(accepted, draw.within(0.05, 0.4)));
        LocalDate day = OfficeDays.dateOf(now);
        LocalDate noticed =
                draw.chance(0.3)
                        ? OfficeDays.dateOf(decision)
                        : after(day, Math.max(1, days(day, due) + draw.between(-1, 1)));
        int length = overrun + (draw.chance(0.2) ? draw.between(4, 6) : draw.between(0, 3));
        keyIn(
                earliest(OfficeDays.during(after(day, length), draw), decision.minusSeconds(1800)),
                latest(OfficeDays.during(noticed, draw), now.plus(Duration.ofHours(2))),
                decision,
                overrun);
    }

    private void keyIn(
            Instant ends,
            Instant entered,
            Instant decision,
            int overrun,
            Planted.Kind... otherwise) {
        Instant begins = now.truncatedTo(ChronoUnit.SECONDS);
        int length = days(OfficeDays.dateOf(begins), OfficeDays.dateOf(ends));
        Instant entry = notBeforeTheLast(earliest(entered, decision.minusSeconds(1200)));
        var planted = new ArrayList<>(List.of(otherwise));
        planted.add(Planted.Kind.INVENTED_STOP);
        if (entry.isAfter(begins.plus(Duration.ofDays(1)))) {
            planted.add(Planted.Kind.STOP_RECORDED_LATE);
        }
        if (length >= overrun && length <= overrun + 3) {
            planted.add(Planted.Kind.STOP_MATCHES_OVERRUN);
        }
        now = begins;
        open(Math.max(1, length), entry, planted.toArray(Planted.Kind[]::new));
        now = latest(begins, ends);
        close(now.plusSeconds(draw.between(60, 300)));
    }

    /**
     * Three stops, one after the other, each in order: together they take what the review is late.
     */
    private void stopAgainAndAgain(LocalDate due, Instant decision) {
        LocalDate last = OfficeDays.dateOf(decision);
        int each = Math.ceilDiv(days(due, last) + 5, 3);
        LocalDate day = after(OfficeDays.dateOf(now), 1);
        if (days(day, last) < 3 * each + 2) {
            // There is no room for them.
            return;
        }
        for (int i = 0; i < 3; i++) {
            now = OfficeDays.during(day, draw);
            if (i < 2) {
                open(each, atOnce());
            } else {
                open(each, atOnce(), Planted.Kind.REPEATED_STOPS);
            }
            day = after(day, each);
            now = OfficeDays.during(day, draw);
            close(atOnce());
            day = after(day, 1);
        }
    }

    private static int days(LocalDate fromExclusive, LocalDate toInclusive) {
        return OfficeDays.CALENDAR.workingDaysBetween(fromExclusive, toInclusive);
    }

    private static LocalDate after(LocalDate day, int workingDays) {
        return OfficeDays.CALENDAR.workingDaysAfter(day, workingDays);
    }

    private static LocalDate before(LocalDate day) {
        LocalDate before = day.minusDays(1);
        while (!OfficeDays.CALENDAR.isWorkingDay(before)) {
            before = before.minusDays(1);
        }
        return before;
    }

    private void extend(Instant accepted) {
        Instant at =
                latest(
                        now,
                        OfficeDays.after(
                                        accepted,
                                        item.promised().amount() * draw.within(0.75, 0.95))
                                .truncatedTo(ChronoUnit.SECONDS));
        now = at;
        TimeLimit by = TimeLimit.workingDays(draw.chance(0.5) ? 5 : 10);
        atOnce(
                reviewer,
                e ->
                        new ExtendReview(
                                e.filing(), at, by, "方案复杂，需进一步核实相关技术资料", zone.code() + "-head-1"),
                Planted.Kind.EXTENSION);
    }

    private void decide(Instant decision, Planted.Kind... planted) {
        now = latest(decision, now.plusSeconds(60));
        Instant at = now;
        Outcome outcome =
                draw.chance(0.92)
                        ? Outcome.GRANTED
                        : draw.chance(0.5) ? Outcome.GRANTED_DOCUMENTS_TO_FOLLOW : Outcome.REFUSED;
        granted = outcome != Outcome.REFUSED;
        act(
                reviewer,
                e ->
                        new DecideFiling(
                                e.filing(),
                                at,
                                outcome,
                                e.papers().next(zone, granted ? "准" : "不准", at),
                                outcome == Outcome.REFUSED ? "不符合法定条件和技术标准" : null,
                                outcome == Outcome.REFUSED ? REMEDIES : null,
                                outcome == Outcome.GRANTED_DOCUMENTS_TO_FOLLOW
                                        ? List.of("企业营业执照副本", "法人身份证明")
                                        : List.of()),
                planted);
        decided = at;
        closed = lastEntry;
        deliver();
        if (granted && draw.chance(0.006)) {
            now = OfficeDays.after(now, draw.between(20, 120)).truncatedTo(ChronoUnit.SECONDS);
            Instant discovered = now;
            atOnce(
                    oneOf(2, "supervisor"),
                    e -> new RevokeDecision(e.filing(), discovered, "申请人以欺骗手段取得许可，经查证属实"),
                    Planted.Kind.REVOCATION);
            granted = false;
            revoked = true;
        }
    }

    private void deliver() {
        if (draw.chance(0.03)) {
            return;
        }
        work(draw.chance(0.06) ? 12 : 1.3, 0.7);
        Instant at = now;
        act(clerk, e -> new DeliverDecision(e.filing(), at, e.papers().next(zone, "送", at)));
    }

    private void withdraw(String reason) {
        Instant at = now;
        act(applicant, e -> new WithdrawFiling(e.filing(), at, reason), Planted.Kind.WITHDRAWAL);
        closed = lastEntry;
        withdrawn = true;
    }

    /** With the project, which has been taken back or ended. */
    void withdrawWithTheProject(Instant at, Instant entered) {
        waitFor(at, entered);
        withdraw("项目终止，申请人撤回申请");
    }
}
