package org.chengnuo.approval.projections.violations.sql;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;

/** Answers by SQL of its own: on purpose, for the rule that must catch it. */
record SqlController(@Nullable Connection connection) {}
