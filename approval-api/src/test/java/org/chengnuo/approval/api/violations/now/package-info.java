/** A deliberate violator. */
@NullMarked
package org.chengnuo.approval.api.violations.now;

import org.jspecify.annotations.NullMarked;
