package org.chengnuo.approval.project;

import org.chengnuo.approval.filing.FilingCommand;
import org.chengnuo.approval.filing.ReceiveFiling;

import java.time.Instant;

/** What may be asked of a project; {@link #occurredAt} is when the act happened. */
public sealed interface ProjectCommand
        permits RegisterProject, ChangeProjectCode, ImportHistory, ReceiveFiling, FilingCommand {

    ProjectId project();

    Instant occurredAt();
}
