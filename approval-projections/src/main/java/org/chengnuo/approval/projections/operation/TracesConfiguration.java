package org.chengnuo.approval.projections.operation;

import io.opentelemetry.sdk.trace.samplers.Sampler;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TracesConfiguration {

    /** Nothing is traced where nobody has said where the traces go. */
    @Bean
    @ConditionalOnProperty(
            name = "management.opentelemetry.tracing.export.otlp.endpoint",
            havingValue = "nowhere",
            matchIfMissing = true)
    Sampler noTraces() {
        return Sampler.alwaysOff();
    }
}
