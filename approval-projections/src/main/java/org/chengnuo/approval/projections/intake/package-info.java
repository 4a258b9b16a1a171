/** How events come in: in order, once, in batches; what cannot be read is parked and shown. */
@NullMarked
package org.chengnuo.approval.projections.intake;

import org.jspecify.annotations.NullMarked;
