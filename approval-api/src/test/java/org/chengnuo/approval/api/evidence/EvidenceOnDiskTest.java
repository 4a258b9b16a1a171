package org.chengnuo.approval.api.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class EvidenceOnDiskTest extends EvidenceStoreTest {

    @Override
    EvidenceStore store(Path folder) {
        return new EvidenceOnDisk(folder);
    }

    @Override
    void damage(EvidenceHash hash, byte[] content) throws IOException {
        Files.write(temp.resolve(hash.place()), content);
    }

    @Test
    void spreadsOverFolders() {
        EvidenceHash hash = new EvidenceHash("0a1b" + "c".repeat(60));
        assertThat(hash.place()).isEqualTo("0a/1b/" + hash);
    }
}
