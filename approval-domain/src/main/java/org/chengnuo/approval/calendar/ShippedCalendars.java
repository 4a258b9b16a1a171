package org.chengnuo.approval.calendar;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The calendars that come with the product, by name. */
public final class ShippedCalendars {

    private static final Map<String, WorkingCalendar> BY_NAME =
            CalendarFiles.readCalendars("calendars.csv", ShippedCalendars::open);

    private ShippedCalendars() {}

    /** In the order of the file. */
    public static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    /**
     * A calendar with all its notices, as it is known now.
     *
     * @throws IllegalArgumentException if there is none of this name; it tells those that there are
     */
    public static WorkingCalendar named(String name) {
        WorkingCalendar calendar = BY_NAME.get(name);
        if (calendar == null) {
            throw new IllegalArgumentException(
                    "there is no calendar «%s», only %s"
                            .formatted(name, String.join(", ", names())));
        }
        return calendar;
    }

    private static Reader open(String file) {
        var stream = ShippedCalendars.class.getResourceAsStream(file);
        if (stream == null) {
            throw new IllegalStateException("the file is missing: " + file);
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }
}
