/** A deliberate violation, which the architecture test must catch. */
@NullMarked
package org.chengnuo.approval.violations.clocked;

import org.jspecify.annotations.NullMarked;
