package org.chengnuo.approval.clock;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A course by one basis, up to the moment of a reading: what there is to count.
 *
 * @param stops the stops that this basis believes, cut to the course, in the order of their
 *     beginnings
 * @param disbelieved what else the records claim to be stopped
 */
record Counted(Instant accepted, Instant at, List<Span> stops, List<Span> disbelieved) {

    /**
     * A part of a stop.
     *
     * @param openAtTheEnd it goes on at the moment of the reading
     */
    record Span(Stop stop, Instant from, Instant to, boolean openAtTheEnd) {}

    static Counted of(ReviewCourse course, Basis basis, Instant at) {
        // Most filings have none, and statistics read millions of filings.
        if (course.stops().isEmpty()) {
            return new Counted(course.accepted(), at, List.of(), List.of());
        }
        var stops = new ArrayList<Span>();
        var disbelieved = new ArrayList<Span>();
        for (Stop stop : course.stops()) {
            Instant believedFrom =
                    switch (basis) {
                        case CLAIMED -> stop.begun();
                        case ATTESTED ->
                                Attestation.attestedFrom(stop, course.lateEntryAfter())
                                        .orElse(Instant.MAX);
                    };
            addPart(stops, course, stop, believedFrom, stop.ended(), at);
            if (believedFrom.isAfter(stop.begun())) {
                Instant until =
                        stop.ended() == null || believedFrom.isBefore(stop.ended())
                                ? believedFrom
                                : stop.ended();
                addPart(disbelieved, course, stop, stop.begun(), until, at);
            }
        }
        stops.sort(Comparator.comparing(Span::from));
        disbelieved.sort(Comparator.comparing(Span::from));
        return new Counted(course.accepted(), at, stops, disbelieved);
    }

    private static void addPart(
            List<Span> spans,
            ReviewCourse course,
            Stop stop,
            Instant from,
            @Nullable Instant to,
            Instant at) {
        boolean open = to == null || to.isAfter(at);
        Instant begin = from.isBefore(course.accepted()) ? course.accepted() : from;
        Instant end = to == null || open ? at : to;
        // Not even an empty part: one that begins and ends at the same moment stops nothing.
        if (begin.isBefore(end) || (open && begin.equals(at))) {
            spans.add(new Span(stop, begin, end, open));
        }
    }

    /** The stop that is open at the moment of the reading and began first; null if none is. */
    @Nullable Span openStop() {
        for (Span span : stops) {
            if (span.openAtTheEnd()) {
                return span;
            }
        }
        return null;
    }
}
