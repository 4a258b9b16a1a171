package org.chengnuo.approval.calendar;

import org.chengnuo.approval.Finding;
import org.chengnuo.approval.Reason;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.calendar.CalendarCommand.FoundCalendar;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** What a calendar and a notice have to be. */
final class NoticeRules {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    /** Every node of the office has read a notice by then. */
    private static final Duration SHORTEST_LEAD = Duration.ofMinutes(1);

    private NoticeRules() {}

    static Instant worksFromTheSecondFullMinute(Instant now) {
        return now.truncatedTo(ChronoUnit.MINUTES).plus(2, ChronoUnit.MINUTES);
    }

    /**
     * A notice works from a moment that lies ahead, so that what closed before keeps its figures
     * and no node of the office counts by it earlier than another.
     */
    static void whatHasBeenCountedIsNotCountedAnew(Instant knownFrom, Instant now) throws Refusal {
        if (knownFrom.isBefore(now.plus(SHORTEST_LEAD))) {
            throw new Refusal(
                    Reason.NOTICE_WORKS_BACKWARDS,
                    "a notice that is recorded at %s works from %s at the earliest, not from %s"
                            .formatted(now, now.plus(SHORTEST_LEAD), knownFrom));
        }
    }

    static List<Finding> calendarIsComplete(FoundCalendar command) {
        var findings = new ArrayList<Finding>();
        if (!NAME.matcher(command.calendar()).matches()) {
            findings.add(
                    new Finding(
                            null,
                            "name",
                            "a calendar's name has 1 to 64 lower-case letters, digits, dots,"
                                    + " hyphens and underlines",
                            "日历名称由1至64个小写字母、数字、点、连字符或下划线组成"));
        }
        if (command.officeHours().isEmpty()) {
            findings.add(new Finding(null, "officeHours", "there are no office hours", "未设定办公时间"));
        }
        List<OfficeHours> hours =
                command.officeHours().stream()
                        .sorted(java.util.Comparator.comparing(OfficeHours::fromSecond))
                        .toList();
        for (int i = 1; i < hours.size(); i++) {
            if (hours.get(i).fromSecond() < hours.get(i - 1).toSecond()) {
                findings.add(
                        new Finding(
                                hours.get(i).toString(),
                                "officeHours",
                                "they overlap with " + hours.get(i - 1),
                                "与 %s 重叠".formatted(hours.get(i - 1))));
            }
        }
        return findings;
    }

    /**
     * @param calendar as it is known without the notice, when the notice begins to work
     * @param nextNoticeFrom from this day of the year before, the notice decides too
     */
    static List<Finding> noticeIsComplete(
            int year,
            @Nullable String source,
            List<Notice.Day> days,
            WorkingCalendar calendar,
            @Nullable MonthDay nextNoticeFrom) {
        var findings = new ArrayList<Finding>();
        if (source == null || source.isBlank()) {
            findings.add(
                    new Finding(
                            null,
                            "source",
                            "the notice names its document: the number or the address",
                            "应注明通知的文号或网址"));
        }
        if (year < 1949 || year > 2200) {
            findings.add(new Finding(null, "year", "%d is no year".formatted(year), "年份不正确"));
        }
        if (days.isEmpty()) {
            findings.add(new Finding(null, "days", "the notice has no day", "通知未列明日期"));
        }
        var seen = new HashSet<LocalDate>();
        for (Notice.Day day : days) {
            String date = day.date().toString();
            if (!seen.add(day.date())) {
                findings.add(new Finding(date, "date", "the day is there twice", "日期重复"));
            }
            if (!belongsTo(year, day.date(), nextNoticeFrom)) {
                findings.add(
                        new Finding(
                                date,
                                "date",
                                nextNoticeFrom == null
                                        ? "the day is not in %d".formatted(year)
                                        : "the day is neither in %d nor in the last days of %d, from %s on"
                                                .formatted(year, year - 1, nextNoticeFrom),
                                "日期不属于通知所适用的年份"));
            }
            if (day.holiday().isBlank()) {
                findings.add(new Finding(date, "holiday", "the holiday has no name", "未注明节日名称"));
            }
            if (day.rule() == Notice.Rule.WORK && calendar.isWorkingDay(day.date())) {
                findings.add(
                        new Finding(
                                date,
                                "rule",
                                "the day works anyway: only a day off can be made to work",
                                "该日本为工作日，无需调休"));
            }
        }
        return findings;
    }

    private static boolean belongsTo(int year, LocalDate date, @Nullable MonthDay nextNoticeFrom) {
        return date.getYear() == year
                || (nextNoticeFrom != null
                        && date.getYear() == year - 1
                        && !MonthDay.from(date).isBefore(nextNoticeFrom));
    }
}
