package org.chengnuo.approval.projections.kafka;

import org.hibernate.validator.constraints.Range;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.HashMap;
import java.util.Map;

/**
 * Where the journal is published, and how it is reached there.
 *
 * @param bootstrapServers the brokers that are asked first, as {@code host:port,host:port}; empty:
 *     nothing is published
 * @param topic of all events
 * @param partitions of the topic, if it has to be made: as many processes can share the work of an
 *     outside reader
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

    /** What each client is told. */
    public Map<String, Object> client() {
        var client = new HashMap<String, Object>(properties);
        client.put("bootstrap.servers", bootstrapServers);
        return client;
    }
}
