package org.chengnuo.approval.clock;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When a card falls due.
 *
 * @param at the first moment at which a reading shows it
 * @param due the last day of the limit that it warns of
 */
public record CardDue(Card card, Instant at, LocalDate due) {}
