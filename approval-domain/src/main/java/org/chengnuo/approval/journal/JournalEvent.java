package org.chengnuo.approval.journal;

import org.chengnuo.approval.calendar.CalendarEvent;
import org.chengnuo.approval.policy.PolicyEvent;
import org.chengnuo.approval.project.ProjectEvent;

import java.time.Instant;

/** What happened, to a project or to the rules by which projects are handled. */
public sealed interface JournalEvent permits ProjectEvent, PolicyEvent, CalendarEvent {

    /** The story that it belongs to. */
    String stream();

    /** When it happened; when it was recorded is on the envelope, set by the server. */
    Instant occurredAt();
}
