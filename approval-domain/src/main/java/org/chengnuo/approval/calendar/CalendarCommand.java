package org.chengnuo.approval.calendar;

import org.chengnuo.approval.journal.JournalCommand;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;

/** What may be asked of the editions of a calendar. */
public sealed interface CalendarCommand extends JournalCommand {

    /** The name of the calendar. */
    String calendar();

    @Override
    default String stream() {
        return CalendarEvent.stream(calendar());
    }

    /**
     * A new calendar.
     *
     * @param nextNoticeFrom from this day of a year on, the notice of the next year decides too
     * @param notices those that are known already, each from its own moment
     */
    record FoundCalendar(
            String calendar,
            ZoneId zone,
            List<OfficeHours> officeHours,
            @Nullable MonthDay nextNoticeFrom,
            List<Notice> notices)
            implements CalendarCommand {

        public FoundCalendar {
            calendar = calendar.strip();
            officeHours = List.copyOf(officeHours);
            notices = List.copyOf(notices);
        }
    }

    /**
     * A notice adds days to a calendar, or changes some.
     *
     * @param year that the notice is for
     * @param source the document's number, or its address
     * @param knownFrom from when it is counted by; null for the earliest moment that is possible
     */
    record PublishNotice(
            String calendar,
            int year,
            @Nullable String source,
            @Nullable Instant knownFrom,
            List<Notice.Day> days)
            implements CalendarCommand {

        public PublishNotice {
            days = List.copyOf(days);
        }
    }
}
