package org.chengnuo.approval.projections.intake;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

import javax.sql.DataSource;

/**
 * The stories of the projects in the journal, read up to the safe horizon. What became of the
 * policy editions, the calendars and the assessments is passed over: no read model has it.
 *
 * <p>Indexes are given out before the commit, so that an event with a smaller index can appear
 * after one with a larger. A reader that follows the index has to guess how long to wait for a gap
 * and loses what comes later than that. This one does not wait and does not guess: each event has
 * the id of its transaction, and it reads only transactions older than the oldest one that still
 * runs. All of those have ended, so nothing can appear among them any more. A transaction that is
 * held open delays what comes after it, and loses nothing.
 *
 * <p>What was recorded in one transaction is read at once, even if that is more than was asked for:
 * nobody is to see half of it.
 *
 * <p>The horizon and the events are of one snapshot, because they are read by one statement.
 */
public final class JournalFeed implements EventFeed {

    private static final String OF_PROJECTS =
            "coalesce(aggregate_type, '') not in ('%s')"
                    .formatted(String.join("', '", StoredEvent.OTHER_STORIES));

    private static final String AFTER = nextOf(OF_PROJECTS);
    private static final String ALL_AFTER = nextOf("true");

    private static String nextOf(String stories) {
        return """
        select %s
        from (select * from journal.event
              where (transaction_id, position) > (cast(? as xid8), ?)
                and %s
                and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
              order by transaction_id
              fetch first ? rows with ties) as event
        order by transaction_id, position
        """
                .formatted(JournalRows.COLUMNS, stories);
    }

    private static final String END =
            """
            select transaction_id::text as transaction, position from journal.event
            where %s
            order by transaction_id desc, position desc limit 1
            """
                    .formatted(OF_PROJECTS);

    private static final String HAS_COME =
            """
            select exists (select 1 from journal.event
                where (transaction_id, position) >= (cast(? as xid8), ?))
            """;

    private static final String BEHIND =
            """
            select count(*) from (
                select 1 from journal.event
                where (transaction_id, position) > (cast(? as xid8), ?)
                  and %s
                limit ?) as unread
            """
                    .formatted(OF_PROJECTS);

    private static final String AGE =
            """
            select extract(epoch from clock_timestamp() - recorded_at) from journal.event
            where (transaction_id, position) > (cast(? as xid8), ?)
              and %s
            order by transaction_id, position limit 1
            """
                    .formatted(OF_PROJECTS);

    private final DataSource journal;

    public JournalFeed(DataSource journal) {
        this.journal = journal;
    }

    @Override
    public UUID journal() {
        try (Connection connection = journal.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select id from journal.identity");
                ResultSet rows = query.executeQuery()) {
            if (!rows.next()) {
                throw new IllegalStateException("the journal has no identity");
            }
            return rows.getObject(1, UUID.class);
        } catch (SQLException e) {
            throw new StoreFailure("asking which journal it is", e);
        }
    }

    @Override
    public EventReader reader(UUID build, Places after) {
        return new Reader(after);
    }

    /** Reads the next events while the present ones are taken in, as long as there are more. */
    private final class Reader implements EventReader {

        private Places places;
        private Position reached;
        private @Nullable CompletableFuture<List<FeedEntry>> ahead;

        Reader(Places places) {
            this.places = places;
            this.reached = places.earliest();
        }

        @Override
        public Portion next(int limit) {
            List<FeedEntry> entries = readAhead(limit);
            Places from = places;
            boolean more = entries.size() >= limit;
            if (!entries.isEmpty()) {
                Position last = entries.getLast().position();
                reached = last;
                places = from.upTo(last);
                if (more) {
                    ahead =
                            CompletableFuture.supplyAsync(
                                    () -> after(last, limit),
                                    reading ->
                                            Thread.ofPlatform()
                                                    .name("read-ahead")
                                                    .daemon()
                                                    .start(reading));
                }
            }
            return new Portion(from, withoutThoseOf(from, entries), places, more);
        }

        private static List<FeedEntry> withoutThoseOf(Places places, List<FeedEntry> entries) {
            return entries.stream()
                    .filter(entry -> !places.have(entry.projectId(), entry.position()))
                    .toList();
        }

        private List<FeedEntry> readAhead(int limit) {
            CompletableFuture<List<FeedEntry>> begun = ahead;
            ahead = null;
            if (begun != null) {
                try {
                    return begun.join();
                } catch (CompletionException e) {
                    // It is tried again here, where it is known what to do if it fails.
                }
            }
            return after(reached, limit);
        }

        @Override
        public void taken() {}

        @Override
        public void close() {}
    }

    /** The next events of projects. */
    public List<FeedEntry> after(Position position, int limit) {
        return read(AFTER, position, limit, StoredEvent::entry);
    }

    /** The next events of all stories, those of the rules and assessments too. */
    public List<StoredEvent> allAfter(Position position, int limit) {
        return read(ALL_AFTER, position, limit, event -> event);
    }

    private <T> List<T> read(
            String sql, Position position, int limit, Function<StoredEvent, T> each) {
        try (Connection connection = journal.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            bind(query, position);
            query.setInt(3, limit);
            var events = new ArrayList<T>(limit);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    events.add(each.apply(JournalRows.event(rows)));
                }
            }
            return events;
        } catch (SQLException e) {
            throw new StoreFailure("reading the journal", e);
        }
    }

    @Override
    public Position end() {
        try (Connection connection = journal.getConnection();
                PreparedStatement query = connection.prepareStatement(END);
                ResultSet rows = query.executeQuery()) {
            return rows.next() ? JournalRows.position(rows) : Position.START;
        } catch (SQLException e) {
            throw new StoreFailure("asking for the end of the journal", e);
        }
    }

    @Override
    public boolean hasComeTo(Position position) {
        if (position.equals(Position.START)) {
            return true;
        }
        try (Connection connection = journal.getConnection();
                PreparedStatement query = connection.prepareStatement(HAS_COME)) {
            bind(query, position);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new StoreFailure("asking for a position of the journal", e);
        }
    }

    @Override
    public Lag lag(Position position) {
        try (Connection connection = journal.getConnection();
                PreparedStatement count = connection.prepareStatement(BEHIND);
                PreparedStatement age = connection.prepareStatement(AGE)) {
            bind(count, position);
            count.setInt(3, Lag.MOST_COUNTED);
            bind(age, position);
            try (ResultSet counted = count.executeQuery();
                    ResultSet first = age.executeQuery()) {
                counted.next();
                long seconds = first.next() ? Math.max(0, first.getBigDecimal(1).longValue()) : 0;
                return new Lag(counted.getLong(1), Duration.ofSeconds(seconds));
            }
        } catch (SQLException e) {
            throw new StoreFailure("counting how far the journal is ahead", e);
        }
    }

    private static void bind(PreparedStatement query, Position position) throws SQLException {
        query.setString(1, Long.toString(position.transaction()));
        query.setLong(2, position.index());
    }
}
