package org.chengnuo.approval.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;

/** The tables of the calendar against walks over every day, and every quarter of an hour. */
class WorkingCalendarPropertiesTest {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    private static final List<WorkingCalendar> CALENDARS =
            List.of(
                    ShippedCalendars.named("cn"),
                    ShippedCalendars.named("cn").knownAt(Instant.parse("2019-12-01T12:00:00Z")),
                    ShippedCalendars.named("mon-fri-7-17-amsterdam"),
                    openAllDay("Europe/Amsterdam"),
                    openAllDay("Africa/Cairo"),
                    openAllDay("Pacific/Apia"),
                    // The half hour that Lord Howe Island repeats is partly office time.
                    new WorkingCalendar(
                            "split",
                            ZoneId.of("Australia/Lord_Howe"),
                            List.of(
                                    new OfficeHours(LocalTime.of(0, 30), LocalTime.of(1, 45)),
                                    new OfficeHours(LocalTime.of(20, 15), LocalTime.MIDNIGHT)),
                            List.of(
                                    NoticedDay.work(
                                            LocalDate.of(2021, 4, 4),
                                            "x",
                                            2021,
                                            Instant.EPOCH,
                                            "文号"),
                                    NoticedDay.work(
                                            LocalDate.of(2021, 10, 3),
                                            "x",
                                            2021,
                                            Instant.EPOCH,
                                            "文号")),
                            null));

    private static WorkingCalendar openAllDay(String zone) {
        // Sundays work too around the changes of 2021 and 2022, so that the changes are office
        // time.
        return new WorkingCalendar(
                zone,
                ZoneId.of(zone),
                List.of(new OfficeHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)),
                List.of("2011-12-31", "2021-03-28", "2021-10-31", "2022-03-27", "2022-10-30")
                        .stream()
                        .map(LocalDate::parse)
                        .map(day -> NoticedDay.work(day, "x", day.getYear(), Instant.EPOCH, "文号"))
                        .toList(),
                null);
    }

    /** Near an offset change or anywhere in 2011 to 2027, on a quarter of an hour. */
    private static Instant start(Random random, WorkingCalendar calendar) {
        long epoch = Instant.parse("2011-01-01T00:00:00Z").getEpochSecond();
        var moment = Instant.ofEpochSecond(epoch + random.nextLong(16L * 365 * 96) * 900);
        var change = calendar.zone().getRules().nextTransition(moment);
        return change == null || random.nextBoolean()
                ? moment
                : change.getInstant().minus(QUARTER.multipliedBy(random.nextInt(300)));
    }

    private static WorkingCalendar calendar(Random random) {
        return CALENDARS.get(random.nextInt(CALENDARS.size()));
    }

    @Property(tries = 4000)
    void workingTimeIsWhatAWalkByQuartersCounts(
            @ForAll Random random, @ForAll @IntRange(min = 0, max = 1200) int quarters) {
        var calendar = calendar(random);
        var from = start(random, calendar);
        var counted = Duration.ZERO;
        var moment = from;
        for (int i = 0; i < quarters; i++) {
            counted = counted.plus(isOpen(calendar, moment) ? QUARTER : Duration.ZERO);
            moment = moment.plus(QUARTER);
        }
        assertThat(calendar.workingTime(from, moment)).isEqualTo(counted);
    }

    private static boolean isOpen(WorkingCalendar calendar, Instant moment) {
        var local = moment.atZone(calendar.zone());
        return calendar.ruleOf(local.toLocalDate()).works()
                && calendar.officeHours().stream()
                        .anyMatch(
                                hours ->
                                        !local.toLocalTime().isBefore(hours.from())
                                                && (hours.to().equals(LocalTime.MIDNIGHT)
                                                        || local.toLocalTime()
                                                                .isBefore(hours.to())));
    }

    @Property(tries = 3000)
    void workingTimeOfASpanIsTheSumOfItsParts(@ForAll Random random) {
        var calendar = calendar(random);
        var from = start(random, calendar).plusNanos(random.nextInt());
        var middle = from.plusNanos(random.nextLong(Duration.ofDays(400).toNanos()));
        var to = middle.plusNanos(random.nextLong(Duration.ofDays(4000).toNanos()));
        var first = calendar.workingTime(from, middle);
        var second = calendar.workingTime(middle, to);
        assertThat(first).isBetween(Duration.ZERO, Duration.between(from, middle));
        assertThat(second).isBetween(Duration.ZERO, Duration.between(middle, to));
        assertThat(calendar.workingTime(from, to)).isEqualTo(first.plus(second));
    }

    @Property(tries = 2000)
    void theMomentAfterAWorkingTimeIsTheFirstByWhichItHasPassed(@ForAll Random random) {
        var calendar = calendar(random);
        var from = start(random, calendar).plusNanos(random.nextInt());
        var time = Duration.ofNanos(1 + random.nextLong(Duration.ofHours(300).toNanos()));
        var moment = calendar.workingTimeAfter(from, time);
        assertThat(calendar.workingTime(from, moment)).isEqualTo(time);
        assertThat(calendar.workingTime(from, moment.minusNanos(1))).isLessThan(time);
    }

    @Property(tries = 3000)
    void workingDaysAreWhatAWalkByDaysCounts(
            @ForAll Random random, @ForAll @IntRange(min = 0, max = 500) int days) {
        var calendar = calendar(random);
        var from = calendar.dateAt(start(random, calendar));
        int counted = 0;
        var nth = from;
        var day = from;
        for (int i = 0; i < days; i++) {
            day = day.plusDays(1);
            if (calendar.ruleOf(day).works()) {
                counted++;
                nth = day;
            }
        }
        assertThat(calendar.workingDaysBetween(from, day)).isEqualTo(counted);
        assertThat(calendar.workingDaysAfter(from, counted)).isEqualTo(nth);
    }
}
