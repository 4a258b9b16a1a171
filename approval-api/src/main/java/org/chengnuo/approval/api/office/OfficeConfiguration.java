package org.chengnuo.approval.api.office;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OfficeConfiguration {

    @Bean
    Clock officeTime() {
        return new OfficeTime(Clock.systemUTC());
    }
}
