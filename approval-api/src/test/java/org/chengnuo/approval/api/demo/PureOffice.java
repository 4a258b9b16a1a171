package org.chengnuo.approval.api.demo;

import org.chengnuo.approval.Circumstances;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.calendar.ShippedCalendars;
import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.filing.FilingEvent;
import org.chengnuo.approval.filing.FilingHistory;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.policy.ShippedPolicies;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.InvestmentProject;
import org.chengnuo.approval.project.ProjectCommand;
import org.chengnuo.approval.project.ProjectCommand.ActOnWhatIsDue;
import org.chengnuo.approval.project.ProjectEvent;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.supervision.FalseCommitment;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides as the office does, at the time of each act, and remembers in memory. */
final class PureOffice {

    record Entry(Instant recordedAt, ProjectEvent event) {}

    private final Map<ProjectId, InvestmentProject> projects = new HashMap<>();
    private final Map<ProjectId, List<Entry>> stories = new HashMap<>();

    private final Diary diary = new Diary(ThreeYears.FIRST_MOMENT);

    void carryOut(ThreeYears years) throws Refusal {
        for (Act act : years.acts()) {
            letHappenUntil(act.recordedAt());
            decide(
                    act.command(),
                    new At(
                            act.recordedAt(),
                            act.envelope().byAgent() ? act.envelope().actor() : null));
        }
        letHappenUntil(ThreeYears.END);
    }

    private void letHappenUntil(Instant moment) throws Refusal {
        Optional<Diary.Entry> due = diary.takeUntil(moment);
        while (due.isPresent()) {
            Instant at = due.get().at();
            decide(new ActOnWhatIsDue(due.get().project(), at), new At(at, null));
            due = diary.takeUntil(moment);
        }
    }

    private void decide(ProjectCommand command, At at) throws Refusal {
        ProjectId id = command.project();
        InvestmentProject project = projects.getOrDefault(id, InvestmentProject.NONE);
        for (ProjectEvent event : project.decide(command, at).events()) {
            project = project.evolve(event);
            stories.computeIfAbsent(id, _ -> new ArrayList<>()).add(new Entry(at.now(), event));
        }
        projects.put(id, project);
        diary.note(id, project.nextDue(at));
    }

    List<Entry> story(ProjectId project) {
        return stories.getOrDefault(project, List.of());
    }

    Map<FilingId, FilingHistory> filings() {
        var filings = new LinkedHashMap<FilingId, FilingHistory>();
        for (List<Entry> story : stories.values()) {
            for (Entry entry : story) {
                if (entry.event() instanceof FilingEvent event) {
                    FilingHistory history = filings.get(event.filing());
                    filings.put(
                            event.filing(),
                            history == null
                                    ? FilingHistory.begun(event)
                                    : history.with(event, entry.recordedAt()));
                }
            }
        }
        return filings;
    }

    private record At(Instant now, @Nullable String agent) implements Circumstances {

        @Override
        public WorkingCalendar calendar(String name) {
            return ShippedCalendars.named(name).knownAt(now);
        }

        @Override
        public List<FalseCommitment> standingAgainst(CreditCode enterprise) {
            return List.of();
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
