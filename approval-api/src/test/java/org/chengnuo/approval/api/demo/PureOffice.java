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
import org.chengnuo.approval.project.InvestmentProject;
import org.chengnuo.approval.project.ProjectEvent;
import org.chengnuo.approval.project.ProjectId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decides as the office does, at the time of each act, and remembers in memory. */
final class PureOffice {

    record Entry(Instant recordedAt, ProjectEvent event) {}

    private final Map<ProjectId, InvestmentProject> projects = new HashMap<>();
    private final Map<ProjectId, List<Entry>> stories = new HashMap<>();

    void carryOut(Act act) throws Refusal {
        ProjectId id = act.command().project();
        InvestmentProject project = projects.getOrDefault(id, InvestmentProject.NONE);
        List<ProjectEvent> events =
                project.decide(act.command(), new At(act.recordedAt())).events();
        for (ProjectEvent event : events) {
            project = project.evolve(event);
            stories.computeIfAbsent(id, _ -> new ArrayList<>())
                    .add(new Entry(act.recordedAt(), event));
        }
        projects.put(id, project);
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

    private record At(Instant now) implements Circumstances {

        @Override
        public WorkingCalendar calendar(String name) {
            return ShippedCalendars.named(name).knownAt(now);
        }

        @Override
        public java.util.List<org.chengnuo.approval.supervision.StandingProposal> standingAgainst(
                org.chengnuo.approval.project.CreditCode enterprise) {
            return java.util.List.of();
        }

        @Override
        public @org.jspecify.annotations.Nullable String agent() {
            return null;
        }

        @Override
        public PolicyEdition policyInForce(
                Instant moment,
                org.chengnuo.approval.project.ZoneCode zone,
                org.chengnuo.approval.project.ProjectType type) {
            return ShippedPolicies.inForce(moment);
        }

        @Override
        public PolicyEdition policy(String edition) {
            return ShippedPolicies.named(edition);
        }
    }
}
