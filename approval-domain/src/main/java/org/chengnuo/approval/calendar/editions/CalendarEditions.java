package org.chengnuo.approval.calendar.editions;

import org.chengnuo.approval.Circumstances;
import org.chengnuo.approval.Finding;
import org.chengnuo.approval.Reason;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.calendar.Notice;
import org.chengnuo.approval.calendar.ShippedCalendars;
import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.calendar.editions.CalendarCommand.FoundCalendar;
import org.chengnuo.approval.calendar.editions.CalendarCommand.PublishNotice;
import org.chengnuo.approval.calendar.editions.CalendarEvent.CalendarFounded;
import org.chengnuo.approval.calendar.editions.CalendarEvent.NoticePublished;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One calendar and the notices that made it: founded once, then changed by notices only. A calendar
 * that comes with the program is founded before its first event. Immutable.
 */
public final class CalendarEditions {

    /** What has become of the calendar. */
    sealed interface Stage {

        record NotFounded() implements Stage {}

        /**
         * @param calendar with all its notices
         */
        record Founded(WorkingCalendar calendar, List<Notice> notices) implements Stage {

            static Founded of(WorkingCalendar bare, List<Notice> notices) {
                return new Founded(bare.with(notices), notices);
            }

            Founded with(Notice notice) {
                return new Founded(
                        calendar.with(List.of(notice)),
                        Stream.concat(notices.stream(), Stream.of(notice)).toList());
            }
        }
    }

    private final Stage stage;

    private CalendarEditions(Stage stage) {
        this.stage = stage;
    }

    /** Before the first event: as it comes with the program, or not founded. */
    public static CalendarEditions before(String calendar) {
        return ShippedCalendars.names().contains(calendar)
                ? shipped(ShippedCalendars.named(calendar))
                : new CalendarEditions(new Stage.NotFounded());
    }

    private static CalendarEditions shipped(WorkingCalendar calendar) {
        return new CalendarEditions(new Stage.Founded(calendar, calendar.notices()));
    }

    /** The calendar with all its notices, those that work later included; empty if not founded. */
    public Optional<WorkingCalendar> calendar() {
        return switch (stage) {
            case Stage.NotFounded _ -> Optional.empty();
            case Stage.Founded founded -> Optional.of(founded.calendar());
        };
    }

    /** In the order in which they become known. */
    public List<Notice> notices() {
        return switch (stage) {
            case Stage.NotFounded _ -> List.of();
            case Stage.Founded founded ->
                    founded.notices().stream()
                            .sorted(Comparator.comparing(Notice::knownFrom))
                            .toList();
        };
    }

    /**
     * @throws Refusal if the command is not in turn or not complete; nothing has happened
     */
    public List<CalendarEvent> decide(CalendarCommand command, Circumstances circumstances)
            throws Refusal {
        Instant now = circumstances.now();
        return switch (command) {
            case FoundCalendar found ->
                    switch (stage) {
                        case Stage.NotFounded _ -> found(found, now);
                        case Stage.Founded _ ->
                                throw new Refusal(
                                        Reason.CALENDAR_EXISTS,
                                        "there is a calendar «%s»".formatted(found.calendar()));
                    };
            case PublishNotice publish ->
                    switch (stage) {
                        case Stage.NotFounded _ ->
                                throw new Refusal(
                                        Reason.CALENDAR_UNKNOWN,
                                        "there is no calendar «%s»".formatted(publish.calendar()));
                        case Stage.Founded founded -> publish(publish, founded.calendar(), now);
                    };
        };
    }

    private static List<CalendarEvent> found(FoundCalendar command, Instant now) throws Refusal {
        List<Finding> findings = new ArrayList<>(NoticeRules.calendarIsComplete(command));
        if (findings.isEmpty()) {
            WorkingCalendar calendar =
                    new WorkingCalendar(
                            command.calendar(),
                            command.zone(),
                            command.officeHours(),
                            command.nextNoticeFrom());
            for (Notice notice :
                    command.notices().stream()
                            .sorted(Comparator.comparing(Notice::knownFrom))
                            .toList()) {
                findings.addAll(
                        NoticeRules.noticeIsComplete(
                                notice.year(),
                                notice.source(),
                                notice.days(),
                                calendar,
                                command.nextNoticeFrom()));
                calendar = calendar.with(List.of(notice));
            }
        }
        if (!findings.isEmpty()) {
            throw new Refusal(Reason.CALENDAR_INCOMPLETE, findings);
        }
        return List.of(
                new CalendarFounded(
                        command.calendar(),
                        now,
                        command.zone(),
                        command.officeHours(),
                        command.nextNoticeFrom(),
                        command.notices()));
    }

    private static List<CalendarEvent> publish(
            PublishNotice command, WorkingCalendar calendar, Instant now) throws Refusal {
        Instant earliest = NoticeRules.worksFromTheSecondFullMinute(now);
        Instant knownFrom = command.knownFrom() == null ? earliest : command.knownFrom();
        NoticeRules.whatHasBeenCountedIsNotCountedAnew(knownFrom, now);
        List<Finding> findings =
                NoticeRules.noticeIsComplete(
                        command.year(),
                        command.source(),
                        command.days(),
                        calendar.knownAt(knownFrom),
                        calendar.nextNoticeFrom());
        if (!findings.isEmpty()) {
            throw new Refusal(Reason.NOTICE_INCOMPLETE, findings);
        }
        return List.of(
                new NoticePublished(
                        command.calendar(),
                        now,
                        new Notice(
                                command.year(),
                                String.valueOf(command.source()).strip(),
                                knownFrom.truncatedTo(ChronoUnit.MICROS),
                                command.days())));
    }

    /** Never refuses: what happened, happened. */
    public CalendarEditions evolve(CalendarEvent event) {
        return new CalendarEditions(
                switch (event) {
                    case CalendarFounded founded ->
                            Stage.Founded.of(
                                    new WorkingCalendar(
                                            founded.calendar(),
                                            founded.zone(),
                                            founded.officeHours(),
                                            founded.nextNoticeFrom()),
                                    founded.notices());
                    case NoticePublished published ->
                            switch (stage) {
                                case Stage.Founded founded -> founded.with(published.notice());
                                case Stage.NotFounded _ -> stage;
                            };
                });
    }
}
