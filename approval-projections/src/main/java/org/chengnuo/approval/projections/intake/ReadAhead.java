package org.chengnuo.approval.projections.intake;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Reads the next batch while the present one is taken in, as long as each is a full one. What has
 * been read is the same when it is asked for: nothing can appear among it any more.
 */
final class ReadAhead {

    private final EventFeed feed;

    private @Nullable Next next;

    private record Next(Position after, CompletableFuture<List<FeedEntry>> entries) {}

    ReadAhead(EventFeed feed) {
        this.feed = feed;
    }

    /** As {@link EventFeed#after}, always with the same limit. */
    List<FeedEntry> after(Position position, int limit) {
        Next ahead = next;
        next = null;
        List<FeedEntry> entries =
                ahead != null && ahead.after().equals(position)
                        ? result(ahead.entries())
                        : feed.after(position, limit);
        if (entries.size() >= limit) {
            Position reached = entries.getLast().position();
            next =
                    new Next(
                            reached,
                            CompletableFuture.supplyAsync(() -> feed.after(reached, limit)));
        }
        return entries;
    }

    private static List<FeedEntry> result(CompletableFuture<List<FeedEntry>> entries) {
        try {
            return entries.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
