/** The working calendars, and which day is due. */
@NullMarked
package org.chengnuo.approval.api.calendar;

import org.jspecify.annotations.NullMarked;
