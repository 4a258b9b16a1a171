/**
 * How long the authority took, and what stopped the clock: a pure function of the recorded acts.
 */
@NullMarked
package org.chengnuo.approval.clock;

import org.jspecify.annotations.NullMarked;
