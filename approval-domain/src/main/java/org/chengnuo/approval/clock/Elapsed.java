package org.chengnuo.approval.clock;

import java.time.Duration;

/**
 * How long a review took, from acceptance to its end, without its stops: two measures that never
 * mix.
 *
 * @param calendarTime on the calendar
 * @param workingTime within office hours
 */
public record Elapsed(Duration calendarTime, Duration workingTime) {}
