package org.chengnuo.approval.api.demo;

import org.chengnuo.approval.api.office.Agenda;
import org.chengnuo.approval.api.office.Desk;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@Profile("demo")
@EnableConfigurationProperties(DemoSettings.class)
class DemoConfiguration {

    @Bean
    Simulator simulator(
            Desk desk,
            Agenda agenda,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            SimulationProgress progress) {
        return new Simulator(desk, agenda, jdbc, transaction, progress);
    }

    @Bean
    WhenReadySimulate whenReadySimulate(Simulator simulator, DemoSettings settings) {
        return new WhenReadySimulate(simulator, settings);
    }

    /** Beside the server, which answers from the first moment on. */
    static final class WhenReadySimulate {

        private final Simulator simulator;
        private final DemoSettings settings;

        WhenReadySimulate(Simulator simulator, DemoSettings settings) {
            this.simulator = simulator;
            this.settings = settings;
        }

        @EventListener(ApplicationReadyEvent.class)
        void simulate() {
            if (settings.simulate()) {
                simulator.start(() -> ThreeYears.of(settings.seed(), settings.projects()));
            }
        }
    }
}
