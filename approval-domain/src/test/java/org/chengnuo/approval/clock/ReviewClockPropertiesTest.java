package org.chengnuo.approval.clock;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.chengnuo.approval.calendar.ShippedCalendars;
import org.chengnuo.approval.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** The clock against a walk over every day, and for hours over every quarter of an hour. */
class ReviewClockPropertiesTest {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    private static final List<WorkingCalendar> CALENDARS =
            List.of(
                    ShippedCalendars.named("cn"),
                    ShippedCalendars.named("cn").knownAt(Instant.parse("2019-12-20T00:00:00Z")),
                    ShippedCalendars.named("mon-fri-7-17-amsterdam"));

    private record Case(ReviewCourse course, WorkingCalendar calendar, Instant asOf) {

        /** All times are on a quarter of an hour, so that the walk by quarters is exact. */
        static Case of(Random random, LimitUnit unit) {
            int days = unit.countsDays() ? 80 : 12;
            var calendar = CALENDARS.get(random.nextInt(CALENDARS.size()));
            // Often around the mid-year change of 2020, else anywhere, changes of summer time
            // included.
            var accepted =
                    random.nextInt(3) == 0
                            ? quarters(random, Instant.parse("2019-12-20T00:00:00Z"), 40)
                            : quarters(random, Instant.parse("2016-01-01T00:00:00Z"), 4100);
            var stops = new ArrayList<Stop>();
            int count = random.nextInt(5);
            for (int i = 0; i < count; i++) {
                var begun = quarters(random, accepted.minus(Duration.ofDays(2)), days);
                // Some touch the one before.
                if (i > 0 && random.nextInt(4) == 0 && stops.getLast().ended() != null) {
                    begun = stops.getLast().ended();
                }
                stops.add(
                        new Stop(
                                StopGround.values()[random.nextInt(8)],
                                begun,
                                random.nextInt(4) == 0
                                        ? null
                                        : quarters(random, begun, 1 + days / 6),
                                quarters(random, begun.minus(Duration.ofDays(1)), 6),
                                random.nextInt(6) == 0 ? "" : "notice " + i));
            }
            return new Case(
                    new ReviewCourse(
                            accepted,
                            random.nextInt(4) == 0 ? quarters(random, accepted, days) : null,
                            new TimeLimit(random.nextInt(unit.countsDays() ? 30 : 60), unit),
                            null,
                            random.nextInt(4) == 0
                                    ? new Extension(
                                            new TimeLimit(random.nextInt(10), unit),
                                            accepted,
                                            accepted)
                                    : null,
                            stops,
                            true,
                            Duration.ofHours(24 * random.nextInt(3)),
                            new WarningThresholds(90)),
                    calendar,
                    quarters(random, accepted, days));
        }

        private static Instant quarters(Random random, Instant from, int days) {
            return from.plus(QUARTER.multipliedBy(random.nextInt(days * 96)));
        }

        Instant at() {
            return course.ended() != null && course.ended().isBefore(asOf) ? course.ended() : asOf;
        }

        int limit() {
            return course.promised().amount()
                    + (course.extension() == null ? 0 : course.extension().by().amount());
        }

        LimitReading read(Basis basis) {
            return ReviewClock.read(course, calendar, asOf).by(basis).orElseThrow().promised();
        }

        /** When the stop begins to count, told a second time and in another way; null if never. */
        @Nullable Instant countsFrom(Stop stop, Basis basis) {
            if (basis == Basis.CLAIMED) {
                return stop.begun();
            }
            boolean overWhenRecorded =
                    stop.ended() != null && stop.ended().compareTo(stop.recorded()) < 0;
            if (stop.notice().isEmpty() || overWhenRecorded) {
                return null;
            }
            return Duration.between(stop.begun(), stop.recorded())
                                    .compareTo(course.lateEntryAfter())
                            <= 0
                    ? stop.begun()
                    : stop.recorded();
        }

        LocalDate date(Instant moment) {
            return moment.atZone(calendar.zone()).toLocalDate();
        }

        boolean isStopped(LocalDate day, Basis basis) {
            return course.stops().stream()
                    .anyMatch(
                            stop -> {
                                Instant from = countsFrom(stop, basis);
                                return from != null
                                        && !from.isAfter(at())
                                        && date(from).isBefore(day)
                                        && !day.isAfter(date(at()))
                                        && (stop.ended() == null
                                                || !day.isAfter(date(stop.ended())));
                            });
        }

        /** In the quarter of an hour that begins then. */
        boolean isStopped(Instant quarter, Basis basis) {
            return quarter.isBefore(at())
                    && course.stops().stream()
                            .anyMatch(
                                    stop -> {
                                        Instant from = countsFrom(stop, basis);
                                        return from != null
                                                && !quarter.isBefore(from)
                                                && (stop.ended() == null
                                                        || quarter.isBefore(stop.ended()));
                                    });
        }

        boolean isOpen(Instant quarter) {
            ZonedDateTime local = quarter.atZone(calendar.zone());
            return calendar.ruleOf(local.toLocalDate()).works()
                    && calendar.officeHours().stream()
                            .anyMatch(
                                    hours ->
                                            !local.toLocalTime().isBefore(hours.from())
                                                    && local.toLocalTime().isBefore(hours.to()));
        }
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static final List<LimitUnit> DAYS = List.of(LimitUnit.ND, LimitUnit.WD);
    private static final List<LimitUnit> HOURS = List.of(LimitUnit.NH, LimitUnit.WH);
    private static final List<Basis> BASES = List.of(Basis.values());

    @Property(tries = 10_000)
    void daysAreWhatAWalkByDaysCounts(@ForAll Random random) {
        var unit = any(random, DAYS);
        var given = Case.of(random, unit);
        var basis = any(random, BASES);
        Predicate<LocalDate> counts =
                day ->
                        (unit == LimitUnit.ND || given.calendar().ruleOf(day).works())
                                && !given.isStopped(day, basis);
        var accepted = given.date(given.course().accepted());
        int used = 0;
        for (var day = accepted.plusDays(1);
                !day.isAfter(given.date(given.at()));
                day = day.plusDays(1)) {
            used += counts.test(day) ? 1 : 0;
        }
        var due = accepted;
        for (int left = given.limit(); left > 0; ) {
            due = due.plusDays(1);
            left -= counts.test(due) ? 1 : 0;
        }
        while (given.isStopped(due.plusDays(1), basis)) {
            due = due.plusDays(1);
        }

        var reading = given.read(basis);
        assertThat(reading.used()).isEqualTo(new Amount.Days(used, unit));
        assertThat(reading.remaining()).isEqualTo(new Amount.Days(given.limit() - used, unit));
        assertThat(reading.due().date()).isEqualTo(due);
        boolean late = given.date(given.at()).isAfter(due);
        assertThat(reading.overdue()).isEqualTo(late);
        // The count and the due date say the same, but on days of rest after the due date.
        assertThat(used > given.limit()).isEqualTo(late && used != given.limit());
        if (late && counts.test(given.date(given.at()))) {
            assertThat(used).isGreaterThan(given.limit());
        }
    }

    @Property(tries = 4_000)
    void hoursAreWhatAWalkByQuartersCounts(@ForAll Random random) {
        var unit = any(random, HOURS);
        var given = Case.of(random, unit);
        var basis = any(random, BASES);
        Predicate<Instant> counts =
                quarter ->
                        (unit == LimitUnit.NH || given.isOpen(quarter))
                                && !given.isStopped(quarter, basis);
        var used = Duration.ZERO;
        for (var quarter = given.course().accepted();
                quarter.isBefore(given.at());
                quarter = quarter.plus(QUARTER)) {
            used = used.plus(counts.test(quarter) ? QUARTER : Duration.ZERO);
        }
        var due = given.course().accepted();
        for (int left = given.limit() * 4; left > 0; due = due.plus(QUARTER)) {
            left -= counts.test(due) ? 1 : 0;
        }
        while (given.isStopped(due, basis)) {
            due = due.plus(QUARTER);
        }

        var reading = given.read(basis);
        assertThat(reading.used()).isEqualTo(new Amount.Time(used, unit));
        assertThat(reading.due().moment()).isEqualTo(due);
        assertThat(reading.overdue()).isEqualTo(given.at().isAfter(due));
        assertThat(reading.overdueBy().isNegative()).isFalse();
        if (used.compareTo(Duration.ofHours(given.limit())) > 0) {
            assertThat(reading.overdue()).isTrue();
        }
    }

    @Property(tries = 4_000)
    void theExplanationAddsUpToWhatIsUsed(@ForAll Random random) {
        var unit = any(random, List.of(LimitUnit.values()));
        var given = Case.of(random, unit);
        var basis = any(random, BASES);
        var lines =
                ReviewClock.explain(given.course(), given.calendar(), given.asOf(), unit, basis)
                        .orElseThrow();

        var sum = Amount.zero(unit);
        LocalDate last = null;
        for (DayLine line : lines) {
            sum = sum.plus(line.counted());
            assertThat(line.total()).isEqualTo(sum);
            assertThat(line.counted().isNegative()).isFalse();
            if (!line.rule().counts()) {
                assertThat(line.counted()).isEqualTo(Amount.zero(unit));
            }
            if (unit.countsDays() && line.rule().counts()) {
                int days = (int) (line.to().toEpochDay() - line.from().toEpochDay()) + 1;
                assertThat(line.counted()).isEqualTo(new Amount.Days(days, unit));
            }
            if (last != null) {
                boolean sameDay = !unit.countsDays() && line.from().equals(last);
                assertThat(sameDay || line.from().equals(last.plusDays(1))).isTrue();
            }
            last = line.to();
        }
        assertThat(sum).isEqualTo(given.read(basis).used());
        assertThat(lines.getFirst().from()).isEqualTo(given.date(given.course().accepted()));
        assertThat(last).isEqualTo(given.date(given.at()));
        if (basis == Basis.CLAIMED) {
            assertThat(lines)
                    .extracting(DayLine::rule)
                    .doesNotContain(CountingRule.STOP_NOT_ATTESTED);
        }
    }

    @Property(tries = 4_000)
    void whatIsUsedOnlyGrows(@ForAll Random random) {
        var given = Case.of(random, any(random, List.of(LimitUnit.values())));
        var basis = any(random, BASES);
        var before = given.read(basis).used();
        var later = given.asOf().plusNanos(random.nextLong(Duration.ofDays(9).toNanos()));
        var after = new Case(given.course(), given.calendar(), later).read(basis).used();
        assertThat(before.isNegative()).isFalse();
        assertThat(after.minus(before).isNegative()).isFalse();
    }

    @Property(tries = 4_000)
    void attestedNeverUsesLessThanClaimed(@ForAll Random random) {
        var given = Case.of(random, any(random, List.of(LimitUnit.values())));
        assertThat(
                        given.read(Basis.ATTESTED)
                                .used()
                                .minus(given.read(Basis.CLAIMED).used())
                                .isNegative())
                .isFalse();
    }

    @Property(tries = 2_000)
    void elapsedIsWhatTheClockUsedAtTheEnd(@ForAll Random random) {
        var given = Case.of(random, LimitUnit.WH);
        var basis = any(random, BASES);
        var elapsed = ReviewClock.elapsed(given.course(), given.calendar(), basis);
        assertThat(elapsed.isPresent()).isEqualTo(given.course().ended() != null);
        elapsed.ifPresent(
                took -> {
                    var atEnd = new Case(given.course(), given.calendar(), Instant.MAX);
                    assertThat(atEnd.read(basis).used())
                            .isEqualTo(new Amount.Time(took.workingTime(), LimitUnit.WH));
                    assertThat(took.calendarTime()).isGreaterThanOrEqualTo(took.workingTime());
                });
    }
}
