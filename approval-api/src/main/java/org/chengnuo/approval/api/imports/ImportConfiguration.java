package org.chengnuo.approval.api.imports;

import org.chengnuo.approval.projections.editions.Editions;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Set;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportSettings.class)
class ImportConfiguration {

    @Bean
    ShippedMappings shippedMappings(Editions editions) {
        return new ShippedMappings(() -> Set.copyOf(editions.calendars()));
    }
}
