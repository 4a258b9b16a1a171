package org.chengnuo.approval.api.database;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.chengnuo.approval.projections.operation.StartRefused;
import org.tukaani.xz.XZInputStream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * PostgreSQL's programs, unpacked from the archive for this platform that comes with this program.
 * They lie in the data folder by default and not in the temporary one, which is swept while a
 * server runs.
 */
final class PostgresBinaries {

    /** The major version whose data the archives can read. */
    static final String MAJOR = "18";

    private static final Map<String, String> SYSTEMS = Map.of("linux", "linux", "mac", "darwin");
    private static final Map<String, String> MACHINES =
            Map.of("amd64", "x86_64", "x86_64", "x86_64", "aarch64", "arm_64");

    private final Path folder;

    private PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    /** Unpacks what is not unpacked yet; several programs may share the place. */
    static PostgresBinaries unpackedIn(Path place) throws IOException {
        String archive = "postgres-%s-%s.txz".formatted(system(), machine());
        URL url = PostgresBinaries.class.getResource("/" + archive);
        if (url == null) {
            throw new StartRefused(
                    "This program brings no PostgreSQL for %s on %s: name the PostgreSQL %s that it is to use with SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD."
                            .formatted(
                                    System.getProperty("os.name"),
                                    System.getProperty("os.arch"),
                                    MAJOR));
        }
        if (!(url.openConnection() instanceof JarURLConnection jar)) {
            throw new IOException("not in a jar: " + url);
        }
        Path folder = place.resolve("postgresql-%08x".formatted(jar.getJarEntry().getCrc()));
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(place);
            Path unfinished = Files.createTempDirectory(place, "unpacking-");
            try (InputStream packed = url.openStream()) {
                unpack(packed, unfinished);
                Files.move(unfinished, folder);
            } catch (IOException e) {
                delete(unfinished);
                // Another program, which shares the place, was faster.
                if (!Files.isDirectory(folder)) {
                    throw e;
                }
            }
        }
        return new PostgresBinaries(folder);
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return SYSTEMS.getOrDefault(name.split(" ", 2)[0], "unknown");
    }

    private static String machine() {
        return MACHINES.getOrDefault(System.getProperty("os.arch"), "unknown");
    }

    private static void unpack(InputStream packed, Path folder) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(
                        new XZInputStream(new BufferedInputStream(packed, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException("outside of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    Files.copy(tar, file);
                    if ((entry.getMode() & 0100) != 0
                            && !file.toFile().setExecutable(true, false)) {
                        throw new IOException("cannot be made executable: " + file);
                    }
                } else {
                    throw new IOException("neither file, link nor folder: " + entry.getName());
                }
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * One of PostgreSQL's programs, ready to be started. Root, as whom PostgreSQL refuses to run,
     * is mapped to nobody in a user namespace of the program's own; the files remain root's.
     */
    ProcessBuilder program(String name, List<String> arguments) {
        return program(List.of(), name, arguments);
    }

    /** The same, in a session of its own: Ctrl-C in a terminal is for us and not for it. */
    ProcessBuilder ownSession(String name, List<String> arguments) {
        return program(isLinux() ? List.of("setsid") : List.of(), name, arguments);
    }

    private ProcessBuilder program(List<String> prefix, String name, List<String> arguments) {
        boolean root = isLinux() && "root".equals(System.getProperty("user.name"));
        List<String> command =
                Stream.of(
                                prefix,
                                root ? List.of("unshare", "--user") : List.<String>of(),
                                List.of(folder.resolve("bin").resolve(name).toString()),
                                arguments)
                        .flatMap(List::stream)
                        .toList();
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().keySet().removeIf(variable -> variable.startsWith("PG"));
        process.environment().put("LC_ALL", "C");
        return process;
    }

    private static boolean isLinux() {
        return system().equals("linux");
    }
}
