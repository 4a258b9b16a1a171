package org.chengnuo.approval.projections.kafka;

import org.apache.kafka.common.Uuid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** As a process of its own, of the jars that the tests have. */
final class BrokerProcess extends Broker {

    private final Path folder;
    private Process process;

    BrokerProcess(int port, int controller) throws IOException {
        super("localhost", port);
        folder = Files.createTempDirectory("kafka");
        Files.writeString(
                folder.resolve("server.properties"),
                properties(
                        "localhost",
                        "localhost",
                        port,
                        controller,
                        folder.resolve("log").toString()));
        launch(
                        "kafka.tools.StorageTool",
                        "format",
                        "--cluster-id",
                        Uuid.randomUuid().toString(),
                        "--config",
                        "server.properties")
                .onExit()
                .join();
        process = launch("kafka.Kafka", "server.properties");
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    private Process launch(String main, String... arguments) throws IOException {
        var command =
                new java.util.ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("output").toFile()))
                .start();
    }

    @Override
    void run() {
        try {
            process = launch("kafka.Kafka", "server.properties");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void holdUp() {
        signal("STOP");
    }

    @Override
    public void letGoOn() {
        signal("CONT");
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    String output() {
        return folder.resolve("output").toString();
    }

    @Override
    public void close() {
        kill();
    }
}
