package org.chengnuo.approval.projections.reviewtimes;

import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.clock.Amount;
import org.chengnuo.approval.clock.Basis;
import org.chengnuo.approval.clock.BasisReading;
import org.chengnuo.approval.clock.Reading;
import org.chengnuo.approval.clock.ReviewClock;
import org.chengnuo.approval.clock.ReviewCourse;
import org.chengnuo.approval.clock.Stop;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.filing.AcceptanceTerms;
import org.chengnuo.approval.filing.FilingHistory;
import org.chengnuo.approval.policy.PolicyItem;
import org.chengnuo.approval.projections.intake.FilingCard;
import org.chengnuo.approval.projections.intake.ProjectCard;
import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One filing, as one transaction left it, as a row of the table of facts. */
final class ReviewFact implements Fact {

    private final FilingCard card;
    private final FilingHistory history;
    private final ProjectCard project;
    private final @Nullable String edition;
    private final @Nullable String department;
    private final WorkingCalendar calendar;

    /** Before anything is appended, so that a filing that cannot be measured appends nothing. */
    private final List<@Nullable Spell> spells;

    private final List<@Nullable Long> used;
    private final List<@Nullable Boolean> kept;

    /** By the promised limit, by that without its extension, and by the statutory ones alike. */
    private final Overdue promised;

    private final Overdue original;
    private final Overdue statutory;
    private final Overdue statutoryOriginal;
    private final List<StopFact> stops;

    /** The first moment past a limit, by the stops that are believed. */
    private record Overdue(
            @Nullable Instant claimed, @Nullable Instant attested, @Nullable Instant gross) {

        static final Overdue NEVER = new Overdue(null, null, null);

        static Overdue from(
                @Nullable ReviewCourse course,
                @Nullable TimeLimit limit,
                WorkingCalendar calendar) {
            if (course == null || limit == null) {
                return NEVER;
            }
            Instant claimed = at(course, limit, calendar, Basis.CLAIMED);
            boolean plain = course.stops().isEmpty();
            return new Overdue(
                    claimed,
                    plain && course.extension() == null && course.attestable()
                            ? claimed
                            : at(course, limit, calendar, Basis.ATTESTED),
                    plain
                            ? claimed
                            : at(course.withStops(List.of()), limit, calendar, Basis.CLAIMED));
        }

        private static @Nullable Instant at(
                ReviewCourse course, TimeLimit limit, WorkingCalendar calendar, Basis basis) {
            return ReviewClock.overdueFrom(course, limit, calendar, basis).orElse(null);
        }
    }

    /** A stop, with how much of the promised limit was used when it began and how much it took. */
    private record StopFact(Stop stop, @Nullable Integer usedPermille, @Nullable Long length) {}

    /**
     * @throws IllegalArgumentException if an act stands before the one that it follows
     */
    ReviewFact(FilingCard card, ProjectCard project, Rulebook rules) {
        this.card = card;
        this.history = card.history();
        this.project = project;
        this.calendar = rules.calendar(history.calendar());
        AcceptanceTerms terms = history.terms();
        this.edition = terms == null ? project.edition() : terms.edition();
        this.department =
                rules.edition(edition)
                        .flatMap(policy -> policy.item(history.item()))
                        .map(PolicyItem::department)
                        .orElse(null);
        ReviewCourse course = history.course().orElse(null);
        this.spells =
                spells(
                        Spell.between(history.firstAct(), history.lastAct(), calendar),
                        Spell.between(history.received(), history.accepted(), calendar),
                        Spell.between(history.accepted(), history.decided(), calendar),
                        Spell.between(history.received(), history.delivered(), calendar),
                        Spell.between(history.received(), history.correctionRequested(), calendar),
                        Spell.between(
                                history.correctionRequested(),
                                history.correctionAnswered(),
                                calendar),
                        Spell.between(history.correctionAnswered(), history.accepted(), calendar),
                        Spell.between(history.decided(), history.delivered(), calendar),
                        review(course, Basis.CLAIMED),
                        review(course, Basis.ATTESTED));
        var asUsed = new ArrayList<@Nullable Long>();
        var asKept = new ArrayList<@Nullable Boolean>();
        judge(course, asUsed, asKept);
        this.used = asUsed;
        this.kept = asKept;
        WorkingCalendar known = calendar.knownAt(at());
        ReviewCourse unextended = course == null ? null : course.withoutExtension();
        TimeLimit promisedLimit = course == null ? null : course.promised();
        TimeLimit statutoryLimit = course == null ? null : course.statutory();
        boolean isExtended = course != null && course.extension() != null;
        this.promised = Overdue.from(course, promisedLimit, known);
        this.original = isExtended ? Overdue.from(unextended, promisedLimit, known) : this.promised;
        this.statutory = Overdue.from(course, statutoryLimit, known);
        this.statutoryOriginal =
                isExtended ? Overdue.from(unextended, statutoryLimit, known) : this.statutory;
        this.stops = course == null ? List.of() : stops(course, known);
    }

    private static List<@Nullable Spell> spells(@Nullable Spell... spells) {
        return Arrays.asList(spells);
    }

    /** At its decision, by what was known then; before, by what is known when it is recorded. */
    private Instant at() {
        Instant decided = history.decided();
        return decided == null ? card.recorded() : decided;
    }

    /** None for a filing that ended otherwise than by a decision. */
    private @Nullable Spell review(@Nullable ReviewCourse course, Basis basis) {
        Instant decided = history.decided();
        return decided == null || course == null
                ? null
                : ReviewClock.elapsed(course, calendar.knownAt(decided), basis)
                        .map(elapsed -> Spell.of(elapsed.calendarTime(), elapsed.workingTime()))
                        .orElse(null);
    }

    /**
     * How much of the promised limit was used at the decision, and which limits were kept, on the
     * calendar as it was known then.
     */
    private void judge(
            @Nullable ReviewCourse course,
            List<@Nullable Long> asUsed,
            List<@Nullable Boolean> asKept) {
        Instant decided = history.decided();
        if (decided == null || course == null) {
            for (int i = 0; i < 3; i++) {
                asUsed.add(null);
            }
            for (int i = 0; i < 12; i++) {
                asKept.add(null);
            }
            return;
        }
        WorkingCalendar known = calendar.knownAt(decided);
        Reading extended = ReviewClock.read(course, known, decided);
        ReviewCourse gross = course.withStops(List.of());
        BasisReading unstopped =
                course.stops().isEmpty()
                        ? extended.claimed()
                        : ReviewClock.read(gross, known, decided).claimed();
        boolean isExtended = course.extension() != null;
        Reading original =
                isExtended ? ReviewClock.read(course.withoutExtension(), known, decided) : extended;
        BasisReading unstoppedOriginal =
                isExtended
                        ? ReviewClock.read(gross.withoutExtension(), known, decided).claimed()
                        : unstopped;
        asUsed.add(used(extended.claimed()));
        asUsed.add(used(extended.attested()));
        asUsed.add(used(unstopped));
        promised(asKept, extended.claimed(), extended.attested(), unstopped);
        promised(asKept, original.claimed(), original.attested(), unstoppedOriginal);
        statutory(asKept, extended.claimed(), extended.attested(), unstopped);
        statutory(asKept, original.claimed(), original.attested(), unstoppedOriginal);
    }

    private static @Nullable Long used(@Nullable BasisReading reading) {
        return reading == null ? null : units(reading.promised().used());
    }

    private static long units(Amount amount) {
        return switch (amount) {
            case Amount.Days days -> days.number();
            case Amount.Time time -> time.time().toMillis();
        };
    }

    private static void promised(List<@Nullable Boolean> kept, @Nullable BasisReading... readings) {
        for (BasisReading reading : readings) {
            kept.add(reading == null ? null : !reading.promised().overdue());
        }
    }

    private static void statutory(
            List<@Nullable Boolean> kept, @Nullable BasisReading... readings) {
        for (BasisReading reading : readings) {
            kept.add(
                    reading == null || reading.statutory() == null
                            ? null
                            : !reading.statutory().overdue());
        }
    }

    private List<StopFact> stops(ReviewCourse course, WorkingCalendar known) {
        var facts = new ArrayList<StopFact>();
        long limit = units(Amount.of(course.promised()));
        for (Stop stop : course.stops()) {
            if (stop.begun().isBefore(course.accepted())) {
                facts.add(new StopFact(stop, null, null));
                continue;
            }
            long usedBefore =
                    units(
                            ReviewClock.read(course, known, stop.begun())
                                    .claimed()
                                    .promised()
                                    .used());
            Instant ended = stop.ended();
            facts.add(
                    new StopFact(
                            stop,
                            limit == 0 ? null : (int) Math.min(usedBefore * 1000 / limit, 9999),
                            ended == null ? null : length(course, stop, ended, known)));
        }
        return facts;
    }

    /** What the stop leaves out of the count, in the unit of the promised limit. */
    private static long length(
            ReviewCourse course, Stop stop, Instant ended, WorkingCalendar known) {
        Instant until =
                course.ended() != null && course.ended().isBefore(ended) ? course.ended() : ended;
        ReviewCourse with = course.withStops(List.of(stop));
        ReviewCourse without = course.withStops(List.of());
        return units(ReviewClock.read(without, known, until).claimed().promised().used())
                - units(ReviewClock.read(with, known, until).claimed().promised().used());
    }

    @Override
    public void appendTo(Row row) throws SQLException {
        AcceptanceTerms terms = history.terms();
        row.number(card.last().transaction())
                .time(card.recorded())
                .id(history.filing().project().value())
                .text(history.filing())
                .text(history.caseId())
                .text(project.zone())
                .text(project.region())
                .text(project.industry())
                .text(project.type())
                .text(project.enterprise())
                .text(history.item())
                .text(history.itemClass())
                .text(department)
                .text(history.center().value())
                .text(terms == null ? null : terms.kind())
                .text(edition)
                .text(project.importId())
                .text(card.channel())
                .truth(card.byAgent())
                .truth(history.isImported())
                .truth(history.deemed())
                .text(history.state())
                .text(history.calendar());
        List<@Nullable Instant> acts = new ArrayList<>();
        acts.add(history.firstAct());
        acts.add(history.lastAct());
        acts.add(history.received());
        acts.add(history.correctionRequested());
        acts.add(history.correctionAnswered());
        acts.add(history.accepted());
        acts.add(history.decided());
        acts.add(history.delivered());
        acts.add(history.closed());
        acts.add(history.revoked());
        for (Instant act : acts) {
            row.time(act);
        }
        for (Instant act : acts) {
            row.day(act, calendar);
        }
        for (Spell spell : spells) {
            row.spell(spell);
        }
        limit(row, terms == null ? null : terms.promised());
        limit(row, terms == null ? null : terms.statutory());
        var extension = history.extension();
        limit(row, extension == null ? null : extension.by());
        row.time(extension == null ? null : extension.granted())
                .time(extension == null ? null : extension.recorded())
                .number(terms == null ? null : terms.lateEntryAfter().toMillis())
                .count(history.stops().size());
        for (Long amount : used) {
            row.number(amount);
        }
        row.time(promised.claimed())
                .time(statutory.claimed())
                .time(promised.attested())
                .time(promised.gross())
                .time(original.claimed())
                .time(original.attested())
                .time(original.gross())
                .time(statutory.attested())
                .time(statutory.gross())
                .time(statutoryOriginal.claimed())
                .time(statutoryOriginal.attested())
                .time(statutoryOriginal.gross());
        for (Boolean judgement : kept) {
            row.truth(judgement);
        }
    }

    private static void limit(Row row, @Nullable TimeLimit limit) throws SQLException {
        row.count(limit == null ? null : limit.amount()).text(limit == null ? null : limit.unit());
    }

    @Override
    public void appendParts(VersionedTable.Appenders rows) throws SQLException {
        int number = 0;
        for (StopFact fact : stops) {
            rows.part("stop")
                    .id(history.filing().project().value())
                    .text(history.filing())
                    .number(card.last().transaction())
                    .count(++number)
                    .text(fact.stop().ground())
                    .time(fact.stop().begun())
                    .time(fact.stop().ended())
                    .time(fact.stop().recorded())
                    .text(fact.stop().notice())
                    .count(fact.usedPermille())
                    .number(fact.length())
                    .end();
        }
    }
}
