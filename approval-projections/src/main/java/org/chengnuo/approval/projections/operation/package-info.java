/**
 * What whoever runs the program sees of it besides its answers, and what is looked at before it
 * starts.
 */
@NullMarked
package org.chengnuo.approval.projections.operation;

import org.jspecify.annotations.NullMarked;
