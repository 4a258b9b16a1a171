package org.chengnuo.approval.projections.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** One process of the installation, which can be killed and held up. */
final class Station {

    private final String name;
    private final Path folder;
    private final List<String> command;
    private Process process;

    Station(String name, Path folder, List<String> command) {
        this.name = name;
        this.folder = folder;
        this.command = command;
        this.process = begun();
    }

    private Process begun() {
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(
                                    folder.resolve(name + ".log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return name;
    }

    /** With what it has started itself, as PostgreSQL has. */
    void kill() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        process.onExit().join();
        // A PostgreSQL does not start again before the last of them has gone, which they do alone.
        children.forEach(child -> child.onExit().join());
    }

    /** As who runs programs does it with one that could not start, or has given up. */
    void startAgainIfEnded() {
        if (!process.isAlive()) {
            process = begun();
        }
    }

    void startAgain() {
        process = begun();
    }

    /** SIGTERM, and its end. */
    void end() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
        }
    }

    void holdUp() {
        signal("STOP");
    }

    void letGoOn() {
        signal("CONT");
    }

    private void signal(String signal) {
        process.descendants().forEach(child -> signal(signal, child));
        signal(signal, process.toHandle());
    }

    private static void signal(String signal, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String java() {
        return Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin", "java")
                .toString();
    }
}
