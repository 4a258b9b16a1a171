/** What goes wrong, told as a problem (RFC 9457): what, where, and what would be right. */
@NullMarked
package org.chengnuo.approval.projections.problem;

import org.jspecify.annotations.NullMarked;
