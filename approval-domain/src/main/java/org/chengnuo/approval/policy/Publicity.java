package org.chengnuo.approval.policy;

import org.chengnuo.approval.clock.TimeLimit;

/**
 * How a commitment is checked and shown before it takes effect. Places differ, in length and in
 * unit.
 *
 * @param preCheck within which the service center checks the letter
 * @param length how long it is shown 公示, from the day after it was put up
 */
public record Publicity(TimeLimit preCheck, TimeLimit length) {}
