package org.chengnuo.approval.projections.kafka;

import org.apache.kafka.clients.admin.Admin;
import org.chengnuo.approval.parts.Parts;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A real Kafka, one broker in KRaft mode, that can be killed and started again on its data and at
 * its address.
 */
public abstract sealed class Broker implements AutoCloseable
        permits BrokerProcess, BrokerContainer {

    private final String address;

    Broker(String host, int port) {
        this.address = host + ":" + port;
    }

    public static Broker started(Parts parts) {
        try {
            int port = freePort();
            int controller = freePort();
            Broker broker =
                    switch (parts) {
                        case EMBEDDED -> new BrokerProcess(port, controller);
                        case CONTAINERS -> new BrokerContainer(port, controller);
                    };
            broker.awaitAnswer();
            return broker;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /**
     * @param listening where it listens, and {@code host} where others find it
     */
    static String properties(
            String listening, String host, int port, int controller, String folder) {
        return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@localhost:%4$d
        listeners=PLAINTEXT://%1$s:%3$d,CONTROLLER://localhost:%4$d
        advertised.listeners=PLAINTEXT://%2$s:%3$d
        controller.listener.names=CONTROLLER
        log.dirs=%5$s
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=1
        group.initial.rebalance.delay.ms=0
        auto.create.topics.enable=false
        """
                .formatted(listening, host, port, controller, folder);
    }

    public String address() {
        return address;
    }

    public KafkaSettings settings(String topic) {
        return new KafkaSettings(address(), topic, 3, (short) 1, Map.of());
    }

    /** As {@code kill -9} does it. */
    public abstract void kill();

    public abstract void holdUp();

    public abstract void letGoOn();

    public void startAgain() {
        run();
        awaitAnswer();
    }

    abstract void run();

    /** Its own words, or where they are. */
    abstract String output();

    private void awaitAnswer() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address()))) {
            admin.describeCluster().nodes().get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            String output = output();
            close();
            throw new AssertionError("Kafka does not answer: " + output, e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public abstract void close();
}
