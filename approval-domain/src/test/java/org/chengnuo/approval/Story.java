package org.chengnuo.approval;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.calendar.ShippedCalendars;
import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.clock.Reading;
import org.chengnuo.approval.clock.ReviewClock;
import org.chengnuo.approval.clock.StopGround;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.construction.Missing;
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
import org.chengnuo.approval.filing.FilingEvent;
import org.chengnuo.approval.filing.FilingEvent.FilingReceived;
import org.chengnuo.approval.filing.FilingHistory;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.filing.Outcome;
import org.chengnuo.approval.filing.ReceiveFiling;
import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.project.CenterCode;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.IndustryCode;
import org.chengnuo.approval.project.InvestmentProject;
import org.chengnuo.approval.project.Money;
import org.chengnuo.approval.project.ProjectCommand;
import org.chengnuo.approval.project.ProjectEvent;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.RegionCode;
import org.chengnuo.approval.project.RegisterProject;
import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.supervision.FalseCommitment;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One project as a test tells it: what has happened so far, and what comes of the next act. Times
 * are local in China; an act is entered at the moment at which it happened, unless the test says
 * otherwise.
 */
public final class Story {

    public static final WorkingCalendar CN = ShippedCalendars.named("cn");

    public static final ProjectId PROJECT =
            new ProjectId(UUID.fromString("0195d7a0-0000-7000-8000-000000000001"));

    public static final FilingId FILING = new FilingId(PROJECT, 1);

    /** 20 working days by law, +10 once; 12 promised in 2018. */
    public static final ItemCode PLANNING_PERMIT = ItemCode.of("cn-shanxi:works-planning-permit");

    /** A law that knows no extension: 15 natural days in 2018, 7 since. */
    public static final ItemCode CONSTRUCTION_PERMIT = ItemCode.of("cn-shanxi:construction-permit");

    /** For the record only. */
    public static final ItemCode PROJECT_FILING = ItemCode.of("cn-shanxi:project-filing");

    /** The government's own business. */
    public static final ItemCode CULTURAL_RELICS = ItemCode.of("cn-shanxi:cultural-relics");

    /** An event and when it was recorded. */
    public record Entry(ProjectEvent event, Instant recorded) {}

    private Office office = Office.at(Instant.EPOCH);
    private InvestmentProject project = InvestmentProject.NONE;
    private final List<Entry> entries = new ArrayList<>();

    private Story() {}

    /** Nothing has happened. */
    public static Story nothing() {
        return new Story();
    }

    public static Story registered(String local) {
        return nothing().then(registration(local));
    }

    /** A planning permit of the project, registered on the day before. */
    public static Story received(String local) {
        return received(PLANNING_PERMIT, local);
    }

    public static Story received(ItemCode item, String local) {
        return registered(LocalDateTime.parse(local).minusDays(1).toString())
                .then(receipt(item, local));
    }

    /** Received and accepted at the same moment. */
    public static Story accepted(String local) {
        return accepted(PLANNING_PERMIT, local);
    }

    public static Story accepted(ItemCode item, String local) {
        return received(item, local).then(acceptance(local));
    }

    /**
     * The enterprise has been told the standard on Fri 26 February 2021, as {@link Pledge} tells;
     * its project has been assessed, or not.
     */
    public static Story notified(boolean assessed) {
        Story story = nothing().published(Pledge.EDITION).then(registration("2021-02-22T09:00"));
        if (assessed) {
            story.then(ProjectActs.assessment("2021-02-23T10:00"));
        }
        return story.then(Pledge.notice("2021-02-26T10:00"));
    }

    /** The letter is in force since the end of Thu 11 March 2021. */
    public static Story committed() {
        return notified(true)
                .then(Pledge.letter("2021-03-01T10:00"))
                .then(Pledge.preCheck("2021-03-02T10:00"))
                .until("2021-03-12T00:00");
    }

    /** Let happen what falls due up to that moment. */
    public Story until(String local) {
        return then(ProjectActs.whatIsDue(local));
    }

    /** From here on there is another edition. */
    public Story published(PolicyEdition edition) {
        office = office.with(edition);
        return this;
    }

    /** From here on a false commitment stands against the enterprise. */
    public Story standing(FalseCommitment found) {
        office = office.with(found);
        return this;
    }

    /** From here on it is the agent who acts, for the enterprise; null for nobody. */
    public Story actingAs(@Nullable String agent) {
        office = office.asked(agent);
        return this;
    }

    /** The office as the story has it, at the moment. */
    public Office office(String local) {
        return office.then(at(local));
    }

    /** What the start of construction lacks then. */
    public List<Missing> missing(String local) {
        return project.missingForStart(office(local));
    }

    /** A government service, ordered, started and delivered at one moment. */
    public Story served(ItemCode item, String local) {
        return then(ProjectActs.order(item, local))
                .then(ProjectActs.startOf(item, local))
                .then(ProjectActs.deliveryOf(item, local));
    }

    /** The item received, accepted and granted at one moment. */
    public Story granted(ItemCode item, String local) {
        FilingId filing = filed(item, local);
        return then(new AcceptFiling(filing, at(local), "受字1号"))
                .then(
                        new DecideFiling(
                                filing, at(local), Outcome.GRANTED, "准字1号", null, null, List.of()));
    }

    /** The item received and recorded at one moment. */
    public Story recorded(ItemCode item, String local) {
        return then(new RecordFiling(filed(item, local), at(local), "备字1号"));
    }

    private FilingId filed(ItemCode item, String local) {
        then(receipt(item, local));
        return ((FilingReceived) last()).filing();
    }

    /**
     * All that the start lacks done at one moment, in the ordinary way: served, supplied, filed and
     * granted, and nothing committed to.
     */
    public Story readyToStart(String local) {
        for (Missing missing : missing(local)) {
            ItemCode item = missing.item();
            if (item != null && missing.itemClass() == ItemClass.GOVERNMENT_SERVICE) {
                served(item, local);
            } else if (item != null && missing.itemClass() == ItemClass.FILING_ONLY) {
                recorded(item, local);
            } else if (item != null) {
                granted(item, local);
            }
        }
        return then(ProjectActs.landSupply(local));
    }

    /** What has happened; the act must be allowed. */
    public Story then(ProjectCommand command) {
        return then(command, command.occurredAt());
    }

    /** As an act that was entered later than it happened. */
    public Story then(ProjectCommand command, String enteredLocal) {
        return then(command, at(enteredLocal));
    }

    private Story then(ProjectCommand command, Instant now) {
        try {
            decide(command, now).events().forEach(event -> tell(event, now));
        } catch (Refusal refusal) {
            throw new AssertionError(
                    "%s was refused: %s, %s".formatted(command, refusal.reason(), refusal.detail()),
                    refusal);
        }
        return this;
    }

    private void tell(ProjectEvent event, Instant recorded) {
        project = project.evolve(event);
        entries.add(new Entry(event, recorded));
    }

    /** The events that the act leads to, without letting it happen. */
    public List<ProjectEvent> when(ProjectCommand command) throws Refusal {
        return decide(command, command.occurredAt()).events();
    }

    public InvestmentProject.Decision decide(ProjectCommand command, Instant now) throws Refusal {
        return project.decide(command, office.then(now));
    }

    /** Why the act is refused; it must be. */
    public Refusal refusal(ProjectCommand command) {
        return refusal(command, command.occurredAt());
    }

    public Refusal refusal(ProjectCommand command, Instant now) {
        try {
            var events = decide(command, now).events();
            throw new AssertionError(
                    "%s was not refused, but led to %s".formatted(command, events));
        } catch (Refusal refusal) {
            assertThat(refusal.detail()).isNotBlank();
            return refusal;
        }
    }

    public Reason reason(ProjectCommand command) {
        return refusal(command).reason();
    }

    public InvestmentProject project() {
        return project;
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    public List<ProjectEvent> events() {
        return entries.stream().map(Entry::event).toList();
    }

    public ProjectEvent last() {
        return entries.getLast().event();
    }

    /** What has been of the first filing. */
    public FilingHistory history() {
        FilingHistory history = null;
        for (Entry entry : entries) {
            if (entry.event() instanceof FilingEvent event && event.filing().equals(FILING)) {
                history =
                        history == null
                                ? FilingHistory.begun(event)
                                : history.with(event, entry.recorded());
            }
        }
        if (history == null) {
            throw new AssertionError("nothing has been filed");
        }
        return history;
    }

    /** What the review clock of the first filing shows. */
    public Reading clock(String local) {
        return ReviewClock.read(history().course().orElseThrow(), CN, at(local));
    }

    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(CN.zone()).toInstant();
    }

    /** The office at that moment. */
    public static Circumstances at(Instant now) {
        return Office.at(now);
    }

    // The acts, well-formed unless the test leaves something out.

    public static RegisterProject registration(String local) {
        return new RegisterProject(
                PROJECT,
                at(local),
                "焦炉煤气综合利用",
                null,
                new CreditCode("11320000MB151840XJ"),
                new ZoneCode("LF-01"),
                new RegionCode("141002"),
                new IndustryCode("2520"),
                ProjectType.RECORD_FILED,
                new Money(new BigDecimal("120000000")));
    }

    public static ReceiveFiling receipt(ItemCode item, String local) {
        return receipt(item, local, "接字〔2018〕1号");
    }

    public static ReceiveFiling receipt(ItemCode item, String local, @Nullable String number) {
        return new ReceiveFiling(PROJECT, at(local), item, new CenterCode("LF-HALL"), number);
    }

    public static RequestCorrection correction(String local) {
        return correction(local, "补字〔2018〕1号", List.of("总平面图缺少比例尺", "委托书未签字"));
    }

    public static RequestCorrection correction(
            String local, @Nullable String notice, List<String> deficiencies) {
        return new RequestCorrection(FILING, at(local), notice, deficiencies);
    }

    public static AnswerCorrection answer(String local) {
        return new AnswerCorrection(FILING, at(local));
    }

    public static AcceptFiling acceptance(String local) {
        return acceptance(local, "受字〔2018〕1号");
    }

    public static AcceptFiling acceptance(String local, @Nullable String receipt) {
        return new AcceptFiling(FILING, at(local), receipt);
    }

    public static DeemAccepted deemedAcceptance(String local) {
        return new DeemAccepted(FILING, at(local));
    }

    public static RefuseAcceptance refusalOfAcceptance(String local) {
        return refusalOfAcceptance(local, "不受字〔2018〕1号", "不属于本机关职权", "60日内可申请行政复议");
    }

    public static RefuseAcceptance refusalOfAcceptance(
            String local,
            @Nullable String receipt,
            @Nullable String reasons,
            @Nullable String remedies) {
        return new RefuseAcceptance(FILING, at(local), receipt, reasons, remedies);
    }

    public static OpenSpecialProcedure expertReview(String local) {
        return specialProcedure(local, "告字〔2018〕1号", TimeLimit.workingDays(10));
    }

    public static OpenSpecialProcedure specialProcedure(
            String local, @Nullable String notice, @Nullable TimeLimit announced) {
        return new OpenSpecialProcedure(
                FILING, at(local), StopGround.EXPERT_REVIEW, notice, announced);
    }

    public static CloseSpecialProcedure closing(String local) {
        return closing(local, 1);
    }

    public static CloseSpecialProcedure closing(String local, int procedure) {
        return new CloseSpecialProcedure(FILING, at(local), procedure, "评审意见1号");
    }

    public static ExtendReview extension(String local, TimeLimit by) {
        return extension(local, by, "需要补充论证", "局长 王某");
    }

    public static ExtendReview extension(
            String local, TimeLimit by, @Nullable String reason, @Nullable String approver) {
        return new ExtendReview(FILING, at(local), by, reason, approver);
    }

    public static DecideFiling grant(String local) {
        return decision(local, Outcome.GRANTED, "准字〔2018〕1号", null, null, List.of());
    }

    public static DecideFiling grantWithDocumentsToFollow(String local) {
        return decision(
                local,
                Outcome.GRANTED_DOCUMENTS_TO_FOLLOW,
                "准字〔2018〕1号",
                null,
                null,
                List.of("消防验收意见"));
    }

    public static DecideFiling refusalOfTheLicence(String local) {
        return decision(
                local, Outcome.REFUSED, "不准字〔2018〕1号", "不符合控制性详细规划", "60日内可申请行政复议", List.of());
    }

    public static DecideFiling decision(
            String local,
            Outcome outcome,
            @Nullable String document,
            @Nullable String reasons,
            @Nullable String remedies,
            List<String> documentsToFollow) {
        return new DecideFiling(
                FILING, at(local), outcome, document, reasons, remedies, documentsToFollow);
    }

    public static RecordFiling record(String local, @Nullable String receipt) {
        return new RecordFiling(FILING, at(local), receipt);
    }

    public static DeliverDecision delivery(String local) {
        return new DeliverDecision(FILING, at(local), "送达回证1号");
    }

    public static WithdrawFiling withdrawal(String local) {
        return new WithdrawFiling(FILING, at(local), "项目调整");
    }

    public static RevokeDecision revocation(String local, @Nullable String reason) {
        return new RevokeDecision(FILING, at(local), reason);
    }

    public static RecordWorkStep workStep(String local) {
        return new RecordWorkStep(FILING, at(local), "现场勘查", "李某");
    }
}
