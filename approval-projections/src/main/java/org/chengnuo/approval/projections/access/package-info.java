/** Who may log in, and who may ask for what. */
@NullMarked
package org.chengnuo.approval.projections.access;

import org.jspecify.annotations.NullMarked;
