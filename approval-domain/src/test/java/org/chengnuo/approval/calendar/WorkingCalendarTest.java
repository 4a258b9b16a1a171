package org.chengnuo.approval.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

class WorkingCalendarTest {

    private static final WorkingCalendar CN = ShippedCalendars.named("cn");
    private static final WorkingCalendar AMSTERDAM =
            ShippedCalendars.named("mon-fri-7-17-amsterdam");

    private static Instant china(String local) {
        return LocalDateTime.parse(local).atZone(CN.zone()).toInstant();
    }

    private static Instant amsterdam(String local) {
        return LocalDateTime.parse(local).atZone(AMSTERDAM.zone()).toInstant();
    }

    @Nested
    class WorkingDays {

        @ParameterizedTest
        @CsvSource(
                textBlock =
                        """
                        2018-09-28,  5, 2018-10-10, now
                        2018-02-09,  5, 2018-02-22, now
                        2018-05-23, 20, 2018-06-21, now
                        2018-04-28,  1, 2018-05-02, now
                        2018-12-28,  2, 2019-01-02, now
                        2019-04-26,  3, 2019-04-30, now
                        2019-04-26,  3, 2019-04-30, 2019-03-22T00:00
                        2019-04-26,  3, 2019-05-02, 2019-03-21T23:59:59
                        2020-01-22,  3, 2020-02-04, now
                        2020-01-22,  3, 2020-02-04, 2020-01-27T00:00
                        2020-01-22,  3, 2020-02-01, 2020-01-26T23:59:59
                        2022-12-30,  1, 2023-01-03, now
                        2025-09-30,  1, 2025-10-09, now
                        2026-02-13,  5, 2026-02-27, now
                        # as known on the day of acceptance
                        2018-09-28,  5, 2018-10-10, 2018-09-28T09:00
                        2018-12-28,  2, 2019-01-02, 2018-12-28T09:00
                        2020-01-22,  3, 2020-02-01, 2020-01-22T09:00
                        2022-12-30,  1, 2023-01-03, 2022-12-30T09:00
                        2025-09-30,  1, 2025-10-09, 2025-09-30T09:00
                        """)
        void dueDate(LocalDate accepted, int limit, LocalDate due, String known) {
            var calendar = known.equals("now") ? CN : CN.knownAt(china(known));

            assertThat(calendar.workingDaysAfter(accepted, limit)).isEqualTo(due);
            assertThat(calendar.workingDaysBetween(accepted, due)).isEqualTo(limit);
        }

        @Test
        void noneAfterADayIsTheDayItself() {
            var sunday = LocalDate.of(2026, 11, 22);
            assertThat(CN.workingDaysAfter(sunday, 0)).isEqualTo(sunday);
        }

        @Test
        void areCountedForward() {
            var day = LocalDate.of(2026, 11, 23);
            assertThatThrownBy(() -> CN.workingDaysAfter(day, -1))
                    .hasMessageContaining("counted forward");
            assertThatThrownBy(() -> CN.workingDaysBetween(day, day.minusDays(1)))
                    .hasMessage("2026-11-22 is before 2026-11-23");
        }

        @Test
        void areAnsweredFarFromAnyNotice() {
            assertThat(CN.workingDaysBetween(LocalDate.of(1899, 12, 31), LocalDate.of(1900, 1, 7)))
                    .isEqualTo(5);
            assertThat(CN.workingDaysAfter(LocalDate.of(2100, 1, 1), 5))
                    .isEqualTo(LocalDate.of(2100, 1, 8));
        }
    }

    @Nested
    class KnownAt {

        @Test
        void theMakeUpDayBecomesADayOffByTheLaterEdition() {
            var day = LocalDate.of(2020, 2, 1);
            assertThat(CN.knownAt(china("2020-01-26T12:00")).ruleOf(day))
                    .isEqualTo(new DayRule.MakeUpWork("春节", 2020));
            assertThat(CN.knownAt(china("2020-01-27T12:00")).ruleOf(day))
                    .isEqualTo(new DayRule.DayOff("春节", 2020));
        }

        @Test
        void whatIsKnownLaterStaysUnknownToAnEarlierView() {
            var march = china("2019-03-01T00:00");
            var then = CN.knownAt(march);
            assertThat(then.knownAt(china("2019-06-01T00:00"))).isSameAs(then);
            assertThat(CN.knownAt(march)).as("kept").isSameAs(then);
            assertThat(CN.knownAt(china("2030-01-01T00:00"))).isSameAs(CN);
        }

        @Test
        void beforeTheFirstNoticeEveryDayIsProvisional() {
            assertThat(CN.knownAt(china("2010-01-01T00:00")).ruleOf(LocalDate.of(2018, 10, 1)))
                    .isEqualTo(new DayRule.Weekday(true));
        }
    }

    @Nested
    class Provisional {

        @Test
        void isEveryDayBeyondTheLastNotice() {
            assertThat(CN.ruleOf(LocalDate.of(2027, 1, 1))).isEqualTo(new DayRule.Weekday(true));
            assertThat(CN.ruleOf(LocalDate.of(2027, 1, 2))).isEqualTo(new DayRule.Weekend(true));
            assertThat(CN.ruleOf(LocalDate.of(2026, 12, 28))).isEqualTo(new DayRule.Weekday(false));
        }

        @Test
        void isTheEndOfDecemberThatTheNextNoticeCanReach() {
            var newYearsEve = LocalDate.of(2018, 12, 31);
            assertThat(CN.knownAt(china("2018-11-30T12:00")).ruleOf(newYearsEve))
                    .isEqualTo(new DayRule.Weekday(true));
            assertThat(CN.knownAt(china("2018-12-01T12:00")).ruleOf(newYearsEve))
                    .isEqualTo(new DayRule.DayOff("元旦", 2019));
        }

        @Test
        void isNothingWithoutNotices() {
            assertThat(AMSTERDAM.ruleOf(LocalDate.of(2090, 12, 31)).provisional()).isFalse();
        }
    }

    @Nested
    class WorkingTime {

        @Test
        void leavesOutNoonAndNightAndDaysOff() {
            assertThat(CN.workingTime(china("2026-11-20T16:30"), china("2026-11-23T13:30")))
                    .isEqualTo(Duration.ofHours(4));
            assertThat(CN.workingTime(china("2026-09-30T17:00"), china("2026-10-08T09:00")))
                    .isEqualTo(Duration.ZERO);
        }

        @Test
        void isExactToTheNanosecond() {
            assertThat(
                            CN.workingTime(
                                    china("2026-11-23T09:00:00.000000001"),
                                    china("2026-11-23T09:00:00.000000003")))
                    .isEqualTo(Duration.ofNanos(2));
            assertThat(
                            CN.workingTime(
                                    china("2026-11-23T11:59:59.999999999"),
                                    china("2026-11-23T12:00:00.5")))
                    .isEqualTo(Duration.ofNanos(1));
        }

        @Test
        void doesNotRunBackward() {
            assertThatThrownBy(() -> CN.workingTime(Instant.EPOCH.plusNanos(1), Instant.EPOCH))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void followsTheClockOnTheWallOverTheChangeOfSummerTime() {
            // On Monday 2011-03-28 the office opens at 05:00 UTC, on Friday it was 06:00 UTC.
            assertThat(
                            AMSTERDAM.workingTime(
                                    Instant.parse("2011-03-25T15:00:00Z"),
                                    Instant.parse("2011-03-28T06:00:00Z")))
                    .isEqualTo(Duration.ofHours(2));
            assertThat(
                            AMSTERDAM.workingTime(
                                    amsterdam("2011-10-28T16:00"), amsterdam("2011-10-31T08:00")))
                    .isEqualTo(Duration.ofHours(2));
        }

        @Test
        void isRealTimeWhereTheClockJumpsWithinOfficeHours() {
            // Cairo changed on Friday 2023-04-28, 00:00 to 01:00, and back in the night of 10-27.
            var cairo =
                    new WorkingCalendar(
                            "always open on weekdays",
                            ZoneId.of("Africa/Cairo"),
                            List.of(new OfficeHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)),
                            List.of(),
                            null);
            var thursday = LocalDate.of(2023, 4, 27);
            assertThat(
                            cairo.workingTime(
                                    thursday.atTime(22, 0).atZone(cairo.zone()).toInstant(),
                                    thursday.plusDays(1)
                                            .atTime(3, 0)
                                            .atZone(cairo.zone())
                                            .toInstant()))
                    .isEqualTo(Duration.ofHours(4));
            var back = LocalDate.of(2023, 10, 26);
            assertThat(
                            cairo.workingTime(
                                    back.atStartOfDay(cairo.zone()).toInstant(),
                                    back.plusDays(1).atStartOfDay(cairo.zone()).toInstant()))
                    .isEqualTo(Duration.ofHours(25));
        }

        @ParameterizedTest
        @CsvSource({
            "2026-11-23T09:00, PT3H, 2026-11-23T12:00",
            "2026-11-23T09:00, PT3H0.000000001S, 2026-11-23T13:00:00.000000001",
            "2026-11-23T18:00, PT7H, 2026-11-24T17:00",
            "2026-11-20T16:59:59.75, PT0.5S, 2026-11-23T09:00:00.25",
            "2026-09-30T17:00, PT1H, 2026-10-08T10:00",
            "2026-11-21T03:00, PT0S, 2026-11-21T03:00",
        })
        void momentAfter(String from, Duration time, String moment) {
            assertThat(CN.workingTimeAfter(china(from), time)).isEqualTo(china(moment));
        }
    }
}
