package org.chengnuo.approval.projections.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.intake.StoredEvent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What stands in the topic, read to its end. */
public final class Topic {

    private final KafkaSettings settings;
    private final UUID journal;

    public Topic(KafkaSettings settings, UUID journal) {
        this.settings = settings;
        this.journal = journal;
    }

    /**
     * A transaction whose commit is confirmed may not be readable yet: its end is waited for, as is
     * that of every transaction that has written something.
     */
    List<ConsumerRecord<String, byte[]>> records() {
        Map<String, Object> client = settings.client();
        client.put("isolation.level", "read_committed");
        try (var consumer =
                new KafkaConsumer<>(
                        client, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(settings.topic()).stream()
                            .map(each -> new TopicPartition(each.topic(), each.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = ends(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /** Of all that is written, committed or not. */
    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions) {
        try (var consumer =
                new KafkaConsumer<>(
                        settings.client(),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            return consumer.endOffsets(partitions);
        }
    }

    /**
     * What is not as it should be: all events are there, each partition has them in order, if what
     * comes again is passed over, and each story is in one of them.
     */
    public List<String> violations(List<StoredEvent> expected) {
        var violations = new ArrayList<String>();
        var found = new HashSet<StoredEvent>();
        var last = new HashMap<Integer, Position>();
        var places = new HashMap<String, Set<Integer>>();
        for (ConsumerRecord<String, byte[]> stored : records()) {
            StoredEvent event = EventMessages.read(stored, journal).event();
            if (event == null) {
                continue;
            }
            if (!event.stream().equals(stored.key())) {
                violations.add("%s has the key %s".formatted(event.position(), stored.key()));
            }
            Position before = last.getOrDefault(stored.partition(), Position.START);
            if (event.position().isAfter(before)) {
                last.put(stored.partition(), event.position());
                if (!found.add(event)) {
                    violations.add("%s is there twice".formatted(event.position()));
                }
            } else if (!found.contains(event)) {
                violations.add(
                        "%s comes first after %s in partition %d"
                                .formatted(event.position(), before, stored.partition()));
            }
            places.computeIfAbsent(event.stream(), _ -> new HashSet<>()).add(stored.partition());
        }
        places.forEach(
                (stream, partitions) -> {
                    if (partitions.size() > 1) {
                        violations.add(stream + " is in the partitions " + partitions);
                    }
                });
        if (!found.equals(Set.copyOf(expected))) {
            violations.add(
                    "%d events are published, and the journal has %d"
                            .formatted(found.size(), expected.size()));
        }
        return violations;
    }
}
