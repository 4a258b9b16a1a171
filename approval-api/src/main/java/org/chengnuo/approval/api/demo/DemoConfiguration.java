package org.chengnuo.approval.api.demo;

import org.chengnuo.approval.api.evidence.EvidenceHash;
import org.chengnuo.approval.api.evidence.EvidenceStore;
import org.chengnuo.approval.api.office.Agenda;
import org.chengnuo.approval.api.office.Desk;
import org.chengnuo.approval.projections.settings.ChengnuoSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

@Configuration(proxyBeanMethods = false)
@Profile("demo")
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
    WhenReadySimulate whenReadySimulate(
            Simulator simulator,
            ChengnuoSettings settings,
            ObjectProvider<EvidenceStore> evidence) {
        return new WhenReadySimulate(simulator, settings, evidence);
    }

    /** Beside the server, which answers from the first moment on. */
    static final class WhenReadySimulate {

        private final Simulator simulator;
        private final ChengnuoSettings settings;
        private final ObjectProvider<EvidenceStore> evidence;

        WhenReadySimulate(
                Simulator simulator,
                ChengnuoSettings settings,
                ObjectProvider<EvidenceStore> evidence) {
            this.simulator = simulator;
            this.settings = settings;
            this.evidence = evidence;
        }

        @EventListener(ApplicationReadyEvent.class)
        void simulate() throws IOException {
            ChengnuoSettings.Demo demo = settings.demo();
            if (demo.simulate()) {
                handInTheLetter();
                simulator.start(() -> ThreeYears.of(demo.seed(), demo.projects()));
            }
        }

        /** All commitment letters of the demonstration name it. */
        private void handInTheLetter() throws IOException {
            EvidenceStore store = evidence.getIfAvailable();
            if (store != null) {
                // In the folder itself: it is moved from here to its place.
                Path file = Files.createTempFile(settings.evidenceDir(), "letter-", ".txt");
                Files.write(file, Papers.SEALED_LETTER);
                store.keep(new EvidenceHash(Papers.LETTER), file);
                Files.deleteIfExists(file);
            }
        }
    }
}
