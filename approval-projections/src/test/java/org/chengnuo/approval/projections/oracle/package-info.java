/** Figures computed a second time, slowly and plainly, straight from the events. */
@NullMarked
package org.chengnuo.approval.projections.oracle;

import org.jspecify.annotations.NullMarked;
