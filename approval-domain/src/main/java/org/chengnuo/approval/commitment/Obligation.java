package org.chengnuo.approval.commitment;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * An obligation 承诺义务 of a letter in force.
 *
 * @param by the last day that is in time; null for an indicator, which is measured when it can be
 * @param beforeAcceptance whether it is to be met before the completion is accepted
 */
public record Obligation(ObligationId id, @Nullable LocalDate by, boolean beforeAcceptance) {}
