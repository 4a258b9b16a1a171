package org.chengnuo.approval.api.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chengnuo.approval.api.evidence.EvidenceSettings.S3;
import org.chengnuo.approval.projections.operation.StartRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

class EvidenceConfigurationTest {

    @TempDir Path temp;

    private static EvidenceStore store(Path dir, @Nullable S3 s3) {
        return new EvidenceConfiguration()
                .evidenceStore(new EvidenceSettings(dir, DataSize.ofMegabytes(20), s3));
    }

    @Test
    void makesItsFolder() {
        assertThat(store(temp.resolve("a/b"), null)).isInstanceOf(EvidenceOnDisk.class);
        assertThat(temp.resolve("a/b/incoming")).isDirectory();
    }

    @Test
    void refusesAFolderThatCannotBeMade() throws IOException {
        Path file = Files.createFile(temp.resolve("file"));
        assertThatThrownBy(() -> store(file.resolve("evidence"), null))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("chengnuo.evidence.dir");
    }

    @Test
    void asksTheStorageThatIsNamed() {
        S3 nobody = new S3(URI.create("http://localhost:1"), "b", "cn-north-1", "a", "s");
        assertThatThrownBy(() -> store(temp, nobody))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("bucket «b» at http://localhost:1 cannot be used");
    }
}
