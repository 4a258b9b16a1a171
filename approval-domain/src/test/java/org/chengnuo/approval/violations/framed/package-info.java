/** A deliberate violation, which the architecture test must catch. */
@NullMarked
package org.chengnuo.approval.violations.framed;

import org.jspecify.annotations.NullMarked;
