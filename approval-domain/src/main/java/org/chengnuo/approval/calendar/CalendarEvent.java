package org.chengnuo.approval.calendar;

import org.chengnuo.approval.journal.JournalEvent;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;

/** What happened to a calendar. */
public sealed interface CalendarEvent extends JournalEvent {

    /** The name of the calendar. */
    String calendar();

    @Override
    default String stream() {
        return stream(calendar());
    }

    /** The stream of the calendar of that name. */
    static String stream(String calendar) {
        return "calendar:" + calendar;
    }

    record CalendarFounded(
            String calendar,
            Instant occurredAt,
            ZoneId zone,
            List<OfficeHours> officeHours,
            @Nullable MonthDay nextNoticeFrom,
            List<Notice> notices)
            implements CalendarEvent {

        public CalendarFounded {
            officeHours = List.copyOf(officeHours);
            notices = List.copyOf(notices);
        }
    }

    record NoticePublished(String calendar, Instant occurredAt, Notice notice)
            implements CalendarEvent {}
}
