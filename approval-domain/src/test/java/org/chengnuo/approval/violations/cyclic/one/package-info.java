/** A deliberate violation, which the architecture test must catch. */
@NullMarked
package org.chengnuo.approval.violations.cyclic.one;

import org.jspecify.annotations.NullMarked;
