package org.chengnuo.approval.api.problem;

import org.chengnuo.approval.projections.intake.DomainJson;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Requests and answers write the domain's values as the journal does. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    @Bean
    JsonMapperBuilderCustomizer domainJson() {
        return DomainJson::customize;
    }
}
