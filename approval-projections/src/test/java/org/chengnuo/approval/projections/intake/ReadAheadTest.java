package org.chengnuo.approval.projections.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chengnuo.approval.projections.oracle.RandomJournal;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

class ReadAheadTest {

    private final List<RecordedEvent> events = RandomJournal.of(3).subList(0, 7);
    private final ConcurrentLinkedQueue<Position> asked = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failures = new AtomicInteger();

    /** One event after the other, without regard to transactions. */
    private final EventFeed feed =
            new EventFeed() {
                @Override
                public UUID journal() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public List<FeedEntry> after(Position position, int limit) {
                    asked.add(position);
                    if (!position.equals(Position.START) && failures.getAndDecrement() > 0) {
                        throw new IllegalStateException("not now");
                    }
                    return List.copyOf(
                            events.stream()
                                    .filter(event -> event.position().isAfter(position))
                                    .limit(limit)
                                    .toList());
                }

                @Override
                public Position end() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public Lag lag(Position position) {
                    return new Lag(0, Duration.ZERO);
                }
            };

    private List<FeedEntry> all(ReadAhead ahead, int limit) {
        var all = new ArrayList<FeedEntry>();
        List<FeedEntry> entries;
        do {
            Position reached = all.isEmpty() ? Position.START : all.getLast().position();
            entries = ahead.after(reached, limit);
            all.addAll(entries);
        } while (entries.size() >= limit);
        return all;
    }

    @Test
    void everyEventComesOnceAndIsAskedForOnce() {
        assertThat(all(new ReadAhead(feed), 3)).isEqualTo(events);
        assertThat(asked)
                .containsExactly(
                        Position.START, events.get(2).position(), events.get(5).position());
    }

    @Test
    void whatWasReadAheadIsLeftWhenItIsNotWhatComesNext() {
        var ahead = new ReadAhead(feed);
        ahead.after(Position.START, 3);

        // As after a batch that went in by half.
        assertThat(ahead.after(events.getFirst().position(), 3)).isEqualTo(events.subList(1, 4));
        assertThat(ahead.after(events.get(3).position(), 2)).isEqualTo(events.subList(4, 6));
    }

    @Test
    void whatCouldNotBeReadAheadIsReadWhenItsTimeComes() {
        failures.set(1);
        assertThat(all(new ReadAhead(feed), 3)).isEqualTo(events);

        failures.set(2);
        var ahead = new ReadAhead(feed);
        ahead.after(Position.START, 3);
        assertThatThrownBy(() -> ahead.after(events.get(2).position(), 3))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("not now");
    }
}
