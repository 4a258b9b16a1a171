package org.chengnuo.approval.projections.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.projections.intake.Story.at;
import static org.chengnuo.approval.projections.intake.Story.filing;
import static org.chengnuo.approval.projections.intake.Story.project;
import static org.chengnuo.approval.projections.intake.Story.received;
import static org.chengnuo.approval.projections.intake.Story.registered;

import org.chengnuo.approval.parts.Parts;
import org.chengnuo.approval.parts.RealParts;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@RealParts
class JournalFeedTest {

    private final TestJournal journal;
    private final JournalFeed feed;

    JournalFeedTest(Parts parts) {
        journal = new TestJournal(parts);
        feed = new JournalFeed(journal.database());
    }

    @Test
    void transactionsAreOrderedAsNumbersNotAsText() {
        journal.append(at("2018-09-03T09:00"), List.of(registered(project(1), "LF-01")));
        // On to the next power of ten: 1000 comes after 999, and as a text before it.
        journal.execute(
                """
                do $$
                declare
                    now bigint := pg_current_xact_id()::text::bigint;
                begin
                    for i in 1 .. power(10, ceil(log(now)))::bigint - now loop
                        commit;
                        perform pg_current_xact_id();
                    end loop;
                end $$
                """);
        journal.append(
                at("2018-09-03T09:00"), List.of(received(filing(1), at("2018-09-03T09:00"))));

        List<FeedEntry> entries = feed.after(Position.START, 10);

        assertThat(entries).extracting(FeedEntry::sequence).containsExactly(0L, 1L);
        assertThat(entries).extracting(FeedEntry::position).isSorted();
        assertThat(feed.after(entries.getFirst().position(), 10)).hasSize(1);
        assertThat(feed.end()).isEqualTo(entries.getLast().position());
        assertThat(feed.lag(entries.getFirst().position()).events()).isEqualTo(1);
        assertThat(feed.lag(entries.getLast().position()))
                .isEqualTo(new EventFeed.Lag(0, Duration.ZERO));
    }

    @Test
    void aReaderHasEachEventOnce() {
        for (int number = 1; number <= 7; number++) {
            journal.append(at("2018-09-03T09:00"), List.of(registered(project(number), "LF-01")));
        }
        var read = new ArrayList<FeedEntry>();
        try (EventReader reader = feed.reader(UUID.randomUUID(), Places.start(1))) {
            for (int i = 0; i < 4; i++) {
                read.addAll(reader.next(2).entries());
            }
            journal.append(at("2018-09-03T09:00"), List.of(registered(project(8), "LF-01")));
            read.addAll(reader.next(2).entries());
        }

        assertThat(read).isEqualTo(feed.after(Position.START, 10)).hasSize(8);
    }

    @Test
    void aRunningTransactionHoldsBackWhatCameAfterIt() throws SQLException {
        try (Connection slow = journal.database().getConnection()) {
            slow.setAutoCommit(false);
            journal.append(
                    slow,
                    at("2018-09-03T09:00"),
                    Map.of(),
                    List.of(registered(project(1), "LF-01")));
            journal.append(at("2018-09-03T09:00"), List.of(registered(project(2), "LF-01")));

            assertThat(feed.after(Position.START, 10)).isEmpty();
            assertThat(feed.end()).isNotEqualTo(Position.START);

            slow.commit();
            assertThat(feed.after(Position.START, 10))
                    .extracting(FeedEntry::projectId)
                    .containsExactly(project(1).toString(), project(2).toString());
        }
    }
}
