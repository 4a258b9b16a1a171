package org.chengnuo.approval.clock;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.chengnuo.approval.calendar.ShippedCalendars;
import org.chengnuo.approval.calendar.WorkingCalendar;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** When a card falls due, against what the clock shows just before and then. */
class CardsDueTest {

    private static final List<WorkingCalendar> CALENDARS =
            List.of(
                    ShippedCalendars.named("cn"),
                    ShippedCalendars.named("cn").knownAt(Instant.parse("2019-12-20T00:00:00Z")),
                    ShippedCalendars.named("mon-fri-7-17-amsterdam"));

    @Property(tries = 2000)
    void theClockShowsTheCardThenAndLessJustBefore(@ForAll long seed) {
        var random = new Random(seed);
        var calendar = CALENDARS.get(random.nextInt(CALENDARS.size()));
        var course = course(random);

        for (CardDue card : ReviewClock.cardsDue(course, calendar)) {
            assertThat(ReviewClock.read(course, calendar, card.at()).claimed().card())
                    .as("%s of %s", card, course)
                    .isEqualTo(card.card());
            Instant before = card.at().minus(1, ChronoUnit.MICROS);
            if (!before.isBefore(course.accepted())) {
                assertThat(ReviewClock.read(course, calendar, before).claimed().card())
                        .as("just before %s of %s", card, course)
                        .isLessThan(card.card());
            }
        }
    }

    @Property(tries = 2000)
    void theClockShowsNoCardThatHasNotFallenDue(@ForAll long seed) {
        var random = new Random(seed);
        var calendar = CALENDARS.get(random.nextInt(CALENDARS.size()));
        var course = course(random);
        Instant at = course.accepted().plus(Duration.ofMinutes(random.nextInt(80 * 24 * 60)));

        var worst = Card.NONE;
        for (CardDue card : ReviewClock.cardsDue(course, calendar)) {
            if (!card.at().isAfter(at)) {
                worst = card.card();
            }
        }

        assertThat(ReviewClock.read(course, calendar, at).claimed().card())
                .as("%s at %s", course, at)
                .isLessThanOrEqualTo(worst);
    }

    @Test
    void aLimitOfHoursIsOverRightAfterItsLastMoment() {
        var course = Courses.accepted("2018-09-28T10:00").promised(4, LimitUnit.NH).course();

        assertThat(ReviewClock.cardsDue(course, Courses.CN))
                .extracting(CardDue::at)
                .containsExactly(
                        Courses.at("2018-09-28T13:36"), Courses.at("2018-09-28T14:00:00.000001"));
    }

    /** Stops follow one another, as the acts of a filing do. */
    private static ReviewCourse course(Random random) {
        var unit = LimitUnit.values()[random.nextInt(4)];
        var accepted =
                Instant.parse("2018-01-02T00:00:00Z")
                        .plus(Duration.ofMinutes(random.nextInt(1000 * 24 * 60)));
        var stops = new ArrayList<Stop>();
        Instant last = accepted;
        for (int i = random.nextInt(4); i > 0; i--) {
            Instant begun = last.plus(anyTime(random));
            boolean open = i == 1 && random.nextInt(3) == 0;
            last = begun.plus(anyTime(random));
            stops.add(
                    new Stop(StopGround.HEARING, begun, open ? null : last, begun, "notice " + i));
        }
        Extension extension = null;
        if (random.nextInt(3) == 0) {
            Instant granted = accepted.plus(anyTime(random));
            extension =
                    new Extension(new TimeLimit(1 + random.nextInt(10), unit), granted, granted);
        }
        return new ReviewCourse(
                accepted,
                random.nextInt(5) == 0 ? last.plus(anyTime(random)) : null,
                new TimeLimit(random.nextInt(20), unit),
                random.nextInt(3) == 0
                        ? null
                        : new TimeLimit(random.nextInt(40), LimitUnit.values()[random.nextInt(4)]),
                extension,
                stops,
                true,
                Duration.ofHours(24),
                new WarningThresholds(1 + random.nextInt(100)));
    }

    private static Duration anyTime(Random random) {
        return random.nextInt(5) == 0
                ? Duration.ofDays(random.nextInt(5))
                : Duration.ofMinutes(random.nextInt(10 * 24 * 60));
    }
}
