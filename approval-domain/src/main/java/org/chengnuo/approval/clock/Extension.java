package org.chengnuo.approval.clock;

import java.time.Instant;

/**
 * The one extension of the review 延长审查期限, Art. 42.
 *
 * @param by in the unit of the limits that it lengthens
 * @param granted when it is said to have been granted
 * @param recorded when it was entered, by the server's time
 */
public record Extension(TimeLimit by, Instant granted, Instant recorded) {}
