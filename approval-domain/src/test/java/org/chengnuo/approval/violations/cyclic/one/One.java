package org.chengnuo.approval.violations.cyclic.one;

import org.chengnuo.approval.violations.cyclic.two.Two;

/** Half of a cycle: on purpose, for the rule that must catch it. */
public record One(Two two) {}
