package org.chengnuo.approval.api.imports;

import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where the files of imports are: {@code <hash>/upload}, and beside it what was made of it. */
@Component
class ImportFolder {

    private final Path path;
    private final ImportSettings settings;

    ImportFolder(ImportSettings settings) {
        this.path = settings.dir().toAbsolutePath().normalize();
        this.settings = settings;
    }

    SpooledUpload spool(InputStream upload) throws IOException {
        return SpooledUpload.spool(upload, path, settings.maxUpload().toBytes(), settings.limits());
    }

    Path upload(String hash) {
        return path.resolve(hash).resolve("upload");
    }

    /** Read under another mapping, the same file is another log. */
    Path staged(String hash, ImportMapping mapping) {
        return path.resolve(hash)
                .resolve("staged-" + mapping.fingerprint().substring(0, 16) + ".duckdb");
    }

    void clear(String hash) throws IOException {
        delete(path.resolve(hash));
    }

    /**
     * Takes away what a program that was killed left behind.
     *
     * @param needed the hashes of the imports that may go on
     */
    void clearAllBut(Set<String> needed) throws IOException {
        if (!Files.isDirectory(path)) {
            return;
        }
        List<Path> left;
        try (Stream<Path> all = Files.list(path)) {
            left = all.filter(each -> !needed.contains(each.getFileName().toString())).toList();
        }
        for (Path each : left) {
            String name = each.getFileName().toString();
            // Only what this class makes: the folder may be anybody's.
            if (name.matches("incoming-.*\\.part|[0-9a-f]{64}")) {
                delete(each);
            }
        }
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> within = Files.walk(tree)) {
            for (Path each : within.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
