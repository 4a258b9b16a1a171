/** How fast statistics are, measured by whole runs. */
@NullMarked
package org.chengnuo.approval.projections.benchmarks;

import org.jspecify.annotations.NullMarked;
