package org.chengnuo.approval.projections.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Clients who register projects and file, accept and decide, and send each command again, to any
 * node, until it is answered. Each command has a key of its own, which stands in what it records.
 */
final class Clients {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final List<Integer> ports;
    private final long seed;
    private final List<String> items;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger keys = new AtomicInteger();
    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
    private final AtomicLong sentAgain = new AtomicLong();
    private volatile long lastAcknowledged = System.nanoTime();
    private volatile boolean over;

    Clients(List<Integer> ports, long seed, List<String> items) {
        this.ports = ports;
        this.seed = seed;
        this.items = items;
    }

    void begin(int count) {
        for (int i = 0; i < count; i++) {
            var random = new Random(seed * 31 + i);
            threads.add(Thread.ofPlatform().name("client-" + i).start(() -> act(random)));
        }
    }

    void end() throws InterruptedException {
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** None, for all that is sent is allowed, and what is sent again is answered as before. */
    Queue<String> refusals() {
        return refusals;
    }

    Set<String> sent() {
        return sent;
    }

    Set<String> acknowledged() {
        return acknowledged;
    }

    long sentAgain() {
        return sentAgain.get();
    }

    /** By {@link System#nanoTime}. */
    long lastAcknowledged() {
        return lastAcknowledged;
    }

    private void act(Random random) {
        while (!over) {
            String project =
                    location(
                            commanded(
                                    random,
                                    "enterprise",
                                    "/api/v1/projects",
                                    """
                                    {"name":"%s","enterprise":"11320000MB151840XJ","zone":"LF-01",
                                     "region":"141002","industry":"3391","type":"RECORD_FILED",
                                     "investment":120000000}\
                                    """));
            for (int i = 0; i < items.size() && !over; i++) {
                String filing =
                        location(
                                commanded(
                                        random,
                                        "clerk",
                                        project + "/filings",
                                        "{\"item\":\"" + items.get(i) + "\",\"receipt\":\"%s\"}"));
                commanded(random, "clerk", filing + "/acceptance", "{\"receipt\":\"%s\"}");
                commanded(
                        random,
                        "reviewer",
                        filing + "/decision",
                        "{\"outcome\":\"GRANTED\",\"document\":\"%s\"}");
            }
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /** Sends it until it is answered. */
    private HttpResponse<String> commanded(
            Random random, String user, String address, String body) {
        String key = "K-%d-%d.".formatted(seed, keys.incrementAndGet());
        sent.add(key);
        while (true) {
            int port = ports.get(random.nextInt(ports.size()));
            try {
                HttpResponse<String> answer =
                        http.send(
                                HttpRequest.newBuilder(
                                                URI.create("http://localhost:" + port + address))
                                        .timeout(PATIENCE)
                                        .header("Authorization", basic(user))
                                        .header("Content-Type", "application/json")
                                        .header("Idempotency-Key", key)
                                        .POST(BodyPublishers.ofString(body.formatted(key)))
                                        .build(),
                                BodyHandlers.ofString());
                if (answer.statusCode() < 300) {
                    acknowledged.add(key);
                    lastAcknowledged = System.nanoTime();
                    return answer;
                }
                if (answer.statusCode() < 500) {
                    refusals.add(address + " " + answer.statusCode() + " " + answer.body());
                    throw new IllegalStateException("refused: " + answer.body());
                }
                Thread.sleep(50);
            } catch (IOException e) {
                sleep();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            sentAgain.incrementAndGet();
        }
    }

    /** How the read models of a node are. */
    static String projections(int port) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "http://localhost:%d/api/v1/projections"
                                                            .formatted(port)))
                                    .header("Authorization", basic("admin"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String basic(String user) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    }
}
