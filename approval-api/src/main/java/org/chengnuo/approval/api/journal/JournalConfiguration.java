package org.chengnuo.approval.api.journal;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.serialization.Serializer;
import org.chengnuo.approval.project.ProjectCommand;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

@Configuration(proxyBeanMethods = false)
class JournalConfiguration {

    @Bean
    @Primary
    Serializer journalSerializer() {
        return new JournalSerializer();
    }

    @Bean
    EventStorageEngine journalEngine(
            Serializer serializer,
            ConnectionProvider connections,
            TransactionManager transactions,
            Clock clock) {
        // The moment of recording is the office's time, never a client's.
        GenericEventMessage.clock = clock;
        return new Engine(
                JdbcEventStorageEngine.builder()
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        .connectionProvider(connections)
                        .transactionManager(transactions)
                        .dataType(String.class)
                        .schema(
                                EventSchema.builder()
                                        .eventTable("journal.event")
                                        .snapshotTable("journal.snapshot")
                                        .globalIndexColumn("position")
                                        .timestampColumn("recorded_at")
                                        .eventIdentifierColumn("event_id")
                                        .aggregateIdentifierColumn("project_id")
                                        .sequenceNumberColumn("sequence")
                                        .typeColumn("aggregate_type")
                                        .payloadTypeColumn("name")
                                        .payloadRevisionColumn("revision")
                                        .payloadColumn("payload")
                                        .metaDataColumn("metadata")
                                        .build()));
    }

    /** Every event carries who acted, for whom, through which channel or import. */
    @Bean
    CorrelationDataProvider whoActed() {
        return new SimpleCorrelationDataProvider(Envelope.KEYS.toArray(String[]::new));
    }

    /** Commands carry no annotation of a framework: each says itself which project it is for. */
    @Bean
    CommandTargetResolver projectOfCommand() {
        return (CommandMessage<?> command) ->
                new VersionedAggregateIdentifier(
                        ((ProjectCommand) command.getPayload()).project().toString(), null);
    }

    /** Keeps the moment of recording as a moment, not as text. */
    private static final class Engine extends JdbcEventStorageEngine {

        Engine(Builder builder) {
            super(builder);
        }

        @Override
        protected void writeTimestamp(
                PreparedStatement statement, int position, Instant timestamp)
                throws SQLException {
            statement.setObject(position, timestamp.atOffset(ZoneOffset.UTC));
        }

        @Override
        protected Object readTimeStamp(ResultSet row, String column) throws SQLException {
            return row.getObject(column, OffsetDateTime.class).toInstant();
        }
    }
}
