package org.chengnuo.approval.api.publication;

import org.chengnuo.approval.projections.kafka.KafkaSettings;
import org.chengnuo.approval.projections.kafka.Publication;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

import javax.sql.DataSource;

/** The journal is published where a Kafka is given. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("chengnuo.kafka.bootstrap-servers")
class PublicationConfiguration {

    @Bean(destroyMethod = "")
    Publication publication(
            KafkaSettings settings,
            DataSource database,
            @Value("${chengnuo.intake.idle:50ms}") Duration idle) {
        return new Publication(settings, database, idle);
    }
}
