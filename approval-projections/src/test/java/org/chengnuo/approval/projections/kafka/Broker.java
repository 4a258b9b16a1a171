package org.chengnuo.approval.projections.kafka;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * A real Kafka, one broker in KRaft mode, as a process of its own, so that it can be killed and
 * started again on its data.
 */
public final class Broker implements AutoCloseable {

    private final Path folder;
    private final int port;
    private Process process;

    private Broker(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    public static Broker started() {
        try {
            Path folder = Files.createTempDirectory("kafka");
            int port = freePort();
            int controller = freePort();
            Files.writeString(
                    folder.resolve("server.properties"), properties(folder, port, controller));
            run(
                            folder,
                            "kafka.tools.StorageTool",
                            "format",
                            "--cluster-id",
                            Uuid.randomUuid().toString(),
                            "--config",
                            "server.properties")
                    .waitFor();
            var broker = new Broker(folder, port, run(folder, "kafka.Kafka", "server.properties"));
            broker.awaitAnswer();
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
            return broker;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String properties(Path folder, int port, int controller) {
        return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@localhost:%2$d
        listeners=PLAINTEXT://localhost:%1$d,CONTROLLER://localhost:%2$d
        controller.listener.names=CONTROLLER
        log.dirs=%3$s
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=1
        group.initial.rebalance.delay.ms=0
        auto.create.topics.enable=false
        """
                .formatted(port, controller, folder.resolve("log"));
    }

    private static Process run(Path folder, String main, String... arguments) throws IOException {
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

    public String address() {
        return "localhost:" + port;
    }

    public KafkaSettings settings(String topic) {
        return new KafkaSettings(address(), topic, 3, (short) 1, Map.of());
    }

    /** As {@code kill -9} does it. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    public void holdUp() {
        signal("STOP");
    }

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

    public void startAgain() {
        try {
            process = run(folder, "kafka.Kafka", "server.properties");
            awaitAnswer();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void awaitAnswer() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address()))) {
            admin.describeCluster().nodes().get(60, TimeUnit.SECONDS);
        } catch (InterruptedException
                | ExecutionException
                | java.util.concurrent.TimeoutException e) {
            kill();
            throw new AssertionError("Kafka does not answer: " + folder.resolve("output"), e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
