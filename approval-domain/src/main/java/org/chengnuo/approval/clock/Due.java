package org.chengnuo.approval.clock;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When a limit ends.
 *
 * @param date the last day; for hours, the day of the moment
 * @param moment for days, 24:00 of the last day, which itself is too late; for hours, the last
 *     moment that is in time
 * @param provisional the notice for some day up to then is not known yet
 * @param movesWithStop a stop is open: this is when the limit would end if the stop ended at the
 *     moment of the reading, and it moves on for as long as the stop lasts
 */
public record Due(LocalDate date, Instant moment, boolean provisional, boolean movesWithStop) {}
