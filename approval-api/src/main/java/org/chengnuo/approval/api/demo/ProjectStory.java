package org.chengnuo.approval.api.demo;

import org.chengnuo.approval.api.demo.Step.Person;
import org.chengnuo.approval.parcel.ParcelCode;
import org.chengnuo.approval.parcel.ParcelCommand.SupplyLand;
import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.policy.PolicyItem;
import org.chengnuo.approval.policy.ShippedPolicies;
import org.chengnuo.approval.policy.Standard.Measured;
import org.chengnuo.approval.project.AgentScope;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.Exclusion;
import org.chengnuo.approval.project.ProjectCode;
import org.chengnuo.approval.project.ProjectCommand.AssessEligibility;
import org.chengnuo.approval.project.ProjectCommand.ChangeProjectCode;
import org.chengnuo.approval.project.ProjectCommand.EntrustAgent;
import org.chengnuo.approval.project.ProjectCommand.RuleItemOut;
import org.chengnuo.approval.project.ProjectCommand.TerminateProject;
import org.chengnuo.approval.project.ProjectCommand.WithdrawProject;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.RegionCode;
import org.chengnuo.approval.project.RegisterProject;
import org.chengnuo.approval.supervision.Node;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How one project goes, from its registration to production or as far as it comes: what concerns it
 * is settled, the land is prepared, the enterprise commits to what it wants to and files the rest,
 * phase after phase, and builds.
 */
final class ProjectStory extends Story {

    /**
     * What a project may need; the share says how many do. What the start needs, and this project
     * does not, is ruled out.
     */
    private record Need(String item, double share) {}

    private static final List<Need> PLANNING =
            List.of(
                    new Need("land-use-planning-permit", 1),
                    new Need("site-opinion", 0.3),
                    new Need("eia-form", 0.8));

    private static final List<Need> DESIGN =
            List.of(
                    new Need("works-planning-permit", 1),
                    new Need("energy-review", 0.5),
                    new Need("soil-and-water", 0.55),
                    new Need("civil-air-defence", 0.35),
                    new Need("water-abstraction", 0.2),
                    new Need("flood-impact", 0.12),
                    new Need("weather-stations", 0.08),
                    new Need("green-land", 0.15),
                    new Need("municipal-facilities", 0.15),
                    new Need("water-and-sewer", 0.2));

    private static final List<Need> BEFORE_THE_START =
            List.of(
                    new Need("drawing-review", 0.6),
                    new Need("fire-design-review", 0.85),
                    new Need("lightning-protection", 0.5));

    private static final List<Need> START = List.of(new Need("construction-permit", 1));
    private static final List<Need> COMPLETION = List.of(new Need("joint-acceptance", 1));
    private static final List<Need> RECORD = List.of(new Need("acceptance-filing", 1));

    /** What the government does itself, besides what it has taken over under the later edition. */
    private static final List<Need> SERVICES =
            List.of(
                    new Need("cultural-relics", 0.25),
                    new Need("overlying-minerals", 0.25),
                    new Need("geo-hazard", 0.4),
                    new Need("seismic-safety", 0.5),
                    new Need("area-eia", 0.9),
                    new Need("area-energy", 0.7));

    /** From then on the new generation of project codes, which begins with year and month. */
    private static final Instant NEW_CODES = Instant.parse("2020-11-29T16:00:00Z");

    private static final Instant REFORM = Instant.parse("2018-07-01T00:00:00Z");

    private final PolicyEdition edition;
    private final ProjectType type;
    private final Instant end;
    private final Instant registered;
    private final RegionCode region;
    private final Person owner;
    private final Person applicant;
    private final Set<ItemCode> concerned = new LinkedHashSet<>();
    private final List<FilingStory> filings = new ArrayList<>();

    /** When the last of what the start needs came to be, and when the last of it was entered. */
    private Instant ready;

    private Instant readyEntered;
    private @Nullable CommitmentStory commitment;

    /**
     * @param end nothing is written that begins later
     */
    ProjectStory(Draw draw, LocalDate day, Instant end) {
        super(
                draw,
                Zone.settled(draw),
                0,
                OfficeDays.during(day, draw),
                Instant.EPOCH,
                new ArrayList<>());
        this.end = end;
        this.registered = now;
        this.edition = ShippedPolicies.inForce(registered);
        this.type =
                edition.item(code("project-approval")).isPresent() && draw.chance(0.05)
                        ? ProjectType.APPROVED
                        : ProjectType.RECORD_FILED;
        this.region = draw.oneOf(zone.regions());
        CreditCode enterprise = Business.enterprise(region, draw);
        this.owner = new Person(enterprise.value(), null);
        boolean coded = register(enterprise);
        this.applicant =
                draw.chance(0.35)
                        ? entrusted("%s-agent-%d".formatted(zone.code(), draw.between(1, 3)))
                        : owner;
        this.ready = now;
        this.readyEntered = lastEntry;
        if (!coded) {
            work(2, 0.5);
            changeCode();
        }
    }

    List<Step> write() {
        Instant firstEntry = readyEntered;
        boolean eligible = settleWhatConcernsIt();
        prepareTheLand();
        if (eligible && draw.chance(Math.clamp(0.45 + 0.18 * years(registered), 0.45, 0.92))) {
            commit();
        }
        List<Need> first =
                List.of(
                        new Need(
                                type == ProjectType.APPROVED
                                        ? "project-approval"
                                        : "project-filing",
                                1));
        Optional<Instant> planned =
                phase(first, OfficeDays.after(registered, draw.around(0.3, 0.6)), 0.1, firstEntry)
                        .flatMap(at -> phase(PLANNING, at, 5));
        var construction =
                new ConstructionStory(draw, zone, applicant, registered, lastEntry, steps);
        var supervision =
                new SupervisionStory(
                        draw, zone, edition, applicant, commitment, registered, lastEntry, steps);
        if (planned.isPresent() && draw.chance(0.05)) {
            startWithoutClearance(planned.get(), construction, supervision);
        }
        planned.flatMap(this::design)
                .flatMap(this::fileWhatWasFreed)
                .flatMap(at -> phase(START, latest(at, ready), 2))
                .ifPresent(_ -> build(construction, supervision));
        if (registered.isBefore(NEW_CODES) && draw.chance(0.06)) {
            Instant since = latest(NEW_CODES, registered.plus(Duration.ofDays(60)));
            waitFor(OfficeDays.after(since, draw.within(0.5, 60)), lastEntry);
            changeCode();
        }
        if (draw.chance(0.06)) {
            giveUp(OfficeDays.after(registered, draw.between(15, 260)), construction);
        }
        return steps;
    }

    private boolean register(CreditCode enterprise) {
        Business.Plan plan = Business.plan(draw);
        ProjectCode code = projectCode(registered);
        boolean coded = draw.chance(0.7);
        atOnce(
                owner,
                e ->
                        new RegisterProject(
                                e.project(),
                                registered,
                                plan.name(),
                                coded ? code : null,
                                enterprise,
                                zone.zoneCode(),
                                region,
                                plan.industry(),
                                type,
                                plan.investment()));
        return coded;
    }

    /** 委托: in writing, at once, for all that the enterprise has to do. */
    private Person entrusted(String agent) {
        Instant from = lastEntry.plusSeconds(draw.between(60, 1800));
        Instant until = registered.plus(Duration.ofDays(4 * 365));
        now = from;
        atOnce(
                owner,
                e ->
                        new EntrustAgent(
                                e.project(),
                                from,
                                agent,
                                from,
                                until,
                                EnumSet.allOf(AgentScope.class),
                                e.papers().next(zone, "委", from)));
        return new Person(agent, owner.name());
    }

    private void changeCode() {
        Instant at = now;
        ProjectCode code = projectCode(at);
        atOnce(oneOf(4, "clerk"), e -> new ChangeProjectCode(e.project(), at, code));
    }

    private ProjectCode projectCode(Instant at) {
        LocalDate day = OfficeDays.dateOf(at);
        String first =
                at.isBefore(NEW_CODES)
                        ? "%04d".formatted(day.getYear())
                        : "%02d%02d".formatted(day.getYear() % 100, day.getMonthValue());
        return new ProjectCode(
                "%s-%s-%02d-03-%06d"
                        .formatted(
                                first,
                                region,
                                draw.between(13, 59),
                                draw.between(100_000, 999_999)));
    }

    /** Is the reform open to it, and which items do not concern it? */
    private boolean settleWhatConcernsIt() {
        Person clerk = oneOf(4, "clerk");
        work(1.5 * pace(now), 0.5);
        Instant assessed = now;
        Set<Exclusion> exclusions =
                draw.chance(0.04)
                        ? EnumSet.of(draw.oneOf(List.of(Exclusion.values())))
                        : EnumSet.noneOf(Exclusion.class);
        atOnce(clerk, e -> new AssessEligibility(e.project(), assessed, exclusions));
        for (List<Need> needs : List.of(SERVICES, PLANNING, DESIGN, BEFORE_THE_START, START)) {
            for (Need need : needs) {
                if (draw.chance(need.share())) {
                    concerned.add(code(need.item()));
                }
            }
        }
        if (type == ProjectType.RECORD_FILED) {
            concerned.add(code("project-filing"));
        }
        work(0.4, 0.5);
        for (PolicyItem item : edition.items()) {
            if (item.beforeStart()
                    && classOf(item) != ItemClass.CANCELLED
                    && !concerned.contains(item.code())) {
                now = now.plusSeconds(draw.between(40, 200));
                Instant ruledOut = now;
                atOnce(clerk, e -> new RuleItemOut(e.project(), ruledOut, item.code(), "不涉及该事项"));
            }
        }
        rests(now, lastEntry);
        return type == ProjectType.RECORD_FILED && exclusions.isEmpty();
    }

    /** All services should come before the supply of the land; some do not. */
    private void prepareTheLand() {
        double pace = pace(now);
        List<PolicyItem> services =
                edition.items().stream()
                        .filter(item -> classOf(item) == ItemClass.GOVERNMENT_SERVICE)
                        .filter(item -> concerned.contains(item.code()))
                        .toList();
        int parcels = draw.chance(0.12) ? 2 : 1;
        for (int number = 1; number <= parcels; number++) {
            var parcel = new ParcelCode("P" + number);
            Instant ordered = OfficeDays.after(now, draw.around(1.5 * pace, 0.5));
            Instant delivered = ordered;
            for (PolicyItem service : services) {
                var story =
                        new ServiceStory(draw, zone, service, parcel, ordered, lastEntry, steps);
                delivered = latest(delivered, story.write(0.4 + 0.25 * pace));
                rests(story.now, story.lastEntry);
            }
            supply(parcel, draw.chance(0.85) ? delivered : between(ordered, delivered, 0.5, 0.95));
        }
    }

    private void supply(ParcelCode parcel, Instant from) {
        var supply = new Supply(draw, zone, from, lastEntry, steps);
        supply.write(parcel);
        rests(supply.now, supply.lastEntry);
    }

    /** 供地. */
    private static final class Supply extends Story {

        Supply(Draw draw, Zone zone, Instant begins, Instant entered, List<Step> steps) {
            super(draw, zone, 0, begins, entered, steps);
        }

        void write(ParcelCode parcel) {
            work(1.5, 0.5);
            Instant at = now;
            var area = BigDecimal.valueOf(draw.between(12, 160) * 667L);
            act(
                    oneOf(4, "clerk"),
                    e ->
                            new SupplyLand(
                                    e.project(),
                                    at,
                                    parcel,
                                    area,
                                    e.papers().next(zone, "出让合同", at)));
        }
    }

    private void commit() {
        List<ItemCode> open =
                edition.items().stream()
                        .filter(item -> classOf(item) == ItemClass.COMMITMENT && item.beforeStart())
                        .map(PolicyItem::code)
                        .filter(concerned::contains)
                        .toList();
        if (open.isEmpty()) {
            return;
        }
        double pace = pace(now);
        var story =
                new CommitmentStory(
                        draw,
                        zone,
                        edition,
                        applicant,
                        pace,
                        OfficeDays.after(now, draw.around(3 * pace, 0.5)),
                        lastEntry,
                        steps);
        story.write(open);
        commitment = story;
        if (story.isInForce()) {
            rests(story.now, story.lastEntry);
        }
    }

    /** 并联审批: what used to come one after the other comes side by side in the later years. */
    private Optional<Instant> design(Instant planned) {
        return phase(DESIGN, planned, 6)
                .flatMap(
                        designed ->
                                phase(BEFORE_THE_START, pace(planned) < 1.2 ? planned : designed, 4)
                                        .map(over -> latest(over, designed)));
    }

    private Optional<Instant> fileWhatWasFreed(Instant from) {
        CommitmentStory story = commitment;
        if (story == null) {
            return Optional.of(from);
        }
        List<Need> freed =
                concerned.stream()
                        .filter(story::hasFreed)
                        .map(item -> new Need(item.code(), 1))
                        .toList();
        return phase(freed, latest(story.now, registered), 2, story.lastEntry)
                .map(over -> latest(over, from));
    }

    /** What is not committed to, and was not for a while. */
    private Optional<Instant> phase(List<Need> needs, Instant from, double pause) {
        return phase(
                needs.stream()
                        .filter(
                                need ->
                                        commitment == null
                                                || !(commitment.covers(code(need.item()))
                                                        || commitment.hasFreed(code(need.item()))))
                        .toList(),
                from,
                pause,
                lastEntry);
    }

    /**
     * When the phase has got what the project cannot do without; empty if it has not.
     *
     * @param pause the working days, by the median, in which the enterprise prepares it in
     *     mid-2020; the reform is about making them fewer
     */
    private Optional<Instant> phase(
            List<Need> needs, Instant from, double pause, Instant notEnteredBefore) {
        Instant over = from;
        boolean complete = true;
        for (Need need : needs) {
            PolicyItem item = edition.item(code(need.item())).orElse(null);
            if (item == null || !classOf(item).isFiled() || !concerns(item, need)) {
                continue;
            }
            boolean indispensable = item.beforeStart() || need.share() == 1;
            Instant begins = OfficeDays.after(from, draw.around(pause * pace(from), 0.5));
            boolean granted = false;
            for (int attempt = 0; attempt < 3 && !granted && begins.isBefore(end); attempt++) {
                var story =
                        new FilingStory(
                                draw,
                                zone,
                                item,
                                applicant,
                                filings.size() + 1,
                                begins,
                                notEnteredBefore,
                                steps);
                filings.add(story);
                Instant ended = story.write();
                granted = story.granted();
                if (granted && indispensable) {
                    over = latest(over, ended);
                    rests(story.decided(), story.closed());
                }
                if (story.pending() || (!indispensable && draw.chance(0.5))) {
                    break;
                }
                begins = OfficeDays.after(ended, draw.around(5, 0.6));
            }
            complete &= granted || !indispensable;
        }
        return complete && over.isBefore(end) ? Optional.of(over) : Optional.empty();
    }

    /** For the start it has been settled; what is not needed for it is filed as the case may be. */
    private boolean concerns(PolicyItem item, Need need) {
        return item.beforeStart() ? concerned.contains(item.code()) : draw.chance(need.share());
    }

    private void rests(Instant condition, Instant entered) {
        ready = latest(ready, condition);
        readyEntered = latest(readyEntered, entered);
    }

    /** 未批先建. */
    private void startWithoutClearance(
            Instant planned, ConstructionStory construction, SupervisionStory supervision) {
        construction.waitFor(planned, lastEntry);
        construction.work(8, 0.6);
        construction.start();
        if (draw.chance(0.7)) {
            supervision.findTheStart(
                    OfficeDays.after(construction.now, draw.around(12, 0.5)),
                    construction.lastEntry);
        }
    }

    private void build(ConstructionStory construction, SupervisionStory supervision) {
        if (!construction.isStarted()) {
            construction.waitFor(ready, readyEntered);
            construction.work(0.8, 0.5);
            construction.clear(filings);
            if (draw.chance(0.25)) {
                supervision.inspect(Node.BEFORE_START, construction.now, construction.lastEntry);
            }
            construction.work(4 * pace(construction.now) * (draw.chance(0.15) ? 8 : 1), 0.6);
            construction.start();
        }
        Instant started = construction.now;
        construction.build(draw.around(170, 0.3));
        if (draw.chance(0.65)) {
            supervision.inspect(
                    Node.DURING_CONSTRUCTION,
                    between(started, construction.now, 0.1, 0.8),
                    construction.lastEntry);
        }
        if (draw.chance(0.5)) {
            supervision.inspect(Node.AT_COMPLETION, construction.now, construction.lastEntry);
        }
        if (!supervision.unremedied()) {
            construction.waitFor(
                    latest(ready, supervision.remedied()),
                    latest(readyEntered, supervision.remedyEntered()));
            complete(construction, supervision);
        }
    }

    private void complete(ConstructionStory construction, SupervisionStory supervision) {
        construction.complete();
        if (draw.chance(0.15)) {
            construction.work(6, 0.4);
            construction.refuse();
            construction.work(14, 0.5);
            construction.complete();
        }
        if (commitment != null && commitment.isInForce()) {
            commitment.waitFor(construction.now, construction.lastEntry);
            commitment.measure(Measured.AT_COMPLETION);
            construction.waitFor(commitment.now, commitment.lastEntry);
        }
        phase(COMPLETION, construction.now, 2)
                .ifPresent(
                        granted -> {
                            construction.waitFor(granted, readyEntered);
                            construction.work(1, 0.5);
                            construction.accept();
                            phase(RECORD, construction.now, 5);
                            construction.work(30, 0.5);
                            construction.produce();
                            operate(construction, supervision);
                        });
    }

    private void operate(ConstructionStory construction, SupervisionStory supervision) {
        if (draw.chance(0.4)) {
            supervision.inspect(
                    Node.IN_OPERATION,
                    OfficeDays.after(construction.now, draw.around(30, 0.4)),
                    construction.lastEntry);
        }
        if (commitment != null && commitment.isInForce()) {
            commitment.waitFor(
                    OfficeDays.after(construction.now, draw.around(40, 0.4)),
                    construction.lastEntry);
            commitment.measure(Measured.IN_OPERATION);
        }
    }

    /**
     * The enterprise takes it back, or the authority ends it; what is open is withdrawn with it.
     */
    private void giveUp(Instant moment, ConstructionStory construction) {
        Instant at = OfficeDays.open(moment, draw).truncatedTo(ChronoUnit.SECONDS);
        if (construction.isCompletedAt(at)) {
            return;
        }
        steps.removeIf(step -> step.recordedAt().isAfter(at));
        now = at;
        lastEntry = at;
        if (draw.chance(0.6)) {
            atOnce(owner, e -> new WithdrawProject(e.project(), at, "市场变化，企业决定不再实施该项目"));
        } else {
            atOnce(
                    oneOf(2, "supervisor"),
                    e ->
                            new TerminateProject(
                                    e.project(),
                                    at,
                                    e.papers().next(zone, "终", at),
                                    "逾期未开工，收回项目用地"));
        }
        filings.stream()
                .filter(filing -> filing.isOpenAt(at))
                .forEach(filing -> filing.withdrawWithTheProject(at.plusSeconds(3600), lastEntry));
    }

    private ItemClass classOf(PolicyItem item) {
        return item.classFor(type, zone.zoneCode());
    }

    /**
     * From registration to construction start, the zones went from 107 working days to under 40.
     */
    private static double pace(Instant at) {
        return Math.clamp(2.0 - 0.6 * years(at), 0.4, 2.0);
    }

    private static double years(Instant at) {
        return Duration.between(REFORM, at).toDays() / 365.0;
    }

    private static ItemCode code(String item) {
        return new ItemCode("cn-shanxi", item);
    }
}
