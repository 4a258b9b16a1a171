package org.chengnuo.approval.projections.kafka;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.chengnuo.approval.projections.intake.Position;
import org.hibernate.validator.constraints.Range;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where the journal is published, and how it is reached there.
 *
 * @param bootstrapServers the brokers that are asked first, as {@code host:port,host:port}; empty:
 *     nothing is published
 * @param topic of all events
 * @param partitions of the topic, and parts in which the register is filled: as many processes can
 *     share this work
 * @param replication on how many brokers each partition stands, if the topic has to be made
 * @param properties what else the clients are told, as for their security, by the names of Kafka
 */
public record KafkaSettings(
        @DefaultValue("") String bootstrapServers,
        @DefaultValue("chengnuo.journal") String topic,
        @DefaultValue("6") @Range(min = 1, max = 10_000, message = "{min} to {max}") int partitions,
        @DefaultValue("1") @Range(min = 1, max = 100, message = "{min} to {max}") short replication,
        @DefaultValue Map<String, String> properties) {

    public boolean areGiven() {
        return !bootstrapServers.isBlank();
    }

    /**
     * @throws IllegalArgumentException if they are not given
     */
    public KafkaSettings required() {
        if (!areGiven()) {
            throw new IllegalArgumentException(
                    "chengnuo.feed is kafka, and chengnuo.kafka.bootstrap-servers is not given: it"
                            + " is to be as in broker-1:9092,broker-2:9092");
        }
        return this;
    }

    /**
     * @param tables for which it reads: its group is named after them
     * @param more what else it is told
     */
    KafkaConsumer<String, byte[]> consumer(String tables, Map<String, Object> more) {
        Map<String, Object> client = client();
        client.put("group.id", topic + "-" + tables);
        client.put("enable.auto.commit", false);
        client.put("auto.offset.reset", "earliest");
        client.put("isolation.level", "read_committed");
        client.put("default.api.timeout.ms", 5000);
        client.put("request.timeout.ms", 4000);
        client.put("allow.auto.create.topics", false);
        client.putAll(more);
        return new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * @throws KafkaException if there is no topic yet, or no broker
     */
    List<PartitionInfo> partitionsOf(KafkaConsumer<String, byte[]> consumer) {
        List<PartitionInfo> found = consumer.partitionsFor(topic);
        if (found.isEmpty()) {
            throw new KafkaException(
                    "there is no topic %s yet: nothing has been published".formatted(topic));
        }
        return found;
    }

    /** Whether tables are older than what is kept at the broker, as after a restore. */
    static boolean isAhead(Map<TopicPartition, OffsetAndMetadata> kept, Position place) {
        return kept.values().stream()
                .filter(Objects::nonNull)
                .anyMatch(offset -> Position.of(offset.metadata()).isAfter(place));
    }

    /** What each client is told. */
    public Map<String, Object> client() {
        var client = new HashMap<String, Object>(properties);
        client.put("bootstrap.servers", bootstrapServers);
        return client;
    }
}
