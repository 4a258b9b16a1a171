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
 * An upload, on disk. It goes away when it is closed, unless it was kept; and a file that was kept
 * is whole: it gets its name only after its last byte.
 */
final class SpooledUpload implements AutoCloseable {

    private final Path part;
    private final String hash;
    private final long bytes;

    private SpooledUpload(Path part, String hash, long bytes) {
        this.part = part;
        this.hash = hash;
        this.bytes = bytes;
    }

    /**
     * @param upload read to its end, not closed
     * @param imports the directory of all imports; made if missing
     * @param limit of the upload, in bytes
     * @throws ImportRefused if it is empty or too large; nothing stays on disk then
     */
    static SpooledUpload spool(InputStream upload, Path imports, long limit, ImportLimits limits)
            throws IOException {
        Files.createDirectories(imports);
        Path part = Files.createTempFile(imports, "incoming-", ".part");
        try {
            MessageDigest digest = ContentHash.begun();
            long bytes = copy(upload, part, digest, limit);
            if (bytes == 0) {
                throw ImportRefused.because(Reason.EMPTY);
            }
            return new SpooledUpload(part, hashOfLog(part, limits, digest), bytes);
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(part);
            throw failure;
        }
    }

    /**
     * SHA-256 of the log, uncompressed and without a byte-order mark, hexadecimal: the same log is
     * known again however it was packed. Of one that cannot be unpacked, of the bytes as they came.
     */
    String hash() {
        return hash;
    }

    /** As uploaded. */
    long bytes() {
        return bytes;
    }

    /** Takes the place of what is there: that is the same log. */
    void keepAt(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(part);
    }

    private static String hashOfLog(Path file, ImportLimits limits, MessageDigest asItCame)
            throws IOException {
        try (OpenedLog log = OpenedLog.open(file, limits)) {
            MessageDigest digest = ContentHash.begun();
            byte[] buffer = new byte[1 << 16];
            for (int n = log.bytes().read(buffer); n >= 0; n = log.bytes().read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return ContentHash.of(digest);
        } catch (ImportRefused _) {
            // The import itself is going to say what is wrong.
            return ContentHash.of(asItCame);
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
