package org.chengnuo.approval;

import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.clock.WarningThresholds;
import org.chengnuo.approval.filing.AcceptanceTerms;
import org.chengnuo.approval.filing.ActParticulars;
import org.chengnuo.approval.filing.HistoricRow;
import org.chengnuo.approval.filing.LegalAct;
import org.chengnuo.approval.policy.FilingKind;
import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.project.CenterCode;
import org.chengnuo.approval.project.ImportHistory;
import org.chengnuo.approval.project.InvestmentProject.Decision;
import org.chengnuo.approval.project.InvestmentProject.RejectedAct;
import org.chengnuo.approval.project.ZoneCode;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One case of an imported log, row by row, as the log tells it. */
public final class ImportedCase {

    public static final LegalAct RECEIVED = LegalAct.RECEIVED;
    public static final LegalAct ACCEPTED = LegalAct.ACCEPTED;

    private final String caseId;
    private ItemClass itemClass = ItemClass.KEPT_APPROVAL;
    private boolean limitsKnown = true;
    private final List<HistoricRow> rows = new ArrayList<>();

    private ImportedCase(String caseId) {
        this.caseId = caseId;
    }

    public static ImportedCase of(String caseId) {
        return new ImportedCase(caseId);
    }

    public ImportedCase forTheRecord() {
        itemClass = ItemClass.FILING_ONLY;
        return this;
    }

    public ImportedCase row(String local, String activity, @Nullable LegalAct act) {
        rows.add(new HistoricRow(rows.size() + 2L, Story.at(local), activity, "窗口3", act));
        return this;
    }

    /** A row that stands for its act alone, with what the log says of it. */
    public ImportedCase act(String local, LegalAct act, ActParticulars said) {
        rows.add(
                new HistoricRow(
                        rows.size() + 2L, Story.at(local), act.name(), null, act, said, true));
        return this;
    }

    public ImportedCase act(String local, LegalAct act) {
        return act(local, act, ActParticulars.NONE);
    }

    /** Nobody knows the limits of its acceptance. */
    public ImportedCase withoutLimits() {
        limitsKnown = false;
        return this;
    }

    public ImportHistory command() {
        if (rows.isEmpty()) {
            row("2012-03-01T09:00", "登记", null);
        }
        return new ImportHistory(
                Story.PROJECT,
                "2012-permits",
                caseId,
                new ZoneCode("LF-01"),
                new CenterCode("LF-HALL"),
                ItemCode.of("log:building-permit"),
                itemClass,
                "cn",
                "mapping-1",
                limitsKnown ? terms() : null,
                rows);
    }

    private static AcceptanceTerms terms() {
        return new AcceptanceTerms(
                FilingKind.PROMISED,
                TimeLimit.workingDays(10),
                TimeLimit.workingDays(20),
                null,
                "cn",
                "mapping-1",
                "log:building-permit@mapping-1",
                new WarningThresholds(90),
                Duration.ofHours(1));
    }

    /** The project as the import leaves it. */
    public Story story() {
        return Story.nothing().then(command());
    }

    public Decision decision() {
        try {
            return Story.nothing().decide(command(), command().occurredAt());
        } catch (Refusal refusal) {
            throw new AssertionError("an import is never refused as a whole", refusal);
        }
    }

    public List<RejectedAct> rejected() {
        return decision().rejected();
    }

    /** The only act that was rejected, as the refusal that it would be. */
    Refusal refusal() {
        var rejected = rejected();
        if (rejected.size() != 1) {
            throw new AssertionError("one act was to be rejected, not " + rejected);
        }
        return new Refusal(rejected.getFirst().reason(), rejected.getFirst().detail());
    }
}
