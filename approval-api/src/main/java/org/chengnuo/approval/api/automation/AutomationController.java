package org.chengnuo.approval.api.automation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.chengnuo.approval.api.office.Agenda;
import org.chengnuo.approval.project.ProjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What is to happen by itself. */
@RestController
@Tag(name = "Automation 自动事项")
class AutomationController {

    private final Agenda agenda;
    private final Automation automation;
    private final Clock clock;

    AutomationController(Agenda agenda, Automation automation, Clock clock) {
        this.agenda = agenda;
        this.automation = automation;
        this.clock = clock;
    }

    /**
     * @param projects that are not over
     * @param due in how many of them something is due and has not happened yet
     * @param nextDue when something is due next; null if nothing is
     * @param behindSeconds how long the longest has been due; 0 if nothing is
     * @param failures on the node that answers
     */
    record AutomationView(
            long projects,
            long due,
            @Nullable Instant nextDue,
            long behindSeconds,
            List<FailureLine> failures) {}

    /** Of one project: how often it was tried, when it is tried again, and what was wrong. */
    record FailureLine(ProjectId project, int times, Instant next, String message) {}

    @GetMapping("/api/v1/automation")
    @Operation(
            summary = "What is to happen by itself 自动事项",
            description =
                    "Deemed acceptance, warning cards, lapsed windows, the end of publicity,"
                        + " milestones and deadlines: how many are due, when the next one is, and"
                        + " what does not work. 视同受理、红黄牌、期限届满、公示期满、里程碑和整改期限：到期数量、下一到期时间及失败事项。")
    AutomationView automation() {
        Agenda.Overview overview = agenda.overview();
        Instant next = overview.next();
        return new AutomationView(
                overview.projects(),
                overview.due(),
                next,
                next == null ? 0 : Math.max(0, Duration.between(next, clock.instant()).toSeconds()),
                automation.failures().entrySet().stream()
                        .map(
                                failure ->
                                        new FailureLine(
                                                failure.getKey(),
                                                failure.getValue().times(),
                                                failure.getValue().next(),
                                                failure.getValue().message()))
                        .sorted(Comparator.comparing(FailureLine::next))
                        .toList());
    }
}
