package org.chengnuo.approval.projections.faults;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What lies between a process and a server: a proxy that can be cut, and joined again. */
final class Line implements AutoCloseable {

    private final ServerSocket entrance;
    private final int exit;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    Line(int exit) throws IOException {
        this.exit = exit;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::take);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Nothing passes any more; not even that it is so. */
    void cut() {
        cut = true;
    }

    /** What was under way has broken off. */
    void join() {
        cut = false;
        ends.forEach(Line::hangUp);
        ends.clear();
    }

    private void take() {
        while (!entrance.isClosed()) {
            try {
                Socket near = entrance.accept();
                var far = new Socket(InetAddress.getLoopbackAddress(), exit);
                ends.add(near);
                ends.add(far);
                Thread.ofVirtual().start(() -> pass(near, far));
                Thread.ofVirtual().start(() -> pass(far, near));
            } catch (IOException e) {
                // Nobody is there now; who calls tries again.
                continue;
            }
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] some = new byte[1 << 16];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                while (cut) {
                    Thread.sleep(20);
                }
                to.getOutputStream().write(some, 0, count);
            }
        } catch (IOException e) {
            hangUp(to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ends.remove(from);
            ends.remove(to);
        }
    }

    private static void hangUp(Socket end) {
        try {
            end.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        join();
    }
}
