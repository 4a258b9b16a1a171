package org.chengnuo.approval.projections.reviewtimes;

import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.clock.Basis;
import org.chengnuo.approval.clock.Elapsed;
import org.chengnuo.approval.clock.ReviewClock;
import org.chengnuo.approval.filing.FilingHistory;
import org.chengnuo.approval.projections.intake.FilingCard;
import org.chengnuo.approval.projections.intake.ProjectCard;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** One filing as a row of the table of facts. */
final class ReviewFact {

    private final FilingHistory history;
    private final @Nullable String channel;
    private final ProjectCard project;
    private final WorkingCalendar calendar;

    /** Before anything is appended, so that a filing that cannot be measured appends nothing. */
    private final Spell span;

    private final @Nullable Spell hidden;
    private final @Nullable Spell gross;
    private final @Nullable Spell path;
    private final @Nullable Spell waiting;
    private final @Nullable Spell delivery;
    private final @Nullable Spell claimed;
    private final @Nullable Spell attested;
    private final @Nullable Boolean onTimeClaimed;
    private final @Nullable Boolean onTimeAttested;

    /** A duration by both clocks, in milliseconds; what is finer is cut off. */
    private record Spell(long calendar, long working) {

        static Spell of(Duration calendar, Duration working) {
            return new Spell(calendar.toMillis(), working.toMillis());
        }
    }

    /**
     * @throws IllegalArgumentException if an act stands before the one that it follows
     */
    ReviewFact(FilingCard filing, ProjectCard project, WorkingCalendar calendar) {
        this.history = filing.history();
        this.channel = filing.channel();
        this.project = project;
        this.calendar = calendar;
        this.span = measured(history.firstAct(), history.lastAct());
        this.hidden = spell(history.received(), history.accepted());
        this.gross = spell(history.accepted(), history.decided());
        this.path = spell(history.received(), history.delivered());
        this.waiting = spell(history.correctionRequested(), history.correctionAnswered());
        this.delivery = spell(history.decided(), history.delivered());
        this.claimed = review(Basis.CLAIMED);
        this.attested = review(Basis.ATTESTED);
        this.onTimeClaimed = onTime(Basis.CLAIMED);
        this.onTimeAttested = onTime(Basis.ATTESTED);
    }

    private @Nullable Spell spell(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? null : measured(from, to);
    }

    private Spell measured(Instant from, Instant to) {
        return Spell.of(Duration.between(from, to), calendar.knownAt(to).workingTime(from, to));
    }

    /** None for a filing that ended otherwise than by a decision. */
    private @Nullable Spell review(Basis basis) {
        Instant decided = history.decided();
        if (decided == null) {
            return null;
        }
        Elapsed elapsed =
                history.course()
                        .flatMap(
                                course ->
                                        ReviewClock.elapsed(
                                                course, calendar.knownAt(decided), basis))
                        .orElse(null);
        return elapsed == null ? null : Spell.of(elapsed.calendarTime(), elapsed.workingTime());
    }

    /**
     * Whether the promised limit was kept, on the calendar as it was known at the decision; null
     * where nothing was decided, and by a basis on which the filing cannot be judged.
     */
    private @Nullable Boolean onTime(Basis basis) {
        Instant decided = history.decided();
        if (decided == null) {
            return null;
        }
        return history.course()
                .flatMap(
                        course ->
                                ReviewClock.read(course, calendar.knownAt(decided), decided)
                                        .by(basis))
                .map(reading -> !reading.promised().overdue())
                .orElse(null);
    }

    void appendTo(DuckDBAppender appender) throws SQLException {
        var terms = history.terms();
        appender.beginRow();
        appender.append(history.filing().project().value());
        text(appender, history.filing().toString());
        text(appender, history.caseId());
        text(appender, project.zone());
        text(appender, project.region());
        text(appender, project.industry());
        text(appender, project.type());
        text(appender, history.item().toString());
        text(appender, history.itemClass().name());
        text(appender, history.center().value());
        text(appender, terms == null ? null : terms.kind().name());
        text(appender, project.importId());
        text(appender, channel);
        appender.append(history.isImported());
        text(appender, history.state().name());
        text(appender, history.calendar());

        time(appender, history.firstAct());
        time(appender, history.lastAct());
        time(appender, history.received());
        time(appender, history.correctionRequested());
        time(appender, history.correctionAnswered());
        time(appender, history.accepted());
        time(appender, history.decided());
        time(appender, history.delivered());

        date(appender, history.firstAct());
        date(appender, history.lastAct());
        date(appender, history.received());
        date(appender, history.correctionRequested());
        date(appender, history.correctionAnswered());
        date(appender, history.accepted());
        date(appender, history.decided());
        date(appender, history.delivered());
        date(appender, history.closed());
        date(appender, history.revoked());

        spell(appender, span);
        spell(appender, hidden);
        spell(appender, gross);
        spell(appender, path);
        spell(appender, waiting);
        spell(appender, delivery);
        spell(appender, claimed);
        spell(appender, attested);
        truth(appender, onTimeClaimed);
        truth(appender, onTimeAttested);
        appender.endRow();
    }

    private static void text(DuckDBAppender appender, @Nullable String value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else {
            appender.append(value);
        }
    }

    private static void truth(DuckDBAppender appender, @Nullable Boolean value)
            throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else {
            appender.append(value.booleanValue());
        }
    }

    private static void time(DuckDBAppender appender, @Nullable Instant value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else {
            appender.append(LocalDateTime.ofInstant(value, ZoneOffset.UTC));
        }
    }

    private void date(DuckDBAppender appender, @Nullable Instant value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else {
            LocalDate date = calendar.dateAt(value);
            appender.append(date);
        }
    }

    private static void spell(DuckDBAppender appender, @Nullable Spell value) throws SQLException {
        if (value == null) {
            appender.appendNull();
            appender.appendNull();
        } else {
            appender.append(value.calendar());
            appender.append(value.working());
        }
    }
}
