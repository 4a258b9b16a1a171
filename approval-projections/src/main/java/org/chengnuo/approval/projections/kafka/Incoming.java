package org.chengnuo.approval.projections.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.intake.StoredEvent;
import org.chengnuo.approval.projections.kafka.EventMessages.Message;
import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;

/**
 * A partition as far as it has been fetched. It has its events in order, some of them more than
 * once after a publisher's failure, and marks up to where it is complete.
 */
final class Incoming {

    private final Deque<StoredEvent> waiting = new ArrayDeque<>();
    private final Deque<Mark> marks = new ArrayDeque<>();
    private Position complete = Position.START;
    private Position last;

    private record Mark(Position complete, long next) {}

    /**
     * @param place up to where the tables have it
     */
    Incoming(Position place) {
        this.last = place;
    }

    /** Keeps a record; what was published again, or is in the tables already, is passed over. */
    void keep(ConsumerRecord<String, byte[]> stored, UUID journal) {
        Message message = EventMessages.read(stored, journal);
        StoredEvent event = message.event();
        if (event == null) {
            marks.add(new Mark(message.position(), stored.offset() + 1));
            if (message.position().isAfter(complete)) {
                complete = message.position();
            }
        } else if (event.isOfProject() && event.position().isAfter(last)) {
            waiting.add(event);
            last = event.position();
        }
    }

    /** Up to where nothing is missing. */
    Position complete() {
        return complete;
    }

    int waiting() {
        return waiting.size();
    }

    /** How many wait up to a position, counted up to a limit. */
    int waitingUpTo(Position position, int limit) {
        int count = 0;
        for (StoredEvent event : waiting) {
            if (event.position().isAfter(position) || count == limit) {
                break;
            }
            count++;
        }
        return count;
    }

    /** The first that waits, if it is not after a position. */
    @Nullable StoredEvent first(Position upTo) {
        StoredEvent event = waiting.peek();
        return event == null || event.position().isAfter(upTo) ? null : event;
    }

    StoredEvent remove() {
        return waiting.remove();
    }

    /**
     * Where to begin to look, for who has all up to a position.
     *
     * @param place where the tables are
     * @return null if it is where it was
     */
    @Nullable OffsetAndMetadata offset(Position through, Position place) {
        Mark passed = null;
        while (!marks.isEmpty() && !marks.element().complete().isAfter(through)) {
            passed = marks.remove();
        }
        return passed == null ? null : new OffsetAndMetadata(passed.next(), place.toString());
    }
}
