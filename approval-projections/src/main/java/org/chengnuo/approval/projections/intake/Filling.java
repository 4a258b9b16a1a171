package org.chengnuo.approval.projections.intake;

import org.chengnuo.approval.project.ProjectId;
import org.postgresql.util.PSQLException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Brings the events into one set of tables, and parks what does not go in: an event that cannot be
 * read, one that is not the next of its project, one that the read model fails on, and all that
 * follow it in its project, so that nobody is shown a project past a hole. Other projects go on.
 */
final class Filling implements AutoCloseable {

    private final EventReader reader;
    private final ReadModel.Build build;
    private final int batchSize;

    /** The projects that are held back, each with its first parked event. */
    private final Map<String, Position> held;

    private volatile Position reached;

    /** Whether a write has begun of which the end is not known. */
    private boolean uncertain;

    Filling(EventFeed feed, ReadModel.Build build, Map<String, Position> heldBack, int batchSize) {
        this.build = build;
        this.held = new HashMap<>(heldBack);
        this.batchSize = batchSize;
        this.reached = build.position();
        this.reader = feed.reader(build.id(), reached);
    }

    ReadModel.Build build() {
        return build;
    }

    Position reached() {
        return reached;
    }

    /** Whether the tables have to be asked how far they are. */
    boolean isUncertain() {
        return uncertain;
    }

    /**
     * Takes in the next batch.
     *
     * @return whether it was a full one, so that there is more at once
     */
    boolean step() {
        List<FeedEntry> entries = reader.next(batchSize);
        if (!entries.isEmpty()) {
            uncertain = true;
            take(entries);
            reader.taken();
            uncertain = false;
        }
        return entries.size() >= batchSize;
    }

    /** The tables are replaced by others. */
    void stopReading() {
        reader.close();
    }

    @Override
    public void close() {
        try (reader) {
            build.close();
        }
    }

    private void take(List<FeedEntry> entries) {
        Position before = reached;
        Batch batch = sifted(entries);
        try {
            apply(batch);
        } catch (ReadModel.MovedOn e) {
            throw e;
        } catch (RuntimeException e) {
            if (StoreFailure.isPassing(e) || batch.events().isEmpty()) {
                throw e;
            }
            if (entries.size() > 1) {
                int half = entries.size() / 2;
                take(entries.subList(0, half));
                take(entries.subList(half, entries.size()));
                return;
            }
            // If nothing at all goes in, it lies with the store and not with the event.
            apply(new Batch(List.of(), List.of(), before));
            FeedEntry poison = entries.getFirst();
            apply(
                    new Batch(
                            List.of(),
                            List.of(ParkedEvent.of(poison, cause(e))),
                            poison.position()));
        }
    }

    private void apply(Batch batch) {
        build.apply(batch);
        for (ParkedEvent event : batch.parked()) {
            held.putIfAbsent(event.projectId(), event.position());
        }
        reached = batch.upTo();
    }

    private Batch sifted(List<FeedEntry> entries) {
        var ids = new LinkedHashSet<ProjectId>();
        for (FeedEntry entry : entries) {
            if (entry instanceof RecordedEvent event) {
                ids.add(event.project());
            }
        }
        var last = new HashMap<>(build.sequences(ids));
        var heldNow = new HashMap<String, Position>();
        var events = new ArrayList<RecordedEvent>(entries.size());
        var parked = new ArrayList<ParkedEvent>();
        for (FeedEntry entry : entries) {
            Position first = held.getOrDefault(entry.projectId(), heldNow.get(entry.projectId()));
            if (first != null) {
                parked.add(ParkedEvent.behind(entry, first));
                continue;
            }
            switch (entry) {
                case UnreadableEvent unreadable -> {
                    parked.add(ParkedEvent.of(unreadable, unreadable.cause()));
                    heldNow.put(unreadable.projectId(), unreadable.position());
                }
                case RecordedEvent event -> {
                    long next = last.getOrDefault(event.project(), -1L) + 1;
                    if (event.sequence() == next) {
                        events.add(event);
                        last.put(event.project(), next);
                    } else {
                        parked.add(
                                ParkedEvent.of(
                                        event,
                                        "it is number %d of its project, and the next would be %d"
                                                .formatted(event.sequence(), next)));
                        heldNow.put(event.projectId(), event.position());
                    }
                }
            }
        }
        return new Batch(events, parked, entries.getLast().position());
    }

    /** What went wrong, without what PostgreSQL quotes of the data in its details. */
    private static String cause(RuntimeException e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof PSQLException sql && sql.getServerErrorMessage() != null) {
                return "%s: SQL state %s, %s"
                        .formatted(
                                e.getClass().getSimpleName(),
                                sql.getSQLState(),
                                sql.getServerErrorMessage().getMessage());
            }
        }
        String message = e.getMessage();
        return message == null || message.isBlank()
                ? e.getClass().getSimpleName()
                : "%s: %s".formatted(e.getClass().getSimpleName(), message);
    }
}
