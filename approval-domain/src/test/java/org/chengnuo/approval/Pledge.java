package org.chengnuo.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.Story.PROJECT;
import static org.chengnuo.approval.Story.at;

import org.chengnuo.approval.commitment.Commitment;
import org.chengnuo.approval.commitment.CommitmentCommand;
import org.chengnuo.approval.commitment.CommitmentCommand.DecideObjection;
import org.chengnuo.approval.commitment.CommitmentCommand.DeclineCommitment;
import org.chengnuo.approval.commitment.CommitmentCommand.MeasureIndicator;
import org.chengnuo.approval.commitment.CommitmentCommand.PassPreCheck;
import org.chengnuo.approval.commitment.CommitmentCommand.RaiseObjection;
import org.chengnuo.approval.commitment.CommitmentCommand.SubmitLetter;
import org.chengnuo.approval.commitment.CommitmentCommand.WithdrawCommitment;
import org.chengnuo.approval.commitment.CommitmentEvent;
import org.chengnuo.approval.commitment.CommitmentEvent.NoticeServed;
import org.chengnuo.approval.commitment.CommitmentId;
import org.chengnuo.approval.commitment.Milestone;
import org.chengnuo.approval.commitment.ObligationId;
import org.chengnuo.approval.commitment.Promise;
import org.chengnuo.approval.commitment.Promise.PromisedIndicator;
import org.chengnuo.approval.commitment.Promise.PromisedMilestone;
import org.chengnuo.approval.commitment.ServeNotice;
import org.chengnuo.approval.commitment.Signer;
import org.chengnuo.approval.construction.ConstructionEvent;
import org.chengnuo.approval.construction.ConstructionEvent.CompletionAccepted;
import org.chengnuo.approval.construction.ConstructionEvent.ConstructionCompleted;
import org.chengnuo.approval.construction.ConstructionEvent.ConstructionStarted;
import org.chengnuo.approval.construction.ConstructionEvent.ProductionStarted;
import org.chengnuo.approval.policy.CreditMeasure;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.policy.PolicyContent;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.policy.ShippedPolicies;
import org.chengnuo.approval.policy.Standard;
import org.chengnuo.approval.policy.Standard.Direction;
import org.chengnuo.approval.policy.Standard.Indicator;
import org.chengnuo.approval.policy.Standard.Measured;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.Due;
import org.chengnuo.approval.project.ProjectEvent;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.supervision.BreachClosing;
import org.chengnuo.approval.supervision.BreachKind;
import org.chengnuo.approval.supervision.LegalDocument;
import org.chengnuo.approval.supervision.Node;
import org.chengnuo.approval.supervision.Supervision;
import org.chengnuo.approval.supervision.SupervisionCommand;
import org.chengnuo.approval.supervision.SupervisionCommand.CloseBreach;
import org.chengnuo.approval.supervision.SupervisionCommand.DecideProposalObjection;
import org.chengnuo.approval.supervision.SupervisionCommand.FindBreach;
import org.chengnuo.approval.supervision.SupervisionCommand.Finding;
import org.chengnuo.approval.supervision.SupervisionCommand.ObjectToProposal;
import org.chengnuo.approval.supervision.SupervisionCommand.OrderRectification;
import org.chengnuo.approval.supervision.SupervisionCommand.ProposeCreditMeasure;
import org.chengnuo.approval.supervision.SupervisionCommand.RecordInspection;
import org.chengnuo.approval.supervision.SupervisionCommand.RepairCredit;
import org.chengnuo.approval.supervision.SupervisionCommand.VerifyRectification;
import org.chengnuo.approval.supervision.SupervisionEvent;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One commitment with its supervision, as a test tells it. Times are local in China; an act is
 * entered at the moment at which it happened, and what has fallen due by then happens first. The
 * letter of these stories is submitted on Mon 1 March 2021 and shown for seven working days.
 */
public final class Pledge {

    public static final CommitmentId COMMITMENT = new CommitmentId(PROJECT, 1);
    public static final CreditCode ENTERPRISE = new CreditCode("11320000MB151840XJ");
    public static final ZoneCode ZONE = new ZoneCode("LF-01");

    public static final ItemCode ENERGY_REVIEW = ItemCode.of("cn-shanxi:energy-review");
    public static final ItemCode SOIL_AND_WATER = ItemCode.of("cn-shanxi:soil-and-water");

    public static final ObligationId START = ObligationId.of(Milestone.START);
    public static final ObligationId COMPLETION = ObligationId.of(Milestone.COMPLETION);
    public static final ObligationId PRODUCTION = ObligationId.of(Milestone.PRODUCTION);

    /** At least 1.0, promised as 1.2; measured when it is built. */
    public static final ObligationId PLOT_RATIO = ObligationId.ofIndicator("plot-ratio");

    /** At most 0.30, promised as 0.25; measured in operation. */
    public static final ObligationId ENERGY = ObligationId.ofIndicator("energy");

    public static final String SIGNED = "5e".repeat(32);

    public static final Standard STANDARD =
            new Standard(
                    "standard-land-1",
                    "标准地控制指标",
                    "项目应当达到下列指标。",
                    List.of(
                            new Indicator(
                                    "plot-ratio",
                                    "容积率",
                                    "plot ratio",
                                    "比值",
                                    Direction.AT_LEAST,
                                    new BigDecimal("1.0"),
                                    Measured.AT_COMPLETION),
                            new Indicator(
                                    "energy",
                                    "单位能耗",
                                    "energy per unit",
                                    "吨标准煤/万元",
                                    Direction.AT_MOST,
                                    new BigDecimal("0.30"),
                                    Measured.IN_OPERATION)));

    /** The shipped edition of 2021, with a standard and a list of two credit measures. */
    public static final PolicyEdition EDITION = edition();

    private static PolicyEdition edition() {
        PolicyEdition shipped = ShippedPolicies.named("2021");
        PolicyContent content = shipped.content();
        return new PolicyEdition(
                shipped.name(),
                shipped.validity(),
                new PolicyContent(
                        content.calendar(),
                        content.correctionWindow(),
                        content.answerWindow(),
                        content.lateEntryAfter(),
                        content.warnings(),
                        content.publicity(),
                        content.deemedBySilence(),
                        content.items(),
                        List.of(STANDARD),
                        content.eligibility(),
                        List.of(
                                new CreditMeasure("no-commitment", "不适用承诺制", "no commitment", "清单"),
                                new CreditMeasure("published", "公示", "published", "清单"))));
    }

    private final List<ProjectEvent> events = new ArrayList<>();
    private @Nullable Commitment commitment;
    private Supervision supervision = Supervision.NONE;

    private Pledge() {}

    public static Pledge nothing() {
        return new Pledge();
    }

    /** The notice of Fri 26 February 2021. */
    public static Pledge noticed() {
        return nothing().then(notice("2021-02-26T10:00"));
    }

    public static Pledge submitted() {
        return noticed().then(letter("2021-03-01T10:00"));
    }

    /** Shown from Wed 3 to Thu 11 March 2021. */
    public static Pledge shown() {
        return submitted().then(preCheck("2021-03-02T10:00"));
    }

    /** In force since the end of Thu 11 March 2021. */
    public static Pledge inForce() {
        return shown().until("2021-03-12T00:00");
    }

    /** All that was promised has been kept. */
    public static Pledge fulfilled() {
        return inForce()
                .built(started("2021-05-10T10:00"))
                .then(measurement("2022-05-10T10:00", "plot-ratio", "1.3"))
                .built(completed("2022-05-20T10:00"))
                .built(accepted("2022-06-01T10:00"))
                .built(inProduction("2022-08-30T10:00"))
                .then(measurement("2023-01-10T10:00", "energy", "0.25"));
    }

    public Pledge then(ServeNotice command) {
        NoticeServed served = allowed(() -> serve(command));
        commitment = Commitment.begun(served);
        events.add(served);
        return this;
    }

    public Pledge then(CommitmentCommand command) {
        until(command.occurredAt());
        allowed(() -> decide(command)).forEach(this::tell);
        return this;
    }

    public Pledge then(SupervisionCommand command) {
        until(command.occurredAt());
        allowed(() -> decide(command)).forEach(this::tell);
        return this;
    }

    /** What is asked happens, or is refused. */
    public Pledge asked(CommitmentCommand command) {
        until(command.occurredAt());
        try {
            decide(command).forEach(this::tell);
        } catch (Refusal refusal) {
            assertThat(refusal.detail()).isNotBlank();
        }
        return this;
    }

    /** What is asked happens, or is refused. */
    public Pledge asked(SupervisionCommand command) {
        until(command.occurredAt());
        try {
            decide(command).forEach(this::tell);
        } catch (Refusal refusal) {
            assertThat(refusal.detail()).isNotBlank();
        }
        return this;
    }

    /** What the construction reports. */
    public Pledge built(ConstructionEvent event) {
        until(event.occurredAt());
        Commitment told = commitment().evolve(event);
        events.add(event);
        List<CommitmentEvent> heeded = told.heed(event, office(event.occurredAt()));
        commitment = told;
        heeded.forEach(this::tell);
        return this;
    }

    /** Let happen what falls due up to that moment. */
    public Pledge until(String local) {
        return until(at(local));
    }

    private Pledge until(Instant moment) {
        for (Due due = due(moment); due != null && !due.at().isAfter(moment); due = due(moment)) {
            due.events().forEach(this::tell);
        }
        return this;
    }

    /** What falls due next. */
    public @Nullable Due due(String local) {
        return due(at(local));
    }

    private @Nullable Due due(Instant now) {
        return Stream.of(
                        commitment == null ? null : commitment.fallsDue(office(now)),
                        supervision.fallsDue("cn", office(now)))
                .filter(Objects::nonNull)
                .min(Comparator.comparing(Due::at))
                .orElse(null);
    }

    private void tell(ProjectEvent event) {
        switch (event) {
            case CommitmentEvent e -> commitment = commitment().evolve(e);
            case SupervisionEvent e -> supervision = supervision.evolve(e);
            default -> throw new AssertionError(event);
        }
        events.add(event);
    }

    private NoticeServed serve(ServeNotice command) throws Refusal {
        return Commitment.serve(
                COMMITMENT,
                command,
                EDITION,
                ProjectType.RECORD_FILED,
                ZONE,
                office(command.occurredAt()));
    }

    private List<CommitmentEvent> decide(CommitmentCommand command) throws Refusal {
        return commitment().decide(command, ENTERPRISE, EDITION, office(command.occurredAt()));
    }

    private List<SupervisionEvent> decide(SupervisionCommand command) throws Refusal {
        return supervision.decide(
                command, commitments(), ENTERPRISE, EDITION, office(command.occurredAt()));
    }

    /** Why the act is refused; it must be. */
    public Refusal refusal(ServeNotice command) {
        return refused(() -> serve(command));
    }

    public Refusal refusal(CommitmentCommand command) {
        until(command.occurredAt());
        return refused(() -> decide(command));
    }

    /** Why it is refused at that moment, which is not that of the act. */
    public Refusal refusal(CommitmentCommand command, String now) {
        return refused(() -> commitment().decide(command, ENTERPRISE, EDITION, office(at(now))));
    }

    public Refusal refusal(SupervisionCommand command) {
        until(command.occurredAt());
        return refused(() -> decide(command));
    }

    public Reason reason(CommitmentCommand command) {
        return refusal(command).reason();
    }

    public Reason reason(SupervisionCommand command) {
        return refusal(command).reason();
    }

    public Commitment commitment() {
        return Objects.requireNonNull(commitment, "no notice has been served");
    }

    public Supervision supervision() {
        return supervision;
    }

    private Map<CommitmentId, Commitment> commitments() {
        return commitment == null ? Map.of() : Map.of(COMMITMENT, commitment);
    }

    public List<ProjectEvent> events() {
        return List.copyOf(events);
    }

    /** The last events, as many as asked for. */
    public List<ProjectEvent> last(int count) {
        return List.copyOf(events.subList(events.size() - count, events.size()));
    }

    public List<String> told() {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    private interface Asked<T> {
        T answer() throws Refusal;
    }

    private static <T> T allowed(Asked<T> asked) {
        try {
            return asked.answer();
        } catch (Refusal refusal) {
            throw new AssertionError(
                    "refused: %s, %s".formatted(refusal.reason(), refusal.detail()), refusal);
        }
    }

    private static Refusal refused(Asked<?> asked) {
        try {
            throw new AssertionError("it was not refused, but led to " + asked.answer());
        } catch (Refusal refusal) {
            assertThat(refusal.detail()).isNotBlank();
            return refusal;
        }
    }

    /** The office at that moment, with the edition of these stories. */
    public static Office office(Instant now) {
        return Office.at(now).with(EDITION);
    }

    // The acts, well-formed unless the test leaves something out.

    public static ServeNotice notice(String local) {
        return notice(local, List.of(ENERGY_REVIEW, SOIL_AND_WATER), "告知〔2021〕1号");
    }

    public static ServeNotice notice(String local, List<ItemCode> items, @Nullable String number) {
        return new ServeNotice(PROJECT, at(local), items, STANDARD.version(), number);
    }

    public static SubmitLetter letter(String local) {
        return letter(local, promise());
    }

    public static SubmitLetter letter(String local, Promise promise) {
        return new SubmitLetter(
                COMMITMENT,
                at(local),
                "诺字〔2021〕1号",
                List.of(ENERGY_REVIEW),
                STANDARD.hash(),
                new Signer("王某", Signer.Capacity.LEGAL_REPRESENTATIVE),
                promise,
                SIGNED);
    }

    /** 承诺2021年6月底前开工，2022年5月底前竣工，2022年8月底前投产. */
    public static Promise promise() {
        return new Promise(
                List.of(
                        promised("plot-ratio", "比值", Direction.AT_LEAST, "1.2"),
                        promised("energy", "吨标准煤/万元", Direction.AT_MOST, "0.25")),
                milestones("2021-06-30", "2022-05-31", "2022-08-31"));
    }

    public static PromisedIndicator promised(
            String code, String unit, Direction direction, String value) {
        return new PromisedIndicator(code, unit, direction, new BigDecimal(value));
    }

    public static List<PromisedMilestone> milestones(
            String start, String completion, String production) {
        return List.of(
                new PromisedMilestone(Milestone.START, LocalDate.parse(start)),
                new PromisedMilestone(Milestone.COMPLETION, LocalDate.parse(completion)),
                new PromisedMilestone(Milestone.PRODUCTION, LocalDate.parse(production)));
    }

    public static PassPreCheck preCheck(String local) {
        return new PassPreCheck(COMMITMENT, at(local));
    }

    public static DeclineCommitment decline(String local) {
        return new DeclineCommitment(COMMITMENT, at(local), "项目用地与规划不符");
    }

    public static RaiseObjection objection(String local) {
        return new RaiseObjection(COMMITMENT, at(local), "邻近企业", "排放指标不实");
    }

    public static DecideObjection objectionDecided(String local, int objection, boolean upheld) {
        return new DecideObjection(COMMITMENT, at(local), objection, upheld, "经核查");
    }

    public static WithdrawCommitment withdrawal(String local) {
        return new WithdrawCommitment(COMMITMENT, at(local), "改按一般程序办理");
    }

    public static MeasureIndicator measurement(String local, String indicator, String measured) {
        return new MeasureIndicator(
                COMMITMENT, at(local), indicator, new BigDecimal(measured), "检测报告1号");
    }

    public static ConstructionStarted started(String local) {
        return new ConstructionStarted(PROJECT, at(local));
    }

    public static ConstructionCompleted completed(String local) {
        return new ConstructionCompleted(PROJECT, at(local));
    }

    public static CompletionAccepted accepted(String local) {
        return new CompletionAccepted(PROJECT, at(local), "联验〔2022〕1号");
    }

    public static ProductionStarted inProduction(String local) {
        return new ProductionStarted(PROJECT, at(local));
    }

    /** The plot ratio does not conform. */
    public static RecordInspection inspection(String local) {
        return inspection(local, new Finding(PLOT_RATIO, false, "实测容积率低于承诺值"));
    }

    public static RecordInspection inspection(String local, Finding finding) {
        return new RecordInspection(
                PROJECT,
                at(local),
                COMMITMENT,
                Node.DURING_CONSTRUCTION,
                "执法证0001",
                List.of(finding),
                List.of(SIGNED));
    }

    public static OrderRectification order(String local, String deadline) {
        return new OrderRectification(
                PROJECT, at(local), 1, LocalDate.parse(deadline), "按承诺值调整方案", "责改〔2021〕1号");
    }

    public static VerifyRectification verification(String local, boolean rectified) {
        return new VerifyRectification(PROJECT, at(local), 1, rectified, "现场复查", List.of());
    }

    public static FindBreach breach(String local, BreachKind kind, @Nullable Integer order) {
        return new FindBreach(PROJECT, at(local), COMMITMENT, kind, order, "经查实", "违诺〔2021〕1号");
    }

    public static CloseBreach closing(String local, BreachClosing closing) {
        return new CloseBreach(PROJECT, at(local), 1, closing, "经核查", "违诺结〔2021〕1号");
    }

    public static LegalDocument penalty(String effective) {
        return new LegalDocument("行政处罚决定书", "罚字〔2021〕1号", LocalDate.parse(effective));
    }

    public static ProposeCreditMeasure proposal(String local) {
        return proposal(local, "no-commitment", penalty("2021-05-01"));
    }

    public static ProposeCreditMeasure proposal(
            String local, String measure, @Nullable LegalDocument document) {
        return new ProposeCreditMeasure(PROJECT, at(local), 1, measure, document);
    }

    public static ObjectToProposal proposalObjection(String local) {
        return new ObjectToProposal(PROJECT, at(local), 1, "处罚决定已申请复议");
    }

    public static DecideProposalObjection proposalObjectionDecided(String local, boolean upheld) {
        return new DecideProposalObjection(PROJECT, at(local), 1, upheld, "经复核");
    }

    public static RepairCredit repair(String local) {
        return new RepairCredit(PROJECT, at(local), 1, "修复〔2022〕1号");
    }
}
