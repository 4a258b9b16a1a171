/** Which days and hours work, as known at a moment. */
@NullMarked
package org.chengnuo.approval.calendar;

import org.jspecify.annotations.NullMarked;
