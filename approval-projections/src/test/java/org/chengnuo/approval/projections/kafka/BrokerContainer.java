package org.chengnuo.approval.projections.kafka;

import com.github.dockerjava.api.DockerClient;

import org.chengnuo.approval.parts.Parts;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;

import java.util.List;

/** In a container; Testcontainers ends it with the JVM, if it is not closed before. */
final class BrokerContainer extends Broker {

    private final DockerClient engine;
    private final GenericContainer<?> container;

    BrokerContainer(int port, int controller) {
        String host = DockerClientFactory.instance().dockerHostIpAddress();
        super(host, port);
        container =
                new GenericContainer<>(Parts.kafka())
                        .withEnv("KAFKA_HEAP_OPTS", "-Xmx256m")
                        .withCopyToContainer(
                                Transferable.of(
                                        properties(
                                                "", host, port, controller, "/var/lib/kafka/data")),
                                "/mnt/shared/config/server.properties");
        // A fixed one: the engine would choose another at each start, and the broker says its own.
        container.setPortBindings(List.of(port + ":" + port));
        container.start();
        engine = container.getDockerClient();
    }

    @Override
    void run() {
        engine.startContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void kill() {
        engine.killContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void holdUp() {
        engine.pauseContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void letGoOn() {
        engine.unpauseContainerCmd(container.getContainerId()).exec();
    }

    @Override
    String output() {
        return container.getLogs();
    }

    @Override
    public void close() {
        container.stop();
    }
}
