package org.chengnuo.approval.api.office;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

@Configuration(proxyBeanMethods = false)
class OfficeConfiguration {

    @Bean
    Clock officeTime() {
        return new OfficeTime(Clock.systemUTC());
    }
}
