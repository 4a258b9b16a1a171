package org.chengnuo.approval.api.commitment;

import org.chengnuo.approval.Circumstances;
import org.chengnuo.approval.api.journal.HistoryLine;
import org.chengnuo.approval.api.journal.Journal;
import org.chengnuo.approval.api.journal.Journal.Entry;
import org.chengnuo.approval.clock.ReviewClock;
import org.chengnuo.approval.commitment.CommitmentEvent;
import org.chengnuo.approval.commitment.CommitmentEvent.CommitmentDeclined;
import org.chengnuo.approval.commitment.CommitmentEvent.CommitmentWithdrawn;
import org.chengnuo.approval.commitment.CommitmentEvent.LetterSubmitted;
import org.chengnuo.approval.commitment.CommitmentEvent.NoticeServed;
import org.chengnuo.approval.commitment.CommitmentEvent.ObjectionDecided;
import org.chengnuo.approval.commitment.CommitmentEvent.ObjectionRaised;
import org.chengnuo.approval.commitment.CommitmentId;
import org.chengnuo.approval.commitment.Milestone;
import org.chengnuo.approval.commitment.ObligationId;
import org.chengnuo.approval.commitment.Promise;
import org.chengnuo.approval.commitment.Promise.PromisedIndicator;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.policy.PolicyItem;
import org.chengnuo.approval.policy.Standard;
import org.chengnuo.approval.policy.Standard.Indicator;
import org.chengnuo.approval.projections.problem.NotFound;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A commitment, read from its story.
 *
 * @param since when it came to its state
 * @param standard that was served, word for word, with its version; its hash is in the notice
 * @param letter null before it was submitted
 * @param preCheckDue the last day for the pre-check, as the edition has it; null but for a letter
 *     that awaits it
 * @param publicUntil the last day of the publicity; null before the pre-check
 * @param closed why it was declined or withdrawn; null where it was not
 * @param version of the project, for {@code If-Match}
 */
public record CommitmentView(
        CommitmentId id,
        CommitmentState state,
        String stateEn,
        String stateZh,
        Instant since,
        NoticeServed notice,
        Standard standard,
        List<Item> items,
        @Nullable LetterSubmitted letter,
        @Nullable LocalDate preCheckDue,
        @Nullable LocalDate publicUntil,
        List<Obligation> obligations,
        List<Objection> objections,
        @Nullable String closed,
        List<HistoryLine> history,
        long version) {

    /** An item that is committed to. */
    public record Item(String code, String nameEn, String nameZh) {}

    /**
     * An obligation of the letter.
     *
     * @param promised as in {@code ≥ 300 万元/亩}, or the day
     * @param line what has become of it
     */
    public record Obligation(
            ObligationLine line,
            String nameEn,
            String nameZh,
            String stateEn,
            String stateZh,
            String promised) {}

    /**
     * An objection 异议.
     *
     * @param upheld null until it is decided
     */
    public record Objection(
            int objection,
            @Nullable String objector,
            String grounds,
            Instant raised,
            @Nullable Instant decided,
            @Nullable Boolean upheld,
            @Nullable String reasons) {}

    /**
     * @param story of the project
     * @throws NotFound if it has no such commitment
     */
    public static CommitmentView of(
            CommitmentId id, List<Entry> story, Circumstances circumstances) {
        List<Entry> entries = Journal.of(id, story);
        if (entries.isEmpty() || !(entries.getFirst().event() instanceof NoticeServed notice)) {
            throw new NotFound("commitment " + id);
        }
        CommitmentLine line = null;
        LetterSubmitted letter = null;
        String closed = null;
        var objections = new ArrayList<Objection>();
        for (Entry entry : entries) {
            var event = (CommitmentEvent) entry.event();
            line = CommitmentLine.after(line, event);
            if (event instanceof LetterSubmitted e) {
                letter = e;
            } else if (event instanceof CommitmentDeclined e) {
                closed = e.reasons();
            } else if (event instanceof CommitmentWithdrawn e) {
                closed = e.reason();
            } else if (event instanceof ObjectionRaised e) {
                objections.add(
                        new Objection(
                                e.objection(),
                                e.objector(),
                                e.grounds(),
                                e.occurredAt(),
                                null,
                                null,
                                null));
            } else if (event instanceof ObjectionDecided e) {
                objections.replaceAll(o -> o.objection() == e.objection() ? decided(o, e) : o);
            }
        }
        PolicyEdition edition = circumstances.policy(notice.edition());
        Standard standard = edition.content().standard(notice.standard()).orElseThrow();
        Promise promise = letter == null ? null : letter.promise();
        CommitmentLine last = java.util.Objects.requireNonNull(line);
        return new CommitmentView(
                id,
                last.state(),
                last.stateEn(),
                last.stateZh(),
                last.since(),
                notice,
                standard,
                last.items().stream()
                        .map(
                                code -> {
                                    PolicyItem item = edition.item(code).orElse(null);
                                    return new Item(
                                            code.toString(),
                                            item == null ? code.toString() : item.english(),
                                            item == null ? code.toString() : item.chinese());
                                })
                        .toList(),
                letter,
                letter == null || last.state() != CommitmentState.SUBMITTED
                        ? null
                        : ReviewClock.due(
                                        edition.content().publicity().preCheck(),
                                        letter.occurredAt(),
                                        circumstances.calendar(edition.calendar()))
                                .date(),
                last.publicUntil(),
                promise == null
                        ? List.of()
                        : last.obligations().stream()
                                .map(o -> obligation(o, promise, standard))
                                .toList(),
                objections,
                closed,
                entries.stream().map(HistoryLine::of).toList(),
                story.getLast().version());
    }

    private static Objection decided(Objection raised, ObjectionDecided decision) {
        return new Objection(
                raised.objection(),
                raised.objector(),
                raised.grounds(),
                raised.raised(),
                decision.occurredAt(),
                decision.upheld(),
                decision.reasons());
    }

    private static Obligation obligation(ObligationLine line, Promise promise, Standard standard) {
        for (Milestone milestone : Milestone.values()) {
            if (ObligationId.of(milestone).equals(line.obligation())) {
                return new Obligation(
                        line,
                        milestone.english(),
                        milestone.chinese(),
                        line.state().english(),
                        line.state().chinese(),
                        String.valueOf(line.by()));
            }
        }
        for (PromisedIndicator promised : promise.indicators()) {
            if (ObligationId.ofIndicator(promised.code()).equals(line.obligation())) {
                Indicator indicator = standard.indicator(promised.code()).orElse(null);
                return new Obligation(
                        line,
                        indicator == null ? promised.code() : indicator.english(),
                        indicator == null ? promised.code() : indicator.chinese(),
                        line.state().english(),
                        line.state().chinese(),
                        "%s %s %s"
                                .formatted(
                                        promised.direction() == Standard.Direction.AT_LEAST
                                                ? "≥"
                                                : "≤",
                                        promised.value().stripTrailingZeros().toPlainString(),
                                        promised.unit()));
            }
        }
        throw new IllegalStateException("the letter promises no " + line.obligation());
    }
}
