package org.chengnuo.approval.api.evidence;

import org.chengnuo.approval.projections.operation.StartRefused;
import org.chengnuo.approval.projections.settings.ChengnuoSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.io.IOException;
import java.nio.file.Path;

/** On disk, unless S3 is named. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class EvidenceConfiguration {

    @Bean
    EvidenceSettings evidenceSettings(ChengnuoSettings settings) {
        return EvidenceSettings.of(settings);
    }

    @Bean
    EvidenceStore evidenceStore(EvidenceSettings settings) {
        Path folder = settings.dir().toAbsolutePath().normalize();
        try {
            Upload.prepare(incoming(settings));
        } catch (IOException e) {
            throw new StartRefused(
                    "Attachments cannot be kept in %s: %s. Name a folder that can be written with chengnuo.evidence.dir."
                            .formatted(folder, e),
                    e);
        }
        return settings.s3() == null
                ? new EvidenceOnDisk(folder)
                : EvidenceInS3.connected(settings.s3(), incoming(settings));
    }

    /** In the folder itself: what is moved from here to its place stays in one file system. */
    static Path incoming(EvidenceSettings settings) {
        return settings.dir().toAbsolutePath().normalize().resolve("incoming");
    }
}
