/** A deliberate violation, which the architecture test must catch. */
@NullMarked
package org.chengnuo.approval.projections.violations.sql;

import org.jspecify.annotations.NullMarked;
