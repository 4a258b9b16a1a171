package org.chengnuo.approval.projections.operation;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * What was asked a few seconds ago at most: who measures and who probes may look as often as they
 * like, and the database is asked once.
 */
public final class Recent<T extends @Nullable Object> {

    private static final Logger LOG = LoggerFactory.getLogger(Recent.class);

    private static final Duration KEPT = Duration.ofSeconds(5);

    private final Supplier<T> question;
    private @Nullable T answer;
    private long askedAt;
    private boolean asked;

    public Recent(Supplier<T> question) {
        this.question = question;
    }

    /** Null if it could not be answered. */
    public synchronized @Nullable T get() {
        if (!asked || System.nanoTime() - askedAt > KEPT.toNanos()) {
            try {
                answer = question.get();
            } catch (RuntimeException e) {
                LOG.debug("a measurement could not be taken", e);
                answer = null;
            }
            askedAt = System.nanoTime();
            asked = true;
        }
        return answer;
    }
}
