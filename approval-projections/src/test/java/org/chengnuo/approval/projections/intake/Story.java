package org.chengnuo.approval.projections.intake;

import org.chengnuo.approval.clock.StopGround;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.clock.WarningThresholds;
import org.chengnuo.approval.filing.AcceptanceTerms;
import org.chengnuo.approval.filing.FilingEvent;
import org.chengnuo.approval.filing.FilingEvent.CorrectionAnswered;
import org.chengnuo.approval.filing.FilingEvent.CorrectionRequested;
import org.chengnuo.approval.filing.FilingEvent.DecisionDelivered;
import org.chengnuo.approval.filing.FilingEvent.FilingAccepted;
import org.chengnuo.approval.filing.FilingEvent.FilingDecided;
import org.chengnuo.approval.filing.FilingEvent.FilingImported;
import org.chengnuo.approval.filing.FilingEvent.FilingReceived;
import org.chengnuo.approval.filing.FilingEvent.SpecialProcedureClosed;
import org.chengnuo.approval.filing.FilingEvent.SpecialProcedureOpened;
import org.chengnuo.approval.filing.FilingEvent.WorkStepRecorded;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.filing.Outcome;
import org.chengnuo.approval.policy.FilingKind;
import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.project.CenterCode;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.IndustryCode;
import org.chengnuo.approval.project.Money;
import org.chengnuo.approval.project.ProjectEvent.ProjectImported;
import org.chengnuo.approval.project.ProjectEvent.ProjectRegistered;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.RegionCode;
import org.chengnuo.approval.project.ZoneCode;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The events of projects and filings, told briefly. */
public final class Story {

    public static final ItemCode ITEM = new ItemCode("cn-shanxi", "works-planning");
    public static final CenterCode CENTER = new CenterCode("LF-C1");

    private Story() {}

    public static ProjectId project(long number) {
        return new ProjectId(new UUID(0x0195d7a000007000L, 0x8000000000000000L + number));
    }

    public static FilingId filing(long number) {
        return new FilingId(project(number), 1);
    }

    /** Beijing time, without the offset, as in {@code 2018-09-03T09:00}. */
    public static Instant at(String local) {
        return Instant.parse(local + ":00Z").minus(Duration.ofHours(8));
    }

    public static ProjectRegistered registered(ProjectId project, String zone) {
        return new ProjectRegistered(
                project,
                at("2018-08-01T09:00"),
                "焦炉改造 " + project,
                null,
                new CreditCode("11320000MB151840XJ"),
                new ZoneCode(zone),
                new RegionCode("141002"),
                new IndustryCode("0610"),
                ProjectType.RECORD_FILED,
                new Money(new BigDecimal("12000000")),
                "2018");
    }

    public static ProjectImported imported(
            ProjectId project, Instant at, String importId, String caseId) {
        return new ProjectImported(project, at, importId, caseId, new ZoneCode("NL-1"));
    }

    public static FilingImported importedFiling(FilingId filing, Instant at, String caseId) {
        return new FilingImported(
                filing,
                at,
                caseId,
                new ItemCode("wabo", "permit"),
                ItemClass.KEPT_APPROVAL,
                new CenterCode("NL-C1"),
                "mon-fri-7-17-amsterdam");
    }

    public static WorkStepRecorded step(FilingId filing, Instant at) {
        return new WorkStepRecorded(filing, at, "step", null);
    }

    public static FilingReceived received(FilingId filing, Instant at) {
        return new FilingReceived(
                filing, at, ITEM, ItemClass.KEPT_APPROVAL, CENTER, "R-1", "2018", "cn");
    }

    /** The act by which an imported case is received. */
    public static FilingReceived receivedAbroad(FilingId filing, Instant at) {
        return new FilingReceived(
                filing,
                at,
                new ItemCode("wabo", "permit"),
                ItemClass.KEPT_APPROVAL,
                new CenterCode("NL-C1"),
                null,
                "",
                "mon-fri-7-17-amsterdam");
    }

    public static CorrectionRequested correction(FilingId filing, Instant at) {
        return new CorrectionRequested(filing, at, "B-1", List.of("site plan"));
    }

    public static CorrectionAnswered answered(FilingId filing, Instant at) {
        return new CorrectionAnswered(filing, at);
    }

    public static FilingAccepted accepted(FilingId filing, Instant at) {
        return new FilingAccepted(filing, at, "S-1", terms("cn"));
    }

    public static AcceptanceTerms terms(String calendar) {
        return new AcceptanceTerms(
                FilingKind.PROMISED,
                TimeLimit.workingDays(10),
                TimeLimit.workingDays(20),
                TimeLimit.workingDays(10),
                calendar,
                "2018",
                "works-planning@2018",
                new WarningThresholds(90),
                Duration.ofHours(24));
    }

    public static SpecialProcedureOpened opened(FilingId filing, Instant at, int number) {
        return new SpecialProcedureOpened(
                filing,
                at,
                number,
                StopGround.EXPERT_REVIEW,
                "N-" + number,
                TimeLimit.workingDays(20));
    }

    public static SpecialProcedureClosed closed(FilingId filing, Instant at, int number) {
        return new SpecialProcedureClosed(filing, at, number, null);
    }

    public static FilingDecided decided(FilingId filing, Instant at) {
        return new FilingDecided(filing, at, Outcome.GRANTED, "D-1", null, null, List.of());
    }

    public static DecisionDelivered delivered(FilingId filing, Instant at) {
        return new DecisionDelivered(filing, at, null);
    }

    public static FilingEvent withdrawn(FilingId filing, Instant at) {
        return new FilingEvent.FilingWithdrawn(filing, at, null);
    }
}
