package org.chengnuo.approval.filing;

import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.clock.BasisReading;
import org.chengnuo.approval.clock.Card;
import org.chengnuo.approval.clock.CardDue;
import org.chengnuo.approval.clock.ClockState;
import org.chengnuo.approval.clock.LimitReading;
import org.chengnuo.approval.clock.ReviewClock;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.filing.FilingEvent.CardRaised;
import org.chengnuo.approval.filing.FilingEvent.CorrectionWindowLapsed;
import org.chengnuo.approval.filing.FilingEvent.DueDateReprojected;
import org.chengnuo.approval.filing.FilingEvent.FilingDecided;
import org.chengnuo.approval.filing.FilingEvent.FilingDeemedAccepted;
import org.chengnuo.approval.filing.FilingEvent.SpecialProcedureOverran;
import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.project.Due;
import org.chengnuo.approval.project.ProjectEvent;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens to a filing by itself, one rule for each. A rule says what is next by what has been,
 * never by when it is asked: it comes to the same whether it is asked at the moment or a month
 * later. So each counts by the calendar that was known when it fell due.
 *
 * @param grantable whether the filing can still be granted
 * @param terms of an acceptance under the edition
 * @param calendar as known now
 */
record WhatFallsDue(
        FilingId filing,
        ItemClass itemClass,
        boolean grantable,
        PolicyEdition policy,
        AcceptanceTerms terms,
        WorkingCalendar calendar) {

    /** The first of them; null if nothing falls due. */
    @Nullable Due next(Stage stage) {
        return switch (stage) {
            case Stage.Received(Instant received) ->
                    whenCorrectionWindowLapsesThenDeemedAccepted(received);
            case Stage.AwaitingCorrection(Instant requested, boolean lapsed) ->
                    lapsed ? null : whenAnswerWindowLapsesThenRecorded(requested);
            case Stage.InReview(Stage.Review review) -> next(review);
            case Stage.Stopped(Stage.Review review, TimeLimit announced, boolean overran) ->
                    first(
                            next(review),
                            overran
                                    ? null
                                    : whenSpecialProcedureOverrunsThenRecorded(review, announced));
            case Stage.NotReceived _,
                    Stage.Corrected _,
                    Stage.AcceptanceRefused _,
                    Stage.Decided _,
                    Stage.Delivered _,
                    Stage.Recorded _,
                    Stage.Withdrawn _,
                    Stage.Revoked _ ->
                    null;
        };
    }

    private @Nullable Due next(Stage.Review review) {
        return first(
                first(
                        whenCalendarChangesThenDueDatesReprojected(review),
                        whenLimitNearsOrPassesThenCardRaised(review)),
                whenReviewOverrunsThenDeemedBySilence(review));
    }

    /**
     * ALL Art. 32: where no correction was requested within the window, the filing counts as
     * accepted from the day it was received.
     */
    private @Nullable Due whenCorrectionWindowLapsesThenDeemedAccepted(Instant received) {
        if (itemClass == ItemClass.FILING_ONLY) {
            return null;
        }
        return asKnownThen(
                received,
                (known, since) -> {
                    LocalDate last = Rules.windowEnd(received, policy.correctionWindow(), known);
                    Instant past = last.plusDays(1).atStartOfDay(known.zone()).toInstant();
                    return due(
                            later(past, since), new FilingDeemedAccepted(filing, received, terms));
                });
    }

    /** Where the edition sets the applicant a time for the answer. */
    private @Nullable Due whenAnswerWindowLapsesThenRecorded(Instant requested) {
        TimeLimit window = policy.content().answerWindow();
        if (window == null) {
            return null;
        }
        return asKnownThen(
                requested,
                (known, since) -> {
                    Instant at = later(ReviewClock.lapses(window, requested, known), since);
                    return due(at, new CorrectionWindowLapsed(filing, at));
                });
    }

    /** ALL Art. 45: the applicant was told in writing how long it takes. */
    private @Nullable Due whenSpecialProcedureOverrunsThenRecorded(
            Stage.Review review, TimeLimit announced) {
        Instant begun = review.stops().getLast().begun();
        return asKnownThen(
                begun,
                (known, since) -> {
                    Instant at = later(ReviewClock.lapses(announced, begun, known), since);
                    return due(
                            at,
                            new SpecialProcedureOverran(
                                    filing,
                                    at,
                                    review.stops().size(),
                                    ReviewClock.due(announced, begun, known).date()));
                });
    }

    /** 红黄牌: each once, and only ever a worse one. */
    private @Nullable Due whenLimitNearsOrPassesThenCardRaised(Stage.Review review) {
        return asKnownThen(
                review.accepted(),
                (known, since) -> {
                    Due next = null;
                    for (CardDue card : ReviewClock.cardsDue(review.course(), known)) {
                        Instant at = later(card.at(), since);
                        if (card.card().compareTo(review.raised()) > 0
                                && (next == null || !at.isAfter(next.at()))) {
                            next = due(at, new CardRaised(filing, at, card.card(), card.due()));
                        }
                    }
                    return next;
                });
    }

    /** 超时默认: past the limit of the law; of the promise, where no law sets one. */
    private @Nullable Due whenReviewOverrunsThenDeemedBySilence(Stage.Review review) {
        if (!grantable || !policy.content().deemedBySilence()) {
            return null;
        }
        Card past = review.terms().statutory() == null ? Card.RED : Card.STATUTORY_OVERDUE;
        return asKnownThen(
                review.accepted(),
                (known, since) -> {
                    for (CardDue card : ReviewClock.cardsDue(review.course(), known)) {
                        if (card.card() == past) {
                            Instant at = later(card.at(), since);
                            return due(at, bySilence(at));
                        }
                    }
                    return null;
                });
    }

    private FilingDecided bySilence(Instant at) {
        return new FilingDecided(
                filing, at, Outcome.DEEMED_BY_SILENCE, null, null, null, List.of());
    }

    /**
     * A notice that is published later moves what is running, from the moment it is known. While
     * the clock is stopped there is no due date that it could move.
     */
    private @Nullable Due whenCalendarChangesThenDueDatesReprojected(Stage.Review review) {
        for (Instant edition : calendar.editions()) {
            if (edition.isAfter(review.projected())) {
                List<ProjectEvent> moved = moved(review, edition);
                if (!moved.isEmpty()) {
                    return new Due(edition, moved);
                }
            }
        }
        return null;
    }

    private List<ProjectEvent> moved(Stage.Review review, Instant edition) {
        WorkingCalendar known = calendar.knownAt(edition);
        BasisReading before = read(review, calendar.knownAt(edition.minusNanos(1)), edition);
        BasisReading now = read(review, known, edition);
        if (now.state() instanceof ClockState.Stopped) {
            return List.of();
        }
        String notice = known.noticeOf(edition);
        var events = new ArrayList<ProjectEvent>();
        addIfMoved(events, edition, false, before.promised(), now.promised(), notice);
        addIfMoved(events, edition, true, before.statutory(), now.statutory(), notice);
        return events;
    }

    private static BasisReading read(Stage.Review review, WorkingCalendar known, Instant at) {
        return ReviewClock.read(review.course(), known, at).claimed();
    }

    private void addIfMoved(
            List<ProjectEvent> events,
            Instant at,
            boolean statutory,
            @Nullable LimitReading before,
            @Nullable LimitReading now,
            String notice) {
        if (before != null && now != null && !before.due().date().equals(now.due().date())) {
            events.add(
                    new DueDateReprojected(
                            filing, at, statutory, before.due().date(), now.due().date(), notice));
        }
    }

    /** What a rule comes to by the calendar as it was known since a moment, and not before it. */
    private interface Rule {
        @Nullable Due by(WorkingCalendar known, Instant since);
    }

    /**
     * By the calendar as it was known when it fell due: a notice moves what is still to come when
     * it is published, and nothing else.
     */
    private @Nullable Due asKnownThen(Instant from, Rule rule) {
        Instant since = from;
        for (Instant edition : calendar.editions()) {
            if (edition.isAfter(since)) {
                Due due = rule.by(calendar.knownAt(since), since);
                if (due != null && due.at().isBefore(edition)) {
                    return due;
                }
                since = edition;
            }
        }
        return rule.by(calendar, since);
    }

    private static Due due(Instant at, ProjectEvent event) {
        return new Due(at, List.of(event));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** The first of two; the one that is named first, if they fall due together. */
    private static @Nullable Due first(@Nullable Due one, @Nullable Due other) {
        if (one == null) {
            return other;
        }
        return other == null || !other.at().isBefore(one.at()) ? one : other;
    }
}
