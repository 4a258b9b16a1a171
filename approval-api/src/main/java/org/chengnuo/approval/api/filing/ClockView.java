package org.chengnuo.approval.api.filing;

import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.clock.Amount;
import org.chengnuo.approval.clock.Basis;
import org.chengnuo.approval.clock.BasisReading;
import org.chengnuo.approval.clock.Card;
import org.chengnuo.approval.clock.ClockState;
import org.chengnuo.approval.clock.CountingRule;
import org.chengnuo.approval.clock.DayLine;
import org.chengnuo.approval.clock.LimitReading;
import org.chengnuo.approval.clock.Reading;
import org.chengnuo.approval.clock.ReviewClock;
import org.chengnuo.approval.clock.ReviewCourse;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.filing.FilingId;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The review clock of a filing, by both bases, with its explanation.
 *
 * @param asOf the moment that was asked for
 * @param at the moment that the clock shows: the end of the review, if that was before
 * @param attested null for imported history, which cannot be attested
 */
record ClockView(
        FilingId filing,
        Instant accepted,
        String calendar,
        Instant asOf,
        Instant at,
        ByBasis claimed,
        @Nullable ByBasis attested) {

    /**
     * @param explanation a line for each day, or span of days, in the unit of the promised limit
     */
    record ByBasis(
            State state,
            Card card,
            Limit promised,
            @Nullable Limit statutory,
            List<Line> explanation) {}

    /**
     * @param state RUNNING, STOPPED or ENDED
     * @param ground why it is stopped
     */
    record State(String state, @Nullable String ground, @Nullable Instant since) {}

    /**
     * @param remaining negative by as much as is used past the limit
     * @param dueMovesWithStop a stop is open, and the due date moves on with it
     */
    record Limit(
            TimeLimit limit,
            String used,
            String remaining,
            LocalDate due,
            Instant dueAt,
            boolean provisional,
            boolean dueMovesWithStop,
            boolean overdue) {

        static Limit of(LimitReading reading) {
            return new Limit(
                    reading.limit(),
                    reading.used().toString(),
                    reading.remaining().toString(),
                    reading.due().date(),
                    reading.due().moment(),
                    reading.due().provisional(),
                    reading.due().movesWithStop(),
                    reading.overdue());
        }
    }

    /**
     * @param total what is counted up to and including these days
     */
    record Line(
            LocalDate from,
            LocalDate to,
            boolean counted,
            CountingRule rule,
            String article,
            String ruleEn,
            String ruleZh,
            boolean provisional,
            String counts,
            String total) {

        static Line of(DayLine line) {
            return new Line(
                    line.from(),
                    line.to(),
                    line.rule().counts(),
                    line.rule(),
                    line.rule().article(),
                    line.english(),
                    line.chinese(),
                    line.provisional(),
                    text(line.counted()),
                    text(line.total()));
        }

        private static String text(Amount amount) {
            return amount.toString();
        }
    }

    static ClockView of(
            FilingId filing, ReviewCourse course, WorkingCalendar calendar, Instant asOf) {
        Reading reading = ReviewClock.read(course, calendar, asOf);
        return new ClockView(
                filing,
                course.accepted(),
                calendar.name(),
                asOf,
                reading.at(),
                basis(reading.claimed(), course, calendar, asOf),
                reading.attested() == null
                        ? null
                        : basis(reading.attested(), course, calendar, asOf));
    }

    private static ByBasis basis(
            BasisReading reading, ReviewCourse course, WorkingCalendar calendar, Instant asOf) {
        Basis basis = reading.basis();
        LimitReading statutory = reading.statutory();
        return new ByBasis(
                state(reading.state()),
                reading.card(),
                Limit.of(reading.promised()),
                statutory == null ? null : Limit.of(statutory),
                ReviewClock.explain(course, calendar, asOf, course.promised().unit(), basis)
                        .orElse(List.of())
                        .stream()
                        .map(Line::of)
                        .toList());
    }

    private static State state(ClockState state) {
        return switch (state) {
            case ClockState.Running _ -> new State("RUNNING", null, null);
            case ClockState.Stopped stopped ->
                    new State("STOPPED", stopped.ground().name(), stopped.since());
            case ClockState.Ended ended -> new State("ENDED", null, ended.at());
        };
    }
}
