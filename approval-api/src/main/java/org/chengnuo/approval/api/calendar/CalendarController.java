package org.chengnuo.approval.api.calendar;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.chengnuo.approval.calendar.OfficeHours;
import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.clock.Basis;
import org.chengnuo.approval.clock.CountingRule;
import org.chengnuo.approval.clock.Due;
import org.chengnuo.approval.clock.LimitUnit;
import org.chengnuo.approval.clock.ReviewClock;
import org.chengnuo.approval.clock.ReviewCourse;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.clock.WarningThresholds;
import org.chengnuo.approval.projections.editions.Editions;
import org.chengnuo.approval.projections.problem.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

@RestController
@RequestMapping("/api/v1/calendars")
@Tag(name = "Calendars 工作日历")
class CalendarController {

    private final Editions editions;
    private final Clock clock;

    CalendarController(Editions editions, Clock clock) {
        this.editions = editions;
        this.clock = clock;
    }

    record CalendarView(
            String name, String zone, List<OfficeHours> officeHours, List<Instant> editions) {

        static CalendarView of(WorkingCalendar calendar) {
            return new CalendarView(
                    calendar.name(),
                    calendar.zone().getId(),
                    calendar.officeHours(),
                    calendar.editions());
        }
    }

    /**
     * @param due the last day
     * @param dueAt for hours, the last moment in time; for days, 24:00 of the last day
     * @param provisional the notice for some day up to then is not known yet
     */
    record DueView(
            LocalDate due, Instant dueAt, boolean provisional, Instant knownAt, List<Day> days) {}

    record Day(
            LocalDate date,
            boolean counted,
            CountingRule rule,
            String ruleEn,
            String ruleZh,
            boolean provisional,
            String counts) {}

    @Operation(summary = "The calendars that there are")
    @GetMapping
    List<CalendarView> calendars() {
        return editions.calendars().stream().map(editions::calendar).map(CalendarView::of).toList();
    }

    @Operation(summary = "When a limit ends, and why: each day, counted or not, by which rule")
    @GetMapping("/{name}/due")
    DueView due(
            @PathVariable String name,
            @Parameter(
                            description = "the day of the starting event, or its moment",
                            example = "2018-09-28")
                    @RequestParam
                    String from,
            @Parameter(example = "5") @RequestParam int amount,
            @Parameter(example = "WD") @RequestParam LimitUnit unit,
            @Parameter(description = "the calendar as known then; as known now, if absent")
                    @RequestParam(required = false)
                    @Nullable Instant knownAt) {
        if (!editions.calendars().contains(name)) {
            throw new NotFound("calendar «%s»; there are %s".formatted(name, editions.calendars()));
        }
        Instant known = knownAt == null ? clock.instant() : knownAt;
        WorkingCalendar calendar = editions.calendar(name).knownAt(known);
        ReviewCourse course = course(moment(from, calendar), new TimeLimit(amount, unit));
        Due due = ReviewClock.read(course, calendar, course.accepted()).claimed().promised().due();
        Instant last = unit.countsDays() ? due.moment().minusNanos(1) : due.moment();
        List<Day> days =
                ReviewClock.explain(course, calendar, last, unit, Basis.CLAIMED)
                        .orElse(List.of())
                        .stream()
                        .flatMap(
                                line ->
                                        line.from()
                                                .datesUntil(line.to().plusDays(1))
                                                .map(
                                                        date ->
                                                                new Day(
                                                                        date,
                                                                        line.rule().counts(),
                                                                        line.rule(),
                                                                        line.english(),
                                                                        line.chinese(),
                                                                        line.provisional(),
                                                                        counts(line, unit))))
                        .toList();
        return new DueView(due.date(), due.moment(), due.provisional(), known, days);
    }

    /** A span of several days stands only where whole days count, and each counts one or none. */
    private static String counts(org.chengnuo.approval.clock.DayLine line, LimitUnit unit) {
        return line.from().equals(line.to())
                ? line.counted().toString()
                : (line.rule().counts() ? "1 " : "0 ") + unit;
    }

    private static ReviewCourse course(Instant from, TimeLimit limit) {
        return new ReviewCourse(
                from,
                null,
                limit,
                null,
                null,
                List.of(),
                false,
                Duration.ZERO,
                new WarningThresholds(100));
    }

    private static Instant moment(String from, WorkingCalendar calendar) {
        try {
            return from.contains("T")
                    ? java.time.OffsetDateTime.parse(from).toInstant()
                    : LocalDate.parse(from).atStartOfDay(calendar.zone()).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "from: a day as in 2018-09-28, or a moment as in 2018-09-28T09:00:00+08:00, not «%s»"
                            .formatted(from),
                    e);
        }
    }
}
