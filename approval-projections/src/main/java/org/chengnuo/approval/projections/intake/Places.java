package org.chengnuo.approval.projections.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Up to where the events are in some tables. Tables that several processes fill are filled in
 * parts, each with the events of its projects, and each part has a place of its own. Tables that
 * one process fills are one part.
 *
 * @param parts the last position that is in each part, by the part's number
 */
public record Places(List<Position> parts) {

    public Places {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("there is no part");
        }
        parts = List.copyOf(parts);
    }

    /** Before every event. */
    public static Places start(int parts) {
        return new Places(Collections.nCopies(parts, Position.START));
    }

    /** All that is there up to a position, in tables that are one part. */
    public static Places at(Position position) {
        return new Places(List.of(position));
    }

    /**
     * Which part of so many has a story. The partitions of a topic are these parts: it can be told
     * of any process by which events it is filled, wherever they come from.
     */
    public static int partOf(String story, int parts) {
        return Math.floorMod(story.hashCode(), parts);
    }

    public int count() {
        return parts.size();
    }

    public Position of(int part) {
        return parts.get(part);
    }

    /** All that is before it is in the tables. */
    public Position earliest() {
        return Collections.min(parts);
    }

    /** Nothing that is after it is in the tables. */
    public Position latest() {
        return Collections.max(parts);
    }

    /** Whether the tables have an event. */
    boolean have(String story, Position position) {
        return !position.isAfter(of(partOf(story, count())));
    }

    /** Whether some part has not come to where it is in others. */
    boolean areBehind(Places others) {
        for (int part = 0; part < count(); part++) {
            if (others.of(part).isAfter(of(part))) {
                return true;
            }
        }
        return false;
    }

    /** With all events up to a position, of all parts; no part goes back. */
    public Places upTo(Position position) {
        return new Places(
                parts.stream().map(place -> position.isAfter(place) ? position : place).toList());
    }

    /** With all events of a part up to a position. */
    public Places with(int part, Position position) {
        var moved = new ArrayList<>(parts);
        moved.set(part, position);
        return new Places(moved);
    }

    /** With some events, which are the next ones of their parts. */
    Places with(List<FeedEntry> entries) {
        var moved = new ArrayList<>(parts);
        for (FeedEntry entry : entries) {
            moved.set(partOf(entry.projectId(), count()), entry.position());
        }
        return new Places(moved);
    }
}
