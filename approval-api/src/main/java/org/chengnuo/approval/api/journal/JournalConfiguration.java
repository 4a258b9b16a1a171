package org.chengnuo.approval.api.journal;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.chengnuo.approval.Circumstances;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import javax.sql.DataSource;

/**
 * Axon, with the parts that we use and no others: no modules that it would find by itself, and so
 * neither its update checker nor its server.
 */
@Configuration(proxyBeanMethods = false)
class JournalConfiguration {

    @Bean(initMethod = "start", destroyMethod = "shutdown")
    org.axonframework.config.Configuration axon(
            DataSource database,
            PlatformTransactionManager transactions,
            Circumstances circumstances,
            Clock clock) {
        // The moment of recording is the office's time, never a client's.
        GenericEventMessage.clock = clock;
        return DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(_ -> new JournalSerializer())
                .configureTransactionManager(_ -> new SpringTransactionManager(transactions))
                .configureEmbeddedEventStore(axon -> engine(axon, database))
                .configureCorrelationDataProviders(_ -> List.of(whoActed()))
                .registerComponent(Circumstances.class, _ -> circumstances)
                .configureAggregate(aggregate(ProjectAggregate.class))
                .configureAggregate(aggregate(PolicyAggregate.class))
                .configureAggregate(aggregate(CalendarAggregate.class))
                .configureAggregate(aggregate(AssessmentAggregate.class))
                .buildConfiguration();
    }

    @Bean
    CommandGateway commandGateway(org.axonframework.config.Configuration axon) {
        return axon.commandGateway();
    }

    @Bean
    EventStore eventStore(org.axonframework.config.Configuration axon) {
        return axon.eventStore();
    }

    private static EventStorageEngine engine(
            org.axonframework.config.Configuration axon, DataSource database) {
        Serializer serializer = axon.serializer();
        return new Engine(
                JdbcEventStorageEngine.builder()
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        .persistenceExceptionResolver(new JdbcSQLErrorCodesResolver())
                        // Not aware of Axon's unit of work: that would roll back the whole
                        // transaction, past the savepoint of the desk.
                        .connectionProvider(new SpringDataSourceConnectionProvider(database))
                        .transactionManager(axon.getComponent(TransactionManager.class))
                        .dataType(String.class)
                        .schema(
                                EventSchema.builder()
                                        .eventTable("journal.event")
                                        .snapshotTable("journal.snapshot")
                                        .globalIndexColumn("position")
                                        .timestampColumn("recorded_at")
                                        .eventIdentifierColumn("event_id")
                                        .aggregateIdentifierColumn("stream")
                                        .sequenceNumberColumn("sequence")
                                        .typeColumn("aggregate_type")
                                        .payloadTypeColumn("name")
                                        .payloadRevisionColumn("revision")
                                        .payloadColumn("payload")
                                        .metaDataColumn("metadata")
                                        .build()));
    }

    /** Every event carries who acted, for whom, through which channel or import. */
    private static CorrelationDataProvider whoActed() {
        return new SimpleCorrelationDataProvider(Envelope.KEYS.toArray(String[]::new));
    }

    private static <T> AggregateConfigurer<T> aggregate(Class<T> type) {
        return AggregateConfigurer.defaultConfiguration(type)
                .configureCommandTargetResolver(_ -> streamOfCommand());
    }

    /** Commands carry no annotation of a framework: each says itself which story it is for. */
    private static CommandTargetResolver streamOfCommand() {
        return message ->
                new VersionedAggregateIdentifier(
                        (Object) ((Act) message.getPayload()).command().stream(), null);
    }

    /** Keeps the moment of recording as a moment, not as text. */
    private static final class Engine extends JdbcEventStorageEngine {

        Engine(Builder builder) {
            super(builder);
        }

        @Override
        protected void writeTimestamp(PreparedStatement statement, int position, Instant timestamp)
                throws SQLException {
            statement.setObject(position, timestamp.atOffset(ZoneOffset.UTC));
        }

        @Override
        protected Object readTimeStamp(ResultSet row, String column) throws SQLException {
            return row.getObject(column, OffsetDateTime.class).toInstant();
        }
    }
}
