package org.chengnuo.approval.projections.intake;

import org.chengnuo.approval.project.ProjectId;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Brings the events into one set of tables, and parks what does not go in: an event that cannot be
 * read, one that is not the next of its project, one that the read model fails on, and all that
 * follow it in its project, so that nobody is shown a project past a hole. Other projects go on.
 */
final class Filling implements AutoCloseable {

    private final EventFeed feed;
    private final ReadModel.Build build;
    private final ParkedEvents parked;
    private final int batchSize;
    private final Consumer<List<RecordedEvent>> takenIn;

    /** Whether other processes fill the tables too. */
    private boolean shared;

    /** None at first, and after one has failed. */
    private @Nullable EventReader reader;

    private volatile Places reached;

    /** Whether a write has begun of which the end is not known. */
    private boolean uncertain;

    Filling(
            EventFeed feed,
            ReadModel.Build build,
            ParkedEvents parked,
            boolean shared,
            int batchSize,
            Consumer<List<RecordedEvent>> takenIn) {
        this.takenIn = takenIn;
        this.feed = feed;
        this.build = build;
        this.parked = parked;
        this.shared = shared;
        this.batchSize = batchSize;
        this.reached = build.places();
    }

    ReadModel.Build build() {
        return build;
    }

    /** As far as this process knows. */
    Places reached() {
        return reached;
    }

    /** Whether the tables have to be asked how far they are. */
    boolean isUncertain() {
        return uncertain;
    }

    /**
     * Takes in the next batch.
     *
     * @return whether there is more at once
     */
    boolean step() {
        EventReader from = reader();
        Portion portion;
        try {
            portion = from.next(batchSize);
        } catch (RuntimeException e) {
            stopReading();
            throw e;
        }
        if (!portion.isNothing()) {
            uncertain = true;
            if (!portion.from().equals(reached)) {
                build.forget();
                reached = portion.from();
            }
            take(portion.entries(), portion.upTo());
            from.taken();
            uncertain = false;
        }
        return portion.more();
    }

    private EventReader reader() {
        EventReader made = reader;
        if (made == null) {
            made =
                    shared
                            ? feed.shared(build.id(), build::places)
                            : feed.reader(build.id(), reached);
            reader = made;
        }
        return made;
    }

    /** The tables are in the place of the running ones now. */
    void share() {
        stopReading();
        shared = true;
    }

    void stopReading() {
        EventReader made = reader;
        reader = null;
        if (made != null) {
            made.close();
        }
    }

    @Override
    public void close() {
        try {
            stopReading();
        } finally {
            build.close();
        }
    }

    private void take(List<FeedEntry> entries, Places upTo) {
        Batch batch = sifted(entries, upTo);
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
                List<FeedEntry> first = entries.subList(0, half);
                take(first, reached.with(first));
                take(entries.subList(half, entries.size()), upTo);
                return;
            }
            // If nothing at all goes in, it lies with the store and not with the event.
            apply(new Batch(List.of(), List.of(), reached, reached));
            ParkedEvent poison = ParkedEvent.of(entries.getFirst(), cause(e));
            apply(new Batch(List.of(), List.of(poison), reached, upTo));
        }
    }

    private void apply(Batch batch) {
        build.apply(batch);
        reached = batch.upTo();
        takenIn.accept(batch.events());
    }

    private Batch sifted(List<FeedEntry> entries, Places upTo) {
        var ids = new LinkedHashSet<ProjectId>();
        for (FeedEntry entry : entries) {
            if (entry instanceof RecordedEvent event) {
                ids.add(event.project());
            }
        }
        var last = new HashMap<>(build.sequences(ids));
        Map<String, Position> held =
                parked.heldBack(build.id(), entries.stream().map(FeedEntry::projectId).toList());
        var events = new ArrayList<RecordedEvent>(entries.size());
        var aside = new ArrayList<ParkedEvent>();
        for (FeedEntry entry : entries) {
            Position first = held.get(entry.projectId());
            if (first != null) {
                aside.add(ParkedEvent.behind(entry, first));
                continue;
            }
            switch (entry) {
                case UnreadableEvent unreadable -> {
                    aside.add(ParkedEvent.of(unreadable, unreadable.cause()));
                    held.put(unreadable.projectId(), unreadable.position());
                }
                case RecordedEvent event -> {
                    long next = last.getOrDefault(event.project(), -1L) + 1;
                    if (event.sequence() == next) {
                        events.add(event);
                        last.put(event.project(), next);
                    } else {
                        aside.add(
                                ParkedEvent.of(
                                        event,
                                        "it is number %d of its project, and the next would be %d"
                                                .formatted(event.sequence(), next)));
                        held.put(event.projectId(), event.position());
                    }
                }
            }
        }
        return new Batch(events, aside, reached, upTo);
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
