package org.chengnuo.approval.api.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Optional;

/** Attachments in a folder, as {@code ab/cd/abcd…}. */
final class EvidenceOnDisk implements EvidenceStore {

    private final Path folder;

    EvidenceOnDisk(Path folder) {
        this.folder = folder;
    }

    @Override
    public boolean holds(EvidenceHash hash) {
        return Files.isRegularFile(place(hash));
    }

    @Override
    public boolean keep(EvidenceHash hash, Path file) {
        Path place = place(hash);
        try {
            boolean isNew = !holds(hash);
            Files.createDirectories(place.getParent());
            Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
            // The file is safe already; its name is when the folders that lead to it are.
            Path at = folder;
            force(at);
            for (Path step : folder.relativize(place.getParent())) {
                at = at.resolve(step);
                force(at);
            }
            return isNew;
        } catch (IOException e) {
            throw EvidenceProblems.unavailable(e);
        }
    }

    @Override
    public Optional<Evidence> read(EvidenceHash hash) {
        Path place = place(hash);
        try {
            EvidenceHash found = hashOf(place);
            if (!found.equals(hash)) {
                throw EvidenceProblems.damaged(hash, found);
            }
            return Optional.of(Evidence.in(place));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw EvidenceProblems.unavailable(e);
        }
    }

    private Path place(EvidenceHash hash) {
        return folder.resolve(hash.place());
    }

    private static EvidenceHash hashOf(Path file) throws IOException {
        MessageDigest digest = EvidenceHash.begun();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return EvidenceHash.of(digest);
    }

    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
