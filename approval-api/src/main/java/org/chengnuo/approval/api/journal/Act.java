package org.chengnuo.approval.api.journal;

import org.chengnuo.approval.JournalCommand;
import org.chengnuo.approval.assessment.AssessmentCommand;
import org.chengnuo.approval.calendar.editions.CalendarCommand;
import org.chengnuo.approval.policy.PolicyCommand;
import org.chengnuo.approval.project.ProjectCommand;

/** A command on its way to its story, in the one message that Axon handles for a kind of story. */
sealed interface Act permits ProjectAct, PolicyAct, CalendarAct, AssessmentAct {

    JournalCommand command();

    static Act of(JournalCommand command, Envelope envelope) {
        return switch (command) {
            case ProjectCommand project -> new ProjectAct(project, envelope.agent());
            case PolicyCommand policy -> new PolicyAct(policy);
            case CalendarCommand calendar -> new CalendarAct(calendar);
            case AssessmentCommand assessment -> new AssessmentAct(assessment);
        };
    }
}
