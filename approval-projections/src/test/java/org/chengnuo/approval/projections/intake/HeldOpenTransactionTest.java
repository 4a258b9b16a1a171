package org.chengnuo.approval.projections.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.projections.intake.Story.at;
import static org.chengnuo.approval.projections.intake.Story.filing;
import static org.chengnuo.approval.projections.intake.Story.project;
import static org.chengnuo.approval.projections.intake.Story.received;
import static org.chengnuo.approval.projections.intake.Story.registered;
import static org.chengnuo.approval.projections.intake.Story.step;

import org.chengnuo.approval.parts.Parts;
import org.chengnuo.approval.parts.RealParts;
import org.chengnuo.approval.project.ProjectEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A transaction that is held open takes its indexes early and commits late. Meanwhile others commit
 * later indexes.
 */
@RealParts
class HeldOpenTransactionTest {

    private static final int WRITERS = 4;
    private static final int PROJECTS_EACH = 15;
    private static final int STEPS = 8;

    /** Longer than the intake waits for anything: its idle time and its longest back-off. */
    private static final Duration HELD = Duration.ofSeconds(3);

    @TempDir Path folder;

    /** What the feed has delivered, to each of the two read models. */
    private final Map<Thread, List<FeedEntry>> delivered = new ConcurrentHashMap<>();

    @Test
    void nothingIsLostDuplicatedOrOutOfOrderWithinItsProject(Parts parts) throws Exception {
        var journal = new TestJournal(parts);
        try (var running = new Running(watched(journal), journal, folder, 50);
                Connection slow = journal.database().getConnection();
                var writers = Executors.newFixedThreadPool(WRITERS)) {
            // The first project's transaction takes its indexes and stays open.
            slow.setAutoCommit(false);
            journal.append(slow, Instant.now(), Map.of(), story(0).subList(0, 3));

            var ends = new ArrayList<Future<?>>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int first = 1 + writer * PROJECTS_EACH;
                ends.add(writers.submit(() -> write(journal, first)));
            }
            for (Future<?> end : ends) {
                end.get();
            }
            Position committed = new JournalFeed(journal.database()).end();
            Thread.sleep(HELD);

            // They are held back, and shown as such.
            assertThat(running.intake().status("register").position()).isLessThan(committed);
            assertThat(running.intake().status("register").lagEvents())
                    .isEqualTo((long) WRITERS * PROJECTS_EACH * (STEPS + 2));
            assertThat(running.intake().status("register").lagSeconds()).isGreaterThanOrEqualTo(2);

            slow.commit();
            journal.append(Instant.now(), story(0).subList(3, STEPS + 2));
            running.caughtUp();

            assertThat(delivered).hasSize(2);
            delivered.values().forEach(this::isWhole);
            running.intake()
                    .status()
                    .forEach(
                            status -> {
                                assertThat(status.parked()).as(status.name()).isZero();
                                assertThat(status.lagEvents()).isZero();
                                assertThat(status.lastError()).isNull();
                            });
            assertThat(journal.rows("select distinct sequence from views.project"))
                    .containsExactly(Integer.toString(STEPS + 1));
        }
    }

    private static List<ProjectEvent> story(int number) {
        var events = new ArrayList<ProjectEvent>();
        events.add(registered(project(number), "LF-01"));
        events.add(received(filing(number), at("2018-09-03T09:00")));
        for (int i = 0; i < STEPS; i++) {
            events.add(step(filing(number), at("2018-09-04T09:00").plusSeconds(i)));
        }
        return events;
    }

    /** Projects side by side, an event per transaction, so that their indexes are mixed. */
    private static void write(TestJournal journal, int first) {
        for (int i = 0; i < STEPS + 2; i++) {
            for (int number = first; number < first + PROJECTS_EACH; number++) {
                journal.append(Instant.now(), List.of(story(number).get(i)));
            }
        }
    }

    private EventFeed watched(TestJournal journal) {
        var feed = new JournalFeed(journal.database());
        return new EventFeed() {
            @Override
            public UUID journal() {
                return feed.journal();
            }

            @Override
            public EventReader reader(UUID build, Places after) {
                EventReader reader = feed.reader(build, after);
                return new EventReader() {
                    @Override
                    public Portion next(int limit) {
                        Portion portion = reader.next(limit);
                        if (!portion.entries().isEmpty()) {
                            delivered
                                    .computeIfAbsent(Thread.currentThread(), _ -> new ArrayList<>())
                                    .addAll(portion.entries());
                        }
                        return portion;
                    }

                    @Override
                    public void taken() {
                        reader.taken();
                    }

                    @Override
                    public void close() {
                        reader.close();
                    }
                };
            }

            @Override
            public Position end() {
                return feed.end();
            }

            @Override
            public boolean hasComeTo(Position position) {
                return feed.hasComeTo(position);
            }

            @Override
            public Lag lag(Position position) {
                return feed.lag(position);
            }
        };
    }

    private void isWhole(List<FeedEntry> entries) {
        assertThat(entries).hasSize((WRITERS * PROJECTS_EACH + 1) * (STEPS + 2));
        assertThat(entries).extracting(FeedEntry::position).isSorted().doesNotHaveDuplicates();
        var sequences = new ConcurrentHashMap<String, ConcurrentLinkedQueue<Long>>();
        for (FeedEntry entry : entries) {
            sequences
                    .computeIfAbsent(entry.projectId(), _ -> new ConcurrentLinkedQueue<>())
                    .add(entry.sequence());
        }
        assertThat(sequences).hasSize(WRITERS * PROJECTS_EACH + 1);
        sequences
                .values()
                .forEach(
                        found ->
                                assertThat(found)
                                        .containsExactlyElementsOf(
                                                java.util.stream.LongStream.range(0, STEPS + 2)
                                                        .boxed()
                                                        .toList()));
    }
}
