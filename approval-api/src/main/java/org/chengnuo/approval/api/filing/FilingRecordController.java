package org.chengnuo.approval.api.filing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.chengnuo.approval.api.journal.HistoryLine;
import org.chengnuo.approval.api.journal.Journal;
import org.chengnuo.approval.clock.ReviewCourse;
import org.chengnuo.approval.clock.Stop;
import org.chengnuo.approval.filing.FilingHistory;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.projections.editions.Editions;
import org.chengnuo.approval.projections.problem.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** What is on record of a filing, read from the journal: never behind, never from a copy. */
@RestController
@RequestMapping("/api/v1/filings/{id}")
@Tag(name = "Filings 办件")
class FilingRecordController {

    /** A clock has a line for each day, so it is not asked about ages to come. */
    private static final Duration FARTHEST_AHEAD = Duration.ofDays(3660);

    private final Journal journal;
    private final Editions editions;
    private final Clock clock;

    FilingRecordController(Journal journal, Editions editions, Clock clock) {
        this.journal = journal;
        this.editions = editions;
        this.clock = clock;
    }

    @Operation(summary = "A filing, as the journal has it now")
    @GetMapping
    ResponseEntity<FilingView> filing(@PathVariable FilingId id) {
        List<Journal.Entry> story = journal.story(id.project());
        FilingHistory history = Journal.history(id, story).orElseThrow(() -> unknown(id));
        long version = story.getLast().version();
        return ResponseEntity.ok()
                .eTag("\"" + version + "\"")
                .body(FilingView.of(history, version, editions.policies()));
    }

    @Operation(summary = "Every event of a filing: when it happened, when it was recorded, by whom")
    @GetMapping("/history")
    List<HistoryLine> history(@PathVariable FilingId id) {
        List<HistoryLine> lines =
                Journal.of(id, journal.story(id.project())).stream().map(HistoryLine::of).toList();
        if (lines.isEmpty()) {
            throw unknown(id);
        }
        return lines;
    }

    @Operation(
            summary = "The review clock, now or as of a moment, with the explanation of its days",
            description =
                    "As of a moment: by what had been recorded by then (of imported history, by"
                            + " what had happened by then), on the calendar as it was known then.")
    @GetMapping("/clock")
    ClockView clock(
            @PathVariable FilingId id, @RequestParam(required = false) @Nullable Instant asOf) {
        Instant moment = asOf == null ? clock.instant() : asOf;
        if (moment.isAfter(clock.instant().plus(FARTHEST_AHEAD))) {
            throw new IllegalArgumentException(
                    "asOf: at most %d days ahead, not %s"
                            .formatted(FARTHEST_AHEAD.toDays(), moment));
        }
        List<Journal.Entry> story = Journal.of(id, journal.story(id.project()));
        FilingHistory history =
                Journal.history(id, story.stream().filter(onRecordBy(moment)).toList())
                        .orElseThrow(() -> unknown(id));
        ReviewCourse course =
                history.course()
                        .filter(accepted -> !accepted.accepted().isAfter(moment))
                        .orElseThrow(
                                () ->
                                        new NotFound(
                                                "a clock of filing %s at %s: it runs from the acceptance"
                                                        .formatted(id, moment)));
        // A closed filing keeps the calendar that it was closed under.
        Instant ended = course.ended();
        Instant known = ended != null && ended.isBefore(moment) ? ended : moment;
        return ClockView.of(
                id, course, editions.calendar(history.calendar()).knownAt(known), moment);
    }

    /** Imported history is taken as if it had been recorded here when it happened. */
    private static Predicate<Journal.Entry> onRecordBy(Instant moment) {
        return entry ->
                !(entry.metadata().containsKey("import")
                                ? entry.event().occurredAt()
                                : entry.recordedAt())
                        .isAfter(moment);
    }

    @Operation(summary = "A special procedure of a filing, by its number")
    @GetMapping("/special-procedures/{procedure}")
    Stop specialProcedure(@PathVariable FilingId id, @PathVariable int procedure) {
        List<Stop> stops =
                Journal.history(id, journal.story(id.project()))
                        .orElseThrow(() -> unknown(id))
                        .stops();
        if (procedure < 1 || procedure > stops.size()) {
            throw new NotFound("special procedure %d of filing %s".formatted(procedure, id));
        }
        return stops.get(procedure - 1);
    }

    private static NotFound unknown(FilingId id) {
        return new NotFound("filing " + id);
    }
}
