package org.chengnuo.approval.projections.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.projections.intake.Story.accepted;
import static org.chengnuo.approval.projections.intake.Story.at;
import static org.chengnuo.approval.projections.intake.Story.decided;
import static org.chengnuo.approval.projections.intake.Story.filing;
import static org.chengnuo.approval.projections.intake.Story.project;
import static org.chengnuo.approval.projections.intake.Story.received;
import static org.chengnuo.approval.projections.intake.Story.registered;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.chengnuo.approval.parts.Parts;
import org.chengnuo.approval.parts.RealParts;
import org.chengnuo.approval.projections.intake.JournalFeed;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.intake.ProjectionStatus;
import org.chengnuo.approval.projections.intake.Running;
import org.chengnuo.approval.projections.intake.TestJournal;
import org.chengnuo.approval.projections.reviewtimes.Clock;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.Measure;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.Turnaround;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;

/** The journal goes out to a real Kafka and comes in again from there. */
@RealParts
class PublicationTest {

    private static final String PROJECTS =
            "select id, name, zone, sequence, card from views.project order by id";
    private static final String FILINGS =
            "select id, state, received_at, accepted_at, decided_at, last_position, card"
                    + " from views.filing order by id";

    private static Broker broker;

    @TempDir Path folder;
    @TempDir Path another;

    private final TestJournal journal;
    private final JournalFeed told;
    private final List<Publication> publications = new ArrayList<>();
    private KafkaSettings settings;

    PublicationTest(Parts parts) {
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
    void topic() {
        settings = broker.settings("journal-" + UUID.randomUUID());
    }

    @AfterEach
    void stop() {
        publications.forEach(Publication::stop);
    }

    private Publication publication() {
        var publication = new Publication(settings, journal.database(), Duration.ofMillis(10));
        publications.add(publication);
        publication.start();
        return publication;
    }

    private Running reading(Path folder) {
        return new Running(new KafkaFeed(settings, told), journal, folder, 50);
    }

    private void tell(int from, int to) {
        for (int number = from; number < to; number++) {
            Instant received = at("2018-09-03T09:00").plusSeconds(37L * number);
            journal.append(
                    received,
                    List.of(
                            registered(project(number), "LF-0" + number % 3),
                            received(filing(number), received)));
            journal.append(
                    received, List.of(accepted(filing(number), received.plusSeconds(50_000))));
            if (number % 4 != 0) {
                journal.append(
                        received,
                        List.of(
                                decided(
                                        filing(number),
                                        received.plusSeconds(9_000L * number + 60_000))));
            }
        }
    }

    private static void await(String what, BooleanSupplier done) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within a minute: " + what);
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private void awaitPublished(Publication publication) {
        Position end = told.end();
        await(
                "published to " + end + " " + publication.status(),
                () -> !end.isAfter(publication.status().published()));
    }

    private Topic published() {
        return new Topic(settings, told.journal());
    }

    private void allIsPublishedInOrder() {
        assertThat(published().violations(told.allAfter(Position.START, 100_000))).isEmpty();
    }

    private static List<Turnaround> answers(Running running) {
        var answers = new ArrayList<Turnaround>();
        for (Measure measure : Measure.values()) {
            answers.add(
                    running.turnarounds()
                            .answer(Question.of(measure, Clock.WORKING).by(Dimension.ZONE)));
        }
        return answers;
    }

    @Test
    void isWhatTheJournalHas() {
        tell(0, 30);
        Publication publication = publication();
        tell(30, 40);

        awaitPublished(publication);

        allIsPublishedInOrder();
        ConsumerRecord<String, byte[]> first = published().records().getFirst();
        assertThat(first.headers())
                .extracting(org.apache.kafka.common.header.Header::key)
                .contains("ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time")
                .contains("ce_position");
    }

    @Test
    void fillsTheReadModelsAsTheJournalDoes() {
        tell(0, 60);
        publication();

        List<String> projects;
        List<String> filings;
        List<Turnaround> answers;
        try (Running running = reading(folder).caughtUp()) {
            tell(60, 90);
            running.caughtUp();
            answers = answers(running);
            projects = journal.rows(PROJECTS);
            filings = journal.rows(FILINGS);
            running.rebuilt("register").rebuilt("reviewtimes");
            tell(90, 91);
            running.caughtUp();
        }
        List<String> more;
        try (Running running = reading(folder)) {
            tell(91, 95);
            running.caughtUp();
            assertThat(running.intake().status())
                    .extracting(ProjectionStatus::parked)
                    .containsOnly(0L);
            more = journal.rows(PROJECTS);
        }

        try (var fromJournal = new Running(journal, another, 1000).caughtUp()) {
            fromJournal.rebuilt("register");
            assertThat(journal.rows(PROJECTS)).isEqualTo(more).containsAll(projects);
            assertThat(journal.rows(FILINGS)).containsAll(filings);
            assertThat(answers(fromJournal)).hasSameSizeAs(answers);
        }
    }

    @Test
    void isContinuedByAnotherNodeWithoutAGap() {
        tell(0, 20);
        Publication first = publication();
        awaitPublished(first);
        Publication second = publication();
        assertThat(second.status().publishing()).isFalse();

        first.stop();
        tell(20, 40);

        awaitPublished(second);
        assertThat(second.status().publishing()).isTrue();
        allIsPublishedInOrder();
    }

    @Test
    void goesOnWhenItsPlaceWasNotWrittenDown() {
        tell(0, 10);
        Publication first = publication();
        awaitPublished(first);
        first.stop();
        // As if it had been killed between the two.
        journal.execute("update office.publication set transaction_id = 0, index = 0");
        tell(10, 20);

        Publication second = publication();
        awaitPublished(second);

        allIsPublishedInOrder();
        assertThat(published().records().stream().filter(record -> record.key() != null))
                .hasSizeGreaterThan(told.allAfter(Position.START, 100_000).size());
        try (Running running = reading(folder).caughtUp()) {
            assertThat(running.intake().status())
                    .extracting(ProjectionStatus::parked)
                    .containsOnly(0L);
            assertThat(running.registered().filing(filing(19))).isPresent();
        }
    }

    @Test
    void waitsWhileTheBrokerIsGone() {
        tell(0, 10);
        Publication publication = publication();
        awaitPublished(publication);
        try (Running running = reading(folder).caughtUp()) {
            broker.kill();
            tell(10, 20);
            await("trouble", () -> publication.status().trouble() != null);
            broker.startAgain();

            awaitPublished(publication);
            running.caughtUp();

            assertThat(running.registered().filing(filing(19))).isPresent();
        }
        allIsPublishedInOrder();
    }

    @Test
    void beginsAgainInATopicThatWasMadeAnew() throws InterruptedException, ExecutionException {
        tell(0, 10);
        Publication first = publication();
        awaitPublished(first);
        first.stop();
        try (Admin admin = Admin.create(settings.client())) {
            admin.deleteTopics(List.of(settings.topic())).all().get();
        }

        awaitPublished(publication());

        allIsPublishedInOrder();
    }

    @Test
    void doesNotGoOnInATopicThatWasGivenPartitions()
            throws InterruptedException, ExecutionException {
        tell(0, 20);
        Publication first = publication();
        awaitPublished(first);
        first.stop();
        try (Admin admin = Admin.create(settings.client())) {
            admin.createPartitions(Map.of(settings.topic(), NewPartitions.increaseTo(7)))
                    .all()
                    .get();
        }

        Publication second = publication();

        await("trouble", () -> second.status().trouble() != null);
        assertThat(second.status().trouble())
                .contains(settings.topic() + " has 7 partitions")
                .contains("chengnuo.kafka.partitions is 3");
    }

    @Test
    void parksWhatThisProgramDoesNotKnow() {
        tell(0, 3);
        journal.execute(
                """
                insert into journal.event (stream, sequence, event_id, aggregate_type, name,
                    revision, recorded_at, payload, metadata)
                values ('%s', 4, 'of-tomorrow', 'project', 'project.of-tomorrow', '7', now(),
                    '{}', '{}')
                """
                        .formatted(project(1)));
        publication();

        try (Running running = reading(folder).caughtUp()) {
            assertThat(running.intake().parked("register", 10))
                    .singleElement()
                    .satisfies(event -> assertThat(event.cause()).contains("project.of-tomorrow"));
        }
    }
}
