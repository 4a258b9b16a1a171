package org.chengnuo.approval.project;

import org.chengnuo.approval.commitment.CommitmentCommand;
import org.chengnuo.approval.commitment.ServeNotice;
import org.chengnuo.approval.construction.ConstructionCommand;
import org.chengnuo.approval.filing.FilingCommand;
import org.chengnuo.approval.filing.ReceiveFiling;
import org.chengnuo.approval.journal.JournalCommand;
import org.chengnuo.approval.parcel.ParcelCommand;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.supervision.SupervisionCommand;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;

/** What may be asked of a project; {@link #occurredAt} is when the act happened. */
public sealed interface ProjectCommand extends JournalCommand
        permits RegisterProject,
                ProjectCommand.ChangeProjectCode,
                ProjectCommand.AssessEligibility,
                ProjectCommand.MoveToEdition,
                ProjectCommand.RuleItemOut,
                ProjectCommand.ReinstateItem,
                ProjectCommand.EntrustAgent,
                ProjectCommand.EndEntrustment,
                ProjectCommand.WithdrawProject,
                ProjectCommand.TerminateProject,
                ProjectCommand.ActOnWhatIsDue,
                ImportHistory,
                ParcelCommand,
                ConstructionCommand,
                ServeNotice,
                CommitmentCommand,
                SupervisionCommand,
                ReceiveFiling,
                FilingCommand {

    ProjectId project();

    @Override
    default String stream() {
        return project().toString();
    }

    Instant occurredAt();

    /** The central platform has minted the project's code 项目代码, or another one. */
    record ChangeProjectCode(ProjectId project, Instant occurredAt, ProjectCode code)
            implements ProjectCommand {}

    /**
     * Is the reform open to the project? Its edition's rules are asked, with what was found.
     *
     * @param exclusions what was found to touch the project; usually nothing
     */
    record AssessEligibility(ProjectId project, Instant occurredAt, Set<Exclusion> exclusions)
            implements ProjectCommand {}

    /** The project is moved to another policy edition: never by itself, and with a reason. */
    record MoveToEdition(
            ProjectId project, Instant occurredAt, String edition, @Nullable String reason)
            implements ProjectCommand {}

    /** 不涉及: the item does not concern the project. */
    record RuleItemOut(
            ProjectId project, Instant occurredAt, ItemCode item, @Nullable String reason)
            implements ProjectCommand {}

    /** The item concerns the project after all. */
    record ReinstateItem(
            ProjectId project, Instant occurredAt, ItemCode item, @Nullable String reason)
            implements ProjectCommand {}

    /**
     * 委托: the enterprise entrusts an agent 代办员 in writing.
     *
     * @param agent the user who acts for the enterprise
     * @param from the first moment
     * @param until the first moment at which it has ended
     * @param document the written entrustment: its number, or the hash of the attachment
     */
    record EntrustAgent(
            ProjectId project,
            Instant occurredAt,
            String agent,
            Instant from,
            Instant until,
            Set<AgentScope> scope,
            @Nullable String document)
            implements ProjectCommand {}

    /**
     * @param entrustment its number within the project, from 1
     */
    record EndEntrustment(
            ProjectId project, Instant occurredAt, int entrustment, @Nullable String reason)
            implements ProjectCommand {}

    /** By the enterprise. */
    record WithdrawProject(ProjectId project, Instant occurredAt, @Nullable String reason)
            implements ProjectCommand {}

    /** By the authority. */
    record TerminateProject(
            ProjectId project,
            Instant occurredAt,
            @Nullable String document,
            @Nullable String reason)
            implements ProjectCommand {}

    /** Let happen what falls due by itself up to that moment. */
    record ActOnWhatIsDue(ProjectId project, Instant occurredAt) implements ProjectCommand {}
}
