/** Supervision: inspections, rectification, breaches and credit proposals. */
@NullMarked
package org.chengnuo.approval.api.supervision;

import org.jspecify.annotations.NullMarked;
