package org.chengnuo.approval.projections.kafka;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.chengnuo.approval.projections.intake.JournalFeed;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.intake.StoredEvent;
import org.chengnuo.approval.projections.kafka.PublicationLease.LeaseLost;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import javax.sql.DataSource;

/**
 * Publishes the journal to Kafka, in its order, by one node at a time.
 *
 * <p>Some events of the journal, to the end of a transaction of it, are one transaction of Kafka:
 * all of them appear or none, and after them a mark in each partition. Then it is written down how
 * far the publication is. Whatever dies in between, they are published again: at least once, never
 * with a gap, and never in another order. A node that was held up and has lost its lease cannot
 * publish any more, because the next one has taken over its transactions.
 */
public final class Publication implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Publication.class);

    private static final int AT_ONCE = 1000;
    private static final Duration LEASE = Duration.ofSeconds(4);
    private static final Duration HELD_LONGER_EVERY = Duration.ofSeconds(1);
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);

    /** Kept for ever, so that read models can be built again from it. */
    private static final Map<String, String> OF_ITS_OWN_TOPIC =
            Map.of("retention.ms", "-1", "retention.bytes", "-1", "max.message.bytes", "16777216");

    private final KafkaSettings settings;
    private final JournalFeed journal;
    private final PublicationLease lease;
    private final Duration idle;

    private volatile boolean stopping;
    private volatile boolean publishing;
    private volatile Position published = Position.START;
    private volatile @Nullable String trouble;
    private @Nullable Thread thread;

    /**
     * @param idle how long to wait for new events
     */
    public Publication(KafkaSettings settings, DataSource journal, Duration idle) {
        this.settings = settings;
        this.journal = new JournalFeed(journal);
        this.lease = new PublicationLease(journal, settings.topic(), LEASE);
        this.idle = idle;
    }

    /**
     * @param publishing whether this node does it
     * @param published up to where this node has published
     * @param trouble why nothing is published now; null if there is no trouble
     */
    public record Status(boolean publishing, Position published, @Nullable String trouble) {}

    public Status status() {
        return new Status(publishing, published, trouble);
    }

    @Override
    public synchronized void start() {
        stopping = false;
        thread = Thread.ofPlatform().name("publication").daemon().start(this::run);
    }

    @Override
    public void stop() {
        stopping = true;
        Thread running;
        synchronized (this) {
            running = thread;
            thread = null;
        }
        if (running != null) {
            try {
                running.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void run() {
        int failures = 0;
        while (!stopping) {
            try {
                if (failures > 0) {
                    Thread.sleep(backOff(failures));
                }
                if (!lease.take()) {
                    Thread.sleep(HELD_LONGER_EVERY);
                } else if (!stopping) {
                    publish();
                }
                failures = 0;
                trouble = null;
            } catch (LeaseLost e) {
                log.info("{}", e.getMessage());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | ExecutionException e) {
                trouble = String.valueOf(e.getMessage());
                if (++failures == 1) {
                    log.warn("the publication waits and tries again", e);
                }
            } finally {
                publishing = false;
            }
        }
    }

    /** As long as this node holds the lease. */
    private void publish() throws LeaseLost, InterruptedException, ExecutionException {
        UUID id = journal.journal();
        Topic topic = topic();
        var producer =
                new KafkaProducer<>(client(), new StringSerializer(), new ByteArraySerializer());
        try {
            // Ends the transactions of whoever published before, and keeps it from new ones.
            producer.initTransactions();
            Position reached = lease.published(topic.id());
            // Nobody waits for the first event to learn that there is none.
            publish(producer, topic.partitions(), id, List.of(), reached);
            log.info("this node publishes the journal to {} after {}", settings.topic(), reached);
            published = reached;
            publishing = true;
            trouble = null;
            long held = System.nanoTime();
            while (!stopping) {
                List<StoredEvent> events = journal.allAfter(reached, AT_ONCE);
                if (!events.isEmpty()) {
                    reached = events.getLast().position();
                    publish(producer, topic.partitions(), id, events, reached);
                    lease.moveTo(reached, topic.id());
                    published = reached;
                }
                if (System.nanoTime() - held > HELD_LONGER_EVERY.toNanos()) {
                    if (!lease.take()) {
                        throw new LeaseLost();
                    }
                    held = System.nanoTime();
                }
                if (events.size() < AT_ONCE) {
                    Thread.sleep(idle);
                }
            }
            lease.giveBack();
        } finally {
            // Not for ever, as it would while it has no broker to end its transaction with.
            producer.close(CLOSED_WITHIN);
        }
    }

    private void publish(
            KafkaProducer<String, byte[]> producer,
            int partitions,
            UUID id,
            List<StoredEvent> events,
            Position upTo)
            throws InterruptedException, ExecutionException {
        producer.beginTransaction();
        for (StoredEvent event : events) {
            send(producer, EventMessages.of(settings.topic(), partitions, id, event));
        }
        for (int partition = 0; partition < partitions; partition++) {
            send(
                    producer,
                    EventMessages.mark(settings.topic(), partition, id, upTo, Instant.now()));
        }
        // Fails if anything before has.
        producer.commitTransaction();
    }

    private static void send(
            KafkaProducer<String, byte[]> producer, ProducerRecord<String, byte[]> message)
            throws InterruptedException, ExecutionException {
        Future<RecordMetadata> sent = producer.send(message);
        if (sent.isDone()) {
            // What fails at once has waited for the broker, and the next one would wait as long.
            var _ = sent.get();
        }
    }

    private Map<String, Object> client() {
        Map<String, Object> client = settings.client();
        client.put("transactional.id", settings.topic() + "-publication");
        client.put("transaction.timeout.ms", 15000);
        client.put("max.block.ms", 5000);
        client.put("delivery.timeout.ms", 5000);
        client.put("request.timeout.ms", 4000);
        client.put("linger.ms", 0);
        client.put("compression.type", "zstd");
        client.put("max.request.size", 16 << 20);
        return client;
    }

    private record Topic(String id, int partitions) {}

    /** The topic; it is made if there is none. */
    private Topic topic() throws InterruptedException, ExecutionException {
        Map<String, Object> client = settings.client();
        client.put("default.api.timeout.ms", 10000);
        client.put("request.timeout.ms", 5000);
        String name = settings.topic();
        try (Admin admin = Admin.create(client)) {
            TopicDescription found =
                    admin.describeTopics(List.of(name))
                            .allTopicNames()
                            .get()
                            .values()
                            .iterator()
                            .next();
            int partitions = found.partitions().size();
            if (partitions != settings.partitions()) {
                // A story would go on in another partition than the one it began in.
                throw new IllegalStateException(
                        ("the topic %s has %d partitions, and chengnuo.kafka.partitions is %d; to"
                                        + " change their number, stop all nodes and delete the"
                                        + " topic: it is made and filled anew")
                                .formatted(name, partitions, settings.partitions()));
            }
            return new Topic(found.topicId().toString(), partitions);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw e;
            }
        }
        try (Admin admin = Admin.create(client)) {
            var topic = new NewTopic(name, settings.partitions(), settings.replication());
            CreateTopicsResult made = admin.createTopics(List.of(topic.configs(OF_ITS_OWN_TOPIC)));
            return new Topic(made.topicId(name).get().toString(), made.numPartitions(name).get());
        }
    }

    private static Duration backOff(int failures) {
        Duration wait = Duration.ofMillis(100L << Math.min(failures - 1, 10));
        return wait.compareTo(LONGEST_BACK_OFF) < 0 ? wait : LONGEST_BACK_OFF;
    }
}
