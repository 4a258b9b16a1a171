package org.chengnuo.approval.clock;

import org.chengnuo.approval.calendar.DayRule;
import org.chengnuo.approval.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Natural and working days. The day of an event is never counted by what it starts: a period begins
 * on the day after the acceptance, and a stop leaves out the days after its beginning, through the
 * day of its end.
 */
record DayCounting(LimitUnit unit, WorkingCalendar calendar) implements Counting {

    /** Days that a stop leaves out. */
    private record Days(LocalDate first, LocalDate last, Stop stop) {
        boolean contains(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    @Override
    public Amount used(Counted course) {
        var accepted = calendar.dateAt(course.accepted());
        int used = daysBetween(accepted, calendar.dateAt(course.at()));
        for (Days stopped : union(course.stops())) {
            used -= daysBetween(stopped.first().minusDays(1), stopped.last());
        }
        return new Amount.Days(used, unit);
    }

    @Override
    public Due due(int limit, Counted course) {
        var accepted = calendar.dateAt(course.accepted());
        var date = dayOf(limit, course);
        for (Days stopped : union(course.stops())) {
            if (date.equals(stopped.first().minusDays(1))) {
                date = stopped.last();
            }
        }
        return new Due(
                date,
                startOf(date.plusDays(1)),
                unit == LimitUnit.WD
                        && (calendar.ruleOf(date).provisional()
                                || calendar.ruleOf(accepted).provisional()),
                course.openStop() != null);
    }

    @Override
    public Instant usedFrom(Amount used, Counted course) {
        int days = ((Amount.Days) used).number();
        return days <= 0 ? course.accepted() : startOf(dayOf(days, course));
    }

    @Override
    public Instant overdueFrom(Due due) {
        return due.moment();
    }

    /** The n-th day that is counted; the day of acceptance, if n is 0. */
    private LocalDate dayOf(int n, Counted course) {
        var date = calendar.dateAt(course.accepted());
        int left = n;
        for (Days stopped : union(course.stops())) {
            int until = daysBetween(date, stopped.first().minusDays(1));
            if (left <= until) {
                break;
            }
            left -= until;
            date = stopped.last();
        }
        return daysAfter(date, left);
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(calendar.zone()).toInstant();
    }

    @Override
    public boolean isOverdue(Due due, Counted course) {
        return calendar.dateAt(course.at()).isAfter(due.date());
    }

    @Override
    public List<DayLine> explain(Counted course) {
        var stopped = daysOf(course.stops());
        var disbelieved = daysOf(course.disbelieved());
        var accepted = calendar.dateAt(course.accepted());
        var end = calendar.dateAt(course.at());
        var lines = new ArrayList<DayLine>();
        var none = new Amount.Days(0, unit);
        lines.add(
                new DayLine(
                        accepted,
                        accepted,
                        CountingRule.DAY_OF_ACCEPTANCE,
                        null,
                        null,
                        false,
                        none,
                        none));
        for (var day = accepted.plusDays(1); !day.isAfter(end); day = day.plusDays(1)) {
            Explanations.addDay(lines, day, line(day, stopped, disbelieved));
        }
        return List.copyOf(lines);
    }

    private DayLine line(LocalDate day, List<Days> stopped, List<Days> disbelieved) {
        Stop stop = stopOn(day, stopped);
        if (stop != null) {
            return line(day, CountingRule.STOPPED, null, stop);
        }
        DayRule rule = calendar.ruleOf(day);
        CountingRule counting =
                unit == LimitUnit.ND ? CountingRule.NATURAL_DAY : Explanations.ruleOf(rule);
        Stop claimed = counting.counts() ? stopOn(day, disbelieved) : null;
        return line(
                day,
                claimed == null ? counting : CountingRule.STOP_NOT_ATTESTED,
                unit == LimitUnit.ND ? null : rule,
                claimed);
    }

    private DayLine line(
            LocalDate day, CountingRule rule, @Nullable DayRule dayRule, @Nullable Stop stop) {
        var counted = new Amount.Days(rule.counts() ? 1 : 0, unit);
        return new DayLine(
                day,
                day,
                rule,
                dayRule == null ? null : Explanations.holidayOf(dayRule),
                stop,
                dayRule != null && dayRule.provisional(),
                counted,
                counted);
    }

    private static @Nullable Stop stopOn(LocalDate day, List<Days> stops) {
        for (Days days : stops) {
            if (days.contains(day)) {
                return days.stop();
            }
        }
        return null;
    }

    /** Each day once, however many stops leave it out. */
    private List<Days> union(List<Counted.Span> stops) {
        if (stops.isEmpty()) {
            return List.of();
        }
        var union = new ArrayList<Days>();
        for (Days days : daysOf(stops)) {
            if (union.isEmpty() || days.first().isAfter(union.getLast().last().plusDays(1))) {
                union.add(days);
            } else if (days.last().isAfter(union.getLast().last())) {
                var joined = union.removeLast();
                union.add(new Days(joined.first(), days.last(), joined.stop()));
            }
        }
        return union;
    }

    private List<Days> daysOf(List<Counted.Span> stops) {
        return stops.stream()
                .map(
                        span ->
                                new Days(
                                        calendar.dateAt(span.from()).plusDays(1),
                                        calendar.dateAt(span.to()),
                                        span.stop()))
                .filter(days -> !days.first().isAfter(days.last()))
                .toList();
    }

    private int daysBetween(LocalDate fromExclusive, LocalDate toInclusive) {
        return unit == LimitUnit.WD
                ? calendar.workingDaysBetween(fromExclusive, toInclusive)
                : Math.toIntExact(ChronoUnit.DAYS.between(fromExclusive, toInclusive));
    }

    private LocalDate daysAfter(LocalDate from, int n) {
        return unit == LimitUnit.WD ? calendar.workingDaysAfter(from, n) : from.plusDays(n);
    }
}
