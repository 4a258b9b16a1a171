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

/**
 * How one filing goes, from its receipt to its end. What happens later is never entered earlier: a
 * late entry delays all that follows it, as it does where acts are keyed in from paper.
 */
final class FilingStory {

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

    private final Draw draw;
    private final Zone zone;
    private final Zone.Habits habits;
    private final PolicyItem item;
    private final Person applicant;
    private final Person clerk;
    private final Person reviewer;
    private final int story;
    private final List<Step> steps;

    private Instant now;
    private Instant lastEntry;
    private @Nullable Instant decided;
    private boolean granted;
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
            int story,
            Instant begins,
            Instant notEnteredBefore,
            List<Step> steps) {
        this.draw = draw;
        this.zone = zone;
        this.habits = zone.habits();
        this.item = item;
        this.applicant = applicant;
        this.clerk = new Person("%s-clerk-%d".formatted(zone.code(), draw.between(1, 4)), null);
        this.reviewer =
                new Person("%s-reviewer-%d".formatted(zone.code(), draw.between(1, 6)), null);
        this.story = story;
        this.steps = steps;
        this.now = OfficeDays.open(begins, draw).truncatedTo(ChronoUnit.SECONDS);
        this.lastEntry = notEnteredBefore;
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
        if (item.itemClass() == ItemClass.FILING_ONLY) {
            beRecorded();
        } else if (draw.chance(habits.forgets())) {
            beForgotten(received);
        } else if (draw.chance(habits.corrections())) {
            beCorrected(received);
        } else if (draw.chance(0.015)) {
            work(0.3, 0.6);
            if (!isInTime(received, clerk, null, refusal("申请事项依法不属于本行政机关职权范围"))) {
                beForgotten(received);
            }
        } else {
            work(habits.hiddenDays(), 0.8);
            Instant accepted = now;
            if (isInTime(received, clerk, null, acceptance())) {
                review(accepted, true);
            } else {
                beForgotten(received);
            }
        }
        // Who waits for a permit goes on when it is there, and not weeks later with the paper.
        return decided == null ? now : earliest(now, OfficeDays.after(decided, 5));
    }

    boolean granted() {
        return granted;
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
        granted = true;
    }

    /** Nobody looks at it, or enters it, until the law has accepted it. */
    private void beForgotten(Instant received) {
        LocalDate day =
                OfficeDays.CALENDAR.workingDaysAfter(
                        OfficeDays.dateOf(received), CORRECTION_WINDOW + draw.between(1, 9));
        lastEntry = latest(lastEntry, deemed(received));
        steps.add(
                new Step(story, received, lastEntry, clerk, Planted.Kind.DEEMED_ACCEPTANCE, null));
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
            Instant received, Person who, Planted.@Nullable Kind planted, Written act) {
        Instant entry = notBeforeTheLast(planted == null ? entry() : atOnce());
        if (!entry.isBefore(deemed(received))) {
            return false;
        }
        enter(who, entry, planted, act);
        return true;
    }

    private void beCorrected(Instant received) {
        LocalDate day = OfficeDays.dateOf(received);
        Planted.Kind planted = null;
        if (habits.parksCorrections() && draw.chance(0.8)) {
            day = OfficeDays.CALENDAR.workingDaysAfter(day, CORRECTION_WINDOW);
            now = OfficeDays.at(day, LocalTime.of(15, 30)).plusSeconds(draw.between(0, 5000));
            planted = Planted.Kind.PARKED_CORRECTION;
        } else {
            Instant later = OfficeDays.after(now, Math.min(3.5, draw.around(0.9, 0.7)));
            now = later.truncatedTo(ChronoUnit.SECONDS);
        }
        if (!isInTime(received, clerk, planted, correction())) {
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
            return;
        }
        work(0.6 + habits.hiddenDays(), 0.7);
        Instant accepted = now;
        act(clerk, waitedLong(answered) ? Planted.Kind.HIDDEN_TIME : null, acceptance());
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
        if (late
                && foreseen
                && habits.inventsStops()
                && !item.grounds().isEmpty()
                && draw.chance(0.85)) {
            inventStop(accepted, due, decision);
        } else if (draw.chance(habits.stops()) && !item.grounds().isEmpty()) {
            decision = stop(decision);
        } else if (late && foreseen && item.extension() != null && draw.chance(0.45)) {
            extend(accepted);
        } else if (draw.chance(0.12)) {
            now = between(now, decision, 0.2, 0.5);
            Instant at = now;
            act(reviewer, e -> new RecordWorkStep(e.filing(), at, "现场勘查", reviewer.name()));
        }
        decide(decision);
    }

    /** As the law has it: told in writing, entered when it begins and when it ends. */
    private Instant stop(Instant decision) {
        Instant begins = between(now, decision, 0.15, 0.6);
        now = begins;
        int announced = draw.between(2, 4) * 5;
        StopGround ground = ground();
        atOnce(
                reviewer,
                null,
                e ->
                        new OpenSpecialProcedure(
                                e.filing(),
                                begins,
                                ground,
                                e.papers().next(zone, "特告", begins),
                                TimeLimit.workingDays(announced)));
        Duration left = OfficeDays.CALENDAR.workingTime(begins, decision);
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
        Instant ends = now;
        atOnce(
                reviewer,
                null,
                e ->
                        new CloseSpecialProcedure(
                                e.filing(), ends, 1, e.papers().next(zone, "评", ends)));
        return OfficeDays.CALENDAR
                .workingTimeAfter(now, left.plusMinutes(10))
                .truncatedTo(ChronoUnit.SECONDS);
    }

    /** Mostly an expert review, where the edition allows it for the item. */
    private StopGround ground() {
        return item.grounds().contains(StopGround.EXPERT_REVIEW) && draw.chance(0.5)
                ? StopGround.EXPERT_REVIEW
                : draw.oneOf(item.grounds().stream().sorted().toList());
    }

    /**
     * As it is done to be on time by the record: it is said to have begun with the acceptance and
     * to have taken what the review is late and three days, and is entered about the day on which
     * the limit passes, or in one go before the decision.
     */
    private void inventStop(Instant accepted, LocalDate due, Instant decision) {
        var calendar = OfficeDays.CALENDAR;
        int length = calendar.workingDaysBetween(due, OfficeDays.dateOf(decision)) + 3;
        Instant begins = latest(now, OfficeDays.after(accepted, draw.within(0.05, 0.4)));
        LocalDate lastDay = calendar.workingDaysAfter(OfficeDays.dateOf(begins), length);
        Instant ends = earliest(OfficeDays.during(lastDay, draw), decision.minusSeconds(1800));
        LocalDate noticed =
                draw.chance(0.3)
                        ? OfficeDays.dateOf(decision)
                        : calendar.workingDaysAfter(
                                OfficeDays.dateOf(begins),
                                Math.max(
                                        1,
                                        calendar.workingDaysBetween(OfficeDays.dateOf(begins), due)
                                                + draw.between(-1, 1)));
        Instant entered =
                earliest(
                        latest(OfficeDays.during(noticed, draw), begins.plus(Duration.ofHours(2))),
                        decision.minusSeconds(1200));
        StopGround ground = ground();
        now = begins;
        enter(
                reviewer,
                entered,
                Planted.Kind.INVENTED_STOP,
                e ->
                        new OpenSpecialProcedure(
                                e.filing(),
                                begins,
                                ground,
                                e.papers().next(zone, "特告", entered),
                                TimeLimit.workingDays(length)));
        now = latest(begins, ends);
        Instant ended = now;
        enter(
                reviewer,
                ended.plusSeconds(draw.between(60, 300)),
                null,
                e -> new CloseSpecialProcedure(e.filing(), ended, 1, null));
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
                Planted.Kind.EXTENSION,
                e ->
                        new ExtendReview(
                                e.filing(), at, by, "方案复杂，需进一步核实相关技术资料", zone.code() + "-head-1"));
    }

    private void decide(Instant decision) {
        if (withdrawn || pending) {
            return;
        }
        now = latest(unusual(decision), now.plusSeconds(60));
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
                                        : List.of()));
        decided = at;
        deliver();
        if (granted && draw.chance(0.006)) {
            now = OfficeDays.after(now, draw.between(20, 120)).truncatedTo(ChronoUnit.SECONDS);
            Instant revoked = now;
            atOnce(
                    supervisor(),
                    Planted.Kind.REVOCATION,
                    e -> new RevokeDecision(e.filing(), revoked, "申请人以欺骗手段取得许可，经查证属实"));
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
        act(applicant, Planted.Kind.WITHDRAWAL, e -> new WithdrawFiling(e.filing(), at, reason));
        withdrawn = true;
    }

    private Person supervisor() {
        return new Person("%s-supervisor-%d".formatted(zone.code(), draw.between(1, 2)), null);
    }

    /** Working time passes, by the median. */
    private void work(double days, double spread) {
        now =
                unusual(
                        OfficeDays.after(now, draw.around(days, spread))
                                .truncatedTo(ChronoUnit.SECONDS));
    }

    /** Now and then somebody stays for the evening, or comes in on a day off. */
    private Instant unusual(Instant moment) {
        if (draw.chance(0.008)) {
            return OfficeDays.at(OfficeDays.dateOf(moment), LocalTime.of(18, 20))
                    .plusSeconds(draw.between(0, 12_000));
        }
        if (draw.chance(0.003)) {
            LocalDate day = OfficeDays.dateOf(moment);
            while (OfficeDays.CALENDAR.isWorkingDay(day)) {
                day = day.plusDays(1);
            }
            return OfficeDays.during(day, draw);
        }
        return moment;
    }

    private Instant between(Instant from, Instant to, double low, double high) {
        if (!to.isAfter(from)) {
            return from;
        }
        var calendar = OfficeDays.CALENDAR;
        long seconds = calendar.workingTime(from, to).toSeconds();
        return calendar.workingTimeAfter(
                from, Duration.ofSeconds(Math.round(seconds * draw.within(low, high))));
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earliest(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private void act(Person who, Written act) {
        act(who, null, act);
    }

    private void act(Person who, Planted.@Nullable Kind planted, Written act) {
        enter(who, entry(), planted, act);
    }

    private void atOnce(Person who, Planted.@Nullable Kind planted, Written act) {
        enter(who, atOnce(), planted, act);
    }

    /** Mostly entered within minutes, and otherwise as the center is used to. */
    private Instant entry() {
        if (!draw.chance(habits.lateEntries())) {
            return atOnce();
        }
        if (habits.onFridays()) {
            return OfficeDays.fridayAfternoon(now, draw);
        }
        long days = Math.round(Math.clamp(draw.around(3, 0.8), 1, 19));
        return OfficeDays.open(now.plus(Duration.ofDays(days)), draw);
    }

    private Instant atOnce() {
        return now.plusSeconds(draw.between(15, 600));
    }

    private Instant notBeforeTheLast(Instant entry) {
        Instant whole = entry.truncatedTo(ChronoUnit.SECONDS);
        return whole.isAfter(lastEntry) ? whole : lastEntry.plusSeconds(draw.between(30, 200));
    }

    private void enter(Person who, Instant entry, Planted.@Nullable Kind planted, Written act) {
        lastEntry = notBeforeTheLast(entry);
        steps.add(new Step(story, now, lastEntry, who, planted, act));
    }
}
