package org.chengnuo.approval.api.demo;

import org.chengnuo.approval.api.demo.Step.Person;
import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.policy.PolicyItem;
import org.chengnuo.approval.policy.ShippedPolicies;
import org.chengnuo.approval.project.AgentScope;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.ProjectCode;
import org.chengnuo.approval.project.ProjectCommand.ChangeProjectCode;
import org.chengnuo.approval.project.ProjectCommand.EntrustAgent;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.RegionCode;
import org.chengnuo.approval.project.RegisterProject;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * How one project goes: registered, planned, permitted, built and accepted, phase after phase. What
 * is not filed under its edition, or is committed to, is not here.
 */
final class ProjectStory {

    /** What the enterprise files in a phase; the share says how many projects need it. */
    private record Need(String item, double share) {}

    private static final List<Need> PLANNING =
            List.of(
                    new Need("land-use-planning-permit", 1),
                    new Need("site-opinion", 0.3),
                    new Need("eia-form", 0.75));

    private static final List<Need> DESIGN =
            List.of(
                    new Need("works-planning-permit", 1),
                    new Need("energy-review", 0.4),
                    new Need("soil-and-water", 0.45),
                    new Need("civil-air-defence", 0.35),
                    new Need("water-abstraction", 0.25),
                    new Need("flood-impact", 0.12),
                    new Need("weather-stations", 0.08),
                    new Need("green-land", 0.15),
                    new Need("municipal-facilities", 0.15),
                    new Need("water-and-sewer", 0.2));

    private static final List<Need> BEFORE_THE_START =
            List.of(
                    new Need("drawing-review", 0.5),
                    new Need("fire-design-review", 0.85),
                    new Need("lightning-protection", 0.45));

    private static final List<Need> START = List.of(new Need("construction-permit", 1));
    private static final List<Need> COMPLETION = List.of(new Need("joint-acceptance", 0.85));
    private static final List<Need> RECORD = List.of(new Need("acceptance-filing", 1));

    /** From then on the new generation of project codes, which begins with year and month. */
    private static final Instant NEW_CODES = Instant.parse("2020-11-29T16:00:00Z");

    private final Draw draw;
    private final Zone zone;
    private final Person applicant;
    private final PolicyEdition edition;
    private final ProjectType type;
    private final Instant end;
    private final Instant registered;
    private Instant entered;
    private final List<Step> steps = new ArrayList<>();
    private int filings;

    /**
     * @param end nothing is written that begins later
     */
    ProjectStory(Draw draw, LocalDate day, Instant end) {
        this.draw = draw;
        this.zone = Zone.settled(draw);
        this.end = end;
        this.registered = OfficeDays.during(day, draw).truncatedTo(ChronoUnit.SECONDS);
        this.entered = registered.plusSeconds(draw.between(20, 900));
        this.edition = ShippedPolicies.inForce(registered);
        this.type =
                edition.item(code("project-approval")).isPresent() && draw.chance(0.05)
                        ? ProjectType.APPROVED
                        : ProjectType.RECORD_FILED;
        RegionCode region = draw.oneOf(zone.regions());
        CreditCode enterprise = Business.enterprise(region, draw);
        var owner = new Person(enterprise.value(), null);
        register(region, enterprise, owner);
        this.applicant =
                draw.chance(0.35)
                        ? entrusted("%s-agent-%d".formatted(zone.code(), draw.between(1, 3)), owner)
                        : owner;
    }

    List<Step> write() {
        List<Need> first =
                List.of(
                        new Need(
                                type == ProjectType.APPROVED
                                        ? "project-approval"
                                        : "project-filing",
                                1));
        phase(first, OfficeDays.after(registered, draw.around(0.3, 0.6)), 0.1)
                .flatMap(at -> phase(PLANNING, at, 9))
                .flatMap(at -> phase(DESIGN, at, 12))
                .flatMap(at -> phase(BEFORE_THE_START, at, 9))
                .flatMap(at -> phase(START, at, 5))
                .flatMap(at -> phase(COMPLETION, at, 190))
                .ifPresent(at -> phase(RECORD, at, 8));
        return steps;
    }

    /** 委托: in writing, at once, for all that the enterprise has to do. */
    private Person entrusted(String agent, Person owner) {
        Instant from = entered.plusSeconds(draw.between(60, 1800));
        Instant until = registered.plus(Duration.ofDays(4 * 365));
        entered = from.plusSeconds(draw.between(60, 900));
        steps.add(
                new Step(
                        0,
                        from,
                        entered,
                        owner,
                        null,
                        e ->
                                new EntrustAgent(
                                        e.project(),
                                        from,
                                        agent,
                                        from,
                                        until,
                                        EnumSet.allOf(AgentScope.class),
                                        e.papers().next(zone, "委", from))));
        return new Person(agent, owner.name());
    }

    private void register(RegionCode region, CreditCode enterprise, Person owner) {
        Business.Plan plan = Business.plan(draw);
        ProjectCode code = projectCode(region, registered);
        boolean coded = draw.chance(0.7);
        steps.add(
                new Step(
                        0,
                        registered,
                        entered,
                        owner,
                        null,
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
                                        plan.investment())));
        if (!coded) {
            changeCode(code, OfficeDays.after(registered, draw.around(2, 0.5)));
        }
        if (registered.isBefore(NEW_CODES) && draw.chance(0.06)) {
            Instant changed =
                    OfficeDays.after(
                            registered.isAfter(NEW_CODES.minus(Duration.ofDays(60)))
                                    ? registered.plus(Duration.ofDays(60))
                                    : NEW_CODES,
                            draw.within(0.5, 60));
            changeCode(projectCode(region, changed), changed);
        }
    }

    private void changeCode(ProjectCode code, Instant moment) {
        Instant at = moment.truncatedTo(ChronoUnit.SECONDS);
        var clerk = new Person(zone.code() + "-clerk-" + draw.between(1, 4), null);
        steps.add(
                new Step(
                        0,
                        at,
                        at.plusSeconds(draw.between(60, 1500)),
                        clerk,
                        null,
                        e -> new ChangeProjectCode(e.project(), at, code)));
    }

    private ProjectCode projectCode(RegionCode region, Instant at) {
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

    /**
     * When the phase has got what the project cannot do without; empty if it has not.
     *
     * @param pause the working days, by the median, in which the enterprise prepares it in 2018;
     *     the reform is about making them fewer
     */
    private Optional<Instant> phase(List<Need> needs, Instant from, double pause) {
        Instant over = from;
        boolean complete = true;
        for (Need need : needs) {
            Optional<PolicyItem> item =
                    edition.item(code(need.item())).filter(i -> i.itemClass().isFiled());
            if (item.isEmpty() || !isFiled(item.get(), need)) {
                continue;
            }
            boolean indispensable = need.share() >= 0.8;
            Instant begins = OfficeDays.after(from, draw.around(pause * pace(from), 0.5));
            boolean granted = false;
            for (int attempt = 0; attempt < 3 && !granted && begins.isBefore(end); attempt++) {
                var story =
                        new FilingStory(
                                draw,
                                zone,
                                item.get(),
                                applicant,
                                ++filings,
                                begins,
                                entered,
                                steps);
                Instant ended = story.write();
                granted = story.granted();
                if (granted && indispensable && ended.isAfter(over)) {
                    over = ended;
                }
                if (story.pending() || (!indispensable && draw.chance(0.5))) {
                    break;
                }
                begins = OfficeDays.after(ended, draw.around(8, 0.6));
            }
            complete &= granted || !indispensable;
        }
        return complete && over.isBefore(end) ? Optional.of(over) : Optional.empty();
    }

    private boolean isFiled(PolicyItem item, Need need) {
        // Under the later edition more enterprises commit instead.
        boolean committed =
                item.itemClass() == ItemClass.COMMITMENT
                        && registered.isAfter(ShippedPolicies.all().getLast().inForceFrom())
                        && draw.chance(0.3);
        return draw.chance(need.share()) && !committed;
    }

    /**
     * From registration to construction start, the zones went from 107 working days to under 40.
     */
    private static double pace(Instant at) {
        double years = Duration.between(Instant.parse("2018-07-01T00:00:00Z"), at).toDays() / 365.0;
        return Math.clamp(1.6 - 0.4 * years, 0.4, 1.6);
    }

    private static ItemCode code(String item) {
        return new ItemCode("cn-shanxi", item);
    }
}
