package org.chengnuo.approval.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.Pledge.ENERGY_REVIEW;
import static org.chengnuo.approval.Story.CONSTRUCTION_PERMIT;
import static org.chengnuo.approval.Story.CULTURAL_RELICS;
import static org.chengnuo.approval.Story.PLANNING_PERMIT;
import static org.chengnuo.approval.Story.PROJECT;
import static org.chengnuo.approval.Story.PROJECT_FILING;

import static java.util.Objects.requireNonNull;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

import org.chengnuo.approval.Office;
import org.chengnuo.approval.Pledge;
import org.chengnuo.approval.ProjectActs;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.Story;
import org.chengnuo.approval.calendar.Notice;
import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.clock.Amount;
import org.chengnuo.approval.clock.Basis;
import org.chengnuo.approval.clock.BasisReading;
import org.chengnuo.approval.clock.LimitReading;
import org.chengnuo.approval.clock.LimitUnit;
import org.chengnuo.approval.clock.Reading;
import org.chengnuo.approval.clock.ReviewClock;
import org.chengnuo.approval.clock.ReviewCourse;
import org.chengnuo.approval.clock.StopGround;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.construction.ConstructionCommand.AcceptCompletion;
import org.chengnuo.approval.construction.ConstructionCommand.ClearStart;
import org.chengnuo.approval.construction.ConstructionEvent.CompletionAccepted;
import org.chengnuo.approval.construction.ConstructionEvent.ConstructionStarted;
import org.chengnuo.approval.construction.ConstructionEvent.StartCleared;
import org.chengnuo.approval.construction.ConstructionEvent.StartedWithoutClearance;
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
import org.chengnuo.approval.filing.FilingCommand.RefuseAcceptance;
import org.chengnuo.approval.filing.FilingCommand.RequestCorrection;
import org.chengnuo.approval.filing.FilingCommand.RevokeDecision;
import org.chengnuo.approval.filing.FilingCommand.WithdrawFiling;
import org.chengnuo.approval.filing.FilingEvent;
import org.chengnuo.approval.filing.FilingEvent.CardRaised;
import org.chengnuo.approval.filing.FilingEvent.FilingAccepted;
import org.chengnuo.approval.filing.FilingEvent.FilingDecided;
import org.chengnuo.approval.filing.FilingEvent.FilingDeemedAccepted;
import org.chengnuo.approval.filing.FilingEvent.SpecialProcedureClosed;
import org.chengnuo.approval.filing.FilingEvent.SpecialProcedureOpened;
import org.chengnuo.approval.filing.FilingHistory;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.filing.Outcome;
import org.chengnuo.approval.journal.EventCatalogue;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.policy.PolicyContent;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.policy.PolicyItem;
import org.chengnuo.approval.project.ProjectCommand.ActOnWhatIsDue;
import org.chengnuo.approval.project.ProjectEvent.AgentEntrusted;
import org.chengnuo.approval.supervision.BreachClosing;
import org.chengnuo.approval.supervision.BreachKind;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lives of projects as chance tells them: 250 of 350 acts each. Whatever is asked, the office
 * answers or refuses, what it records reads back as what it was, and what must hold holds.
 */
class AnyLifeTest {

    private static final int LIVES = 300;
    private static final int ACTS = 350;

    /** Histories of imported logs have lives of their own. */
    private static final Set<Class<?>> NOT_HERE =
            Set.of(
                    ProjectEvent.ProjectImported.class,
                    FilingEvent.FilingImported.class,
                    FilingEvent.WorkStepRecorded.class);

    private static final List<ItemCode> ITEMS =
            Pledge.EDITION.items().stream().map(PolicyItem::code).toList();

    /** What has happened in some life. */
    private static final Set<Class<?>> SEEN = new HashSet<>();

    /** Chance has been everywhere, or goes on until it has. */
    @AfterContainer
    static void everythingHasHappened() {
        List<Class<?>> all =
                EventCatalogue.all().stream()
                        .filter(ProjectEvent.class::isAssignableFrom)
                        .filter(event -> !NOT_HERE.contains(event))
                        .collect(Collectors.toUnmodifiableList());
        for (long seed = 0; seed < LIVES && !SEEN.containsAll(all); seed++) {
            tell(seed);
        }
        assertThat(SEEN).containsAll(all);
    }

    @Property(tries = LIVES)
    void whateverIsAskedTheOfficeAnswersOrRefuses(@ForAll long seed) {
        tell(seed);
    }

    private static void tell(long seed) {
        var life = new Life(new Random(seed));
        for (int i = 0; i < ACTS; i++) {
            life.nextAct();
        }
        life.readsBackAsItWas();
    }

    /** One life, and what has to hold in it at every moment. */
    private static final class Life {

        private final Random random;
        private final PolicyEdition edition;
        private final Office office;
        private final List<ProjectEvent> events = new ArrayList<>();
        private final Map<FilingId, FilingHistory> histories = new HashMap<>();
        private final Map<FilingId, Instant> dues = new HashMap<>();
        private final Set<FilingId> accepted = new HashSet<>();
        private final Set<FilingId> stopped = new HashSet<>();
        private final Set<String> fired = new HashSet<>();
        private InvestmentProject project = InvestmentProject.NONE;
        private @Nullable WorkingCalendar counting;
        private @Nullable String asking;
        private LocalDateTime time = LocalDateTime.parse("2021-02-22T09:00");

        Life(Random random) {
            this.random = random;
            this.edition = anyEdition();
            this.office = Office.at(Instant.EPOCH).with(edition).with(anyCalendar());
        }

        /** The edition of the pledge, as a place could have changed it. */
        private PolicyEdition anyEdition() {
            PolicyContent old = Pledge.EDITION.content();
            LimitUnit unit = random.nextInt(3) == 0 ? one(List.of(LimitUnit.values())) : null;
            return new PolicyEdition(
                    Pledge.EDITION.name(),
                    Pledge.EDITION.validity(),
                    new PolicyContent(
                            old.calendar(),
                            random.nextInt(4) == 0 ? 1 + random.nextInt(8) : old.correctionWindow(),
                            random.nextBoolean() ? null : anyLimit(LimitUnit.WD),
                            old.lateEntryAfter(),
                            old.warnings(),
                            old.publicity(),
                            random.nextInt(4) == 0,
                            old.items().stream()
                                    .map(item -> unit == null ? item : promising(unit, item))
                                    .toList(),
                            old.standards(),
                            old.eligibility(),
                            old.creditMeasures()));
        }

        private PolicyItem promising(LimitUnit unit, PolicyItem item) {
            return new PolicyItem(
                    item.code(),
                    item.chinese(),
                    item.english(),
                    item.itemClass(),
                    item.exceptions(),
                    item.department(),
                    item.kind(),
                    anyLimit(unit),
                    random.nextInt(4) == 0 ? null : item.statutory(),
                    item.extension(),
                    item.beforeStart(),
                    item.grounds());
        }

        private TimeLimit anyLimit(LimitUnit unit) {
            return new TimeLimit((unit.countsDays() ? 1 : 8) * (1 + random.nextInt(20)), unit);
        }

        /** Now and then a notice that nobody had expected: a week off, or a weekend of work. */
        private WorkingCalendar anyCalendar() {
            if (random.nextInt(3) > 0) {
                return Story.CN;
            }
            LocalDate first = LocalDate.parse("2021-03-08").plusDays(random.nextInt(280));
            Notice.Rule rule = one(List.of(Notice.Rule.values()));
            return Story.CN.with(
                    List.of(
                            new Notice(
                                    2021,
                                    "国办发明电〔2021〕99号",
                                    Story.at(first.minusDays(random.nextInt(10)) + "T12:00"),
                                    Stream.iterate(first, day -> day.plusDays(1))
                                            .limit(7)
                                            .map(day -> new Notice.Day(day, rule, "临时"))
                                            .toList())));
        }

        void nextAct() {
            time = time.plusMinutes(random.nextInt(random.nextInt(20) == 0 ? 60_000 : 1_500));
            Instant now = Story.at(time.toString());
            if (random.nextInt(10) < 8) {
                let(new ActOnWhatIsDue(PROJECT, now), now);
                assertThat(project.nextDue(office.then(now)).map(due -> due.isAfter(now)))
                        .as("what was due by %s has happened", now)
                        .isNotEqualTo(java.util.Optional.of(false));
            }
            String at =
                    time.minusMinutes(random.nextInt(4) == 0 ? random.nextInt(600) : 0).toString();
            asking = random.nextInt(8) == 0 ? ProjectActs.AGENT : null;
            for (ProjectCommand command : anyOf(at)) {
                let(command, now);
            }
            asking = null;
            if (random.nextBoolean()) {
                clocksRunForward(now);
            }
            theClockIsSound(now);
            if (random.nextInt(40) == 0) {
                readsBackAsItWas();
            }
        }

        private void let(ProjectCommand command, Instant now) {
            List<ProjectEvent> decided;
            boolean nothingMissing =
                    (command instanceof ClearStart || command instanceof AcceptCompletion)
                            && project.missingForStart(office.then(now)).isEmpty();
            try {
                decided = project.decide(command, office.then(now).asked(asking)).events();
            } catch (Refusal refusal) {
                assertThat(refusal.detail()).isNotBlank();
                return;
            }
            if (asking != null) {
                assertThat(events).as("who acts").hasAtLeastOneElementOfType(AgentEntrusted.class);
            }
            aStartIsClearedOrAViolation(decided, now);
            for (ProjectEvent event : decided) {
                assertThat(event.project()).isEqualTo(PROJECT);
                assertThat(event.occurredAt()).isBeforeOrEqualTo(now);
                if (event instanceof StartCleared || event instanceof CompletionAccepted) {
                    assertThat(nothingMissing).as("%s with something missing", event).isTrue();
                }
                project = project.evolve(event);
                events.add(event);
                SEEN.add(event.getClass());
                if (event instanceof FilingEvent filing) {
                    told(filing, now);
                }
            }
        }

        /** Whatever starts was cleared, and lacked nothing; or it is on record that it was not. */
        private void aStartIsClearedOrAViolation(List<ProjectEvent> decided, Instant now) {
            for (ProjectEvent event : decided) {
                if (event instanceof ConstructionStarted started) {
                    List<ProjectEvent> before =
                            events.stream()
                                    .filter(one -> !one.occurredAt().isAfter(started.occurredAt()))
                                    .toList();
                    List<Missing> missing = replayed(before).missingForStart(office.then(now));
                    boolean cleared = before.stream().anyMatch(StartCleared.class::isInstance);
                    assertThat(decided)
                            .filteredOn(StartedWithoutClearance.class::isInstance)
                            .isEqualTo(
                                    cleared && missing.isEmpty()
                                            ? List.of()
                                            : List.of(
                                                    new StartedWithoutClearance(
                                                            PROJECT,
                                                            started.occurredAt(),
                                                            missing)));
                }
            }
        }

        private void told(FilingEvent event, Instant now) {
            FilingId id = event.filing();
            histories.compute(
                    id,
                    (_, history) ->
                            history == null
                                    ? FilingHistory.begun(event)
                                    : history.with(event, now));
            switch (event) {
                case FilingAccepted _, FilingDeemedAccepted _ ->
                        assertThat(accepted.add(id)).as("accepted once").isTrue();
                case SpecialProcedureOpened _ ->
                        assertThat(stopped.add(id)).as("one open stop").isTrue();
                case SpecialProcedureClosed _ ->
                        assertThat(stopped.remove(id)).as("a stop was open").isTrue();
                case FilingDecided _ ->
                        assertThat(accepted).as("decided after acceptance").contains(id);
                case CardRaised card ->
                        assertThat(fired.add(id + " " + card.card())).as("raised once").isTrue();
                default -> {}
            }
        }

        /** Of one course: what is used only grows, and stops only ever take away from it. */
        private void theClockIsSound(Instant now) {
            FilingHistory history = histories.get(filing());
            if (history == null || history.course().isEmpty()) {
                return;
            }
            ReviewCourse course = history.course().get();
            if (course.accepted().isAfter(now)) {
                return;
            }
            WorkingCalendar calendar = office.then(now).calendar("cn");
            Instant later = now.plus(Duration.ofMinutes(random.nextInt(10_000)));
            Reading reading = ReviewClock.read(course, calendar, now);
            Reading afterwards = ReviewClock.read(course, calendar, later);
            Reading gross = ReviewClock.read(withoutStops(course), calendar, now);
            for (Basis basis : Basis.values()) {
                BasisReading read = reading.by(basis).orElseThrow();
                BasisReading then = afterwards.by(basis).orElseThrow();
                BasisReading all = gross.by(basis).orElseThrow();
                isNoMoreThan(read.promised(), then.promised());
                isNoMoreThan(read.promised(), all.promised());
                if (read.statutory() != null) {
                    isNoMoreThan(read.statutory(), requireNonNull(then.statutory()));
                    isNoMoreThan(read.statutory(), requireNonNull(all.statutory()));
                }
            }
            isNoMoreThan(
                    reading.claimed().promised(),
                    reading.by(Basis.ATTESTED).orElseThrow().promised());
        }

        private static void isNoMoreThan(LimitReading one, LimitReading other) {
            assertThat(other.used().minus(one.used()).isNegative())
                    .as("%s used, and then %s", one.used(), other.used())
                    .isFalse();
            assertThat(one.remaining().plus(one.used())).isEqualTo(Amount.of(one.limit()));
        }

        private static ReviewCourse withoutStops(ReviewCourse course) {
            return new ReviewCourse(
                    course.accepted(),
                    course.ended(),
                    course.promised(),
                    course.statutory(),
                    course.extension(),
                    List.of(),
                    course.attestable(),
                    course.lateEntryAfter(),
                    course.warnings());
        }

        /** The promised limit is never due earlier than it was before, but by a new notice. */
        private void clocksRunForward(Instant now) {
            WorkingCalendar calendar = office.then(now).calendar("cn");
            if (calendar != counting) {
                dues.clear();
                counting = calendar;
            }
            histories.forEach(
                    (id, history) ->
                            history.course()
                                    .filter(course -> !course.accepted().isAfter(now))
                                    .map(course -> ReviewClock.read(course, calendar, now))
                                    .map(reading -> reading.claimed().promised().due().moment())
                                    .ifPresent(
                                            due -> {
                                                Instant before = dues.put(id, due);
                                                assertThat(before == null || !due.isBefore(before))
                                                        .as("the clock of %s ran backwards", id)
                                                        .isTrue();
                                            }));
        }

        /** And goes on from there, so that nothing but the story can matter to what comes. */
        void readsBackAsItWas() {
            InvestmentProject again = replayed(events);
            assertThat(again).isEqualTo(project);
            project = again;
        }

        private static InvestmentProject replayed(List<ProjectEvent> events) {
            InvestmentProject project = InvestmentProject.NONE;
            for (ProjectEvent event : events) {
                project = project.evolve(event);
            }
            return project;
        }

        private <T> T one(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }

        private FilingId filing() {
            return new FilingId(PROJECT, 1 + random.nextInt(Math.max(1, histories.size())));
        }

        /** Usually one act; now and then all that a step needs, so that lives get on. */
        private List<ProjectCommand> anyOf(String at) {
            if (events.isEmpty()) {
                return List.of(Story.registration(at));
            }
            if (random.nextInt(60) == 0) {
                return everythingForTheStart(at);
            }
            if (random.nextInt(60) == 0) {
                return everythingPromised(at);
            }
            return switch (random.nextInt(8)) {
                case 0 -> List.of(one(projectActs(at)));
                case 1 -> List.of(one(constructionActs(at)));
                case 2, 3 -> List.of(one(commitmentActs(at)));
                case 4 -> List.of(one(supervisionActs(at)));
                default -> List.of(one(filingActs(at, filing())));
            };
        }

        private List<ProjectCommand> everythingForTheStart(String at) {
            var acts = new ArrayList<ProjectCommand>();
            acts.add(ProjectActs.landSupply(at));
            int next = histories.size();
            for (PolicyItem item : edition.items()) {
                switch (item.itemClass()) {
                    case GOVERNMENT_SERVICE -> {
                        acts.add(ProjectActs.order(item.code(), at));
                        acts.add(ProjectActs.startOf(item.code(), at));
                        acts.add(ProjectActs.deliveryOf(item.code(), at));
                    }
                    case KEPT_APPROVAL, COMMITMENT, FILING_ONLY -> {
                        if (item.beforeStart()) {
                            var id = new FilingId(PROJECT, ++next);
                            acts.add(Story.receipt(item.code(), at));
                            acts.add(new AcceptFiling(id, Story.at(at), "受字1号"));
                            acts.add(decision(id, at, Outcome.GRANTED));
                            acts.add(new RecordFiling(id, Story.at(at), "备字1号"));
                        }
                    }
                    case CANCELLED -> {}
                }
            }
            acts.add(ProjectActs.clearance(at));
            return acts;
        }

        private List<ProjectCommand> everythingPromised(String at) {
            return List.of(
                    Pledge.measurement(at, "plot-ratio", "1.3"),
                    ProjectActs.completion(at),
                    Pledge.verification(at, true),
                    Pledge.closing(at, BreachClosing.REPAIRED),
                    ProjectActs.acceptanceOfCompletion(at),
                    ProjectActs.production(at),
                    Pledge.measurement(at, "energy", "0.2"));
        }

        private List<ProjectCommand> projectActs(String at) {
            return List.of(
                    Story.registration(at),
                    ProjectActs.codeChange(at, ProjectActs.CODE),
                    ProjectActs.assessment(at),
                    ProjectActs.assessment(at),
                    ProjectActs.assessment(at, Exclusion.STRATEGIC_RESOURCES),
                    ProjectActs.moveTo("2018", at),
                    ProjectActs.rulingOut(one(ITEMS), at),
                    ProjectActs.reinstating(one(ITEMS), at),
                    ProjectActs.entrustment(
                            at, "2022-12-01T10:00", one(List.of(AgentScope.values()))),
                    ProjectActs.endOfEntrustment(1 + random.nextInt(3), at),
                    ProjectActs.order(one(ITEMS), at),
                    ProjectActs.startOf(CULTURAL_RELICS, at),
                    ProjectActs.deliveryOf(CULTURAL_RELICS, at),
                    ProjectActs.landSupply(at),
                    random.nextInt(40) == 0
                            ? ProjectActs.withdrawalOfTheProject(at)
                            : ProjectActs.assessment(at),
                    random.nextInt(40) == 0
                            ? ProjectActs.termination(at)
                            : ProjectActs.landSupply(at));
        }

        private List<ProjectCommand> constructionActs(String at) {
            return List.of(
                    ProjectActs.clearance(at),
                    ProjectActs.start(at),
                    ProjectActs.milestone(at),
                    ProjectActs.completion(at),
                    ProjectActs.refusalOfCompletion(at),
                    ProjectActs.acceptanceOfCompletion(at),
                    ProjectActs.production(at));
        }

        private List<ProjectCommand> commitmentActs(String at) {
            int objection = 1 + random.nextInt(2);
            return List.of(
                    Pledge.notice(at),
                    Pledge.letter(at),
                    Pledge.letter(at),
                    Pledge.preCheck(at),
                    Pledge.preCheck(at),
                    Pledge.objection(at),
                    Pledge.objectionDecided(at, objection, random.nextInt(4) == 0),
                    random.nextInt(6) == 0 ? Pledge.decline(at) : Pledge.preCheck(at),
                    random.nextInt(6) == 0 ? Pledge.withdrawal(at) : Pledge.letter(at),
                    Pledge.measurement(at, "plot-ratio", random.nextBoolean() ? "1.3" : "1.1"),
                    Pledge.measurement(at, "energy", random.nextBoolean() ? "0.2" : "0.4"));
        }

        private List<ProjectCommand> supervisionActs(String at) {
            String deadline = time.plusDays(random.nextInt(40)).toLocalDate().toString();
            return List.of(
                    Pledge.inspection(at),
                    Pledge.order(at, deadline),
                    Pledge.verification(at, random.nextBoolean()),
                    Pledge.breach(at, one(List.of(BreachKind.values())), order()),
                    random.nextInt(4) == 0
                            ? Pledge.closing(at, one(List.of(BreachClosing.values())))
                            : Pledge.proposal(at),
                    Pledge.proposal(at),
                    Pledge.proposalObjection(at),
                    Pledge.proposalObjection(at),
                    Pledge.proposalObjectionDecided(at, random.nextBoolean()),
                    Pledge.proposalObjectionDecided(at, random.nextBoolean()),
                    Pledge.repair(at));
        }

        private @Nullable Integer order() {
            return random.nextBoolean() ? null : 1 + random.nextInt(2);
        }

        private List<ProjectCommand> filingActs(String local, FilingId id) {
            Instant at = Story.at(local);
            return List.of(
                    Story.receipt(
                            one(
                                    List.of(
                                            PLANNING_PERMIT,
                                            CONSTRUCTION_PERMIT,
                                            PROJECT_FILING,
                                            ENERGY_REVIEW,
                                            one(ITEMS))),
                            local),
                    new RequestCorrection(id, at, "补字1号", List.of("缺少平面图")),
                    new AnswerCorrection(id, at),
                    new AcceptFiling(id, at, "受字1号"),
                    new AcceptFiling(id, at, random.nextBoolean() ? null : "受字1号"),
                    new RefuseAcceptance(id, at, "不受字1号", "不属于本机关职权", "可申请行政复议"),
                    new DeemAccepted(id, at),
                    new RecordFiling(id, at, "备字1号"),
                    new OpenSpecialProcedure(
                            id,
                            at,
                            one(List.of(StopGround.values())),
                            "特告1号",
                            new TimeLimit(
                                    1 + random.nextInt(20), one(List.of(LimitUnit.values())))),
                    new CloseSpecialProcedure(id, at, 1 + random.nextInt(2), "评审意见1号"),
                    new ExtendReview(id, at, TimeLimit.workingDays(3), "论证", "局长"),
                    decision(id, local, one(List.of(Outcome.values()))),
                    new DeliverDecision(id, at, "回证1号"),
                    new WithdrawFiling(id, at, "调整"),
                    new RevokeDecision(id, at, "以欺骗手段取得"));
        }

        private static DecideFiling decision(FilingId id, String local, Outcome outcome) {
            return new DecideFiling(
                    id, Story.at(local), outcome, "准字1号", "不符合规划", "可申请复议", List.of("验收意见"));
        }
    }
}
