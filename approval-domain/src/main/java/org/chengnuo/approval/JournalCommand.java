package org.chengnuo.approval;

import org.chengnuo.approval.assessment.AssessmentCommand;
import org.chengnuo.approval.calendar.editions.CalendarCommand;
import org.chengnuo.approval.policy.PolicyCommand;
import org.chengnuo.approval.project.ProjectCommand;

/** What may be asked of one story of the journal. */
public sealed interface JournalCommand
        permits ProjectCommand, PolicyCommand, CalendarCommand, AssessmentCommand {

    /** The story that it is for. */
    String stream();
}
