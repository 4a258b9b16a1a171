/** What whoever runs the program sees of it, besides its answers. */
@NullMarked
package org.chengnuo.approval.projections.operation;

import org.jspecify.annotations.NullMarked;
