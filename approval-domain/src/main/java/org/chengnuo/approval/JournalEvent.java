package org.chengnuo.approval;

import org.chengnuo.approval.assessment.AssessmentEvent;
import org.chengnuo.approval.calendar.editions.CalendarEvent;
import org.chengnuo.approval.policy.PolicyEvent;
import org.chengnuo.approval.project.ProjectEvent;

import java.time.Instant;

/**
 * What happened, to a project, to the rules by which projects are handled, or in the assessment of
 * zones.
 */
public sealed interface JournalEvent
        permits ProjectEvent, PolicyEvent, CalendarEvent, AssessmentEvent {

    /** The story that it belongs to. */
    String stream();

    /** When it happened; when it was recorded is on the envelope, set by the server. */
    Instant occurredAt();
}
