/** How old what is open is, and how much of its limit is used. */
@NullMarked
package org.chengnuo.approval.projections.ageing;

import org.jspecify.annotations.NullMarked;
