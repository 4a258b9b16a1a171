package org.chengnuo.approval.api.publication;

import org.chengnuo.approval.projections.kafka.Publication;
import org.chengnuo.approval.projections.settings.ChengnuoSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import javax.sql.DataSource;

/** The journal is published where a Kafka is given. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${chengnuo.kafka.bootstrap-servers:}'.isBlank()")
class PublicationConfiguration {

    @Bean(destroyMethod = "")
    Publication publication(ChengnuoSettings settings, DataSource database) {
        return new Publication(settings.kafka(), database, settings.intake().idle());
    }
}
