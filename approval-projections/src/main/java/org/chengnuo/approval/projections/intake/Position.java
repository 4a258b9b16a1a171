package org.chengnuo.approval.projections.intake;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Where an event stands in the order in which all events are read: by the transaction that recorded
 * it, and within that by its index. Not by the index alone, because a slow transaction's events
 * have a small index and still come later.
 */
public record Position(long transaction, long index) implements Comparable<Position> {

    /** Before every event. */
    public static final Position START = new Position(0, 0);

    private static final Pattern FORM = Pattern.compile("\\d{1,18}:\\d{1,18}");
    private static final Comparator<Position> ORDER =
            Comparator.comparingLong(Position::transaction).thenComparingLong(Position::index);

    /**
     * Reads {@code transaction:index}.
     *
     * @throws IllegalArgumentException if the text is no position
     */
    public static Position of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "a position is written transaction:index, not «%.64s»".formatted(text));
        }
        int colon = text.indexOf(':');
        return new Position(
                Long.parseLong(text.substring(0, colon)),
                Long.parseLong(text.substring(colon + 1)));
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    public boolean isAfter(Position other) {
        return compareTo(other) > 0;
    }

    @Override
    public String toString() {
        return transaction + ":" + index;
    }
}
