package org.chengnuo.approval.projections.kafka;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.chengnuo.approval.projections.intake.Places;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.intake.StoredEvent;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * How an event of the journal stands in Kafka: a CloudEvent 1.0 in binary mode, its key the story,
 * its value the payload as it is stored. The contract is {@code deploy/asyncapi.json}.
 *
 * <p>Beside the events there are marks: each partition is told up to which position all events of
 * the journal are published. Only by them can a reader of several partitions know that nothing is
 * missing.
 */
final class EventMessages {

    /** What a mark is called. */
    static final String MARK = "org.chengnuo.journal.published.v1";

    private static final String TYPES = "org.chengnuo.";
    private static final String REVISION = ".v";
    private static final String SOURCE = "urn:uuid:";

    /** The extensions of CloudEvents that an event has. */
    static final String POSITION = "position";

    static final String SEQUENCE = "sequence";
    static final String AGGREGATE = "aggregate";
    static final String METADATA = "metadata";

    private EventMessages() {}

    /**
     * @param partitions how many the topic has
     * @param journal which one it is of
     */
    static ProducerRecord<String, byte[]> of(
            String topic, int partitions, UUID journal, StoredEvent event) {
        CloudEventBuilder message =
                CloudEventBuilder.v1()
                        .withId(event.id())
                        .withSource(source(journal))
                        .withType(TYPES + event.name() + REVISION + event.revision())
                        .withSubject(event.stream())
                        .withTime(event.recordedAt().atOffset(ZoneOffset.UTC))
                        .withDataContentType("application/json")
                        .withExtension(POSITION, event.position().toString())
                        .withExtension(SEQUENCE, Long.toString(event.sequence()))
                        .withExtension(METADATA, event.metadata())
                        .withData(event.payload().getBytes(StandardCharsets.UTF_8));
        if (event.aggregateType() != null) {
            message.withExtension(AGGREGATE, event.aggregateType());
        }
        return KafkaMessageFactory.<String>createWriter(
                        topic, Places.partOf(event.stream(), partitions), null, event.stream())
                .writeBinary(message.build());
    }

    /**
     * @param now by the server's time
     */
    static ProducerRecord<String, byte[]> mark(
            String topic, int partition, UUID journal, Position published, Instant now) {
        return KafkaMessageFactory.<String>createWriter(topic, partition, now.toEpochMilli(), null)
                .writeBinary(
                        CloudEventBuilder.v1()
                                .withId(journal + "/" + published)
                                .withSource(source(journal))
                                .withType(MARK)
                                .withTime(now.atOffset(ZoneOffset.UTC))
                                .withExtension(POSITION, published.toString())
                                .build());
    }

    /**
     * What stands in a record.
     *
     * @param event null if it is a mark
     */
    record Message(Position position, @Nullable StoredEvent event) {}

    /**
     * @throws IllegalArgumentException if it is not of this journal, or nothing that the journal
     *     publishes; the message tells where it stands
     */
    static Message read(ConsumerRecord<?, byte[]> stored, UUID journal) {
        try {
            CloudEvent message = KafkaMessageFactory.createReader(stored).toEvent();
            if (!message.getSource().equals(source(journal))) {
                throw new IllegalArgumentException(
                        "it is of %s, and the journal is %s"
                                .formatted(message.getSource(), source(journal)));
            }
            Position position = Position.of(extension(message, POSITION));
            return new Message(
                    position, message.getType().equals(MARK) ? null : event(message, position));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "%s-%d holds at offset %d what the journal has not published: %s"
                            .formatted(
                                    stored.topic(),
                                    stored.partition(),
                                    stored.offset(),
                                    e.getMessage()),
                    e);
        }
    }

    private static StoredEvent event(CloudEvent message, Position position) {
        String type = message.getType();
        int revision = type.lastIndexOf(REVISION);
        if (!type.startsWith(TYPES) || revision < TYPES.length()) {
            throw new IllegalArgumentException("«%s» is no type of an event".formatted(type));
        }
        String stream = message.getSubject();
        var recordedAt = message.getTime();
        var data = message.getData();
        if (stream == null || recordedAt == null || data == null) {
            throw new IllegalArgumentException("it has no subject, no time or no data");
        }
        return new StoredEvent(
                position,
                message.getId(),
                (String) message.getExtension(AGGREGATE),
                stream,
                Long.parseLong(extension(message, SEQUENCE)),
                recordedAt.toInstant(),
                type.substring(TYPES.length(), revision),
                type.substring(revision + REVISION.length()),
                extension(message, METADATA),
                new String(data.toBytes(), StandardCharsets.UTF_8));
    }

    private static String extension(CloudEvent message, String name) {
        if (message.getExtension(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("it has no extension «%s»".formatted(name));
    }

    private static URI source(UUID journal) {
        return URI.create(SOURCE + journal);
    }
}
