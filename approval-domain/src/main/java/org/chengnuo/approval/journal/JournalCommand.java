package org.chengnuo.approval.journal;

import org.chengnuo.approval.calendar.CalendarCommand;
import org.chengnuo.approval.policy.PolicyCommand;
import org.chengnuo.approval.project.ProjectCommand;

/** What may be asked of one story of the journal. */
public sealed interface JournalCommand permits ProjectCommand, PolicyCommand, CalendarCommand {

    /** The story that it is for. */
    String stream();
}
