package org.chengnuo.approval.api.demo;

import org.chengnuo.approval.api.evidence.EvidenceHash;
import org.chengnuo.approval.api.evidence.EvidenceStore;
import org.chengnuo.approval.api.office.Agenda;
import org.chengnuo.approval.api.office.Desk;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
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
    WhenReadySimulate whenReadySimulate(
            Simulator simulator,
            DemoSettings settings,
            ObjectProvider<EvidenceStore> evidence,
            @Value("${chengnuo.evidence.dir}") Path evidenceFolder) {
        return new WhenReadySimulate(simulator, settings, evidence, evidenceFolder);
    }

    /** Beside the server, which answers from the first moment on. */
    static final class WhenReadySimulate {

        private final Simulator simulator;
        private final DemoSettings settings;
        private final ObjectProvider<EvidenceStore> evidence;
        private final Path evidenceFolder;

        WhenReadySimulate(
                Simulator simulator,
                DemoSettings settings,
                ObjectProvider<EvidenceStore> evidence,
                Path evidenceFolder) {
            this.simulator = simulator;
            this.settings = settings;
            this.evidence = evidence;
            this.evidenceFolder = evidenceFolder;
        }

        @EventListener(ApplicationReadyEvent.class)
        void simulate() throws IOException {
            if (settings.simulate()) {
                handInTheLetter();
                simulator.start(() -> ThreeYears.of(settings.seed(), settings.projects()));
            }
        }

        /** All commitment letters of the demonstration name it. */
        private void handInTheLetter() throws IOException {
            EvidenceStore store = evidence.getIfAvailable();
            if (store != null) {
                // In the folder itself: it is moved from here to its place.
                Path file = Files.createTempFile(evidenceFolder, "letter-", ".txt");
                Files.write(file, Papers.SEALED_LETTER);
                store.keep(new EvidenceHash(Papers.LETTER), file);
                Files.deleteIfExists(file);
            }
        }
    }
}
