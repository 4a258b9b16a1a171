package org.chengnuo.approval.projections.operation;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.core.env.Environment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The port that the web server is going to listen on. */
final class WebPort {

    private WebPort() {}

    /**
     * Looks, without keeping the port, whether the web server will get it.
     *
     * @throws StartRefused if it will not
     */
    static void check(Environment environment, @Nullable WebApplicationType type) {
        int port = environment.getProperty("server.port", Integer.class, 8080);
        if (type == WebApplicationType.NONE
                || "none"
                        .equalsIgnoreCase(
                                environment.getProperty("spring.main.web-application-type"))
                || port <= 0) {
            return;
        }
        String address = environment.getProperty("server.address");
        try (ServerSocket socket = new ServerSocket()) {
            // As the web server does, or the connections of a program that has just ended would
            // count.
            socket.setReuseAddress(true);
            socket.bind(
                    address == null
                            ? new InetSocketAddress(port)
                            : new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (IOException | IllegalArgumentException e) {
            throw inUse(port);
        }
    }

    static StartRefused inUse(int port) {
        return new StartRefused(
                "Port %d cannot be listened on, most likely another program does: stop that program, or choose another port with SERVER_PORT."
                        .formatted(port));
    }
}
