package org.chengnuo.approval.clock;

import org.chengnuo.approval.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The review clock: a pure function of the recorded course of a filing, of a calendar as it was
 * known at some moment (the caller chooses which), and of the moment asked for.
 *
 * <p>How it counts:
 *
 * <ul>
 *   <li><b>Days</b> (ND, WD): the day of acceptance is not counted, day 1 is the next natural or
 *       working day, and the last day ends at 24:00. By the same rule, the day on which a stop
 *       begins is not touched by it: it leaves out the days after its beginning, through the day of
 *       its end. A stop that begins and ends on one day leaves out none.
 *   <li><b>Hours</b> (NH, WH): exact time from the moment of acceptance, from which the stops are
 *       taken out exactly.
 *   <li>Stops that overlap or touch are counted once.
 *   <li>A filing is overdue once its due day or moment is past, unless a stop that had begun by
 *       then has gone on without a gap. Days of rest after the due day are past it.
 *   <li>While a stop is open, what is due is due as if it ended at the moment of the reading.
 *   <li>The extension (Art. 42) lengthens each limit that is in its unit, once it has been granted.
 * </ul>
 *
 * <p>Each limit is counted by two {@linkplain Basis bases}. By {@link Basis#ATTESTED}, a stop
 * counts only with a notice; from its beginning if it was recorded in time, from its recording if
 * later, and not at all if it was recorded after its end; and the extension counts only if it was
 * recorded in time, or while the limit was still running.
 */
public final class ReviewClock {

    private ReviewClock() {}

    /**
     * Reads the clock; after the end of the review it shows what it showed then.
     *
     * @throws IllegalArgumentException if the filing was not accepted yet at that moment
     */
    public static Reading read(ReviewCourse course, WorkingCalendar calendar, Instant asOf) {
        Instant at = shownAt(course, asOf);
        return new Reading(
                at,
                read(course, calendar, at, Basis.CLAIMED),
                course.attestable() ? read(course, calendar, at, Basis.ATTESTED) : null);
    }

    private static BasisReading read(
            ReviewCourse course, WorkingCalendar calendar, Instant at, Basis basis) {
        Counted counted = Counted.of(course, basis, at);
        LimitReading promised = read(course.promised(), course, counted, calendar, basis);
        LimitReading statutory =
                course.statutory() == null
                        ? null
                        : read(course.statutory(), course, counted, calendar, basis);
        return new BasisReading(
                basis,
                state(course, counted),
                promised,
                statutory,
                card(promised, statutory, course.warnings()));
    }

    private static LimitReading read(
            TimeLimit limit,
            ReviewCourse course,
            Counted counted,
            WorkingCalendar calendar,
            Basis basis) {
        var counting = Counting.in(limit.unit(), calendar);
        Due plain = counting.due(limit.amount(), counted);
        TimeLimit extended = extended(limit, course, counted.at(), plain, basis);
        Due due = extended.equals(limit) ? plain : counting.due(extended.amount(), counted);
        Amount used = counting.used(counted);
        return new LimitReading(
                extended,
                used,
                Amount.of(extended).minus(used),
                due,
                counting.isOverdue(due, counted));
    }

    private static TimeLimit extended(
            TimeLimit limit, ReviewCourse course, Instant at, Due plain, Basis basis) {
        Extension extension = course.extension();
        if (extension == null
                || extension.by().unit() != limit.unit()
                || extension.granted().isAfter(at)
                || (basis == Basis.ATTESTED
                        && !Attestation.attests(
                                extension, plain.moment(), course.lateEntryAfter()))) {
            return limit;
        }
        return limit.plus(extension.by());
    }

    /**
     * When the claimed clock shows each card for the first time, if nothing else happens; the first
     * one first. A card that would come together with a worse one, or after it, is left out, and
     * while the clock is stopped none falls due: only those are told that had before.
     */
    public static List<CardDue> cardsDue(ReviewCourse course, WorkingCalendar calendar) {
        Instant standsFrom = standsStillFrom(course);
        Counted counted = claimedUpTo(course, standsFrom);
        var cards = new ArrayList<CardDue>();
        TimeLimit statutory = course.statutory();
        if (statutory != null) {
            pastLimit(Card.STATUTORY_OVERDUE, statutory, course, counted, calendar)
                    .ifPresent(cards::add);
        }
        pastLimit(Card.RED, course.promised(), course, counted, calendar).ifPresent(cards::add);
        nearLimit(course, counted, calendar).ifPresent(cards::add);
        var shown = new ArrayList<CardDue>();
        for (CardDue card : cards) {
            if ((standsFrom == null || !card.at().isAfter(standsFrom))
                    && (shown.isEmpty() || card.at().isBefore(shown.getFirst().at()))) {
                shown.addFirst(card);
            }
        }
        return List.copyOf(shown);
    }

    /**
     * The first moment past a limit, as claimed, if nothing else happens. Empty if the review ended
     * before, or the clock stands still before.
     *
     * @param limit without its extension, which counts from its granting on
     */
    public static Optional<Instant> overdueFrom(
            ReviewCourse course, TimeLimit limit, WorkingCalendar calendar) {
        Instant standsFrom = standsStillFrom(course);
        return pastLimit(Card.RED, limit, course, claimedUpTo(course, standsFrom), calendar)
                .map(CardDue::at)
                .filter(at -> standsFrom == null || !at.isAfter(standsFrom));
    }

    /**
     * The same by the stops that a basis believes. Empty also where a course cannot be read by it.
     *
     * @param limit without its extension, which counts from its granting on
     */
    public static Optional<Instant> overdueFrom(
            ReviewCourse course, TimeLimit limit, WorkingCalendar calendar, Basis basis) {
        return switch (basis) {
            case CLAIMED -> overdueFrom(course, limit, calendar);
            case ATTESTED ->
                    course.attestable()
                            ? overdueFrom(believed(course, limit, calendar), limit, calendar)
                            : Optional.empty();
        };
    }

    /** What of a course can be attested, as if no more had been claimed. */
    private static ReviewCourse believed(
            ReviewCourse course, TimeLimit limit, WorkingCalendar calendar) {
        var stops = new ArrayList<Stop>();
        for (Stop stop : course.stops()) {
            Attestation.attestedFrom(stop, course.lateEntryAfter())
                    .ifPresent(
                            from ->
                                    stops.add(
                                            new Stop(
                                                    stop.ground(),
                                                    from,
                                                    stop.ended(),
                                                    stop.recorded(),
                                                    stop.notice())));
        }
        ReviewCourse believed = course.withStops(stops);
        Extension extension = course.extension();
        if (extension == null) {
            return believed;
        }
        Counted counted = claimedUpTo(believed, standsStillFrom(believed));
        Due plain = Counting.in(limit.unit(), calendar).due(limit.amount(), counted);
        return Attestation.attests(extension, plain.moment(), course.lateEntryAfter())
                ? believed
                : believed.withoutExtension();
    }

    private static Counted claimedUpTo(ReviewCourse course, @Nullable Instant standsFrom) {
        return Counted.of(
                course, Basis.CLAIMED, standsFrom == null ? lastResumed(course) : standsFrom);
    }

    private static Optional<CardDue> pastLimit(
            Card card,
            TimeLimit limit,
            ReviewCourse course,
            Counted counted,
            WorkingCalendar calendar) {
        var counting = Counting.in(limit.unit(), calendar);
        return cardDue(
                card,
                limit,
                course,
                counting,
                counted,
                of -> Optional.of(counting.overdueFrom(counting.due(of.amount(), counted))));
    }

    /** By the first of the thresholds that is reached. */
    private static Optional<CardDue> nearLimit(
            ReviewCourse course, Counted counted, WorkingCalendar calendar) {
        var warnings = course.warnings();
        var cards = new ArrayList<CardDue>();
        nearLimit(course.promised(), warnings::yellowFromPromised, course, counted, calendar)
                .ifPresent(cards::add);
        TimeLimit statutory = course.statutory();
        if (statutory != null) {
            nearLimit(statutory, warnings::yellowFromStatutory, course, counted, calendar)
                    .ifPresent(cards::add);
        }
        return cards.stream().min(Comparator.comparing(CardDue::at));
    }

    private static Optional<CardDue> nearLimit(
            TimeLimit limit,
            Function<TimeLimit, List<Amount>> thresholds,
            ReviewCourse course,
            Counted counted,
            WorkingCalendar calendar) {
        var counting = Counting.in(limit.unit(), calendar);
        return cardDue(
                Card.YELLOW,
                limit,
                course,
                counting,
                counted,
                of ->
                        thresholds.apply(of).stream()
                                .map(used -> counting.usedFrom(used, counted))
                                .min(Comparator.naturalOrder()));
    }

    /** By the limit as it was when the card fell due: with the extension, if that was granted. */
    private static Optional<CardDue> cardDue(
            Card card,
            TimeLimit limit,
            ReviewCourse course,
            Counting counting,
            Counted counted,
            Function<TimeLimit, Optional<Instant>> fallsDue) {
        Optional<Instant> at = fallsDue.apply(limit);
        Extension extension = course.extension();
        TimeLimit then = limit;
        if (extension != null && extension.by().unit() == limit.unit()) {
            Instant granted = extension.granted();
            if (at.isEmpty() || !granted.isAfter(at.get())) {
                then = limit.plus(extension.by());
                at =
                        fallsDue.apply(then)
                                .map(moment -> moment.isBefore(granted) ? granted : moment);
            }
        }
        LocalDate due = counting.due(then.amount(), counted).date();
        return at.map(moment -> new CardDue(card, moment, due));
    }

    /** Its end, or the beginning of the stop that is open; null while it runs. */
    private static @Nullable Instant standsStillFrom(ReviewCourse course) {
        Instant from = course.ended();
        for (Stop stop : course.stops()) {
            if (stop.ended() == null && (from == null || stop.begun().isBefore(from))) {
                from = stop.begun();
            }
        }
        return from == null || from.isAfter(course.accepted()) ? from : course.accepted();
    }

    private static Instant lastResumed(ReviewCourse course) {
        Instant last = course.accepted();
        for (Stop stop : course.stops()) {
            if (stop.ended() != null && stop.ended().isAfter(last)) {
                last = stop.ended();
            }
        }
        return last;
    }

    /** When a limit ends that runs from an event and that nothing stops. */
    public static Due due(TimeLimit limit, Instant event, WorkingCalendar calendar) {
        return Counting.in(limit.unit(), calendar).due(limit.amount(), unstopped(event));
    }

    /** The first moment past a limit that runs from an event and that nothing stops. */
    public static Instant lapses(TimeLimit limit, Instant event, WorkingCalendar calendar) {
        return Counting.in(limit.unit(), calendar).overdueFrom(due(limit, event, calendar));
    }

    private static Counted unstopped(Instant event) {
        return new Counted(event, event, List.of(), List.of());
    }

    /**
     * Explains, day by day, what is counted in a unit and by which rule. What its lines count adds
     * up to what a reading shows as used. Empty by a basis on which the course cannot be read.
     *
     * @throws IllegalArgumentException if the filing was not accepted yet at that moment
     */
    public static Optional<List<DayLine>> explain(
            ReviewCourse course,
            WorkingCalendar calendar,
            Instant asOf,
            LimitUnit unit,
            Basis basis) {
        Instant at = shownAt(course, asOf);
        return isReadable(course, basis)
                ? Optional.of(Counting.in(unit, calendar).explain(Counted.of(course, basis, at)))
                : Optional.empty();
    }

    /**
     * How long the review took without its stops, for statistics. Empty while it has not ended, and
     * by a basis on which the course cannot be read.
     */
    public static Optional<Elapsed> elapsed(
            ReviewCourse course, WorkingCalendar calendar, Basis basis) {
        if (course.ended() == null || !isReadable(course, basis)) {
            return Optional.empty();
        }
        Counted counted = Counted.of(course, basis, shownAt(course, course.ended()));
        return Optional.of(
                new Elapsed(
                        time(counted, calendar, LimitUnit.NH),
                        time(counted, calendar, LimitUnit.WH)));
    }

    private static Duration time(Counted counted, WorkingCalendar calendar, LimitUnit unit) {
        return ((Amount.Time) new HourCounting(unit, calendar).used(counted)).time();
    }

    private static boolean isReadable(ReviewCourse course, Basis basis) {
        return switch (basis) {
            case CLAIMED -> true;
            case ATTESTED -> course.attestable();
        };
    }

    private static Instant shownAt(ReviewCourse course, Instant asOf) {
        Instant at = course.ended() != null && asOf.isAfter(course.ended()) ? course.ended() : asOf;
        if (at.isBefore(course.accepted())) {
            throw new IllegalArgumentException(
                    "the clock cannot be read at %s: the filing was accepted at %s"
                            .formatted(at, course.accepted()));
        }
        return at;
    }

    private static ClockState state(ReviewCourse course, Counted counted) {
        if (course.ended() != null && !counted.at().isBefore(course.ended())) {
            return new ClockState.Ended(course.ended());
        }
        Counted.Span open = counted.openStop();
        return open == null
                ? new ClockState.Running()
                : new ClockState.Stopped(open.stop(), open.from());
    }

    private static Card card(
            LimitReading promised, @Nullable LimitReading statutory, WarningThresholds warnings) {
        if (statutory != null && statutory.overdue()) {
            return Card.STATUTORY_OVERDUE;
        }
        if (promised.overdue()) {
            return Card.RED;
        }
        return warnings.isYellow(promised, statutory) ? Card.YELLOW : Card.NONE;
    }
}
