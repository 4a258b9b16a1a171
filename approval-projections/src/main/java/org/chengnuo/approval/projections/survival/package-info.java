/** How many filings last longer than a time, those that have not ended included. */
@NullMarked
package org.chengnuo.approval.projections.survival;

import org.jspecify.annotations.NullMarked;
