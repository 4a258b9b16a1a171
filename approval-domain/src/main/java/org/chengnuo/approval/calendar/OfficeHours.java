package org.chengnuo.approval.calendar;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;

/**
 * A stretch of the day in which the office is open, by the clock on its wall.
 *
 * @param to its end; 00:00 is the end of the day
 */
public record OfficeHours(LocalTime from, LocalTime to) {

    private static final int DAY = 24 * 60 * 60;

    public OfficeHours {
        // The time tables count whole seconds and add the fraction of a moment by itself.
        if (from.getNano() != 0 || to.getNano() != 0) {
            throw new IllegalArgumentException(
                    "office hours are whole seconds: " + from + "-" + to);
        }
        if (from.toSecondOfDay() >= endSecond(to)) {
            throw new IllegalArgumentException(
                    "office hours end after they begin: " + from + "-" + to);
        }
    }

    /**
     * As in {@code 09:00-12:00}.
     *
     * @throws IllegalArgumentException if they are written otherwise
     */
    public static OfficeHours parse(String text) {
        String[] ends = text.split("-", -1);
        try {
            if (ends.length == 2) {
                return new OfficeHours(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(notHours(text), e);
        }
        throw new IllegalArgumentException(notHours(text));
    }

    private static String notHours(String text) {
        return "office hours are like 09:00-12:00, not " + text;
    }

    int fromSecond() {
        return from.toSecondOfDay();
    }

    int toSecond() {
        return endSecond(to);
    }

    /** Whether some time belongs to both. */
    public boolean overlaps(OfficeHours other) {
        return fromSecond() < other.toSecond() && other.fromSecond() < toSecond();
    }

    private static int endSecond(LocalTime to) {
        return to.equals(LocalTime.MIDNIGHT) ? DAY : to.toSecondOfDay();
    }

    /** As in «09:00-12:00». */
    @Override
    public String toString() {
        return from + "-" + to;
    }
}
