package org.chengnuo.approval.api.imports;

import org.chengnuo.approval.projections.editions.Editions;
import org.chengnuo.approval.projections.settings.ChengnuoSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Set;

@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

    @Bean
    ImportSettings importSettings(ChengnuoSettings settings) {
        return new ImportSettings(settings.importsDir(), settings.imports().maxUpload());
    }

    @Bean
    ShippedMappings shippedMappings(Editions editions) {
        return new ShippedMappings(() -> Set.copyOf(editions.calendars()));
    }
}
