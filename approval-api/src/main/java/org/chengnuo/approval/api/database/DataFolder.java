package org.chengnuo.approval.api.database;

import org.chengnuo.approval.projections.operation.StartRefused;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/**
 * The folder of everything that the program keeps. One program has it at a time: the lock is the
 * operating system's, and so is gone with its holder, however that ended.
 */
final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes the folder, which is made if it is not there. What can be seen to be wrong is seen
     * before anything is written.
     *
     * @throws StartRefused if the folder is in use, cannot be made or written, or belongs to
     *     another version of PostgreSQL
     */
    static DataFolder take(Path configured) {
        Path path = configured.toAbsolutePath().normalize();
        checkWritable(path);
        checkVersion(path);
        try {
            Files.createDirectories(path, readableByOwnerOnly("rwx------"));
            return new DataFolder(path, lock(path));
        } catch (IOException e) {
            throw notWritable(path, e.toString(), e);
        }
    }

    private static void checkWritable(Path path) {
        Path existing = path;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing)) {
            throw notWritable(path, existing + " is not a folder", null);
        }
        // Asks the operating system, and so sees a read-only file system too.
        if (!Files.isWritable(existing)) {
            throw notWritable(path, existing + " is not writable for this user", null);
        }
        Path cluster = path.resolve("postgresql");
        if (Files.exists(cluster) && !Files.isWritable(cluster)) {
            throw notWritable(path, cluster + " is not writable for this user", null);
        }
    }

    private static StartRefused notWritable(Path path, String why, @Nullable Throwable cause) {
        return new StartRefused(
                "Data folder %s cannot be used: %s. Name a folder that can be written with CHENGNUO_DATA_DIR."
                        .formatted(path, why),
                cause);
    }

    private static void checkVersion(Path path) {
        Path version = path.resolve("postgresql").resolve("PG_VERSION");
        if (!Files.exists(version)) {
            return;
        }
        try {
            String major = Files.readString(version).strip();
            if (!major.equals(PostgresBinaries.MAJOR)) {
                throw new StartRefused(
                        "Data folder %s was written by PostgreSQL %s, this program brings PostgreSQL %s: start the version of the program that wrote it, or move the data over with pg_upgrade."
                                .formatted(path, major, PostgresBinaries.MAJOR));
            }
        } catch (IOException e) {
            throw notWritable(path, e.toString(), e);
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        Path file = path.resolve("lock");
        FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        @Nullable FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Left open: closing any channel of this file would give up this process's lock on it.
            throw inUse(path, ProcessHandle.current().pid() + ", this very process");
        }
        if (lock == null) {
            String holder = Files.readString(file).strip();
            channel.close();
            throw inUse(path, holder.isEmpty() ? "unknown" : holder);
        }
        channel.truncate(0);
        byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
        channel.write(ByteBuffer.wrap(pid), 0);
        return channel;
    }

    private static StartRefused inUse(Path path, String pid) {
        return new StartRefused(
                "Data folder %s is in use by another running Chengnuo (pid %s): stop that one, or name another folder with CHENGNUO_DATA_DIR."
                        .formatted(path, pid));
    }

    Path path() {
        return path;
    }

    Path cluster() {
        return path.resolve("postgresql");
    }

    /** What PostgreSQL writes about itself. */
    Path log() {
        return path.resolve("postgresql.log");
    }

    /**
     * The secret that PostgreSQL asks of who connects; only the owner of the folder can read it.
     */
    String password() throws IOException {
        Path file = passwordFile();
        String password = Files.exists(file) ? Files.readString(file).strip() : "";
        if (!password.isEmpty()) {
            return password;
        }
        if (Files.exists(cluster())) {
            throw new StartRefused(
                    "The password of the PostgreSQL in %s is missing: put the file %s back, it was made together with the data."
                            .formatted(cluster(), file));
        }
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        String made = HexFormat.of().formatHex(secret);
        Files.deleteIfExists(file);
        Files.createFile(file, readableByOwnerOnly("rw-------"));
        Files.writeString(file, made);
        return made;
    }

    Path passwordFile() {
        return path.resolve("postgresql.password");
    }

    static FileAttribute<?>[] readableByOwnerOnly(String permissions) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> set = PosixFilePermissions.fromString(permissions);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set)};
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
