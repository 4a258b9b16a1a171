/** A deliberate violation, which the architecture test must catch. */
@NullMarked
package org.chengnuo.approval.violations.cyclic.two;

import org.jspecify.annotations.NullMarked;
