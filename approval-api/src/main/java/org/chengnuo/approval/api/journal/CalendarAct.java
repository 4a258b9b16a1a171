package org.chengnuo.approval.api.journal;

import org.chengnuo.approval.calendar.editions.CalendarCommand;

/** A command on its way to its calendar. */
record CalendarAct(CalendarCommand command) implements Act {}
