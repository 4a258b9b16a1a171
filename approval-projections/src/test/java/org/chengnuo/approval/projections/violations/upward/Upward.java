package org.chengnuo.approval.projections.violations.upward;

import org.chengnuo.approval.api.violations.OfTheApi;

/**
 * Depends on the API, which depends on the projections: on purpose, for the rule that must catch
 * it.
 */
record Upward(OfTheApi api) {}
