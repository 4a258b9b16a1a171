/** Figures that are published: frozen as a numbered certificate that anybody can re-run. */
@NullMarked
package org.chengnuo.approval.projections.certificates;

import org.jspecify.annotations.NullMarked;
