package org.chengnuo.approval.projections.kafka;

import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.chengnuo.approval.projections.intake.EventReader;
import org.chengnuo.approval.projections.intake.FeedEntry;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.intake.StoredEvent;
import org.chengnuo.approval.projections.kafka.EventMessages.Message;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Reads all partitions and puts the events in the order of the journal again. Each partition has
 * its events in order, some of them more than once after a publisher's failure, and marks up to
 * where it is complete. What all partitions are complete up to is read; the rest waits.
 *
 * <p>What has been read is told by the position in the tables, and nothing else. The offsets that
 * are kept at the broker, in a consumer group named after the tables, are where to begin to look:
 * they are kept after the tables were written, so that they are never ahead.
 */
final class KafkaReader implements EventReader {

    private static final Logger log = LoggerFactory.getLogger(KafkaReader.class);

    private static final Duration LONGEST_POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final UUID journal;
    private final Map<TopicPartition, Incoming> partitions = new LinkedHashMap<>();
    private Position reached;

    /** A partition as far as it has been fetched. */
    private static final class Incoming {

        final Deque<StoredEvent> waiting = new ArrayDeque<>();
        final Deque<Mark> marks = new ArrayDeque<>();
        Position complete = Position.START;
        Position last = Position.START;
    }

    private record Mark(Position complete, long next) {}

    KafkaReader(KafkaSettings settings, UUID journal, UUID build, Position reached) {
        this.journal = journal;
        this.reached = reached;
        var properties = new HashMap<>(settings.client());
        properties.put("group.id", settings.topic() + "-" + build);
        properties.put("enable.auto.commit", false);
        properties.put("auto.offset.reset", "earliest");
        properties.put("isolation.level", "read_committed");
        properties.put("default.api.timeout.ms", 5000);
        properties.put("request.timeout.ms", 4000);
        properties.put("allow.auto.create.topics", false);
        this.consumer =
                new KafkaConsumer<>(
                        properties, new StringDeserializer(), new ByteArrayDeserializer());
        try {
            List<PartitionInfo> found = consumer.partitionsFor(settings.topic());
            if (found.isEmpty()) {
                throw new KafkaException(
                        "there is no topic %s yet: nothing has been published"
                                .formatted(settings.topic()));
            }
            for (PartitionInfo partition : found) {
                partitions.put(
                        new TopicPartition(partition.topic(), partition.partition()),
                        new Incoming());
            }
            consumer.assign(partitions.keySet());
            if (isAhead(consumer.committed(partitions.keySet()))) {
                consumer.seekToBeginning(partitions.keySet());
            }
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /** Whether the tables are older than what is kept at the broker, as after a restore. */
    private boolean isAhead(Map<TopicPartition, OffsetAndMetadata> kept) {
        return kept.values().stream()
                .filter(Objects::nonNull)
                .anyMatch(offset -> Position.of(offset.metadata()).isAfter(reached));
    }

    @Override
    public List<FeedEntry> next(int limit) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions.keySet());
        Position complete = complete();
        while (waitingUpTo(complete, limit) < limit && !areReached(ends)) {
            fetchMostly(limit, complete);
            complete = complete();
        }
        return inOrder(complete, limit);
    }

    private Position complete() {
        return partitions.values().stream()
                .map(partition -> partition.complete)
                .min(Comparator.naturalOrder())
                .orElse(Position.START);
    }

    private int waitingUpTo(Position complete, int limit) {
        int count = 0;
        for (Incoming partition : partitions.values()) {
            for (StoredEvent event : partition.waiting) {
                if (event.position().isAfter(complete) || count == limit) {
                    break;
                }
                count++;
            }
        }
        return count;
    }

    private boolean areReached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** A partition that is far ahead of the others is left alone, so that little has to wait. */
    private void fetchMostly(int limit, Position complete) {
        var ahead = new ArrayList<TopicPartition>();
        partitions.forEach(
                (partition, incoming) -> {
                    if (incoming.waiting.size() >= limit && incoming.complete.isAfter(complete)) {
                        ahead.add(partition);
                    }
                });
        consumer.resume(consumer.paused());
        consumer.pause(ahead);
        for (ConsumerRecord<String, byte[]> stored : consumer.poll(LONGEST_POLL)) {
            keep(stored);
        }
    }

    private void keep(ConsumerRecord<String, byte[]> stored) {
        var partition = new TopicPartition(stored.topic(), stored.partition());
        Incoming incoming = partitions.get(partition);
        if (incoming == null) {
            throw new IllegalStateException(
                    "a record of %s was not asked for".formatted(partition));
        }
        Message message = EventMessages.read(stored, journal);
        StoredEvent event = message.event();
        if (event == null) {
            incoming.marks.add(new Mark(message.position(), stored.offset() + 1));
            if (message.position().isAfter(incoming.complete)) {
                incoming.complete = message.position();
            }
        } else if (event.isOfProject()
                && event.position().isAfter(reached)
                && event.position().isAfter(incoming.last)) {
            // What was published again, or is in the tables already, is passed over.
            incoming.waiting.add(event);
            incoming.last = event.position();
        }
    }

    private List<FeedEntry> inOrder(Position complete, int limit) {
        var entries = new ArrayList<FeedEntry>();
        for (Incoming next = next(complete); next != null; next = next(complete)) {
            Position position = next.waiting.element().position();
            if (entries.size() >= limit && position.transaction() != reached.transaction()) {
                break;
            }
            entries.add(next.waiting.remove().entry());
            reached = position;
        }
        return entries;
    }

    /** The partition with the first event that waits; null if all that is complete was read. */
    private @Nullable Incoming next(Position complete) {
        Incoming next = null;
        Position first = complete;
        for (Incoming partition : partitions.values()) {
            StoredEvent event = partition.waiting.peek();
            if (event != null && !event.position().isAfter(first)) {
                next = partition;
                first = event.position();
            }
        }
        return next;
    }

    @Override
    public void taken() {
        Position complete = complete();
        Position through = next(complete) == null ? complete : reached;
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        partitions.forEach(
                (partition, incoming) -> {
                    while (!incoming.marks.isEmpty()
                            && !incoming.marks.element().complete().isAfter(through)) {
                        offsets.put(
                                partition,
                                new OffsetAndMetadata(
                                        incoming.marks.remove().next(), reached.toString()));
                    }
                });
        consumer.commitAsync(
                offsets,
                (_, failure) -> {
                    if (failure != null) {
                        log.debug("where to begin to look could not be kept", failure);
                    }
                });
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}
