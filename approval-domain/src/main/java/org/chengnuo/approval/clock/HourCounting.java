package org.chengnuo.approval.clock;

import org.chengnuo.approval.calendar.DayRule;
import org.chengnuo.approval.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Natural and working hours: exact time from the moment of acceptance (Civil Code, Art. 201), from
 * which the stops are taken out exactly; working hours only within office hours.
 */
record HourCounting(LimitUnit unit, WorkingCalendar calendar) implements Counting {

    /** No moment is told more finely than this. */
    private static final Duration FINEST = Duration.of(1, ChronoUnit.MICROS);

    /** Time that stops take out. */
    private record Time(Instant from, Instant to) {}

    @Override
    public Amount used(Counted course) {
        return new Amount.Time(
                timeBetween(course.accepted(), course.at())
                        .minus(timeOf(union(course.stops()), course.accepted(), course.at())),
                unit);
    }

    @Override
    public Due due(int limit, Counted course) {
        var moment = momentOf(Duration.ofHours(limit), course);
        for (Time stopped : union(course.stops())) {
            if (moment.equals(stopped.from())) {
                moment = stopped.to();
            }
        }
        var date = calendar.dateAt(moment);
        return new Due(
                date,
                moment,
                unit == LimitUnit.WH
                        && (calendar.ruleOf(date).provisional()
                                || calendar.ruleOf(calendar.dateAt(course.accepted()))
                                        .provisional()),
                course.openStop() != null);
    }

    @Override
    public Instant usedFrom(Amount used, Counted course) {
        Duration time = ((Amount.Time) used).time();
        return time.isNegative() ? course.accepted() : momentOf(time, course);
    }

    @Override
    public Instant overdueFrom(Due due) {
        return due.moment().plus(FINEST);
    }

    /** The first moment by which that much time has been counted. */
    private Instant momentOf(Duration time, Counted course) {
        var moment = course.accepted();
        var left = time;
        for (Time stopped : union(course.stops())) {
            var until = timeBetween(moment, stopped.from());
            if (left.compareTo(until) <= 0) {
                break;
            }
            left = left.minus(until);
            moment = stopped.to();
        }
        return timeAfter(moment, left);
    }

    @Override
    public boolean isOverdue(Due due, Counted course) {
        return course.at().isAfter(due.moment());
    }

    @Override
    public List<DayLine> explain(Counted course) {
        var stopped = union(course.stops());
        var claimed =
                union(
                        Stream.concat(course.stops().stream(), course.disbelieved().stream())
                                .sorted((a, b) -> a.from().compareTo(b.from()))
                                .toList());
        var end = calendar.dateAt(course.at());
        var lines = new ArrayList<DayLine>();
        for (var day = calendar.dateAt(course.accepted());
                !day.isAfter(end);
                day = day.plusDays(1)) {
            Instant from = later(course.accepted(), startOf(day));
            Instant to = earlier(course.at(), startOf(day.plusDays(1)));
            var all = timeBetween(from, to);
            var notCounted = timeOf(stopped, from, to);
            var disbelieved = timeOf(claimed, from, to).minus(notCounted);
            var rest = all.minus(notCounted).minus(disbelieved);
            if (!notCounted.isZero()) {
                Explanations.addDay(
                        lines,
                        day,
                        line(
                                day,
                                CountingRule.STOPPED,
                                stopDuring(course.stops(), from, to),
                                Duration.ZERO));
            }
            if (!disbelieved.isZero()) {
                Explanations.addDay(
                        lines,
                        day,
                        line(
                                day,
                                CountingRule.STOP_NOT_ATTESTED,
                                stopDuring(course.disbelieved(), from, to),
                                disbelieved));
            }
            if (!rest.isZero() || all.isZero()) {
                CountingRule rule =
                        unit == LimitUnit.NH
                                ? CountingRule.NATURAL_HOURS
                                : Explanations.ruleOf(calendar.ruleOf(day));
                Explanations.addDay(lines, day, line(day, rule, null, rest));
            }
        }
        return List.copyOf(lines);
    }

    private DayLine line(LocalDate day, CountingRule rule, @Nullable Stop stop, Duration counted) {
        var amount = new Amount.Time(counted, unit);
        DayRule dayRule = calendar.ruleOf(day);
        boolean byCalendar = unit == LimitUnit.WH && rule != CountingRule.STOPPED;
        return new DayLine(
                day,
                day,
                rule,
                byCalendar ? Explanations.holidayOf(dayRule) : null,
                stop,
                byCalendar && dayRule.provisional(),
                amount,
                amount);
    }

    private static @Nullable Stop stopDuring(List<Counted.Span> spans, Instant from, Instant to) {
        for (Counted.Span span : spans) {
            if (span.from().isBefore(to) && span.to().isAfter(from)) {
                return span.stop();
            }
        }
        return null;
    }

    private Duration timeOf(List<Time> times, Instant from, Instant to) {
        var sum = Duration.ZERO;
        for (Time time : times) {
            Instant begin = later(time.from(), from);
            Instant end = earlier(time.to(), to);
            if (begin.isBefore(end)) {
                sum = sum.plus(timeBetween(begin, end));
            }
        }
        return sum;
    }

    /** Each moment once, however many stops take it out. */
    private static List<Time> union(List<Counted.Span> stops) {
        if (stops.isEmpty()) {
            return List.of();
        }
        var union = new ArrayList<Time>();
        for (Counted.Span span : stops) {
            if (union.isEmpty() || span.from().isAfter(union.getLast().to())) {
                union.add(new Time(span.from(), span.to()));
            } else if (span.to().isAfter(union.getLast().to())) {
                union.add(new Time(union.removeLast().from(), span.to()));
            }
        }
        return union;
    }

    private Duration timeBetween(Instant from, Instant to) {
        return unit == LimitUnit.WH ? calendar.workingTime(from, to) : Duration.between(from, to);
    }

    private Instant timeAfter(Instant from, Duration time) {
        return unit == LimitUnit.WH ? calendar.workingTimeAfter(from, time) : from.plus(time);
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(calendar.zone()).toInstant();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
