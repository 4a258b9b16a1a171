package org.chengnuo.approval.clock;

import java.time.Duration;

/**
 * How long a review took, from acceptance to its end, without its stops: three measures that never
 * mix.
 *
 * @param calendarTime on the calendar
 * @param workingTime within office hours
 * @param workingDays the day of acceptance is not counted
 */
public record Elapsed(Duration calendarTime, Duration workingTime, int workingDays) {}
