/** How a measure runs over time, and which changes are more than its usual scatter. */
@NullMarked
package org.chengnuo.approval.projections.trend;

import org.jspecify.annotations.NullMarked;
