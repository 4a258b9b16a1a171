package org.chengnuo.approval.api.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.stream.Stream;

/** An attachment on its way in: whole and safe on disk. It goes away when it is closed. */
record Upload(Path file, EvidenceHash hash, long bytes) implements AutoCloseable {

    private static final String PREFIX = "incoming-";
    private static final String SUFFIX = ".part";

    /**
     * @param content read to its end, not closed
     * @param limit in bytes
     * @throws org.chengnuo.approval.projections.problem.ProblemFound if it is too large; nothing
     *     stays on disk then
     */
    static Upload spool(InputStream content, Path incoming, long limit) throws IOException {
        Path file = Files.createTempFile(incoming, PREFIX, SUFFIX);
        try {
            MessageDigest digest = EvidenceHash.begun();
            long bytes = copy(content, file, digest, limit);
            return new Upload(file, EvidenceHash.of(digest), bytes);
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(file);
            throw failure;
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
                    throw EvidenceProblems.tooLarge(limit);
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

    /** Makes the folder of incoming files, and clears away what a killed program left in it. */
    static void prepare(Path incoming) throws IOException {
        Files.createDirectories(incoming);
        try (Stream<Path> files = Files.list(incoming)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                // Only what this class makes: the folder may be anybody's.
                if (name.startsWith(PREFIX) && name.endsWith(SUFFIX)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
