package org.chengnuo.approval.projections.kafka;

import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.chengnuo.approval.projections.intake.EventReader;
import org.chengnuo.approval.projections.intake.FeedEntry;
import org.chengnuo.approval.projections.intake.Places;
import org.chengnuo.approval.projections.intake.Portion;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.intake.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reads all partitions and puts the events in the order of the journal again: what all partitions
 * are complete up to is read; the rest waits.
 *
 * <p>What has been read is told by the places in the tables, and nothing else. The offsets that are
 * kept at the broker, in a consumer group named after the tables, are where to begin to look: they
 * are kept after the tables were written, so that they are never ahead.
 */
final class KafkaReader implements EventReader {

    private static final Logger log = LoggerFactory.getLogger(KafkaReader.class);

    private static final Duration LONGEST_POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final UUID journal;
    private final Map<TopicPartition, Incoming> partitions = new LinkedHashMap<>();
    private Places places;
    private Position reached;

    KafkaReader(KafkaSettings settings, UUID journal, UUID build, Places after) {
        this.journal = journal;
        this.places = after;
        this.reached = after.earliest();
        this.consumer = settings.consumer(build.toString(), Map.of());
        try {
            for (PartitionInfo partition : settings.partitionsOf(consumer)) {
                partitions.put(
                        new TopicPartition(partition.topic(), partition.partition()),
                        new Incoming(reached));
            }
            consumer.assign(partitions.keySet());
            if (KafkaSettings.isAhead(consumer.committed(partitions.keySet()), reached)) {
                consumer.seekToBeginning(partitions.keySet());
            }
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    @Override
    public Portion next(int limit) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions.keySet());
        Position complete = complete();
        while (waitingUpTo(complete, limit) < limit && !areReached(ends)) {
            fetchMostly(limit, complete);
            complete = complete();
        }
        Places from = places;
        List<FeedEntry> entries = inOrder(complete, limit);
        if (!entries.isEmpty()) {
            places = from.upTo(reached);
        }
        return new Portion(from, entries, places, entries.size() >= limit);
    }

    private Position complete() {
        return partitions.values().stream()
                .map(Incoming::complete)
                .min(Comparator.naturalOrder())
                .orElse(Position.START);
    }

    private int waitingUpTo(Position complete, int limit) {
        int count = 0;
        for (Incoming partition : partitions.values()) {
            count += partition.waitingUpTo(complete, limit - count);
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
                    if (incoming.waiting() >= limit && incoming.complete().isAfter(complete)) {
                        ahead.add(partition);
                    }
                });
        consumer.resume(consumer.paused());
        consumer.pause(ahead);
        for (ConsumerRecord<String, byte[]> stored : consumer.poll(LONGEST_POLL)) {
            Incoming incoming =
                    partitions.get(new TopicPartition(stored.topic(), stored.partition()));
            if (incoming == null) {
                throw new IllegalStateException(
                        "a record of partition %d was not asked for".formatted(stored.partition()));
            }
            incoming.keep(stored, journal);
        }
    }

    private List<FeedEntry> inOrder(Position complete, int limit) {
        var entries = new ArrayList<FeedEntry>();
        for (Incoming next = next(complete); next != null; next = next(complete)) {
            StoredEvent first = next.first(complete);
            if (first == null
                    || (entries.size() >= limit
                            && first.position().transaction() != reached.transaction())) {
                break;
            }
            entries.add(next.remove().entry());
            reached = first.position();
        }
        return entries;
    }

    /** The partition with the first event that waits; null if all that is complete was read. */
    private @Nullable Incoming next(Position complete) {
        Incoming next = null;
        Position upTo = complete;
        for (Incoming partition : partitions.values()) {
            StoredEvent event = partition.first(upTo);
            if (event != null) {
                next = partition;
                upTo = event.position();
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
                    OffsetAndMetadata offset = incoming.offset(through, reached);
                    if (offset != null) {
                        offsets.put(partition, offset);
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
