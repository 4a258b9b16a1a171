/** What becomes of a calendar: founded, and changed by notices from a moment ahead. */
@NullMarked
package org.chengnuo.approval.calendar.editions;

import org.jspecify.annotations.NullMarked;
