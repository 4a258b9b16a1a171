package org.chengnuo.approval.parts;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/**
 * Where PostgreSQL and Kafka are taken from. {@code -Dparts=containers} or {@code -Dparts=embedded}
 * chooses; without it, it is containers where an engine answers that has both images.
 */
public enum Parts {
    CONTAINERS,
    EMBEDDED;

    /** As in {@code compose.yaml}. */
    private static final String POSTGRES = image("POSTGRES_IMAGE", "postgres:18.6");

    private static final String KAFKA = image("KAFKA_IMAGE", "apache/kafka:4.2.2");

    private static @Nullable Parts chosen;

    /**
     * The same for all tests of this JVM.
     *
     * @throws IllegalStateException if containers were asked for and no engine answers
     */
    public static synchronized Parts chosen() {
        Parts parts = chosen;
        if (parts == null) {
            parts = choose(System.getProperty("parts", ""));
            chosen = parts;
        }
        return parts;
    }

    private static Parts choose(String asked) {
        return switch (asked) {
            case "" -> imagesAreThere() ? CONTAINERS : EMBEDDED;
            case "embedded" -> EMBEDDED;
            case "containers" -> {
                if (!DockerClientFactory.instance().isDockerAvailable()) {
                    throw new IllegalStateException(
                            "tests against containers were asked for (-Dparts=containers), and no"
                                    + " Docker engine answers");
                }
                yield CONTAINERS;
            }
            default ->
                    throw new IllegalStateException(
                            "-Dparts=%s: it is containers or embedded".formatted(asked));
        };
    }

    private static boolean imagesAreThere() {
        // It says at length that there is no engine, and this is no error here.
        var words = (Logger) LoggerFactory.getLogger("org.testcontainers");
        Level usual = words.getLevel();
        words.setLevel(Level.OFF);
        try {
            var engine = DockerClientFactory.lazyClient();
            engine.inspectImageCmd(POSTGRES).exec();
            engine.inspectImageCmd(KAFKA).exec();
            return true;
        } catch (RuntimeException e) {
            // No engine, not both images, or not the one by which Testcontainers cleans up.
            return false;
        } finally {
            words.setLevel(usual);
        }
    }

    private static String image(String variable, String usual) {
        return System.getenv().getOrDefault(variable, usual);
    }

    static String postgres() {
        return POSTGRES;
    }

    public static String kafka() {
        return KAFKA;
    }

    @Override
    public String toString() {
        return this == CONTAINERS
                ? "PostgreSQL: container %s; Kafka: container %s".formatted(POSTGRES, KAFKA)
                : "PostgreSQL: embedded; Kafka: embedded";
    }
}
