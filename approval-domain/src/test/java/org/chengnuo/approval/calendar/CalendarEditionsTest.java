package org.chengnuo.approval.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.chengnuo.approval.Story.at;

import org.chengnuo.approval.Finding;
import org.chengnuo.approval.OfficeAt;
import org.chengnuo.approval.Reason;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.calendar.CalendarCommand.FoundCalendar;
import org.chengnuo.approval.calendar.CalendarCommand.PublishNotice;
import org.chengnuo.approval.calendar.CalendarEvent.CalendarFounded;
import org.chengnuo.approval.calendar.CalendarEvent.NoticePublished;
import org.chengnuo.approval.calendar.Notice.Day;
import org.chengnuo.approval.calendar.Notice.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;

class CalendarEditionsTest {

    private static final OfficeAt NOW = OfficeAt.local("2026-11-20T10:00:30");
    private static final Instant LATER = at("2026-11-21T00:00");
    private static final Day NEW_YEAR = off("2027-01-01", "元旦");

    private static Day off(String date, String holiday) {
        return new Day(LocalDate.parse(date), Rule.OFF, holiday);
    }

    private static Day work(String date, String holiday) {
        return new Day(LocalDate.parse(date), Rule.WORK, holiday);
    }

    private static PublishNotice notice(String calendar, @Nullable Instant knownFrom, Day... days) {
        return new PublishNotice(calendar, 2027, "国办发明电〔2026〕9号", knownFrom, List.of(days));
    }

    private static FoundCalendar founding(String name, Notice... notices) {
        return new FoundCalendar(
                name,
                ZoneId.of("Asia/Shanghai"),
                List.of(new OfficeHours(LocalTime.of(9, 0), LocalTime.of(17, 0))),
                MonthDay.of(12, 29),
                List.of(notices));
    }

    private static CalendarEditions after(CalendarEditions editions, CalendarCommand... commands) {
        try {
            for (CalendarCommand command : commands) {
                for (CalendarEvent event : editions.decide(command, NOW)) {
                    editions = editions.evolve(event);
                }
            }
            return editions;
        } catch (Refusal refusal) {
            throw new AssertionError(refusal.reason() + " " + refusal.detail(), refusal);
        }
    }

    private static Refusal refusal(CalendarEditions editions, CalendarCommand command) {
        return catchThrowableOfType(Refusal.class, () -> editions.decide(command, NOW));
    }

    private static List<Finding> findings(Day... days) {
        return refusal(CalendarEditions.before("cn"), notice("cn", null, days)).findings();
    }

    /** Every stage and every command. */
    @ParameterizedTest
    @CsvSource({
        "new,     found,  ",
        "new,     notice, CALENDAR_UNKNOWN",
        "founded, found,  CALENDAR_EXISTS",
        "founded, notice, ",
        "shipped, found,  CALENDAR_EXISTS",
        "shipped, notice, ",
    })
    void eachStageTakesItsCommands(String stage, String command, @Nullable Reason reason)
            throws Refusal {
        String name = stage.equals("shipped") ? "cn" : "linfen";
        CalendarEditions editions =
                stage.equals("founded")
                        ? after(CalendarEditions.before(name), founding(name))
                        : CalendarEditions.before(name);
        CalendarCommand asked =
                command.equals("found") ? founding(name) : notice(name, LATER, NEW_YEAR);

        if (reason == null) {
            assertThat(editions.decide(asked, NOW)).hasSize(1);
        } else {
            assertThat(refusal(editions, asked).reason()).isEqualTo(reason);
        }
    }

    @Nested
    class ANotice {

        private final CalendarEditions cn = CalendarEditions.before("cn");

        @Test
        void worksFromTheSecondFullMinuteIfNothingElseIsSaid() throws Refusal {
            assertThat(cn.decide(notice("cn", null, NEW_YEAR), NOW))
                    .containsExactly(
                            new NoticePublished(
                                    "cn",
                                    NOW.now(),
                                    new Notice(
                                            2027,
                                            "国办发明电〔2026〕9号",
                                            at("2026-11-20T10:02"),
                                            List.of(NEW_YEAR))));
        }

        @ParameterizedTest
        @CsvSource({
            "2026-11-20T10:01:30, ",
            "2026-11-20T10:01:29, NOTICE_WORKS_BACKWARDS",
            "2026-11-20T10:00:30, NOTICE_WORKS_BACKWARDS",
            "2020-01-01T00:00:00, NOTICE_WORKS_BACKWARDS",
        })
        void worksFromAMomentThatLiesAhead(String knownFrom, @Nullable Reason reason)
                throws Refusal {
            PublishNotice command = notice("cn", at(knownFrom), NEW_YEAR);
            if (reason == null) {
                assertThat(cn.decide(command, NOW)).hasSize(1);
            } else {
                assertThat(refusal(cn, command).reason()).isEqualTo(reason);
            }
        }

        @Test
        void changesTheCalendarFromThenOnAndNotBefore() {
            LocalDate day = LocalDate.parse("2027-01-01");
            WorkingCalendar calendar =
                    after(cn, notice("cn", LATER, NEW_YEAR)).calendar().orElseThrow();

            assertThat(calendar.knownAt(LATER.minusNanos(1)).isWorkingDay(day)).isTrue();
            assertThat(calendar.knownAt(LATER).isWorkingDay(day)).isFalse();
            assertThat(calendar.editions()).contains(LATER);
            assertThat(calendar.ruleOf(day)).isEqualTo(new DayRule.DayOff("元旦", 2027));
            assertThat(calendar.ruleOf(LocalDate.parse("2027-06-01")).provisional()).isFalse();
        }

        @Test
        void canTakeBackWhatAnEarlierOneSaid() {
            var calendar =
                    after(
                                    cn,
                                    notice("cn", LATER, NEW_YEAR),
                                    notice("cn", LATER.plusSeconds(60), work("2027-01-01", "元旦")))
                            .calendar()
                            .orElseThrow();

            assertThat(calendar.isWorkingDay(NEW_YEAR.date())).isTrue();
            assertThat(calendar.knownAt(LATER).isWorkingDay(NEW_YEAR.date())).isFalse();
        }

        @Test
        void ofTheNextYearDecidesTheLastDaysOfThisOne() {
            assertThat(findings(off("2026-12-28", "元旦")))
                    .extracting(Finding::item, Finding::field)
                    .containsExactly(tuple("2026-12-28", "date"));
            assertThat(after(cn, notice("cn", null, off("2026-12-31", "元旦"))).calendar())
                    .isPresent();
        }

        @Test
        void isToldEverythingThatIsNotRight() {
            var command =
                    new PublishNotice(
                            "cn",
                            2027,
                            " ",
                            null,
                            List.of(
                                    NEW_YEAR,
                                    NEW_YEAR,
                                    work("2027-01-04", "元旦"),
                                    work("2027-01-03", " "),
                                    off("2028-01-01", "元旦")));

            assertThat(refusal(cn, command).findings())
                    .extracting(Finding::item, Finding::field)
                    .containsExactly(
                            tuple(null, "source"),
                            tuple("2027-01-01", "date"),
                            tuple("2027-01-04", "rule"),
                            tuple("2027-01-03", "holiday"),
                            tuple("2028-01-01", "date"));
            assertThat(refusal(cn, command).detail()).contains("2027-01-04 rule");
        }

        @Test
        void hasADay() {
            assertThat(findings()).extracting(Finding::field).containsExactly("days");
        }
    }

    @Nested
    class AFounding {

        @Test
        void mayBringNoticesThatHaveLongBeenKnown() throws Refusal {
            var known =
                    new Notice(
                            2026,
                            "国办发明电〔2025〕7号",
                            at("2025-11-04T09:00"),
                            List.of(off("2026-10-01", "国庆节"), work("2026-10-10", "国庆节")));

            List<CalendarEvent> events =
                    CalendarEditions.before("linfen").decide(founding("linfen", known), NOW);

            assertThat(events).first().isInstanceOf(CalendarFounded.class);
            CalendarEditions founded = CalendarEditions.before("linfen").evolve(events.getFirst());
            assertThat(founded.notices()).containsExactly(known);
            assertThat(founded.calendar().orElseThrow().isWorkingDay(LocalDate.parse("2026-10-10")))
                    .isTrue();
        }

        @Test
        void isToldEverythingThatIsNotRight() {
            var command =
                    new FoundCalendar(
                            "Lin fen",
                            ZoneId.of("Asia/Shanghai"),
                            List.of(
                                    new OfficeHours(LocalTime.of(9, 0), LocalTime.of(13, 0)),
                                    new OfficeHours(LocalTime.of(12, 0), LocalTime.of(17, 0))),
                            null,
                            List.of());

            Refusal refusal = refusal(CalendarEditions.before("Lin fen"), command);

            assertThat(refusal.reason()).isEqualTo(Reason.CALENDAR_INCOMPLETE);
            assertThat(refusal.findings())
                    .extracting(Finding::field)
                    .containsExactly("name", "officeHours");
        }

        @Test
        void hasOfficeHoursAndRightNotices() {
            assertThat(
                            refusal(
                                            CalendarEditions.before("x"),
                                            new FoundCalendar(
                                                    "x",
                                                    ZoneId.of("Asia/Shanghai"),
                                                    List.of(),
                                                    null,
                                                    List.of()))
                                    .findings())
                    .extracting(Finding::field)
                    .containsExactly("officeHours");
            assertThat(
                            refusal(
                                            CalendarEditions.before("x"),
                                            founding("x", new Notice(2026, "文号", LATER, List.of())))
                                    .findings())
                    .extracting(Finding::field)
                    .containsExactly("days");
        }
    }

    @Test
    void theShippedCalendarHasItsNoticesInTheOrderInWhichTheyWereKnown() {
        List<Notice> notices = CalendarEditions.before("cn").notices();

        assertThat(notices).hasSize(13);
        assertThat(notices).isSortedAccordingTo(java.util.Comparator.comparing(Notice::knownFrom));
        assertThat(notices.stream().mapToInt(notice -> notice.days().size()).sum())
                .isEqualTo(ShippedCalendars.named("cn").noticedDays().size());
    }
}
