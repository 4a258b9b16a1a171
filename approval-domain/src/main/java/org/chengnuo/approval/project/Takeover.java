package org.chengnuo.approval.project;

import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.filing.Filing;
import org.chengnuo.approval.filing.FilingEvent;
import org.chengnuo.approval.filing.FilingEvent.FilingImported;
import org.chengnuo.approval.filing.FilingEvent.WorkStepRecorded;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.filing.HistoricRow;
import org.chengnuo.approval.filing.LegalAct;
import org.chengnuo.approval.project.InvestmentProject.Decision;
import org.chengnuo.approval.project.InvestmentProject.RejectedAct;
import org.chengnuo.approval.project.ProjectEvent.ProjectImported;

import java.util.ArrayList;

/** How a case of an imported log becomes a project. */
final class Takeover {

    private Takeover() {}

    /**
     * Every row becomes a work step; a row that stands for a legal act becomes that act too, where
     * the order of the acts allows it. A row that stands for its act alone becomes the act only,
     * and a work step where it may not: nothing that the log says is lost.
     */
    static Decision of(ImportHistory command) {
        var events = new ArrayList<ProjectEvent>(command.rows().size() + 8);
        var rejected = new ArrayList<RejectedAct>();
        var id = new FilingId(command.project(), 1);
        var imported =
                new FilingImported(
                        id,
                        command.occurredAt(),
                        command.caseId(),
                        command.item(),
                        command.itemClass(),
                        command.center(),
                        command.calendar());
        events.add(
                new ProjectImported(
                        command.project(),
                        command.occurredAt(),
                        command.importId(),
                        command.caseId(),
                        command.zone()));
        events.add(imported);
        Filing filing = Filing.begun(imported);
        for (HistoricRow row : command.rows()) {
            var step = new WorkStepRecorded(id, row.occurredAt(), row.activity(), row.resource());
            LegalAct act = row.act();
            if (act == null || !row.onlyAct()) {
                events.add(step);
            }
            if (act == null) {
                continue;
            }
            try {
                FilingEvent taken =
                        filing.takeOver(row, act, imported, command.edition(), command.terms());
                filing = filing.evolve(taken);
                events.add(taken);
            } catch (Refusal refusal) {
                if (row.onlyAct()) {
                    events.add(step);
                }
                rejected.add(new RejectedAct(row, refusal.reason(), refusal.detail()));
            }
        }
        return new Decision(events, rejected);
    }
}
