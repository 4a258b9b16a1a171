package org.chengnuo.approval.calendar.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.Story.at;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.chengnuo.approval.OfficeAt;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.calendar.Notice;
import org.chengnuo.approval.calendar.OfficeHours;
import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.calendar.editions.CalendarCommand.FoundCalendar;
import org.chengnuo.approval.calendar.editions.CalendarCommand.PublishNotice;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Calendars as chance founds them and changes them by notices: 500 times 100 steps. Whatever is
 * asked, it is done or refused, and no notice changes what was known before it.
 */
class AnyNoticesTest {

    private static final int STEPS = 100;

    private static final Instant BEGINNING = at("2026-11-20T10:00");
    private static final LocalDate FIRST = LocalDate.of(2026, 12, 20);
    private static final int DAYS = 40;

    @Property(tries = 500)
    void whateverIsAskedTheRulesHold(@ForAll long seed) {
        var chance = new Random(seed);
        String name = chance.nextInt(4) == 0 ? "cn" : "t";
        CalendarEditions editions = CalendarEditions.before(name);
        var events = new ArrayList<CalendarEvent>();
        Instant now = BEGINNING;
        for (int i = 0; i < STEPS; i++) {
            now = now.plus(Duration.ofMinutes(chance.nextInt(600)));
            CalendarEditions before = editions;
            try {
                for (CalendarEvent event :
                        before.decide(command(name, chance, now), new OfficeAt(now))) {
                    editions = editions.evolve(event);
                    events.add(event);
                }
            } catch (Refusal refused) {
                assertThat(refused.reason()).isNotNull();
                continue;
            }
            if (before.calendar().isPresent()) {
                WorkingCalendar known = editions.calendar().orElseThrow();
                assertThat(days(known.knownAt(now)))
                        .isEqualTo(days(before.calendar().get().knownAt(now)));
                assertThat(editions.notices()).containsAll(before.notices());
            }
        }
        CalendarEditions replayed = CalendarEditions.before(name);
        for (CalendarEvent event : events) {
            replayed = replayed.evolve(event);
        }
        assertThat(replayed.notices()).isEqualTo(editions.notices());
        assertThat(replayed.calendar().map(AnyNoticesTest::days))
                .isEqualTo(editions.calendar().map(AnyNoticesTest::days));
    }

    private static List<LocalDate> days(WorkingCalendar calendar) {
        return FIRST.datesUntil(FIRST.plusDays(DAYS)).filter(calendar::isWorkingDay).toList();
    }

    private static CalendarCommand command(String name, Random chance, Instant now) {
        if (chance.nextInt(10) == 0) {
            return new FoundCalendar(
                    name,
                    ZoneId.of("Asia/Shanghai"),
                    chance.nextInt(4) == 0
                            ? List.of()
                            : List.of(new OfficeHours(LocalTime.of(9, 0), LocalTime.of(17, 0))),
                    chance.nextBoolean() ? null : MonthDay.of(12, 29),
                    chance.nextBoolean()
                            ? List.of()
                            : List.of(new Notice(2027, "文号", BEGINNING, someDays(chance))));
        }
        @Nullable Instant knownFrom =
                chance.nextInt(3) == 0
                        ? null
                        : now.plus(Duration.ofMinutes(chance.nextInt(2000) - 100L));
        return new PublishNotice(
                name,
                2026 + chance.nextInt(2),
                chance.nextInt(6) == 0 ? " " : "文号",
                knownFrom,
                someDays(chance));
    }

    private static List<Notice.Day> someDays(Random chance) {
        return Stream.generate(
                        () ->
                                new Notice.Day(
                                        FIRST.plusDays(chance.nextInt(DAYS)),
                                        chance.nextInt(4) == 0 ? Notice.Rule.WORK : Notice.Rule.OFF,
                                        "元旦"))
                .limit(chance.nextInt(4))
                .toList();
    }
}
