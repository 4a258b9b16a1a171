package org.chengnuo.approval.projections.editions;

import org.chengnuo.approval.JournalEvent;
import org.chengnuo.approval.assessment.AssessmentEvent;
import org.chengnuo.approval.calendar.ShippedCalendars;
import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.calendar.editions.CalendarEditions;
import org.chengnuo.approval.calendar.editions.CalendarEvent;
import org.chengnuo.approval.journal.EventCatalogue;
import org.chengnuo.approval.journal.EventCatalogue.StoredName;
import org.chengnuo.approval.policy.Policies;
import org.chengnuo.approval.policy.PolicyEvent;
import org.chengnuo.approval.project.ProjectEvent;
import org.chengnuo.approval.projections.intake.DomainJson;
import org.chengnuo.approval.projections.intake.StoreFailure;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

import javax.sql.DataSource;

/**
 * The policy editions and the calendars as known now: what has been published, on top of what comes
 * with the program.
 *
 * <p>Every decision asks for them, so that they are kept, and the journal is asked at most every
 * 200 ms whether they changed. A node may thus be behind another by that long. This makes no
 * difference, for a notice and an edition work from a moment at least a minute after their
 * recording.
 */
public final class Editions {

    private static final long ASKED_EVERY = Duration.ofMillis(200).toNanos();

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final String NUMBER =
            "select count(*) from journal.event where aggregate_type in ('policy', 'calendar')";

    private static final String EVENTS =
            """
            select stream, sequence, name, revision, payload from journal.event
            where aggregate_type in ('policy', 'calendar') order by stream, sequence
            """;

    /**
     * @param events how many the journal has: it is append-only, so that a change is a larger
     *     number, however slow a transaction was
     * @param versions of the streams: how many events each has, less one
     */
    private record Known(
            long events,
            Policies policies,
            Map<String, CalendarEditions> calendars,
            Map<String, Long> versions) {}

    private final DataSource journal;
    private final JsonMapper json = DomainJson.journal();
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Known known;
    private volatile long askedAt;
    private final AtomicLong changes = new AtomicLong();
    private volatile long changesKnown;

    /**
     * @param journal gives the connection of the transaction that is under way, if there is one
     */
    public Editions(DataSource journal) {
        this.journal = journal;
    }

    public Policies policies() {
        return known().policies();
    }

    /** The names of the calendars, those that come with the program first. */
    public List<String> calendars() {
        return List.copyOf(known().calendars().keySet());
    }

    /**
     * The calendar of that name with all its notices, those that work later included: who counts
     * takes it as {@linkplain WorkingCalendar#knownAt known at} a moment.
     *
     * @throws IllegalArgumentException if there is none; it tells those that there are
     */
    public WorkingCalendar calendar(String name) {
        return calendarEditions(name)
                .calendar()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "there is no calendar «%s», only %s"
                                                .formatted(name, String.join(", ", calendars()))));
    }

    /** The notices of the calendar of that name; it is not founded if there is none. */
    public CalendarEditions calendarEditions(String name) {
        CalendarEditions editions = known().calendars().get(name);
        return editions == null ? CalendarEditions.before(name) : editions;
    }

    /** The version of a stream of theirs; null before its first event. */
    public @Nullable Long version(String stream) {
        return known().versions().get(stream);
    }

    /** Something has been published here: who asks next is told of it. */
    public void haveChanged() {
        changes.incrementAndGet();
    }

    private Known known() {
        // First this, then what is known: it is set before the changes that it knows.
        boolean changed = changes.get() != changesKnown;
        Known now = known;
        if (now != null && !changed && System.nanoTime() - askedAt < ASKED_EVERY) {
            return now;
        }
        if (now == null) {
            reading.lock();
        } else if (!(changed ? isOursWithin(LONGEST_WAIT) : reading.tryLock())) {
            // Somebody is asking already; nobody waits long for the answer, for they may hold
            // connections that it needs.
            return now;
        }
        try {
            long before = changes.get();
            Known read = read(known);
            known = read;
            changesKnown = before;
            askedAt = System.nanoTime();
            return read;
        } catch (SQLException e) {
            throw new StoreFailure("reading the policy editions and the calendars", e);
        } finally {
            reading.unlock();
        }
    }

    /** Who has just published something is not to be told of what was before. */
    private boolean isOursWithin(Duration time) {
        try {
            return reading.tryLock(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Known read(@Nullable Known before) throws SQLException {
        try (Connection connection = journal.getConnection()) {
            if (before != null && number(connection) == before.events()) {
                return before;
            }
            Policies policies = Policies.SHIPPED;
            var calendars = new LinkedHashMap<String, CalendarEditions>();
            for (String name : ShippedCalendars.names()) {
                calendars.put(name, CalendarEditions.before(name));
            }
            var versions = new HashMap<String, Long>();
            long events = 0;
            try (PreparedStatement query = connection.prepareStatement(EVENTS);
                    ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    events++;
                    versions.put(rows.getString(1), rows.getLong(2));
                    switch (event(rows)) {
                        case PolicyEvent event -> policies = policies.evolve(event);
                        case CalendarEvent event ->
                                calendars.put(
                                        event.calendar(),
                                        calendars
                                                .getOrDefault(
                                                        event.calendar(),
                                                        CalendarEditions.before(event.calendar()))
                                                .evolve(event));
                        case ProjectEvent event -> throw isNoRule(event);
                        case AssessmentEvent event -> throw isNoRule(event);
                    }
                }
            }
            return new Known(
                    events, policies, Collections.unmodifiableMap(calendars), Map.copyOf(versions));
        }
    }

    private static IllegalStateException isNoRule(JournalEvent event) {
        return new IllegalStateException(
                "an event of %s stands among the rules".formatted(event.stream()));
    }

    private static long number(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(NUMBER);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /**
     * @throws IllegalStateException if this program does not know it: rules that cannot be read in
     *     full are not applied
     */
    private JournalEvent event(ResultSet row) throws SQLException {
        var stored = new StoredName(row.getString(3), Integer.parseInt(row.getString(4)));
        Class<? extends JournalEvent> type =
                EventCatalogue.classOf(stored)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "the journal has an event %s, revision %d, that this program does not know"
                                                        .formatted(
                                                                stored.name(), stored.revision())));
        try {
            return DomainJson.read(json, row.getString(5), type);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "an event %s of the journal cannot be read".formatted(stored.name()), e);
        }
    }
}
