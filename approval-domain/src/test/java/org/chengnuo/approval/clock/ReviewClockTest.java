package org.chengnuo.approval.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengnuo.approval.clock.Courses.CN;
import static org.chengnuo.approval.clock.Courses.accepted;
import static org.chengnuo.approval.clock.Courses.at;

import static java.util.Objects.requireNonNull;

import org.chengnuo.approval.calendar.ShippedCalendars;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** November 2026 begins on a Sunday; its weeks have no holidays. */
class ReviewClockTest {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    2018-09-28,  5, 2018-10-10, 2026-01-01
                    2018-02-09,  5, 2018-02-22, 2026-01-01
                    2018-05-23, 20, 2018-06-21, 2026-01-01
                    2018-04-28,  1, 2018-05-02, 2026-01-01
                    2018-12-28,  2, 2019-01-02, 2018-12-28
                    2019-04-26,  3, 2019-04-30, 2019-04-26
                    2019-04-26,  3, 2019-05-02, 2019-03-21
                    2020-01-22,  3, 2020-02-04, 2020-01-28
                    2020-01-22,  3, 2020-02-01, 2020-01-22
                    2022-12-30,  1, 2023-01-03, 2022-12-30
                    2025-09-30,  1, 2025-10-09, 2025-09-30
                    2026-02-13,  5, 2026-02-27, 2026-02-13
                    """)
    void dueDateByTheNoticesKnownOnADay(
            LocalDate accepted, int limit, LocalDate due, LocalDate known) {
        var calendar = CN.knownAt(at(known + "T10:00"));
        var course = accepted(accepted + "T10:00").promised(limit, LimitUnit.WD).course();

        var first = ReviewClock.read(course, calendar, course.accepted()).claimed().promised();
        assertThat(first.due().date()).isEqualTo(due);
        assertThat(first.due().moment()).isEqualTo(at(due.plusDays(1) + "T00:00"));
        assertThat(first.due().provisional()).isFalse();
        assertThat(first.used()).hasToString("0 WD");

        var lastMoment = at(due + "T23:59:59.999999999");
        var last = ReviewClock.read(course, calendar, lastMoment).claimed().promised();
        assertThat(last.used()).isEqualTo(Amount.of(new TimeLimit(limit, LimitUnit.WD)));
        assertThat(last.remaining()).hasToString("0 WD");
        assertThat(last.overdue()).isFalse();
        var after = ReviewClock.read(course, calendar, lastMoment.plusNanos(1)).claimed();
        assertThat(after.promised().overdue()).isTrue();
        assertThat(after.card()).isEqualTo(Card.RED);
    }

    @Nested
    class Cards {

        private final Courses filing =
                accepted("2026-11-02T10:00")
                        .promised(5, LimitUnit.WD)
                        .statutory(8, LimitUnit.WD)
                        .yellowAt(80);

        @ParameterizedTest
        @CsvSource(
                nullValues = "-",
                value = {
                    "-,  2, -,  -, 2026-11-04T23:59, 2026-11-05T00:00",
                    "80, 2, -,  -, 2026-11-04T23:59, 2026-11-05T00:00",
                    "80, 0, -,  -, 2026-11-05T23:59, 2026-11-06T00:00",
                    "-,  0, -,  -, 2026-11-06T23:59, 2026-11-09T00:00",
                    "-,  0, 50, -, 2026-11-05T23:59, 2026-11-06T00:00",
                    "-,  0, -,  6, 2026-11-03T23:59, 2026-11-04T00:00",
                })
        void areYellowWhenOneThresholdOfOneLimitIsReached(
                @Nullable Integer share,
                @Nullable Integer left,
                @Nullable Integer statutoryShare,
                @Nullable Integer statutoryLeft,
                String before,
                String from) {
            filing.warnings(new WarningThresholds(share, left, statutoryShare, statutoryLeft));

            assertThat(filing.readAt(before).claimed().card()).isEqualTo(Card.NONE);
            assertThat(filing.readAt(from).claimed().card()).isEqualTo(Card.YELLOW);
            assertThat(filing.readAt("2026-11-10T00:00").claimed().card()).isEqualTo(Card.RED);
        }

        @Test
        void areYellowByHoursLeft() {
            var immediate =
                    accepted("2026-11-02T10:00")
                            .promised(6, LimitUnit.WH)
                            .warnings(new WarningThresholds(null, 2, null, null));

            assertThat(immediate.readAt("2026-11-02T14:59").claimed().card()).isEqualTo(Card.NONE);
            assertThat(immediate.readAt("2026-11-02T15:00").claimed().card())
                    .isEqualTo(Card.YELLOW);
        }

        @ParameterizedTest
        @CsvSource({
            "2026-11-05T12:00, NONE, 2 WD, 0 WD",
            "2026-11-06T00:00, YELLOW, 1 WD, 0 WD",
            "2026-11-09T23:59, YELLOW, 0 WD, 0 WD",
            "2026-11-10T00:00, RED, -1 WD, 1 WD",
            "2026-11-12T23:59, RED, -3 WD, 3 WD",
            "2026-11-13T00:00, STATUTORY_OVERDUE, -4 WD, 4 WD",
        })
        void comeWithTheDays(String asOf, Card card, String remaining, String overdueBy) {
            var claimed = filing.readAt(asOf).claimed();
            assertThat(claimed.card()).isEqualTo(card);
            assertThat(claimed.promised().remaining()).hasToString(remaining);
            assertThat(claimed.promised().overdueBy()).hasToString(overdueBy);
            assertThat(claimed.state()).isEqualTo(new ClockState.Running());
        }

        @Test
        void anImmediateFilingIsDueOnItsDay() {
            var immediate = accepted("2026-11-06T10:00").promised(0, LimitUnit.WD);
            assertThat(immediate.readAt("2026-11-06T23:59").claimed().card()).isEqualTo(Card.NONE);
            // On Saturday no working day has been used, but the day itself is over.
            var saturday = immediate.readAt("2026-11-07T00:00").claimed();
            assertThat(saturday.card()).isEqualTo(Card.RED);
            assertThat(saturday.promised().overdueBy()).hasToString("0 WD");
        }
    }

    @Nested
    class Extension {

        @Test
        void lengthensTheLimitsOfItsUnit() {
            var claimed =
                    accepted("2026-11-02T10:00")
                            .promised(24, LimitUnit.NH)
                            .statutory(20, LimitUnit.WD)
                            .extension(10, LimitUnit.WD)
                            .readAt("2026-11-02T11:00")
                            .claimed();
            assertThat(claimed.promised().limit()).hasToString("24 NH");
            assertThat(claimed.promised().due().moment()).isEqualTo(at("2026-11-03T10:00"));
            var statutory = requireNonNull(claimed.statutory());
            assertThat(statutory.limit()).hasToString("30 WD");
        }

        @Test
        void lengthensNothingBeforeItIsGranted() {
            var filing =
                    accepted("2026-11-02T10:00")
                            .promised(8, LimitUnit.WD)
                            .extended(10, "2026-11-06T10:00", "2026-11-06T10:00");
            assertThat(filing.readAt("2026-11-05T10:00").claimed().promised().limit())
                    .hasToString("8 WD");
            assertThat(filing.readAt("2026-11-06T11:00").claimed().promised().limit())
                    .hasToString("18 WD");
        }

        @Test
        void isAttestedIfItWasEnteredWhileTheLimitWasStillRunning() {
            var filing =
                    accepted("2026-11-02T10:00")
                            .promised(8, LimitUnit.WD)
                            .extended(10, "2026-11-06T10:00", "2026-11-11T10:00");
            assertThat(requireNonNull(filing.readAt("2026-11-20T10:00").attested()).card())
                    .isEqualTo(Card.NONE);
        }

        @Test
        void isNotAttestedIfItWasEnteredAfterTheLimitHadPassed() {
            var reading =
                    accepted("2026-11-02T10:00")
                            .promised(8, LimitUnit.WD)
                            .extended(10, "2026-11-06T10:00", "2026-11-18T10:00")
                            .readAt("2026-11-20T10:00");
            assertThat(reading.claimed().card()).isEqualTo(Card.NONE);
            assertThat(requireNonNull(reading.attested()).card()).isEqualTo(Card.RED);
        }
    }

    @Nested
    class Stops {

        @Test
        void leaveOutTheDaysAfterTheirBeginningThroughTheDayOfTheirEnd() {
            var filing =
                    accepted("2026-11-02T10:00").stopped("2026-11-04T09:00", "2026-11-11T16:00");
            assertThat(filing.readAt("2026-11-04T18:00").claimed().promised().used())
                    .hasToString("2 WD");
            assertThat(filing.readAt("2026-11-11T18:00").claimed().promised().used())
                    .hasToString("2 WD");
            var after = filing.readAt("2026-11-12T08:00").claimed();
            assertThat(after.promised().used()).hasToString("3 WD");
            assertThat(after.promised().due().date()).isEqualTo("2026-11-16");
            assertThat(after.state()).isEqualTo(new ClockState.Running());
        }

        @Test
        void withinOneDayLeaveOutNone() {
            assertThat(
                            accepted("2026-11-02T10:00")
                                    .stopped("2026-11-04T09:00", "2026-11-04T16:00")
                                    .readAt("2026-11-05T08:00")
                                    .claimed()
                                    .promised()
                                    .used())
                    .hasToString("3 WD");
        }

        @Test
        void thatOverlapOrTouchAreCountedOnce() {
            var filing =
                    accepted("2026-11-02T10:00")
                            .stopped("2026-11-03T09:00", "2026-11-05T09:00")
                            .stopped("2026-11-04T09:00", "2026-11-06T09:00")
                            .stopped("2026-11-06T09:00", "2026-11-10T09:00");
            assertThat(filing.readAt("2026-11-11T09:00").claimed().promised().used())
                    .hasToString("2 WD");
            var hours = filing.promised(100, LimitUnit.NH).readAt("2026-11-10T10:00").claimed();
            assertThat(hours.promised().used()).hasToString("24:00 NH");
            assertThat(hours.promised().due().moment()).isEqualTo(at("2026-11-13T14:00"));
        }

        @Test
        void whileOpenMoveTheDueDate() {
            var reading =
                    accepted("2026-11-02T10:00")
                            .stopped("2026-11-04T09:00", null)
                            .readAt("2026-11-18T12:00")
                            .claimed();
            assertThat(reading.state())
                    .isInstanceOfSatisfying(
                            ClockState.Stopped.class,
                            stopped -> {
                                assertThat(stopped.ground()).isEqualTo(StopGround.EXPERT_REVIEW);
                                assertThat(stopped.since()).isEqualTo(at("2026-11-04T09:00"));
                            });
            assertThat(reading.promised().due().movesWithStop()).isTrue();
            assertThat(reading.promised().due().date()).isEqualTo("2026-11-23");
            assertThat(reading.promised().remaining()).hasToString("3 WD");
        }

        @Test
        void begunOnTheLastDayCarryTheDueDateToTheirEnd() {
            var filing =
                    accepted("2026-11-02T10:00").stopped("2026-11-09T15:00", "2026-11-18T15:00");
            var lastDay = filing.readAt("2026-11-18T20:00").claimed().promised();
            assertThat(lastDay.due().date()).isEqualTo("2026-11-18");
            assertThat(lastDay.overdue()).isFalse();
            assertThat(filing.readAt("2026-11-19T00:00").claimed().promised().overdueBy())
                    .hasToString("1 WD");
        }

        @Test
        void begunAfterTheLastDayComeTooLate() {
            // Due on Monday 9 November.
            var filing =
                    accepted("2026-11-02T10:00").stopped("2026-11-10T00:00", "2026-11-18T15:00");
            assertThat(filing.readAt("2026-11-18T20:00").claimed().promised().due().date())
                    .isEqualTo("2026-11-09");
            assertThat(filing.readAt("2026-11-18T20:00").claimed().promised().overdueBy())
                    .hasToString("1 WD");
        }

        @Test
        void takeWorkingHoursOutExactly() {
            var filing =
                    accepted("2026-11-02T16:00")
                            .promised(8, LimitUnit.WH)
                            .stopped("2026-11-03T10:30", "2026-11-03T13:30:00.000000001");
            var reading = filing.readAt("2026-11-04T10:00").claimed();
            // 1 h on Monday; 1.5 h and all but a nanosecond of 3.5 h on Tuesday; 1 h on Wednesday.
            assertThat(reading.promised().used())
                    .isEqualTo(new Amount.Time(Duration.ofHours(7).minusNanos(1), LimitUnit.WH));
            assertThat(reading.promised().due().moment())
                    .isEqualTo(at("2026-11-04T11:00:00.000000001"));
        }
    }

    @Nested
    class Attested {

        private void used(Courses filing, String claimed, String attested) {
            var reading = filing.readAt("2026-11-13T12:00");
            assertThat(reading.claimed().promised().used()).hasToString(claimed);
            assertThat(reading.by(Basis.ATTESTED).orElseThrow().promised().used())
                    .hasToString(attested);
        }

        @Test
        void countsAStopRecordedInTimeAsAWhole() {
            used(
                    accepted("2026-11-02T10:00")
                            .stopped(
                                    "2026-11-03T09:00",
                                    "2026-11-12T09:00",
                                    "2026-11-04T09:00",
                                    "7"),
                    "2 WD",
                    "2 WD");
        }

        @Test
        void countsALateEntryFromItsRecording() {
            var filing =
                    accepted("2026-11-02T10:00")
                            .stopped(
                                    "2026-11-03T09:00",
                                    "2026-11-12T09:00",
                                    "2026-11-06T09:00",
                                    "7");
            used(filing, "2 WD", "5 WD");
            assertThat(filing.readAt("2026-11-05T09:00").claimed().state())
                    .isInstanceOf(ClockState.Stopped.class);
            assertThat(filing.readAt("2026-11-05T09:00").by(Basis.ATTESTED).orElseThrow().state())
                    .isEqualTo(new ClockState.Running());
        }

        @Test
        void countsNoStopWithoutNotice() {
            used(
                    accepted("2026-11-02T10:00")
                            .stopped(
                                    "2026-11-03T09:00",
                                    "2026-11-12T09:00",
                                    "2026-11-03T09:00",
                                    " "),
                    "2 WD",
                    "9 WD");
        }

        @Test
        void countsNoStopRecordedAfterItsEnd() {
            // Within the time for entries, but the stop was over by then.
            used(
                    accepted("2026-11-02T10:00")
                            .stopped(
                                    "2026-11-03T15:00",
                                    "2026-11-04T09:00",
                                    "2026-11-04T10:00",
                                    "7"),
                    "8 WD",
                    "9 WD");
        }

        @Test
        void isAbsentNotZeroForImportedHistory() {
            var filing = accepted("2026-11-02T10:00").ended("2026-11-05T10:00").notAttestable();
            assertThat(filing.readAt("2026-11-13T12:00").attested()).isNull();
            assertThat(filing.readAt("2026-11-13T12:00").by(Basis.ATTESTED)).isEmpty();
            assertThat(ReviewClock.elapsed(filing.course(), CN, Basis.ATTESTED)).isEmpty();
            assertThat(ReviewClock.elapsed(filing.course(), CN, Basis.CLAIMED)).isPresent();
            assertThat(
                            ReviewClock.explain(
                                    filing.course(),
                                    CN,
                                    at("2026-11-13T12:00"),
                                    LimitUnit.WD,
                                    Basis.ATTESTED))
                    .isEmpty();
        }

        @Test
        void showsTheAbuseOfAStopPostedAfterTheDecision() {
            // Decided on day 9 of 5; then a stop was posted that begins with the acceptance.
            var reading =
                    accepted("2026-11-02T10:00")
                            .ended("2026-11-13T11:00")
                            .stopped(
                                    "2026-11-02T10:00", "2026-11-09T10:00", "2026-11-13T11:05", "7")
                            .readAt("2026-12-01T00:00");
            assertThat(reading.claimed().promised().overdue()).isFalse();
            assertThat(reading.by(Basis.ATTESTED).orElseThrow().card()).isEqualTo(Card.RED);
        }
    }

    @Nested
    class Ended {

        @Test
        void showsWhatItShowedAtTheEnd() {
            var filing =
                    accepted("2026-11-02T10:00")
                            .ended("2026-11-05T10:00")
                            .stopped("2026-11-05T09:00", null);
            var reading = filing.readAt("2027-03-01T00:00");
            assertThat(reading.at()).isEqualTo(at("2026-11-05T10:00"));
            assertThat(reading).isEqualTo(filing.readAt("2026-11-05T10:00"));
            assertThat(reading.claimed().state())
                    .isEqualTo(new ClockState.Ended(at("2026-11-05T10:00")));
            assertThat(reading.claimed().promised().used()).hasToString("3 WD");
            assertThat(filing.readAt("2026-11-05T09:30").claimed().state())
                    .isInstanceOf(ClockState.Stopped.class);
        }

        @Test
        void tookWhatPassedWithoutTheStops() {
            var filing =
                    accepted("2026-11-02T16:00")
                            .ended("2026-11-06T10:00")
                            .stopped("2026-11-03T10:00", "2026-11-05T10:00");
            assertThat(ReviewClock.elapsed(filing.course(), CN, Basis.CLAIMED))
                    .contains(new Elapsed(Duration.ofHours(42), Duration.ofHours(9)));
        }

        @Test
        void hasNoElapsedTimeWhileInReview() {
            assertThat(
                            ReviewClock.elapsed(
                                    accepted("2026-11-02T16:00").course(), CN, Basis.CLAIMED))
                    .isEmpty();
        }
    }

    @Test
    void beforeTheAcceptanceThereIsNoReading() {
        assertThatThrownBy(() -> accepted("2026-11-02T10:00").readAt("2026-11-02T09:59"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the clock cannot be read at 2026-11-02T01:59:00Z: the filing was accepted"
                                + " at 2026-11-02T02:00:00Z");
    }

    @Test
    void beyondTheLastNoticeTheDueDateIsProvisional() {
        var december = accepted("2026-12-24T10:00").statutory(5, LimitUnit.ND);
        var reading = december.readAt("2026-12-24T11:00").claimed();
        assertThat(reading.promised().due().date()).isEqualTo("2026-12-31");
        assertThat(reading.promised().due().provisional()).isTrue();
        var statutory = requireNonNull(reading.statutory());
        assertThat(statutory.due().provisional()).as("natural days need no notice").isFalse();
        assertThat(
                        december.promised(2, LimitUnit.WD)
                                .readAt("2026-12-24T11:00")
                                .claimed()
                                .promised()
                                .due()
                                .provisional())
                .isFalse();
        assertThat(
                        december.promised(21, LimitUnit.WH)
                                .readAt("2026-12-24T11:00")
                                .claimed()
                                .promised()
                                .due()
                                .provisional())
                .isTrue();
    }

    @Test
    void naturalHoursArePassedTimeOverTheChangeOfSummerTime() {
        var amsterdam = ShippedCalendars.named("mon-fri-7-17-amsterdam");
        var course =
                new ReviewCourse(
                        Instant.parse("2011-03-26T11:00:00Z"),
                        null,
                        new TimeLimit(24, LimitUnit.NH),
                        new TimeLimit(10, LimitUnit.WH),
                        null,
                        List.of(),
                        true,
                        Duration.ofHours(24),
                        new WarningThresholds(90));
        var claimed =
                ReviewClock.read(course, amsterdam, Instant.parse("2011-03-28T06:00:00Z"))
                        .claimed();
        // Noon in winter, 13:00 in summer.
        assertThat(claimed.promised().due().moment()).isEqualTo("2011-03-27T11:00:00Z");
        assertThat(claimed.promised().used()).hasToString("43:00 NH");
        var statutory = requireNonNull(claimed.statutory());
        assertThat(statutory.used()).hasToString("1:00 WH");
        assertThat(statutory.due().moment()).isEqualTo("2011-03-28T15:00:00Z");
    }
}
