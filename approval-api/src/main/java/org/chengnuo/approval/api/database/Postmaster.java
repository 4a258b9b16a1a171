package org.chengnuo.approval.api.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What still runs of an earlier PostgreSQL in a cluster's folder, after its program was killed. Who
 * asks holds the folder's lock, so that no running program misses what is ended here.
 *
 * <p>A pid alone says nothing, for it may be another program's by now. A process is PostgreSQL's
 * and this cluster's only if it runs the program «postgres» and works in this folder, which all of
 * its processes do.
 */
final class Postmaster {

    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);

    private Postmaster() {}

    /** Ends what still runs, cleanly if it is whole, and leaves a folder that can be started. */
    static void endOrphansOf(Path cluster, PostgresBinaries binaries)
            throws IOException, InterruptedException {
        Path pidFile = cluster.resolve("postmaster.pid");
        Optional<ProcessHandle> named = namedIn(pidFile);
        if (named.filter(process -> belongsTo(cluster, process)).isPresent()) {
            log.info(
                    "A PostgreSQL of a killed program still runs (pid {}), it is stopped",
                    pid(named));
            if (!stop(cluster, binaries, "fast", 30) && !stop(cluster, binaries, "immediate", 10)) {
                log.warn(
                        "It does not stop by itself, it is killed; nothing committed is lost by"
                                + " that");
                named.ifPresent(ProcessHandle::destroyForcibly);
            }
        }
        // The rest of a killed postmaster ends by itself when it notices, unless a query keeps it.
        List<ProcessHandle> rest =
                ProcessHandle.allProcesses().filter(p -> belongsTo(cluster, p)).toList();
        for (int wait = 0;
                wait < 50 && rest.stream().anyMatch(p -> belongsTo(cluster, p));
                wait++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        rest.stream().filter(p -> belongsTo(cluster, p)).forEach(ProcessHandle::destroyForcibly);
        // PostgreSQL would take any living process of this number for its predecessor, and refuse.
        if (namedIn(pidFile).filter(process -> !belongsTo(cluster, process)).isPresent()) {
            Files.deleteIfExists(pidFile);
        }
    }

    /** Stops the PostgreSQL of this folder: «fast» ends its sessions, «immediate» asks nobody. */
    static boolean stop(Path cluster, PostgresBinaries binaries, String mode, int seconds)
            throws IOException, InterruptedException {
        return binaries.program(
                                "pg_ctl",
                                List.of(
                                        "stop",
                                        "-D",
                                        cluster.toString(),
                                        "-m",
                                        mode,
                                        "-t",
                                        Integer.toString(seconds)))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /** Whether this process says in its folder that it takes connections. */
    static boolean isReady(Path cluster, long pid) throws IOException {
        List<String> lines = lines(cluster.resolve("postmaster.pid"));
        return lines.size() >= 8
                && lines.getFirst().strip().equals(Long.toString(pid))
                && lines.get(7).strip().equals("ready");
    }

    private static Optional<ProcessHandle> namedIn(Path pidFile) throws IOException {
        List<String> lines = lines(pidFile);
        return lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    }

    private static List<String> lines(Path pidFile) throws IOException {
        return Files.exists(pidFile) ? Files.readAllLines(pidFile) : new ArrayList<>();
    }

    private static String pid(Optional<ProcessHandle> process) {
        return process.map(p -> Long.toString(p.pid())).orElse("none");
    }

    /**
     * Whether it is a running process of this cluster's PostgreSQL; one that only waits for its
     * parent to take note of its end is not.
     */
    static boolean belongsTo(Path cluster, ProcessHandle process) {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        if (Files.isDirectory(Path.of("/proc/self"))) {
            try {
                return Files.readSymbolicLink(proc.resolve("cwd")).equals(cluster.toRealPath())
                        && Files.readSymbolicLink(proc.resolve("exe"))
                                .toString()
                                .contains("/postgres");
            } catch (IOException e) {
                // Ended meanwhile, or another user's.
                return false;
            }
        }
        return process.info()
                .commandLine()
                .filter(line -> line.contains("/postgres") && line.contains(cluster.toString()))
                .isPresent();
    }
}
