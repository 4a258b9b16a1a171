/** A deliberate violator. */
@NullMarked
package org.chengnuo.approval.api.violations.axon;

import org.jspecify.annotations.NullMarked;
