package org.chengnuo.approval.api.demo;

import org.chengnuo.approval.Circumstances;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.api.journal.Envelope;
import org.chengnuo.approval.api.office.Desk;
import org.chengnuo.approval.calendar.ShippedCalendars;
import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.filing.FilingEvent;
import org.chengnuo.approval.filing.FilingHistory;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.journal.EventCatalogue;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.policy.ShippedPolicies;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.InvestmentProject;
import org.chengnuo.approval.project.ProjectCommand;
import org.chengnuo.approval.project.ProjectCommand.ActOnWhatIsDue;
import org.chengnuo.approval.project.ProjectEvent;
import org.chengnuo.approval.project.ProjectEvent.ProjectRegistered;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.intake.RecordedEvent;
import org.chengnuo.approval.supervision.StandingProposal;
import org.chengnuo.approval.supervision.SupervisionEvent;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Carries out a plan in memory, in a second or two: decides as the office does, at the time of each
 * act, lets happen what falls due in between, and keeps the events as the journal would give them
 * out. Each act is a transaction of its own.
 */
final class PaperOffice {

    private final Map<ProjectId, InvestmentProject> projects = new HashMap<>();
    private final Map<ProjectId, Long> sequences = new HashMap<>();
    private final Map<ProjectId, CreditCode> enterprises = new HashMap<>();
    private final Map<CreditCode, List<SupervisionEvent>> credit = new HashMap<>();
    private final List<RecordedEvent> events = new ArrayList<>();
    private final Diary diary = new Diary(ThreeYears.FIRST_MOMENT);
    private long transactions;

    private PaperOffice() {}

    /**
     * All events, in the order in which they are recorded.
     *
     * @throws Refusal if the plan asks for what the office may not do
     */
    static List<RecordedEvent> carryOut(ThreeYears years) throws Refusal {
        var office = new PaperOffice();
        for (Act act : years.acts()) {
            office.letHappenUntil(act.recordedAt());
            office.decide(act.command(), act.recordedAt(), act.envelope());
        }
        office.letHappenUntil(ThreeYears.END);
        return List.copyOf(office.events);
    }

    static Map<ProjectId, List<RecordedEvent>> stories(List<RecordedEvent> events) {
        var stories = new LinkedHashMap<ProjectId, List<RecordedEvent>>();
        events.forEach(
                event ->
                        stories.computeIfAbsent(event.project(), _ -> new ArrayList<>())
                                .add(event));
        return stories;
    }

    static Map<FilingId, FilingHistory> filings(List<RecordedEvent> events) {
        var filings = new LinkedHashMap<FilingId, FilingHistory>();
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof FilingEvent event) {
                FilingHistory history = filings.get(event.filing());
                filings.put(
                        event.filing(),
                        history == null
                                ? FilingHistory.begun(event)
                                : history.with(event, recorded.recordedAt()));
            }
        }
        return filings;
    }

    private void letHappenUntil(Instant moment) throws Refusal {
        Optional<Diary.Entry> due = diary.takeUntil(moment);
        while (due.isPresent()) {
            Instant at = due.get().at();
            decide(
                    new ActOnWhatIsDue(due.get().project(), at),
                    at,
                    new Envelope(Desk.AUTOMATION, null, Desk.AUTOMATION, null, Desk.AUTOMATION));
            due = diary.takeUntil(moment);
        }
    }

    private void decide(ProjectCommand command, Instant now, Envelope envelope) throws Refusal {
        ProjectId id = command.project();
        var circumstances = new At(now, envelope.byAgent() ? envelope.actor() : null);
        InvestmentProject project = projects.getOrDefault(id, InvestmentProject.NONE);
        List<ProjectEvent> decided = project.decide(command, circumstances).events();
        if (!decided.isEmpty()) {
            transactions++;
        }
        for (ProjectEvent event : decided) {
            project = project.evolve(event);
            events.add(recorded(event, now, envelope));
            rememberTheEnterprise(event);
        }
        projects.put(id, project);
        diary.note(id, project.nextDue(circumstances));
    }

    private RecordedEvent recorded(ProjectEvent event, Instant now, Envelope envelope) {
        var name = EventCatalogue.nameOf(event.getClass());
        long sequence = sequences.merge(event.project(), 0L, (last, _) -> last + 1);
        return new RecordedEvent(
                new Position(transactions, events.size() + 1L),
                event.project(),
                sequence,
                now,
                name.name(),
                name.revision(),
                metadata(envelope),
                event);
    }

    private static Map<String, String> metadata(Envelope envelope) {
        var metadata = new HashMap<String, String>();
        metadata.put("actor", envelope.actor());
        if (envelope.actingFor() != null) {
            metadata.put("actingFor", envelope.actingFor());
        }
        if (envelope.byAgent()) {
            metadata.put("agent", envelope.actor());
        }
        metadata.put("channel", envelope.channel());
        metadata.put("correlation", envelope.correlation());
        return metadata;
    }

    private void rememberTheEnterprise(ProjectEvent event) {
        if (event instanceof ProjectRegistered registered) {
            enterprises.put(registered.project(), registered.enterprise());
        } else if (event instanceof SupervisionEvent supervised) {
            credit.computeIfAbsent(enterprises.get(supervised.project()), _ -> new ArrayList<>())
                    .add(supervised);
        }
    }

    private final class At implements Circumstances {

        private final Instant now;
        private final @Nullable String agent;

        At(Instant now, @Nullable String agent) {
            this.now = now;
            this.agent = agent;
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public @Nullable String agent() {
            return agent;
        }

        @Override
        public WorkingCalendar calendar(String name) {
            return ShippedCalendars.named(name).knownAt(now);
        }

        @Override
        public List<StandingProposal> standingAgainst(CreditCode enterprise) {
            return StandingProposal.after(credit.getOrDefault(enterprise, List.of()));
        }

        @Override
        public PolicyEdition policyInForce(Instant moment, ZoneCode zone, ProjectType type) {
            return ShippedPolicies.inForce(moment);
        }

        @Override
        public PolicyEdition policy(String edition) {
            return ShippedPolicies.named(edition);
        }
    }
}
