package org.chengnuo.approval.projections.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.policy.Standard.Direction.AT_LEAST;
import static org.chengnuo.approval.policy.Standard.Direction.AT_MOST;

import org.chengnuo.approval.JournalEvent;
import org.chengnuo.approval.assessment.AssessedContent;
import org.chengnuo.approval.assessment.AssessmentEvent.SchemePublished;
import org.chengnuo.approval.assessment.AssessmentEvent.ScoreVerified;
import org.chengnuo.approval.assessment.AssessmentEvent.SelfScored;
import org.chengnuo.approval.assessment.AssessmentPeriod;
import org.chengnuo.approval.assessment.SchemeCode;
import org.chengnuo.approval.assessment.SchemeContent;
import org.chengnuo.approval.assessment.Scoring;
import org.chengnuo.approval.assessment.Scoring.Bands;
import org.chengnuo.approval.assessment.Scoring.Deduction;
import org.chengnuo.approval.assessment.Scoring.Rank;
import org.chengnuo.approval.assessment.Scoring.Ratio;
import org.chengnuo.approval.assessment.Scoring.Veto;
import org.chengnuo.approval.calendar.Notice;
import org.chengnuo.approval.calendar.OfficeHours;
import org.chengnuo.approval.calendar.editions.CalendarEvent.CalendarFounded;
import org.chengnuo.approval.calendar.editions.CalendarEvent.NoticePublished;
import org.chengnuo.approval.clock.Card;
import org.chengnuo.approval.clock.LimitUnit;
import org.chengnuo.approval.clock.StopGround;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.clock.WarningThresholds;
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
import org.chengnuo.approval.commitment.CommitmentId;
import org.chengnuo.approval.commitment.Milestone;
import org.chengnuo.approval.commitment.Obligation;
import org.chengnuo.approval.commitment.ObligationId;
import org.chengnuo.approval.commitment.Promise;
import org.chengnuo.approval.commitment.Promise.PromisedIndicator;
import org.chengnuo.approval.commitment.Promise.PromisedMilestone;
import org.chengnuo.approval.commitment.Signer;
import org.chengnuo.approval.construction.ConstructionEvent.CompletionAccepted;
import org.chengnuo.approval.construction.ConstructionEvent.CompletionRefused;
import org.chengnuo.approval.construction.ConstructionEvent.ConstructionCompleted;
import org.chengnuo.approval.construction.ConstructionEvent.ConstructionStarted;
import org.chengnuo.approval.construction.ConstructionEvent.MilestoneReported;
import org.chengnuo.approval.construction.ConstructionEvent.ProductionStarted;
import org.chengnuo.approval.construction.ConstructionEvent.StartCleared;
import org.chengnuo.approval.construction.ConstructionEvent.StartedWithoutClearance;
import org.chengnuo.approval.construction.Missing;
import org.chengnuo.approval.construction.Missing.NextStep;
import org.chengnuo.approval.filing.AcceptanceTerms;
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
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.filing.Outcome;
import org.chengnuo.approval.journal.EventCatalogue;
import org.chengnuo.approval.journal.EventCatalogue.StoredName;
import org.chengnuo.approval.parcel.ParcelCode;
import org.chengnuo.approval.parcel.ParcelEvent.LandSupplied;
import org.chengnuo.approval.parcel.ParcelEvent.ServiceDelivered;
import org.chengnuo.approval.parcel.ParcelEvent.ServiceOrdered;
import org.chengnuo.approval.parcel.ParcelEvent.ServiceStarted;
import org.chengnuo.approval.policy.CreditMeasure;
import org.chengnuo.approval.policy.EligibilityRule;
import org.chengnuo.approval.policy.FilingKind;
import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.policy.PolicyContent;
import org.chengnuo.approval.policy.PolicyEvent.DraftDiscarded;
import org.chengnuo.approval.policy.PolicyEvent.PolicyDrafted;
import org.chengnuo.approval.policy.PolicyEvent.PolicyPublished;
import org.chengnuo.approval.policy.PolicyEvent.PolicySuperseded;
import org.chengnuo.approval.policy.PolicyItem;
import org.chengnuo.approval.policy.Publicity;
import org.chengnuo.approval.policy.Standard;
import org.chengnuo.approval.policy.Standard.Direction;
import org.chengnuo.approval.policy.Validity;
import org.chengnuo.approval.project.AgentScope;
import org.chengnuo.approval.project.CenterCode;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.Exclusion;
import org.chengnuo.approval.project.IndustryCode;
import org.chengnuo.approval.project.Money;
import org.chengnuo.approval.project.ProjectCode;
import org.chengnuo.approval.project.ProjectEvent.AgentEntrusted;
import org.chengnuo.approval.project.ProjectEvent.EligibilityAssessed;
import org.chengnuo.approval.project.ProjectEvent.EligibilityAssessed.BrokenRule;
import org.chengnuo.approval.project.ProjectEvent.EntrustmentEnded;
import org.chengnuo.approval.project.ProjectEvent.ItemReinstated;
import org.chengnuo.approval.project.ProjectEvent.ItemRuledOut;
import org.chengnuo.approval.project.ProjectEvent.MovedToEdition;
import org.chengnuo.approval.project.ProjectEvent.ProjectCodeChanged;
import org.chengnuo.approval.project.ProjectEvent.ProjectImported;
import org.chengnuo.approval.project.ProjectEvent.ProjectRegistered;
import org.chengnuo.approval.project.ProjectEvent.ProjectTerminated;
import org.chengnuo.approval.project.ProjectEvent.ProjectWithdrawn;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.RegionCode;
import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.supervision.BreachClosing;
import org.chengnuo.approval.supervision.BreachKind;
import org.chengnuo.approval.supervision.LegalDocument;
import org.chengnuo.approval.supervision.Node;
import org.chengnuo.approval.supervision.SupervisionCommand.Finding;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The contract of the stored events: one approved file for each event and revision. What is stored
 * stays readable for ever, so an approved file is never changed; a changed shape gets the next
 * revision and a file of its own.
 */
class EventContractTest {

    private static final Path FILES = Path.of("src/test/resources/events");

    private static final ProjectId PROJECT =
            new ProjectId(UUID.fromString("0195d7a0-0000-7000-8000-000000000001"));
    private static final FilingId FILING = new FilingId(PROJECT, 3);
    private static final ItemCode PERMIT = ItemCode.of("cn-shanxi:works-planning-permit");
    private static final CenterCode CENTER = new CenterCode("LF-HALL");
    private static final ZoneCode ZONE = new ZoneCode("LF-01");

    private static final ItemCode RELICS = ItemCode.of("cn-shanxi:cultural-relics");
    private static final ParcelCode PARCEL = new ParcelCode("141002-2018-G07");

    private static final AcceptanceTerms TERMS =
            new AcceptanceTerms(
                    FilingKind.PROMISED,
                    TimeLimit.workingDays(12),
                    TimeLimit.workingDays(20),
                    TimeLimit.workingDays(10),
                    "cn",
                    "2018",
                    "cn-shanxi:works-planning-permit@2018",
                    new WarningThresholds(90),
                    Duration.ofHours(1));

    /** No statutory limit, no extension: absent values are left out. */
    private static final AcceptanceTerms SHORT_TERMS =
            new AcceptanceTerms(
                    FilingKind.IMMEDIATE,
                    new TimeLimit(4, LimitUnit.WH),
                    null,
                    null,
                    "cn",
                    "2018",
                    "cn-shanxi:drawing-review@2018",
                    new WarningThresholds(80),
                    Duration.ofMinutes(90));

    private static final CommitmentId COMMITMENT = new CommitmentId(PROJECT, 2);
    private static final ItemCode ENERGY_REVIEW = ItemCode.of("cn-shanxi:energy-review");
    private static final String HASH = "5e".repeat(32);
    private static final LocalDate START = LocalDate.parse("2021-06-30");
    private static final ObligationId MILESTONE = ObligationId.of(Milestone.START);
    private static final ObligationId PLOT_RATIO = ObligationId.ofIndicator("plot-ratio");

    private static final Notice NOTICE =
            new Notice(
                    2027,
                    "国办发明电〔2026〕9号",
                    at("2026-11-20T05:02:00Z"),
                    List.of(
                            new Notice.Day(LocalDate.of(2027, 1, 1), Notice.Rule.OFF, "元旦"),
                            new Notice.Day(LocalDate.of(2027, 1, 3), Notice.Rule.WORK, "元旦")));

    private static final SchemeContent SCHEME =
            new SchemeContent(
                    "Assessment of the zones",
                    "开发区目标责任考核",
                    LocalDate.parse("2026-01-01"),
                    LocalDate.parse("2027-01-01"),
                    List.of(ZONE),
                    List.of(
                            assessed("on-time", "40", new Ratio(AT_LEAST, dec("0.98"), dec("1.2"))),
                            assessed("pace", "30", new Rank(AT_MOST)),
                            assessed(
                                    "back-entry",
                                    "20",
                                    new Bands(
                                            AT_MOST,
                                            List.of(
                                                    new Bands.Band(dec("0.02"), dec("1")),
                                                    new Bands.Band(dec("0.1"), dec("0.3"))))),
                            assessed("deemed", "10", new Deduction(dec("8"), dec("0.5"))),
                            assessed("statutory", "0", new Veto(AT_MOST, dec("20")))));

    private static AssessedContent assessed(String code, String weight, Scoring.Method method) {
        return new AssessedContent(
                code, "Content " + code, "内容", code + "-rate", dec(weight), Scoring.by(method));
    }

    private static BigDecimal dec(String number) {
        return new BigDecimal(number);
    }

    private static final PolicyContent CONTENT =
            new PolicyContent(
                    "cn",
                    5,
                    new TimeLimit(30, LimitUnit.ND),
                    Duration.ofHours(1),
                    new WarningThresholds(90, 2, 80, null),
                    new Publicity(TimeLimit.workingDays(1), TimeLimit.workingDays(7)),
                    false,
                    List.of(
                            new PolicyItem(
                                    PERMIT,
                                    "建设工程规划许可",
                                    "Works planning permit",
                                    ItemClass.COMMITMENT,
                                    List.of(
                                            new PolicyItem.ClassException(
                                                    ProjectType.APPROVED,
                                                    ZONE,
                                                    ItemClass.KEPT_APPROVAL)),
                                    "自然资源",
                                    FilingKind.PROMISED,
                                    TimeLimit.workingDays(8),
                                    TimeLimit.workingDays(20),
                                    TimeLimit.workingDays(10),
                                    true,
                                    Set.of(StopGround.EXPERT_REVIEW))),
                    List.of(
                            new Standard(
                                    "standard-land-2027-1",
                                    "承诺标准",
                                    "一、容积率不低于1.2。",
                                    List.of(
                                            new Standard.Indicator(
                                                    "plot-ratio",
                                                    "容积率",
                                                    "Plot ratio",
                                                    "倍",
                                                    Standard.Direction.AT_LEAST,
                                                    new BigDecimal("1.2"),
                                                    Standard.Measured.AT_COMPLETION)))),
                    List.of(
                            new EligibilityRule(
                                    "record-filed-only",
                                    "仅适用于备案类项目",
                                    "Only projects that are filed for the record",
                                    at("2026-12-31T16:00:00Z"),
                                    null,
                                    Set.of(ProjectType.RECORD_FILED),
                                    Set.of(),
                                    List.of("06"),
                                    Set.of(Exclusion.NATIONAL_SECURITY))),
                    List.of(
                            new CreditMeasure(
                                    "enhanced-supervision",
                                    "纳入重点监管对象",
                                    "Priority supervision",
                                    "全国失信惩戒措施基础清单")));

    static final List<JournalEvent> EXAMPLES =
            List.of(
                    new ProjectRegistered(
                            PROJECT,
                            at("2018-09-17T01:00:00Z"),
                            "焦炉煤气综合利用",
                            new ProjectCode("2018-141002-33-03-012345"),
                            new CreditCode("11320000MB151840XJ"),
                            ZONE,
                            new RegionCode("141002"),
                            new IndustryCode("0610"),
                            ProjectType.RECORD_FILED,
                            new Money(new BigDecimal("120000000.5")),
                            "2018"),
                    new ProjectImported(
                            PROJECT, at("2012-03-01T01:00:00Z"), "2012-permits", "case-7", ZONE),
                    new ProjectCodeChanged(
                            PROJECT,
                            at("2020-12-01T01:00:00Z"),
                            new ProjectCode("2012-141002-04-01-000001")),
                    new EligibilityAssessed(
                            PROJECT,
                            at("2018-09-18T01:00:00Z"),
                            false,
                            "2018",
                            Set.of(Exclusion.STRATEGIC_RESOURCES, Exclusion.ECOLOGICAL_SECURITY),
                            List.of(
                                    new BrokenRule(
                                            "outside-the-red-lines",
                                            "涉及生态安全或者战略性资源开发",
                                            "touches ecological security or strategic resources"))),
                    new MovedToEdition(
                            PROJECT, at("2021-03-01T01:00:00Z"), "2018", "2021", "按企业申请适用新版本"),
                    new ItemRuledOut(PROJECT, at("2018-09-18T02:00:00Z"), PERMIT, "项目不涉及该事项"),
                    new ItemReinstated(PROJECT, at("2018-10-08T02:00:00Z"), PERMIT, "设计变更后涉及该事项"),
                    new AgentEntrusted(
                            PROJECT,
                            at("2018-09-18T03:00:00Z"),
                            1,
                            "agent-wang",
                            at("2018-09-18T03:00:00Z"),
                            at("2019-09-17T16:00:00Z"),
                            Set.of(AgentScope.REPORTS, AgentScope.FILINGS),
                            "委托书1号"),
                    new EntrustmentEnded(PROJECT, at("2018-12-03T03:00:00Z"), 1, null),
                    new ProjectWithdrawn(PROJECT, at("2019-01-07T01:00:00Z"), "投资计划调整"),
                    new ProjectTerminated(
                            PROJECT, at("2020-09-21T01:00:00Z"), "终字〔2020〕1号", "两年未开工"),
                    new ServiceOrdered(PROJECT, at("2018-09-19T01:00:00Z"), PARCEL, RELICS),
                    new ServiceStarted(PROJECT, at("2018-09-20T01:00:00Z"), PARCEL, RELICS),
                    new ServiceDelivered(
                            PROJECT, at("2018-10-10T01:00:00Z"), PARCEL, RELICS, "区评〔2018〕1号"),
                    new LandSupplied(
                            PROJECT,
                            at("2018-10-15T01:00:00Z"),
                            PARCEL,
                            new BigDecimal("66667.5"),
                            "出让合同141002-2018-7号",
                            List.of(ItemCode.of("cn-shanxi:geo-hazard"))),
                    new StartCleared(PROJECT, at("2018-11-05T01:00:00Z"), "开工〔2018〕1号"),
                    new ConstructionStarted(PROJECT, at("2018-11-12T00:00:00Z")),
                    new StartedWithoutClearance(
                            PROJECT,
                            at("2018-11-12T00:00:00Z"),
                            List.of(
                                    new Missing(null, null, PARCEL, NextStep.SUPPLY_LAND),
                                    new Missing(
                                            RELICS,
                                            ItemClass.GOVERNMENT_SERVICE,
                                            PARCEL,
                                            NextStep.DELIVER_SERVICE),
                                    new Missing(
                                            PERMIT,
                                            ItemClass.KEPT_APPROVAL,
                                            null,
                                            NextStep.AWAIT_DECISION))),
                    new MilestoneReported(PROJECT, at("2019-05-20T01:00:00Z"), "主体封顶", null),
                    new ConstructionCompleted(PROJECT, at("2019-12-02T01:00:00Z")),
                    new CompletionAccepted(PROJECT, at("2019-12-23T01:00:00Z"), "联验〔2019〕2号"),
                    new CompletionRefused(
                            PROJECT, at("2019-12-09T01:00:00Z"), "联验〔2019〕1号", "消防通道未按设计施工"),
                    new ProductionStarted(PROJECT, at("2020-03-02T00:00:00Z")),
                    new NoticeServed(
                            COMMITMENT,
                            at("2021-02-26T02:00:00Z"),
                            List.of(ENERGY_REVIEW, ItemCode.of("cn-shanxi:soil-and-water")),
                            "2021",
                            "standard-land-2021-1",
                            HASH,
                            "告知〔2021〕1号",
                            "cn"),
                    new LetterSubmitted(
                            COMMITMENT,
                            at("2021-03-01T02:00:00Z"),
                            "诺字〔2021〕1号",
                            new CreditCode("11320000MB151840XJ"),
                            List.of(ENERGY_REVIEW),
                            HASH,
                            new Signer("王某", Signer.Capacity.LEGAL_REPRESENTATIVE),
                            new Promise(
                                    List.of(
                                            new PromisedIndicator(
                                                    "plot-ratio",
                                                    "比值",
                                                    Direction.AT_LEAST,
                                                    new BigDecimal("1.2"))),
                                    List.of(
                                            new PromisedMilestone(Milestone.START, START),
                                            new PromisedMilestone(
                                                    Milestone.COMPLETION,
                                                    LocalDate.parse("2022-05-31")),
                                            new PromisedMilestone(
                                                    Milestone.PRODUCTION,
                                                    LocalDate.parse("2022-08-31")))),
                            HASH,
                            HASH),
                    new PreCheckPassed(
                            COMMITMENT, at("2021-03-02T02:00:00Z"), LocalDate.parse("2021-03-11")),
                    new CommitmentDeclined(COMMITMENT, at("2021-03-03T02:00:00Z"), "与规划不符"),
                    new ObjectionRaised(COMMITMENT, at("2021-03-04T02:00:00Z"), 1, null, "排放指标不实"),
                    new ObjectionDecided(
                            COMMITMENT, at("2021-03-05T02:00:00Z"), 1, false, "经核查不成立"),
                    new PublicityEnded(COMMITMENT, at("2021-03-11T16:00:00Z")),
                    new CommitmentTookEffect(
                            COMMITMENT,
                            at("2021-03-11T16:00:00Z"),
                            List.of(
                                    new Obligation(MILESTONE, START, true),
                                    new Obligation(PLOT_RATIO, null, true))),
                    new CommitmentWithdrawn(COMMITMENT, at("2021-04-01T02:00:00Z"), "改按一般程序办理"),
                    new ObligationComing(COMMITMENT, at("2021-05-30T16:00:00Z"), MILESTONE, START),
                    new ObligationMissed(COMMITMENT, at("2021-06-30T16:00:00Z"), MILESTONE, START),
                    new ObligationMet(
                            COMMITMENT,
                            at("2022-05-10T02:00:00Z"),
                            PLOT_RATIO,
                            false,
                            new BigDecimal("1.25"),
                            "检测报告1号"),
                    new IndicatorNotKept(
                            COMMITMENT,
                            at("2022-05-01T02:00:00Z"),
                            PLOT_RATIO,
                            new BigDecimal("1.1"),
                            new BigDecimal("1.2"),
                            "检测报告1号"),
                    new CommitmentFulfilled(COMMITMENT, at("2023-01-10T02:00:00Z")),
                    new InspectionRecorded(
                            PROJECT,
                            at("2021-05-10T02:00:00Z"),
                            1,
                            COMMITMENT,
                            Node.DURING_CONSTRUCTION,
                            "执法证0001",
                            List.of(
                                    new Finding(PLOT_RATIO, false, "实测容积率低于承诺值"),
                                    new Finding(null, true, "围挡完好")),
                            List.of(HASH)),
                    new RectificationOrdered(
                            PROJECT,
                            at("2021-05-11T02:00:00Z"),
                            1,
                            1,
                            LocalDate.parse("2021-06-10"),
                            "按承诺值调整方案",
                            "责改〔2021〕1号"),
                    new RectificationComing(
                            PROJECT, at("2021-06-02T16:00:00Z"), 1, LocalDate.parse("2021-06-10")),
                    new RectificationMissed(
                            PROJECT, at("2021-06-10T16:00:00Z"), 1, LocalDate.parse("2021-06-10")),
                    new RectificationVerified(
                            PROJECT, at("2021-06-11T02:00:00Z"), 1, false, "未整改", List.of(HASH)),
                    new BreachFound(
                            PROJECT,
                            at("2021-06-15T02:00:00Z"),
                            1,
                            COMMITMENT,
                            BreachKind.NOT_KEPT,
                            new CreditCode("11320000MB151840XJ"),
                            1,
                            "逾期未整改",
                            "违诺〔2021〕1号"),
                    new BreachClosed(
                            PROJECT,
                            at("2021-06-20T02:00:00Z"),
                            1,
                            BreachClosing.SET_ASIDE,
                            new CreditCode("11320000MB151840XJ"),
                            "经核查，整改已按期完成",
                            "违诺撤〔2021〕1号"),
                    new CreditMeasureProposed(
                            PROJECT,
                            at("2021-07-01T02:00:00Z"),
                            1,
                            1,
                            BreachKind.NOT_KEPT,
                            new CreditCode("11320000MB151840XJ"),
                            "no-commitment",
                            new LegalDocument(
                                    "行政处罚决定书", "罚字〔2021〕1号", LocalDate.parse("2021-06-30"))),
                    new ProposalObjected(PROJECT, at("2021-07-05T02:00:00Z"), 1, "已申请行政复议"),
                    new ProposalObjectionDecided(
                            PROJECT,
                            at("2021-07-12T02:00:00Z"),
                            1,
                            false,
                            new CreditCode("11320000MB151840XJ"),
                            "复议维持"),
                    new CreditRepaired(
                            PROJECT,
                            at("2022-07-12T02:00:00Z"),
                            1,
                            new CreditCode("11320000MB151840XJ"),
                            "修复〔2022〕1号"),
                    new FilingReceived(
                            FILING,
                            at("2018-09-18T01:30:00Z"),
                            PERMIT,
                            ItemClass.KEPT_APPROVAL,
                            CENTER,
                            "接字〔2018〕1号",
                            "2018",
                            "cn"),
                    new FilingImported(
                            FILING,
                            at("2012-03-01T01:00:00Z"),
                            "case-7",
                            ItemCode.of("log:building-permit"),
                            ItemClass.KEPT_APPROVAL,
                            CENTER,
                            "cn"),
                    new WorkStepRecorded(FILING, at("2018-09-19T01:00:00.123456Z"), "现场勘查", "李某"),
                    new CorrectionRequested(
                            FILING,
                            at("2018-09-21T08:00:00Z"),
                            "补字〔2018〕1号",
                            List.of("总平面图缺少比例尺", "委托书未签字")),
                    new CorrectionAnswered(FILING, at("2018-09-26T02:00:00Z")),
                    new AcceptanceRefused(
                            FILING,
                            at("2018-09-27T03:00:00Z"),
                            "不受字〔2018〕1号",
                            "不属于本机关职权",
                            "60日内可申请行政复议"),
                    new FilingAccepted(FILING, at("2018-09-27T03:00:00Z"), "受字〔2018〕1号", TERMS),
                    new FilingDeemedAccepted(FILING, at("2018-09-18T01:30:00Z"), SHORT_TERMS),
                    new SpecialProcedureOpened(
                            FILING,
                            at("2018-10-09T07:00:00Z"),
                            1,
                            StopGround.EXPERT_REVIEW,
                            "告字〔2018〕1号",
                            TimeLimit.workingDays(5)),
                    new SpecialProcedureClosed(FILING, at("2018-10-16T02:00:00Z"), 1, "评审意见1号"),
                    new ReviewExtended(
                            FILING,
                            at("2018-10-19T01:00:00Z"),
                            TimeLimit.workingDays(10),
                            "需要补充论证",
                            "局长 王某"),
                    new FilingDecided(
                            FILING,
                            at("2018-11-01T08:30:00Z"),
                            Outcome.GRANTED_DOCUMENTS_TO_FOLLOW,
                            "准字〔2018〕1号",
                            null,
                            null,
                            List.of("消防验收意见")),
                    new FilingRecorded(FILING, at("2018-09-18T01:35:00Z"), "备字〔2018〕1号"),
                    new DecisionDelivered(FILING, at("2018-11-02T01:00:00Z"), "送达回证1号"),
                    new FilingWithdrawn(FILING, at("2018-10-10T01:00:00Z"), null),
                    new DecisionRevoked(FILING, at("2019-05-06T01:00:00Z"), "以欺骗手段取得"),
                    new CardRaised(
                            FILING,
                            at("2018-10-15T16:00:00Z"),
                            Card.YELLOW,
                            LocalDate.parse("2018-10-17")),
                    new CorrectionWindowLapsed(FILING, at("2018-10-08T16:00:00Z")),
                    new SpecialProcedureOverran(
                            FILING, at("2018-10-16T16:00:00Z"), 1, LocalDate.parse("2018-10-16")),
                    new DueDateReprojected(
                            FILING,
                            at("2020-01-26T16:00:00Z"),
                            true,
                            LocalDate.parse("2020-02-25"),
                            LocalDate.parse("2020-02-27"),
                            "cn: 国办发明电〔2020〕1号, known from 2020-01-27"),
                    new PolicyDrafted("2027", at("2026-11-20T01:00:00Z"), CONTENT),
                    new DraftDiscarded("2027", at("2026-11-20T02:00:00Z")),
                    new PolicyPublished(
                            "2027",
                            at("2026-11-20T03:00:00Z"),
                            new Validity(
                                    at("2026-12-31T16:00:00Z"),
                                    null,
                                    Set.of(ZONE),
                                    Set.of(ProjectType.RECORD_FILED)),
                            "2021"),
                    new PolicySuperseded(
                            "2021",
                            at("2026-11-20T03:00:00Z"),
                            at("2026-12-31T16:00:00Z"),
                            "由2027版取代"),
                    new CalendarFounded(
                            "linfen",
                            at("2026-11-20T04:00:00Z"),
                            ZoneId.of("Asia/Shanghai"),
                            List.of(
                                    new OfficeHours(LocalTime.of(9, 0), LocalTime.of(12, 0)),
                                    new OfficeHours(LocalTime.of(13, 0), LocalTime.of(17, 30))),
                            MonthDay.of(12, 29),
                            List.of(NOTICE)),
                    new NoticePublished("linfen", at("2026-11-20T05:00:00Z"), NOTICE),
                    new SchemePublished(
                            SchemeCode.of("linfen-zones:2"), at("2026-11-20T06:00:00Z"), SCHEME),
                    new SelfScored(
                            SchemeCode.of("linfen-zones:2"),
                            at("2027-01-10T01:00:00Z"),
                            ZONE,
                            AssessmentPeriod.of("2026"),
                            "on-time",
                            new BigDecimal("39.5"),
                            "含导入办件"),
                    new ScoreVerified(
                            SchemeCode.of("linfen-zones:2"),
                            at("2027-01-20T01:00:00Z"),
                            ZONE,
                            AssessmentPeriod.of("2026"),
                            "on-time",
                            new BigDecimal("38"),
                            "核减补录办件"));

    private final JsonMapper json = DomainJson.journal();

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void anEventIsStoredAsItsFileSaysAndComesBackEqual(JournalEvent example) throws IOException {
        String approved = Files.readString(file(example.getClass()), StandardCharsets.UTF_8);

        assertThat(legible(example)).isEqualTo(approved);
        // The journal stores the same without the line breaks.
        String stored = json.writeValueAsString(example);
        assertThat(json.readTree(stored)).isEqualTo(json.readTree(approved));
        assertThat(DomainJson.read(json, stored, example.getClass())).isEqualTo(example);
        assertThat(DomainJson.read(json, approved, example.getClass())).isEqualTo(example);
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.sorted().toList().stream();
        }
    }

    /** Also of a revision that is no longer written. */
    @ParameterizedTest
    @MethodSource("files")
    void whatWasEverStoredStaysReadable(Path file) throws IOException {
        String[] name = file.getFileName().toString().split("\\.(?=\\d+\\.json$|json$)");
        var stored = new StoredName(name[0], Integer.parseInt(name[1]));

        var type = EventCatalogue.classOf(stored);
        assertThat(type).as("the class of %s", stored).isPresent();
        assertThat(DomainJson.read(json, Files.readString(file), type.orElseThrow())).isNotNull();
    }

    @Test
    void everyEventIsInTheCatalogueAndHasAnExampleAndAFile() throws IOException {
        List<? extends Class<?>> leaves = leaves(JournalEvent.class).toList();

        assertThat(leaves).hasSizeGreaterThan(15);
        assertThat(leaves.stream().<Object>map(leaf -> leaf))
                .containsExactlyInAnyOrderElementsOf(EventCatalogue.all());
        assertThat(EXAMPLES.stream().<Object>map(JournalEvent::getClass))
                .containsExactlyElementsOf(EventCatalogue.all());
        assertThat(files())
                .containsAll(EventCatalogue.all().stream().map(EventContractTest::file).toList());
    }

    @Test
    void storedNamesAreLowerCaseDottedAndUsedOnce() {
        var names = EventCatalogue.all().stream().map(EventCatalogue::nameOf).toList();

        assertThat(names).doesNotHaveDuplicates();
        for (StoredName stored : names) {
            assertThat(stored.name())
                    .matches(
                            "(project|parcel|construction|commitment|supervision|filing|policy|calendar|assessment)\\.[a-z]+(-[a-z]+)*");
            assertThat(stored.revision()).isPositive();
            assertThat(EventCatalogue.classOf(stored)).isPresent();
        }
    }

    /** As the approved files have it. */
    private String legible(JournalEvent event) {
        return json.rebuild()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(event)
                        .replace("\r\n", "\n")
                + "\n";
    }

    private static Path file(Class<?> type) {
        StoredName stored = EventCatalogue.nameOf(type);
        return FILES.resolve("%s.%d.json".formatted(stored.name(), stored.revision()));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventContractTest::leaves)
                : Stream.of(type);
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
