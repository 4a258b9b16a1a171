package org.chengnuo.approval.projections.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengnuo.approval.projections.intake.Story.at;
import static org.chengnuo.approval.projections.intake.Story.decided;
import static org.chengnuo.approval.projections.intake.Story.filing;
import static org.chengnuo.approval.projections.intake.Story.project;
import static org.chengnuo.approval.projections.intake.Story.received;
import static org.chengnuo.approval.projections.intake.Story.registered;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.chengnuo.approval.parts.Parts;
import org.chengnuo.approval.parts.RealParts;
import org.chengnuo.approval.projections.intake.Batch;
import org.chengnuo.approval.projections.intake.FeedEntry;
import org.chengnuo.approval.projections.intake.JournalFeed;
import org.chengnuo.approval.projections.intake.Places;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.intake.ReadModel;
import org.chengnuo.approval.projections.intake.RecordedEvent;
import org.chengnuo.approval.projections.intake.Running;
import org.chengnuo.approval.projections.intake.TestJournal;
import org.chengnuo.approval.projections.register.Register;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/** Several processes fill one register, each the parts that fall to it. */
@RealParts
class SharingTest {

    private static final String ROWS =
            """
            select id::text, sequence::text, card::text from views.project
            union all select id, last_position, card::text from views.filing order by 1
            """;

    private static Broker broker;

    @TempDir Path folder;

    private final TestJournal journal;
    private final JournalFeed told;
    private KafkaSettings settings;
    private Publication publication;
    private int number;

    SharingTest(Parts parts) {
        journal = new TestJournal(parts);
        told = new JournalFeed(journal.database());
    }

    @BeforeAll
    static void start(Parts parts) {
        broker = Broker.started(parts);
    }

    @AfterAll
    static void end() {
        broker.close();
    }

    @BeforeEach
    void publish() {
        settings = broker.settings("journal-" + UUID.randomUUID());
        publication = new Publication(settings, journal.database(), Duration.ofMillis(10));
        publication.start();
    }

    @AfterEach
    void stop() {
        publication.stop();
    }

    private Running process(String name) {
        return new Running(new KafkaFeed(settings, told), journal, folder.resolve(name), 20);
    }

    /** Further projects, and what goes on in those of before. */
    private void tell(int projects) {
        for (int until = number + projects; number < until; number++) {
            Instant received = at("2018-09-03T09:00").plusSeconds(37L * number);
            journal.append(
                    received,
                    List.of(
                            registered(project(number), "LF-01"),
                            received(filing(number), received)));
            if (number >= 10) {
                journal.append(
                        received, List.of(decided(filing(number - 10), received.plusSeconds(60))));
            }
        }
    }

    /** How many parts each process has, once that is settled. */
    private void awaitShares(Integer... shares) throws InterruptedException, ExecutionException {
        String group =
                settings.topic()
                        + "-"
                        + journal.rows("select id from views.build where running").getFirst();
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        List<Integer> found = List.of();
        try (Admin admin = Admin.create(settings.client())) {
            while (!found.equals(List.of(shares))) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("the parts are shared as " + found);
                }
                Thread.sleep(20);
                found =
                        admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                                .flatMap(each -> each.members().stream())
                                .map(MemberDescription::assignment)
                                .map(assignment -> assignment.topicPartitions().size())
                                .sorted()
                                .toList();
            }
        }
    }

    @Test
    void everyEventIsTakenInOnceWhileProcessesComeAndGo()
            throws InterruptedException, ExecutionException {
        tell(50);
        Running one = process("one").caughtUp();
        Running two = process("two");
        Running three = process("three");
        tell(50);
        three.caughtUp();
        awaitShares(1, 1, 1);
        tell(50);
        two.caughtUp();
        one.close();
        tell(50);
        awaitShares(1, 2);
        two.close();
        tell(50);
        awaitShares(3);
        three.caughtUp();
        assertThat(three.intake().status("register").lastError()).isNull();
        assertThat(three.intake().status("register").parked()).isZero();
        three.close();
        List<String> rows = journal.rows(ROWS);

        try (var alone = new Running(journal, folder.resolve("alone"), 1000).caughtUp()) {
            alone.rebuilt("register");
            assertThat(journal.rows(ROWS)).isEqualTo(rows).hasSize(2 * number);
        }
    }

    @Test
    void itIsBuiltAnewByOneOfThemAndSharedAgain() throws InterruptedException, ExecutionException {
        tell(50);
        try (Running one = process("one").caughtUp();
                Running two = process("two").caughtUp()) {
            awaitShares(1, 2);
            List<String> rows = journal.rows(ROWS);

            one.rebuilt("register");
            two.caughtUp();

            assertThat(journal.rows(ROWS)).isEqualTo(rows);
            awaitShares(1, 2);
            tell(20);
            one.caughtUp();
            assertThat(journal.rows(ROWS)).hasSize(2 * number);
        }
    }

    @Test
    void whatIsToldAgainFromTheBeginningCountsOnce() {
        tell(30);
        try (Running one = process("one").caughtUp()) {
            publication.stop();
            // As if it had been killed before it wrote down how far it was.
            journal.execute("update office.publication set transaction_id = 0, index = 0");
            tell(30);
            publication.start();
            one.caughtUp();

            assertThat(one.intake().status("register").parked()).isZero();
            assertThat(journal.rows(ROWS)).hasSize(2 * number);
        }
    }

    @Test
    void whoWasHeldUpAndLostItsPartWritesNothing() throws ReadModel.UnusableBuild {
        journal.append(at("2018-09-03T09:00"), List.of(registered(project(1), "LF-01")));
        List<FeedEntry> entries = told.after(Position.START, 10);
        var register = new Register(journal.database(), 3);
        ReadModel.Build heldUp = register.replace(told.journal());
        ReadModel.Build other = register.open(told.journal());
        var batch =
                new Batch(
                        List.of((RecordedEvent) entries.getFirst()),
                        List.of(),
                        heldUp.places(),
                        Places.start(3).upTo(entries.getLast().position()));
        other.apply(batch);

        assertThatThrownBy(() -> heldUp.apply(batch)).isInstanceOf(ReadModel.MovedOn.class);

        assertThat(heldUp.places()).isEqualTo(batch.upTo());
        assertThat(journal.rows("select sequence from views.project")).containsExactly("0");
    }
}
