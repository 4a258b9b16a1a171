package org.chengnuo.approval.projections.intake;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Reads the next events while the present ones are taken in, as long as there are more at once. For
 * one reader.
 */
final class ReadAhead {

    private final EventFeed feed;
    private @Nullable Ahead ahead;

    private record Ahead(
            Position position, int limit, CompletableFuture<List<FeedEntry>> entries) {}

    ReadAhead(EventFeed feed) {
        this.feed = feed;
    }

    List<FeedEntry> after(Position position, int limit) {
        List<FeedEntry> entries = taken(position, limit);
        if (entries.size() >= limit) {
            Position next = entries.getLast().position();
            ahead =
                    new Ahead(
                            next,
                            limit,
                            CompletableFuture.supplyAsync(
                                    () -> feed.after(next, limit), ReadAhead::start));
        }
        return entries;
    }

    private List<FeedEntry> taken(Position position, int limit) {
        Ahead begun = ahead;
        ahead = null;
        if (begun != null && begun.position().equals(position) && begun.limit() == limit) {
            try {
                return begun.entries().join();
            } catch (CompletionException e) {
                // It is tried again here, where it is known what to do if it fails.
            }
        }
        return feed.after(position, limit);
    }

    private static void start(Runnable reading) {
        Thread.ofPlatform().name("read-ahead").daemon().start(reading);
    }
}
