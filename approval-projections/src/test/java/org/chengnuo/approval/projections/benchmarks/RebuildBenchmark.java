package org.chengnuo.approval.projections.benchmarks;

import org.chengnuo.approval.calendar.ShippedCalendars;
import org.chengnuo.approval.policy.Policies;
import org.chengnuo.approval.projections.intake.DomainJson;
import org.chengnuo.approval.projections.intake.FeedEntry;
import org.chengnuo.approval.projections.intake.Intake;
import org.chengnuo.approval.projections.intake.IntakeSettings;
import org.chengnuo.approval.projections.intake.JournalFeed;
import org.chengnuo.approval.projections.intake.ParkedEvents;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.intake.ReadModel;
import org.chengnuo.approval.projections.intake.RecordedEvent;
import org.chengnuo.approval.projections.intake.Running;
import org.chengnuo.approval.projections.intake.TestJournal;
import org.chengnuo.approval.projections.oracle.RandomJournal;
import org.chengnuo.approval.projections.register.Register;
import org.chengnuo.approval.projections.reviewtimes.ReviewTimes;
import org.chengnuo.approval.projections.reviewtimes.Rulebook;
import org.chengnuo.approval.projections.reviewtimes.StatisticsSettings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * How many events a second the read models take in when they are built from the journal, beside the
 * rate at which the same journal is selected and parsed and nothing done with it, in one run:
 * {@code deploy/benchmark RebuildBenchmark 12000 4000}. The arguments are the number of projects of
 * the random journal and of events in a batch.
 */
public final class RebuildBenchmark {

    private RebuildBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int projects = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 12_000;
        int batch = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4_000;
        var journal = new TestJournal();
        int events = record(journal, RandomJournal.of(1, projects, projects));
        System.out.printf("%,d events of %,d projects, batches of %,d%n", events, projects, batch);
        var feed = new JournalFeed(journal.database());
        for (int run = 1; run <= 3; run++) {
            double plain = rate(events, () -> read(feed, batch));
            double register =
                    rate(events, () -> build(journal, feed, batch, List.of(register(journal))));
            double times = rate(events, () -> build(journal, feed, batch, List.of(times(journal))));
            double all =
                    rate(
                            events,
                            () ->
                                    build(
                                            journal,
                                            feed,
                                            batch,
                                            List.of(register(journal), times(journal))));
            System.out.printf(
                    "run %d, events a second: select and parse %,.0f; register %,.0f (%.0f %%);"
                            + " reviewtimes %,.0f (%.0f %%); both at once %,.0f (%.0f %%)%n",
                    run,
                    plain,
                    register,
                    100 * register / plain,
                    times,
                    100 * times / plain,
                    all,
                    100 * all / plain);
        }
        System.exit(0);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double rate(int events, Work work) throws Exception {
        long began = System.nanoTime();
        work.run();
        return events / ((System.nanoTime() - began) / 1e9);
    }

    private static void read(JournalFeed feed, int batch) {
        Position reached = Position.START;
        List<FeedEntry> entries;
        do {
            entries = feed.after(reached, batch);
            if (!entries.isEmpty()) {
                reached = entries.getLast().position();
            }
        } while (entries.size() >= batch);
    }

    private static Register register(TestJournal journal) {
        journal.execute("delete from views.build");
        return new Register(journal.database(), Running.PARTS);
    }

    private static ReviewTimes times(TestJournal journal) throws Exception {
        Path folder = Files.createTempDirectory("rebuild");
        return new ReviewTimes(
                StatisticsSettings.usual(folder),
                new ParkedEvents(journal.database()),
                new Rulebook(ShippedCalendars::named, () -> Policies.SHIPPED));
    }

    private static void build(
            TestJournal journal, JournalFeed feed, int batch, List<? extends ReadModel> models)
            throws Exception {
        var intake =
                new Intake(
                        feed,
                        models,
                        new ParkedEvents(journal.database()),
                        new IntakeSettings(batch, Duration.ofMillis(5), Duration.ofSeconds(1)));
        intake.start();
        intake.awaitCaughtUp(Duration.ofMinutes(30));
        intake.status().stream()
                .filter(status -> status.parked() > 0)
                .forEach(status -> System.out.println("parked: " + status));
        intake.stop();
    }

    /** Each event in the transaction that it is said to be of, as if it had been appended so. */
    static int record(TestJournal journal, List<RecordedEvent> events) throws SQLException {
        var json = DomainJson.journal();
        long last = events.getLast().position().transaction();
        try (Connection connection = journal.database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off");
            long first;
            try (var rows = statement.executeQuery("select pg_current_xact_id()::text")) {
                rows.next();
                first = Long.parseLong(rows.getString(1));
            }
            // So that those transactions have ended.
            statement.execute(
                    """
                    do $$ begin
                        for i in 0..%d loop perform pg_current_xact_id(); commit; end loop;
                    end $$
                    """
                            .formatted(last));
            connection.setAutoCommit(false);
            try (PreparedStatement insert =
                    connection.prepareStatement(
                            """
                            insert into journal.event (transaction_id, stream, sequence, event_id,
                                name, revision, recorded_at, payload, metadata, aggregate_type)
                            values (cast(? as xid8), ?, ?, ?, ?, ?, ?, ?, ?, 'project')
                            """)) {
                int waiting = 0;
                for (RecordedEvent event : events) {
                    insert.setString(1, Long.toString(first + event.position().transaction()));
                    insert.setString(2, event.project().toString());
                    insert.setLong(3, event.sequence());
                    insert.setString(4, UUID.randomUUID().toString());
                    insert.setString(5, event.name());
                    insert.setString(6, Integer.toString(event.revision()));
                    insert.setTimestamp(7, Timestamp.from(event.recordedAt()));
                    insert.setString(8, json.writeValueAsString(event.event()));
                    insert.setString(9, json.writeValueAsString(event.metadata()));
                    insert.addBatch();
                    if (++waiting % 5_000 == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("vacuum analyze journal.event");
        }
        return events.size();
    }
}
