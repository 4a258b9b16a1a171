package org.chengnuo.approval.api.imports;

import org.springframework.util.unit.DataSize;

import java.nio.file.Path;

/**
 * @param dir where uploads wait until they are recorded
 * @param maxUpload the largest file that is taken, as it is uploaded
 */
record ImportSettings(Path dir, DataSize maxUpload) {

    /** What a file that is not compressed may have, one that is may unpack to. */
    ImportLimits limits() {
        ImportLimits standard = ImportLimits.standard();
        return standard.withUncompressedBytes(
                Math.max(standard.uncompressedBytes(), maxUpload.toBytes()));
    }
}
