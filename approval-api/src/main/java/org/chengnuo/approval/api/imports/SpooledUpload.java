package org.chengnuo.approval.api.imports;

import org.chengnuo.approval.api.imports.ImportRefused.Reason;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/**
 * An upload, on disk under the hash of its bytes: {@code <imports>/<sha-256>/upload}. The same
 * bytes are kept once, and a file that is there is whole: it gets its name only after its last
 * byte.
 *
 * @param hash SHA-256 of the bytes as they were uploaded (compressed, if they were), hexadecimal
 * @param directory the place for whatever else belongs to this file
 * @param file the bytes
 */
record SpooledUpload(String hash, Path directory, Path file, long bytes) {

    /**
     * @param upload read to its end, not closed
     * @param imports the directory of all imports; made if missing
     * @param limit of the upload, in bytes
     * @throws ImportRefused if it is empty or too large; nothing stays on disk then
     */
    static SpooledUpload spool(InputStream upload, Path imports, long limit) throws IOException {
        Files.createDirectories(imports);
        Path part = Files.createTempFile(imports, "incoming-", ".part");
        try {
            MessageDigest digest = ContentHash.begun();
            long bytes = copy(upload, part, digest, limit);
            if (bytes == 0) {
                throw ImportRefused.because(Reason.EMPTY);
            }
            String hash = ContentHash.of(digest);
            Path directory = Files.createDirectories(imports.resolve(hash));
            Path file = directory.resolve("upload");
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return new SpooledUpload(hash, directory, file, bytes);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static long copy(InputStream from, Path to, MessageDigest digest, long limit)
            throws IOException {
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        try (OutputStream out = Files.newOutputStream(to)) {
            for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                bytes += n;
                if (bytes > limit) {
                    throw ImportRefused.because(Reason.TOO_LARGE, limit);
                }
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
        }
        try (FileChannel written = FileChannel.open(to, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        return bytes;
    }
}
