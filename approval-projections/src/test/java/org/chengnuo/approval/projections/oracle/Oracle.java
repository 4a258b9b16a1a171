package org.chengnuo.approval.projections.oracle;

import org.chengnuo.approval.calendar.ShippedCalendars;
import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.clock.Basis;
import org.chengnuo.approval.clock.Stop;
import org.chengnuo.approval.filing.FilingEvent;
import org.chengnuo.approval.filing.FilingHistory;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.project.ProjectEvent.ProjectRegistered;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.projections.intake.RecordedEvent;
import org.chengnuo.approval.projections.reviewtimes.AsOf;
import org.chengnuo.approval.projections.reviewtimes.Clock;
import org.chengnuo.approval.projections.reviewtimes.Cohort;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.FactFilter;
import org.chengnuo.approval.projections.reviewtimes.Measure;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.Turnaround.Group;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/**
 * Answers questions by reading all events one after the other: no table, no SQL, nothing kept. It
 * takes from the program what an act means ({@link FilingHistory}) and what a working day is, and
 * does all the counting itself.
 */
public final class Oracle {

    private final List<RecordedEvent> events;

    public Oracle(List<RecordedEvent> events) {
        this.events = events;
    }

    /** A filing as known at some time, with what is known of its project and of how it came. */
    public record Known(
            FilingHistory history, ProjectRegistered project, String channel, boolean agent) {}

    /** What was known as of then; a transaction counts as a whole. */
    public List<RecordedEvent> knownEvents(AsOf asOf) {
        return switch (asOf) {
            case AsOf.Now _ -> events;
            case AsOf.At(long transaction) ->
                    events.stream().filter(e -> e.position().transaction() <= transaction).toList();
            // A transaction is known of a filing once the last of its events is recorded.
            case AsOf.By(Instant moment) ->
                    events.stream().filter(e -> !wholeRecorded(e).isAfter(moment)).toList();
        };
    }

    private Instant wholeRecorded(RecordedEvent event) {
        return events.stream()
                .filter(e -> e.position().transaction() == event.position().transaction())
                .filter(e -> sameThing(e, event))
                .map(RecordedEvent::recordedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static boolean sameThing(RecordedEvent one, RecordedEvent other) {
        return one.event() instanceof FilingEvent a && other.event() instanceof FilingEvent b
                ? a.filing().equals(b.filing())
                : one.project().equals(other.project());
    }

    public List<Known> filings(AsOf asOf) {
        var projects = new LinkedHashMap<ProjectId, ProjectRegistered>();
        var histories = new LinkedHashMap<FilingId, FilingHistory>();
        var first = new LinkedHashMap<FilingId, RecordedEvent>();
        for (RecordedEvent recorded : knownEvents(asOf)) {
            if (recorded.event() instanceof ProjectRegistered e) {
                projects.put(e.project(), e);
            } else if (recorded.event() instanceof FilingEvent e) {
                first.putIfAbsent(e.filing(), recorded);
                histories.compute(
                        e.filing(),
                        (_, before) ->
                                before == null
                                        ? FilingHistory.begun(e)
                                        : before.with(e, recorded.recordedAt()));
            }
        }
        var known = new ArrayList<Known>();
        histories.forEach(
                (id, history) -> {
                    RecordedEvent begun = first.get(id);
                    ProjectRegistered project = projects.get(id.project());
                    if (begun != null && project != null) {
                        known.add(
                                new Known(
                                        history,
                                        project,
                                        String.valueOf(begun.metadata().get("channel")),
                                        begun.metadata().containsKey("agent")));
                    }
                });
        return known;
    }

    /** The groups of a statistic, in the order of their keys. */
    public List<Group> turnaround(Question question) {
        var durations = new LinkedHashMap<List<@Nullable String>, List<Long>>();
        var open = new LinkedHashMap<List<@Nullable String>, Long>();
        Dimension time =
                question.groupBy().stream().filter(Dimension::isTime).findFirst().orElse(null);
        boolean running = time != null && question.cohort() == Cohort.ENDED;
        List<Known> chosen =
                filings(question.asOf()).stream()
                        .filter(known -> matches(known, question.filter()))
                        .toList();
        for (Known known : chosen) {
            Instant begin = begin(known.history(), question.measure());
            Instant end = end(known.history(), question.measure());
            LocalDate day = cohortDay(known.history(), question);
            if (begin != null && end != null && inPeriod(day, question)) {
                durations
                        .computeIfAbsent(keys(known, question, day), _ -> new ArrayList<>())
                        .add(duration(known.history(), question, begin, end));
            }
            if (!running && isOpen(known.history(), question, question.to(), day)) {
                open.merge(keys(known, question, day), 1L, Long::sum);
            }
        }
        if (running) {
            // A filing is open in every part of the time at whose end it is.
            for (List<@Nullable String> group : durations.keySet()) {
                long count =
                        chosen.stream()
                                .filter(known -> isOpenAtTheEndOf(known, question, group))
                                .count();
                open.put(group, count);
            }
        }
        var groups = new ArrayList<Group>();
        var all = new ArrayList<>(durations.keySet());
        open.keySet().stream().filter(key -> !durations.containsKey(key)).forEach(all::add);
        all.sort(Comparator.comparing(Object::toString));
        for (List<@Nullable String> key : all) {
            List<Long> sorted = durations.getOrDefault(key, List.of()).stream().sorted().toList();
            long stillOpen = open.getOrDefault(key, 0L);
            groups.add(
                    new Group(
                            key,
                            sorted.size(),
                            stillOpen,
                            sorted.isEmpty() ? null : mean(sorted),
                            percentile(sorted, 50),
                            percentile(sorted, 90),
                            percentile(sorted, 95),
                            percentile(sorted, 100)));
        }
        return groups;
    }

    private boolean isOpenAtTheEndOf(Known known, Question question, List<@Nullable String> group) {
        Dimension time =
                question.groupBy().stream().filter(Dimension::isTime).findFirst().orElseThrow();
        int at = question.groupBy().indexOf(time);
        List<@Nullable String> own = keys(known, question, LocalDate.EPOCH);
        for (int i = 0; i < own.size(); i++) {
            if (i != at && !String.valueOf(own.get(i)).equals(String.valueOf(group.get(i)))) {
                return false;
            }
        }
        String part = String.valueOf(group.get(at));
        FilingHistory history = known.history();
        Measure measure = question.measure();
        Instant begin = begin(history, measure);
        if (begin == null || !countsAsOpen(history, question)) {
            return false;
        }
        LocalDate begun = day(history, begin);
        LocalDate limit = question.to();
        // What ended, or could end no more, before it is said to have begun ended on its first day.
        LocalDate over =
                earliest(dayOrNull(history, end(history, measure)), givenUp(history, measure));
        boolean hasBegun =
                (limit == null || begun.isBefore(limit)) && part(time, begun).compareTo(part) <= 0;
        LocalDate ended = over == null || over.isAfter(begun) ? over : begun;
        boolean isOver =
                ended != null
                        && (limit == null || ended.isBefore(limit))
                        && part(time, ended).compareTo(part) <= 0;
        return hasBegun && !isOver;
    }

    private static boolean countsAsOpen(FilingHistory history, Question question) {
        return question.measure() != Measure.SPAN
                && !(question.measure() == Measure.REVIEW
                        && question.basis() == Basis.ATTESTED
                        && history.isImported());
    }

    private boolean isOpen(
            FilingHistory history,
            Question question,
            @Nullable LocalDate before,
            @Nullable LocalDate cohortDay) {
        Measure measure = question.measure();
        Instant begin = begin(history, measure);
        if (begin == null || !countsAsOpen(history, question)) {
            return false;
        }
        LocalDate end = dayOrNull(history, end(history, measure));
        LocalDate givenUp = givenUp(history, measure);
        if (question.cohort() != Cohort.ENDED) {
            return end == null && givenUp == null && inPeriod(cohortDay, question);
        }
        return before == null
                ? end == null && givenUp == null
                : day(history, begin).isBefore(before)
                        && (end == null || !end.isBefore(before))
                        && (givenUp == null || !givenUp.isBefore(before));
    }

    private static boolean inPeriod(@Nullable LocalDate day, Question question) {
        LocalDate from = question.from();
        LocalDate to = question.to();
        return (from == null || (day != null && !day.isBefore(from)))
                && (to == null || (day != null && day.isBefore(to)));
    }

    private static @Nullable Instant begin(FilingHistory h, Measure measure) {
        return switch (measure) {
            case SPAN -> h.firstAct();
            case REVIEW, GROSS -> h.accepted();
            case PATH, HIDDEN, FIRST_LOOK -> h.received();
            case WAITING -> h.correctionRequested();
            case SECOND_LOOK -> h.correctionAnswered();
            case DELIVERY -> h.decided();
        };
    }

    private static @Nullable Instant end(FilingHistory h, Measure measure) {
        return switch (measure) {
            case SPAN -> h.lastAct();
            case REVIEW, GROSS -> h.decided();
            case PATH, DELIVERY -> h.delivered();
            case HIDDEN, SECOND_LOOK -> h.accepted();
            case WAITING -> h.correctionAnswered();
            case FIRST_LOOK -> h.correctionRequested();
        };
    }

    private static @Nullable LocalDate givenUp(FilingHistory h, Measure measure) {
        LocalDate closed = dayOrNull(h, h.closed());
        return switch (measure) {
            case SPAN -> null;
            case REVIEW, GROSS, HIDDEN, SECOND_LOOK -> closed;
            case PATH, DELIVERY -> earliest(closed, dayOrNull(h, h.revoked()));
            case WAITING, FIRST_LOOK -> earliest(closed, dayOrNull(h, h.accepted()));
        };
    }

    private static @Nullable LocalDate earliest(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null ? b : b == null || a.isBefore(b) ? a : b;
    }

    private static LocalDate day(FilingHistory history, Instant at) {
        return ShippedCalendars.named(history.calendar()).dateAt(at);
    }

    private static @Nullable LocalDate dayOrNull(FilingHistory history, @Nullable Instant at) {
        return at == null ? null : day(history, at);
    }

    private static @Nullable LocalDate cohortDay(FilingHistory history, Question question) {
        return dayOrNull(
                history,
                switch (question.cohort()) {
                    case ENDED -> end(history, question.measure());
                    case RECEIVED -> history.received();
                    case ACCEPTED -> history.accepted();
                    case DECIDED -> history.decided();
                });
    }

    /** Milliseconds. */
    private static long duration(
            FilingHistory history, Question question, Instant begin, Instant end) {
        WorkingCalendar calendar = ShippedCalendars.named(history.calendar()).knownAt(end);
        var stops = new TreeMap<Instant, Instant>();
        if (question.measure() == Measure.REVIEW) {
            for (Stop stop : history.stops()) {
                Instant from = believedFrom(stop, history, question.basis());
                Instant to = stop.ended() == null || stop.ended().isAfter(end) ? end : stop.ended();
                if (from != null && from.isBefore(to)) {
                    stops.merge(
                            from.isBefore(begin) ? begin : from,
                            to,
                            (one, other) -> one.isAfter(other) ? one : other);
                }
            }
        }
        Duration total = Duration.ZERO;
        Instant from = begin;
        for (var stop : stops.entrySet()) {
            if (stop.getKey().isAfter(from)) {
                total = total.plus(counted(question.clock(), calendar, from, stop.getKey()));
            }
            from = stop.getValue().isAfter(from) ? stop.getValue() : from;
        }
        return total.plus(counted(question.clock(), calendar, from, end)).toMillis();
    }

    private static @Nullable Instant believedFrom(Stop stop, FilingHistory history, Basis basis) {
        if (basis == Basis.CLAIMED) {
            return stop.begun();
        }
        if (stop.notice().isBlank()
                || (stop.ended() != null && stop.recorded().isAfter(stop.ended()))) {
            return null;
        }
        Duration late = history.terms() == null ? Duration.ZERO : history.terms().lateEntryAfter();
        return stop.recorded().isAfter(stop.begun().plus(late)) ? stop.recorded() : stop.begun();
    }

    private static Duration counted(
            Clock clock, WorkingCalendar calendar, Instant from, Instant to) {
        return clock == Clock.CALENDAR
                ? Duration.between(from, to)
                : calendar.workingTime(from, to);
    }

    public static boolean matches(Known known, FactFilter filter) {
        return filter.values().entrySet().stream()
                .allMatch(entry -> entry.getValue().equals(value(known, entry.getKey())));
    }

    private static List<@Nullable String> keys(
            Known known, Question question, @Nullable LocalDate day) {
        var keys = new ArrayList<@Nullable String>();
        for (Dimension dimension : question.groupBy()) {
            keys.add(
                    dimension.isTime()
                            ? day == null ? null : part(dimension, day)
                            : value(known, dimension));
        }
        return keys;
    }

    static String part(Dimension time, LocalDate day) {
        return switch (time) {
            case DAY -> day.toString();
            case WEEK ->
                    "%d-W%02d"
                            .formatted(
                                    day.get(IsoFields.WEEK_BASED_YEAR),
                                    day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> day.toString().substring(0, 7);
            case QUARTER -> "%d-Q%d".formatted(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
            case YEAR -> Integer.toString(day.getYear());
            default -> throw new IllegalArgumentException(time + " is no part of the time");
        };
    }

    private static @Nullable String value(Known known, Dimension dimension) {
        FilingHistory history = known.history();
        ProjectRegistered project = known.project();
        return switch (dimension) {
            case ZONE -> project.zone().value();
            case REGION -> project.region().value();
            case CENTER -> history.center().value();
            case ITEM -> history.item().toString();
            case ITEM_CLASS -> history.itemClass().name();
            case KIND -> history.terms() == null ? null : history.terms().kind().name();
            case INDUSTRY -> project.industry().value();
            case PROJECT_TYPE -> project.type().name();
            case ENTERPRISE -> project.enterprise().value();
            case CHANNEL -> known.channel();
            case EDITION -> history.terms() == null ? project.edition() : history.terms().edition();
            case AGENT -> Boolean.toString(known.agent());
            case STATE -> history.state().name();
            case CASE -> history.caseId();
            case DEPARTMENT, IMPORT, DAY, WEEK, MONTH, QUARTER, YEAR ->
                    throw new IllegalArgumentException(dimension + " is not asked of the oracle");
        };
    }

    private static BigDecimal mean(List<Long> millis) {
        BigDecimal sum = BigDecimal.ZERO;
        for (long value : millis) {
            sum = sum.add(BigDecimal.valueOf(value));
        }
        return sum.divide(BigDecimal.valueOf(millis.size() * 1000L), 3, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal percentile(List<Long> sorted, int percent) {
        if (sorted.isEmpty()) {
            return null;
        }
        int rank = Math.ceilDiv(sorted.size() * percent, 100);
        return BigDecimal.valueOf(sorted.get(Math.max(rank, 1) - 1), 3);
    }
}
