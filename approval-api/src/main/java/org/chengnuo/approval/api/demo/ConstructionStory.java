package org.chengnuo.approval.api.demo;

import org.chengnuo.approval.api.demo.Step.Person;
import org.chengnuo.approval.construction.ConstructionCommand.AcceptCompletion;
import org.chengnuo.approval.construction.ConstructionCommand.ClearStart;
import org.chengnuo.approval.construction.ConstructionCommand.RefuseCompletion;
import org.chengnuo.approval.construction.ConstructionCommand.ReportCompletion;
import org.chengnuo.approval.construction.ConstructionCommand.ReportMilestone;
import org.chengnuo.approval.construction.ConstructionCommand.ReportProduction;
import org.chengnuo.approval.construction.ConstructionCommand.ReportStart;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** How a project is built: each act when its turn has come. */
final class ConstructionStory extends Story {

    private static final List<String> MILESTONES = List.of("基础完工", "主体封顶", "设备安装完成");

    private final Person applicant;
    private boolean started;
    private @Nullable Instant completed;

    ConstructionStory(
            Draw draw,
            Zone zone,
            Person applicant,
            Instant begins,
            Instant notEnteredBefore,
            List<Step> steps) {
        super(draw, zone, 0, begins, notEnteredBefore, steps);
        this.applicant = applicant;
    }

    boolean isStarted() {
        return started;
    }

    boolean isCompletedAt(Instant moment) {
        return completed != null && !completed.isAfter(moment);
    }

    /**
     * Entered at once, because no clearance is dated before a decision that is on record when it is
     * entered.
     */
    void clear(List<FilingStory> filings) {
        filings.stream()
                .filter(filing -> filing.isDecidedBy(Instant.MAX))
                .sorted(Comparator.comparing(FilingStory::closed))
                .forEach(
                        filing -> {
                            if (filing.isDecidedBy(latest(now, lastEntry).plusSeconds(900))) {
                                waitFor(filing.decided(), filing.closed());
                            }
                        });
        Instant at = now;
        atOnce(
                oneOf(4, "clerk"),
                e -> new ClearStart(e.project(), at, e.papers().next(zone, "开", at)));
    }

    void start() {
        Instant at = now;
        act(applicant, e -> new ReportStart(e.project(), at));
        started = true;
    }

    /**
     * One milestone after the other.
     *
     * @param days the working days that the whole takes
     */
    void build(double days) {
        for (String milestone : MILESTONES) {
            work(days / (MILESTONES.size() + 1), 0.2);
            Instant at = now;
            if (draw.chance(0.75)) {
                act(applicant, e -> new ReportMilestone(e.project(), at, milestone, null));
            }
        }
        work(days / (MILESTONES.size() + 1), 0.2);
    }

    void complete() {
        Instant at = now;
        act(applicant, e -> new ReportCompletion(e.project(), at));
        completed = completed == null ? lastEntry : completed;
    }

    void refuse() {
        Instant at = now;
        act(
                oneOf(6, "reviewer"),
                e ->
                        new RefuseCompletion(
                                e.project(),
                                at,
                                e.papers().next(zone, "验", at),
                                "消防设施未按图施工，绿化未完成"));
    }

    void accept() {
        Instant at = now;
        act(
                oneOf(6, "reviewer"),
                e -> new AcceptCompletion(e.project(), at, e.papers().next(zone, "验", at)));
    }

    void produce() {
        Instant at = now;
        act(applicant, e -> new ReportProduction(e.project(), at));
    }
}
