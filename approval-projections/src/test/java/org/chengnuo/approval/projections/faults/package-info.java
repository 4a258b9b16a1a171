/**
 * What is acknowledged is kept and counted once, whatever is killed, held up or cut off meanwhile:
 * {@code deploy/benchmark FaultHarness 100 1}.
 */
@NullMarked
package org.chengnuo.approval.projections.faults;

import org.jspecify.annotations.NullMarked;
