package org.chengnuo.approval.projections.oracle;

import org.chengnuo.approval.calendar.ShippedCalendars;
import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.clock.Amount;
import org.chengnuo.approval.clock.Basis;
import org.chengnuo.approval.clock.BasisReading;
import org.chengnuo.approval.clock.Extension;
import org.chengnuo.approval.clock.LimitReading;
import org.chengnuo.approval.clock.Reading;
import org.chengnuo.approval.clock.ReviewClock;
import org.chengnuo.approval.clock.ReviewCourse;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.filing.FilingHistory;
import org.chengnuo.approval.policy.Policies;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.project.ProjectEvent.ProjectRegistered;
import org.chengnuo.approval.project.ProjectHistory;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.projections.intake.RecordedEvent;
import org.chengnuo.approval.projections.reviewtimes.AsOf;
import org.chengnuo.approval.projections.reviewtimes.Cohort;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The indicators from the events alone. What is overdue at a moment it reads on the clock at that
 * moment, where the facts keep since when.
 */
public final class IndicatorOracle {

    private static final WorkingCalendar CALENDAR = ShippedCalendars.named("cn");

    private final Oracle oracle;
    private final List<RecordedEvent> events;

    public IndicatorOracle(List<RecordedEvent> events) {
        this.oracle = new Oracle(events);
        this.events = events;
    }

    /** A figure: how many are behind it, and its two sums. */
    public record Sums(long n, long numerator, long denominator) {

        Sums plus(Sums other) {
            return new Sums(
                    n + other.n, numerator + other.numerator, denominator + other.denominator);
        }
    }

    /** The figures by their keys and their unit, written one after the other. */
    public Map<String, Sums> answer(String code, Question question) {
        var found = new TreeMap<String, Sums>();
        Tally tally =
                (keys, unit, num, den) ->
                        found.merge(keys + " " + unit, new Sums(1, num, den), Sums::plus);
        if (code.startsWith("on-time") && !code.equals("on-time-by-stops")) {
            onTime(code, question, tally);
        } else if (code.equals("back-entry")) {
            backEntry(question, tally);
        } else if (OF_PROJECTS.contains(code.replaceFirst("-(calendar|working)$", ""))) {
            projects(code, question, tally);
        } else {
            decided(code, question, tally);
        }
        return found;
    }

    private static final List<String> OF_PROJECTS =
            List.of(
                    "commitment-share",
                    "service-completion",
                    "kept-promises",
                    "kept-milestones",
                    "kept-indicators",
                    "registration-to-start",
                    "land-to-start",
                    "start-to-completion");

    private interface Tally {
        void add(List<@Nullable String> keys, @Nullable String unit, long num, long den);
    }

    private Instant known(AsOf asOf) {
        Instant last =
                events.stream()
                        .filter(
                                e ->
                                        !(asOf instanceof AsOf.At(long transaction))
                                                || e.position().transaction() <= transaction)
                        .map(RecordedEvent::recordedAt)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        return asOf instanceof AsOf.By(Instant moment) && moment.isBefore(last) ? moment : last;
    }

    private List<Oracle.Known> filings(Question question) {
        return oracle.filings(question.asOf()).stream()
                .filter(known -> Oracle.matches(known, question.filter()))
                .toList();
    }

    private static @Nullable LocalDate cohortDay(FilingHistory history, Cohort cohort) {
        Instant at =
                switch (cohort) {
                    case ENDED, DECIDED -> history.decided();
                    case RECEIVED -> history.received();
                    case ACCEPTED -> history.accepted();
                };
        return at == null ? null : CALENDAR.dateAt(at);
    }

    private static boolean counts(@Nullable LocalDate day, Question question) {
        return day != null && Oracle.inPeriod(day, question);
    }

    // On time.

    private void onTime(String code, Question question, Tally tally) {
        boolean byCohort =
                question.cohort() == Cohort.RECEIVED || question.cohort() == Cohort.ACCEPTED;
        Instant known = known(question.asOf());
        for (Oracle.Known filing : filings(question)) {
            FilingHistory history = filing.history();
            ReviewCourse course = history.course().orElse(null);
            if (course == null) {
                continue;
            }
            LocalDate day = cohortDay(history, question.cohort());
            Instant decided = history.decided();
            if (decided != null) {
                LimitReading reading = reading(code, course, CALENDAR.knownAt(decided), decided);
                if (reading != null && counts(day, question)) {
                    tally.add(
                            Oracle.keys(filing, question, day), null, reading.overdue() ? 0 : 1, 1);
                }
            }
            if (byCohort) {
                if (counts(day, question) && isOpenAndOverdue(code, filing, known, LocalDate.MAX)) {
                    tally.add(Oracle.keys(filing, question, day), null, 0, 1);
                }
            } else {
                for (LocalDate end : ends(question, history, known)) {
                    Instant midnight = end.equals(LocalDate.MAX) ? known : midnight(end);
                    if (isOpenAndOverdue(
                            code, filing, midnight.isBefore(known) ? midnight : known, end)) {
                        LocalDate last = end.equals(LocalDate.MAX) ? end : end.minusDays(1);
                        tally.add(Oracle.keys(filing, question, last), null, 0, 1);
                    }
                }
            }
        }
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(CALENDAR.zone()).toInstant();
    }

    /** The first day after the period, or after each part of the time in it. */
    private static List<LocalDate> ends(Question question, FilingHistory history, Instant known) {
        LocalDate to = question.to();
        Dimension time =
                question.groupBy().stream().filter(Dimension::isTime).findFirst().orElse(null);
        if (time == null) {
            return List.of(to == null ? LocalDate.MAX : to);
        }
        LocalDate knownOn = CALENDAR.dateAt(known);
        LocalDate last = to == null || to.isAfter(knownOn) ? knownOn : to.minusDays(1);
        LocalDate first =
                question.from() != null ? question.from() : CALENDAR.dateAt(history.firstAct());
        var ends = new TreeMap<String, LocalDate>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            ends.put(Oracle.part(time, day), day.plusDays(1));
        }
        return List.copyOf(new TreeSet<>(ends.values()));
    }

    private boolean isOpenAndOverdue(
            String code, Oracle.Known filing, Instant end, LocalDate firstAfter) {
        FilingHistory history = filing.history();
        ReviewCourse course = history.course().orElseThrow();
        if (isBefore(history.decided(), firstAfter)
                || isBefore(history.closed(), firstAfter)
                || end.isBefore(course.accepted())) {
            return false;
        }
        WorkingCalendar calendar =
                CALENDAR.knownAt(history.decided() == null ? end : history.decided());
        LimitReading now = reading(code, course, calendar, end);
        if (now == null) {
            return false;
        }
        // An extension that comes too late does not undo it.
        Extension extension = course.extension();
        Instant before = extension == null ? null : extension.granted().minusMillis(1);
        LimitReading then =
                before == null || before.isAfter(end) || before.isBefore(course.accepted())
                        ? null
                        : reading(code, course, calendar, before);
        return now.overdue() || (then != null && then.overdue());
    }

    private static boolean isBefore(@Nullable Instant at, LocalDate day) {
        return at != null && CALENDAR.dateAt(at).isBefore(day);
    }

    /** Null by a limit that there is not, or a basis on which it cannot be read. */
    private static @Nullable LimitReading reading(
            String code, ReviewCourse course, WorkingCalendar calendar, Instant at) {
        ReviewCourse asked = code.contains("gross") ? course.withStops(List.of()) : course;
        if (code.contains("original")) {
            asked = asked.withoutExtension();
        }
        Reading reading = ReviewClock.read(asked, calendar, at);
        BasisReading basis = code.contains("attested") ? reading.attested() : reading.claimed();
        return basis == null
                ? null
                : code.contains("statutory") ? basis.statutory() : basis.promised();
    }

    // What counts decided filings alone.

    private void decided(String code, Question question, Tally tally) {
        for (Oracle.Known filing : filings(question)) {
            FilingHistory history = filing.history();
            LocalDate day = cohortDay(history, question.cohort());
            Instant decided = history.decided();
            if (decided == null || !counts(day, question)) {
                continue;
            }
            List<@Nullable String> keys = Oracle.keys(filing, question, day);
            ReviewCourse course = history.course().orElseThrow();
            Instant accepted = course.accepted();
            WorkingCalendar calendar = CALENDAR.knownAt(decided);
            switch (code) {
                case "same-day" ->
                        tally.add(
                                keys,
                                null,
                                CALENDAR.dateAt(accepted).equals(CALENDAR.dateAt(decided)) ? 1 : 0,
                                1);
                case "one-visit" ->
                        tally.add(keys, null, history.correctionRequested() == null ? 1 : 0, 1);
                case "on-time-by-stops" -> {
                    if (!inTime("on-time", course, calendar, decided)) {
                        continue;
                    }
                    boolean gross = inTime("on-time-gross", course, calendar, decided);
                    tally.add(keys, null, gross ? 0 : 1, 1);
                }
                default -> {
                    if (code.startsWith("speed-up")) {
                        speedUp(code, course, calendar, decided, keys, tally);
                    } else {
                        stopShare(code, course, calendar, decided, keys, tally);
                    }
                }
            }
        }
    }

    private static boolean inTime(
            String code, ReviewCourse course, WorkingCalendar calendar, Instant decided) {
        LimitReading reading = reading(code, course, calendar, decided);
        return reading != null && !reading.overdue();
    }

    private static void speedUp(
            String code,
            ReviewCourse course,
            WorkingCalendar calendar,
            Instant decided,
            List<@Nullable String> keys,
            Tally tally) {
        TimeLimit limit = code.contains("statutory") ? course.statutory() : course.promised();
        LimitReading reading = reading(code.replace("-statutory", ""), course, calendar, decided);
        if (limit == null || reading == null || limit.unit() != course.promised().unit()) {
            return;
        }
        tally.add(
                keys,
                limit.unit().name(),
                units(reading.used()),
                limit.amount() * (limit.unit().countsDays() ? 1L : 3_600_000L));
    }

    private static long units(Amount amount) {
        return switch (amount) {
            case Amount.Days days -> days.number();
            case Amount.Time time -> time.time().toMillis();
        };
    }

    private static void stopShare(
            String code,
            ReviewCourse course,
            WorkingCalendar calendar,
            Instant decided,
            List<@Nullable String> keys,
            Tally tally) {
        boolean working = code.endsWith("working");
        Basis basis = code.contains("attested") ? Basis.ATTESTED : Basis.CLAIMED;
        long gross =
                (working
                                ? calendar.workingTime(course.accepted(), decided)
                                : Duration.between(course.accepted(), decided))
                        .toMillis();
        var elapsed = ReviewClock.elapsed(course, calendar, basis).orElseThrow();
        long net = (working ? elapsed.workingTime() : elapsed.calendarTime()).toMillis();
        tally.add(keys, null, gross - net, gross);
    }

    // Acts.

    private void backEntry(Question question, Tally tally) {
        var projects = new HashMap<ProjectId, ProjectRegistered>();
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof ProjectRegistered e) {
                projects.put(e.project(), e);
            }
            boolean known =
                    switch (question.asOf()) {
                        case AsOf.Now _ -> true;
                        case AsOf.At(long transaction) ->
                                recorded.position().transaction() <= transaction;
                        case AsOf.By(Instant moment) -> !recorded.recordedAt().isAfter(moment);
                    };
            ProjectRegistered project = projects.get(recorded.project());
            LocalDate day = CALENDAR.dateAt(recorded.recordedAt());
            String zone = question.filter().value(Dimension.ZONE);
            if (!known
                    || project == null
                    || "automation".equals(recorded.metadata().get("channel"))
                    || !counts(day, question)
                    || (zone != null && !zone.equals(project.zone().value()))) {
                continue;
            }
            PolicyEdition edition = Policies.SHIPPED.edition(project.edition()).orElseThrow();
            boolean late =
                    recorded.recordedAt()
                            .isAfter(recorded.event().occurredAt().plus(edition.lateEntryAfter()));
            tally.add(keys(project, question, day), null, late ? 1 : 0, 1);
        }
    }

    private static List<@Nullable String> keys(
            ProjectRegistered project, Question question, LocalDate day) {
        var keys = new ArrayList<@Nullable String>();
        for (Dimension dimension : question.groupBy()) {
            keys.add(
                    switch (dimension) {
                        case ZONE -> project.zone().value();
                        case ENTERPRISE -> project.enterprise().value();
                        case INDUSTRY -> project.industry().value();
                        default -> Oracle.part(dimension, day);
                    });
        }
        return keys;
    }

    // Projects.

    private void projects(String code, Question question, Tally tally) {
        var registered = new LinkedHashMap<ProjectId, ProjectRegistered>();
        var histories = new HashMap<ProjectId, ProjectHistory>();
        for (RecordedEvent recorded : oracle.knownEvents(question.asOf())) {
            if (recorded.event() instanceof ProjectRegistered e) {
                registered.put(e.project(), e);
            }
            histories.put(
                    recorded.project(),
                    histories
                            .getOrDefault(recorded.project(), ProjectHistory.NONE)
                            .with(recorded.event()));
        }
        LocalDate today = CALENDAR.dateAt(known(question.asOf()));
        String zone = question.filter().value(Dimension.ZONE);
        for (ProjectRegistered project : registered.values()) {
            ProjectHistory history = histories.get(project.project());
            if (history == null || (zone != null && !zone.equals(project.zone().value()))) {
                continue;
            }
            Tally ofProject = (keys, unit, num, den) -> tally.add(keys, unit, num, den);
            OnDay add =
                    (day, num) -> {
                        if (counts(day, question)) {
                            ofProject.add(keys(project, question, day), null, num, 1);
                        }
                    };
            project(code, project.occurredAt(), history, today, add);
        }
    }

    private interface OnDay {
        void add(LocalDate day, long num);
    }

    private static void project(
            String code, Instant registered, ProjectHistory history, LocalDate today, OnDay add) {
        Instant started = history.started();
        Instant completed = history.completed();
        switch (code) {
            case "commitment-share" -> {
                if (started != null && Boolean.TRUE.equals(history.eligible())) {
                    boolean committed =
                            history.letters().stream()
                                    .anyMatch(
                                            l ->
                                                    !l.inForce().isAfter(started)
                                                            && (l.withdrawn() == null
                                                                    || l.withdrawn()
                                                                            .isAfter(started)));
                    add.add(CALENDAR.dateAt(started), committed ? 1 : 0);
                }
            }
            case "service-completion" ->
                    history.parcels().stream()
                            .filter(land -> land.supplied() != null)
                            .forEach(
                                    land ->
                                            add.add(
                                                    CALENDAR.dateAt(land.supplied()),
                                                    land.outstanding() == 0 ? 1 : 0));
            case "kept-promises", "kept-milestones", "kept-indicators" -> {
                for (ProjectHistory.Promised owed : history.owed()) {
                    boolean milestone = owed.by() != null;
                    Instant judged =
                            owed.met() == null
                                    ? owed.missed()
                                    : owed.missed() == null || owed.met().isBefore(owed.missed())
                                            ? owed.met()
                                            : owed.missed();
                    LocalDate day =
                            owed.by() != null
                                    ? owed.by()
                                    : judged == null ? null : CALENDAR.dateAt(judged);
                    if (day == null
                            || (milestone && !day.isBefore(today))
                            || (code.equals("kept-milestones") && !milestone)
                            || (code.equals("kept-indicators") && milestone)) {
                        continue;
                    }
                    boolean kept =
                            owed.met() != null
                                    && !owed.late()
                                    && (milestone || owed.missed() == null);
                    add.add(day, kept ? 1 : 0);
                }
            }
            case "registration-to-start-calendar", "registration-to-start-working" ->
                    way(code, registered, started, add);
            case "land-to-start-calendar", "land-to-start-working" ->
                    way(code, history.land(), started, add);
            default -> way(code, started, completed, add);
        }
    }

    private static void way(String code, @Nullable Instant from, @Nullable Instant to, OnDay add) {
        if (from == null || to == null || to.isBefore(from)) {
            return;
        }
        add.add(
                CALENDAR.dateAt(to),
                (code.endsWith("working")
                                ? CALENDAR.knownAt(to).workingTime(from, to)
                                : Duration.between(from, to))
                        .toMillis());
    }
}
