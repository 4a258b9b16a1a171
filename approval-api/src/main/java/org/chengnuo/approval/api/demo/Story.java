package org.chengnuo.approval.api.demo;

import org.chengnuo.approval.api.demo.Step.Person;
import org.chengnuo.approval.api.demo.Step.Written;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A line of acts, one after the other: of a filing, a service, a commitment. What happens later is
 * never entered earlier: a late entry delays all that follows it, as it does where acts are keyed
 * in from paper.
 */
abstract class Story {

    final Draw draw;
    final Zone zone;
    final Zone.Habits habits;
    private final int filing;
    final List<Step> steps;

    /** When what happened last happened, and when it was entered. */
    Instant now;

    Instant lastEntry;

    /**
     * @param filing which of the project's filings it is of; 0 for the project itself
     * @param begins when there is something to be done; nothing is done before the office opens
     * @param notEnteredBefore when what it rests on was entered
     */
    Story(
            Draw draw,
            Zone zone,
            int filing,
            Instant begins,
            Instant notEnteredBefore,
            List<Step> steps) {
        this.draw = draw;
        this.zone = zone;
        this.habits = zone.habits();
        this.filing = filing;
        this.steps = steps;
        this.now = OfficeDays.open(begins, draw).truncatedTo(ChronoUnit.SECONDS);
        this.lastEntry = notEnteredBefore;
    }

    /** What follows does not happen before, and rests on what was entered then. */
    void waitFor(Instant moment, Instant entered) {
        now = latest(now, OfficeDays.open(moment, draw).truncatedTo(ChronoUnit.SECONDS));
        lastEntry = latest(lastEntry, entered);
    }

    /** One of so many of the center's people. */
    Person oneOf(int number, String role) {
        return new Person("%s-%s-%d".formatted(zone.code(), role, draw.between(1, number)), null);
    }

    /** Working time passes, by the median. */
    void work(double days, double spread) {
        now =
                unusual(OfficeDays.after(now, draw.around(days, spread)))
                        .truncatedTo(ChronoUnit.SECONDS);
    }

    /** Now and then somebody stays for the evening, or comes in on a day off. */
    Instant unusual(Instant moment) {
        if (draw.chance(0.008)) {
            return OfficeDays.at(OfficeDays.dateOf(moment), LocalTime.of(18, 20))
                    .plusSeconds(draw.between(0, 12_000));
        }
        if (draw.chance(0.003)) {
            LocalDate day = OfficeDays.dateOf(moment);
            while (OfficeDays.CALENDAR.isWorkingDay(day)) {
                day = day.plusDays(1);
            }
            return OfficeDays.during(day, draw);
        }
        return moment;
    }

    Instant between(Instant from, Instant to, double low, double high) {
        if (!to.isAfter(from)) {
            return from;
        }
        var calendar = OfficeDays.CALENDAR;
        long seconds = calendar.workingTime(from, to).toSeconds();
        return calendar.workingTimeAfter(
                from, Duration.ofSeconds(Math.round(seconds * draw.within(low, high))));
    }

    static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    static Instant earliest(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /** Entered as the center is used to. */
    void act(Person who, Written act, Planted.Kind... planted) {
        enter(who, entry(), act, planted);
    }

    void atOnce(Person who, Written act, Planted.Kind... planted) {
        enter(who, atOnce(), act, planted);
    }

    /** Mostly entered within minutes, and otherwise as the center is used to. */
    Instant entry() {
        if (habits.onFridays()) {
            Instant lastOfTheQuarter = OfficeDays.lastFridayOfTheQuarter(now, draw);
            if (now.isBefore(lastOfTheQuarter)
                    && now.isAfter(lastOfTheQuarter.minus(Duration.ofDays(11)))
                    && draw.chance(0.9)) {
                return lastOfTheQuarter;
            }
        }
        if (!draw.chance(habits.lateEntries())) {
            return atOnce();
        }
        if (habits.onFridays()) {
            return OfficeDays.fridayAfternoon(now, draw);
        }
        long days = Math.round(Math.clamp(draw.around(3, 0.8), 1, 19));
        return OfficeDays.open(now.plus(Duration.ofDays(days)), draw);
    }

    Instant atOnce() {
        return now.plusSeconds(draw.between(15, 600));
    }

    Instant notBeforeTheLast(Instant entry) {
        Instant whole = entry.truncatedTo(ChronoUnit.SECONDS);
        return whole.isAfter(lastEntry) ? whole : lastEntry.plusSeconds(draw.between(30, 200));
    }

    void enter(Person who, Instant entry, Written act, Planted.Kind... planted) {
        lastEntry = notBeforeTheLast(entry);
        steps.add(new Step(filing, now, lastEntry, who, List.of(planted), act));
    }

    /** What comes about by itself, and is found in the record all the same. */
    void byItself(Instant occurredAt, Instant recordedAt, Person who, Planted.Kind planted) {
        lastEntry = latest(lastEntry, recordedAt);
        steps.add(new Step(filing, occurredAt, lastEntry, who, List.of(planted), null));
    }
}
