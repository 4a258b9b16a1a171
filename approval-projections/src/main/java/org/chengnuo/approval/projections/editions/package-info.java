/** The rules as known now: the policy editions and the calendars, shipped and published. */
@NullMarked
package org.chengnuo.approval.projections.editions;

import org.jspecify.annotations.NullMarked;
