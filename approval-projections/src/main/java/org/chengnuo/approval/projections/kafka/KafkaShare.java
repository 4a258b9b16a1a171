package org.chengnuo.approval.projections.kafka;

import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.chengnuo.approval.projections.intake.EventReader;
import org.chengnuo.approval.projections.intake.FeedEntry;
import org.chengnuo.approval.projections.intake.Places;
import org.chengnuo.approval.projections.intake.Portion;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.intake.ReadModel;
import org.chengnuo.approval.projections.intake.StoredEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Reads the partitions that fall to this process, of all that fill the same tables: they are one
 * consumer group, named after the tables. A partition is a part of the tables, with a place of its
 * own; the tables are asked for it whenever a partition falls to this process.
 *
 * <p>The group tells who works on what, and no more. Two processes that both believe to have a
 * partition, because one of them was held up, are kept apart by the place in the tables. As with
 * {@link KafkaReader}, offsets are only where to begin to look.
 */
final class KafkaShare implements EventReader {

    private static final Logger log = LoggerFactory.getLogger(KafkaShare.class);

    /** As long as an idle reader waits for an event. */
    private static final Duration LONGEST_POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final UUID journal;
    private final Supplier<Places> tables;
    private final Map<Integer, Incoming> partitions = new TreeMap<>();
    private final String topic;
    private Places places;

    KafkaShare(KafkaSettings settings, UUID journal, UUID build, Supplier<Places> tables) {
        this.journal = journal;
        this.tables = tables;
        this.topic = settings.topic();
        this.places = tables.get();
        this.consumer =
                settings.consumer(
                        build.toString(),
                        Map.of(
                                "partition.assignment.strategy",
                                CooperativeStickyAssignor.class.getName(),
                                // Of a process that died, after that time.
                                "session.timeout.ms",
                                6000,
                                "heartbeat.interval.ms",
                                1000,
                                "max.poll.records",
                                4000));
        try {
            int found = settings.partitionsOf(consumer).size();
            if (found != places.count()) {
                throw new IllegalStateException(
                        "the topic %s has %d partitions, and the tables are filled in %d parts"
                                .formatted(topic, found, places.count()));
            }
            consumer.subscribe(Set.of(topic), new Falling());
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    private final class Falling implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> fallen) {
            if (fallen.isEmpty()) {
                return;
            }
            Places now = tables.get();
            Map<TopicPartition, OffsetAndMetadata> kept = consumer.committed(Set.copyOf(fallen));
            for (TopicPartition each : fallen) {
                Position place = now.of(each.partition());
                places = places.with(each.partition(), place);
                partitions.put(each.partition(), new Incoming(place));
                OffsetAndMetadata offset = kept.get(each);
                if (offset != null && KafkaSettings.isAhead(Map.of(each, offset), place)) {
                    consumer.seekToBeginning(Set.of(each));
                }
            }
            log.debug("the parts {} fall to this process", partitions.keySet());
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> taken) {
            taken.forEach(each -> partitions.remove(each.partition()));
        }
    }

    @Override
    public Portion next(int limit) {
        int waiting = waiting(limit);
        if (waiting < limit) {
            int fetched = fetch(waiting > 0 ? Duration.ZERO : LONGEST_POLL);
            while (fetched > 0 && waiting(limit) < limit) {
                fetched = fetch(Duration.ZERO);
            }
        } else {
            // Nothing is to be fetched; it has to be seen to be alive.
            consumer.pause(consumer.assignment());
            fetch(Duration.ZERO);
            consumer.resume(consumer.paused());
        }
        Places from = places;
        var entries = new ArrayList<FeedEntry>();
        partitions.forEach((part, incoming) -> take(part, incoming, limit, entries));
        return new Portion(from, entries, places, entries.size() >= limit);
    }

    private int waiting(int limit) {
        int count = 0;
        for (Incoming partition : partitions.values()) {
            count += partition.waitingUpTo(partition.complete(), limit - count);
        }
        return count;
    }

    private int fetch(Duration longest) {
        ConsumerRecords<String, byte[]> records = polled(longest);
        for (ConsumerRecord<String, byte[]> stored : records) {
            Incoming incoming = partitions.get(stored.partition());
            if (incoming != null) {
                incoming.keep(stored, journal);
            }
        }
        return records.count();
    }

    private ConsumerRecords<String, byte[]> polled(Duration longest) {
        try {
            return consumer.poll(longest);
        } catch (KafkaException e) {
            if (e.getCause() instanceof ReadModel.MovedOn moved) {
                // The tables were asked where they are, and others stand in their place.
                throw moved;
            }
            throw e;
        }
    }

    private void take(int part, Incoming incoming, int limit, List<FeedEntry> entries) {
        Position complete = incoming.complete();
        Position place = places.of(part);
        for (StoredEvent first = incoming.first(complete);
                first != null;
                first = incoming.first(complete)) {
            if (entries.size() >= limit && first.position().transaction() != place.transaction()) {
                break;
            }
            entries.add(incoming.remove().entry());
            place = first.position();
        }
        if (incoming.first(complete) == null && complete.isAfter(place)) {
            place = complete;
        }
        places = places.with(part, place);
    }

    @Override
    public void taken() {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        partitions.forEach(
                (part, incoming) -> {
                    Position place = places.of(part);
                    OffsetAndMetadata offset = incoming.offset(place, place);
                    if (offset != null) {
                        offsets.put(new TopicPartition(topic, part), offset);
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
